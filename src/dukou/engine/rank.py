"""Ranking a page: candidates, relevance, prices, quotas, and why each note stands there."""

from dataclasses import replace
from datetime import datetime
from math import isfinite

import numpy as np

from dukou.engine.accounts import Standing
from dukou.engine.arrays import Bools, Floats
from dukou.engine.bands import HOME, Band, bands, is_outside, next_account, of_window
from dukou.engine.config import EngineConfig
from dukou.engine.contest import Contest, contest, field_of
from dukou.engine.contract import Contract
from dukou.engine.debut import Debuts
from dukou.engine.draws import Draws, draw
from dukou.engine.errors import BadInput, ShapeMismatch, StateError
from dukou.engine.exposure import SLOTS, slot_exposure
from dukou.engine.fill import Filled, Rules, fill
from dukou.engine.notes import LiveNotes
from dukou.engine.page import Page, PlainPage
from dukou.engine.pressure import Pressure, gained, pressure
from dukou.engine.prices import Prices
from dukou.engine.reader import Reader
from dukou.engine.relevance import Asked, scan
from dukou.engine.slots import slots_of

_DEFAULT = EngineConfig()


def rank(
    reader: Reader,
    notes: LiveNotes,
    contract: Contract,
    prices: Prices,
    *,
    now: datetime,
    rng: np.random.Generator,
    slots: int = SLOTS,
    columns: int = 2,
    config: EngineConfig = _DEFAULT,
    debuts: Debuts | None = None,
    chances: Floats | None = None,
) -> Page:
    """The next page of a reader under the contract.

    Nothing is changed: call `prices.step(page)` and `debuts.step(page)` once the page is
    served, and keep `page.account` as the reader's. The same arguments and the same state of
    `rng` give the same page. A page is shorter than `slots` only where no more may be shown.

    Args:
        now: an aware time.
        rng: draws the exploration slot and the debuts of this page.
        columns: notes that stand side by side, for the exposure of each slot.
        chances: measured exposure of each slot (see `slot_chances`), 0 and up, above 0 for the
            first; shape (slots,) or longer. By default `slot_exposure` with the configured
            patience.
    Raises: StateError: the prices are those of another contract. ShapeMismatch: fewer chances
        than slots. BadInput: chances that no page can be counted with.
    """
    if prices.contract is not contract and prices.contract.ids != contract.ids:
        raise StateError("prices", f"of {prices.contract.ids}, the contract has {contract.ids}")
    worth = _worth(chances, slots, columns, config)
    with notes.lock:
        found = scan(reader, notes, config, now)
        drawn = draw(found, notes, contract, debuts, slots=slots, now=now, rng=rng, config=config)
        standing = prices.standing(now, config)
        own = bands(reader, contract, prices.reachable, config, starts=standing.start)
        account = of_window(reader.account, own)
        if account is not reader.account:
            reader = replace(reader, account=account)
        which = contest(
            reader,
            notes,
            contract,
            prices,
            found,
            drawn,
            own,
            worth=worth,
            now=now,
            config=config,
        )
        field = field_of(which, notes, which.base, config)
        plain = fill(field, _no_rules(which, contract), which.worth)
        speaks = np.array(contract.speaks_of(reader.cohort), dtype=bool)
        debut = _debut_gain(which)
        hold = pressure(
            which,
            contract,
            prices,
            standing,
            own,
            reader.account,
            speaks=speaks,
            debut=debut,
            lowest=min((float(which.base[at]) for at in plain.notes), default=0.0),
            config=config,
        )
        more = gained(hold.shared + hold.own, which.members) + debut
        score, rules = which.base + more, hold.rules(which, contract, config)
        filled = fill(field.scored(score), rules, which.worth)
        if len(filled.notes) < len(which.worth) and which.capped.any():
            behind = _behind(score, which.capped, penalty=field.penalty)
            rules = rules._replace(open=np.ones_like(rules.open))
            filled = fill(field.scored(behind), rules, which.worth)
        return _page(
            reader, notes, contract, config, now, found.asked, drawn, own, which, plain, speaks,
            standing, hold, filled,
        )  # fmt: skip


def _worth(chances: Floats | None, slots: int, columns: int, config: EngineConfig) -> Floats:
    """Exposure of each slot of the page."""
    if chances is None:
        return slot_exposure(slots, columns, config.patience)
    if len(chances) < slots:
        raise ShapeMismatch("chances", chances.shape, (slots,))
    worth = np.asarray(chances[:slots], dtype=np.float64)
    values = worth.tolist()
    if not (isfinite(sum(values)) and min(values) >= 0.0 < values[0]):
        raise BadInput("chances that are not finite, below 0, or 0 for the first slot")
    return worth


def _no_rules(which: Contest, contract: Contract) -> Rules:
    """The rules of the plain page: only what is no matter of the contract's clauses."""
    clauses, notes = which.members.shape
    all_notes = np.ones(notes, dtype=bool)
    return Rules(
        members=which.members,
        low=np.zeros(clauses),
        high=np.ones(clauses),
        order=(),
        good=all_notes,
        open=all_notes,
        per_author=contract.author_cap.per_page,
        slack=1.0,
        fixed=which.fixed,
        per_topic=contract.topic_cap.per_page if contract.topic_cap else 0,
    )


def _behind(score: Floats, capped: Bools, *, penalty: float) -> Floats:
    """The score with notes of authors who used up their share after all others: where authors are
    few each has soon had more than a cap allows, and a page must not stay empty for it."""
    return score - capped * (float(np.ptp(score)) + 2.0 * penalty + 1.0)


def _debut_gain(which: Contest) -> np.ndarray:
    gain = np.zeros(len(which.rows))
    for at, urgency in which.debuts.items():
        gain[at] = 2.0 * which.scale * min(urgency, 1.0)
    return gain


def _page(
    reader: Reader,
    notes: LiveNotes,
    contract: Contract,
    config: EngineConfig,
    now: datetime,
    asked: Asked,
    drawn: Draws,
    own: tuple[Band, ...],
    which: Contest,
    plain: Filled,
    speaks: Bools,
    standing: Standing,
    hold: Pressure,
    filled: Filled,
) -> Page:
    clauses = len(contract.shares)
    exposure = float(which.worth[: len(filled.notes)].sum())
    at_bands = [clauses if band.clause == HOME else band.index for band in own]
    account = next_account(
        reader.account,
        own,
        exposure=exposure,
        delivered=filled.exposure[at_bands],
        prices=hold.own[at_bands] / max(which.scale, 1e-12),
        config=config,
    )
    outside = np.zeros(clauses, dtype=bool)
    for band in own:
        if band.index >= 0:
            outside[band.index] = is_outside(band, account[band.clause])
    ids = notes.column("id")
    return Page(
        contract_version=contract.version,
        columns=slots_of(
            reader,
            notes,
            contract,
            drawn,
            own,
            which,
            speaks,
            standing,
            hold,
            filled,
            asked=asked,
            now=now,
            config=config,
        ),
        plain=PlainPage(
            tuple(int(ids[which.rows[at]]) for at in plain.notes),
            np.where(speaks, plain.exposure[:clauses], 0.0),
        ),
        exposure=exposure,
        clause_base=np.where(speaks, exposure, 0.0),
        clause_exposure=np.where(speaks, filled.exposure[:clauses], 0.0),
        natural=np.where(speaks, filled.natural[:clauses], 0.0),
        feasible=hold.feasible[:clauses],
        unavoidable=hold.unavoidable[:clauses],
        own_price=hold.own[:clauses] / max(which.scale, 1e-12),
        spread=which.spread,
        account=account if reader.counted else reader.account,
        reader_outside=outside,
        eligible=drawn.eligible,
        debuts_open=drawn.open,
        debuts_matched=drawn.matched,
        counted=reader.counted,
        topic_exposure=_topic_exposure(notes, which, filled) if contract.topic_cap else {},
    )


def _topic_exposure(notes: LiveNotes, which: Contest, filled: Filled) -> dict[str, float]:
    """Exposure of each topic; a note counts for every one of its topics."""
    found: dict[str, float] = {}
    sets = notes.column("topic_set")[which.rows[filled.notes]].tolist()
    for of, worth in zip(sets, which.worth.tolist(), strict=False):
        for topic in notes.topic_sets[of]:
            name = notes.place.topics[topic]
            found[name] = found.get(name, 0.0) + worth
    return found
