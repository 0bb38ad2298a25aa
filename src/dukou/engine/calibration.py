"""Relevance as a probability: a line for each cohort of readers and language of notes.

A model knows the many better than the few, and its scores for the few come out low or flat. Left
so, groups that it knows badly look worthless, and a price would have to make up for it.
"""

from dataclasses import dataclass

import numpy as np

from dukou.engine.arrays import Floats, Ints
from dukou.engine.errors import ShapeMismatch


@dataclass(frozen=True, slots=True)
class Calibration:
    """Chance of engagement = offset + slope * score; shapes (cohorts, languages), slope from 0."""

    slope: Floats
    offset: Floats

    def of_cohort(self, cohort: int) -> "Line":
        """The lines of one cohort's readers, by language; the identity where none was learnt."""
        if not 0 <= cohort < len(self.slope):
            return Line(np.ones(0), np.zeros(0))
        return Line(self.slope[cohort], self.offset[cohort])


@dataclass(frozen=True, slots=True)
class Line:
    """Slope and offset by language index; beyond their end 1 and 0."""

    slope: Floats
    offset: Floats


_BELIEVED = 500.0
_EXPECTED_LIFT = 0.5
_FLATTEST = 0.1


def calibrate(
    scores: Floats,
    engaged: Floats,
    cohorts: Ints,
    languages: Ints,
    *,
    cohort_count: int,
    language_count: int,
    chances: Floats | None = None,
    prior: float = 50.0,
) -> Calibration:
    """Lines fitted to slots that were drawn at random, so that the ranker's choice is not in them.

    Each group's line is drawn to the common one by `prior` slots' worth.

    Args:
        scores: relevance without calibration; shape (slots,).
        engaged: 1 where the reader engaged, else 0.
        cohorts, languages: of reader and note.
        chances: that each slot was seen, above 0 (`Slot.exposure`); then the line is the chance
            of engagement once a note is seen. By default all were.
    Raises: ShapeMismatch: the columns are not of one length.
    """
    seen = np.ones(len(scores)) if chances is None else np.asarray(chances, dtype=np.float64)
    columns = {"engaged": engaged, "cohorts": cohorts, "languages": languages, "chances": seen}
    for name, column in columns.items():
        if len(column) != len(scores):
            raise ShapeMismatch(name, (len(column),), (len(scores),))
    shape = (cohort_count, language_count)
    if not len(scores):
        return Calibration(np.ones(shape), np.zeros(shape))
    # A slot aims at engaged / seen and weighs seen: in expectation the chance once it is seen.
    total = float(seen.sum())
    level, mean = float(np.sum(engaged)) / total, float(seen @ scores) / total
    if level <= 0.0:
        return Calibration(np.ones(shape), np.zeros(shape))
    x, y = scores - mean, engaged - seen * level
    spread = float(seen @ x**2) / total
    common = _common_slope(float(x @ y), spread, total, level)
    group = np.asarray(cohorts) * language_count + np.asarray(languages)
    size = cohort_count * language_count
    count = np.bincount(group, seen, size)
    sum_x, sum_y = np.bincount(group, seen * x, size), np.bincount(group, y, size)
    square, product = np.bincount(group, seen * x * x, size), np.bincount(group, x * y, size)
    weight = count + prior
    mean_x, mean_y = sum_x / weight, sum_y / weight
    variance = square + prior * spread - weight * mean_x**2
    covariance = product + prior * common * spread - weight * mean_x * mean_y
    slope = np.where(variance > 1e-12, covariance / np.maximum(variance, 1e-12), common)
    slope = np.maximum(slope, _FLATTEST * common)
    offset = level + mean_y - slope * (mean + mean_x)
    return Calibration(slope.reshape(shape), offset.reshape(shape))


def _common_slope(product: float, spread: float, slots: float, level: float) -> float:
    """The slope over all groups, never flat: a line without slope would end all ranking.

    Believed beforehand, by `_BELIEVED` slots' worth: a note one deviation above the mean score
    is liked half as much again.
    """
    if spread <= 0.0:
        return 0.0
    expected = _EXPECTED_LIFT * level / float(np.sqrt(spread))
    found = (product / spread + _BELIEVED * expected) / (slots + _BELIEVED)
    return max(float(found), _FLATTEST * expected)


def relative(lines: Calibration, whole: Calibration) -> Calibration | None:
    """The lines as what they do to a score beside the line of all: slope 1 and offset 0 for a
    group like the whole, so that a group of which nothing was learnt needs no line at all.

    Slopes stay within a factor of two and offsets within one: a line corrects a model, it does
    not take its place. None where the whole has no slope.

    Args:
        whole: one line, of all groups taken together; shape (1, 1).
    """
    slope, offset = float(whole.slope[0, 0]), float(whole.offset[0, 0])
    if slope <= 0.0:
        return None
    return Calibration(
        np.clip(lines.slope / slope, 1.0 / _STEEPEST, _STEEPEST),
        np.clip((lines.offset - offset) / slope, -_FARTHEST, _FARTHEST),
    )


def composed(first: Calibration, second: Calibration) -> Calibration:
    """One line for two: `second` was fitted to scores on which `first` had acted."""
    return Calibration(second.slope * first.slope, second.slope * first.offset + second.offset)


_STEEPEST = 2.0
_FARTHEST = 1.0
