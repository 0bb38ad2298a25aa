"""The chance that a slot is seen, from slots drawn at random."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dukou.engine import BadInput, ShapeMismatch, slot_exposure
from dukou.engine.slot_chances import slot_chances

PAGE = {"slots": 20, "columns": 2, "patience": 0.93}


def read(
    seed: int, showings: int, patience: float, *, liked: float = 0.2, slots: int = 20
) -> tuple[np.ndarray, np.ndarray]:
    """Random slots of a page read with some patience; a seen note is liked by that chance."""
    rng = np.random.default_rng(seed)
    positions = rng.integers(slots, size=showings)
    seen = rng.random(showings) < slot_exposure(slots, 2, patience)[positions]
    return positions, (seen & (rng.random(showings) < liked)).astype(np.float64)


@given(
    seed=st.integers(0, 10_000),
    showings=st.integers(0, 400),
    slots=st.integers(1, 30),
    columns=st.integers(1, 4),
    told=st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_chances_fall_row_by_row_between_0_and_1(
    seed: int, showings: int, slots: int, columns: int, told: bool
) -> None:
    positions, liked = read(seed, showings, 0.8, slots=slots)
    found = slot_chances(
        positions, liked, slots=slots, columns=columns, patience=0.9, told=told, prior=5
    )
    assert found.shape == (slots,)
    assert np.all((found >= 0) & (found <= 1))
    assert np.all(np.diff(found) <= 1e-12)
    for start in range(0, slots, columns):
        assert np.ptp(found[start : start + columns]) == 0


@pytest.mark.parametrize("patience", [0.7, 0.85, 1.0])
def test_the_true_chances_are_found_from_likes_and_from_beacons(patience: float) -> None:
    true = slot_exposure(20, 2, patience)
    likes = slot_chances(*read(1, 400_000, patience), **PAGE)
    beacons = slot_chances(*read(2, 40_000, patience, liked=1.0), **PAGE, told=True)
    np.testing.assert_allclose(likes, true, atol=0.03)
    np.testing.assert_allclose(beacons, true, atol=0.03)


@given(factor=st.floats(0.01, 100), seed=st.integers(0, 100))
@settings(max_examples=25, deadline=None)
def test_how_likeable_the_notes_are_does_not_matter(factor: float, seed: int) -> None:
    positions, liked = read(seed, 2_000, 0.8)
    one = slot_chances(positions, liked, **PAGE)
    other = slot_chances(positions, liked * factor, **PAGE)
    np.testing.assert_allclose(one, other, atol=1e-6)


@given(seed=st.integers(0, 100))
@settings(max_examples=10, deadline=None)
def test_the_order_of_showings_does_not_matter(seed: int) -> None:
    positions, liked = read(seed, 500, 0.8)
    order = np.random.default_rng(seed).permutation(500)
    one = slot_chances(positions, liked, **PAGE)
    np.testing.assert_allclose(slot_chances(positions[order], liked[order], **PAGE), one)


@pytest.mark.parametrize("told", [False, True])
def test_where_nothing_is_known_the_model_stands(told: bool) -> None:
    none = np.zeros(0, np.int64), np.zeros(0)
    found = slot_chances(*none, **PAGE, told=told)
    np.testing.assert_allclose(found, slot_exposure(20, 2, 0.93))
    few = slot_chances(np.array([3, 19]), np.array([0.0, 1.0]), **PAGE, told=told)
    np.testing.assert_allclose(few, slot_exposure(20, 2, 0.93), atol=0.05)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(BadInput):
        slot_chances(np.array([20]), np.ones(1), **PAGE)
    with pytest.raises(BadInput):
        slot_chances(np.array([1]), np.array([-1.0]), **PAGE)
    with pytest.raises(ShapeMismatch):
        slot_chances(np.array([1]), np.ones(2), **PAGE)
