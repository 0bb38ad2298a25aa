"""The contract: a versioned set of clauses about who is shown to whom."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, Self

import numpy as np

from dukou.engine.arrays import Floats
from dukou.engine.errors import ContractError
from dukou.engine.faults import Fault
from dukou.engine.groups import EVERYONE, NEWCOMERS, SAME, Group
from dukou.engine.place import Cohort

Window = Literal["hour", "day", "week"]
WINDOWS: tuple[Window, ...] = ("hour", "day", "week")
LONGEST_ID = 60
LONGEST_HOURS = 8760
"""A year: no promise to a first note runs longer."""
MOST = 1_000_000
"""Of any other whole number."""


def _no_reason() -> Mapping[str, str]:
    return MappingProxyType({})


def _check_window(of: str, window: str) -> None:
    if window not in WINDOWS:
        raise ContractError(f"{of}.window", Fault.NO_WINDOW, value=window)


def _check_whole(of: str, value: int, *, least: int = 1, most: int = MOST) -> None:
    if value < least:
        fault = Fault.TOO_SMALL if least else Fault.NEGATIVE
        raise ContractError(of, fault, value=value)
    if value > most:
        raise ContractError(of, Fault.TOO_LARGE, value=value, most=most)


def _check_share(of: str, share: float, *, above_0: bool = False) -> None:
    if 1 < share <= 100:
        value = int(share) if share == int(share) else share
        raise ContractError(of, Fault.PERCENT, value=value, share=round(share / 100, 6))
    if not 0 <= share <= 1 or (above_0 and share == 0):
        fault = Fault.NOT_SHARE_ABOVE_0 if above_0 else Fault.NOT_SHARE
        raise ContractError(of, fault, value=share)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareClause:
    """Of the exposure on the pages of `readers`, between `floor` and `ceiling` goes to `providers`.

    With `band` the bounds also hold for each reader by themselves, and the reader's dial moves
    inside them. Lower tiers are kept first when not all can be. In a place younger than
    `after_days` the clause waits. `reason` is its sense in plain words, by language.
    """

    id: str
    providers: Group
    readers: Group = EVERYONE
    floor: float = 0.0
    ceiling: float = 1.0
    window: Window = "day"
    band: bool = False
    tier: int = 1
    after_days: int = 0
    reason: Mapping[str, str] = field(default_factory=_no_reason, hash=False)

    def __post_init__(self) -> None:
        _check_id(self.id)
        for name in ("floor", "ceiling"):
            _check_share(f"{self.id}.{name}", getattr(self, name))
        if self.floor > self.ceiling:
            raise ContractError(
                f"{self.id}.floor",
                Fault.FLOOR_ABOVE_CEILING,
                floor=self.floor,
                ceiling=self.ceiling,
            )
        _check_window(self.id, self.window)
        _check_whole(f"{self.id}.tier", self.tier)
        _check_whole(f"{self.id}.after_days", self.after_days, least=0)
        if not self.readers.by_cohort_only or self.readers.language == SAME:
            raise ContractError(f"{self.id}.readers", Fault.READERS_BY_COHORT)
        if self.providers.is_nobody:
            raise ContractError(f"{self.id}.providers", Fault.NOBODY)
        object.__setattr__(self, "reason", MappingProxyType(dict(self.reason)))


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorCap:
    """At most `per_page` notes of an author on a page, and `share` of a window's exposure.

    Of what an author publishes within 24 hours the first `notes_a_day` stand beside others' notes,
    the rest come after them; 0 is any number.
    """

    per_page: int = 2
    share: float = 1.0
    window: Window = "day"
    notes_a_day: int = 0

    def __post_init__(self) -> None:
        _check_whole("author_cap.per_page", self.per_page)
        _check_share("author_cap.share", self.share, above_0=True)
        _check_window("author_cap", self.window)
        _check_whole("author_cap.notes_a_day", self.notes_a_day, least=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCap:
    """At most `per_page` notes with one topic on a page, and `share` of a window's exposure.

    It yields where the page would otherwise stay short: a place that has one subject may talk
    about it.
    """

    per_page: int = 8
    share: float = 1.0
    window: Window = "day"

    def __post_init__(self) -> None:
        _check_whole("topic_cap.per_page", self.per_page)
        _check_share("topic_cap.share", self.share, above_0=True)
        _check_window("topic_cap", self.window)


@dataclass(frozen=True, slots=True, kw_only=True)
class DebutClause:
    """Each of the first `notes` of a member of `providers` is promised up to `impressions`
    within `hours`, at most `per_page` such notes on a page."""

    providers: Group = NEWCOMERS
    notes: int = 3
    impressions: int = 100
    hours: int = 48
    per_page: int = 2

    def __post_init__(self) -> None:
        for name in ("notes", "impressions", "per_page"):
            _check_whole(f"debut.{name}", getattr(self, name))
        _check_whole("debut.hours", self.hours, most=LONGEST_HOURS)
        if not self.providers.by_cohort_only or self.providers.language == SAME:
            raise ContractError("debut.providers", Fault.DEBUTS_BY_COHORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exploration:
    """`slots` slots of a page are drawn at random: an author among all whom the reader may see,
    then one of their notes."""

    slots: int = 1

    def __post_init__(self) -> None:
        if self.slots not in (0, 1):
            raise ContractError("exploration.slots", Fault.NOT_0_OR_1, value=self.slots)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """A versioned set of clauses; their order is of no account.

    `shares` are kept sorted by id: arrays "by clause" follow that order everywhere.
    """

    version: int = 1
    shares: tuple[ShareClause, ...] = ()
    author_cap: AuthorCap = AuthorCap()
    topic_cap: TopicCap | None = None
    debut: DebutClause | None = None
    exploration: Exploration = Exploration()

    def __post_init__(self) -> None:
        _check_whole("version", self.version, most=10**15)  # may be a date and time
        counts = Counter(clause.id for clause in self.shares)
        for name, count in counts.items():
            if count > 1:
                raise ContractError(f"{name}.id", Fault.SAME_ID, count=count)
        object.__setattr__(self, "shares", tuple(sorted(self.shares, key=lambda c: c.id)))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the share clauses, in the order of every array by clause."""
        return tuple(clause.id for clause in self.shares)

    @property
    def floors(self) -> Floats:
        """The floor of each share clause; shape (clauses,)."""
        return np.array([clause.floor for clause in self.shares], dtype=np.float64)

    @property
    def ceilings(self) -> Floats:
        """The ceiling of each share clause; shape (clauses,)."""
        return np.array([clause.ceiling for clause in self.shares], dtype=np.float64)

    def speaks_of(self, reader: Cohort) -> tuple[bool, ...]:
        """For each share clause, whether readers of the cohort are among its readers."""
        return tuple(clause.readers.has_cohort(reader) for clause in self.shares)

    def in_force(self, *, place_days: int) -> Self:
        """The contract without the clauses that wait in a place of that age."""
        ripe = tuple(clause for clause in self.shares if clause.after_days <= place_days)
        return replace(self, shares=ripe)

    @classmethod
    def from_toml(cls, text: str) -> Self:
        """The contract written in TOML (see `docs/engine.md`).

        Raises: ContractError: names the line and the field and says what to write.
        """
        from dukou.engine.contract_toml import read

        return read(text, cls)

    def to_toml(self) -> str:
        """The contract as TOML that `from_toml` reads back to an equal one."""
        from dukou.engine.contract_toml import write

        return write(self)


def _check_id(name: str) -> None:
    if not name or not all(letter.isalnum() or letter in "-_" for letter in name):
        raise ContractError("share.id", Fault.NO_NAME, value=name)
    if len(name) > LONGEST_ID:
        raise ContractError("share.id", Fault.LONG_NAME, count=len(name), most=LONGEST_ID)
