"""One line of a dictionary article taken apart: what is said, and what kind of sense it is."""

import re
from dataclasses import dataclass
from functools import cached_property

_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\]]*\]")
_LEADING = re.compile(r"^(?:to be |to |a |an |the |be |sb's |one's )(?=\w)")
_TRAILING = re.compile(r"[\s,]+(?:etc|sth|sb|oneself|one's|of|that)\.?$")
#: A gloss of more words is a description: it is not taken apart.
_LONG = 5
_CHINESE = re.compile(r"[\u3400-\u9fff]\S*")
# What a sense is that names no thing: it says how the word is written or used elsewhere.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("measure", re.compile(r"^CL:")),
    ("name", re.compile(r"^(?:\([^)]*\)\s*)?(?:two-character )?surname ")),
    (
        "note",
        re.compile(
            r"^(?:also pr\.|Taiwan pr\.|also written|see |see also|pr\. |\(Taiwan pr\.|"
            r"used in |\(used in |abbr\. (?:for|of) .*[\u3400-\u9fff]|Kangxi radical|"
            r"(?:the )?\w+(?:st|nd|rd|th) Kangxi radical|\(phonetic|phonetic )"
        ),
    ),
    (
        "variant",
        re.compile(
            r"^(?:\([^)]*\)\s*)?(?:old |archaic |erhua |Japanese |unofficial |ancient |"
            r"nonstandard |erroneous |non-standard )*(?:variant|form|euphemistic variant) of "
        ),
    ),
    (
        "old",
        re.compile(
            r"^\((?:old|archaic|literary|arch\.|classical|dialect|Cantonese|math\.|computing|TCM|"
            r"obsolete|Buddhism|military|medicine|chemistry|physics|law|finance|biology)\b"
        ),
    ),
    ("bound", re.compile(r"^\(bound form\)")),
)


@dataclass(frozen=True)
class Sense:
    """A sense as the dictionary puts it (`to hit; to strike`).

    `kind` is empty for a plain one; `name` (a surname), `variant`, `note` (pronunciations and
    references) and `measure` (measure words) do not say what the word means; `old` and `bound` do,
    but rarely in such a text.
    """

    text: str

    @cached_property
    def kind(self) -> str:
        """See above."""
        return next((kind for kind, pattern in _KINDS if pattern.match(self.text)), "")

    @property
    def says_meaning(self) -> bool:
        """False for surnames, variants, measure words, pronunciations and references."""
        return self.kind not in {"name", "variant", "note", "measure"}

    @cached_property
    def glosses(self) -> tuple[str, ...]:
        """The words alone, lower case, without brackets, "to" and articles: `hit`, `strike`."""
        parts = [each for part in _parts(self.text) for each in _alternatives(part)]
        return tuple(dict.fromkeys(core for part in parts if (core := core_of(part))))

    @property
    def is_verb(self) -> bool:
        """True if the dictionary writes it as a verb: to walk."""
        return _BRACKETS.sub("", self.text).strip().startswith("to ")

    @property
    def shown(self) -> tuple[str, ...]:
        """The glosses as they stand beneath a word, without brackets: `to hit`, `to strike`.

        What is all brackets (`(question particle)`) or a reference stays as it is.
        """
        if not self.says_meaning:
            return (self.text,)
        bare = (
            " ".join(_BRACKETS.sub(" ", part).split()).replace(" ,", ",")
            for part in _parts(self.text)
        )
        clean = tuple(gloss for part in bare if (gloss := _CHINESE.sub("", part).strip(" ,:;")))
        return clean or (self.text,)


def senses_of(definitions: str) -> tuple[Sense, ...]:
    """The senses of an article, `/to hit; to strike/dozen/` without its first slash."""
    return tuple(Sense(part) for part in definitions.strip().strip("/").split("/") if part)


def core_of(gloss: str) -> str:
    """One gloss in its bare words; empty if brackets are all it has."""
    bare = _BRACKETS.sub(" ", gloss).strip().lower().rstrip(".!?, ")
    for pattern in (_LEADING, _TRAILING):
        bare = pattern.sub("", bare).strip()
    return " ".join(bare.split())


def _alternatives(part: str) -> list[str]:
    """`to fall or drop` is two glosses; of `Sydney, capital of ...` only the name is one."""
    bare = _BRACKETS.sub("", part).strip()
    if bare[:1].isupper() and ", " in bare:
        return [bare.partition(", ")[0]]
    if len(bare.split()) > _LONG or (" or " not in bare and ", " not in bare):
        return [bare]
    return re.split(r", (?:or )?| or ", bare)


def _parts(text: str) -> list[str]:
    """Glosses between semicolons, brackets kept whole."""
    parts, depth, last = [], 0, 0
    for place, char in enumerate(text):
        depth += {"(": 1, ")": -1}.get(char, 0)
        if char == ";" and depth <= 0:
            parts.append(text[last:place].strip())
            last = place + 1
    return [*parts, text[last:].strip()]
