"""A promise to a newcomer is fixed when issued, paced over its time, and kept."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dukou.engine import (
    DebutClause,
    Debuts,
    EngineConfig,
    LiveNotes,
    Place,
    ReasonCode,
    StateError,
)
from dukou.engine.debut import Urgency
from tests.engine.world import (
    HOUR_MS,
    NOW,
    NOW_MS,
    bare,
    make_notes,
    make_reader,
    page_for,
    rescaled,
)

CLAUSE = DebutClause(impressions=40, hours=48, per_page=2)
CONTRACT = bare(debut=CLAUSE)
ROOM_OF_AN_HOUR = 0.2 * 0.45 * 2
"""Impressions that one hour may promise for each page expected, at two a page."""

Come = tuple[float, float, float, bool]
coming = st.lists(
    st.tuples(
        st.floats(0.0, 0.7),  # hours since the last
        st.floats(0.0, 1.0),  # part of the pages that it matches
        st.floats(0.0, 12.0),  # impressions that it is given before the next comes
        st.booleans(),  # whether what an hour left is shared out before
    ),
    max_size=60,
)


def with_debut(place: Place, note_id: int = 9001) -> LiveNotes:
    """Notes, and a newcomer's first one about topics 0 to 3, published now."""
    notes = make_notes(place, 600)
    notes.add(
        [note_id],
        authors=[77],
        cohorts=[2],
        languages=[2],
        published=[NOW_MS],
        topics=[[0, 1, 2, 3]],
    )
    return notes


def test_a_promise_is_at_most_the_clauses_and_what_can_be_expected() -> None:
    debuts = Debuts()
    large = debuts.issue(1, CLAUSE, pages_expected=10_000, now=NOW)
    small = debuts.issue(2, CLAUSE, pages_expected=30, now=NOW)
    assert large.impressions == 40
    assert small.impressions == 0
    assert Debuts().issue(3, CLAUSE, pages_expected=250, now=NOW).impressions == 5
    assert Debuts().issue(4, CLAUSE, pages_expected=250, now=NOW, match=0.01).impressions == 1
    assert debuts.issue(1, CLAUSE, pages_expected=9e9, now=NOW) is large
    assert list(debuts.promises) == [1]


def test_many_newcomers_get_smaller_promises() -> None:
    debuts = Debuts()
    promised = [
        debuts.issue(note_id, CLAUSE, pages_expected=2000, now=NOW).impressions
        for note_id in range(400)
    ]
    assert promised == sorted(promised, reverse=True)
    assert promised[0] == 40
    assert promised[8] < 10
    assert sum(promised) <= ROOM_OF_AN_HOUR * 2000


def test_who_comes_after_a_busy_hour_is_promised_no_more_than_the_last_of_it() -> None:
    debuts = Debuts()
    busy = [debuts.issue(at, CLAUSE, pages_expected=9000, now=NOW).impressions for at in range(70)]
    later = [
        debuts.issue(at, CLAUSE, pages_expected=9000, now=NOW + timedelta(hours=1)).impressions
        for at in range(100, 160)
    ]
    assert busy[0] == 40
    assert 0 < max(later) <= min(busy)
    assert max(later) - min(later) <= 0.2 * max(later)


def test_a_lone_note_is_promised_some_at_once_and_more_when_its_hour_was_quiet() -> None:
    clause, debuts = DebutClause(impressions=100, hours=48), Debuts()
    promise = debuts.issue(1, clause, pages_expected=400, now=NOW)
    at_once = promise.impressions
    assert at_once >= 9
    assert promise.may_grow(NOW_MS)
    hour_later = NOW + timedelta(hours=1)
    assert not promise.may_grow(NOW_MS + HOUR_MS)
    assert debuts.share_out(clause, pages_expected=400, now=hour_later) == [promise]
    assert promise.impressions > 3 * at_once
    raised = promise.impressions
    assert debuts.share_out(clause, pages_expected=400, now=hour_later) == []
    assert debuts.share_out(clause, pages_expected=9e9, now=NOW + timedelta(hours=2)) == []
    assert promise.impressions == raised


def test_what_an_hour_left_goes_first_to_those_who_were_promised_least() -> None:
    clause, debuts = DebutClause(impressions=100, hours=48), Debuts()
    promises = [debuts.issue(at, clause, pages_expected=1000, now=NOW) for at in range(6)]
    promises.append(debuts.issue(6, clause, pages_expected=1000, now=NOW, match=0.01))
    kept = debuts.issue(7, clause, pages_expected=1000, now=NOW)
    kept.given = float(kept.impressions)
    before = kept.impressions
    debuts.share_out(clause, pages_expected=1000, now=NOW + timedelta(hours=1))
    assert {p.impressions for p in promises[:6]} == {max(p.impressions for p in promises)}
    assert promises[6].impressions < 10  # its readers are few
    assert kept.impressions == before
    assert sum(p.impressions for p in debuts.promises.values()) <= ROOM_OF_AN_HOUR * 1000


def test_urgency_rises_as_time_runs_out_and_ends_with_the_promise() -> None:
    debuts = Debuts()
    promise = debuts.issue(1, CLAUSE, pages_expected=1000, now=NOW)
    urgencies = [promise.urgency(NOW_MS + hour * 3_600_000).part for hour in (0, 24, 40, 47)]
    assert urgencies == sorted(urgencies)
    assert promise.urgency(promise.deadline).part == 0.0
    promise.given = 40.0
    assert promise.urgency(NOW_MS).part == 0.0
    assert debuts.open(NOW) == {}


def test_a_note_that_is_seen_by_itself_is_not_helped() -> None:
    debuts = Debuts()
    promise = debuts.issue(1, CLAUSE, pages_expected=3000, now=NOW)
    half = NOW_MS + 24 * 3_600_000
    promise.given = 0.75 * promise.impressions
    assert promise.urgency(half) == Urgency()
    assert promise.is_open(half)
    promise.given = 0.25 * promise.impressions
    behind = promise.urgency(half)
    assert behind.part > 0.0
    assert behind.late > 1.0
    promise.given = 0.0
    assert promise.urgency(half).late > behind.late
    assert promise.urgency(promise.deadline - 1).late > promise.urgency(half).late


def test_of_two_promises_a_page_keeps_rather_the_one_its_reader_likes(place: Place) -> None:
    notes = make_notes(place, 600)
    for note_id, topics in ((9001, [0]), (9002, [0, 5])):
        notes.add(
            [note_id], authors=[note_id], cohorts=[2], languages=[2], published=[NOW_MS],
            topics=[topics],
        )  # fmt: skip
    liking = np.zeros(12, dtype=np.float32)
    liking[0] = 1.0
    reader = make_reader(place, topics=liking, factors=np.zeros(8, np.float32))
    debuts, one = Debuts(), replace(CLAUSE, per_page=1)
    for note_id in (9001, 9002):
        debuts.issue(note_id, one, pages_expected=2000, now=NOW)
    later = NOW + timedelta(hours=40)
    drawn = {9001: 0, 9002: 0}
    for seed in range(300):
        if seed == 150:
            assert drawn[9001] > 1.5 * drawn[9002]
            assert drawn[9001] > 30
            debuts.promises[9001].given = 0.95 * debuts.promises[9001].impressions
            later += timedelta(minutes=1)
            drawn = {9001: 0, 9002: 0}
        page = page_for(reader, notes, bare(debut=one), seed=seed, now=later, debuts=debuts)
        assert set(page.debuts_matched) == {9001, 9002}
        for slot in page.slots:
            if slot.terms.reason is ReasonCode.DEBUT:
                drawn[slot.note_id] += 1
    assert drawn[9002] > 1.5 * drawn[9001]  # which is later now


def test_promises_are_kept_among_readers_who_care(place: Place) -> None:
    notes = with_debut(place)
    debuts = Debuts()
    promise = debuts.issue(9001, CLAUSE, pages_expected=1800, now=NOW)
    liking = np.zeros(12, dtype=np.float32)
    liking[:4] = 0.5
    kept = shown_to_others = 0
    for number in range(600):
        now = NOW + timedelta(hours=48 * number / 600)
        cares = number % 3 == 0
        topics = liking if cares else np.roll(liking, 6)
        reader = make_reader(place, seed=number, topics=topics, factors=np.zeros(8, np.float32))
        page = page_for(reader, notes, CONTRACT, seed=number, now=now, debuts=debuts)
        debuts.step(page)
        for slot in page.slots:
            if slot.terms.reason is ReasonCode.DEBUT:
                assert slot.position < 10
                shown_to_others += not cares
                kept += 1
    assert promise.given >= 0.95 * promise.impressions
    assert kept <= 1.5 * promise.impressions
    assert shown_to_others == 0


def test_at_most_two_slots_of_a_page_keep_promises(place: Place) -> None:
    notes = make_notes(place, 300)
    debuts = Debuts()
    for note_id in range(9001, 9011):
        notes.add(
            [note_id], authors=[note_id], cohorts=[2], languages=[2], published=[NOW_MS],
            topics=[[0]],
        )  # fmt: skip
        debuts.issue(note_id, CLAUSE, pages_expected=1e6, now=NOW)
    late = NOW + timedelta(hours=47, minutes=59)
    liking = np.zeros(12, dtype=np.float32)
    liking[0] = 1.0
    reader = make_reader(place, topics=liking)
    page = page_for(reader, notes, CONTRACT, now=late, debuts=debuts)
    kept = [slot for slot in page.slots if slot.terms.reason is ReasonCode.DEBUT]
    assert len(kept) == 2


@pytest.mark.parametrize("factor", [0.125, 64.0])
def test_rescaling_relevance_moves_no_promised_note(place: Place, factor: float) -> None:
    notes = with_debut(place)
    debuts = Debuts()
    debuts.issue(9001, CLAUSE, pages_expected=10_000, now=NOW)
    late = NOW + timedelta(hours=40)
    carried = 0
    for seed in range(12):
        one, two = (
            page_for(
                make_reader(place, seed=seed),
                notes,
                CONTRACT,
                seed=seed,
                now=late,
                debuts=debuts,
                config=config,
            )
            for config in (EngineConfig(), rescaled(EngineConfig(), factor))
        )
        assert one.note_ids == two.note_ids
        carried += any(slot.terms.reason is ReasonCode.DEBUT for slot in one.slots)
    assert carried


def test_promises_read_back_as_they_were_written() -> None:
    debuts = Debuts()
    debuts.issue(5, CLAUSE, pages_expected=500, now=NOW)
    assert Debuts.from_json(debuts.to_json()) == debuts
    debuts.withdraw(5)
    assert debuts.promises == {}
    for broken in ("", "[]", '{"promises": {"1": {}}}'):
        with pytest.raises(StateError):
            Debuts.from_json(broken)


@given(coming, st.integers(0, 5000))
def test_one_hour_promises_a_bounded_part_and_no_promise_shrinks(
    notes: list[Come], pages: int
) -> None:
    debuts, now, last = Debuts(), NOW, {}
    for note_id, (hours, match, given_to_it, shares) in enumerate(notes):
        now += timedelta(hours=hours)
        if shares:
            debuts.share_out(CLAUSE, pages_expected=pages, now=now)
        promise = debuts.issue(note_id, CLAUSE, pages_expected=pages, now=now, match=match)
        promise.given += given_to_it
        promise.matched += given_to_it
        found = debuts.promises
        assert all(found[note].impressions >= had for note, had in last.items())
        last = {note: p.impressions for note, p in found.items()}
        by_hour: dict[int, int] = {}
        for p in found.values():
            assert 1 <= p.impressions <= CLAUSE.impressions
            by_hour[p.issued // HOUR_MS] = by_hour.get(p.issued // HOUR_MS, 0) + p.impressions
        assert max(by_hour.values(), default=0) <= ROOM_OF_AN_HOUR * pages + 1e-6


@given(st.integers(1, 100_000), st.integers(0, 20))
def test_the_first_note_of_a_quiet_hour_has_its_promise(pages: int, hours: int) -> None:
    """An eighth of what the hour may promise, or three, whatever was promised and kept before."""
    debuts = Debuts()
    for hour in range(hours):
        debuts.issue(hour, CLAUSE, pages_expected=pages, now=NOW + timedelta(hours=hour))
        for promise in debuts.promises.values():
            promise.given = float(promise.impressions)
    promise = debuts.issue(99, CLAUSE, pages_expected=pages, now=NOW + timedelta(hours=hours))
    hour = ROOM_OF_AN_HOUR * pages
    size = min(max(hour / 8, 3), hour, CLAUSE.impressions, 0.6 * 0.2 * pages)
    assert promise.impressions == pytest.approx(int(size), abs=1)
