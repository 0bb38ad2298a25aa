"""The curve of a wave and the taste of simulated readers."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dukou.lab.taste import Look, Taste, appeal, read_page, taste_of
from dukou.lab.waves import arrivals, sign_ups, wave_curve


@given(st.integers(0, 5000), st.integers(1, 400))
def test_everyone_arrives_in_some_hour(total: int, hours: int) -> None:
    counts = arrivals(total, hours)
    assert counts.sum() == total
    assert (counts >= 0).all()
    assert len(counts) == hours


def test_the_peak_of_the_real_wave_is_in_every_day_long_curve() -> None:
    curve = wave_curve(24)
    assert np.isclose(curve.sum(), 1.0)
    assert curve.max() / curve.sum() >= max(sign_ups()) / sum(sign_ups())


def test_no_hours_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        wave_curve(0)


def test_a_liked_topic_appeals_more() -> None:
    taste = Taste({"cats": 2.0}, home=0.0, warmth=0.0)
    assert appeal(taste, Look(["cats"], False, 0.0)) > appeal(taste, Look(["work"], False, 0.0))


def test_a_reader_reacts_only_to_what_they_saw() -> None:
    rng = random.Random(3)
    taste = taste_of(rng, ["cats"], all_topics=["cats", "work", "food"])
    page = [Look(["cats"], True, 1.0)] * 20
    for _ in range(200):
        seen, reactions = read_page(taste, page, rng)
        assert all(reaction.slot < seen for reaction in reactions)
