"""The compiled part of looking at all vectors: optional, and the same nearest texts without it.

A look at 100,000 takes half a millisecond instead of three. `dukou.compiling` makes the library at
installation where there is a C compiler.
"""

import ctypes
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dukou.compiling import opened

LIBRARY = Path(__file__).parent / "kernel.so"
INTERFACE = 1
"""Of products.c; a library with another number is refused."""

Bytes = NDArray[np.int8]
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_WHERE, _WHOLE = ctypes.c_void_p, ctypes.c_int64
_LARGEST_BYTE = 128
_EXACT = 2**24


class Asked(NamedTuple):
    """A query as whole numbers, `levels` of shape (width,) in steps of `step`."""

    levels: NDArray[np.int16]
    step: float


def asked(query: Floats) -> Asked:
    """A query in so many levels that a sum of their products with bytes is exact in a float.

    So numpy and C agree to the last digit. Beside the bytes' own rounding it adds little: there
    are 682 levels for 192 numbers, and 127 of a byte.
    """
    most = min(2**15 - 1, _EXACT // (_LARGEST_BYTE * max(len(query), 1)))
    step = float(np.abs(query).max(initial=0.0)) / most or 1.0
    return Asked(np.rint(query / step).astype(np.int16), step)


class Kernel:
    """The compiled functions; every array is checked here, since C looks at nothing."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self._products = library.dukou_products
        self._products.restype = None
        self._products.argtypes = (
            *(_WHOLE, _WHERE, _WHOLE, _WHERE, _WHERE, _WHERE),
            *(ctypes.c_float, _WHERE),
        )

    def products(
        self, levels: Bytes, scales: Floats, query: Asked, rows: Ints | None = None
    ) -> Floats:
        """Product of the query with each vector, or with those in `rows`; shape (vectors,).

        `levels` has shape (vectors, width) and `scales` (vectors,): a vector is its levels times
        its scale. Raises ValueError for arrays of another kind or shape.
        """
        count, width = levels.shape
        _checked("levels", levels, np.int8, (count, width))
        _checked("scales", scales, np.float32, (count,))
        _checked("query", query.levels, np.int16, (width,))
        if rows is not None:
            _checked("rows", rows, np.int64, rows.shape[:1])
            if rows.size and not 0 <= rows.min() <= rows.max() < count:
                raise ValueError(f"rows lie outside the {count} vectors")
        found = np.empty(count if rows is None else len(rows), dtype=np.float32)
        self._products(
            *(len(found), None if rows is None else rows.ctypes.data, width),
            *(levels.ctypes.data, scales.ctypes.data, query.levels.ctypes.data),
            *(query.step, found.ctypes.data),
        )
        return found


class State(NamedTuple):
    """The kernel, or None and why: it was not compiled, it has another interface, or it cannot be
    loaded here."""

    kernel: Kernel | None
    why: Literal["", "missing", "foreign", "broken"] = ""


def kernel() -> Kernel | None:
    """The compiled kernel, None where search by meaning goes by numpy alone."""
    return state().kernel


@cache
def state() -> State:
    """What came of loading it, once for this process."""
    return loaded(LIBRARY)


def loaded(path: Path) -> State:
    """A library from a file; one of another interface is refused."""
    library, why = opened(path, INTERFACE)
    return State(None if library is None else Kernel(library), why)


def _checked(
    name: str, array: NDArray[np.generic], kind: type[np.generic], shape: tuple[int, ...]
) -> None:
    if array.dtype != kind or array.shape != shape or not array.flags.c_contiguous:
        raise ValueError(f"{name} is {array.dtype} {array.shape}, not {kind.__name__} {shape}")
