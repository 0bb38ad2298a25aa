"""What somebody probably meant to type: resturant, huoguo, 火祸.

A Latin word that nothing knows becomes the likeliest known word one slip away (a letter too many,
too few, wrong, or two exchanged), as in Norvig's "How to Write a Spelling Corrector". Pinyin
becomes the commonest word of that sound, and so do Chinese signs that form no word: most slips of
the pinyin keyboard sound right.
"""

import re
from collections.abc import Iterator

from pypinyin import lazy_pinyin

from dukou.language.finding.across import renderings
from dukou.language.finding.cedict import crossings
from dukou.language.lexicon import is_listed
from dukou.language.scripts import folded
from dukou.language.writing import writing

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[a-z]+")
#: Shorter words are one slip away from too many others.
_SHORTEST = 4


def mended(query: str) -> str | None:
    """The query as it was probably meant, in small letters; None where nothing seems wrong."""
    plain = folded(query).strip().lower()
    if not plain or renderings(plain):
        return None
    if all(writing(char) == "han" for char in plain):
        return _by_sound(plain, "".join(lazy_pinyin(plain, v_to_u=False)))
    words = _WORD.findall(plain)
    if not plain.isascii() or not words:
        return None
    as_pinyin = "".join(plain.split()).replace("'", "")
    spelt = [plain, *(word for word in words if len(word) >= _SHORTEST)]
    if _WORD.fullmatch(as_pinyin) and not any(map(renderings, spelt)):
        found = _by_sound("", as_pinyin)
        if found:
            return found
    better = _WORD.sub(lambda match: _mended_word(match[0]), plain)
    return better if better != plain else None


def _is_known(word: str) -> bool:
    return len(word) < _SHORTEST or bool(renderings(word))


def _mended_word(word: str) -> str:
    if _is_known(word):
        return word
    likely: dict[str, int] = {}
    for other, weight in _one_slip_away(word):
        likely[other] = max(likely.get(other, 0), weight * len(crossings().chinese[other]))
    best = max(likely, key=lambda other: (likely[other], other[0] == word[0]), default="")
    return best if best and likely[best] else word


def _one_slip_away(word: str) -> Iterator[tuple[str, int]]:
    """Each with a weight: fingers exchange letters, drop and double them more than they miss."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield before + after[1:], 2
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:], 4
        for letter in _LETTERS:
            yield before + letter + after, 2
            if after:
                yield before + letter + after[1:], 1


def _by_sound(said: str, sound: str) -> str | None:
    """The commonest word of the sound, unless what was said is a word itself."""
    if said and (is_listed(said) or said in crossings().english):
        return None
    words = [word for word in crossings().sounds[sound] if word != said]
    return words[0] if words else None
