"""The columns of live notes: their types, and the checks on what is put into them."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from dukou.engine.arrays import Floats, Ints, Singles
from dukou.engine.errors import NotFinite, ShapeMismatch, UnknownCohort, UnknownLanguage
from dukou.engine.place import Place

COLUMNS: dict[str, tuple[str, float]] = {
    "id": ("int64", 0),
    "author": ("int32", 0),
    "cohort": ("int16", 0),
    "language": ("int16", 0),
    "published": ("int64", 0),
    "topic_set": ("int32", 0),
    "followers": ("int32", 0),
    "copies": ("int64", 0),
    "bridging": ("float32", 0.0),
    "quality": ("float32", 0.0),
    "step": ("float32", 0.0),
    "length": ("float32", 0.0),
    "crowd": ("int16", 0),
}
"""Type and default of each column; `step` and `length` are those of a note's factors (`levels`),
`crowd` is how many notes its author published in the day before it (`crowds`), those that were
taken away since among them."""
UPDATABLE = frozenset({"language", "followers", "copies", "bridging", "quality"})
"""What may change after a note was added."""


def checked_columns(size: int, place: Place, **columns: Any) -> dict[str, Any]:
    """The columns as arrays of their types, defaults where None was given.

    Raises: ShapeMismatch, NotFinite, UnknownCohort, UnknownLanguage.
    """
    given: dict[str, Any] = {}
    for name, values in columns.items():
        kind, default = COLUMNS[name]
        if values is None:
            given[name] = np.full(size, default, dtype=kind)
            continue
        same_length(name, values, size)
        given[name] = np.asarray(values, dtype=kind)
        _check_finite(name, given[name])
    _within(given.get("cohort"), len(place.cohorts), UnknownCohort)
    _within(given.get("language"), len(place.languages), UnknownLanguage)
    return given


def _within(column: Any, count: int, error: type[UnknownCohort] | type[UnknownLanguage]) -> None:
    if column is not None and len(column):
        for index in (int(column.min()), int(column.max())):
            if not 0 <= index < count:
                raise error(index, count)


def checked_factors(factors: Singles | Floats | None, size: int, width: int) -> Singles:
    """Factors as float32, zeros where None was given; shape (size, width).

    Raises: ShapeMismatch: they have another shape. NotFinite.
    """
    if factors is None:
        return np.zeros((size, width), dtype=np.float32)
    found = np.asarray(factors, dtype=np.float32)
    if found.shape != (size, width):
        raise ShapeMismatch("factors", found.shape, (size, width))
    _check_finite("factors", found)
    return found


def _check_finite(name: str, column: Any) -> None:
    if not np.isfinite(column).all():
        raise NotFinite(name)


def same_length(name: str, values: Sequence[Any] | Any, size: int) -> None:
    """Raises: ShapeMismatch: the column is not of that length."""
    if len(values) != size:
        raise ShapeMismatch(name, (len(values),), (size,))


def first_repeated(ids: Sequence[int] | Ints) -> int | None:
    """The first id that comes twice, None if none does."""
    seen: set[int] = set()
    for note_id in ids:
        if int(note_id) in seen:
            return int(note_id)
        seen.add(int(note_id))
    return None


def enlarged(column: Any, capacity: int) -> Any:
    """The column with room for so many rows."""
    larger = np.zeros((capacity, *column.shape[1:]), dtype=column.dtype)
    larger[: len(column)] = column
    return larger
