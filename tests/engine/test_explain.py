"""Reasons come from the logged terms alone and say what moved the note."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dukou.engine import (
    HOME,
    ClauseTerm,
    LiveNotes,
    Place,
    Reader,
    ReasonCode,
    StateError,
    Terms,
    explain,
    pack_terms,
    unpack_terms,
)
from dukou.engine.explain import (
    ReasonAuthor,
    ReasonContract,
    ReasonDebut,
    ReasonDial,
    ReasonExploration,
    ReasonFresh,
    ReasonHeldBack,
    ReasonTopic,
)
from tests.engine.world import (
    at_home,
    bare,
    make_notes,
    make_place,
    make_reader,
    page_for,
    small_creators,
)

CONTRACT = bare(at_home(), small_creators())


def test_largest_reason_comes_first_and_small_ones_are_left_out() -> None:
    terms = Terms(ReasonCode.RANKED, topic=0.6, best_topic=4, freshness=0.3, language=0.01)
    topic, fresh = explain(terms, CONTRACT)
    assert topic == ReasonTopic(pytest.approx(0.6 / 0.91), 4, 0.6)
    assert isinstance(fresh, ReasonFresh)


def test_chance_is_the_only_reason_of_an_exploration_slot() -> None:
    assert explain(Terms(ReasonCode.EXPLORATION, topic=1.0), CONTRACT) == [ReasonExploration()]


def test_a_promise_is_named_first() -> None:
    terms = Terms(ReasonCode.DEBUT, topic=0.9, best_topic=0, debut=0.1)
    assert isinstance(explain(terms, CONTRACT)[0], ReasonDebut)


def test_a_clause_that_lifted_or_forced_a_note_is_named_with_its_numbers() -> None:
    term = ClauseTerm("residents-home", shared=0.2, own=0.3, needed=0.7, delivered=0.4)
    terms = Terms(ReasonCode.QUOTA, topic=0.9, quota="residents-home", clauses=(term,))
    first = explain(terms, CONTRACT)[0]
    assert first == ReasonContract(
        pytest.approx(0.5 / 1.4), "residents-home", 0.7, 0.4, quota=True, own=True
    )


def test_a_clause_that_lowered_a_note_says_so() -> None:
    term = ClauseTerm("residents-home", shared=-0.5, own=0.0, needed=0.0, delivered=0.9)
    terms = Terms(ReasonCode.RANKED, topic=0.9, best_topic=1, clauses=(term,))
    assert ReasonHeldBack(pytest.approx(0.5 / 1.4), "residents-home", 0.9) in explain(
        terms, CONTRACT
    )


def test_the_readers_own_dial_is_named_as_theirs() -> None:
    term = ClauseTerm(HOME, shared=0.0, own=0.4, needed=0.8, delivered=0.2)
    reasons = explain(Terms(ReasonCode.RANKED, topic=0.1, clauses=(term,)), CONTRACT)
    assert reasons[0] == ReasonDial(pytest.approx(0.8), towards_home=True)


def test_following_the_author_is_told_apart_from_liking_them(place: Place, lin: Reader) -> None:
    notes = make_notes(place, 40)
    author = notes.author_ids[0]
    page = page_for(replace(lin, followed=frozenset({author})), notes, CONTRACT, slots=40)
    mine = [s for s in page.slots if s.author_id == author and s.terms.reason is ReasonCode(4)]
    assert mine
    for slot in mine:
        named = [r for r in explain(slot.terms, CONTRACT) if isinstance(r, ReasonAuthor)]
        assert [reason.followed for reason in named] == [True]


@pytest.mark.parametrize("placed", [ReasonCode.QUOTA, ReasonCode.DEBUT])
def test_of_a_note_that_was_placed_it_is_not_known_why_its_author_counts(
    placed: ReasonCode,
) -> None:
    named = explain(Terms(placed, author=0.9, debut=0.1), CONTRACT)
    assert [r.followed for r in named if isinstance(r, ReasonAuthor)] == [None]


@given(seed=st.integers(0, 10_000), dial=st.integers(-2, 2))
@settings(max_examples=20, deadline=None)
def test_every_slot_is_explained_from_what_was_logged(seed: int, dial: int) -> None:
    place = make_place()
    notes = make_notes(place, 300, seed=seed, newcomers=0.8)
    page = page_for(make_reader(place, seed=seed, dial=dial), notes, CONTRACT, seed=seed)
    for slot in page.slots:
        logged = unpack_terms(pack_terms(slot.terms, CONTRACT).tolist(), CONTRACT)
        assert logged.reason is slot.terms.reason
        assert logged.score == pytest.approx(slot.terms.score, abs=1e-4)
        reasons = explain(logged, CONTRACT)
        assert 1 <= len(reasons) <= 4
        assert [type(r) for r in reasons] == [type(r) for r in explain(slot.terms, CONTRACT)]


@given(seed=st.integers(0, 10_000), dial=st.integers(-2, 2), own=st.booleans())
@settings(max_examples=20, deadline=None)
def test_a_page_is_packed_as_its_slots_are_one_by_one(seed: int, dial: int, own: bool) -> None:
    place = make_place()
    notes = make_notes(place, 300, seed=seed, newcomers=0.8)
    contract = CONTRACT if own else bare(small_creators())
    page = page_for(make_reader(place, seed=seed, dial=dial), notes, contract, seed=seed)
    one_by_one = np.array([pack_terms(slot.terms, contract) for slot in page.slots])
    np.testing.assert_array_equal(page.columns.packed(), one_by_one)


def test_the_logged_terms_add_up_to_the_order_of_the_page(lin: Reader, notes: LiveNotes) -> None:
    page = page_for(lin, notes, bare(small_creators(floor=0.0)))
    ranked = [s.terms.score for s in page.slots if s.terms.reason is ReasonCode.RANKED]
    assert ranked == sorted(ranked, reverse=True)


def test_terms_of_another_form_are_refused() -> None:
    packed = pack_terms(Terms(ReasonCode.RANKED), CONTRACT)
    with pytest.raises(StateError):
        unpack_terms(packed[:-1], CONTRACT)
    packed[0] = 9
    with pytest.raises(StateError):
        unpack_terms(packed, CONTRACT)
