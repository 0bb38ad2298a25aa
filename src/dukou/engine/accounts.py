"""Where every clause stands in its window: what was delivered, and what is still to come."""

from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from dukou.engine.arrays import Floats, Ints
from dukou.engine.clock import millis, window_end, window_start
from dukou.engine.config import EngineConfig
from dukou.engine.contract import Contract, Window
from dukou.engine.forecast import remaining
from dukou.engine.ledger import Ledger
from dukou.engine.pacing import Needed, needed_share, proportional

_MINUTE_MS = 60_000


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


@dataclass(slots=True)
class _Windows:
    """Sums of the published hours and the forecast, good until the minute is over."""

    minute: int
    start: Ints
    delivered: Floats
    base: Floats
    rest: Floats
    debt: Floats
    credit: Floats


@dataclass(slots=True)
class Accounts:
    """Exposure by hour and by author: published by all processes, and own and unreported.

    `authors` counts since `authors_since`, the start of the author cap's window.
    """

    contract: Contract
    zone: str
    served: Ledger
    fresh: Ledger
    authors: dict[int, float] = field(default_factory=dict)
    fresh_authors: dict[int, float] = field(default_factory=dict)
    authors_since: int = 0
    _windows: _Windows | None = field(default=None, repr=False)

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
    ) -> None:
        """Counts one page that was served."""
        hour = self.fresh.hour(millis(window_start(now, "hour", self.zone)))
        hour.delivered += delivered
        hour.base += base
        hour.plain += plain
        hour.readers_outside += outside
        hour.exposure += exposure
        hour.pages += 1
        self.roll_authors(now)
        add_authors(self.fresh_authors, authors)

    def standing(self, now: datetime, bounds: Needed, config: EngineConfig) -> Standing:
        """Delivered, base, forecast and needed share of every clause, as of now."""
        window = self._windows_at(now, bounds, config)
        delivered, base = window.delivered.copy(), window.base.copy()
        for start, hour in self.fresh.hours.items():
            inside = window.start <= start
            delivered += np.where(inside, hour.delivered, 0.0)
            base += np.where(inside, hour.base, 0.0)
        paced = np.maximum(window.rest, config.forecast_floor * (base + window.rest))
        low = needed_share(*bounds, delivered + window.debt, base, paced).low
        high = needed_share(*bounds, delivered + window.credit, base, paced).high
        return Standing(
            delivered=delivered,
            base=base,
            rest=window.rest,
            needed=Needed(low, high),
            due=needed_share(*bounds, delivered, base, window.rest),
            outside=proportional(*bounds, delivered, base, paced),
        )

    def authors_at_cap(self, now: datetime) -> Ints:
        """Ids of the authors whose share of the cap's window has reached the cap."""
        cap = self.contract.author_cap
        if cap.share >= 1.0:
            return np.zeros(0, dtype=np.int64)
        self.roll_authors(now)
        start, end = self._span(now, cap.window)
        so_far = self.served.exposure(start, end) + self.fresh.exposure(start, end)
        bases = self.served.bases(None)
        whole = so_far + remaining(bases, now=millis(now), start=start, end=end)
        full = [
            author
            for author in self.authors.keys() | self.fresh_authors.keys()
            if self.authors.get(author, 0.0) + self.fresh_authors.get(author, 0.0)
            >= cap.share * whole
            > 0.0
        ]
        return np.array(sorted(full), dtype=np.int64)

    def roll_authors(self, now: datetime) -> None:
        """Forgets the authors' exposure when the cap's window is over."""
        start, _ = self._span(now, self.contract.author_cap.window)
        if start != self.authors_since:
            self.authors, self.fresh_authors, self.authors_since = {}, {}, start

    def changed(self) -> None:
        """Says that `served` was changed: windows are summed anew."""
        self._windows = None

    def _span(self, now: datetime, window: Window) -> tuple[int, int]:
        return (
            millis(window_start(now, window, self.zone)),
            millis(window_end(now, window, self.zone)),
        )

    def _windows_at(self, now: datetime, bounds: Needed, config: EngineConfig) -> _Windows:
        at = millis(now)
        if self._windows is None or self._windows.minute != at // _MINUTE_MS:
            self._windows = self._summed(now, bounds, config)
        return self._windows

    def _summed(self, now: datetime, bounds: Needed, config: EngineConfig) -> _Windows:
        shares = self.contract.shares
        found = _Windows(
            millis(now) // _MINUTE_MS,
            np.zeros(len(shares), dtype=np.int64),
            *(np.zeros(len(shares)) for _ in range(5)),
        )
        for at, clause in enumerate(shares):
            start, end = self._span(now, clause.window)
            total = self.served.between(start, end)
            found.start[at] = start
            found.delivered[at], found.base[at] = total.delivered[at], total.base[at]
            bases = self.served.bases(at)
            for hour, fresh in self.fresh.hours.items():
                bases[hour] = bases.get(hour, 0.0) + float(fresh.base[at])
            found.rest[at] = remaining(bases, now=millis(now), start=start, end=end)
            before = self.served.between(2 * start - end, start)
            limit = config.carry_limit * before.base[at]
            missing = before.delivered[at] - bounds.low[at] * before.base[at]
            over = before.delivered[at] - bounds.high[at] * before.base[at]
            found.debt[at] = max(min(missing, 0.0), -limit)
            found.credit[at] = min(max(over, 0.0), limit)
        return found


def add_authors(total: dict[int, float], more: dict[int, float]) -> None:
    """Adds exposure by author to a running total."""
    for author, exposure in more.items():
        total[author] = total.get(author, 0.0) + exposure
