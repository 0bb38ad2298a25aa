"""Chinese text cut into the words that the dictionary explains.

rjieba cuts first, with our lexicon. Then neighbours that are one word of the dictionary are joined,
the longest first, and what the dictionary does not have is cut into the longest words that it has.
"""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from dukou.language.gloss.dictionary import LONGEST, has_word
from dukou.language.gloss.function_words import is_function_word
from dukou.language.lexicon import is_listed, segmenter
from dukou.language.scripts import folded
from dukou.language.writing import writing

_MOST_JOINED = 3
_PROGRESSIVE = re.compile("(?<![名显土编原专巨论译合遗])著(?![名作者称述录书])")


def cut_chinese(run: str, *, known: Callable[[str], bool] = lambda word: False) -> list[str]:
    """The words of a run of Han characters; `known` says what is a word besides the dictionary's.

    Words of our lexicon stay whole even where the dictionary does not explain them.
    """
    words: list[str] = []
    for word in _joined(_with_new_words(run), known):
        is_whole = len(word) == 1 or _is_word(word, known) or is_listed(word)
        words += [word] if is_whole or _is_new(word) else longest_words(word, known)
    return words


def _with_new_words(run: str) -> list[str]:
    """rjieba's words, with signs that it takes for one new word (蒜鸟) left together."""
    plain = list(segmenter().cut(run, False))
    words, place = [], 0
    for guessed in segmenter().cut(run, True):
        parts: list[str] = []
        while sum(map(len, parts)) < len(guessed):
            parts.append(plain[place])
            place += 1
        words += [guessed] if len(parts) > 1 and _is_new(guessed) else parts
    return words


def _is_new(word: str) -> bool:
    """True for two or three signs in which there is no word that we know, nor one of grammar."""
    return 1 < len(word) < 4 and all(
        len(part) == 1 and not is_function_word(part) for part in longest_words(word)
    )


def chinese_words(text: str) -> list[str]:
    """The Chinese words of a text in order, in Simplified; all else is left out."""
    runs = groupby(simplified(text), key=lambda char: writing(char) == "han")
    return [word for is_han, run in runs if is_han for word in cut_chinese("".join(run))]


def simplified(text: str) -> str:
    """The text in Simplified, sign by sign, as long as it was.

    OpenCC leaves 著 alone, which Simplified has too (著名); in Traditional it is 着 as well.
    """
    plain = folded(text)
    plain = plain if len(plain) == len(text) else text
    return _PROGRESSIVE.sub("着", plain)


def longest_words(run: str, known: Callable[[str], bool] = lambda word: False) -> list[str]:
    """The run as the longest words of the dictionary, single signs else.

    Found from the left and from the right; what leaves fewer pieces is better, then from the right,
    where Chinese puts the noun: 打 网球, not 打网 球.
    """
    forward = _from_left(run, known)
    backward = [word[::-1] for word in _from_left(run[::-1], known, step=-1)][::-1]
    return forward if len(forward) < len(backward) else backward


def _from_left(run: str, known: Callable[[str], bool], step: int = 1) -> list[str]:
    words, place = [], 0
    while place < len(run):
        sizes = range(min(LONGEST, len(run) - place), 1, -1)
        size = next((n for n in sizes if _is_word(run[place : place + n][::step], known)), 1)
        words.append(run[place : place + size])
        place += size
    return words


def _joined(tokens: list[str], known: Callable[[str], bool]) -> Iterator[str]:
    place = 0
    while place < len(tokens):
        size = 1
        for n in range(min(_MOST_JOINED, len(tokens) - place), 1, -1):
            parts = tokens[place : place + n]
            whole = "".join(parts)
            if len(whole) <= LONGEST and _may_join(whole, parts, known):
                size = n
                break
        yield "".join(tokens[place : place + size])
        place += size


def _may_join(whole: str, parts: list[str], known: Callable[[str], bool]) -> bool:
    """Words of grammar stay alone: 那 是 is not the dictionary's 那是, "of course"."""
    if known(whole) or is_function_word(whole):
        return True
    return has_word(whole) and not any(is_function_word(part) for part in parts)


def _is_word(text: str, known: Callable[[str], bool]) -> bool:
    return known(text) or has_word(text)
