"""Factors find what similar members liked, and new members and notes fold in."""

import numpy as np
import pytest

from dukou.engine import ShapeMismatch
from dukou.engine.learning import Events, Learning, fold_in_members, fold_in_notes, learn

LEARNING = Learning(factors=8, epochs=8)


def two_tastes(seed: int = 0, *, skip: tuple[int, ...] = ()) -> Events:
    """Members 0 to 39: even ones like notes 100 to 119, odd ones 120 to 139, 10 each."""
    rng = np.random.default_rng(seed)
    members, notes = [], []
    for member in range(40):
        if member not in skip:
            picks = rng.choice(20, size=10, replace=False) + (120 if member % 2 else 100)
            members += [member] * 10
            notes += picks.tolist()
    return Events(np.array(members), np.array(notes), np.ones(len(notes)))


def test_a_member_matches_the_notes_of_their_kind() -> None:
    factors = learn(two_tastes(), LEARNING, rng=np.random.default_rng(1))
    match = factors.of_members(np.array([0])) @ factors.of_notes(np.arange(100, 140)).T
    assert match[0, :20].mean() > 0.3
    assert abs(match[0, 20:].mean()) < 0.05


def test_the_same_seed_learns_the_same() -> None:
    one = learn(two_tastes(), LEARNING, rng=np.random.default_rng(5))
    two = learn(two_tastes(), LEARNING, rng=np.random.default_rng(5))
    assert np.array_equal(one.members, two.members)
    assert np.array_equal(one.notes, two.notes)


def test_a_new_member_is_ranked_from_three_taps() -> None:
    factors = learn(two_tastes(), LEARNING, rng=np.random.default_rng(1))
    taps = Events(np.full(3, 99), np.array([121, 125, 130]), np.ones(3))
    ids, folded = fold_in_members(factors, taps)
    match = folded @ factors.of_notes(np.arange(100, 140)).T
    assert ids.tolist() == [99]
    assert match[0, 20:].mean() > 5 * abs(match[0, :20].mean())


def test_folding_a_known_member_in_gives_what_was_learnt() -> None:
    events = two_tastes()
    long = Learning(factors=4, epochs=200)
    factors = learn(events, long, rng=np.random.default_rng(1))
    ids, folded = fold_in_members(factors, events)
    assert ids.tolist() == factors.member_ids.tolist()
    assert np.allclose(folded, factors.members, atol=2e-2)


def test_a_new_note_is_placed_by_those_who_liked_it() -> None:
    factors = learn(two_tastes(), LEARNING, rng=np.random.default_rng(1))
    likes = Events(np.array([0, 2, 4]), np.full(3, 777), np.ones(3))
    _, folded = fold_in_notes(factors, likes)
    match = factors.of_members(np.arange(40)) @ folded.T
    assert match[::2].mean() > match[1::2].mean()


def test_events_that_were_likelier_to_be_seen_weigh_less() -> None:
    """Both kinds of notes are liked once by a new member; one stood at the top, one deep down."""
    factors = learn(two_tastes(), LEARNING, rng=np.random.default_rng(1))
    taps = Events(np.full(2, 99), np.array([100, 120]), np.ones(2), np.array([1.0, 0.2]))
    _, folded = fold_in_members(factors, taps)
    match = (folded @ factors.of_notes(np.arange(100, 140)).T)[0]
    assert match[20:].mean() > match[:20].mean()


def test_nothing_learnt_is_nothing_known() -> None:
    empty = Events(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    factors = learn(empty, LEARNING, rng=np.random.default_rng(1))
    assert factors.of_notes(np.array([1, 2])).tolist() == [[0.0] * 8] * 2
    unknown = Events(np.array([1]), np.array([5]), np.ones(1))
    _, folded = fold_in_members(factors, unknown)
    assert not folded.any()


def test_columns_of_other_lengths_are_refused() -> None:
    with pytest.raises(ShapeMismatch):
        Events(np.array([1]), np.array([1, 2]), np.ones(1))
