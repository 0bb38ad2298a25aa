"""Promises to newcomers: impressions for their first notes, issued, paced and kept."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Self

from dukou.engine.clock import millis
from dukou.engine.contract import DebutClause
from dukou.engine.errors import StateError

if TYPE_CHECKING:
    from dukou.engine.page import Page

_HOUR_MS = 3_600_000
_MINUTE_MS = 60_000
_PRIOR = 0.1
_PACED_PART = 0.87
_LEAST_TIME = 0.02
_OVERDUE = 100.0
_SLOT_WORTH = 0.7
_PROMISED_PART = 0.6
_PART_OF_ROOM = 0.02
_ROOM_PART = 0.38
_MEMORY = 0.995


@dataclass(slots=True)
class Promise:
    """Impressions promised to a note until `deadline` (milliseconds), and those given.

    `expected`: matching pages forecast when it was issued. `matched`: matching pages so far.
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

    def urgency(self, at: int) -> "Urgency":
        """How much the promise must be helped from now on; none once over or kept, and while what
        readers see of the note by itself is ahead of an even pace.

        Paced to be kept a little before the end: what is missing then cannot be made up.
        """
        whole = self.deadline - self.issued
        elapsed, paced = at - self.issued, _PACED_PART * whole
        if not self.is_open(at) or self.given * paced >= self.impressions * elapsed:
            return Urgency()
        rate = (_PRIOR * self.expected + self.matched) / (_PRIOR * whole + elapsed)
        left = max(paced - elapsed, _LEAST_TIME * whole)
        pace = self.missing * paced / (self.impressions * left)
        return Urgency(
            self.missing / max(_SLOT_WORTH * rate * left, 1e-9),
            pace if elapsed < paced else _OVERDUE,
        )


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
        """A promise for a newcomer's note, as large as can be kept.

        At most the clause's impressions, a part of the pages that are likely to match, and a
        part of what all pages until the deadline can carry less what is owed already: in a wave
        promises grow smaller, and are kept. What can be carried is less than half of the slots:
        a slot is worth less than one impression, and until then others come to be promised some.
        A note that has a promise keeps it.

        Args:
            pages_expected: pages of counted readers forecast until the deadline.
            match: part of them that this note matches (see `match_share`); by default that of
                all promises so far.
        """
        if note_id in self.promises:
            return self.promises[note_id]
        at = millis(now)
        matching = (self.match_rate if match is None else match) * max(pages_expected, 0.0)
        owed = sum(p.missing for p in self.promises.values() if at < p.deadline)
        room = max(_ROOM_PART * clause.per_page * max(pages_expected, 0.0) - owed, 0.0)
        promise = Promise(
            note_id=note_id,
            issued=at,
            deadline=at + clause.hours * _HOUR_MS,
            impressions=int(
                min(clause.impressions, _PROMISED_PART * matching, _PART_OF_ROOM * room)
            ),
            expected=matching,
        )
        self.promises[note_id] = promise
        self._open_minute = -1
        return promise

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
        for slot in page.slots:
            if slot.note_id in self.promises:
                self._count(slot.note_id, Counted(given=slot.exposure))
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
