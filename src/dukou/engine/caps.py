"""What the caps of authors and topics leave of the notes: rows of a linear programme."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from dukou.engine.arrays import Floats, Ints
from dukou.engine.contract import Contract
from dukou.engine.supply import Supply


@dataclass(frozen=True, slots=True)
class Caps:
    """Rows over the exposure of each group of readers on each kind of notes, and their limits;
    shapes (caps, groups * kinds) and (caps,). A row speaks of few kinds: most of it is zero."""

    rows: csr_array
    limits: Floats


def author_caps(contract: Contract, supply: Sequence[Supply], whole: Floats, worth: Floats) -> Caps:
    """An author's notes fill so many places of a page, at best the first, and so much of all
    exposure. Kinds that differ by topic alone share their authors.

    Args:
        whole: exposure of each group of readers; shape (groups,).
        worth: exposure of each slot of a page.
    """
    cap, found = contract.author_cap, _Rows(whole, len(supply))
    alike: dict[Hashable, list[int]] = {}
    for at, kind in enumerate(supply):
        alike.setdefault((kind.cohort, kind.qualifies), []).append(at)
    for kinds in alike.values():
        parts = [([at], supply[at].authors) for at in kinds] if len(kinds) > 1 else []
        together = max(supply[at].authors_alike for at in kinds)
        for members, authors in [*parts, (kinds, together)]:
            of_all = authors * cap.share if cap.share < 1.0 else 1.0
            found.add(members, of_page=_first(authors * cap.per_page, worth), of_all=of_all)
    return found.caps()


def topic_caps(contract: Contract, supply: Sequence[Supply], whole: Floats, worth: Floats) -> Caps:
    """The same for notes with one topic; a note counts for each of its topics."""
    cap, found = contract.topic_cap, _Rows(whole, len(supply))
    if cap is not None:
        for topic in sorted({topic for kind in supply for topic in kind.topics}):
            about = [at for at, kind in enumerate(supply) if topic in kind.topics]
            found.add(about, of_page=_first(cap.per_page, worth), of_all=cap.share)
    return found.caps()


def _first(places: int, worth: Floats) -> float:
    """Part of a page's exposure that its first places have."""
    return float(worth[:places].sum() / worth.sum())


class _Rows:
    """Caps being written down."""

    def __init__(self, whole: Floats, kinds: int) -> None:
        self.whole, self.kinds = whole, kinds
        self.columns: list[Ints] = []
        self.limits: list[float] = []

    def add(self, kinds: list[int], *, of_page: float, of_all: float) -> None:
        """These kinds get at most so much of each page, and of all exposure."""
        if of_page < 1.0:
            for group, exposure in enumerate(self.whole.tolist()):
                self._row([group], kinds, of_page * exposure)
        if of_all < 1.0:
            self._row(range(len(self.whole)), kinds, of_all * float(self.whole.sum()))

    def caps(self) -> Caps:
        """All of them."""
        starts = np.cumsum([0, *map(len, self.columns)])
        columns = np.concatenate([np.zeros(0, dtype=np.int64), *self.columns])
        shape = len(self.columns), len(self.whole) * self.kinds
        rows = csr_array((np.ones(len(columns)), columns, starts), shape=shape)
        return Caps(rows, np.array(self.limits))

    def _row(self, groups: Sequence[int], kinds: list[int], limit: float) -> None:
        of_groups = np.array(groups, dtype=np.int64) * self.kinds
        self.columns.append(np.add.outer(of_groups, np.array(kinds, dtype=np.int64)).ravel())
        self.limits.append(limit)
