"""The texts nearest to a query, found by looking at all of them.

Vectors are held as bytes with one scale each: 100,000 texts take 55 MB, and one look at all of them
some ten milliseconds of one core. What is lost by rounding is far less than what tells two texts
apart. No index: it would be wrong at times, and is not faster below some 300,000 texts.
"""

from collections.abc import Callable, Iterable
from threading import Lock

import numpy as np
from numpy.typing import ArrayLike, NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Among = Callable[[Ints, NDArray[np.int16]], NDArray[np.bool_]]

_AT_ONCE = 1024  # rows whose numbers fit into a processor's second cache as floats
_FIRST_ROOM = 1024


class VectorShelf:
    """Unit vectors by id, with small numbers beside each (`labels`) to choose among them by.

    Safe to use from several threads.
    """

    def __init__(self, dimensions: int, labels: int = 0) -> None:
        self._rows = np.zeros((_FIRST_ROOM, dimensions), dtype=np.int8)
        self._scales = np.zeros(_FIRST_ROOM, dtype=np.float32)
        self._ids = np.zeros(_FIRST_ROOM, dtype=np.int64)
        self._labels = np.zeros((_FIRST_ROOM, labels), dtype=np.int16)
        self._place: dict[int, int] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._place)

    def __contains__(self, text_id: int) -> bool:
        return text_id in self._place

    @property
    def nbytes(self) -> int:
        """Memory of the arrays, room for growth included."""
        return sum(part.nbytes for part in (self._rows, self._scales, self._ids, self._labels))

    def put(self, ids: ArrayLike, vectors: ArrayLike, labels: ArrayLike | None = None) -> None:
        """Add texts, or give those that are here already new vectors and labels.

        `vectors` has shape (ids, dimensions), `labels` (ids, labels).
        """
        given = np.asarray(ids, dtype=np.int64)
        numbers = np.asarray(vectors, dtype=np.float32)
        largest = np.abs(numbers).max(axis=1, initial=0.0)
        scales = np.where(largest > 0, largest / 127, 1).astype(np.float32)
        with self._lock:
            at = self._places_for(given)
            self._rows[at] = np.rint(numbers / scales[:, None])
            self._scales[at] = scales
            self._ids[at] = given
            if labels is not None:
                self._labels[at] = labels

    def drop(self, ids: Iterable[int]) -> None:
        """Take texts away; ids that are not here are passed over."""
        with self._lock:
            for text_id in ids:
                at = self._place.pop(text_id, None)
                last = len(self._place)
                if at is None or at == last:
                    continue
                for part in (self._rows, self._scales, self._ids, self._labels):
                    part[at] = part[last]
                self._place[int(self._ids[at])] = at

    def nearest(
        self, query: Floats, *, most: int, least: float = 0.0, among: Among | None = None
    ) -> tuple[Ints, Floats]:
        """Ids and cosines of the nearest texts, nearest first, none further than `least`.

        `among` says which count, from ids and labels as they stand on the shelf.
        """
        with self._lock:
            found = self._cosines(query)
            ids = self._ids[: len(found)].copy()
            if among is not None:
                found[~among(ids, self._labels[: len(found)])] = -2
        first = np.argpartition(-found, most)[:most] if most < len(found) else np.arange(len(found))
        first = first[found[first] >= least]
        order = first[np.argsort(-found[first], kind="stable")]
        return ids[order], found[order]

    def cosines_of(self, ids: Iterable[int], query: Floats) -> Floats:
        """Cosine of each of these texts, 0 for one that is not here."""
        wanted = list(ids)
        found = np.zeros(len(wanted), dtype=np.float32)
        with self._lock:
            at = np.array([self._place.get(text_id, -1) for text_id in wanted], dtype=np.int64)
            here = at >= 0
            found[here] = (self._rows[at[here]].astype(np.float32) @ query) * self._scales[at[here]]
        return found

    def _cosines(self, query: Floats) -> Floats:
        size = len(self._place)
        found = np.empty(size, dtype=np.float32)
        room = np.empty((_AT_ONCE, self._rows.shape[1]), dtype=np.float32)
        for start in range(0, size, _AT_ONCE):
            part = self._rows[start : min(start + _AT_ONCE, size)]
            np.copyto(room[: len(part)], part)
            np.dot(room[: len(part)], query, out=found[start : start + len(part)])
        found *= self._scales[:size]
        return found

    def _places_for(self, ids: Ints) -> Ints:
        at = np.array(
            [self._place.setdefault(text_id, len(self._place)) for text_id in ids.tolist()],
            dtype=np.int64,
        )
        while len(self._place) > len(self._ids):
            self._grow()
        return at

    def _grow(self) -> None:
        room = len(self._ids) + max(_FIRST_ROOM, len(self._ids) // 2)
        for name in ("_rows", "_scales", "_ids", "_labels"):
            old = getattr(self, name)
            new = np.zeros((room, *old.shape[1:]), dtype=old.dtype)
            new[: len(old)] = old
            setattr(self, name, new)
