"""How broad a reader's pages are, beside how broad what they chose is.

Breadth is the entropy of topics, told as the number of topics that would be as broad if each had
as much (Hill 1973, doi:10.2307/1934352). Where pages are narrower than choices, the ranker has
made the reader's world smaller than the reader did.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dukou.engine.arrays import Bools, Floats, Ints
from dukou.engine.errors import ShapeMismatch


@dataclass(frozen=True, slots=True)
class Looks:
    """Notes that readers were shown, or chose: a reader, its topics, and how much it counts.

    All of one length. `weights`: exposure of the slot for what was shown, 1 for what was chosen;
    left out, all count 1. A note's weight is shared by its topics; one without any is left out.
    """

    readers: Ints
    topics: Sequence[Sequence[int]]
    weights: Floats | None = None

    def __post_init__(self) -> None:
        for name in ("topics", "weights"):
            column = getattr(self, name)
            if column is not None and len(column) != len(self.readers):
                raise ShapeMismatch(name, (len(column),), (len(self.readers),))


@dataclass(frozen=True, slots=True)
class Breadth:
    """Topics that each reader's pages, and choices, are as broad as; shape (readers,)."""

    reader_ids: Ints
    shown: Floats
    chosen: Floats

    @property
    def narrowed(self) -> Bools:
        """Whose pages are narrower than what they chose."""
        return np.asarray(self.shown < self.chosen)

    @property
    def ratio(self) -> float:
        """Breadth of pages by that of choices, as the readers' geometric mean; 1 for none."""
        if not len(self.reader_ids):
            return 1.0
        return float(np.exp(np.mean(np.log(self.shown) - np.log(self.chosen))))


def breadth(shown: Looks, chosen: Looks, *, fewest: int = 5) -> Breadth:
    """Breadth of pages and of choices, for readers with enough of both to tell.

    A few choices always look narrower than many showings; the correction of Miller and Madow
    takes out most of that. Below `fewest` choices nothing can be told.
    """
    shown_ids, shown_size, seen = _entropies(shown)
    chosen_ids, chosen_size, picked = _entropies(chosen)
    both, at, of = np.intersect1d(shown_ids, chosen_ids, return_indices=True)
    told = (shown_size[at] >= fewest) & (chosen_size[of] >= fewest)
    return Breadth(both[told], np.exp(seen[at][told]), np.exp(picked[of][told]))


def topic_entropy(topics: Sequence[Sequence[int]], weights: Floats | None = None) -> float:
    """Entropy of topics over some notes, in nats, corrected for their number; 0 for none."""
    one = Looks(np.zeros(len(topics), dtype=np.int64), topics, weights)
    _, _, entropy = _entropies(one)
    return float(entropy[0]) if len(entropy) else 0.0


def _entropies(looks: Looks) -> tuple[Ints, Floats, Floats]:
    """Readers, the number of notes that tell of them, and their entropy."""
    sizes = np.array([len(names) for names in looks.topics], dtype=np.int64)
    given = np.ones(len(sizes)) if looks.weights is None else np.asarray(looks.weights, float)
    taken = (sizes > 0) & (given > 0.0)
    readers, of = np.unique(np.asarray(looks.readers)[taken], return_inverse=True)
    sizes, given = sizes[taken], given[taken]
    names = [name for names, use in zip(looks.topics, taken, strict=True) if use for name in names]
    topics, topic = np.unique(np.array(names, dtype=np.int64), return_inverse=True)
    cell = np.repeat(of, sizes) * max(len(topics), 1) + topic
    cells, at = np.unique(cell, return_inverse=True)
    mass = np.bincount(at, np.repeat(given / sizes, sizes), len(cells))
    reader = cells // max(len(topics), 1)
    total = np.bincount(of, given, len(readers))
    part = mass / total[reader]
    entropy = np.bincount(reader, -part * np.log(part), len(readers))
    count = total**2 / np.maximum(np.bincount(of, given**2, len(readers)), 1e-300)
    kinds = np.bincount(reader, minlength=len(readers))
    return readers, count, entropy + (kinds - 1) / (2.0 * np.maximum(count, 1e-300))
