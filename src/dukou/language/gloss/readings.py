"""Pinyin of words in their sentence: 银行 is yínháng, 不行 is bùxíng.

A word is read as the dictionary reads it; a sign of several readings by our table of neighbours
(`readings.txt`); what is in neither sign by sign, as pypinyin reads each. Tones are those of the
dictionary: 不 and 一 keep theirs before any other.
"""

import os
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from dukou.language.gloss.cutting import simplified
from dukou.language.gloss.dictionary import entries
from dukou.language.gloss.function_words import uses_of
from dukou.language.gloss.ranking import meanings
from dukou.language.writing import writing

_MARKS = {
    "a": "āáǎà",
    "e": "ēéěè",
    "i": "īíǐì",
    "o": "ōóǒò",
    "u": "ūúǔù",
    "ü": "ǖǘǚǜ",
}
_SYLLABLE = re.compile(r"([A-Za-z:ü]+)([1-5])")
_VOWEL_FIRST = re.compile(r"[aāáǎàeēéěèoōóǒò]", re.IGNORECASE)


class _Rule(NamedTuple):
    reading: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def pinyin(words: Sequence[str]) -> list[str]:
    """The words of a sentence in pinyin with tone marks, `["yínháng", "hángzhǎng"]`.

    What is not Chinese gets an empty string. Give the words in order (`cutting.chinese_words`):
    they are read by their neighbours. Either script will do.
    """
    return [marked(reading) for reading in readings_of([simplified(word) for word in words])]


def readings_of(words: Sequence[str]) -> list[str]:
    """The same with tone numbers, as the dictionary writes them (`yin2 hang2`); Simplified only."""
    found, before = [], ""
    rest = "".join(words)
    for word in words:
        rest = rest[len(word) :]
        found.append(_reading(word, before, rest))
        before += word
    return found


def reading_by_neighbours(word: str, before: str, after: str) -> str:
    """How a single sign is read between these texts; empty if our table does not say."""
    for rule in _rules().get(word, ()):
        if _fits(before, rule.before, str.endswith) and _fits(after, rule.after, str.startswith):
            return rule.reading
    return ""


def marked(numbered: str) -> str:
    """Pinyin with marks and as one word: `yin2 hang2` is yínháng, `Xi1 an1` is Xī'ān."""
    syllables = [_marked_one(syllable) for syllable in numbered.split()]
    out = ""
    for syllable in syllables:
        joint = "'" if out and _VOWEL_FIRST.match(syllable) else ""
        out += joint + (syllable.lower() if out else syllable)
    return out


def _marked_one(syllable: str) -> str:
    match = _SYLLABLE.fullmatch(syllable)
    if match is None:
        return syllable
    letters, tone = match[1].replace("u:", "ü").replace("U:", "Ü"), int(match[2])
    at = _marked_vowel(letters.lower())
    if tone == 5 or at < 0:
        return letters
    vowel = _MARKS[letters[at].lower()][tone - 1]
    return letters[:at] + (vowel.upper() if letters[at].isupper() else vowel) + letters[at + 1 :]


def _marked_vowel(letters: str) -> int:
    """Where the mark stands: on a or e, on the o of ou, else on the last vowel."""
    for vowel in "ae":
        if vowel in letters:
            return letters.index(vowel)
    if "ou" in letters:
        return letters.index("o")
    return max(letters.rfind(vowel) for vowel in "iouü")


def _reading(word: str, before: str, after: str) -> str:
    if not any(writing(char) == "han" for char in word):
        return ""
    if len(word) == 1:
        known = reading_by_neighbours(word, before, after)
        if known:
            return known
    return _usual_reading(word)


@lru_cache(maxsize=16384)
def _usual_reading(word: str) -> str:
    uses = {use.reading for use in uses_of(word)}
    if len(uses) == 1:
        return uses.pop()
    readings = {entry.pinyin for entry in entries(word) if not entry.pinyin[:1].isupper()}
    if len(readings) == 1:
        return readings.pop()
    if uses or entries(word):
        return meanings(word)[0].reading
    return " ".join(_sign(char) for char in word)


@lru_cache(maxsize=4096)
def _sign(char: str) -> str:
    # The phrases of pypinyin take 50 MB and are cut otherwise than our words: only its signs serve.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style
    from pypinyin import pinyin as by_sign

    return str(by_sign(char, style=Style.TONE3, neutral_tone_with_five=True)[0][0])


def _fits(text: str, wanted: tuple[str, ...], test: object) -> bool:
    if not wanted:
        return True
    assert callable(test)
    return any(not text if one in "^$" else bool(test(text, one)) for one in wanted)


@cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    found: dict[str, list[_Rule]] = {}
    for line in files(__package__).joinpath("readings.txt").read_text("utf-8").splitlines():
        if "|" in line and not line.startswith("#"):
            sign, reading, before, after = (part.strip() for part in line.split("|"))
            rule = _Rule(reading, _wanted(before), _wanted(after))
            found.setdefault(sign, []).append(rule)
    return {sign: tuple(rules) for sign, rules in found.items()}


def _wanted(part: str) -> tuple[str, ...]:
    return () if part == "-" else tuple(part.split())
