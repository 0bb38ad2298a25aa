"""Prices across processes: each steps its own copy, reports, and takes up what was merged."""

from __future__ import annotations

import time
from datetime import datetime
from threading import Lock

import structlog
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from dukou.engine import (
    Debuts,
    Page,
    Prices,
    Report,
    StateError,
    dump_prices,
    dump_report,
    load_prices,
    load_report,
)
from dukou.site.reading.allocation.audit import write_hours
from dukou.site.reading.allocation.contracts import InForce, in_force, newest_version
from dukou.site.reading.allocation.promised import count_given, open_promises
from dukou.site.reading.allocation.reachable import reachable_bounds
from dukou.site.reading.models import PriceReport, PublishedPrices

log = structlog.get_logger()
REPORT_SECONDS = 5.0
LOOK_SECONDS = 2.0
PROMISES_SECONDS = 4.0
RIPE_SECONDS = 60.0
KEPT = 2
MERGE_LOCK = 0x44756B6F75  # a number of our own among the database's advisory locks


class Till:
    """This process's prices under the contract in force; shared by its threads."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.version: InForce = in_force(newest_version())
        self.prices = Prices.start(self.version.contract, zone=settings.CONFIGURATION.time_zone)
        self.debuts = Debuts()
        self._adopted = 0
        self._next_look = 0.0
        self._next_promises = 0.0
        self._next_ripe = time.monotonic() + RIPE_SECONDS
        self._next_report = time.monotonic() + REPORT_SECONDS

    def look(self, now: datetime) -> None:
        """Take up a new contract and newly published prices, at most every two seconds."""
        if time.monotonic() < self._next_look:
            return
        self._next_look = time.monotonic() + LOOK_SECONDS
        self._take_up_contract()
        row = PublishedPrices.objects.order_by("-pk").first()
        if row is not None and row.pk != self._adopted:
            published = read_prices(row, self.version)
            if published is None and not self._adopted:
                published = newest_prices(self.version)
            if published is not None:
                self.prices.adopt(published)
                self.prices.warm(now=now)
            self._adopted = row.pk
        if time.monotonic() >= self._next_promises:
            self._next_promises = time.monotonic() + PROMISES_SECONDS
            self.debuts.adopt(open_promises(now) if self.version.contract.debut else ())

    def look_again(self) -> None:
        """Look with the next page, whenever the last look was."""
        self._next_look = self._next_promises = 0.0

    def _take_up_contract(self) -> None:
        """The newest version, and now and then the clauses that the place has grown ripe for."""
        newest = newest_version()
        is_new = newest.pk != self.version.version_id
        if not is_new and time.monotonic() < self._next_ripe:
            return
        self._next_ripe = time.monotonic() + RIPE_SECONDS
        binding = in_force(newest)
        if is_new or binding.contract.ids != self.version.contract.ids:
            self.version = binding
            self.prices = self.prices.under(binding.contract)

    def step(self, page: Page, now: datetime) -> None:
        """Count a page that was served; report every few seconds."""
        self.prices.step(page, now=now)
        self.debuts.step(page)
        if time.monotonic() >= self._next_report:
            self.hand_over()

    def hand_over(self) -> None:
        """Report what was served since the last report."""
        self._next_report = time.monotonic() + REPORT_SECONDS
        PriceReport.objects.create(
            contract_id=self.version.version_id, state=dump_report(self.prices.report())
        )
        count_given(self.debuts.report())


def read_prices(row: PublishedPrices, version: InForce) -> Prices | None:
    """The published prices under the contract in force; None, and a word in the log, where they
    cannot be read: the process then goes on with its own."""
    try:
        return load_prices(row.state, version.contract, zone=settings.CONFIGURATION.time_zone)
    except StateError as error:
        log.warning("prices.unreadable", row=row.pk, reason=str(error))
        return None


def newest_prices(version: InForce) -> Prices | None:
    """The prices that were published last and can be read; None where there are none yet."""
    rows = PublishedPrices.objects.order_by("-pk")[:KEPT]
    return next((found for row in rows if (found := read_prices(row, version))), None)


@transaction.atomic
def merge_reports(*, now: datetime | None = None) -> Prices:
    """Sum what all processes reported into the next published state, and write the audit of the
    hours it speaks of; gives that state.

    Safe to run at any time, twice, and by several at once: one merges after the other, and a
    report is deleted in the transaction that counts it.
    """
    _one_at_a_time(wait=True)
    return _merge(now or timezone.now())


@transaction.atomic
def merge_if_stale(*, seconds: float, now: datetime | None = None) -> None:
    """Merge where nobody has for so many seconds and nobody is about to."""
    moment = now or timezone.now()
    last = PublishedPrices.objects.order_by("-pk").first()
    if last is not None and (moment - last.at).total_seconds() < seconds:
        return
    if PriceReport.objects.exists() and _one_at_a_time(wait=False):
        _merge(moment)


def _one_at_a_time(*, wait: bool) -> bool:
    """Whether this transaction may merge. A lock on the last published row would not do: who
    waits for that row then reads a state in which the other's reports are missing."""
    call = "pg_advisory_xact_lock" if wait else "pg_try_advisory_xact_lock"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {call}(%s)", [MERGE_LOCK])  # two names of ours
        (got,) = cursor.fetchone()
    return wait or bool(got)


def _merge(now: datetime) -> Prices:
    version = in_force(newest_version())
    last = PublishedPrices.objects.order_by("-pk").first()
    prices = newest_prices(version) or Prices.start(
        version.contract, zone=settings.CONFIGURATION.time_zone
    )
    if last is not None and last.contract_id != version.version_id:
        prices.reach(version.contract.floors, version.contract.ceilings)
    rows = list(PriceReport.objects.order_by("pk"))
    reports = [report for row in rows if (report := _read_report(row)) is not None]
    prices.merge(reports, now=now)
    PriceReport.objects.filter(pk__in=[row.pk for row in rows]).delete()
    publish(prices, version)
    write_hours(prices, {hour for report in reports for hour in report.served.hours}, now=now)
    return prices


def _read_report(row: PriceReport) -> Report | None:
    try:
        return load_report(row.state)
    except StateError as error:
        log.warning("report.unreadable", row=row.pk, reason=str(error))
        return None


def publish(prices: Prices, version: InForce) -> None:
    """Make this the state that every process takes up; the one before is kept."""
    made = PublishedPrices.objects.create(contract_id=version.version_id, state=dump_prices(prices))
    kept = PublishedPrices.objects.order_by("-pk").values_list("pk", flat=True)[:KEPT]
    PublishedPrices.objects.filter(pk__lt=min(kept, default=made.pk)).delete()


@transaction.atomic
def publish_reachable(*, now: datetime | None = None) -> None:
    """Work out which bounds the notes and readers at hand can attain, and pace to these."""
    _one_at_a_time(wait=True)
    version = in_force(newest_version())
    prices = newest_prices(version)
    if prices is None:
        return
    found = reachable_bounds(version.contract, now=now or timezone.now())
    prices.reach(found.floor, found.ceiling)
    publish(prices, version)
