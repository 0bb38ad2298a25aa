"""Bridging: how far a note is liked across those who usually disagree.

Every rating is taken apart into a common level, how friendly the rater is, how the note is liked
by all, and how rater and note lie on the line that divides people:
y = mean + rater + note + rater_side * note_side. What is left as the note's own part, once the
line has explained what it can, is its bridging score.

Source: Community Notes' matrix factorisation (Wojcik et al. 2022, arXiv 2210.15723): the
regularisation of the own parts is five times that of the sides, so that agreement across the
line has to be earned. Solved here by alternating least squares, exact in each half.
"""

from dataclasses import dataclass

import numpy as np

from dukou.engine.arrays import Floats, Ints
from dukou.engine.errors import ShapeMismatch


@dataclass(frozen=True, slots=True)
class Bridging:
    """Parts of the ratings; shapes (raters,) and (notes,).

    `note` is the bridging score, in units of the ratings. `note_side` and `rater_side` place
    notes and raters on the line that divides people; their sign means nothing by itself.
    """

    mean: float
    rater: Floats
    note: Floats
    rater_side: Floats
    note_side: Floats


def bridging_scores(
    raters: Ints,
    notes: Ints,
    ratings: Floats,
    *,
    rng: np.random.Generator,
    reg: float = 0.03,
    reg_own: float = 0.15,
    epochs: int = 60,
    tolerance: float = 1e-6,
) -> Bridging:
    """The parts of all ratings.

    Args:
        raters, notes: indices from 0 of who rated what; shape (ratings,).
        ratings: for example 1 for a like, 0 for "not for me"; shape (ratings,).
        reg, reg_own: regularisation of the sides and of the own parts, by rating.
        tolerance: stops when no note's own part moves more than this.
    Raises: ShapeMismatch: the columns are not of one length.
    """
    if not len(raters) == len(notes) == len(ratings):
        raise ShapeMismatch("ratings", (len(ratings),), (len(raters),))
    raters, notes = np.asarray(raters, np.int64), np.asarray(notes, np.int64)
    if not len(ratings):
        none = np.zeros(0)
        return Bridging(0.0, none, none, none, none)
    sizes = (int(raters.max()) + 1, int(notes.max()) + 1)
    rater, note = np.zeros(sizes[0]), np.zeros(sizes[1])
    rater_side = rng.normal(0.0, 0.5, sizes[0])
    note_side = np.zeros(sizes[1])
    mean = float(np.mean(ratings))
    for _ in range(epochs):
        before = note
        note, note_side = _half(
            notes, sizes[1], ratings - mean - rater[raters], rater_side[raters], reg, reg_own
        )
        rater, rater_side = _half(
            raters, sizes[0], ratings - mean - note[notes], note_side[notes], reg, reg_own
        )
        mean = float(np.mean(ratings - _parts(raters, notes, rater, note, rater_side, note_side)))
        if np.abs(note - before).max() < tolerance:
            break
    return Bridging(mean, rater, note, rater_side, note_side)


def _parts(
    raters: Ints,
    notes: Ints,
    rater: Floats,
    note: Floats,
    rater_side: Floats,
    note_side: Floats,
) -> Floats:
    return rater[raters] + note[notes] + rater_side[raters] * note_side[notes]


def _half(
    of: Ints, size: int, rest: Floats, side: Floats, reg: float, reg_own: float
) -> tuple[Floats, Floats]:
    """Own part and side of each of `of`, given the others': a ridge regression of two each."""
    count = np.bincount(of, minlength=size).astype(np.float64)
    some = np.maximum(count, 1.0)
    line = np.bincount(of, side, size)
    square = np.bincount(of, side * side, size) + reg * some
    own = count + reg_own * some
    total = np.bincount(of, rest, size)
    along = np.bincount(of, rest * side, size)
    determinant = own * square - line * line
    return (
        (total * square - along * line) / determinant,
        (along * own - total * line) / determinant,
    )
