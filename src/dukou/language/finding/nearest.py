"""The texts nearest to a query, found by looking at all of them.

Vectors are held as bytes with one scale each: 100,000 texts take 55 MB. They are turned so that
their first 192 numbers of 512 say most (`axes.py`); by these all texts are looked at, and the
likeliest three in a hundred by all numbers. One look at 100,000 takes a millisecond and a half of
one core, four where it is not compiled (`dukou.language.kernel`). Of the hundred nearest it finds
99.8 in 100, of the ten nearest all, rounding included: an index would be wrong more often and is
not faster below some 300,000 texts.
"""

from collections.abc import Callable, Iterable, Sequence
from threading import Lock

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dukou.language.finding.axes import Floats, principal_axes
from dukou.language.kernel import asked, kernel

Ints = NDArray[np.int64]
Among = Callable[[Ints, NDArray[np.int16]], NDArray[np.bool_]]

_AT_ONCE = 4096  # rows whose numbers fit into a processor's second cache as floats
_FIRST_ROOM = 1024
_HEAD = 192
#: With fewer texts there is nothing to save by looking at the heads first.
_TURNED_FROM = 4096
#: The share of all texts, and the multiple of what is asked for, that is looked at closely.
_CLOSELY, _CLOSELY_EACH = 1 / 32, 20
_LEFT_OUT = -2.0


class VectorShelf:
    """Unit vectors by id, with small numbers beside each (`labels`) to choose among them by.

    Safe to use from several threads. `compiled`: by the kernel where there is one.
    """

    def __init__(self, dimensions: int, labels: int = 0, *, compiled: bool = True) -> None:
        self._kernel = kernel() if compiled else None
        head = min(_HEAD, dimensions)
        self._heads = np.zeros((_FIRST_ROOM, head), dtype=np.int8)
        self._tails = np.zeros((_FIRST_ROOM, dimensions - head), dtype=np.int8)
        self._scales = np.zeros(_FIRST_ROOM, dtype=np.float32)
        self._ids = np.zeros(_FIRST_ROOM, dtype=np.int64)
        self._labels = np.zeros((_FIRST_ROOM, labels), dtype=np.int16)
        self._axes: Floats | None = None
        self._place: dict[int, int] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._place)

    def __contains__(self, text_id: int) -> bool:
        return text_id in self._place

    @property
    def nbytes(self) -> int:
        """Memory of the arrays, room for growth included."""
        return sum(part.nbytes for part in self._parts())

    def put(self, ids: ArrayLike, vectors: ArrayLike, labels: ArrayLike | None = None) -> None:
        """Add texts, or give those that are here already new vectors and labels.

        `vectors` has shape (ids, dimensions), `labels` (ids, labels).
        """
        given = np.asarray(ids, dtype=np.int64)
        with self._lock:
            at = self._places_for(given)
            self._write(at, self._turned(np.asarray(vectors, dtype=np.float32)))
            self._ids[at] = given
            if labels is not None:
                self._labels[at] = labels
            if self._axes is None and len(self._place) >= _TURNED_FROM and self._tails.size:
                self._turn()

    def drop(self, ids: Iterable[int]) -> None:
        """Take texts away; ids that are not here are passed over."""
        with self._lock:
            for text_id in ids:
                at = self._place.pop(text_id, None)
                last = len(self._place)
                if at is None or at == last:
                    continue
                for part in self._parts():
                    part[at] = part[last]
                self._place[int(self._ids[at])] = at

    def nearest(
        self, query: Floats, *, most: int, least: float = 0.0, among: Among | None = None
    ) -> tuple[Ints, Floats]:
        """Ids and cosines of the nearest texts, nearest first, none further than `least`.

        `among` says which count, from ids and labels as they stand on the shelf.
        """
        return self.nearest_each(query, [among], most=most, least=least)[0]

    def nearest_each(
        self, query: Floats, choices: Sequence[Among | None], *, most: int, least: float = 0.0
    ) -> list[tuple[Ints, Floats]]:
        """As `nearest` for each of the choices, in one look."""
        with self._lock:
            turned = self._turned(query)
            rough = self._rough(turned)
            ids = self._ids[: len(rough)].copy()
            labels = self._labels[: len(rough)]
            likely = []
            for among in choices:
                scores = rough
                if among is not None:
                    scores = np.where(among(ids, labels), rough, np.float32(_LEFT_OUT))
                likely.append(self._likely(scores, most))
            # Most are likely in several of the choices, and are looked at once.
            chosen = np.zeros(len(rough), dtype=np.bool_)
            for at in likely:
                chosen[at] = True
            whole = np.flatnonzero(chosen)
            rough[whole] += self._rest(whole, turned)
        return [_best(ids[at], rough[at], most, least) for at in likely]

    def cosines_of(self, ids: Iterable[int], query: Floats) -> Floats:
        """Cosine of each of these texts, 0 for one that is not here."""
        wanted = list(ids)
        found = np.zeros(len(wanted), dtype=np.float32)
        with self._lock:
            at = np.array([self._place.get(text_id, -1) for text_id in wanted], dtype=np.int64)
            here = at >= 0
            found[here] = self._numbers(at[here]) @ self._turned(query)
        return found

    def _turn(self) -> None:
        """Turn everything to the axes of what is here; what comes later is turned likewise."""
        at = np.arange(len(self._place))
        numbers = self._numbers(at)
        self._axes = principal_axes(numbers)
        self._write(at, self._turned(numbers))

    def _turned(self, numbers: Floats) -> Floats:
        return numbers if self._axes is None else numbers @ self._axes

    def _write(self, at: Ints, numbers: Floats) -> None:
        largest = np.abs(numbers).max(axis=1, initial=0.0)
        scales = np.where(largest > 0, largest / 127, 1).astype(np.float32)
        rounded = np.rint(numbers / scales[:, None])
        head = self._heads.shape[1]
        self._heads[at], self._tails[at] = rounded[:, :head], rounded[:, head:]
        self._scales[at] = scales

    def _numbers(self, at: Ints) -> Floats:
        bytes_ = np.concatenate([self._heads[at], self._tails[at]], axis=1)
        return bytes_.astype(np.float32) * self._scales[at, None]

    def _rough(self, query: Floats) -> Floats:
        """The products of the heads alone."""
        size, head = len(self._place), self._heads.shape[1]
        wanted = asked(query[:head])
        if self._kernel:
            return self._kernel.products(self._heads[:size], self._scales[:size], wanted)
        found = np.empty(size, dtype=np.float32)
        room = np.empty((_AT_ONCE, head), dtype=np.float32)
        levels = wanted.levels.astype(np.float32)
        for start in range(0, size, _AT_ONCE):
            part = self._heads[start : min(start + _AT_ONCE, size)]
            np.copyto(room[: len(part)], part)
            np.dot(room[: len(part)], levels, out=found[start : start + len(part)])
        return found * self._scales[:size] * np.float32(wanted.step)

    def _rest(self, at: Ints, query: Floats) -> Floats:
        """What the tails of these add to the products."""
        wanted = asked(query[self._heads.shape[1] :])
        if self._kernel:
            return self._kernel.products(self._tails, self._scales, wanted, at)
        sums = self._tails[at].astype(np.float32) @ wanted.levels.astype(np.float32)
        rest: Floats = sums * self._scales[at] * np.float32(wanted.step)
        return rest

    def _likely(self, scores: Floats, most: int) -> Ints:
        """Where to look closely: everywhere before the vectors are turned."""
        size = len(scores)
        closely = max(_CLOSELY_EACH * most, int(size * _CLOSELY))
        at = np.arange(size)
        if self._axes is not None and closely < size:
            at = np.argpartition(scores, size - closely)[size - closely :]
        return at[scores[at] > _LEFT_OUT]

    def _places_for(self, ids: Ints) -> Ints:
        at = np.array(
            [self._place.setdefault(text_id, len(self._place)) for text_id in ids.tolist()],
            dtype=np.int64,
        )
        while len(self._place) > len(self._ids):
            self._grow()
        return at

    def _parts(self) -> tuple[NDArray[np.generic], ...]:
        return (self._heads, self._tails, self._scales, self._ids, self._labels)

    def _grow(self) -> None:
        room = len(self._ids) + max(_FIRST_ROOM, len(self._ids) // 2)
        for name in ("_heads", "_tails", "_scales", "_ids", "_labels"):
            old = getattr(self, name)
            new = np.zeros((room, *old.shape[1:]), dtype=old.dtype)
            new[: len(old)] = old
            setattr(self, name, new)


def _best(ids: Ints, cosines: Floats, most: int, least: float) -> tuple[Ints, Floats]:
    if most < len(ids):
        first = np.argpartition(-cosines, most)[:most]
        ids, cosines = ids[first], cosines[first]
    near = cosines >= least
    ids, cosines = ids[near], cosines[near]
    order = np.argsort(-cosines, kind="stable")
    return ids[order], cosines[order]
