"""What can be kept at all is found and the gap is named."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dukou.engine import (
    AuthorCap,
    Cohort,
    Demand,
    Group,
    Place,
    ShareClause,
    Supply,
    TopicCap,
    attainable,
    hindsight_bound,
    hindsight_optimum,
    supply_of,
)
from tests.engine.world import LIN, MAYA, at_home, bare, make_notes, small_creators


def test_enough_notes_leave_no_gap() -> None:
    found = attainable(
        bare(at_home()),
        [Demand(LIN, readers=10, exposure=1000.0)],
        [Supply(LIN, (True,), notes=500, authors=99), Supply(MAYA, (True,), notes=500, authors=9)],
    )
    assert found.gap.tolist() == [0.0]
    assert found.floor.tolist() == [0.55]


def test_few_notes_leave_the_gap_worked_out_by_hand() -> None:
    """Ten readers of 100 exposures each, 39 notes of residents: 39 % at the most."""
    found = attainable(
        bare(at_home()),
        [Demand(LIN, readers=10, exposure=1000.0)],
        [Supply(LIN, (True,), notes=39, authors=9), Supply(MAYA, (True,), notes=500, authors=99)],
    )
    assert found.floor[0] == pytest.approx(0.39, abs=1e-4)
    assert found.gap[0] == pytest.approx(0.16, abs=1e-4)


def test_a_lower_tier_is_kept_first() -> None:
    """Residents' notes are by large authors only: one clause must give way."""
    home = at_home(floor=0.7, ceiling=1.0, tier=1)
    demand = [Demand(LIN, readers=10, exposure=1000.0)]
    supply = [Supply(LIN, (True, False), 500, 99), Supply(MAYA, (True, True), 500, 99)]
    first = attainable(bare(home, small_creators(floor=0.5, tier=2)), demand, supply)
    assert first.gap == pytest.approx([0.0, 0.2], abs=1e-4)
    second = attainable(bare(home, small_creators(floor=0.5, tier=1)), demand, supply)
    assert second.gap == pytest.approx([0.1, 0.1], abs=1e-4)


def test_an_author_cap_counts() -> None:
    found = attainable(
        bare(at_home(), author_cap=AuthorCap(share=0.1)),
        [Demand(LIN, readers=10, exposure=1000.0)],
        [Supply(LIN, (True,), notes=999, authors=2), Supply(MAYA, (True,), notes=999, authors=99)],
    )
    assert found.floor[0] == pytest.approx(0.2, abs=1e-4)


WHOLE = [Demand(LIN, readers=10, exposure=1000.0)]
OTHERS = Supply(MAYA, (True,), notes=999, authors=99)


def test_a_topic_cap_counts() -> None:
    """Residents write about food alone, which may have a quarter of all exposure."""
    about_food = Supply(LIN, (True,), notes=999, authors=99, topics=("food",))
    capped = bare(at_home(), topic_cap=TopicCap(per_page=20, share=0.25))
    found = attainable(capped, WHOLE, [about_food, OTHERS])
    assert found.floor[0] == pytest.approx(0.25, abs=1e-4)
    mixed = Supply(LIN, (True,), notes=30, authors=30)
    found = attainable(capped, WHOLE, [about_food, mixed, OTHERS])
    assert found.floor[0] == pytest.approx(0.55, abs=1e-4)


def test_a_note_counts_for_each_of_its_topics() -> None:
    capped = bare(at_home(), topic_cap=TopicCap(per_page=20, share=0.3))
    both = Supply(LIN, (True,), notes=999, authors=99, topics=("food", "travel"))
    cats = Supply(MAYA, (True,), notes=999, authors=99, topics=("cats",))
    more = [Supply(MAYA, (True,), notes=999, authors=99), cats]
    found = attainable(capped, WHOLE, [both, *more])
    assert found.floor[0] == pytest.approx(0.3, abs=1e-4)
    travel = Supply(LIN, (True,), notes=999, authors=99, topics=("travel",))
    assert attainable(capped, WHOLE, [both, travel, *more]).floor[0] == pytest.approx(0.3, abs=1e-4)


def test_a_page_takes_so_much_of_a_topic_and_of_an_author() -> None:
    worth = np.ones(10)
    about_food = Supply(LIN, (True,), notes=999, authors=99, topics=("food",))
    by_topic = bare(at_home(), topic_cap=TopicCap(per_page=4))
    found = attainable(by_topic, WHOLE, [about_food, OTHERS], worth=worth)
    assert found.floor[0] == pytest.approx(0.4, abs=1e-4)
    two = Supply(LIN, (True,), notes=999, authors=2)
    found = attainable(bare(at_home()), WHOLE, [two, OTHERS], worth=worth)
    assert found.floor[0] == pytest.approx(0.4, abs=1e-4)


def test_an_author_of_two_topics_is_one_author() -> None:
    contract = bare(
        at_home(),
        author_cap=AuthorCap(per_page=20, share=0.1),
        topic_cap=TopicCap(per_page=20, share=0.9),
    )
    kinds = [
        Supply(LIN, (True,), notes=99, authors=3, topics=(name,), alike=3)
        for name in ("food", "cats")
    ]
    found = attainable(contract, WHOLE, [*kinds, OTHERS])
    assert found.floor[0] == pytest.approx(0.3, abs=1e-4)


def test_a_place_of_one_subject_may_talk_about_it() -> None:
    """Caps that would leave pages empty yield as far as they must."""
    food = [Supply(who, (True,), 999, 99, topics=("food",)) for who in (LIN, MAYA)]
    capped = bare(at_home(), topic_cap=TopicCap(per_page=2, share=0.1))
    assert attainable(capped, WHOLE, food).floor[0] == pytest.approx(0.55)


def test_caps_on_many_kinds_of_notes_take_little_memory() -> None:
    """Three thousand rows of caps over two thousand pairs of groups: 50 MB if written out."""
    cohorts = [Cohort(language, wave=wave) for language in "abcd" for wave in (None, "2025-01")]
    topics = [f"topic-{index}" for index in range(32)]
    supply = [Supply(who, (True,), 99, 3, topics=(one,)) for who in cohorts for one in topics]
    demand = [Demand(who, readers=10, exposure=1000.0) for who in cohorts]
    capped = bare(at_home(), topic_cap=TopicCap(per_page=6, share=0.2))
    tracemalloc.start()
    try:
        found = attainable(capped, demand, supply)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert found.gap.tolist() == [0.0]
    assert peak < 20e6


@given(
    notes=st.lists(st.integers(0, 60), min_size=4, max_size=4),
    share=st.floats(0.05, 1.0),
    per_page=st.integers(1, 20),
)
@example(notes=[0, 1, 39, 60], share=1.0, per_page=1)  # a kind without authors decides nothing
@settings(max_examples=30, deadline=None)
def test_a_cap_never_brings_the_contracts_bounds_nearer(
    notes: list[int], share: float, per_page: int
) -> None:
    whose = [(LIN, ("food",)), (LIN, ()), (MAYA, ("food",)), (MAYA, ())]
    supply = [
        Supply(cohort, (True,), notes=count, authors=count, topics=topics)
        for (cohort, topics), count in zip(whose, notes, strict=True)
    ]
    if sum(notes) < 100:
        return
    free = attainable(bare(at_home()), WHOLE, supply)
    cap = TopicCap(per_page=per_page, share=share)
    assert attainable(bare(at_home(), topic_cap=cap), WHOLE, supply).gap[0] >= free.gap[0] - 1e-5


def test_without_notes_nothing_can_be_kept_and_without_readers_all() -> None:
    contract = bare(at_home())
    assert attainable(contract, [Demand(LIN, 1, 10.0)], []).floor.tolist() == [0.0]
    assert attainable(contract, [], []).floor.tolist() == [0.55]


def test_supply_tells_the_topics_apart_that_fill_it(place: Place) -> None:
    notes = make_notes(place, 300)
    plain, capped = bare(at_home()), bare(at_home(), topic_cap=TopicCap(per_page=2, share=0.5))
    assert {kind.topics for kind in supply_of(notes, plain)} == {()}
    supply = supply_of(notes, capped)
    assert sum(kind.notes for kind in supply) == 300
    having = notes.topic_sets.having(0)[notes.column("topic_set")]
    of_first = sum(kind.notes for kind in supply if "topic-0" in kind.topics)
    assert of_first == int(having.sum()) > 0
    by_cohort = {kind.cohort: kind.authors_alike for kind in supply}
    assert by_cohort == {kind.cohort: kind.authors for kind in supply_of(notes, plain)}
    assert all(kind.authors <= kind.authors_alike for kind in supply)


def test_supply_is_counted_by_cohort_and_clause(place: Place) -> None:
    notes = make_notes(place, 200)
    supply = supply_of(notes, bare(at_home(), small_creators()))
    assert sum(group.notes for group in supply) == 200
    small = sum(group.notes for group in supply if group.qualifies[1])
    followers = notes.column("followers")
    assert small == int((followers < notes.median_followers()).sum())


pages = st.integers(0, 10_000).map(lambda seed: np.random.default_rng(seed).random((3, 5)))
bounds = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted)


def optimum(relevance: np.ndarray, *clauses: list[float]) -> dict[str, object]:
    """Arguments of a hindsight problem with those bounds on notes 0 to 2 or 1 to 3."""
    members = np.array([[True] * 3 + [False] * 2, [False] + [True] * 3 + [False]])
    size = len(clauses)
    return {
        "relevance": relevance,
        "worth": np.array([1.0, 0.8, 0.5]),
        "members": members[:size],
        "speaks": np.ones((size, len(relevance)), dtype=bool),
        "floors": np.array([clause[0] for clause in clauses]),
        "ceilings": np.array([clause[1] for clause in clauses]),
    }


@given(pages, bounds, bounds)
@settings(max_examples=30, deadline=None)
def test_the_optimum_never_rises_when_a_clause_is_added(
    relevance: np.ndarray, one: list[float], two: list[float]
) -> None:
    free = hindsight_optimum(**optimum(relevance))  # type: ignore[arg-type]
    first = hindsight_optimum(**optimum(relevance, one))  # type: ignore[arg-type]
    both = hindsight_optimum(**optimum(relevance, one, two))  # type: ignore[arg-type]
    assert both <= first + 1e-9
    assert first <= free + 1e-9


@given(pages, bounds)
@settings(max_examples=30, deadline=None)
def test_the_bound_lies_above_the_optimum_and_near_it(
    relevance: np.ndarray, one: list[float]
) -> None:
    exact = hindsight_optimum(**optimum(relevance, one))  # type: ignore[arg-type]
    bound = hindsight_bound(**optimum(relevance, one), rounds=3000)  # type: ignore[arg-type]
    assert bound >= exact - 1e-9
    if np.isfinite(exact):
        assert bound <= exact + 0.05 * abs(exact)


def test_the_free_optimum_is_the_sorted_pages() -> None:
    relevance = np.array([[0.1, 0.9, 0.5]])
    value = hindsight_optimum(
        relevance,
        np.array([1.0, 0.5]),
        members=np.zeros((0, 3), dtype=bool),
        speaks=np.zeros((0, 1), dtype=bool),
        floors=np.zeros(0),
        ceilings=np.zeros(0),
    )
    assert value == pytest.approx(0.9 + 0.25)


def test_a_clause_of_the_readers_own_language_splits_by_reader() -> None:
    same = ShareClause(id="own", providers=Group(language="same"), floor=0.5)
    found = attainable(
        bare(same),
        [Demand(LIN, 10, 500.0), Demand(MAYA, 10, 500.0)],
        [Supply(LIN, (True,), notes=500, authors=50), Supply(MAYA, (True,), notes=10, authors=5)],
    )
    assert found.floor[0] == pytest.approx(0.5)
