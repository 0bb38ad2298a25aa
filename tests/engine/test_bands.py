"""Each reader's own pages stay inside the band, and the dial moves inside it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dukou.engine import (
    HOME,
    Contract,
    EngineConfig,
    Exploration,
    Group,
    LiveNotes,
    Page,
    Place,
    Prices,
    Reader,
    ReaderAccount,
    ReasonCode,
    StateError,
)
from dukou.engine.bands import Band, due, next_account, of_window
from tests.engine.world import (
    LIN,
    MAYA,
    NOW,
    at_home,
    bare,
    make_notes,
    make_place,
    make_reader,
    page_for,
    share_of,
    small_creators,
)

ONE_SLOT = 1 / 14
MIDNIGHT = datetime(2025, 1, 13, 16, 0, tzinfo=UTC)
"""In the place's zone, Asia/Shanghai."""


def read(reader: Reader, notes: LiveNotes, contract: Contract, *, pages: int) -> list[Page]:
    """Pages one after another in one session, with accounts kept and prices stepped."""
    prices = Prices.start(contract, zone="Asia/Shanghai")
    found = []
    for number in range(pages):
        page = page_for(reader, notes, contract, prices, seed=number)
        prices.step(page, now=NOW)
        session = (*reader.session, *page.note_ids)
        reader = replace(reader, account=page.account, session=session)
        found.append(page)
    return found


def read_on(
    reader: Reader, notes: LiveNotes, prices: Prices, *, start: datetime, pages: int
) -> tuple[list[Page], Reader]:
    """Pages five minutes apart in one session, and the reader after them."""
    found = []
    for number in range(pages):
        now = start + timedelta(minutes=5 * number)
        page = page_for(reader, notes, prices.contract, prices, seed=number, now=now)
        prices.step(page, now=now)
        session = (*reader.session, *page.note_ids)
        reader = replace(reader, account=page.account, session=session)
        found.append(page)
    return found, reader


@given(
    seed=st.integers(0, 10_000),
    floor=st.floats(0.0, 1.0),
    width=st.floats(0.0, 1.0),
    newcomers=st.sampled_from([0.2, 0.5, 0.8]),
)
@settings(max_examples=15, deadline=None)
def test_every_page_lies_inside_the_band_to_within_a_slot(
    seed: int, floor: float, width: float, newcomers: float
) -> None:
    place = make_place()
    notes = make_notes(place, 800, seed=seed, newcomers=newcomers)
    band = at_home(floor=floor, ceiling=min(floor + width, 1.0))
    contract = bare(band, exploration=Exploration(slots=0))
    clause = contract.shares[0]
    for page in read(make_reader(place, seed=seed), notes, contract, pages=2):
        account = page.account[clause.id]
        one_slot = 1.0
        assert account.delivered >= clause.floor * account.base - one_slot
        assert account.delivered <= clause.ceiling * account.base + one_slot


def test_a_wide_band_is_kept_from_the_first_page(place: Place) -> None:
    notes = make_notes(place, 2000, newcomers=0.9)
    for seed in range(10):
        (page,) = read(make_reader(place, seed=seed), notes, bare(at_home()), pages=1)
        assert 0.55 - 1e-9 <= share_of([page]) <= 0.8 + 1e-9
        assert not page.reader_outside[0]
        assert page.plain.clause_exposure[0] / page.exposure < 0.55


def test_a_day_is_kept_by_itself_whatever_the_day_before_left_over(place: Place) -> None:
    """Before midnight residents write most, after it hardly anybody does."""
    contract, evening = bare(at_home()), MIDNIGHT - timedelta(minutes=30)
    quiet, wave = make_notes(place, 900, newcomers=0.3), make_notes(place, 2000, newcomers=0.95)
    for seed in range(6):
        reader, prices = make_reader(place, seed=seed), Prices.start(contract, zone=place.zone)
        before, reader = read_on(reader, quiet, prices, start=evening, pages=4)
        assert share_of(before) > 0.6
        after, _ = read_on(reader, wave, prices, start=MIDNIGHT, pages=4)
        for pages in range(1, 5):
            assert 0.55 - 1e-9 <= share_of(after[:pages]) <= 0.8 + 1e-9


@given(
    wanted=st.lists(st.tuples(st.floats(0.0, 1.0), st.booleans()), min_size=1, max_size=30),
    bounds=st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 1.0)).map(sorted),
)
def test_pages_that_give_what_is_due_keep_every_window(
    wanted: list[tuple[float, bool]], bounds: list[float]
) -> None:
    """Each page comes as near to some share as the band allows; some begin a new window."""
    low, high = bounds
    config, account, since = EngineConfig(), ReaderAccount(), 1
    delivered = base = 0.0
    for share, begins in wanted:
        if begins:
            since, delivered, base = since + 1, 0.0, 0.0
        band = Band("home", 0, Group(), low, high, (low, high), since)
        account = of_window(account, (band,))
        least, most = due(band, account["home"], 10.0, config)
        given = 10.0 * min(max(share, least), most)
        account = next_account(
            account,
            (band,),
            exposure=10.0,
            delivered=np.array([given]),
            prices=np.zeros(1),
            config=config,
        )
        delivered, base = delivered + given, base + 10.0
        assert low * base - 1e-9 <= delivered <= high * base + 1e-9


def test_a_readers_own_price_is_spread_over_the_page(place: Place) -> None:
    notes = make_notes(place, 2000, newcomers=0.97)
    contract = bare(at_home(floor=0.5))
    (page,) = read(make_reader(place), notes, contract, pages=1)
    home = [LIN, make_place().cohorts[1]]
    rows = notes.rows(page.note_ids[:10])
    origins = [notes.place.cohorts[index] for index in notes.column("cohort")[rows]]
    assert sum(cohort in home for cohort in origins) >= 3
    assert page.own_price[0] > 0.0


@pytest.mark.parametrize("cohort", [LIN, MAYA])
def test_dial_moves_the_share_of_home_on_the_next_page(place: Place, cohort: object) -> None:
    notes = make_notes(place, 2000, newcomers=0.5)
    shares = []
    for dial in (-2, 0, 2):
        reader = make_reader(place, cohort=cohort, dial=dial)  # type: ignore[arg-type]
        contract = bare(at_home())
        page = page_for(reader, notes, contract)
        rows = notes.rows(page.note_ids)
        base = reader.cohort.base_language
        of_home = [place.cohorts[i].base_language == base for i in notes.column("cohort")[rows]]
        shares.append(sum(of_home))
    assert shares[0] >= shares[2]
    assert shares[0] > shares[2] or cohort is LIN


def test_dial_stays_inside_the_contract(place: Place) -> None:
    notes = make_notes(place, 2000, newcomers=0.5)
    low = page_for(make_reader(place, dial=2), notes, bare(at_home()))
    high = page_for(make_reader(place, dial=-2), notes, bare(at_home()))
    assert 0.55 - 1e-9 <= share_of([low]) <= 0.55 + 0.25 * 0.25 + ONE_SLOT
    assert 0.8 - 0.25 * 0.25 - ONE_SLOT <= share_of([high]) <= 0.8 + 1e-9


def test_readers_without_a_clause_have_a_dial_too(place: Place) -> None:
    notes = make_notes(place, 2000, newcomers=0.5)
    page = page_for(make_reader(place, cohort=MAYA, dial=2), notes, bare(at_home()))
    assert page.account[HOME].delivered / page.account[HOME].base <= 0.25 + 1e-9
    still = page_for(make_reader(place, cohort=MAYA), notes, bare(at_home()))
    assert HOME not in still.account.entries


def test_visitors_have_no_account(place: Place) -> None:
    notes = make_notes(place, 100)
    visitor = make_reader(place, counted=False)
    page = page_for(visitor, notes, bare(at_home()))
    assert page.account == visitor.account
    prices = Prices.start(bare(at_home()))
    prices.step(page, now=NOW)
    assert prices.report().pages == 0


def test_a_quota_takes_nothing_below_the_floor_of_relevance(place: Place) -> None:
    notes = make_notes(place, 300, newcomers=1.0)
    notes.add(
        range(1001, 1021),
        authors=range(50, 70),
        cohorts=[0] * 20,
        languages=[0] * 20,
        published=[0] * 20,
        factors=[[-30.0] * 8] * 20,
    )
    reader = make_reader(place, factors=[1.0] * 8)
    reader = replace(reader, factors=reader.topics[:8] + 1)
    page = page_for(reader, notes, bare(at_home()))
    forced = [slot for slot in page.slots if slot.terms.reason is ReasonCode.QUOTA]
    assert not forced
    assert page.feasible[0] == 0.0


def test_a_ceiling_takes_no_more_than_it_must_where_prices_reach_below_the_floor(
    place: Place,
) -> None:
    """The price of another clause may bring notes that a quota may not take: they count."""
    contract = bare(at_home(floor=0.0, ceiling=0.6), small_creators())
    prices = Prices.start(contract, zone=place.zone)
    prices.lower[1] = 4.0
    config = EngineConfig(relevance_floor=0.0)
    for seed in range(4):
        notes = make_notes(place, 900, seed=seed, newcomers=0.3)
        page = page_for(make_reader(place), notes, contract, prices, config=config)
        assert 0.6 - 2 * ONE_SLOT <= share_of([page]) <= 0.6 + ONE_SLOT
        assert page.own_price[0] > -2.0


def test_account_reads_back_as_it_was_written(place: Place) -> None:
    notes = make_notes(place, 100)
    account = page_for(make_reader(place), notes, bare(at_home())).account
    assert ReaderAccount.from_json(account.to_json()) == account
    numbers = ("NaN, 1, 2", "1, Infinity, 2", "1, 2, 3, Infinity", f"1{'0' * 400}, 2, 3")
    for broken in (
        "[]",
        "{",
        '{"a": 3}',
        '{"a": ["x", 1, 2]}',
        *(f'{{"a": [{n}]}}' for n in numbers),
    ):
        with pytest.raises(StateError):
            ReaderAccount.from_json(broken)
