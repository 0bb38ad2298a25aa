"""The audit of a clause: its running window, and the last 24 hours one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from dukou.engine import ShareClause
from dukou.engine.clock import window_end, window_start
from dukou.site.reading.clause_words import percent
from dukou.site.reading.models import ClauseHour

HOURS_SHOWN = 24
HOUR = timedelta(hours=1)
TOLERANCE = 0.005


@dataclass(frozen=True)
class Share:
    """Shares of the exposure: what was shown, and what it would have been without the contract."""

    shown: float
    without: float
    pages: int
    pages_outside: int


@dataclass(frozen=True)
class HourRow:
    """One hour: its bounds then, and its shares; None where nobody of the readers came."""

    begins: datetime
    floor: float
    ceiling: float
    share: Share | None

    @property
    def is_outside(self) -> bool:
        """Whether this hour alone lay outside the bounds."""
        share = self.share
        return share is not None and not is_kept(share.shown, self.floor, self.ceiling)

    @property
    def shown(self) -> str:
        """What was shown, in words."""
        return percent(self.share.shown) if self.share else ""

    @property
    def without(self) -> str:
        """What it would have been without the contract, in words."""
        return percent(self.share.without) if self.share else ""

    @property
    def promised(self) -> str:
        """The bounds, in words."""
        return f"{percent(self.floor)}–{percent(self.ceiling)}"


@dataclass(frozen=True)
class Audit:
    """What the audit says of a clause: its window so far, hour by hour, and its newest row.

    `left` is the part of the window that is still to come, from 0 to 1.
    """

    window: Share | None
    hours: list[HourRow]
    newest: ClauseHour | None
    left: float


def is_kept(share: float, floor: float, ceiling: float) -> bool:
    """Whether a share lies inside the bounds, to half a point."""
    return floor - TOLERANCE <= share <= ceiling + TOLERANCE


def can_be_made_up(share: float, floor: float, ceiling: float, *, left: float) -> bool:
    """Whether the rest of a window could still bring its share into the bounds, if as much is read
    in it as so far. `left`: the part of the window to come, from 0 to 1."""
    so_far = share * (1.0 - left)
    return so_far <= ceiling + TOLERANCE and so_far + left >= floor - TOLERANCE


def audits(clauses: Iterable[ShareClause], *, now: datetime) -> dict[str, Audit]:
    """The audit of each clause, with one query."""
    zone = settings.CONFIGURATION.time_zone
    running = window_start(now, "hour", zone)
    first_shown = running - (HOURS_SHOWN - 1) * HOUR
    starts = {clause.id: window_start(now, clause.window, zone) for clause in clauses}
    since = min([first_shown, *starts.values()])
    rows: dict[str, list[ClauseHour]] = {name: [] for name in starts}
    for row in ClauseHour.objects.filter(clause__in=starts, hour__gte=since).order_by("hour"):
        rows[row.clause].append(row)
    return {
        clause.id: _audit(clause, rows[clause.id], starts[clause.id], first_shown, now=now)
        for clause in clauses
    }


def _audit(
    clause: ShareClause,
    rows: list[ClauseHour],
    window: datetime,
    first_shown: datetime,
    *,
    now: datetime,
) -> Audit:
    by_hour = {row.hour: row for row in rows}
    hours = [
        _hour(clause, first_shown + at * HOUR, by_hour.get(first_shown + at * HOUR))
        for at in range(HOURS_SHOWN)
    ]
    so_far = _share([row for row in rows if row.hour >= window])
    end = window_end(now, clause.window, settings.CONFIGURATION.time_zone)
    return Audit(so_far, hours, rows[-1] if rows else None, left=(end - now) / (end - window))


def _hour(clause: ShareClause, begins: datetime, row: ClauseHour | None) -> HourRow:
    if row is None:
        return HourRow(begins, clause.floor, clause.ceiling, None)
    return HourRow(begins, row.floor, row.ceiling, _share([row]))


def _share(rows: list[ClauseHour]) -> Share | None:
    """The rows' shares taken together; None where nobody of the readers came."""
    base = sum(row.base for row in rows)
    if base <= 0:
        return None
    return Share(
        shown=sum(row.delivered for row in rows) / base,
        without=sum(row.plain for row in rows) / base,
        pages=sum(row.pages for row in rows),
        pages_outside=round(sum(row.pages_outside for row in rows)),
    )
