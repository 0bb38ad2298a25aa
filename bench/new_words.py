"""How well new words are found: of words that are hidden, how many, and how much else is found.

    python bench/new_words.py [--json FILE]

Every tenth word of two to four signs that stands in four sentences or more is hidden: the cutter
cuts it as it would cut a word that it does not know, and the dictionary denies it. `recall` is the
share of the hidden words that are found, `precision` the share of what is found that was hidden or
is a word for CC-CEDICT or the segmenter; names of persons and places that neither has count as
wrong, although they are what one looks for. Mean of three draws of the hidden words. Beside it: the
pairs of neighbours that are most frequent, as many as ours (`plain`).

NTREX and FLORES are reported; limits were chosen on Tatoeba. DUKOU_DATA/text has all three.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from dukou.language import new_words as finding
from dukou.language.gloss.cutting import chinese_words
from dukou.language.gloss.dictionary import has_word
from dukou.language.gloss.function_words import is_function_word
from dukou.language.lexicon import lexicon, segmenter_of_all_places
from texts_folder import texts_folder

DRAWS = 3
FEWEST = 4
HIDDEN_SHARE = 0.1


@dataclass(frozen=True)
class Score:
    """Of one way to find words, shares from 0 to 1."""

    recall: float
    precision: float
    found: int


class Hiding:
    """A world in which some words are unknown."""

    def __init__(self, texts: list[str], rng: random.Random) -> None:
        self.jieba = segmenter_of_all_places()
        often = Counter(word for text in texts for word in set(chinese_words(text)))
        fit = sorted(
            word
            for word, times in often.items()
            if times >= FEWEST and 2 <= len(word) <= 4
            if self.is_word(word) and not is_function_word(word) and word not in lexicon()
        )
        self.words = frozenset(rng.sample(fit, int(len(fit) * HIDDEN_SHARE)))

    def is_word(self, word: str) -> bool:
        """For anybody to whom nothing is hidden."""
        return has_word(word) or self.jieba.has_word(word)

    def is_known(self, word: str) -> bool:
        """In this world."""
        return word not in self.words and self.is_word(word)

    def cut(self, run: str) -> list[str]:
        """Words of the run, the hidden ones in pieces."""
        return [part for word in self.jieba.cut(run, False) for part in self._parts(word)]

    def _parts(self, word: str) -> Iterator[str]:
        if word not in self.words:
            yield word
            return
        place = 0
        while place < len(word):
            sizes = range(len(word) - place, 1, -1)
            size = next((n for n in sizes if self.is_known(word[place : place + n])), 1)
            yield word[place : place + size]
            place += size


def main() -> None:
    """Hide words, find them, print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    data = texts_folder("ntrex")
    figures = {}
    print(f"{'':22}{'recall':>8}{'precision':>11}{'found':>7}")
    for name, texts in _sets(data):
        draws = [_draw(texts, random.Random(seed)) for seed in range(DRAWS)]
        for way in ("ours", "plain"):
            scores = [draw[way] for draw in draws]
            recall = sum(one.recall for one in scores) / DRAWS
            precision = sum(one.precision for one in scores) / DRAWS
            found = sum(one.found for one in scores) // DRAWS
            print(f"{name:14}{way:8}{recall:8.3f}{precision:11.3f}{found:7}", flush=True)
            figures[f"{name} {way}"] = {"recall": recall, "precision": precision}
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def _sets(data: Path) -> Iterator[tuple[str, list[str]]]:
    news = (data / "ntrex" / "ref.zho-CN.txt").read_text("utf-8").splitlines()
    wiki = (data / "flores" / "en-zh" / "flores-dev.zh").read_text("utf-8").splitlines()
    yield "news", [*news, *wiki]
    rows = (data / "tatoeba" / "cmn.txt").read_text("utf-8").splitlines()
    yield "(Tatoeba)", sorted({row.split("\t")[1] for row in rows})


def _draw(texts: list[str], rng: random.Random) -> dict[str, Score]:
    world = Hiding(texts, rng)
    found = finding.new_words(enumerate(texts), most=10_000, cut=world.cut, is_known=world.is_known)
    ours = [one.word for one in found]
    return {"ours": _score(ours, world), "plain": _score(_frequent(texts, world, len(ours)), world)}


def _frequent(texts: list[str], world: Hiding, most: int) -> list[str]:
    """The commonest pairs of neighbours of which one is a single sign and none is grammar."""
    pairs: Counter[str] = Counter()
    for text in texts:
        parts = [part for word in chinese_words(text) for part in world.cut(word)]
        for one, other in pairwise(parts):
            if min(len(one), len(other)) == 1 and not (
                is_function_word(one) or is_function_word(other) or world.is_known(one + other)
            ):
                pairs[one + other] += 1
    return [word for word, _ in pairs.most_common(most)]


def _score(found: list[str], world: Hiding) -> Score:
    right = sum(world.is_word(word) for word in found)
    hit = len(world.words.intersection(found))
    return Score(hit / len(world.words), right / max(1, len(found)), len(found))


if __name__ == "__main__":
    main()
