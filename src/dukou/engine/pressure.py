"""What the contract adds to a page: prices on notes, and quotas where prices are not enough."""

from typing import NamedTuple

import numpy as np

from dukou.engine.accounts import Standing
from dukou.engine.arrays import Bools, Floats, Ints
from dukou.engine.bands import Band, due
from dukou.engine.config import EngineConfig
from dukou.engine.contest import Contest
from dukou.engine.contract import Contract
from dukou.engine.fill import Rules
from dukou.engine.own_price import own_price
from dukou.engine.prices import Prices
from dukou.engine.reader import ReaderAccount

_LAST_TIER = 1_000


class Pressure(NamedTuple):
    """The contract's hold on one page.

    `shared`, `own`: what a note of each clause's providers gains; shape (clauses,), in the
    contest's order of clauses. `low`, `high`: quotas of the page. `order`: clauses with a
    quota, first to be kept first. `feasible`, `unavoidable`: most and least share that the
    notes at hand allow.
    """

    shared: Floats
    own: Floats
    low: Floats
    high: Floats
    order: tuple[int, ...]
    feasible: Floats
    unavoidable: Floats
    good: Bools

    def rules(self, which: Contest, contract: Contract, config: EngineConfig) -> Rules:
        """The quotas as `fill` takes them."""
        return Rules(
            members=which.members,
            low=self.low,
            high=self.high,
            order=self.order,
            good=self.good,
            open=~which.capped,
            per_author=contract.author_cap.per_page,
            slack=config.quota_slack,
            fixed=which.fixed,
            due=tuple(which.debuts),
            due_by=max(len(which.worth) // 2, 1),
            per_topic=contract.topic_cap.per_page if contract.topic_cap else 0,
            resting=which.resting,
        )


def pressure(
    which: Contest,
    contract: Contract,
    prices: Prices,
    standing: Standing,
    own: tuple[Band, ...],
    account: ReaderAccount,
    *,
    speaks: Bools,
    lowest: float,
    debut: Floats,
    config: EngineConfig,
) -> Pressure:
    """Prices and quotas of one page.

    Where the reader has a band of their own, it is their own price and quota that keep it: all
    bands kept, the whole is, and a common price would also press on readers who need none.

    Args:
        speaks: clauses of the contract that speak of the reader; shape (clauses,).
        lowest: relevance of the plain page's last note.
        debut: score that promises add to each note.
    """
    size = len(which.members)
    good = which.base >= lowest - config.relevance_floor * which.scale
    open_ = ~which.capped & which.unseen
    usable = good & open_
    feasible, others = _reachable_shares(usable, which, contract)
    shared, personal = np.zeros(size), np.zeros(size)
    low, high = np.zeros(size), np.ones(size)
    clauses = len(contract.shares)
    cap = config.price_cap
    # One by one: clauses are few, and an operation on arrays takes longer than all of them.
    gain = (prices.lower - prices.upper + config.proportional * standing.outside).tolist()
    due_low, due_high = standing.due.low.tolist(), standing.due.high.tolist()
    most, least = feasible.tolist(), others.tolist()
    by_themselves = {band.index for band in own}
    for at, spoken in enumerate(speaks.tolist()):
        if not spoken or at in by_themselves:
            continue
        shared[at] = max(min(gain[at], cap), -cap) * which.scale
        if due_low[at] > config.guard_at * most[at]:
            low[at] = due_low[at]
        if 1.0 - due_high[at] > config.guard_at * least[at]:
            high[at] = due_high[at]
    tiers = [clause.tier for clause in contract.shares] + [_LAST_TIER] * (size - clauses)
    for band in own:
        at = band.index if band.index >= 0 else size - 1
        low[at], high[at] = due(band, account[band.clause], which.exposure, config)
    score = which.base + gained(shared, which.members) + debut
    for band in own:
        at = band.index if band.index >= 0 else size - 1
        # Over all that may stand on the page, not only what a quota may take: another clause's
        # price can bring notes from below the floor, and a price blind to them goes too far.
        personal[at] = own_price(
            score,
            which.members[at],
            open_,
            which.worth,
            float(low[at]),
            float(high[at]),
            cap * which.scale,
            kernel=which.kernel,
        )
        score += personal[at] * which.members[at]
    order = [at for at in range(size) if low[at] > 0.0 or high[at] < 1.0]
    order.sort(key=lambda at: (tiers[at], at))
    return Pressure(shared, personal, low, high, tuple(order), feasible, 1.0 - others, good)


def gained(gains: Floats, members: Bools) -> Floats:
    """What each note gains from the clauses of which it is; shape (notes,)."""
    found = np.zeros(members.shape[1])
    for gain, of_clause in zip(gains.tolist(), members, strict=True):
        if gain:  # most clauses add nothing
            found += gain * of_clause
    return found


def _reachable_shares(usable: Bools, which: Contest, contract: Contract) -> tuple[Floats, Floats]:
    """Largest part of a page's exposure that each clause's notes could fill, and the others."""
    per_author, members = contract.author_cap.per_page, which.members
    if which.kernel is not None:
        inside, others = which.kernel.places(members, usable, which.authors, per_author)
    else:
        inside = _places(members & usable, which.authors, per_author)
        others = _places(~members & usable, which.authors, per_author)
    best = np.concatenate(([0.0], np.cumsum(which.worth))) / which.exposure
    most = len(which.worth)
    return best[np.minimum(inside, most)], best[np.minimum(others, most)]


def _places(members: Bools, authors: Ints, per_author: int) -> Ints:
    """Places of a page that each clause's notes could fill; shape (clauses,)."""
    clauses, notes = members.shape
    _, numbered = np.unique(authors, return_inverse=True)
    apart = numbered + notes * np.arange(clauses)[:, None]  # each clause's authors by themselves
    counts = np.bincount(apart[members], minlength=members.size).reshape(members.shape)
    return np.asarray(np.minimum(counts, per_author).sum(axis=1))
