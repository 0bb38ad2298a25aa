"""A replay serves past pages under a contract that did not bind then, and measures any clause."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pytest

from dukou.engine import (
    Cohort,
    DebutClause,
    FirstNote,
    Group,
    LiveNotes,
    Page,
    PastPage,
    Place,
    Prices,
    Replay,
    Replayed,
    rank,
)
from tests.engine.world import (
    AMA,
    LIN,
    MAYA,
    NOW,
    at_home,
    bare,
    make_notes,
    make_reader,
    small_creators,
)


def past_pages(place: Place, *, readers: int = 12, each: int = 8) -> list[PastPage]:
    """Pages of residents of both languages over two hours, each two to a session."""
    pages = []
    for number in range(readers * each):
        who, turn = number % readers, number // readers
        cohort: Cohort = LIN if who % 2 else AMA
        pages.append(
            PastPage(
                who=who,
                session=turn // 2,
                reader=make_reader(place, seed=who, cohort=cohort),
                at=NOW + timedelta(minutes=number),
                seed=number,
            )
        )
    return pages


def replayed(
    notes: LiveNotes, pages: list[PastPage], *clauses: object, measure: list[object]
) -> Replayed:
    """What came of the pages under a contract of these clauses, after a round to settle."""
    contract = bare(*clauses)  # type: ignore[arg-type]
    replay = Replay(
        contract,
        notes,
        measure=measure,
        prices=Prices.start(contract),  # type: ignore[arg-type]
    )
    for _ in range(2):
        replay.begin()
        for page in pages:
            replay.serve(page)
    return replay.result()


def test_a_clause_is_measured_where_it_binds_and_where_it_does_not(place: Place) -> None:
    notes = make_notes(place, 900, newcomers=0.8)
    pages, clause = past_pages(place), at_home()
    without = replayed(notes, pages, measure=[clause])
    held = replayed(notes, pages, clause, measure=[clause])
    assert without.share[0] < 0.45
    assert 0.54 <= held.share[0] <= 0.81
    assert without.readers[0] == held.readers[0] == 12
    assert without.outside[0] > 6
    assert held.outside[0] <= 2
    assert held.relevance < without.relevance
    assert held.pages == without.pages == len(pages)


def test_the_same_contract_changes_nothing(place: Place) -> None:
    notes, pages = make_notes(place, 600), past_pages(place, each=4)
    first, second = (
        replayed(notes, pages, at_home(), measure=[at_home(), small_creators()]) for _ in range(2)
    )
    assert first.share == pytest.approx(second.share)
    assert first.relevance == second.relevance


def firsts_of(notes: LiveNotes, count: int) -> list[FirstNote]:
    """First notes of newcomers, published before and while the pages were read."""
    newcomers = np.flatnonzero(notes.column("cohort") == 2)[:count]
    return [
        FirstNote(int(note), 1 + at % 2, MAYA, NOW + timedelta(minutes=10 * at - 60))
        for at, note in enumerate(notes.column("id")[newcomers].tolist())
    ]


def with_promises(notes: LiveNotes, clause: DebutClause | None, **given: float) -> Replay:
    """A replay of two hours with ten first notes, after its last page."""
    contract = bare(debut=clause)
    replay = Replay(
        contract,
        notes,
        measure=[],
        prices=Prices.start(contract),
        firsts=firsts_of(notes, 10),
        pages_an_hour=48.0,
        **given,
    )
    for page in past_pages(notes.place):
        replay.serve(page)
    return replay


def test_first_notes_are_promised_readers_in_a_replay_too(place: Place) -> None:
    notes = make_notes(place, 900)
    clause = DebutClause(impressions=20, hours=3)
    replay = with_promises(notes, clause)
    found = replay.result()
    assert found.promises == 10
    assert found.behind <= 2
    given = [replay.debuts.promises[first.note_id].given for first in replay.firsts[6:]]
    without = with_promises(notes, None)
    assert sum(given) > 1
    assert (without.result().promises, without.result().behind) == (0, 0)
    only_first = with_promises(notes, replace(clause, notes=1)).result()
    assert only_first.promises == 5
    residents = replace(clause, providers=Group(arrival="resident"))
    assert with_promises(notes, residents).result().promises == 0


def test_what_was_promised_before_the_first_page_counts_as_kept_until_then(place: Place) -> None:
    notes = make_notes(place, 900)
    replay = with_promises(notes, DebutClause(impressions=20, hours=3))
    replay.begin()
    replay.serve(past_pages(place)[0])
    oldest = replay.debuts.promises[replay.firsts[0].note_id]
    assert oldest.given >= oldest.impressions / 3 > 0
    assert len(replay.debuts.promises) == 7


def promised(notes: LiveNotes, published: list[timedelta], pages: list[timedelta]) -> list[int]:
    """Impressions promised to first notes of these times, after pages at those; times from NOW."""
    contract = bare(debut=DebutClause(impressions=100, hours=12, per_page=4))
    firsts = firsts_of(notes, len(published))
    replay = Replay(
        contract,
        notes,
        measure=[],
        prices=Prices.start(contract),
        firsts=[replace(first, at=NOW + at) for first, at in zip(firsts, published, strict=True)],
        pages_an_hour=1000 / 12,
    )
    for past, at in zip(past_pages(notes.place), pages, strict=False):
        replay.serve(replace(past, at=NOW + at))
    return [replay.debuts.promises[first.note_id].impressions for first in replay.firsts]


HALF = timedelta(minutes=30)


@pytest.mark.parametrize("hours", [1, 2])
def test_promises_before_the_first_page_grow_after_each_hour(place: Place, hours: int) -> None:
    notes = make_notes(place, 900)
    published = [timedelta(hours=hours * at) + HALF for at in range(-5, 1)]
    *raised, newest = promised(notes, published, [HALF])
    assert raised == [100] * 5
    assert newest < 50


def test_promises_grow_after_an_hour_in_which_nobody_came(place: Place) -> None:
    notes = make_notes(place, 900)
    [issued] = promised(notes, [HALF], [timedelta(), HALF])
    [next_hour] = promised(notes, [HALF], [timedelta(), timedelta(hours=1)])
    [later] = promised(notes, [HALF], [timedelta(), timedelta(hours=5)])
    assert issued < next_hour == later


def test_a_sample_of_the_pages_promises_as_much_less(place: Place) -> None:
    notes = make_notes(place, 900)
    clause = DebutClause(impressions=20, hours=3)
    promises = with_promises(notes, clause, sample=0.1).debuts.promises.values()
    assert {promise.impressions for promise in promises} <= {1, 2}


def test_nobody_meets_a_note_twice_in_a_session(place: Place) -> None:
    notes = make_notes(place, 600)
    replay = Replay(bare(), notes, measure=[], prices=Prices.start(bare()))
    shown: dict[tuple[int, int], list[int]] = {}
    for past in past_pages(place, each=4):
        shown.setdefault((past.who, past.session), []).extend(replay.serve(past).note_ids)
    assert all(len(ids) == len(set(ids)) for ids in shown.values())


def test_a_note_that_is_taken_away_meanwhile_counts_on_the_page_it_stands_on(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = make_notes(place, 200)

    def take_away(note_id: int) -> None:
        if notes.lock.acquire(blocking=False):
            notes.remove([note_id])
            notes.lock.release()

    def ranked(*given: Any, **named: Any) -> Page:
        page = rank(*given, **named)
        with ThreadPoolExecutor(1) as another:
            another.submit(take_away, page.note_ids[0]).result()
        return page

    monkeypatch.setattr("dukou.engine.replay.rank", ranked)
    replay = Replay(bare(), notes, measure=[at_home()], prices=Prices.start(bare()))
    replay.serve(past_pages(place)[0])
    assert 0.0 <= replay.result().share[0] <= 1.0


def test_a_clause_whose_readers_did_not_come_has_no_share(place: Place) -> None:
    notes = make_notes(place, 200)
    found = replayed(notes, [], at_home(), measure=[at_home()])
    assert np.isnan(found.share[0])
    assert found.pages == 0
