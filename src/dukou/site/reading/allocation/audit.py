"""The audit: for each clause and hour, what was promised and what readers were shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from dukou.engine import Prices, ReaderAccount, ShareClause, StateError
from dukou.engine.bands import Band, is_outside
from dukou.engine.clock import millis, window_start
from dukou.engine.ledger import Hour
from dukou.site.reading.models import ClauseHour
from dukou.site.reading.models import ReaderAccount as AccountRow

SUMS = ["delivered", "base", "plain", "pages", "pages_outside"]
STATE = [
    "floor", "ceiling", "reachable_floor", "reachable_ceiling", "price_floor", "price_ceiling",
    "readers", "readers_outside",
]  # fmt: skip
MOST_READERS = 20_000
LATELY = timedelta(hours=24)


def write_hours(prices: Prices, hours: Iterable[int], *, now: datetime) -> None:
    """Write the rows of these hours (milliseconds) and of the running one from the ledger.

    Bounds, prices and readers are those of now: an hour that is over keeps what it was given
    while it ran, and only its sums grow by what was reported late.
    """
    running = millis(window_start(now, "hour", prices.zone))
    served = prices.accounts.served.hours
    readers = _readers(prices.contract.shares, now)
    for start in sorted({*hours, running}):
        if start not in served:
            continue
        rows = [
            _row(prices, at, start, served[start], readers[at])
            for at in range(len(prices.contract.shares))
        ]
        ClauseHour.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["clause", "hour"],
            update_fields=SUMS + STATE if start == running else SUMS,
        )


def _row(prices: Prices, at: int, start: int, hour: Hour, readers: tuple[int, int]) -> ClauseHour:
    clause = prices.contract.shares[at]
    return ClauseHour(
        clause=clause.id,
        hour=datetime.fromtimestamp(start / 1000, UTC),
        delivered=float(hour.delivered[at]),
        base=float(hour.base[at]),
        plain=float(hour.plain[at]),
        floor=clause.floor,
        ceiling=clause.ceiling,
        reachable_floor=float(prices.reachable.low[at]),
        reachable_ceiling=float(prices.reachable.high[at]),
        price_floor=float(prices.lower[at]),
        price_ceiling=float(prices.upper[at]),
        pages=int(hour.readers_pages[at]),
        pages_outside=float(hour.readers_outside[at]),
        readers=readers[0],
        readers_outside=readers[1],
    )


def _readers(clauses: tuple[ShareClause, ...], now: datetime) -> list[tuple[int, int]]:
    """For each clause, readers of the last day with a band of it, and those outside it."""
    banded = [at for at, clause in enumerate(clauses) if clause.band]
    counts = [(0, 0)] * len(clauses)
    if not banded:
        return counts
    lately = AccountRow.objects.filter(at__gte=now - LATELY).order_by("-at")
    for state in lately.values_list("state", flat=True)[:MOST_READERS]:
        account = _account(state)
        for at in banded:
            entry = account[clauses[at].id]
            if entry.base > 0.0:
                readers, outside = counts[at]
                is_out = is_outside(_whole_band(clauses[at], at), entry)
                counts[at] = readers + 1, outside + is_out
    return counts


def _account(state: str) -> ReaderAccount:
    try:
        return ReaderAccount.from_json(state)
    except StateError:
        return ReaderAccount()  # it starts anew with the reader's next page


def _whole_band(clause: ShareClause, at: int) -> Band:
    bounds = clause.floor, clause.ceiling
    return Band(clause.id, at, clause.providers, *bounds, promised=bounds)
