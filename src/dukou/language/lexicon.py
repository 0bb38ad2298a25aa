"""The words of such a community that dictionaries do not know yet."""

from functools import cache
from importlib.resources import files

import rjieba

_FREQUENCY = 20_000


@cache
def lexicon() -> frozenset[str]:
    """Our own words, in Simplified Chinese: names of places online, slang, hobbies, food."""
    lines = files("dukou.language").joinpath("lexicon.txt").read_text("utf-8").splitlines()
    return frozenset(
        word for line in lines if not line.startswith("#") for word in line.split() if word
    )


@cache
def segmenter() -> rjieba.Jieba:
    """The segmenter of Chinese words, taught our lexicon."""
    jieba = rjieba.Jieba()
    for word in sorted(lexicon()):
        jieba.add_word(word, _FREQUENCY, None)
    return jieba
