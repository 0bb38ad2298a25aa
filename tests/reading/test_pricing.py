"""Prices and audit across processes: nothing lost, nothing counted twice."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.utils import timezone

from dukou.engine import Contract, LiveNotes, Supply, supply_of
from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import Member
from dukou.site.notes.models import Note
from dukou.site.reading import tasks
from dukou.site.reading.allocation import reachable
from dukou.site.reading.allocation.live_index import LiveIndex
from dukou.site.reading.allocation.pricing import merge_reports, publish_reachable
from dukou.site.reading.allocation.serving import (
    contract_in_force,
    forget_process_state,
    process_state,
    serve_page,
)
from dukou.site.reading.models import ClauseHour, PriceReport, PublishedPrices, ServedPage
from tests.cast import make_member
from tests.reading.conftest import HOME_CLAUSE, Bind


def serve_in_a_process(member: Member, pages: int) -> None:
    """A web process serves pages, reports them, and ends."""
    forget_process_state()
    for _ in range(pages):
        serve_page(viewer_for(member), session=uuid4())
    process_state().till.hand_over()


def logged_sums() -> tuple[float, float, float]:
    """Delivered, base and plain exposure of the first clause, summed over the log."""
    pages = ServedPage.objects.all()
    return (
        sum(page.clause_exposure[0] for page in pages),
        sum(page.clause_base[0] for page in pages),
        sum(page.plain_clause_exposure[0] for page in pages),
    )


def audited_sums() -> tuple[float, float, float]:
    """The same sums over the audit's rows."""
    rows = ClauseHour.objects.filter(clause="residents-home")
    return (
        sum(row.delivered for row in rows),
        sum(row.base for row in rows),
        sum(row.plain for row in rows),
    )


@pytest.fixture
def bound(bind: Bind, notes: list[Note]) -> None:
    """The clause for residents is in force, and there is something to read."""
    bind(HOME_CLAUSE)


@pytest.mark.usefixtures("bound")
def test_the_audit_equals_the_log_of_two_processes(lin: Member) -> None:
    serve_in_a_process(lin, 2)
    serve_in_a_process(lin, 3)
    tasks.every_minute(0)
    assert audited_sums() == pytest.approx(logged_sums(), abs=0.001)
    assert sum(ClauseHour.objects.values_list("pages", flat=True)) == 5


@pytest.mark.usefixtures("bound")
def test_merging_twice_counts_nothing_twice(lin: Member) -> None:
    serve_in_a_process(lin, 2)
    merge_reports()
    once = audited_sums()
    merge_reports()
    assert audited_sums() == once
    assert not PriceReport.objects.exists()


@pytest.mark.usefixtures("bound")
def test_a_merge_that_is_killed_leaves_the_reports_for_the_next(lin: Member) -> None:
    serve_in_a_process(lin, 2)
    with transaction.atomic():
        merge_reports()
        transaction.set_rollback(True)  # what the database does when the process dies
    assert PriceReport.objects.count() == 1
    assert not ClauseHour.objects.exists()
    merge_reports()
    assert audited_sums() == pytest.approx(logged_sums(), abs=0.001)


@pytest.mark.usefixtures("bound")
def test_a_report_that_cannot_be_read_holds_up_nobody(lin: Member) -> None:
    serve_in_a_process(lin, 1)
    PriceReport.objects.create(
        contract_id=PriceReport.objects.latest("pk").contract_id, state="not JSON"
    )
    merge_reports()
    assert audited_sums() == pytest.approx(logged_sums(), abs=0.001)


@pytest.mark.usefixtures("bound")
def test_where_published_prices_cannot_be_read_those_before_are_taken(lin: Member) -> None:
    serve_in_a_process(lin, 2)
    merge_reports()
    known = PublishedPrices.objects.latest()
    PublishedPrices.objects.create(contract_id=known.contract_id, state="not JSON")
    serve_in_a_process(lin, 1)
    assert process_state().till.prices.pages == 2
    merge_reports()
    assert audited_sums() == pytest.approx(logged_sums(), abs=0.001)


@pytest.mark.usefixtures("bound")
def test_readers_of_the_clause_are_counted_and_others_are_not(lin: Member, maya: Member) -> None:
    serve_in_a_process(lin, 1)
    serve_in_a_process(maya, 1)
    merge_reports()
    row = ClauseHour.objects.get(clause="residents-home")
    assert (row.pages, row.readers) == (1, 1)


def test_a_floor_that_nobody_can_meet_is_published_as_what_is_possible(
    lin: Member, bind: Bind, notes: list[Note]
) -> None:
    bind(HOME_CLAUSE.replace("0.55", "0.9").replace("0.80", "1.0"))
    Note.objects.filter(pk__in=[note.pk for note in notes if note.author.wave == ""][3:]).delete()
    serve_in_a_process(lin, 1)
    merge_reports()
    publish_reachable()
    serve_in_a_process(make_member("jia", home_language="zh-Hans"), 1)
    merge_reports()
    row = ClauseHour.objects.get(clause="residents-home")
    assert row.floor == 0.9
    assert 0.0 < row.reachable_floor < 0.5


def test_notes_stay_while_what_can_be_kept_is_counted(
    lin: Member, bind: Bind, notes: list[Note], monkeypatch: pytest.MonkeyPatch
) -> None:
    bind(HOME_CLAUSE)
    serve_in_a_process(lin, 1)
    index, free = LiveIndex(), []

    def counted(live: LiveNotes, contract: Contract) -> tuple[Supply, ...]:
        with ThreadPoolExecutor(1) as another:
            free.append(another.submit(live.lock.acquire, blocking=False).result())
        return supply_of(live, contract)

    monkeypatch.setattr(reachable, "supply_of", counted)
    reachable.reachable_bounds(contract_in_force(), now=timezone.now(), index=index)
    assert free == [False]


@pytest.mark.usefixtures("bound")
def test_a_new_contract_is_paced_to_its_own_bounds(lin: Member, bind: Bind) -> None:
    serve_in_a_process(lin, 1)
    merge_reports()
    bind(HOME_CLAUSE.replace("0.55", "0.70"))
    assert merge_reports().reachable.low.tolist() == [0.7]


@pytest.mark.usefixtures("committed", "bound")
def test_two_merges_at_once_lose_nothing(lin: Member) -> None:
    serve_in_a_process(lin, 1)
    merged, go_on = Event(), Event()

    def merge_slowly() -> None:
        with transaction.atomic():
            merge_reports()
            merged.set()
            go_on.wait(30)
        connection.close()

    def merge() -> None:
        go_on.set()
        merge_reports()
        connection.close()

    with ThreadPoolExecutor(2) as pool:
        slow = pool.submit(merge_slowly)
        assert merged.wait(30)
        serve_in_a_process(lin, 2)
        second = pool.submit(merge)
        slow.result(30)
        second.result(30)
    assert audited_sums() == pytest.approx(logged_sums(), abs=0.001)
    assert PublishedPrices.objects.count() == 2
