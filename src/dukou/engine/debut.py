"""Promises to newcomers: impressions for their first notes, issued, raised, paced and kept."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Self

from dukou.engine.allotment import HOUR_MS, Allotment, shared_out
from dukou.engine.clock import millis
from dukou.engine.contract import DebutClause
from dukou.engine.errors import StateError

if TYPE_CHECKING:
    from dukou.engine.page import Page

_MINUTE_MS = 60_000
_PRIOR = 0.1
"""How much the forecast of matching pages counts: as though a tenth of the promise's time had
gone by it."""
_PACED_PART = 0.87
"""Part of a promise's time in which it is paced to be kept: what is missing after it can hardly
be made up, since a page carries few promises and the last readers may not come."""
_LEAST_TIME = 0.02
"""Part of its time that is always taken to be left: urgency stays finite."""
_OVERDUE = 100.0
"""How late a promise is that its pace has run out on: before all others."""
_SLOT_WORTH = 0.7
"""Exposure of a slot in the lower rows of a page's upper half, where most promises are kept."""
_PART_OF_MATCHING = 0.6
"""Impressions for each page that a note matches: more would put it on nearly every page of those
who like it, and forecasts err."""
_MEMORY = 0.995
"""How much of what was known of matches stays with each page: some 200 pages are remembered."""


@dataclass(slots=True)
class Promise:
    """Impressions promised to a note until `deadline` (milliseconds), and those given.

    `impressions` may be raised and never shrinks. `expected`: matching pages forecast when it was
    issued. `matched`: matching pages so far.
    """

    note_id: int
    issued: int
    deadline: int
    impressions: int
    expected: float
    given: float = 0.0
    matched: float = 0.0

    @property
    def missing(self) -> float:
        """Impressions still owed."""
        return max(self.impressions - self.given, 0.0)

    def is_open(self, at: int) -> bool:
        """Whether something is owed and there is time left for it."""
        return self.missing > 0.0 and self.issued <= at < self.deadline

    def may_grow(self, at: int) -> bool:
        """Whether its hour is not over, after which `Debuts.share_out` may raise it."""
        return self.is_open(at) and self.issued // HOUR_MS == at // HOUR_MS

    def urgency(self, at: int) -> "Urgency":
        """How much the promise must be helped from now on; none once over or kept, and while what
        readers see of the note by itself is ahead of an even pace.

        Paced to be kept a little before the end: what is missing then cannot be made up.
        """
        whole = self.deadline - self.issued
        elapsed, paced = at - self.issued, _PACED_PART * whole
        if not self.is_open(at) or self.given * paced >= self.impressions * elapsed:
            return Urgency()
        left = max(paced - elapsed, _LEAST_TIME * whole)
        pace = self.missing * paced / (self.impressions * left)
        return Urgency(
            self.missing / max(_SLOT_WORTH * self._matching(at) * left, 1e-9),
            pace if elapsed < paced else _OVERDUE,
        )

    def can_be_given(self, at: int) -> float:
        """Impressions that it can come to, as its readers came so far."""
        matching = self._matching(at) * max(self.deadline - at, 0)
        return self.given + _PART_OF_MATCHING * matching

    def _matching(self, at: int) -> float:
        """Matching pages in a millisecond."""
        whole = self.deadline - self.issued
        return (_PRIOR * self.expected + self.matched) / (_PRIOR * whole + at - self.issued)


class Urgency(NamedTuple):
    """`part` of the matching pages still expected that must carry the note, which may be above 1;
    and how many times as fast as at an even pace that is."""

    part: float = 0.0
    late: float = 1.0


class Counted(NamedTuple):
    """What a process gave a note since its last report: impressions, and matching pages."""

    given: float = 0.0
    matched: float = 0.0


@dataclass(slots=True)
class Debuts:
    """All promises of a place, and what was learnt of how many pages match one.

    `match_rate`: part of pages that an open promise matches. Urgencies hold for a minute.
    Several processes each keep a copy: `report` hands over what one has counted, `adopt` takes
    up the promises with the counts of all.
    """

    promises: dict[int, Promise] = field(default_factory=dict)
    match_rate: float = 0.2
    _fresh: dict[int, Counted] = field(default_factory=dict, repr=False, compare=False)
    _open: dict[int, Urgency] = field(default_factory=dict, repr=False, compare=False)
    _open_minute: int = field(default=-1, repr=False, compare=False)

    def issue(
        self,
        note_id: int,
        clause: DebutClause,
        *,
        pages_expected: float,
        now: datetime,
        match: float | None = None,
    ) -> Promise:
        """A promise for a newcomer's note, as large as can be kept whoever else may come.

        At most the clause's impressions, a part of the pages that are likely to match, and a
        part of what its hour may promise (`Allotment`): in a wave promises grow smaller, and are
        kept; after a quiet hour `share_out` raises them. A note that has a promise keeps it. One
        of no impressions is none, and nothing is kept of it.

        Args:
            pages_expected: pages of counted readers forecast until the deadline.
            match: part of them that this note matches (see `match_share`); by default that of
                all promises so far.
        """
        if note_id in self.promises:
            return self.promises[note_id]
        at = millis(now)
        matching = (self.match_rate if match is None else match) * max(pages_expected, 0.0)
        hour = Allotment.of(
            at // HOUR_MS, self.promises.values(), clause, pages_expected=pages_expected, at=at
        )
        promise = Promise(
            note_id=note_id,
            issued=at,
            deadline=at + clause.hours * HOUR_MS,
            impressions=int(min(clause.impressions, _PART_OF_MATCHING * matching, hour.next)),
            expected=matching,
        )
        if promise.impressions > 0:
            self.promises[note_id] = promise
            self._open_minute = -1
        return promise

    def share_out(
        self, clause: DebutClause, *, pages_expected: float, now: datetime
    ) -> list[Promise]:
        """What the hour before this one left of its allotment, shared out among its promises that
        are not kept yet; those that were raised.

        The smallest are raised first, none above the clause's impressions or what its readers
        can give as they came so far. To be called once in each hour.

        Args:
            pages_expected: pages of counted readers forecast for the clause's hours.
        """
        at = millis(now)
        hour = at // HOUR_MS - 1
        allotment = Allotment.of(
            hour, self.promises.values(), clause, pages_expected=pages_expected, at=at
        )
        mine = [p for p in self.promises.values() if p.issued // HOUR_MS == hour and p.is_open(at)]
        had = [promise.impressions for promise in mine]
        most = [int(min(clause.impressions, promise.can_be_given(at))) for promise in mine]
        raised = []
        for promise, size in zip(mine, shared_out(had, most, allotment.left), strict=True):
            if size > promise.impressions:
                promise.impressions = size
                raised.append(promise)
        self._open_minute = -1
        return raised

    def open(self, now: datetime) -> dict[int, Urgency]:
        """Urgency of every promise that is neither kept nor over, by note id; none where it need
        not be helped for now."""
        at = millis(now)
        if at // _MINUTE_MS != self._open_minute:
            self._open = {
                note: promise.urgency(at)
                for note, promise in self.promises.items()
                if promise.is_open(at)
            }
            self._open_minute = at // _MINUTE_MS
        return self._open

    def step(self, page: "Page") -> None:
        """Counts what a page gave; called once for every page that was served."""
        if not page.counted:
            return
        for note_id in page.debuts_matched:
            if note_id in self.promises:
                self._count(note_id, Counted(matched=1.0))
        for note_id, exposure in zip(page.note_ids, page.columns.exposures, strict=True):
            if note_id in self.promises:
                self._count(note_id, Counted(given=exposure))
        if page.debuts_open:
            part = len(page.debuts_matched) / page.debuts_open
            self.match_rate = _MEMORY * self.match_rate + (1.0 - _MEMORY) * part

    def report(self) -> dict[int, Counted]:
        """What was counted since the last report, by note; counting then begins anew."""
        counted, self._fresh = self._fresh, {}
        return counted

    def adopt(self, promises: Iterable[Promise]) -> None:
        """Takes up the promises as all processes have counted them; what this one has not yet
        reported stays counted, and promises that are not among them are dropped."""
        self.promises = {promise.note_id: replace(promise) for promise in promises}
        self._open_minute = -1
        fresh, self._fresh = self._fresh, {}
        for note_id, counted in fresh.items():
            if note_id in self.promises:
                self._count(note_id, counted)

    def forget(self, before: datetime) -> None:
        """Drops the promises whose time was over before then."""
        at = millis(before)
        for note_id in [note for note, promise in self.promises.items() if promise.deadline < at]:
            self.withdraw(note_id)

    def withdraw(self, note_id: int) -> None:
        """Forgets the promise of a note that was taken away."""
        self.promises.pop(note_id, None)
        self._open.pop(note_id, None)
        self._fresh.pop(note_id, None)

    def _count(self, note_id: int, counted: Counted) -> None:
        promise, before = self.promises[note_id], self._fresh.get(note_id, Counted())
        promise.given += counted.given
        promise.matched += counted.matched
        self._fresh[note_id] = Counted(
            before.given + counted.given, before.matched + counted.matched
        )
        if promise.missing <= 0.0:
            self._open.pop(note_id, None)

    def to_json(self) -> str:
        """All of it as a JSON object."""
        return json.dumps(
            {
                "promises": [asdict(promise) for promise in self.promises.values()],
                "match_rate": self.match_rate,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The promises that `to_json` wrote.

        Raises: StateError: another form.
        """
        try:
            values = json.loads(text)
            promises = [Promise(**promise) for promise in values["promises"]]
            by_note = {promise.note_id: promise for promise in promises}
            return cls(by_note, float(values["match_rate"]))
        except (json.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise StateError("debuts", f"{type(error).__name__}: {error}") from error
