"""What a Chinese place is called in English, where the dictionary knows it.

Source: CC-CEDICT, as in `dictionary`.
"""

import re

from dukou.language.gloss.dictionary import LONGEST, entries
from dukou.language.scripts import folded

_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^\]]*\]")
_APART = re.compile(r"[\s,，、·・/|-]+")
_NAME = re.compile(r"[A-ZŌ][\w'’-]+(?: [A-Z][\w'’-]+)*")
#: Capitalised in some articles: what a place is, which its name does without.
_KIND = re.compile(r"(?: (?:Province|City|Municipality|Island|Autonomous|Region|Prefecture))+$")
_IS_PLACE = re.compile(
    r"\b(?:city|province|municipality|capital|prefecture|county|district|region|town|island|state|"
    r"port|country|Province|City|Municipality|Island|Region|Prefecture)\b"
)
_SAID_WITH_ARTICLE = frozenset({"United States", "United Kingdom", "Netherlands", "Philippines"})
_SUFFIXES = "市省县区"
#: So far into an article it says what a place is; later it speaks of other places.
_HEAD = 60


def english_place(words: str) -> str:
    """The English name of a place, or of one within another; empty where a part is not known.

    As one writes it there: `Wuhan, Hubei` for 湖北武汉.
    """
    found: list[str] = []
    for part in filter(None, _APART.split(folded(words))):
        names = _names(part)
        if not names:
            return ""
        found += names
    return ", ".join(reversed(found))


def _names(words: str) -> list[str]:
    """The names that the words are made of, longest first; empty if something is left over."""
    found: list[str] = []
    while words:
        for size in range(min(LONGEST, len(words)), 1, -1):
            if name := _name(words[:size]):
                found.append(name)
                words = words[size:]
                break
        else:
            return []
        if words[:1] and words[0] in _SUFFIXES:
            words = words[1:]
    return found


def _name(word: str) -> str:
    senses = (
        sense.text
        for entry in entries(word)
        if entry.pinyin[:1].isupper()
        for sense in entry.senses
        if sense.kind == ""
    )
    return next(filter(None, map(_named_in, senses)), "")


def _named_in(sense: str) -> str:
    """The name with which an article of a place begins; of people and works it is none."""
    words = _BRACKETS.sub("", sense)
    match = _NAME.match(words)
    if match is None or not (match.end() == len(words) or _IS_PLACE.search(words[:_HEAD])):
        return ""
    name = _KIND.sub("", match[0])
    return f"the {name}" if name in _SAID_WITH_ARTICLE else name
