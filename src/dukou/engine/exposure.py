"""What a place on a page is worth: the chance that it is seen."""

from functools import lru_cache

import numpy as np

from dukou.engine.arrays import Floats
from dukou.engine.errors import BadInput

SLOTS = 20
"""Places of a page where nothing else is asked for."""


@lru_cache(maxsize=64)
def slot_exposure(slots: int, columns: int, patience: float) -> Floats:
    """Chance that each slot is seen on a page of so many columns; shape (slots,), first is 1.

    Slots fill row by row; a reader who saw a row goes on with probability `patience`
    (rank-biased: Moffat and Zobel 2008, doi:10.1145/1416950.1416952).

    Raises: BadInput: no slots, no columns, or a patience outside 0 to 1.
    """
    if slots < 1 or columns < 1 or not 0 <= patience <= 1:
        raise BadInput(f"{slots} slots in {columns} columns at patience {patience}")
    values = patience ** (np.arange(slots) // columns).astype(np.float64)
    values.flags.writeable = False
    return values
