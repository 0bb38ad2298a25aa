"""Where the numbers of an array lie, once it is what C takes it for."""

import ctypes
from typing import Any

import numpy as np

from dukou.engine.errors import ShapeMismatch

LEVEL, BYTE, BITS = np.dtype(np.int8), np.dtype(np.bool_), np.dtype(np.uint8)
SHORT, INT, LONG = np.dtype(np.int16), np.dtype(np.int32), np.dtype(np.int64)
SINGLE, DOUBLE = np.dtype(np.float32), np.dtype(np.float64)

_NOWHERE = ctypes.c_int64()
_NOTHING = ctypes.addressof(_NOWHERE)
"""Where the numbers of an empty array lie: none is read, yet an array was given."""


def checked(name: str, array: Any, kind: np.dtype[Any], size: int) -> int:
    """Where an array's numbers lie, once it is what C takes it for.

    Raises: ShapeMismatch: of another type or size, or not in one piece.
    """
    if array.dtype != kind or array.size != size or not array.flags.c_contiguous:
        raise ShapeMismatch(f"{name} ({array.dtype})", array.shape, (size,))
    return address(array)


def address(array: Any) -> int:
    """Where the numbers of an array lie, by the quickest way that it allows."""
    if not array.size:
        return _NOTHING
    if array.flags.writeable:
        return ctypes.addressof(ctypes.c_char.from_buffer(array))
    return int(array.__array_interface__["data"][0])
