"""Each reader's own band: the bounds that hold for their pages, and their own price."""

from dataclasses import dataclass
from types import MappingProxyType

from dukou.engine.arrays import Floats, Ints
from dukou.engine.config import EngineConfig
from dukou.engine.contract import Contract
from dukou.engine.groups import SAME, Group
from dukou.engine.pacing import Needed
from dukou.engine.reader import DIAL_END, Entry, Reader, ReaderAccount

HOME = "~home"
"""The band of readers whom no clause gives one: any share of their own language, by the dial."""
_TOLERANCE = 0.005


@dataclass(frozen=True, slots=True)
class Band:
    """Bounds on the share of `providers` on a reader's own pages."""

    clause: str
    index: int
    """The clause's place in the contract; -1 for HOME."""
    providers: Group
    low: float
    high: float
    promised: tuple[float, float]
    """The contract's bounds, before the dial."""
    since: int = 0
    """When the window in which the band holds began, in milliseconds; 0 for HOME: it has none."""


def bands(
    reader: Reader,
    contract: Contract,
    bounds: Needed,
    config: EngineConfig,
    *,
    starts: Ints | None = None,
) -> tuple[Band, ...]:
    """The bands of a reader: those of the contract's clauses, or HOME where there is none.

    The dial narrows each: towards the reader's own world, or across the river. It stays inside
    the bounds that can be attained.

    Args:
        starts: when each clause's running window began, in milliseconds; shape (clauses,).
    """
    found = []
    for index, clause in enumerate(contract.shares):
        if clause.band and clause.readers.has_cohort(reader.cohort):
            home = clause.providers.has_cohort(reader.cohort, reader.cohort)
            low, high = float(bounds.low[index]), float(bounds.high[index])
            low, high = _narrowed(low, high, reader.dial if home else -reader.dial, config)
            promised = (clause.floor, clause.ceiling)
            since = 0 if starts is None else int(starts[index])
            found.append(Band(clause.id, index, clause.providers, low, high, promised, since))
    if not found and reader.dial:
        low, high = _narrowed(0.0, 1.0, reader.dial, config)
        found.append(Band(HOME, -1, Group(language=SAME), low, high, (0.0, 1.0)))
    return tuple(found)


def of_window(account: ReaderAccount, found: tuple[Band, ...]) -> ReaderAccount:
    """The account without what belongs to a window that is over: a day promised by itself may
    not be paid for with the surplus of the day before."""
    over = {band.clause for band in found if account[band.clause].since != band.since}
    kept = {name: entry for name, entry in account.entries.items() if name not in over}
    return ReaderAccount(MappingProxyType(kept)) if len(kept) < len(account.entries) else account


def due(band: Band, entry: Entry, exposure: float, config: EngineConfig) -> tuple[float, float]:
    """Share of the next page's exposure, at least and at most, that keeps the account inside."""
    whole = config.own_memory * entry.base + exposure
    delivered = config.own_memory * entry.delivered
    low = min(max((band.low * whole - delivered) / exposure, 0.0), 1.0)
    high = min(max((band.high * whole - delivered) / exposure, 0.0), 1.0)
    return low, max(low, high)


def next_account(
    account: ReaderAccount,
    found: tuple[Band, ...],
    *,
    exposure: float,
    delivered: Floats,
    prices: Floats,
    config: EngineConfig,
) -> ReaderAccount:
    """The account after a page: earlier pages of the window fade, the last price is kept to be
    shown. An account that lies in the band after every page of a window does so unfaded as well.

    Args:
        exposure: of the page.
        delivered: exposure of each band's providers.
        prices: the reader's own, in IQRs, for each band.
    """
    if exposure <= 0.0:
        return account
    entries = dict(account.entries)
    for at, band in enumerate(found):
        was = account[band.clause]
        entries[band.clause] = Entry(
            config.own_memory * was.delivered + float(delivered[at]),
            config.own_memory * was.base + exposure,
            float(prices[at]),
            band.since,
        )
    return ReaderAccount(MappingProxyType(entries))


def is_outside(band: Band, entry: Entry) -> bool:
    """Whether the account lies outside what the contract promises."""
    low, high = band.promised
    share = entry.delivered / entry.base if entry.base > 0.0 else low
    return not low - _TOLERANCE <= share <= high + _TOLERANCE


def _narrowed(low: float, high: float, dial: float, config: EngineConfig) -> tuple[float, float]:
    part = config.dial_narrowing * (high - low) * dial / DIAL_END
    return low + max(-part, 0.0), high - max(part, 0.0)
