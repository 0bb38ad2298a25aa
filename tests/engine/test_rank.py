"""A page of a reader: who may stand on it, in which order, and that it can be repeated."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dukou.engine import (
    AuthorCap,
    BadInput,
    Contract,
    EngineConfig,
    Exploration,
    Group,
    LiveNotes,
    NotFinite,
    Place,
    Prices,
    Reader,
    ReasonCode,
    ShapeMismatch,
    ShareClause,
    StateError,
)
from tests.engine.world import (
    HOUR_MS,
    LIN,
    NOW,
    NOW_MS,
    at_home,
    bare,
    make_notes,
    make_place,
    make_reader,
    page_for,
    rescaled,
    small_creators,
)

NO_CHANCE = Exploration(slots=0)


def test_page_has_as_many_slots_as_asked_and_no_note_twice(lin: Reader, notes: LiveNotes) -> None:
    page = page_for(lin, notes, bare(at_home(), small_creators()), slots=20)
    assert len(page.slots) == 20
    assert len(set(page.note_ids)) == 20
    assert [slot.position for slot in page.slots] == list(range(20))


@given(seed=st.integers(0, 10_000), count=st.integers(1, 120), dial=st.integers(-2, 2))
@settings(max_examples=25, deadline=None)
def test_same_seed_gives_the_same_page(seed: int, count: int, dial: int) -> None:
    place = make_place()
    notes = make_notes(place, count, seed=seed)
    reader = make_reader(place, seed=seed, dial=dial)
    contract = bare(at_home(), small_creators())
    first = page_for(reader, notes, contract, seed=seed)
    again = page_for(reader, notes, contract, seed=seed)
    assert first.slots == again.slots
    assert first.plain.note_ids == again.plain.note_ids


@given(seed=st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_without_prices_and_quotas_the_page_is_the_plain_page(seed: int) -> None:
    place = make_place()
    notes = make_notes(place, 200, seed=seed)
    reader = make_reader(place, seed=seed)
    loose = bare(at_home(floor=0.0, ceiling=1.0), small_creators(floor=0.0))
    page = page_for(reader, notes, loose, seed=seed)
    assert page.note_ids == page.plain.note_ids


def test_best_note_comes_first_when_nothing_else_matters(place: Place, lin: Reader) -> None:
    notes = LiveNotes(place, factors=1)
    for note_id, liking in ((1, 0.1), (2, 0.9), (3, 0.5)):
        notes.add(
            [note_id],
            authors=[note_id],
            cohorts=[0],
            languages=[1],
            published=[NOW_MS],
            factors=np.array([[liking]]),
        )
    reader = Reader(cohort=LIN, factors=np.ones(1, dtype=np.float32))
    contract = bare(exploration=NO_CHANCE)
    config = EngineConfig(diversity_penalty=0.0)
    page = page_for(reader, notes, contract, slots=3, config=config)
    assert page.note_ids == (2, 3, 1)
    assert page.slots[0].terms.similar == pytest.approx(0.9)


def test_hidden_notes_and_authors_are_never_shown(place: Place) -> None:
    notes = make_notes(place, 60)
    hidden = list(range(1, 30))
    blocked = [int(notes.author_ids[0]), int(notes.author_ids[1])]
    reader = make_reader(place, hidden=hidden, hidden_authors=blocked)
    for seed in range(30):
        page = page_for(reader, notes, bare(at_home(), small_creators()), seed=seed)
        assert not set(page.note_ids) & set(hidden)
        assert not set(page.plain.note_ids) & set(hidden)
        assert not {slot.author_id for slot in page.slots} & set(blocked)


def test_no_note_comes_twice_in_a_session(place: Place) -> None:
    notes = make_notes(place, 100)
    contract = bare(at_home(), small_creators())
    shown: list[int] = []
    for number in range(8):
        reader = make_reader(place, session=tuple(shown))
        page = page_for(reader, notes, contract, seed=number)
        assert not set(page.note_ids) & set(shown)
        shown += page.note_ids
    assert sorted(shown) == sorted(set(shown))
    assert len(shown) == 100


def test_seen_notes_come_after_every_unseen_one(place: Place) -> None:
    notes = make_notes(place, 30)
    seen = tuple(range(1, 21))
    reader = make_reader(place, seen=seen)
    contract = bare(at_home(), author_cap=AuthorCap(per_page=20))
    page = page_for(reader, notes, contract, slots=20)
    flags = [note_id in seen for note_id in page.note_ids]
    assert len(flags) == 20
    assert flags == sorted(flags)
    assert flags.count(False) == 10


def test_notes_of_the_future_wait(place: Place, lin: Reader) -> None:
    notes = make_notes(place, 5)
    notes.add(
        [99], authors=[5], cohorts=[0], languages=[1], published=[NOW_MS + HOUR_MS], quality=[1.0]
    )
    assert 99 not in page_for(lin, notes, bare()).note_ids
    later = NOW + timedelta(hours=1)
    assert 99 in page_for(lin, notes, bare(), now=later).note_ids


def test_an_author_has_at_most_the_capped_notes_on_a_page(place: Place, lin: Reader) -> None:
    notes = make_notes(place, 300, authors=12)
    page = page_for(lin, notes, bare(author_cap=AuthorCap(per_page=2)))
    authors = [slot.author_id for slot in page.slots]
    assert max(authors.count(author) for author in authors) <= 2


def test_a_flood_by_one_author_does_not_empty_the_page(place: Place) -> None:
    notes = make_notes(place, 40)
    flood = np.arange(1000, 1600)
    notes.add(
        flood,
        authors=np.full(600, 7),
        cohorts=np.full(600, 2),
        languages=np.full(600, 2),
        published=np.full(600, NOW_MS),
        quality=np.ones(600),
        topics=[[0, 1]] * 600,
    )
    reader = make_reader(place, topics=np.ones(2, dtype=np.float32))
    page = page_for(reader, notes, bare())
    assert len(page.slots) == 20
    assert sum(slot.author_id == 7 for slot in page.slots) <= 2


def test_near_copies_fold_into_the_first_published(place: Place, lin: Reader) -> None:
    notes = make_notes(place, 30)
    notes.add(
        [101, 102, 103],
        authors=[1, 2, 3],
        cohorts=[0, 0, 0],
        languages=[1, 1, 1],
        published=[NOW_MS - 3, NOW_MS - 9, NOW_MS - 1],
        copies=[5, 5, 5],
        quality=[1.0, 0.2, 1.0],
    )
    shown = page_for(lin, notes, bare(), slots=33).note_ids
    assert 102 in shown
    assert not {101, 103} & set(shown)
    hidden = replace(lin, hidden=(102,))
    assert 101 in page_for(hidden, notes, bare(), slots=33).note_ids


def test_a_copy_of_a_seen_note_is_not_new(place: Place, lin: Reader) -> None:
    notes = make_notes(place, 30)
    notes.add(
        [101, 102],
        authors=[1, 2],
        cohorts=[0, 0],
        languages=[1, 1],
        published=[NOW_MS - 9, NOW_MS - 1],
        copies=[5, 5],
    )
    shown = page_for(replace(lin, seen=(101,)), notes, bare(), slots=31).note_ids
    assert 102 not in shown[:30]


def test_measured_chances_are_what_the_slots_are_worth(lin: Reader, notes: LiveNotes) -> None:
    chances = np.linspace(1.0, 0.1, 20)
    page = page_for(lin, notes, bare(at_home()), chances=chances)
    assert [slot.exposure for slot in page.slots] == chances.tolist()
    assert page.exposure == pytest.approx(chances.sum())
    with pytest.raises(ShapeMismatch):
        page_for(lin, notes, bare(at_home()), chances=chances[:19])


@pytest.mark.parametrize(
    ("first", "last"), [(0.0, 0.0), (1.0, np.nan), (np.nan, 1.0), (np.inf, 1.0), (1.0, -0.1)]
)
def test_chances_that_no_page_can_be_counted_with_are_refused(
    lin: Reader, notes: LiveNotes, first: float, last: float
) -> None:
    with pytest.raises(BadInput, match="chances"):
        page_for(lin, notes, bare(at_home()), chances=np.array([first] + [last] * 19))


def test_a_slot_that_nobody_sees_is_worth_nothing(lin: Reader, notes: LiveNotes) -> None:
    page = page_for(lin, notes, bare(at_home()), chances=np.array([1.0] + [0.0] * 19))
    assert page.exposure == 1.0


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("name", ["topics", "languages", "factors", "authors"])
def test_a_reader_with_numbers_that_are_none_is_refused(
    lin: Reader, name: str, number: float
) -> None:
    values = np.array([0.1, number, 0.2], dtype=np.float32)
    with pytest.raises(NotFinite, match=name):
        replace(lin, **{name: {1: 0.5, 2: number} if name == "authors" else values})


def test_huge_numbers_are_numbers(lin: Reader) -> None:
    factors = np.full(8, 1e30, dtype=np.float32)
    assert replace(lin, factors=factors).factors is factors


@given(seed=st.integers(0, 1000), factor=st.sampled_from([0.125, 8.0, 64.0]))
@settings(max_examples=20, deadline=None)
def test_rescaling_relevance_changes_no_page_of_a_session(seed: int, factor: float) -> None:
    place = make_place()
    notes = make_notes(place, 200, seed=seed, newcomers=0.8)
    contract = bare(at_home(), small_creators())
    plain, scaled = EngineConfig(), rescaled(EngineConfig(), factor)
    one, two = Prices.start(contract), Prices.start(contract)
    reader_one = reader_two = make_reader(place, seed=seed)
    for number in range(4):
        first = page_for(reader_one, notes, contract, one, seed=number, config=plain)
        second = page_for(reader_two, notes, contract, two, seed=number, config=scaled)
        assert first.note_ids == second.note_ids
        one.step(first, now=NOW, config=plain)
        two.step(second, now=NOW, config=scaled)
        shown = (*reader_one.session, *first.note_ids)
        reader_one = replace(reader_one, session=shown, account=first.account)
        reader_two = replace(reader_two, session=shown, account=second.account)


@given(order=st.permutations(range(3)), seed=st.integers(0, 100))
@settings(max_examples=20, deadline=None)
def test_order_of_clauses_does_not_matter(order: list[int], seed: int) -> None:
    place = make_place()
    notes = make_notes(place, 200, seed=seed, newcomers=0.8)
    reader = make_reader(place, seed=seed)
    clauses = [
        at_home(),
        small_creators(),
        ShareClause(id="topic", providers=Group(topic="topic-1"), floor=0.3, tier=2),
    ]
    shuffled = bare(*(clauses[at] for at in order))
    assert page_for(reader, notes, shuffled).slots == page_for(reader, notes, bare(*clauses)).slots


def test_one_slot_is_drawn_among_all_authors_and_then_among_their_notes(
    place: Place, lin: Reader
) -> None:
    notes = make_notes(place, 50)
    authors = notes.column("author").tolist()
    drawn, places = set(), set()
    for seed in range(800):
        page = page_for(lin, notes, bare(), seed=seed)
        explored = [s for s in page.slots if s.terms.reason is ReasonCode.EXPLORATION]
        assert len(explored) == 1
        of_author = authors.count(notes.author_index(explored[0].author_id))
        chance = 1 / (20 * len(set(authors)) * of_author)
        assert explored[0].propensity == pytest.approx(chance)
        drawn.add(explored[0].note_id)
        places.add(explored[0].position)
    assert drawn == set(range(1, 51))
    assert places == set(range(20))


@pytest.mark.parametrize("count", [1, 7, 19])
def test_a_small_place_shows_all_its_notes(place: Place, lin: Reader, count: int) -> None:
    notes = make_notes(place, count)
    contract = bare(at_home(), small_creators(), author_cap=AuthorCap(per_page=20))
    for seed in range(20):
        assert len(page_for(lin, notes, contract, seed=seed).slots) == count


def test_an_empty_place_gives_an_empty_page(place: Place, lin: Reader) -> None:
    page = page_for(lin, LiveNotes(place, factors=8), bare(at_home(), small_creators()))
    assert page.slots == ()
    assert page.exposure == 0.0


def test_prices_of_another_contract_are_refused(lin: Reader, notes: LiveNotes) -> None:
    with pytest.raises(StateError):
        page_for(lin, notes, bare(at_home()), Prices.start(Contract()))


def test_factors_of_another_width_are_refused(place: Place, lin: Reader) -> None:
    with pytest.raises(ShapeMismatch):
        page_for(lin, LiveNotes(place, factors=64), bare())


def test_a_dial_beyond_its_end_is_refused() -> None:
    with pytest.raises(BadInput):
        Reader(cohort=LIN, dial=3)
