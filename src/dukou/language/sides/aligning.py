"""Which sentences of two texts belong together, in order: one to one, one to two, one to nothing.

Dynamic programming over groups, as Gale and Church 1993 (doi:10.5555/972450.972455) have it, with
the cosine of text vectors in the place of lengths, as in Vecalign (Thompson and Koehn 2019,
D19-1136). A group counts for what its cosine is above `least`; a sentence alone counts nothing, so
that a second one joins a group only where that brings it nearer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

#: So much nearer must a group be for each sentence more than one on each side.
MARGIN = 0.03
#: Sentences of either side that may belong together.
_GROUPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2))


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences that say the same, as ranges of places on both sides."""

    first: range
    second: range
    cosine: float


class Runs:
    """Vectors of each run of up to three sentences of a text."""

    def __init__(self, texts: Sequence[str], vectors: Callable[[Sequence[str]], Floats]) -> None:
        self._places = {
            (start, size): place
            for place, (start, size) in enumerate(
                (start, size) for size in (1, 2, 3) for start in range(len(texts) - size + 1)
            )
        }
        self._rows = vectors([" ".join(texts[at : at + n]) for at, n in self._places])
        self.count = len(texts)

    def vector(self, start: int, size: int) -> Floats:
        """Of the sentences from `start` on."""
        row: Floats = self._rows[self._places[start, size]]
        return row


def aligned(first: Runs, second: Runs, *, least: float) -> list[Group]:
    """The groups in order; sentences in none of them have no counterpart."""
    best = np.zeros((first.count + 1, second.count + 1))
    taken: dict[tuple[int, int], Group | None] = {}
    for i in range(first.count, -1, -1):
        for j in range(second.count, -1, -1):
            best[i, j], taken[i, j] = _best_step(first, second, i, j, best, least)
    return _path(taken, first.count, second.count, best)


def _best_step(
    first: Runs, second: Runs, i: int, j: int, best: NDArray[np.float64], least: float
) -> tuple[float, Group | None]:
    skipped = [best[i + 1, j]] if i < first.count else []
    skipped += [best[i, j + 1]] if j < second.count else []
    found, group = max(skipped, default=0.0), None
    for n, m in _GROUPS:
        if i + n > first.count or j + m > second.count:
            continue
        cosine = float(first.vector(i, n) @ second.vector(j, m))
        gain = cosine - least - MARGIN * (n + m - 2) + best[i + n, j + m]
        if cosine > least and gain > found:
            found, group = gain, Group(range(i, i + n), range(j, j + m), cosine)
    return found, group


def _path(
    taken: dict[tuple[int, int], Group | None], rows: int, columns: int, best: NDArray[np.float64]
) -> list[Group]:
    groups: list[Group] = []
    i = j = 0
    while i < rows and j < columns:
        group = taken[i, j]
        if group is not None:
            groups.append(group)
            i, j = group.first.stop, group.second.stop
        elif best[i + 1, j] >= best[i, j + 1]:
            i += 1
        else:
            j += 1
    return groups
