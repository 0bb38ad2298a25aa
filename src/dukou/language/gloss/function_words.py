"""Words that hold a sentence together, explained by us: the dictionary's first senses mislead.

CC-CEDICT explains 了 as "to finish" first. Our tables (`function_words_zh.txt` in English,
`function_words_en.txt` in Chinese) say what such a word does in a sentence.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

#: A comma that stands in no brackets.
_BETWEEN = re.compile(r"[,，]\s*(?![^(（]*[)）])")


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a function word.

    `glosses` stand beneath the word; one in brackets names what it does, because nothing in the
    other language stands for it. `group` is the table's heading, such as `measure words`.
    """

    reading: str
    glosses: tuple[str, ...]
    explanation: str
    group: str


def uses_of(word: str, table: str = "zh") -> tuple[Use, ...]:
    """The uses of a word of the table (`zh` in Simplified, `en` in lower case), commonest first."""
    return _table(table).get(word, ())


def is_function_word(word: str, table: str = "zh") -> bool:
    """True if the table explains the word."""
    return word in _table(table)


@cache
def _table(name: str) -> dict[str, tuple[Use, ...]]:
    found: dict[str, list[Use]] = {}
    group = ""
    path = files(__package__).joinpath(f"function_words_{name}.txt")
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif "|" in line and not line.startswith("#"):
            word, reading, glosses, explanation = (part.strip() for part in line.split("|"))
            shown = tuple(gloss for gloss in _BETWEEN.split(glosses) if gloss)
            found.setdefault(word, []).append(Use(reading, shown, explanation, group))
    return {word: tuple(uses) for word, uses in found.items()}
