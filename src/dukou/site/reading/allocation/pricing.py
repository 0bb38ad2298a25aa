"""Prices across processes: each steps its own copy, reports, and takes up what was merged."""

from __future__ import annotations

import time
from datetime import datetime
from threading import Lock

import structlog
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from dukou.engine import (
    Page,
    Prices,
    StateError,
    dump_prices,
    dump_report,
    load_prices,
    load_report,
)
from dukou.site.reading.allocation.contracts import InForce, in_force, newest_version
from dukou.site.reading.models import PriceReport, PublishedPrices

log = structlog.get_logger()
REPORT_SECONDS = 5.0
LOOK_SECONDS = 2.0


class Till:
    """This process's prices under the contract in force; shared by its threads."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.version: InForce = in_force(newest_version())
        self.prices = Prices.start(self.version.contract, zone=settings.CONFIGURATION.time_zone)
        self._adopted = 0
        self._next_look = 0.0
        self._next_report = time.monotonic() + REPORT_SECONDS

    def look(self, now: datetime) -> None:
        """Take up a new contract and newly published prices, at most every two seconds."""
        if time.monotonic() < self._next_look:
            return
        self._next_look = time.monotonic() + LOOK_SECONDS
        newest = newest_version()
        if newest.pk != self.version.version_id:
            self.version = in_force(newest)
            self.prices = self.prices.under(self.version.contract)
        row = PublishedPrices.objects.order_by("-pk").first()
        if row is not None and row.pk != self._adopted:
            published = read_prices(row, self.version)
            if published is not None:
                self.prices.adopt(published)
                self.prices.warm(now=now)
            self._adopted = row.pk

    def step(self, page: Page, now: datetime) -> None:
        """Count a page that was served; report every few seconds."""
        self.prices.step(page, now=now)
        if time.monotonic() >= self._next_report:
            self.hand_over()

    def hand_over(self) -> None:
        """Report what was served since the last report."""
        self._next_report = time.monotonic() + REPORT_SECONDS
        PriceReport.objects.create(
            contract_id=self.version.version_id, state=dump_report(self.prices.report())
        )


def read_prices(row: PublishedPrices, version: InForce) -> Prices | None:
    """The published prices under the contract in force; None, and a word in the log, where they
    cannot be read: the process then goes on with its own."""
    try:
        return load_prices(row.state, version.contract)
    except StateError as error:
        log.warning("prices.unreadable", row=row.pk, reason=str(error))
        return None


@transaction.atomic
def merge_reports(*, now: datetime | None = None) -> Prices:
    """Sum what all processes reported into the next published state; gives that state.

    Safe to run at any time and twice: a report is deleted in the transaction that counts it.
    """
    moment = now or timezone.now()
    version = in_force(newest_version())
    last = PublishedPrices.objects.select_for_update().order_by("-pk").first()
    prices = (read_prices(last, version) if last else None) or Prices.start(
        version.contract, zone=settings.CONFIGURATION.time_zone
    )
    rows = list(PriceReport.objects.select_for_update(skip_locked=True).order_by("pk"))
    reports = []
    for row in rows:
        try:
            reports.append(load_report(row.state))
        except StateError as error:
            log.warning("report.unreadable", row=row.pk, reason=str(error))
    prices.merge(reports, now=moment)
    PriceReport.objects.filter(pk__in=[row.pk for row in rows]).delete()
    PublishedPrices.objects.create(contract_id=version.version_id, state=dump_prices(prices))
    if last is not None:
        PublishedPrices.objects.filter(pk__lt=last.pk).delete()
    return prices
