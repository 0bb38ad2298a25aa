"""What can be kept at all is found and the gap is named."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dukou.engine import (
    AuthorCap,
    Demand,
    Group,
    Place,
    ShareClause,
    Supply,
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


def test_without_notes_nothing_can_be_kept_and_without_readers_all() -> None:
    contract = bare(at_home())
    assert attainable(contract, [Demand(LIN, 1, 10.0)], []).floor.tolist() == [0.0]
    assert attainable(contract, [], []).floor.tolist() == [0.55]


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
