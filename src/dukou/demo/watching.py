"""Watches the pages of a wave with the reader model's own eyes, for benches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dukou.lab.taste import Look, Taste, appeal


@dataclass(frozen=True)
class Seen:
    """One served page as the watcher notes it; `looks` and `plain` top first.

    `hour` is counted from the wave's first; `day` is the place's own, from midnight to midnight.
    """

    hour: int
    day: date
    reader: int
    is_resident: bool
    taste: Taste
    exposure: Sequence[float]
    looks: Sequence[Look]
    plain: Sequence[Look]
    by_resident: Sequence[bool]
    by_small: Sequence[bool]


@dataclass(frozen=True)
class Shares:
    """What readers were shown; shares from 0 to 1.

    `residents_share_day`: of residents' notes on residents' pages, on the day when it was least.
    `residents_share_late`: the same in the second half of the wave alone. `days_outside_band`:
    of all days on which a resident read, those whose pages lie outside the band. The other two
    are those of the second half.
    """

    residents_share_day: float
    residents_share_late: float
    days_outside_band: float
    small_creators_share: float
    relevance_kept: float


@dataclass
class Watch:
    """Collects pages; each resident's pages of a day are to lie between floor and ceiling."""

    floor: float
    ceiling: float
    pages: list[Seen] = field(default_factory=list)

    def see(self, page: Seen) -> None:
        """Note one served page."""
        self.pages.append(page)

    def shares(self, hours: int) -> Shares:
        """What came of a wave of so many hours: by the day, as the contract promises it, and in
        the second half, when the wave is at its height."""
        late = [page for page in self.pages if page.hour >= hours // 2]
        residents = [page for page in self.pages if page.is_resident]
        days = _by((page.day, page) for page in residents)
        own = _by(((page.day, page.reader), page) for page in residents)
        outside = [not self.floor <= _home(pages) <= self.ceiling for pages in own.values()]
        return Shares(
            residents_share_day=min(map(_home, days.values()), default=0.0),
            residents_share_late=_home([page for page in late if page.is_resident]),
            days_outside_band=sum(outside) / max(len(outside), 1),
            small_creators_share=_share([(page.exposure, page.by_small) for page in late]),
            relevance_kept=_relevance(late),
        )


def _by(pages: Iterable[tuple[Hashable, Seen]]) -> dict[Hashable, list[Seen]]:
    found: dict[Hashable, list[Seen]] = defaultdict(list)
    for key, page in pages:
        found[key].append(page)
    return found


def _home(pages: list[Seen]) -> float:
    """Share of residents' notes."""
    return _share([(page.exposure, page.by_resident) for page in pages])


def _share(pages: list[tuple[Sequence[float], Sequence[bool]]]) -> float:
    whole = sum(sum(exposure) for exposure, _ in pages)
    part = sum(
        worth
        for exposure, marks in pages
        for worth, mark in zip(exposure, marks, strict=True)
        if mark
    )
    return part / whole if whole else 0.0


def _relevance(pages: list[Seen]) -> float:
    """Expected liking of what was shown, as part of what plain ranking would have shown."""
    shown = sum(_liking(page.taste, page.exposure, page.looks) for page in pages)
    plain = sum(_liking(page.taste, page.exposure, page.plain) for page in pages)
    return shown / plain if plain else 1.0


def _liking(taste: Taste, exposure: Sequence[float], looks: Sequence[Look]) -> float:
    return sum(worth * appeal(taste, look) for worth, look in zip(exposure, looks, strict=False))
