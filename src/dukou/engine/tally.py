"""Exposure by author or by topic in a cap's window, and who has had all that the cap allows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

_Key = TypeVar("_Key", int, str)
_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class TallyReport(Generic[_Key]):
    """What a process counted since its last report, in the window that began at `since`."""

    counts: dict[_Key, float] = field(default_factory=dict)
    since: int = 0


@dataclass(slots=True)
class _Full(Generic[_Key]):
    """The most that one may have, as of a minute, and who has it."""

    minute: int
    most: float
    keys: set[_Key]


@dataclass(slots=True)
class Tally(Generic[_Key]):
    """Exposure since `since`, the start of a window: `published` by all processes, `reported` what
    this one has handed over since, `fresh` what it has not."""

    published: dict[_Key, float] = field(default_factory=dict)
    reported: dict[_Key, float] = field(default_factory=dict)
    fresh: dict[_Key, float] = field(default_factory=dict)
    since: int = 0
    _full: _Full[_Key] | None = field(default=None, repr=False, compare=False)

    def __getitem__(self, key: _Key) -> float:
        return self.published.get(key, 0.0) + self.reported.get(key, 0.0) + self.fresh.get(key, 0.0)

    def enter(self, counts: Mapping[_Key, float]) -> None:
        """Counts what one page gave."""
        _add(self.fresh, counts)
        full = self._full
        if full is not None:
            full.keys.update(key for key in counts if self[key] >= full.most)

    def roll(self, start: int) -> None:
        """Forgets everything where another window has begun."""
        if start != self.since:
            self.published, self.reported, self.fresh = {}, {}, {}
            self.since, self._full = start, None

    def full(self, minute: int, most: float) -> set[_Key]:
        """Those who have had `most`, a bound that holds for a minute."""
        if self._full is None or self._full.minute != minute:
            known = self.published.keys() | self.reported.keys() | self.fresh.keys()
            self._full = _Full(minute, most, {key for key in known if self[key] >= most})
        return self._full.keys

    def needs_bound(self, minute: int) -> bool:
        """Whether `full` will look at the bound that it is given."""
        return self._full is None or self._full.minute != minute

    def hand_over(self) -> TallyReport[_Key]:
        """What was counted since the last time, to be merged into what is published."""
        fresh, self.fresh = self.fresh, {}
        _add(self.reported, fresh)
        return TallyReport(fresh, self.since)

    def merge(self, report: TallyReport[_Key]) -> None:
        """Takes a process's report into what is published, where it is of the same window."""
        if report.since == self.since:
            _add(self.published, report.counts)
            self._full = None

    def adopt(self, other: "Tally[_Key]") -> None:
        """Takes up what is published; what was not yet reported stays counted."""
        is_same = other.since == self.since or not self.since
        if is_same:
            self.since = other.since
        self.published = dict(other.published) if is_same else {}
        self.reported, self._full = {}, None

    def copy(self) -> "Tally[_Key]":
        """The same counts, independent of this one."""
        return Tally(dict(self.published), dict(self.reported), dict(self.fresh), self.since)


def _add(total: dict[_Key, float], more: Mapping[_Key, float]) -> None:
    for key, exposure in more.items():
        total[key] = total.get(key, 0.0) + exposure
