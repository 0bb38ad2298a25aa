"""Where every clause stands in its window: what was delivered, and what is still to come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple, Self, TypeVar

import numpy as np

from dukou.engine.arrays import Floats, Ints
from dukou.engine.clock import millis, window_end, window_start
from dukou.engine.config import EngineConfig
from dukou.engine.contract import AuthorCap, Contract, TopicCap, Window
from dukou.engine.forecast import ahead, remaining
from dukou.engine.ledger import Ledger
from dukou.engine.pacing import Needed, needed_share, proportional
from dukou.engine.tally import Tally

_MINUTE_MS = 60_000
_Key = TypeVar("_Key", int, str)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where each share clause stands; arrays by clause, shape (clauses,)."""

    delivered: Floats
    """Exposure of the providers on the readers' pages in this window."""
    base: Floats
    """All exposure on those pages."""
    rest: Floats
    """Exposure still expected on them."""
    needed: Needed
    """What pacing asks of the next pages; the rest is never taken below a part of the window."""
    due: Needed
    """What the rest as forecast must give: the guard's measure."""
    outside: Floats
    """Share missing below the floor (above zero) or over the ceiling (below zero)."""
    start: Ints
    """When the window began, in milliseconds."""


class _Window(NamedTuple):
    """Of a clause: sums of the published hours and the forecast."""

    start: int
    delivered: float
    base: float
    rest: float
    debt: float
    credit: float


class _Windows(NamedTuple):
    """The windows of all clauses, good until the minute is over."""

    minute: int
    clauses: list[_Window]
    start: Ints
    rest: Floats


class _Known(NamedTuple):
    """Where the clauses stand, and of what that was worked out: a page asks twice."""

    windows: _Windows
    bounds: Needed
    config: EngineConfig
    standing: Standing

    def is_of(self, windows: _Windows, bounds: Needed, config: EngineConfig) -> bool:
        """Whether it was worked out of these."""
        return self.windows is windows and self.bounds is bounds and self.config == config


@dataclass(slots=True)
class Accounts:
    """Exposure by hour: `served` as published by all processes, `reported` what this one has
    handed over since, `fresh` what it has not; and the tallies by author and by topic for the
    caps of the contract."""

    contract: Contract
    zone: str
    served: Ledger
    reported: Ledger
    fresh: Ledger
    authors: Tally[int] = field(default_factory=Tally)
    topics: Tally[str] = field(default_factory=Tally)
    _windows: _Windows | None = field(default=None, repr=False)
    _known: _Known | None = field(default=None, repr=False)
    _spans: dict[Window, tuple[int, int, int]] = field(default_factory=dict, repr=False)

    def enter(
        self,
        *,
        now: datetime,
        delivered: Floats,
        base: Floats,
        plain: Floats,
        outside: Floats,
        exposure: float,
        authors: dict[int, float],
        topics: Mapping[str, float],
    ) -> None:
        """Counts one page that was served."""
        self._known = None
        hour = self.fresh.hour(self._span(now, "hour")[0])
        hour.delivered += delivered
        hour.base += base
        hour.plain += plain
        hour.readers_pages += base > 0.0
        hour.readers_outside += outside
        hour.exposure += exposure
        hour.pages += 1
        self.roll(now)
        self.authors.enter(authors)
        if self.contract.topic_cap is not None:
            self.topics.enter(topics)

    @classmethod
    def start(cls, contract: Contract, zone: str) -> Self:
        """Accounts in which nothing was served."""
        size = len(contract.shares)
        return cls(contract, zone, Ledger(size), Ledger(size), Ledger(size))

    def hand_over(self) -> Ledger:
        """What was served since the last time, to be merged into what is published."""
        served, self.fresh = self.fresh, Ledger(self.fresh.clauses)
        self.reported.add(served)
        self._known = None
        return served

    def published(self, served: Ledger) -> None:
        """Takes up a published state, in which all that was handed over is counted."""
        self.served, self.reported = served, Ledger(served.clauses)
        self._windows = None

    def standing(self, now: datetime, bounds: Needed, config: EngineConfig) -> Standing:
        """Delivered, base, forecast and needed share of every clause, as of now; its arrays are not
        to be written to."""
        window, known = self._windows_at(now, bounds, config), self._known
        if not (known and known.is_of(window, bounds, config)):
            found = self._standing(window, bounds, config)
            known = self._known = _Known(window, bounds, config, found)
        return known.standing

    def _standing(self, windows: _Windows, bounds: Needed, config: EngineConfig) -> Standing:
        """One clause after the other: for the few that there are, quicker than by arrays."""
        hours = [*self.reported.hours.items(), *self.fresh.hours.items()]
        counted = [(start, hour.delivered.tolist(), hour.base.tolist()) for start, hour in hours]
        rows = []
        for at, (start, delivered, base, rest, debt, credit) in enumerate(windows.clauses):
            for hour, more, of in counted:
                if start <= hour:
                    delivered += more[at]
                    base += of[at]
            low, high = bounds.low.item(at), bounds.high.item(at)
            paced = max(rest, config.forecast_floor * (base + rest))
            rows.append(
                (
                    delivered,
                    base,
                    needed_share(low, delivered + debt, base, paced),
                    needed_share(high, delivered + credit, base, paced),
                    needed_share(low, delivered, base, rest),
                    needed_share(high, delivered, base, rest),
                    proportional(low, high, delivered, base, paced),
                )
            )
        columns = np.array(rows).reshape(-1, 7).T
        return Standing(
            delivered=columns[0],
            base=columns[1],
            rest=windows.rest,
            needed=Needed(columns[2], columns[3]),
            due=Needed(columns[4], columns[5]),
            outside=columns[6],
            start=windows.start,
        )

    def pages_ahead(self, now: int, hours: int) -> float:
        """Pages forecast for the next `hours` after `now` (milliseconds)."""
        pages: dict[int, float] = {}
        for ledger in (self.served, self.reported, self.fresh):
            for start, hour in ledger.hours.items():
                pages[start] = pages.get(start, 0.0) + hour.pages
        return ahead(pages, now=now, hours=hours, zone=self.zone)

    def share_of_author(self, author: int, now: datetime) -> float:
        """Part of all exposure so far in the author cap's window that the author's notes had."""
        self.roll(now)
        start, end = self._span(now, self.contract.author_cap.window)
        whole = sum(base for hour, base in self._bases(None).items() if start <= hour < end)
        return self.authors[author] / whole if whole > 0.0 else 0.0

    def authors_at_cap(self, now: datetime) -> Ints:
        """Ids of the authors whose share of the cap's window has reached the cap."""
        return np.array(sorted(self._full(self.authors, self.contract.author_cap, now)), np.int64)

    def topics_at_cap(self, now: datetime) -> list[str]:
        """Names of the topics whose share of the cap's window has reached the cap."""
        cap = self.contract.topic_cap
        return [] if cap is None else sorted(self._full(self.topics, cap, now))

    def roll(self, now: datetime) -> None:
        """Forgets what authors and topics had where the window of their cap is over."""
        self.authors.roll(self._span(now, self.contract.author_cap.window)[0])
        if self.contract.topic_cap is not None:
            self.topics.roll(self._span(now, self.contract.topic_cap.window)[0])

    def changed(self) -> None:
        """Says that bounds or `served` were changed: windows are summed anew."""
        self._windows = None

    def _full(self, tally: Tally[_Key], cap: AuthorCap | TopicCap, now: datetime) -> set[_Key]:
        """Who has had what the cap allows of the window as it is forecast."""
        if cap.share >= 1.0:
            return set()
        minute, most = millis(now) // _MINUTE_MS, np.inf
        if tally.needs_bound(minute):
            self.roll(now)
            start, end = self._span(now, cap.window)
            bases = self._bases(None)
            whole = sum(base for hour, base in bases.items() if start <= hour < end)
            whole += remaining(bases, now=millis(now), start=start, end=end, zone=self.zone)
            most = cap.share * whole if whole > 0.0 else np.inf
        return tally.full(minute, most)

    def _bases(self, clause: int | None) -> dict[int, float]:
        """Exposure by hour on the pages of a clause's readers, or of all, wherever counted."""
        bases = self.served.bases(clause)
        for ledger in (self.reported, self.fresh):
            for hour, base in ledger.bases(clause).items():
                bases[hour] = bases.get(hour, 0.0) + base
        return bases

    def _span(self, now: datetime, window: Window) -> tuple[int, int]:
        """When the window around `now` begins and ends: worked out once a minute."""
        minute = int(now.timestamp()) // 60
        known = self._spans.get(window)
        if known is None or known[0] != minute:
            start, end = (f(now, window, self.zone) for f in (window_start, window_end))
            known = self._spans[window] = minute, millis(start), millis(end)
        return known[1:]

    def _start_before(self, start: int, window: Window) -> int:
        """When the window before the one that began then began: not all days are of one length."""
        ended = datetime.fromtimestamp((start - 1) / 1000, UTC)
        return millis(window_start(ended, window, self.zone))

    def _windows_at(self, now: datetime, bounds: Needed, config: EngineConfig) -> _Windows:
        at = millis(now)
        if self._windows is None or self._windows.minute != at // _MINUTE_MS:
            self._windows = self._summed(now, bounds, config)
        return self._windows

    def _summed(self, now: datetime, bounds: Needed, config: EngineConfig) -> _Windows:
        found = []
        for at, clause in enumerate(self.contract.shares):
            start, end = self._span(now, clause.window)
            total = self.served.between(start, end)
            bases = self._bases(at)
            rest = remaining(bases, now=millis(now), start=start, end=end, zone=self.zone)
            before = self.served.between(self._start_before(start, clause.window), start)
            delivered, base = before.delivered.item(at), before.base.item(at)
            limit = config.carry_limit * base
            debt = max(min(delivered - bounds.low.item(at) * base, 0.0), -limit)
            credit = min(max(delivered - bounds.high.item(at) * base, 0.0), limit)
            whole = total.delivered.item(at), total.base.item(at)
            found.append(_Window(start, *whole, rest, debt, credit))
        return _Windows(
            millis(now) // _MINUTE_MS,
            found,
            np.array([window.start for window in found], dtype=np.int64),
            np.array([window.rest for window in found], dtype=np.float64),
        )
