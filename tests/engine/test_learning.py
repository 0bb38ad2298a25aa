"""Factors find what similar members liked, and new members and notes fold in."""

import numpy as np
import pytest

from dukou.engine import ShapeMismatch
from dukou.engine.engagement import Events, Showings
from dukou.engine.learning import Learning, fold_in_members, fold_in_notes, learn

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


def shown_unevenly(seed: int, *, often: int, seldom: int) -> tuple[Events, Showings]:
    """60 members; notes 0 to 9 are shown to `often` of them at the top, 10 to 19 to `seldom`
    of them far down; a member who sees a note likes it with the chance of a half."""
    rng = np.random.default_rng(seed)
    members, notes, exposures, liked = [], [], [], []
    for note in range(20):
        seen_by = rng.choice(60, size=often if note < 10 else seldom, replace=False)
        exposure = 1.0 if note < 10 else 0.4
        members += seen_by.tolist()
        notes += [note] * len(seen_by)
        exposures += [exposure] * len(seen_by)
        liked += (rng.random(len(seen_by)) < 0.5 * exposure).tolist()
    who, what, did = np.array(members), np.array(notes), np.array(liked)
    events = Events(who[did], what[did], np.ones(did.sum()))
    return events, Showings(who, what, np.array(exposures))


def test_to_be_shown_more_says_nothing_by_itself() -> None:
    learning = Learning(factors=4, epochs=10, reg=0.05, unseen=0.01)
    gap, raw = [], []
    for seed in range(8):
        events, showings = shown_unevenly(seed, often=50, seldom=15)
        for found, known in ((gap, showings), (raw, None)):
            factors = learn(events, learning, rng=np.random.default_rng(1), showings=known)
            match = factors.of_members(np.arange(60)) @ factors.of_notes(np.arange(20)).T
            found.append(float(match[:, :10].mean() - match[:, 10:].mean()))
    assert np.mean(raw) > 0.3
    assert abs(np.mean(gap)) < 0.1


def test_what_was_shown_and_passed_by_falls_below_the_mean() -> None:
    members = np.repeat(np.arange(30), 2)
    notes = np.tile([1, 2], 30)
    showings = Showings(members, notes, np.ones(60))
    events = Events(np.arange(30), np.full(30, 1), np.ones(30))
    factors = learn(events, LEARNING, rng=np.random.default_rng(1), showings=showings)
    match = factors.of_members(np.arange(30)) @ factors.of_notes(np.array([1, 2])).T
    assert factors.mean == pytest.approx(0.5)
    assert match[:, 0].min() > 0.1
    assert match[:, 1].max() < -0.1


def test_folding_in_knows_what_was_passed_by() -> None:
    members = np.repeat(np.arange(30), 2)
    notes = np.where(np.arange(60) % 2, 2, 1) + 2 * (members % 2)
    liked = (notes == 1) | (notes == 3)
    showings = Showings(members, notes, np.ones(60))
    events = Events(members[liked], notes[liked], np.ones(30))
    factors = learn(events, LEARNING, rng=np.random.default_rng(1), showings=showings)
    none = Events(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    bored = Showings(np.array([77]), np.array([1]), np.ones(1))
    ids, folded = fold_in_members(factors, none, bored)
    assert ids.tolist() == [77]
    match = np.vstack((folded, factors.stranger)) @ factors.of_notes(np.array([1])).T
    assert match[0, 0] < match[1, 0] - 0.1
    fresh = Showings(np.arange(10), np.full(10, 555), np.ones(10))
    note_ids, placed = fold_in_notes(factors, none, fresh)
    assert note_ids.tolist() == [555]
    assert (factors.of_members(np.arange(10)) @ placed.T).mean() < 0.0


def test_a_stranger_meets_what_most_people_like() -> None:
    rng = np.random.default_rng(5)
    members, notes = np.repeat(np.arange(40), 20), np.tile(np.arange(20), 40)
    liked = rng.random(800) < np.where(notes < 5, 0.6, 0.1)
    events = Events(members[liked], notes[liked], np.ones(liked.sum()))
    factors = learn(
        events, LEARNING, rng=rng, showings=Showings(members, notes, np.ones(len(notes)))
    )
    match = factors.of_members(np.array([999])) @ factors.of_notes(np.arange(20)).T
    assert match[0, :5].min() > match[0, 5:].max()
    alone = learn(events, LEARNING, rng=rng)
    assert not alone.of_members(np.array([999])).any()


def test_ids_may_be_as_long_as_the_sites_own() -> None:
    long = 1_736_856_000_000 << 16
    events, showings = shown_unevenly(0, often=50, seldom=15)
    moved = Events(events.members, events.notes + long, events.weights)
    shown = Showings(showings.members, showings.notes + long, showings.exposures)
    near = learn(events, LEARNING, rng=np.random.default_rng(1), showings=showings)
    far = learn(moved, LEARNING, rng=np.random.default_rng(1), showings=shown)
    assert far.mean == near.mean
    assert np.array_equal(far.members, near.members)


def test_a_place_of_few_events_gets_few_factors() -> None:
    sizes = [Learning.sized(events) for events in (0, 500, 20_000, 100_000, 5_000_000)]
    assert [one.factors for one in sizes] == sorted(one.factors for one in sizes)
    assert [one.reg for one in sizes] == sorted((one.reg for one in sizes), reverse=True)
    assert sizes[0].factors <= 32
    assert sizes[-1].factors >= 256


def all_shown(events: Events, *, chosen: bool | None = None) -> Showings:
    """Every member was shown every note, surely seen."""
    members, notes = (np.unique(column) for column in (events.members, events.notes))
    size = len(members) * len(notes)
    return Showings(
        np.repeat(members, len(notes)),
        np.tile(notes, len(members)),
        np.ones(size),
        None if chosen is None else np.full(size, chosen),
    )


def test_what_a_member_chose_to_be_shown_tells_of_the_member_and_nothing_of_the_note() -> None:
    events, shown = two_tastes(), all_shown(two_tastes())
    liked, passed = np.arange(120, 130), np.arange(100, 110)  # by member 99, on pages of their own
    own = np.concatenate((liked, passed))
    more = Events(
        np.concatenate((events.members, np.full(10, 99))),
        np.concatenate((events.notes, liked)),
        np.ones(len(events.notes) + 10),
    )

    def with_own(*, chosen: bool) -> Showings:
        flags = np.zeros(len(shown.members) + 20, dtype=bool)
        flags[-20:] = chosen
        return Showings(
            np.concatenate((shown.members, np.full(20, 99))),
            np.concatenate((shown.notes, own)),
            np.ones(len(flags)),
            flags,
        )

    rng = np.random.default_rng
    before = learn(events, LEARNING, rng=rng(1), showings=shown)
    after = learn(more, LEARNING, rng=rng(1), showings=with_own(chosen=True))
    ids = np.arange(100, 140)
    moved = np.abs(before.of_notes(ids) - after.of_notes(ids)).max()
    assert moved < 0.005  # by one more member of whom nothing counts
    match = (after.of_members(np.array([99])) @ after.of_notes(ids).T)[0]
    assert match[20:].mean() > match[:20].mean() + 0.5
    counted = learn(more, LEARNING, rng=rng(1), showings=with_own(chosen=False))
    assert np.abs(before.of_notes(ids) - counted.of_notes(ids)).max() > 5 * moved


def test_where_all_was_chosen_members_are_learnt_still() -> None:
    events = two_tastes()
    found = learn(
        events, LEARNING, rng=np.random.default_rng(1), showings=all_shown(events, chosen=True)
    )
    assert found.mean > 0.0
    assert np.isfinite(found.members).all()
    with pytest.raises(ShapeMismatch):
        Showings(np.arange(2), np.arange(2), np.ones(2), np.ones(1, dtype=bool))
