"""Trade-offs between relevance and fairness: the measures, and which points lie above a front.

The measures are those of the package `fairdiverse`, figure by figure: NDCG against the page of the
largest scores, MMF the share of exposure of the half of providers with least, Gini, min/max.
"""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

MEASURES = ("mmf", "gini", "min_max")


class Point(NamedTuple):
    """One setting of one ranker."""

    ndcg: float
    mmf: float
    gini: float
    min_max: float

    def fairness(self, measure: str) -> float:
        """A measure, turned so that more is fairer."""
        value = float(getattr(self, measure))
        return -value if measure == "gini" else value


def point(ndcg: float, exposure: np.ndarray) -> Point:
    """The measures of what providers were given; shape (providers,)."""
    size, ordered = len(exposure), np.sort(exposure.astype(float))
    through = np.cumsum(ordered)
    return Point(
        ndcg,
        float(through[size // 2 - 1] / through[-1]),
        float((size + 1 - 2 * through.sum() / through[-1]) / size),
        float(ordered[0] / ordered[-1]),
    )


def discounts(slots: int) -> np.ndarray:
    """Worth of each place in NDCG; shape (slots,)."""
    return np.asarray(1.0 / np.log2(np.arange(2, slots + 2)))


def mean_point(points: Sequence[Point]) -> Point:
    """The mean of the same setting over several orders of arrival."""
    return Point(*(float(value) for value in np.mean(points, axis=0)))


def relevance_at(front: Sequence[Point], measure: str, fairness: float) -> float:
    """NDCG that the front reaches at this fairness, straight lines between its points.

    Minus infinity where the front does not reach so far.
    """
    best = -np.inf
    ordered = sorted(front, key=lambda one: one.fairness(measure))
    for one in ordered:
        if one.fairness(measure) >= fairness:
            best = max(best, one.ndcg)
    for left, right in itertools.pairwise(ordered):
        low, high = left.fairness(measure), right.fairness(measure)
        if low <= fairness < high:
            part = (fairness - low) / (high - low)
            best = max(best, (1 - part) * left.ndcg + part * right.ndcg)
    return best


def above(fronts: Sequence[Sequence[Point]], rival: Point) -> dict[str, float]:
    """By measure, the NDCG by which a rival lies above every front, where it does.

    Fronts are not mixed: there is nothing between a point of one and a point of another.
    """
    found = {}
    for measure in MEASURES:
        reached = [relevance_at(front, measure, rival.fairness(measure)) for front in fronts]
        lead = rival.ndcg - max(reached)
        if lead > 0.0:
            found[measure] = float(lead)
    return found
