"""The words of such a community that dictionaries do not know yet."""

from functools import cache, lru_cache
from importlib.resources import files

import rjieba

from dukou.language.place_words import place_words

_FREQUENCY = 20_000


@cache
def lexicon() -> frozenset[str]:
    """Our own words, in Simplified Chinese: names of places online, slang, hobbies, food."""
    lines = files("dukou.language").joinpath("lexicon.txt").read_text("utf-8").splitlines()
    return frozenset(
        word for line in lines if not line.startswith("#") for word in line.split() if word
    )


def is_listed(word: str) -> bool:
    """Whether the word is one of ours, or of this place: its glossary's, or new in its notes."""
    return word in lexicon() or word in place_words().chinese


def segmenter() -> rjieba.Jieba:
    """The segmenter of Chinese words, taught our lexicon and the words of this place."""
    return _taught(place_words().chinese)


def segmenter_of_all_places() -> rjieba.Jieba:
    """A segmenter of one's own that knows our lexicon and nothing of this place's notes."""
    return _taught_anew(lexicon())


# One that is cutting for another thread cannot learn ("Already borrowed"), so that new words make
# a new one: an eighth of a second, 25 MB until the old one is let go.
@lru_cache(maxsize=1)
def _taught(words: frozenset[str]) -> rjieba.Jieba:
    return _taught_anew(lexicon() | words)


def _taught_anew(words: frozenset[str]) -> rjieba.Jieba:
    jieba = rjieba.Jieba()
    for word in sorted(words):
        jieba.add_word(word, _FREQUENCY, None)
    return jieba
