"""A text as words to look up, whatever it is mixed with; mentions, tags and links stay whole.

Words of the glossary are found first, then Chinese is cut (`cutting.py`) or English words and the
phrases that the dictionary has, the longest first (gave up, credit card).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from dukou.language import glossary, tags
from dukou.language.gloss.cutting import cut_chinese, simplified
from dukou.language.gloss.dictionary import has_word
from dukou.language.gloss.english import WORD
from dukou.language.gloss.english_ranking import listed
from dukou.language.gloss.function_words import is_function_word
from dukou.language.gloss.inverted import LONGEST
from dukou.language.pieces import NOT_LANGUAGE, find_pieces

#: Languages that words can be looked up in, and the language they are explained in.
PAIRS = {"zh": "en", "en": "zh"}
_RUN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]+")
# "3:41 am" and "5 kg" are no words to look up.
_WHOLE = NOT_LANGUAGE | {"time", "measure", "price"}


class Finder(Protocol):
    """Finds expressions of a glossary in a text, as `dukou.language.glossary.Finder` does."""

    def find(self, text: str) -> Iterator[glossary.Found]:
        """The expressions in the order of the text."""


@dataclass(frozen=True, slots=True)
class Token:
    """`text[start:end]`: a word to look up under `key`, or what stands between words (no key).

    `entry` is the glossary's, where it knows the expression.
    """

    start: int
    end: int
    text: str
    key: str = ""
    entry: glossary.Entry | None = None


def is_served(lang: str, to: str) -> bool:
    """True if words of a text in `lang` can be explained to readers of `to`."""
    return PAIRS.get(tags.base(lang)) == tags.base(to)


def tokens(text: str, lang: str, *, finder: Finder | None = None) -> list[Token]:
    """The text as tokens that follow each other without a gap."""
    base = tags.base(lang)
    found: list[Token] = []
    for start, end, entry in _stretches(text, finder or shipped_finder(base)):
        if entry is not None:
            found.append(Token(start, end, text[start:end], entry.term, entry))
        else:
            cut = _chinese if base == "zh" else _english
            found += [
                Token(start + at, start + at + len(said), said, key)
                for at, said, key in cut(text[start:end])
            ]
    return _filled(text, found)


def is_explained(token: Token, lang: str) -> bool:
    """True if the glossary, our tables or the dictionary know the word."""
    if token.entry is not None or not token.key:
        return token.entry is not None
    if tags.base(lang) == "zh":
        return has_word(token.key) or is_function_word(token.key)
    return bool(listed(token.key))


@cache
def shipped_finder(language: str) -> glossary.Finder:
    """Finds what comes with Dukou's own glossary; ordinary words are left to the dictionary."""
    return glossary.Finder(
        entry for entry in glossary.entries() if entry.language == language and not entry.everyday
    )


def _stretches(text: str, finder: Finder) -> Iterator[tuple[int, int, glossary.Entry | None]]:
    """Stretches of language between mentions, links and the like; glossary expressions apart."""
    kept = [piece for piece in find_pieces(text) if piece.kind in _WHOLE]
    taken = [(one.start, one.end) for one in kept]
    known = [
        one
        for one in finder.find(text)
        if not any(start < one.end and one.start < end for start, end in taken)
    ]
    marks = sorted([*taken, *((one.start, one.end) for one in known)])
    entries = {one.start: one.entry for one in known}
    place = 0
    for start, end in marks:
        if place < start:
            yield place, start, None
        if start in entries:
            yield start, end, entries[start]
        place = max(place, end)
    if place < len(text):
        yield place, len(text), None


def _chinese(text: str) -> Iterator[tuple[int, str, str]]:
    for run in _RUN.finditer(text):
        place = run.start()
        for word in cut_chinese(simplified(run.group())):
            yield place, text[place : place + len(word)], word
            place += len(word)


def _english(text: str) -> Iterator[tuple[int, str, str]]:
    matches = list(WORD.finditer(text))
    place = 0
    while place < len(matches):
        size, key = _longest_phrase(text, matches[place : place + LONGEST])
        start, end = matches[place].start(), matches[place + size - 1].end()
        yield start, text[start:end], key
        place += size


def _longest_phrase(text: str, matches: Sequence[re.Match[str]]) -> tuple[int, str]:
    """How many words belong together, and what they are listed under (or as they are written)."""
    for size in range(len(matches), 1, -1):
        said = text[matches[0].start() : matches[size - 1].end()]
        words = said.lower().split(" ")
        if len(words) != size or not all(WORD.fullmatch(word) for word in words):
            continue
        if is_function_word(said.lower(), "en"):
            return size, said.lower()
        only_grammar = sum(is_function_word(word, "en") for word in words) > size // 2
        key = "" if only_grammar else listed(said)
        if key:
            return size, key
    said = matches[0].group()
    return 1, listed(said) or said.lower()


def _filled(text: str, found: list[Token]) -> list[Token]:
    """The words with what stands between them."""
    out, place = [], 0
    for token in found:
        if place < token.start:
            out.append(Token(place, token.start, text[place : token.start]))
        out.append(token)
        place = token.end
    if place < len(text):
        out.append(Token(place, len(text), text[place:]))
    return out
