"""A promise to a newcomer is fixed when issued, paced over its time, and kept."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from dukou.engine import DebutClause, Debuts, LiveNotes, Place, ReasonCode, StateError
from dukou.engine.debut import Urgency
from tests.engine.world import NOW, NOW_MS, bare, make_notes, make_reader, page_for

CLAUSE = DebutClause(impressions=40, hours=48, per_page=2)
CONTRACT = bare(debut=CLAUSE)


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
    assert Debuts().issue(3, CLAUSE, pages_expected=250, now=NOW).impressions == 3
    assert debuts.issue(2, CLAUSE, pages_expected=9e9, now=NOW) is small


def test_many_newcomers_get_smaller_promises() -> None:
    debuts = Debuts()
    promised = [
        debuts.issue(note_id, CLAUSE, pages_expected=2000, now=NOW).impressions
        for note_id in range(400)
    ]
    assert promised == sorted(promised, reverse=True)
    assert promised[0] == 30
    assert sum(promised) <= 0.38 * 2 * 2000


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
    for seed in range(150):
        page = page_for(reader, notes, bare(debut=one), seed=seed, now=later, debuts=debuts)
        assert set(page.debuts_matched) == {9001, 9002}
        for slot in page.slots:
            if slot.terms.reason is ReasonCode.DEBUT:
                drawn[slot.note_id] += 1
    assert drawn[9001] > 1.5 * drawn[9002] > 0


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


def test_promises_read_back_as_they_were_written() -> None:
    debuts = Debuts()
    debuts.issue(5, CLAUSE, pages_expected=500, now=NOW)
    assert Debuts.from_json(debuts.to_json()) == debuts
    debuts.withdraw(5)
    assert debuts.promises == {}
    for broken in ("", "[]", '{"promises": {"1": {}}}'):
        with pytest.raises(StateError):
            Debuts.from_json(broken)
