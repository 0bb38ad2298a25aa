"""Smooth factors: what those like who like what a member likes, for members old and new."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy.sparse import csr_array

from dukou.engine.engagement import Events, Showings
from dukou.engine.learning import Learning, fold_in_members, fold_in_notes, learn
from dukou.engine.smoothing import mean_product, smooth

LEARNING = Learning(factors=4, epochs=6, smooth=3)


def engaged(seed: int, *, members: int = 30, notes: int = 20) -> csr_array:
    """A sparse matrix of who did how much, with somebody who did nothing."""
    rng = np.random.default_rng(seed)
    some = rng.random((members, notes)) * (rng.random((members, notes)) < 0.3)
    some[0] = 0.0
    return csr_array(some)


def smooth_reference(weights: csr_array, *, factors: int) -> np.ndarray:
    """The scores of all pairs by the whole decomposition of a full matrix, to a scale."""
    dense = weights.toarray()
    of_members, of_notes = (np.maximum(dense.sum(axis=axis), 1e-30) for axis in (1, 0))
    of_members[dense.sum(axis=1) == 0] = 1.0
    of_notes[dense.sum(axis=0) == 0] = 1.0
    left, size, right = np.linalg.svd(dense / np.sqrt(np.outer(of_members, of_notes)))
    kept = size[:factors] ** 3
    return (left[:, :factors] * kept) @ right[:factors] * np.sqrt(of_notes)


@given(st.integers(0, 1000), st.integers(1, 20))
@settings(max_examples=25, deadline=None)
def test_scores_agree_with_the_whole_decomposition(seed: int, factors: int) -> None:
    weights = engaged(seed)
    found = smooth(weights, factors=factors, typical=0.5, rng=np.random.default_rng(1))
    expected = smooth_reference(weights, factors=factors) * found.smoothing.scale
    assert_allclose(found.members @ found.notes.T, expected, atol=2e-3 * np.abs(expected).max())
    assert mean_product(found.members, found.notes, weights) == pytest.approx(0.5, rel=1e-3)


def test_who_did_the_same_gets_the_same_factors() -> None:
    weights = engaged(3)
    members, notes, smoothing = smooth(
        weights, factors=8, typical=1.0, rng=np.random.default_rng(1)
    )
    assert_allclose(smoothing.members(weights, notes), members, atol=1e-3)
    assert_allclose(smoothing.notes(weights, members), notes, atol=1e-3)


@pytest.mark.parametrize("shape", [(3, 2), (1, 1), (0, 0), (4, 0)])
def test_fewer_parts_than_factors_leave_zeros(shape: tuple[int, int]) -> None:
    weights = csr_array(np.ones(shape))
    found = smooth(weights, factors=6, typical=1.0, rng=np.random.default_rng(1))
    assert found.members.shape == (shape[0], 6)
    assert found.notes.shape == (shape[1], 6)
    assert np.isfinite(found.members).all()
    assert not found.members[:, 3:].any()
    assert np.isfinite(found.smoothing.notes(weights, found.members)).all()


def likes(*, skip_member: int = -1, skip_note: int = -1) -> Events:
    """Of 40 members, even ones like notes 0 to 19, odd ones 20 to 39, ten each."""
    rng = np.random.default_rng(7)
    pairs = [
        (member, note + 20 * (member % 2))
        for member in range(40)
        for note in rng.choice(20, size=10, replace=False).tolist()
    ]
    kept = [(m, n) for m, n in pairs if m != skip_member and n != skip_note]
    members, notes = np.array(kept).T
    return Events(members, notes, np.ones(len(kept)))


def test_learnt_factors_stay_as_they_are_and_smooth_ones_stand_beside() -> None:
    plain = learn(likes(), Learning(factors=4, epochs=6), rng=np.random.default_rng(1))
    both = learn(likes(), LEARNING, rng=np.random.default_rng(1))
    assert_allclose(both.members[:, :4], plain.members)
    assert both.notes.shape[1] == 7
    match = both.members[:, 4:] @ both.notes[:, 4:].T
    assert match[::2, :20].min() > match[::2, 20:].max() + 0.05


def test_a_member_and_a_note_that_come_later_are_placed_as_if_they_had_been_there() -> None:
    whole, rng = likes(), np.random.default_rng(1)
    late = learn(likes(skip_member=5), LEARNING, rng=rng)
    of_five = whole.members == 5
    events = Events(whole.members[of_five], whole.notes[of_five], whole.weights[of_five])
    ids, found = fold_in_members(late, events)
    assert ids.tolist() == [5]
    twin = late.of_members(np.arange(7, 40, 2)).mean(axis=0)
    assert found[0, 4:] @ twin[4:] > 0.8 * np.linalg.norm(found[0, 4:]) * np.linalg.norm(twin[4:])
    late = learn(likes(skip_note=25), LEARNING, rng=rng)
    of_note = whole.notes == 25
    events = Events(whole.members[of_note], whole.notes[of_note], whole.weights[of_note])
    ids, found = fold_in_notes(late, events)
    assert ids.tolist() == [25]
    match = late.members[:, 4:] @ found[0, 4:]
    assert match[1::2].min() > match[::2].max()


def test_what_was_shown_leaves_no_room_for_smooth_factors() -> None:
    events = likes()
    showings = Showings(events.members, events.notes, np.ones(len(events.members)))
    found = learn(events, LEARNING, rng=np.random.default_rng(1), showings=showings)
    assert found.notes.shape[1] == 4
    assert found.smoothing is None
    _, folded = fold_in_members(found, events, showings)
    assert folded.shape[1] == 4


def test_a_large_place_gets_smooth_factors_only_where_nothing_is_known_of_showings() -> None:
    assert Learning.sized(400_000).smooth > 0
    assert Learning.sized(400_000, shown=True).smooth == 0
    assert Learning.sized(1_000).smooth == 0
    roomy = Learning.sized(10**7)
    narrow = Learning.sized(10**7, most_factors=roomy.factors + roomy.smooth - 1)
    assert narrow.factors + narrow.smooth < roomy.factors + roomy.smooth
