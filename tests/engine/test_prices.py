"""Prices pace a clause to its bound, survive restarts, and are one across processes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dukou.engine import (
    AuthorCap,
    Contract,
    EngineConfig,
    Exploration,
    Group,
    Prices,
    Report,
    ShareClause,
    StateError,
    dump_prices,
    dump_report,
    load_prices,
    load_report,
)
from tests.engine.world import (
    NOW,
    at_home,
    bare,
    make_notes,
    make_place,
    make_reader,
    page_for,
    small_creators,
)

CONFIG = EngineConfig()
DAY_START = datetime(2025, 1, 13, 16, 0, tzinfo=UTC)
"""Midnight in the place's zone, Asia/Shanghai."""
FLOOR = ShareClause(id="floor", providers=Group(arrival="resident"), floor=0.5)


def served(share: float, *, exposure: float = 10.0, clauses: int = 1, **changes: Any) -> Any:
    """A page that gave each clause's providers that share."""
    ones = np.ones(clauses)
    return SimpleNamespace(
        **(
            {
                "counted": True,
                "exposure": exposure,
                "clause_base": exposure * ones,
                "clause_exposure": share * exposure * ones,
                "natural": share * exposure * ones,
                "feasible": ones,
                "unavoidable": 0 * ones,
                "own_price": 0 * ones,
                "spread": 1.0,
                "plain": SimpleNamespace(clause_exposure=0 * ones),
                "reader_outside": np.zeros(clauses, dtype=bool),
                "author_exposure": {},
                "topic_exposure": {},
            }
            | changes
        )
    )


def test_a_floor_missed_raises_its_price_and_a_floor_met_lowers_it() -> None:
    prices = Prices.start(bare(FLOOR))
    prices.step(served(0.0), now=NOW)
    assert prices.lower[0] == pytest.approx(CONFIG.price_step * 0.5)
    raised = prices.lower[0]
    for _ in range(3):
        prices.step(served(1.0), now=NOW)
    assert prices.lower[0] < raised


def test_a_ceiling_passed_raises_the_other_price() -> None:
    prices = Prices.start(bare(replace(FLOOR, floor=0.0, ceiling=0.2)))
    prices.step(served(1.0), now=NOW)
    assert prices.upper[0] == pytest.approx(CONFIG.price_step * 0.8)
    assert prices.lower[0] == 0.0


@given(st.lists(st.floats(0, 1), max_size=40), st.floats(0, 1))
@example([1.0] * 20, 0.0)
@example([0.0] * 20, 1.0)
def test_prices_are_never_negative_nor_above_the_cap(shares: list[float], floor: float) -> None:
    config = EngineConfig(price_step=2.0)
    prices = Prices.start(bare(replace(FLOOR, floor=floor, ceiling=max(floor, 0.6))))
    for share in shares:
        prices.step(served(share), now=NOW, config=config)
        for price in (*prices.lower, *prices.upper):
            assert 0.0 <= price <= config.price_cap


def test_a_band_shows_the_mean_of_its_readers_prices() -> None:
    prices = Prices.start(bare(replace(FLOOR, band=True)))
    for _ in range(300):
        prices.step(served(0.5, own_price=np.array([2.0])), now=NOW)
    assert prices.lower[0] == pytest.approx(2.0, rel=0.01)
    assert prices.upper[0] == 0.0


def test_a_floor_without_notes_does_not_wind_up() -> None:
    prices = Prices.start(bare(FLOOR))
    for _ in range(50):
        prices.step(served(0.0, feasible=np.zeros(1)), now=NOW)
    assert prices.lower[0] == 0.0


def test_needed_share_makes_up_for_what_was_missed() -> None:
    """Half the day served nothing of the clause: the other half must be all of it."""
    prices = Prices.start(bare(FLOOR), zone="Asia/Shanghai")
    for minute in range(0, 720, 10):
        prices.step(served(0.0), now=DAY_START + timedelta(minutes=minute))
    standing = prices.standing(DAY_START + timedelta(hours=12), CONFIG)
    assert standing.delivered[0] == 0.0
    assert standing.base[0] == pytest.approx(720.0)
    assert standing.rest[0] == pytest.approx(720.0, rel=0.03)
    assert standing.needed.low[0] == pytest.approx(1.0)


def test_the_rest_of_a_window_is_never_taken_for_nothing() -> None:
    prices = Prices.start(bare(FLOOR), zone="Asia/Shanghai")
    end = DAY_START + timedelta(hours=24)
    prices.step(served(0.4, exposure=1000.0), now=DAY_START)
    standing = prices.standing(end - timedelta(seconds=1), CONFIG)
    assert standing.rest[0] < 1.0
    assert standing.needed.low[0] == 1.0
    late = replace(CONFIG, forecast_floor=0.5)
    assert prices.standing(end - timedelta(seconds=1), late).needed.low[0] == pytest.approx(
        0.7, abs=0.01
    )


def test_windows_follow_the_places_own_midnight() -> None:
    prices = Prices.start(bare(FLOOR), zone="Asia/Shanghai")
    prices.step(served(1.0), now=DAY_START - timedelta(minutes=1))
    assert prices.standing(DAY_START - timedelta(seconds=1), CONFIG).base[0] == 10.0
    assert prices.standing(DAY_START, CONFIG).base[0] == 0.0


def test_what_a_window_missed_is_carried_over_within_bounds() -> None:
    prices = Prices.start(bare(FLOOR), zone="Asia/Shanghai")
    yesterday = DAY_START - timedelta(hours=3)
    for _ in range(100):
        prices.step(served(0.0), now=yesterday)
    prices.merge([prices.report()], now=DAY_START)
    prices.step(served(0.5), now=DAY_START + timedelta(hours=1))
    standing = prices.standing(DAY_START + timedelta(hours=1), CONFIG)
    whole = standing.base[0] + standing.rest[0]
    debt = CONFIG.carry_limit * 1000.0
    expected = (0.5 * whole - 5.0 + debt) / standing.rest[0]
    assert standing.needed.low[0] == pytest.approx(min(expected, 1.0))


def test_forecast_follows_the_same_hours_of_the_day_before() -> None:
    prices = Prices.start(bare(FLOOR), zone="Asia/Shanghai")
    yesterday = DAY_START - timedelta(days=1)
    for hour in range(24):
        exposure = 300.0 if hour >= 18 else 10.0
        prices.step(served(0.5, exposure=exposure), now=yesterday + timedelta(hours=hour))
    for hour in range(12):
        prices.step(served(0.5), now=DAY_START + timedelta(hours=hour))
    standing = prices.standing(DAY_START + timedelta(hours=12), CONFIG)
    assert standing.rest[0] == pytest.approx(6 * 10 + 6 * 300)


def test_merging_sums_accounts_and_averages_prices_by_pages() -> None:
    contract = bare(FLOOR)
    published = Prices.start(contract)
    one, two = Prices.start(contract), Prices.start(contract)
    for _ in range(3):
        one.step(served(0.0), now=NOW)
    two.step(served(1.0, exposure=20.0), now=NOW)
    reports = [one.report(), two.report()]
    expected = np.average([one.lower[0], two.lower[0]], weights=[3, 1])
    published.merge(reports, now=NOW)
    assert published.lower[0] == pytest.approx(expected)
    standing = published.standing(NOW, CONFIG)
    assert (standing.delivered[0], standing.base[0]) == (20.0, 50.0)
    assert published.pages == 4
    one.adopt(published)
    assert one.standing(NOW, CONFIG).base[0] == 50.0
    assert one.report().pages == 0


def test_merging_in_any_order_gives_the_same_state() -> None:
    contract = bare(FLOOR)
    reports = []
    for share in (0.1, 0.9, 0.4):
        process = Prices.start(contract)
        process.step(served(share), now=NOW)
        reports.append(process.report())
    one, two = Prices.start(contract), Prices.start(contract)
    one.merge(reports, now=NOW)
    two.merge(reversed(reports), now=NOW)
    assert np.allclose(one.lower, two.lower)
    assert np.allclose(one.standing(NOW, CONFIG).base, two.standing(NOW, CONFIG).base)


def test_adopting_keeps_what_was_not_yet_reported() -> None:
    contract = bare(FLOOR)
    published, process = Prices.start(contract), Prices.start(contract)
    process.step(served(0.5), now=NOW)
    process.adopt(published)
    assert process.standing(NOW, CONFIG).base[0] == 10.0
    assert process.report().pages == 1


def test_state_survives_a_restart() -> None:
    contract = bare(FLOOR, author_cap=AuthorCap(share=0.2))
    prices = Prices.start(contract, zone="Asia/Shanghai")
    prices.step(served(0.1, author_exposure={7: 9.0}), now=NOW)
    prices.merge([prices.report()], now=NOW)
    again = load_prices(dump_prices(prices), contract)
    assert again.lower == pytest.approx(prices.lower)
    assert again.scale == prices.scale
    for name in ("delivered", "base", "rest"):
        mine, theirs = (getattr(p.standing(NOW, CONFIG), name) for p in (prices, again))
        assert mine == pytest.approx(theirs)
    assert again.accounts.authors_at_cap(NOW).tolist() == [7]


def test_reports_survive_the_way_between_processes() -> None:
    prices = Prices.start(bare(FLOOR))
    prices.step(served(0.3, author_exposure={3: 1.5}), now=NOW)
    report = prices.report()
    again: Report = load_report(dump_report(report))
    assert dump_report(again) == dump_report(report)


@pytest.mark.parametrize("text", ["", "[]", '{"form": 0}', '{"form": 1}'])
def test_broken_state_is_refused(text: str) -> None:
    with pytest.raises(StateError):
        load_prices(text, Contract())
    with pytest.raises(StateError):
        load_report(text)


def test_a_changed_contract_keeps_price_and_account_of_the_clauses_that_stay() -> None:
    prices = Prices.start(bare(FLOOR))
    prices.step(served(0.0), now=NOW)
    moved = prices.under(bare(replace(FLOOR, floor=0.6), small_creators(id="a")))
    assert moved.contract.ids == ("a", "floor")
    assert moved.lower.tolist() == [0.0, prices.lower[0]]
    assert moved.standing(NOW, CONFIG).base.tolist() == [0.0, 10.0]


def test_a_changed_contract_keeps_what_prices_were_at_each_hour() -> None:
    prices = Prices.start(bare(FLOOR))
    prices.step(served(0.0), now=NOW)
    prices.merge([prices.report()], now=NOW)
    changed = bare(FLOOR, small_creators(id="a"))
    for moved in (prices.under(changed), load_prices(dump_prices(prices), changed)):
        moved.lower[:] = 0.0
        moved.warm(now=NOW + timedelta(hours=24))
        assert moved.lower.tolist() == [0.0, prices.lower[0]]


def test_a_place_that_changes_its_zone_counts_authors_by_the_new_one() -> None:
    contract = bare(FLOOR, author_cap=AuthorCap(share=0.2))
    before = Prices.start(contract, zone="UTC")
    before.merge([], now=NOW)
    published = load_prices(dump_prices(before), contract, zone="Asia/Shanghai")
    process = Prices.start(contract, zone="Asia/Shanghai")
    process.step(served(0.1, author_exposure={7: 9.0}), now=NOW)
    published.merge([process.report()], now=NOW)
    assert published.accounts.authors_at_cap(NOW).tolist() == [7]


def test_after_a_pause_prices_start_as_at_that_hour_the_day_before() -> None:
    prices = Prices.start(bare(FLOOR))
    prices.step(served(0.0), now=NOW)
    prices.merge([prices.report()], now=NOW)
    warm = prices.lower[0]
    prices.lower[:] = 0.0
    prices.warm(now=NOW + timedelta(minutes=30))
    assert prices.lower[0] == 0.0
    prices.warm(now=NOW + timedelta(hours=24))
    assert prices.lower[0] == warm > 0.0


def test_authors_at_their_cap_rest_until_the_window_is_over() -> None:
    contract = bare(author_cap=AuthorCap(share=0.05, window="day"))
    place = make_place()
    notes = make_notes(place, 300)
    prices = Prices.start(contract, zone="Asia/Shanghai")
    reader = make_reader(place)
    first = page_for(reader, notes, contract, prices).slots[0].author_id
    loud = served(0, clauses=0, exposure=100.0, author_exposure={first: 60.0})
    prices.step(loud, now=DAY_START + timedelta(hours=23))
    late = DAY_START + timedelta(hours=23, minutes=30)
    quiet = replace(contract, exploration=Exploration(slots=0))
    page = page_for(reader, notes, quiet, prices, now=late)
    assert first not in {slot.author_id for slot in page.slots}
    next_day = DAY_START + timedelta(hours=25)
    page = page_for(reader, notes, quiet, prices, now=next_day)
    assert first in {slot.author_id for slot in page.slots}


def test_authors_at_their_cap_come_last_where_a_page_lacks_others() -> None:
    cap = AuthorCap(per_page=3, share=0.1, window="hour")
    contract = bare(author_cap=cap, exploration=Exploration(slots=0))
    place = make_place()
    notes = make_notes(place, 24, authors=6)
    names = notes.author_ids
    *loud, quiet = names
    prices = Prices.start(contract, zone="Asia/Shanghai")
    had = dict.fromkeys(loud, 20.0)
    prices.step(served(0, clauses=0, exposure=100.0, author_exposure=had), now=NOW)
    assert set(prices.accounts.authors_at_cap(NOW)) == set(loud)
    page = page_for(make_reader(place), notes, contract, prices)
    shown = [slot.author_id for slot in page.slots]
    assert max(shown.count(author) for author in names) <= 3
    assert set(shown) == set(names)
    assert shown[: shown.count(quiet)] == [quiet] * shown.count(quiet)


@given(
    floor=st.floats(0.0, 1.0),
    missed=st.lists(st.floats(0.0, 1.0), min_size=2, max_size=30),
    seed=st.integers(0, 99),
)
@settings(max_examples=60, deadline=None)
def test_a_clause_is_met_within_one_page_if_every_page_left_could_fill_its_quota(
    floor: float, missed: list[float], seed: int
) -> None:
    """The first half of an hour goes as it likes; then each page gives what is due."""
    rng = np.random.default_rng(seed)
    clause = replace(FLOOR, floor=floor, window="hour")
    prices = Prices.start(bare(clause))
    pages = 2 * len(missed)
    start = NOW
    delivered = base = 0.0
    for number in range(pages):
        now = start + timedelta(seconds=3600 * number / pages)
        if number < len(missed):
            share = missed[number]
        else:
            standing = prices.standing(now, CONFIG)
            share = float(standing.due.low[0])
            if share < 1.0:
                share = min(share + rng.random() * 0.2, 1.0)
        prices.step(served(share), now=now)
        delivered, base = delivered + 10 * share, base + 10
    possible = 10 * (sum(missed) + len(missed))
    assert delivered >= min(floor * base, possible) - 10


def test_small_creators_and_home_are_kept_together_in_a_wave() -> None:
    place = make_place()
    notes = make_notes(place, 4000, newcomers=0.9)
    contract = bare(at_home(), small_creators())
    prices = Prices.start(contract, zone=place.zone)
    readers = [make_reader(place, seed=seed) for seed in range(12)]
    exposure, base = np.zeros(2), np.zeros(2)
    outside = 0
    for number in range(360):
        now = DAY_START + timedelta(minutes=4 * number)
        at = number % len(readers)
        page = page_for(readers[at], notes, contract, prices, seed=number, now=now)
        prices.step(page, now=now)
        session = (*readers[at].session, *page.note_ids)[-200:]
        readers[at] = replace(readers[at], account=page.account, session=session)
        exposure += page.clause_exposure
        base += page.clause_base
        outside += bool(page.reader_outside.any())
    share = exposure / base
    assert 0.53 <= share[0] <= 0.82
    assert share[1] >= 0.48
    assert outside <= 0.05 * 360


def test_the_ledger_counts_the_pages_of_each_clause_readers() -> None:
    prices = Prices.start(bare(FLOOR))
    prices.step(served(0.5), now=NOW)
    prices.step(served(0.5, clause_base=np.zeros(1)), now=NOW)
    (hour,) = load_report(dump_report(prices.report())).served.hours.values()
    assert (hour.pages, hour.readers_pages.tolist()) == (2, [1.0])
