"""Prices of a contract: stepped page by page in each process, merged minute by minute.

Every process ranks with its own copy. `step` after each page moves the copy's prices and counts
what was served; `report` hands over what happened since the last report; `merge` makes the
published state of the reports of all processes; `adopt` takes it up. All of it is JSON.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Self

import numpy as np

from dukou.engine.accounts import Accounts, Standing
from dukou.engine.arrays import Floats
from dukou.engine.clock import hour_of_day, millis
from dukou.engine.config import EngineConfig
from dukou.engine.contract import Contract
from dukou.engine.ledger import Ledger
from dukou.engine.pacing import Needed
from dukou.engine.tally import TallyReport

if TYPE_CHECKING:
    from dukou.engine.page import Page

_DEFAULT = EngineConfig()
_HOUR_MS = 3_600_000
_KEPT_MS = 15 * 24 * _HOUR_MS
_STALE_MS = 2 * _HOUR_MS


@dataclass(slots=True)
class Report:
    """What one process did since its last report."""

    ids: tuple[str, ...]
    lower: Floats
    upper: Floats
    scale: float
    pages: int
    served: Ledger
    authors: TallyReport[int]
    topics: TallyReport[str]


@dataclass(slots=True)
class Prices:
    """Dual prices, accounts and running scale of a contract at one place.

    `lower`, `upper`: price of each floor and ceiling in IQRs, from 0; shape (clauses,). A clause
    with a band is priced for each reader by themselves: there it is the mean of late, to be shown.
    `scale`: running IQR of relevance, 0 until the first page. `reachable`: bounds that can be
    attained, at most as strict as the contract's. `by_hour`: prices at each hour of the day.
    """

    contract: Contract
    zone: str
    lower: Floats
    upper: Floats
    reachable: Needed
    accounts: Accounts
    scale: float = 0.0
    pages: int = 0
    updated: int = 0
    by_hour: dict[int, tuple[list[float], list[float]]] = field(default_factory=dict)

    @classmethod
    def start(cls, contract: Contract, *, zone: str = "UTC") -> Self:
        """Prices of a contract that nobody has been served under: all zero."""
        size = len(contract.shares)
        return cls(
            contract=contract,
            zone=zone,
            lower=np.zeros(size),
            upper=np.zeros(size),
            reachable=Needed(contract.floors, contract.ceilings),
            accounts=Accounts.start(contract, zone),
        )

    def standing(self, now: datetime, config: EngineConfig) -> Standing:
        """Delivered, base, forecast and needed share of every clause, as of now."""
        return self.accounts.standing(now, self.reachable, config)

    def step(self, page: "Page", *, now: datetime, config: EngineConfig = _DEFAULT) -> None:
        """Moves the prices by one page that was served, and counts it.

        A page of a reader who is not counted changes nothing. A floor that the page could not
        meet for want of notes is paced to what it could, so that its price does not wind up.
        """
        if not page.counted or page.exposure <= 0.0:
            return
        needed = self.standing(now, config).needed
        share = page.natural / page.exposure
        missed = (np.minimum(needed.low, page.feasible) - share).tolist()
        passed = (share - np.maximum(needed.high, page.unavoidable)).tolist()
        base, own = page.clause_base.tolist(), page.own_price.tolist()
        cap = config.price_cap
        lower, upper = self.lower.tolist(), self.upper.tolist()
        for at, clause in enumerate(self.contract.shares):
            if base[at] > 0.0 and clause.band:
                lower[at] += (1.0 - config.scale_memory) * (max(own[at], 0.0) - lower[at])
                upper[at] += (1.0 - config.scale_memory) * (max(-own[at], 0.0) - upper[at])
            elif base[at] > 0.0:
                lower[at] = min(max(lower[at] + config.price_step * missed[at], 0.0), cap)
                upper[at] = min(max(upper[at] + config.price_step * passed[at], 0.0), cap)
        self.lower, self.upper = np.array(lower), np.array(upper)
        if page.spread > 0.0:
            kept = config.scale_memory if self.scale > 0.0 else 0.0
            self.scale = kept * self.scale + (1.0 - kept) * page.spread
        self.accounts.enter(
            now=now,
            delivered=page.clause_exposure,
            base=page.clause_base,
            plain=page.plain.clause_exposure,
            outside=page.reader_outside.astype(np.float64),
            exposure=page.exposure,
            authors=page.author_exposure,
            topics=page.topic_exposure,
        )

    def pages_expected(self, now: datetime, *, hours: int) -> float:
        """Pages of counted readers forecast for the next `hours`; 0 before anybody has come."""
        return self.accounts.pages_ahead(millis(now), hours)

    def report(self) -> Report:
        """What happened since the last report; this copy then starts to count anew."""
        served = self.accounts.hand_over()
        return Report(
            ids=self.contract.ids,
            lower=self.lower.copy(),
            upper=self.upper.copy(),
            scale=self.scale,
            pages=sum(hour.pages for hour in served.hours.values()),
            served=served,
            authors=self.accounts.authors.hand_over(),
            topics=self.accounts.topics.hand_over(),
        )

    def merge(self, reports: Iterable[Report], *, now: datetime) -> None:
        """Makes this, the last published state, the next one: accounts are summed, prices
        averaged by pages. Reports under another set of clauses are taken by clause id.
        """
        moved = [self._translated(report) for report in reports if report.pages > 0]
        accounts = self.accounts
        accounts.roll(now)
        served = accounts.served
        for report in moved:
            served.add(report.served)
            accounts.authors.merge(report.authors)
            accounts.topics.merge(report.topics)
        served.forget(millis(now) - _KEPT_MS)
        accounts.published(served)
        pages = sum(report.pages for report in moved)
        if pages:
            weights = [report.pages / pages for report in moved]
            self.lower = _mean([report.lower for report in moved], weights)
            self.upper = _mean([report.upper for report in moved], weights)
            self.scale = sum(w * r.scale for w, r in zip(weights, moved, strict=True))
        self.pages += pages
        self.updated = millis(now)
        self.by_hour[hour_of_day(now, self.zone)] = (self.lower.tolist(), self.upper.tolist())

    def adopt(self, published: "Prices") -> None:
        """Takes up the published state; what was not yet reported stays counted."""
        if published.contract.ids != self.contract.ids:
            published = published.under(self.contract)
        self.lower, self.upper = published.lower.copy(), published.upper.copy()
        self.scale, self.pages, self.reachable = (
            published.scale,
            published.pages,
            published.reachable,
        )
        self.updated, self.by_hour = published.updated, published.by_hour
        mine, theirs = self.accounts, published.accounts
        mine.authors.adopt(theirs.authors)
        mine.topics.adopt(theirs.topics)
        mine.published(theirs.served.copy())

    def warm(self, *, now: datetime) -> None:
        """After a pause of over two hours: the prices of the same hour of the day before."""
        before = self.by_hour.get(hour_of_day(now, self.zone))
        if before is not None and millis(now) - self.updated > _STALE_MS:
            self.lower, self.upper = np.array(before[0]), np.array(before[1])

    def under(self, contract: Contract) -> "Prices":
        """The same state under a changed contract: clauses that stay keep price and account."""
        old, new = self.contract.ids, contract.ids
        moved = Prices.start(contract, zone=self.zone)
        moved.lower, moved.upper = (
            _by_name(self.lower, old, new),
            _by_name(self.upper, old, new),
        )
        moved.scale, moved.pages, moved.updated = self.scale, self.pages, self.updated
        moved.by_hour = {
            hour: (
                _by_name(np.array(lower), old, new).tolist(),
                _by_name(np.array(upper), old, new).tolist(),
            )
            for hour, (lower, upper) in self.by_hour.items()
        }
        mine, theirs = moved.accounts, self.accounts
        mine.served = theirs.served.renamed(old, new)
        mine.reported = theirs.reported.renamed(old, new)
        mine.fresh = theirs.fresh.renamed(old, new)
        mine.authors, mine.topics = theirs.authors.copy(), theirs.topics.copy()
        return moved

    def reach(self, floor: Floats, ceiling: Floats) -> None:
        """Paces from now on to bounds that can be attained (see `attainable`)."""
        self.reachable = Needed(
            np.minimum(self.contract.floors, floor), np.maximum(self.contract.ceilings, ceiling)
        )
        self.accounts.changed()

    def _translated(self, report: Report) -> Report:
        if report.ids == self.contract.ids:
            return report
        old, new = report.ids, self.contract.ids
        return Report(
            ids=new,
            lower=np.where(np.isin(new, old), _by_name(report.lower, old, new), self.lower),
            upper=np.where(np.isin(new, old), _by_name(report.upper, old, new), self.upper),
            scale=report.scale,
            pages=report.pages,
            served=report.served.renamed(old, new),
            authors=report.authors,
            topics=report.topics,
        )


def _mean(values: list[Floats], weights: list[float]) -> Floats:
    return np.average(np.array(values), axis=0, weights=weights)


def _by_name(values: Floats, old: tuple[str, ...], new: tuple[str, ...]) -> Floats:
    known = dict(zip(old, values.tolist(), strict=True))
    return np.array([known.get(name, 0.0) for name in new], dtype=np.float64)
