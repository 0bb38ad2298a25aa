"""The chance that a slot is seen, measured on slots whose note was drawn at random.

On those the notes are as good at the bottom of a page as at the top, so whatever falls down the
page is that fewer people look. Position-based model: Craswell et al. 2008
(doi:10.1145/1341531.1341545); estimated by randomisation: Joachims et al. 2017 (arXiv 1608.04468).
"""

import numpy as np
from scipy.optimize import isotonic_regression

from dukou.engine.arrays import Floats, Ints
from dukou.engine.errors import BadInput, ShapeMismatch
from dukou.engine.exposure import slot_exposure

_ROUNDS = 200
_STILL = 1e-10


def slot_chances(
    positions: Ints,
    outcomes: Floats,
    *,
    slots: int,
    columns: int,
    patience: float,
    told: bool = False,
    prior: float = 100.0,
) -> Floats:
    """Chance that each slot of a page is seen; shape (slots,), falling row by row.

    One call for each kind of device and number of columns. Slots of a row share their chance.

    Args:
        positions: slots that were drawn at random, 0 to slots - 1; shape (showings,).
        outcomes: engagement with the note that stood there, 0 and up; how much of it there is
            in all does not matter, and the first row is taken to be seen: its chance is 1. With
            `told`, 1 where a beacon said that the slot was seen, else 0, and nothing is taken.
        patience: of `slot_exposure`, to which each row is drawn by `prior` showings' worth.
    Raises: BadInput: a position outside the page, a negative outcome; ShapeMismatch.
    """
    if len(outcomes) != len(positions):
        raise ShapeMismatch("outcomes", (len(outcomes),), (len(positions),))
    if len(positions) and not (0 <= int(np.min(positions)) <= int(np.max(positions)) < slots):
        raise BadInput(f"positions outside 0 to {slots - 1}")
    if len(outcomes) and float(np.min(outcomes)) < 0.0:
        raise BadInput("an outcome below 0")
    expected = slot_exposure(slots, columns, patience)[::columns]
    row = np.asarray(positions, dtype=np.int64) // columns
    showings = np.bincount(row, minlength=len(expected)).astype(np.float64)
    engaged = np.bincount(row, outcomes, len(expected)).astype(np.float64)
    if told:
        chance = (engaged + prior * expected) / np.maximum(showings + prior, _STILL)
    else:
        chance = _relative(engaged, showings, expected, prior)
    falling = isotonic_regression(chance, weights=showings + prior + _STILL, increasing=False).x
    return np.repeat(np.clip(falling, 0.0, 1.0), columns)[:slots]


def _relative(engaged: Floats, showings: Floats, expected: Floats, prior: float) -> Floats:
    """Chances relative to the first row's, with the engagement of a seen note found on the way.

    Poisson counts with a gamma prior for each row, by alternating between the two.
    """
    chance = expected.copy()
    for _ in range(_ROUNDS):
        base = float(showings @ chance)
        rate = float(engaged.sum()) / base if base > 0.0 else 0.0
        if rate <= 0.0:
            return expected.copy()
        before = chance
        chance = (engaged / rate + prior * expected) / np.maximum(showings + prior, _STILL)
        chance[0] = 1.0
        if np.abs(chance - before).max() < _STILL:
            break
    return chance
