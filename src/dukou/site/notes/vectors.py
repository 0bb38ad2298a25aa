"""The stored vectors of notes: where each lies among texts of all languages."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from dukou.language.vectors import DIMENSIONS, SPACE
from dukou.site.notes.models import NoteVector

# Half precision loses nothing that a comparison would notice, and a kilobyte fits into the row.
_STORED = np.dtype("<f2")


def vectors_of(note_ids: Iterable[int]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Ids and unit vectors, shape (found, `DIMENSIONS`), of those notes that have one by now.

    In no order. A note without words has the zero vector, near nothing. Only public notes have
    vectors at all, but whether a viewer may see a note is still asked of `visible_to`.
    """
    rows = NoteVector.objects.filter(note__among=list(note_ids), space=SPACE)
    found = list(rows.values_list("note_id", "numbers"))
    ids = np.array([note_id for note_id, _ in found], dtype=np.int64)
    return ids, from_stored(numbers for _, numbers in found).astype(np.float32)


def stored(vector: NDArray[np.float32]) -> bytes:
    """A vector as the database keeps it."""
    return vector.astype(_STORED).tobytes()


def from_stored(rows: Iterable[bytes | memoryview]) -> NDArray[np.float16]:
    """Vectors as the database keeps them, shape (rows, `DIMENSIONS`)."""
    joined = b"".join(bytes(row) for row in rows)
    return np.frombuffer(joined, dtype=_STORED).reshape(-1, DIMENSIONS)
