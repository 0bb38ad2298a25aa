"""Watches the pages of a wave with the reader model's own eyes, for benches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dukou.lab.taste import Look, Taste, appeal


@dataclass(frozen=True)
class Seen:
    """One served page as the watcher notes it; `looks` and `plain` top first."""

    hour: int
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
    """What readers were shown; shares from 0 to 1."""

    residents_share: float
    readers_outside_band: float
    small_creators_share: float
    relevance_kept: float


@dataclass
class Watch:
    """Collects pages; a reader with at least `few_pages` has a share of their own."""

    floor: float
    ceiling: float
    few_pages: int
    pages: list[Seen] = field(default_factory=list)

    def see(self, page: Seen) -> None:
        """Note one served page."""
        self.pages.append(page)

    def second_half(self, hours: int) -> Shares:
        """Shares over the second half of the wave; the readers' bands over all of it, since the
        contract promises them by the day."""
        late = [page for page in self.pages if page.hour >= hours // 2]
        residents = [page for page in late if page.is_resident]
        return Shares(
            residents_share=_share([(page.exposure, page.by_resident) for page in residents]),
            readers_outside_band=self._outside([page for page in self.pages if page.is_resident]),
            small_creators_share=_share([(page.exposure, page.by_small) for page in late]),
            relevance_kept=_relevance(late),
        )

    def _outside(self, pages: list[Seen]) -> float:
        own: dict[int, list[Seen]] = defaultdict(list)
        for page in pages:
            own[page.reader].append(page)
        shares = [
            _share([(page.exposure, page.by_resident) for page in read])
            for read in own.values()
            if len(read) >= self.few_pages
        ]
        outside = sum(not self.floor <= share <= self.ceiling for share in shares)
        return outside / len(shares) if shares else 0.0


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
