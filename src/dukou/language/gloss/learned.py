"""How words were translated in Tatoeba's sentences: counts, learnt once and kept in a table.

The table (`tatoeba.txt.gz`) holds no sentence, only how often a sense's words stood in the English
of sentences that had the Chinese word, and which English words went with it. `learning.py` makes
it. Source: https://tatoeba.org, its contributors, CC BY 2.0 FR. It names the edition of the
dictionary whose senses it counts, and counts nothing with any other.
"""

import gzip
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dukou.language.gloss.dictionary import edition

FILE = "tatoeba.txt.gz"


@dataclass(frozen=True, slots=True)
class Pairing:
    """An English word that stood for a Chinese one: how often for it, and how often it for that."""

    word: str
    share: float
    share_back: float


@dataclass(frozen=True, slots=True)
class Learned:
    """What was counted of a word: sentences that have it, and hits of each option by its place."""

    sentences: int
    hits: dict[int, int]
    pairings: tuple[Pairing, ...]


_NOTHING = Learned(0, {}, ())


def learned(word: str) -> Learned:
    """What was counted of a Chinese word in Simplified; nothing for most words."""
    return _table().get(word, _NOTHING)


def learned_back(english: str) -> tuple[Pairing, ...]:
    """The Chinese words that an English one stood for, best first; `share` is of the English."""
    return _back().get(english, ())


def is_current() -> bool:
    """False if the table was made for another edition of the dictionary, and so says nothing."""
    return bool(_table())


@cache
def _table() -> dict[str, Learned]:
    path = files(__package__).joinpath(FILE)
    head, *rows = gzip.decompress(path.read_bytes()).decode().splitlines()
    return dict(map(_learned, rows)) if head == f"# {edition()}" else {}


@cache
def _back() -> dict[str, tuple[Pairing, ...]]:
    found: dict[str, list[Pairing]] = {}
    for word, row in _table().items():
        for pair in row.pairings:
            found.setdefault(pair.word, []).append(Pairing(word, pair.share_back, pair.share))
    return {
        word: tuple(sorted(pairs, key=lambda pair: (-pair.share, pair.word)))
        for word, pairs in found.items()
    }


def _learned(row: str) -> tuple[str, Learned]:
    word, sentences, hits, pairings = row.split("\t")
    counted = (hit.split(":") for hit in hits.split(" ") if hit)
    paired = (pair.rsplit(":", 2) for pair in pairings.split(" ") if pair)
    return word, Learned(
        int(sentences),
        {int(place): int(times) for place, times in counted},
        tuple(Pairing(said, float(share), float(back)) for said, share, back in paired),
    )
