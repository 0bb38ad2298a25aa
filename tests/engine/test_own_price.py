"""A reader's own price is the least that brings a page into the band."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dukou.engine.own_price import own_price

WORTH = np.array([1.0, 0.5])


def price(score: list[float], inside: list[bool], low: float, high: float) -> float:
    """The price for a page of two slots worth 1 and 0.5."""
    mask = np.array(inside)
    return own_price(np.array(score), mask, np.ones_like(mask), WORTH, low, high, cap=10.0)


def test_a_page_in_the_band_needs_no_price() -> None:
    assert price([0.9, 0.8], [True, False], 0.5, 0.8) == 0.0


def test_a_floor_lifts_a_note_just_past_the_other() -> None:
    """One note of three is the clause's, 0.4 below the second: it must gain that much."""
    found = price([0.9, 0.8, 0.4], [False, False, True], 0.3, 1.0)
    assert found == pytest.approx(0.4, abs=1e-3)


def test_a_ceiling_presses_a_note_below_the_other() -> None:
    found = price([0.9, 0.8, 0.5], [True, True, False], 0.0, 0.7)
    assert found == pytest.approx(-0.3, abs=1e-3)


def test_what_cannot_be_reached_is_paid_no_more_than_the_cap() -> None:
    assert price([0.9, 0.8], [False, False], 0.5, 1.0) == 10.0


@given(
    score=st.lists(st.floats(0, 1), min_size=4, max_size=30),
    low=st.floats(0, 1),
    high=st.floats(0, 1),
    seed=st.integers(0, 99),
)
def test_the_price_brings_the_page_to_its_bound(
    score: list[float], low: float, high: float, seed: int
) -> None:
    low, high = min(low, high), max(low, high)
    inside = np.random.default_rng(seed).random(len(score)) < 0.5
    found = price(score, inside.tolist(), low, high)
    priced = np.array(score) + found * inside
    order = np.argsort(-priced, kind="stable")[:2]
    share = WORTH[inside[order]].sum() / WORTH.sum()
    if 0.0 < found < 10.0 - 1e-3:
        assert share >= low - 1e-9 or np.isclose(priced[order], priced[order][0]).any()
    if found == 0.0 and len(set(score)) == len(score):
        assert low - 1e-9 <= share <= high + 1e-9
