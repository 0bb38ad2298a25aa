"""Bridging finds what both sides like, not what the larger side likes."""

import numpy as np
import pytest

from dukou.engine import ShapeMismatch
from dukou.engine.bridging import bridging_scores


def two_camps(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """80 raters of one camp, 20 of another; notes 0-9 liked by the first, 10-19 by the
    second, 20-24 by most of both, 25-29 by few of either."""
    rng = np.random.default_rng(seed)
    raters, notes, ratings = [], [], []
    for rater in range(100):
        camp = rater >= 80
        for note in range(30):
            chance = {0: 0.95, 1: 0.05, 2: 0.85, 3: 0.1}[_kind(note, camp)]
            if rng.random() < 0.5:
                raters.append(rater)
                notes.append(note)
                ratings.append(float(rng.random() < chance))
    return np.array(raters), np.array(notes), np.array(ratings)


def _kind(note: int, camp: bool) -> int:
    if note < 20:
        return 0 if (note >= 10) == camp else 1
    return 2 if note < 25 else 3


@pytest.mark.parametrize("seed", range(5))
def test_notes_liked_by_both_camps_come_before_the_majoritys_favourites(seed: int) -> None:
    raters, notes, ratings = two_camps(seed)
    found = bridging_scores(raters, notes, ratings, rng=np.random.default_rng(seed))
    likes = np.bincount(notes, ratings) / np.bincount(notes)
    assert likes[20:25].min() < likes[:10].max()
    assert found.note[20:25].min() > found.note[:20].max()
    assert found.note[25:].max() < found.note[20:25].min()


def test_camps_lie_on_two_sides() -> None:
    raters, notes, ratings = two_camps(0)
    found = bridging_scores(raters, notes, ratings, rng=np.random.default_rng(0))
    first, second = found.rater_side[:80], found.rater_side[80:]
    assert np.sign(np.median(first)) != np.sign(np.median(second))


def test_without_ratings_there_are_no_scores() -> None:
    none = np.zeros(0, dtype=np.int64)
    found = bridging_scores(none, none, np.zeros(0), rng=np.random.default_rng(0))
    assert found.note.shape == (0,)


def test_columns_of_other_lengths_are_refused() -> None:
    with pytest.raises(ShapeMismatch):
        bridging_scores(
            np.zeros(2, int), np.zeros(2, int), np.zeros(3), rng=np.random.default_rng(0)
        )
