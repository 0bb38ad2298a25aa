"""What prices leave undone quotas do, on ranked pages: windows end inside their bounds, and where
promises exclude each other the lower tier is kept."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dukou.engine import EngineConfig, Exploration, Group, Place, Prices, ShareClause
from dukou.engine.exposure import SLOTS, slot_exposure
from tests.engine.test_prices import served
from tests.engine.world import NOW, bare, make_notes, make_place, make_reader, page_for

CONFIG = EngineConfig()
PAGE = float(slot_exposure(SLOTS, 2, CONFIG.patience).sum())
PAGES = 60
RESIDENTS = ShareClause(id="residents", providers=Group(arrival="resident"), window="hour")


@given(
    floor=st.floats(0.2, 0.7),
    ceiling=st.floats(0.3, 0.8),
    is_floor=st.booleans(),
    before=st.floats(0.0, 1.0),
    seed=st.integers(0, 99),
)
@settings(max_examples=12, deadline=None)
def test_a_clause_is_met_within_one_page_at_the_end_of_its_window_if_pages_could_fill_it(
    floor: float, ceiling: float, is_floor: bool, before: float, seed: int
) -> None:
    """The first half of an hour goes as it likes; the second is ranked under the contract."""
    bounds = {"floor": floor} if is_floor else {"ceiling": ceiling}
    clause = replace(RESIDENTS, **bounds)
    contract = bare(clause, exploration=Exploration(slots=0))
    place = make_place()
    notes = make_notes(place, 500, seed=seed, newcomers=0.7 if is_floor else 0.2)
    prices = Prices.start(contract, zone=place.zone)
    delivered = base = most = least = 0.0
    for number in range(PAGES):
        now = NOW + timedelta(minutes=number * 60 / PAGES)
        if number < PAGES // 2:
            page = served(before, exposure=PAGE)
            most, least = most + before * PAGE, least + before * PAGE
        else:
            page = page_for(make_reader(place, seed=number), notes, contract, prices, now=now)
            most, least = most + page.feasible[0] * PAGE, least + page.unavoidable[0] * PAGE
        prices.step(page, now=now)
        delivered, base = delivered + float(page.clause_exposure[0]), base + page.exposure
    assert delivered >= min(clause.floor * base, most) - PAGE
    assert delivered <= max(clause.ceiling * base, least) + PAGE


@pytest.mark.parametrize("first", ["residents", "newcomers"])
def test_where_promises_exclude_each_other_the_lower_tier_is_kept(place: Place, first: str) -> None:
    notes = make_notes(place, 500, newcomers=0.5)
    clauses = [
        ShareClause(
            id=name,
            providers=Group(arrival=arrival),
            floor=0.7,
            band=True,
            tier=1 if name == first else 2,
        )
        for name, arrival in (("residents", "resident"), ("newcomers", "newcomer"))
    ]
    contract = bare(*clauses, exploration=Exploration(slots=0))
    at = contract.ids.index(first)
    for seed in range(5):
        page = page_for(make_reader(place, seed=seed), notes, contract)
        share = np.asarray(page.clause_exposure) / page.exposure
        assert share[at] >= 0.7 - 0.05
        assert share[1 - at] <= 0.3 + 0.05
