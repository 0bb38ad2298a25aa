"""Counts of how words are translated, learnt from pairs of sentences.

Two counts for each Chinese word: in how many sentences the glosses of each of its options stand in
the English, and which English words go with it by IBM model 1, which needs no dictionary and so
finds what the dictionary lacks (努力: hard).

    python -m dukou.language.gloss.learning ../shared/data/text/tatoeba/cmn.txt

writes `tatoeba.txt.gz`. Three hundred sentences, and all that share a side with them, are held out:
`bench/gloss.py` measures on them. To choose settings hold out 1,500 (a second argument) and measure
with `--development`.

Source: Brown et al. 1993, The mathematics of statistical machine translation (model 1).
"""

import gzip
import hashlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from dukou.language.gloss.cutting import chinese_words
from dukou.language.gloss.dictionary import edition
from dukou.language.gloss.english import lemmas
from dukou.language.gloss.function_words import is_function_word
from dukou.language.gloss.inverted import is_gloss
from dukou.language.gloss.learned import FILE
from dukou.language.gloss.options import Option, is_ambiguous, options_of
from dukou.language.scripts import folded

HELD_OUT = 300
_ROUNDS = 6
_LEAST_PAIRED = 2.5
_LEAST_SHARE = 0.05


class Pair(NamedTuple):
    """A sentence in two languages."""

    english: str
    chinese: str


class Counted(NamedTuple):
    """A pair, cut: Chinese words in order, English words as ` i love cat `."""

    words: list[str]
    english: str


def read_pairs(path: Path) -> list[Pair]:
    """Tatoeba's pairs, a tab between the two."""
    lines = path.read_text("utf-8").splitlines()
    return [Pair(*line.split("\t")[:2]) for line in lines if "\t" in line]


def shuffled(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """Groups of pairs that share their Chinese or their English, in an order that never changes."""
    parents: dict[str, str] = {}

    def root(side: str) -> str:
        while parents.setdefault(side, side) != side:
            side = parents[side]
        return side

    known = list(pairs)
    for pair in known:
        parents[root(_side("en", pair.english))] = root(_side("zh", folded(pair.chinese)))
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in known:
        groups[root(_side("en", pair.english))].append(pair)
    return [groups[key] for key in sorted(groups, key=_digest)]


def counted(pair: Pair) -> Counted:
    """The pair as words; Traditional and Simplified are one."""
    return Counted(chinese_words(pair.chinese), english_words(pair.english))


def english_words(text: str) -> str:
    """English as its words stand in a dictionary, with a space on either side of each."""
    return f" {' '.join(lemmas(text, is_gloss))} "


def is_said(option: Option, english: str) -> bool:
    """True if a gloss of the option stands in the English, see `Counted`."""
    return any(_gloss_words(core) in english for core in option.cores)


def learn(sentences: Iterable[Counted]) -> Iterator[str]:
    """The rows of the table."""
    known = list(sentences)
    times = Counter(word for one in known for word in set(one.words))
    hits: dict[str, Counter[int]] = defaultdict(Counter)
    for one in known:
        for word in set(one.words):
            if is_ambiguous(word) or is_function_word(word):
                options = enumerate(options_of(word))
                hits[word].update(at for at, option in options if is_said(option, one.english))
    pairings = dict(_pairings(known, times))
    for word in sorted(times):
        if hits[word] or word in pairings:
            found = " ".join(f"{place}:{n}" for place, n in sorted(hits[word].items()))
            yield f"{word}\t{times[word]}\t{found}\t{pairings.get(word, '')}"


def _pairings(known: list[Counted], times: Counter[str]) -> Iterator[tuple[str, str]]:
    sides = [(dict.fromkeys(one.words), dict.fromkeys(one.english.split())) for one in known]
    english = Counter(word for _, words in sides for word in words)
    for word, table in _expected(sides).items():
        likely = sorted(table.items(), key=lambda item: (-item[1], item[0]))[:6]
        shares = [(said, n / times[word], n / english[said]) for said, n in likely if word]
        kept = [
            f"{said}:{min(share, 1):.2f}:{min(back, 1):.2f}"
            for said, share, back in shares
            if share * times[word] >= _LEAST_PAIRED and min(share, back) >= _LEAST_SHARE
        ]
        if kept:
            yield word, " ".join(kept)


def _expected(
    sides: list[tuple[dict[str, None], dict[str, None]]],
) -> dict[str, dict[str, float]]:
    """How often each English word comes from each Chinese one; "" stands for no word."""
    chances: dict[str, dict[str, float]] = defaultdict(dict)
    for words, english in sides:
        for word in ("", *words):
            chances[word].update(dict.fromkeys(english, 1.0))
    for _ in range(_ROUNDS):
        expected: dict[str, dict[str, float]] = {word: {} for word in chances}
        for words, english in sides:
            for said in english:
                total = sum(chances[word][said] for word in ("", *words))
                for word in ("", *words):
                    row = expected[word]
                    row[said] = row.get(said, 0.0) + chances[word][said] / total
        for word, row in expected.items():
            whole = sum(row.values())
            chances[word] = {said: n / whole + 1e-12 for said, n in row.items()}
    return expected


@lru_cache(maxsize=65536)
def _gloss_words(gloss: str) -> str:
    words = english_words(gloss)
    return words if words.strip() else "\0"


def _side(lang: str, text: str) -> str:
    return lang + re.sub(r"\W+", "", text.lower())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def main() -> None:
    """Write the table beside this module."""
    held_out = int(sys.argv[2]) if len(sys.argv) > 2 else HELD_OUT
    groups = shuffled(read_pairs(Path(sys.argv[1])))[held_out:]
    rows = list(learn(counted(pair) for group in groups for pair in group))
    path = Path(__file__).with_name(FILE)
    text = "\n".join([f"# {edition()}", *rows]) + "\n"
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    sys.stdout.write(f"{len(rows)} words, {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
