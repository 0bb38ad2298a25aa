"""Replaying pages that were served under another contract: what it would have changed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import numpy as np

from dukou.engine.allotment import HOUR_MS
from dukou.engine.arrays import Floats, Ints
from dukou.engine.bands import Band, is_outside
from dukou.engine.clock import millis, window_start
from dukou.engine.config import EngineConfig
from dukou.engine.contract import Contract, DebutClause, ShareClause
from dukou.engine.debut import Debuts, Promise
from dukou.engine.notes import LiveNotes
from dukou.engine.page import Page
from dukou.engine.place import Cohort
from dukou.engine.prices import Prices
from dukou.engine.rank import rank
from dukou.engine.reader import Entry, Reader, ReaderAccount

_SEEN = 0.5
"""Chance of being seen from which a reader is taken to have seen a slot: more likely than not."""
_IN_TIME = 1.0
"""Impressions that a promise may lack and be in time: they do not come in parts."""
_DEFAULT = EngineConfig()


@dataclass(frozen=True, slots=True)
class PastPage:
    """A page of the log: who was served it and when.

    `who` names the reader, `session` their walk down the feed; `reader` is what is known of them,
    without what they were served and their account, which the replay keeps by itself.
    """

    who: int
    session: int
    reader: Reader
    at: datetime
    seed: int
    columns: int = 2


@dataclass(frozen=True, slots=True)
class FirstNote:
    """A note that a debut clause may speak of: which of its author's it is, from 1, where the
    author came from, and when it was published."""

    note_id: int
    ordinal: int
    origin: Cohort
    at: datetime


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of the pages; arrays by measured clause.

    `share`: of the exposure on its readers' pages that went to its providers, NaN where none of
    its readers came. `readers`, `outside`: readers on whose pages it holds one by one, and those
    whose last pages lay outside it. `relevance`: sum over all places, each by its exposure.
    `promises`: first notes with impressions promised, and `behind`: those that end the replay
    with less than their time has come to, or than was promised.
    """

    pages: int
    share: Floats
    readers: Ints
    outside: Ints
    relevance: float
    promises: int
    behind: int


@dataclass(slots=True)
class _Reading:
    """What a reader has been served in this replay."""

    account: ReaderAccount = field(default_factory=ReaderAccount)
    session: int = 0
    in_session: list[int] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)
    entries: dict[int, Entry] = field(default_factory=dict)


class Replay:
    """Serves past pages again under a contract, and measures clauses that may be of another one.

    Pages are to be given in the order of time. `measure` is the yardstick: the same for two
    replays that are to be compared. Prices start from `prices` and learn with every page; call
    `begin` after a first round of pages to measure what they come to.

    Args:
        firsts: notes that may be promised readers, where the contract promises any.
        pages_an_hour: of those that are replayed, to say how many can be promised.
        sample: part of all pages that are replayed; promises are made smaller by as much.
    """

    def __init__(
        self,
        contract: Contract,
        notes: LiveNotes,
        *,
        measure: Sequence[ShareClause],
        prices: Prices,
        config: EngineConfig = _DEFAULT,
        firsts: Sequence[FirstNote] = (),
        pages_an_hour: float = 0.0,
        sample: float = 1.0,
    ) -> None:
        self.contract, self.notes, self.config = contract, notes, config
        self.measure = tuple(measure)
        self.firsts = sorted(firsts, key=lambda first: (first.at, first.note_id))
        self.pages_an_hour, self.sample = pages_an_hour, sample
        self.prices = _priced_as(prices, contract)
        self.begin()

    def begin(self) -> None:
        """Forgets what was served, but not what the prices have learnt."""
        self.prices = _priced_as(self.prices, self.contract)
        self.readings: dict[int, _Reading] = {}
        self.debuts, self.waiting, self.last = Debuts(), list(self.firsts), 0
        self.hour = 0
        self.pages, self.relevance = 0, 0.0
        self.delivered = np.zeros(len(self.measure))
        self.base = np.zeros(len(self.measure))

    def serve(self, past: PastPage) -> Page:
        """The page as it would have been, counted."""
        self._promise(past.at)
        reading = self.readings.setdefault(past.who, _Reading(session=past.session))
        if reading.session != past.session:
            reading.session, reading.in_session = past.session, []
        reader = replace(
            past.reader,
            session=tuple(reading.in_session),
            seen=tuple(reading.seen),
            account=reading.account,
        )
        with self.notes.lock:  # its notes may not go before they are counted
            page = rank(
                reader,
                self.notes,
                self.contract,
                self.prices,
                now=past.at,
                rng=np.random.default_rng(past.seed),
                columns=past.columns,
                config=self.config,
                debuts=self.debuts,
            )
            self._count(page, reader, reading, past.at)
        self.debuts.step(page)
        self.prices.step(page, now=past.at, config=self.config)
        reading.account = page.account
        reading.in_session += page.note_ids
        reading.seen += [slot.note_id for slot in page.slots if slot.exposure >= _SEEN]
        return page

    def result(self) -> Replayed:
        """What came of the pages so far."""
        readers = np.zeros(len(self.measure), dtype=np.int64)
        outside = np.zeros(len(self.measure), dtype=np.int64)
        for reading in self.readings.values():
            for at, entry in reading.entries.items():
                readers[at] += 1
                outside[at] += is_outside(_whole(self.measure[at], at), entry)
        known = self.base > 0.0
        share = np.where(known, self.delivered / np.where(known, self.base, 1.0), np.nan)
        made = [promise for promise in self.debuts.promises.values() if promise.impressions > 0]
        behind = sum(_is_behind(promise, self.last) for promise in made)
        return Replayed(self.pages, share, readers, outside, self.relevance, len(made), behind)

    def _promise(self, now: datetime) -> None:
        """Promises readers to what was published since the last page. Before the first one, what
        is older counts as kept up to then."""
        is_first, self.last = not self.last, millis(now)
        clause = self.contract.debut
        if clause is None:
            return
        while self.waiting and self.waiting[0].at <= now:
            first = self.waiting.pop(0)
            if _speaks_of(clause, first, now):
                self._pass_time(clause, first.at, counts_as_kept=is_first)
                self.debuts.issue(
                    first.note_id,
                    self._of_sample(clause),
                    pages_expected=self.pages_an_hour * clause.hours,
                    now=first.at,
                )
        self._pass_time(clause, now, counts_as_kept=is_first)

    def _pass_time(self, clause: DebutClause, until: datetime, *, counts_as_kept: bool) -> None:
        """Shares out at the start of every hour what the one before left, as a place does whether
        or not anybody comes; hours are counted from the first event.

        `counts_as_kept`: no page was served yet. What may be promised depends on what was given
        and matched by then, so both are brought up to each moment.
        """
        hour = millis(until) // HOUR_MS
        self.hour = self.hour or hour
        while self.hour < hour:
            self.hour += 1
            start = datetime.fromtimestamp(self.hour * HOUR_MS / 1000, UTC)
            if counts_as_kept:
                self._count_as_kept(start)
            pages = self.pages_an_hour * clause.hours
            self.debuts.share_out(self._of_sample(clause), pages_expected=pages, now=start)
        if counts_as_kept:
            self._count_as_kept(until)

    def _count_as_kept(self, until: datetime) -> None:
        """Every promise as given at an even pace, and matched as was forecast, until then."""
        for promise in self.debuts.promises.values():
            over = (millis(until) - promise.issued) / (promise.deadline - promise.issued)
            promise.given = over * promise.impressions
            promise.matched = over * promise.expected

    def _of_sample(self, clause: DebutClause) -> DebutClause:
        """The clause for as much less as the pages are fewer."""
        return replace(clause, impressions=max(round(self.sample * clause.impressions), 1))

    def _count(self, page: Page, reader: Reader, reading: _Reading, now: datetime) -> None:
        worth = np.array([slot.exposure for slot in page.slots])
        rows = self.notes.rows(page.note_ids)
        self.pages += 1
        self.relevance += sum(slot.exposure * slot.terms.relevance for slot in page.slots)
        for at, clause in enumerate(self.measure):
            if not clause.readers.has_cohort(reader.cohort):
                continue
            inside = self.notes.in_group(clause.providers, rows, reader=reader.cohort)
            delivered, base = float(worth[inside].sum()), float(worth.sum())
            self.delivered[at] += delivered
            self.base[at] += base
            if clause.band:
                since = millis(window_start(now, clause.window, self.prices.zone))
                was, kept = reading.entries.get(at, Entry()), self.config.own_memory
                if was.since != since:
                    was = Entry(since=since)
                reading.entries[at] = was._replace(
                    delivered=kept * was.delivered + delivered, base=kept * was.base + base
                )


def _priced_as(prices: Prices, contract: Contract) -> Prices:
    """Prices of the contract with nothing served yet, each clause priced as it was."""
    moved, fresh = prices.under(contract), Prices.start(contract, zone=prices.zone)
    fresh.lower, fresh.upper, fresh.scale = moved.lower, moved.upper, moved.scale
    return fresh


def _speaks_of(clause: DebutClause, first: FirstNote, now: datetime) -> bool:
    """Whether the clause promises the note anything, and there is time left for it."""
    return (
        first.ordinal <= clause.notes
        and clause.providers.has_cohort(first.origin)
        and now - first.at < timedelta(hours=clause.hours)
    )


def _is_behind(promise: Promise, at: int) -> bool:
    part = min((at - promise.issued) / (promise.deadline - promise.issued), 1.0)
    return promise.given < part * promise.impressions - _IN_TIME


def _whole(clause: ShareClause, at: int) -> Band:
    bounds = clause.floor, clause.ceiling
    return Band(clause.id, at, clause.providers, *bounds, promised=bounds)
