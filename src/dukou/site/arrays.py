"""Arrays of numbers as the database takes them.

The driver looks at every element of a list, which takes longer for a page's five hundred numbers
than the statement that stores them.
"""

import struct
from collections.abc import Sequence

import numpy as np
import psycopg
from psycopg.adapt import Dumper
from psycopg.pq import Format

_INT8, _INT8_ARRAY = 20, 1016
_FLOAT8, _FLOAT8_ARRAY = 701, 1022


class IntArray:
    """Whole numbers for a column of `bigint[]`, or of smaller ones, in a prepared statement."""

    def __init__(self, numbers: Sequence[int] | np.ndarray) -> None:
        self.numbers = np.asarray(numbers, dtype=np.int64)


class FloatArray:
    """Numbers for a column of `double precision[]`, in a prepared statement."""

    def __init__(self, numbers: Sequence[float] | np.ndarray) -> None:
        self.numbers = np.asarray(numbers, dtype=np.float64)


class _AsBinary(Dumper):
    """PostgreSQL's binary form of an array: dimensions, then each element with its length."""

    format = Format.BINARY
    element: int
    number: np.dtype[np.void]

    def dump(self, obj: IntArray | FloatArray) -> bytes:
        """The array as it goes over the wire."""
        size = len(obj.numbers)
        if not size:
            return struct.pack(">iii", 0, 0, self.element)
        elements = np.empty(size, dtype=self.number)
        elements["length"], elements["value"] = 8, obj.numbers
        return struct.pack(">iiiii", 1, 0, self.element, size, 1) + elements.tobytes()


class _Ints(_AsBinary):
    oid, element = _INT8_ARRAY, _INT8
    number = np.dtype([("length", ">i4"), ("value", ">i8")])


class _Floats(_AsBinary):
    oid, element = _FLOAT8_ARRAY, _FLOAT8
    number = np.dtype([("length", ">i4"), ("value", ">f8")])


psycopg.adapters.register_dumper(IntArray, _Ints)
psycopg.adapters.register_dumper(FloatArray, _Floats)
