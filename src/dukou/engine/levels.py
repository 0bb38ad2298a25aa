"""Factors as whole numbers: a note's in eight bits with a step of its own, a reader's finer.

Products of whole numbers below 2**24 are exact in 32-bit floats as well as in integers, so that
numpy's product and the compiled one give the same score to the last bit.
"""

from typing import Any, NamedTuple

import numpy as np

from dukou.engine.arrays import Singles

LEVELS = 127
"""Highest level of a note's factor; the lowest is its negative."""
_EXACT = 2**24 - 1
_FINEST = 2**15 - 1


class Levels(NamedTuple):
    """Rows of factors as levels: factor = level * step; shapes (rows, width) and (rows,)."""

    levels: Singles
    steps: Singles


def levels_of(factors: Singles) -> Levels:
    """Each row in steps of its own, so that its largest factor is at a whole level."""
    most = np.abs(factors).max(axis=1, initial=0.0)
    steps = (most / np.float32(LEVELS)).astype(np.float32)
    divisor = np.where(steps > 0.0, steps, np.float32(1.0))
    levels = np.rint(factors / divisor[:, None])
    return Levels(np.clip(levels, -LEVELS, LEVELS).astype(np.float32), steps)


def lengths_of(levels: Singles) -> Singles:
    """Length of each row of levels; shape (rows,)."""
    wide = levels.astype(np.float64)
    lengths: Singles = np.sqrt(np.einsum("ij,ij->i", wide, wide)).astype(np.float32)
    return lengths


class Query(NamedTuple):
    """A reader's factors as levels, as fine as their product with a note's stays exact."""

    levels: Any
    step: float


def query_of(factors: Singles) -> Query:
    """The reader's levels, int16; shape (width,)."""
    finest = max(min(_FINEST, _EXACT // (LEVELS * max(len(factors), 1))), 1)
    most = float(np.abs(factors).max(initial=0.0))
    step = most / finest if most > 0.0 else 1.0
    return Query(np.rint(factors / np.float32(step)).astype(np.int16), step)
