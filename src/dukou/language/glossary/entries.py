"""The glossary's entries that come with Dukou.

They are facts for a reader (`meaning`, `tone`, whom not to say it to) and for a translator
(`rendering`, and whether it is the only one).
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

Kind = Literal["slang", "meme", "custom", "term", "name"]
Tone = Literal["warm", "playful", "neutral", "ironic", "sharp", "rude"]

#: The languages that entries are written in, and the one each is explained to.
ACROSS: Final = {"zh": "en", "en": "zh"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One expression.

    Attributes:
        term: as it is usually written; Chinese in simplified characters.
        language: `zh` or `en`.
        spellings: `term` and its other spellings.
        rendering: what to put into a sentence of the other language.
        pinned: whether that rendering is the only right one, as for names.
        everyday: whether it is an ordinary word too, which nobody wants pointed out.
        meaning: what it means, by the language of the explanation (`zh` in simplified characters).
        example: a line that uses it, by language.
        avoid: whom not to say it to, by language; empty where nobody minds.
    """

    term: str
    language: str
    spellings: tuple[str, ...]
    kind: Kind
    tone: Tone
    rendering: str
    pinned: bool
    everyday: bool
    meaning: dict[str, str]
    example: dict[str, str]
    avoid: dict[str, str]


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry that comes with Dukou, Chinese ones first."""
    return tuple(entry for language in ACROSS for entry in _read(language))


def _read(language: str) -> list[Entry]:
    other = ACROSS[language]
    text = files(__package__).joinpath(f"{language}.toml").read_text("utf-8")
    return [
        Entry(
            term=row["term"],
            language=language,
            spellings=(row["term"], *row.get("also", ())),
            kind=row["kind"],
            tone=row["tone"],
            rendering=row["as"],
            pinned=row.get("pin", False),
            everyday=row.get("everyday", False),
            meaning={to: row[to] for to in ACROSS},
            example={language: row["example"], other: row[f"example_{other}"]},
            avoid={to: row[f"avoid_{to}"] for to in ACROSS if f"avoid_{to}" in row},
        )
        for row in tomllib.loads(text)["entry"]
    ]
