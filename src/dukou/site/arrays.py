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

_FLOAT8, _FLOAT8_ARRAY = 701, 1022
_ELEMENT = np.dtype([("length", ">i4"), ("value", ">f8")])


class FloatArray:
    """Numbers for a column of `double precision[]`, in a prepared statement."""

    def __init__(self, numbers: Sequence[float] | np.ndarray) -> None:
        self.numbers = np.asarray(numbers, dtype=np.float64)


class _AsBinary(Dumper):
    """PostgreSQL's binary form of an array: dimensions, then each element with its length."""

    format = Format.BINARY
    oid = _FLOAT8_ARRAY

    def dump(self, obj: FloatArray) -> bytes:
        """The array as it goes over the wire."""
        size = len(obj.numbers)
        if not size:
            return struct.pack(">iii", 0, 0, _FLOAT8)
        elements = np.empty(size, dtype=_ELEMENT)
        elements["length"], elements["value"] = 8, obj.numbers
        return struct.pack(">iiiii", 1, 0, _FLOAT8, size, 1) + elements.tobytes()


psycopg.adapters.register_dumper(FloatArray, _AsBinary)
