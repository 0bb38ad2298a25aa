"""Expressions of a glossary in a text: where they stand, the longest first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dukou.language.glossary.entries import Entry
from dukou.language.scripts import folded


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in a text: `text[start:end]`, and its entry."""

    start: int
    end: int
    entry: Entry


class Finder:
    """Finds the expressions of one language.

    Both scripts of Chinese count as one and case does not count, except that letters and digits
    must stand for themselves: `ate` is not in `late`, nor 88 in 1988.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_key = {
            key_of(spelling): entry for entry in entries for spelling in entry.spellings
        }
        longest_first = sorted(self._by_key, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_as_pattern, longest_first)) or r"(?!)")

    def find(self, text: str) -> Iterator[Found]:
        """The expressions of the text, in its order; none lies within another."""
        folded_text = key_of(text, keep_length=True)
        for match in self._pattern.finditer(folded_text):
            entry = self._by_key.get(match.group())
            if entry is not None:
                yield Found(match.start(), match.end(), entry)


def key_of(spelling: str, *, keep_length: bool = False) -> str:
    """The spelling as it is compared: one script of Chinese, small letters, plain apostrophes.

    With `keep_length` a text of which that would change the length is only made small.
    """
    key = folded(spelling).lower().replace("’", "'")
    if keep_length and len(key) != len(spelling):
        return spelling if len(spelling.lower()) != len(spelling) else spelling.lower()
    return key


def _as_pattern(key: str) -> str:
    """Han characters around a Latin word leave it a word of its own."""
    before = "(?<![a-z0-9])" if _is_latin(key[0]) else ""
    after = "(?![a-z0-9])" if _is_latin(key[-1]) else ""
    return before + re.escape(key) + after


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
