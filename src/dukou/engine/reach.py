"""Why a note reached few: reasons from how it stands with the readers of late, in no language yet.

The other side of `explain`: there a reader asks why a note stands on their page, here an author
asks why it stands on so few. Each reason carries the facts of one sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from dukou.engine.config import EngineConfig
from dukou.engine.debut import Promise
from dukou.engine.matching import Match, match_share

MOST = 4
_FEW = 0.5
_FADED = 0.5
_DEFAULT = EngineConfig()

Closed: TypeAlias = Literal["audience", "hidden", "copy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far a note came, and what decides on it.

    `readers`, `pages`: readers with an account who were served it, and pages that it stood on.
    `views`: exposure of these places. `closed`: why it can stand on no page at all, None where
    it can. `matches`, `weights`: how it stands with the readers of late, and their pages.
    `hours_old`: since it was published. `author_share`: of all exposure in the cap's window that
    the author's notes had, `cap_share` what they may have. `crowded`: how many notes of an author
    stand beside others' in a day, where this one came after so many; else 0.
    """

    readers: int
    pages: int
    views: float
    closed: Closed | None
    matches: Sequence[Match]
    weights: Sequence[float]
    hours_old: float
    promise: Promise | None = None
    author_share: float = 0.0
    cap_share: float = 1.0
    capped: bool = False
    crowded: int = 0

    @property
    def pages_lately(self) -> int:
        """Pages that the matches speak of."""
        return round(sum(self.weights))

    @property
    def competes(self) -> int:
        """Those of them that the note is a candidate for by relevance."""
        return round(sum(w for m, w in zip(self.matches, self.weights, strict=True) if m.competes))

    @property
    def matching(self) -> float:
        """Part of them in whose readers' top interest it lies."""
        return match_share(self.matches, self.weights) or 0.0

    @property
    def rank(self) -> float:
        """Part of the live notes that it beats for the reader in the middle."""
        return float(np.median([m.rank for m in self.matches])) if self.matches else 0.0

    @property
    def read_directly(self) -> float:
        """Part of the pages whose readers read its language."""
        return self._part([m.language >= 1.0 for m in self.matches])

    @property
    def read_at_all(self) -> float:
        """The same with those for whom it can be translated."""
        return self._part([m.language > 0.0 for m in self.matches])

    def _part(self, flags: list[bool]) -> float:
        whole = sum(self.weights)
        some = sum(w for flag, w in zip(flags, self.weights, strict=True) if flag)
        return some / whole if whole > 0.0 else 0.0


@dataclass(frozen=True, slots=True)
class ReachSoFar:
    """What it has come to."""

    readers: int
    pages: int
    views: float


@dataclass(frozen=True, slots=True)
class ReachClosed:
    """It can stand on no page of Explore: by its audience, hidden, or as a copy of another."""

    why: Closed


@dataclass(frozen=True, slots=True)
class ReachOwed:
    """The contract still owes it views."""

    promise: Promise


@dataclass(frozen=True, slots=True)
class ReachCapped:
    """Its author has had what one author may have in the window; the note rests till the next."""

    share: float


@dataclass(frozen=True, slots=True)
class ReachCrowded:
    """It came after so many others of its author within a day; these stand beside others' notes,
    it comes after them."""

    notes: int


@dataclass(frozen=True, slots=True)
class ReachNobody:
    """Nobody has read lately."""


@dataclass(frozen=True, slots=True)
class ReachLanguage:
    """Few of the readers of late read its language: `direct` do, `all` with a translation."""

    direct: float
    all: float


@dataclass(frozen=True, slots=True)
class ReachInterest:
    """For most readers other notes are nearer: it competes for so many of their pages."""

    competes: int
    pages: int
    rank: float


@dataclass(frozen=True, slots=True)
class ReachAged:
    """Newer notes come first by now."""

    hours: float
    freshness: float


@dataclass(frozen=True, slots=True)
class ReachWell:
    """Nothing holds it back: it competes for most pages."""

    competes: int
    pages: int


ReachReason: TypeAlias = (
    ReachSoFar
    | ReachClosed
    | ReachOwed
    | ReachCapped
    | ReachCrowded
    | ReachNobody
    | ReachLanguage
    | ReachInterest
    | ReachAged
    | ReachWell
)


def explain_reach(
    reach: Reach, *, now: int, config: EngineConfig = _DEFAULT
) -> tuple[ReachReason, ...]:
    """At most four reasons: how far it came first, then what decides on it, weightiest first.

    Args:
        now: milliseconds.
    """
    found: list[ReachReason] = [ReachSoFar(reach.readers, reach.pages, reach.views)]
    if reach.closed is not None:
        return (*found, ReachClosed(reach.closed))
    promise = reach.promise
    if promise is not None and promise.missing > 0.5 and now < promise.deadline:
        found.append(ReachOwed(promise))
    if reach.capped:
        found.append(ReachCapped(reach.cap_share))
    if reach.crowded:
        found.append(ReachCrowded(reach.crowded))
    if not reach.matches:
        return (*found, ReachNobody())[:MOST]
    if reach.read_directly < _FEW:
        found.append(ReachLanguage(reach.read_directly, reach.read_at_all))
    if reach.competes < _FEW * reach.pages_lately or reach.rank < _FEW:
        found.append(ReachInterest(reach.competes, reach.pages_lately, reach.rank))
    freshness = freshness_at(reach.hours_old, config)
    if freshness < _FADED:
        found.append(ReachAged(reach.hours_old, freshness))
    if len(found) == 1:
        found.append(ReachWell(reach.competes, reach.pages_lately))
    return tuple(found[:MOST])


def freshness_at(hours: float, config: EngineConfig = _DEFAULT) -> float:
    """Part of a new note's freshness that is left after so many hours."""
    return float(0.5 ** (max(hours, 0.0) / config.freshness_half_life_hours))
