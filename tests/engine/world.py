"""A small place of two worlds, with notes, a reader and a contract."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import numpy as np

from dukou.engine import (
    Cohort,
    Contract,
    EngineConfig,
    Group,
    LiveNotes,
    Page,
    Place,
    Prices,
    Reader,
    ShareClause,
    language_fit,
    rank,
)

NOW = datetime(2025, 1, 14, 12, 0, tzinfo=UTC)
NOW_MS = int(NOW.timestamp() * 1000)
LIN = Cohort("zh-Hans", "CN")
AMA = Cohort("en", "US")
MAYA = Cohort("en", "US", wave="2025-01")
TOPICS = 12
HOUR_MS = 3_600_000


def at_home(**changes: Any) -> ShareClause:
    """Residents see residents: 55 to 80 %, each reader."""
    given: dict[str, Any] = {
        "id": "residents-home",
        "readers": Group(arrival="resident"),
        "providers": Group(arrival="resident"),
        "floor": 0.55,
        "ceiling": 0.8,
        "band": True,
    }
    return ShareClause(**(given | changes))


def small_creators(**changes: Any) -> ShareClause:
    """Half of all exposure for authors below the median."""
    given: dict[str, Any] = {
        "id": "small-creators",
        "providers": Group(followers_below="median"),
        "floor": 0.5,
        "tier": 2,
    }
    return ShareClause(**(given | changes))


def make_place() -> Place:
    """Lin's, Ama's and Maya's cohorts; three languages; twelve topics."""
    return Place(
        cohorts=[LIN, AMA, MAYA],
        languages=["und", "zh-Hans", "en"],
        topics=[f"topic-{index}" for index in range(TOPICS)],
        zone="Asia/Shanghai",
    )


def make_notes(
    place: Place,
    count: int,
    *,
    seed: int = 0,
    newcomers: float = 0.5,
    authors: int | None = None,
    factors: int = 8,
) -> LiveNotes:
    """So many notes, ids from 1, drawn by seed."""
    rng = np.random.default_rng(seed)
    notes = LiveNotes(place, factors=factors, capacity=8)
    resident = (1 - newcomers) / 2
    of_author = rng.choice(3, size=authors or max(count // 3, 1), p=[resident, resident, newcomers])
    author = rng.integers(len(of_author), size=count)
    followers = rng.lognormal(4, 2, len(of_author)).astype(int)
    notes.add(
        np.arange(1, count + 1),
        authors=author + 1000,
        cohorts=of_author[author],
        languages=np.where(of_author[author] == 0, 1, 2),
        published=NOW_MS - rng.integers(0, 5 * 24 * HOUR_MS, size=count),
        topics=[rng.choice(TOPICS, size=2, replace=False).tolist() for _ in range(count)],
        factors=rng.normal(0, 0.2, size=(count, factors)),
        followers=followers[author],
        quality=rng.random(count),
    )
    return notes


def make_reader(place: Place, *, seed: int = 0, cohort: Cohort = LIN, **changes: Any) -> Reader:
    """A reader with tastes drawn by seed."""
    rng = np.random.default_rng((1, seed))
    given: dict[str, Any] = {
        "cohort": cohort,
        "topics": rng.random(TOPICS).astype(np.float32),
        "languages": language_fit(place, reads=[cohort.language], translated=["en", "zh"]),
        "factors": rng.normal(0, 0.2, size=8).astype(np.float32),
    }
    return Reader(**(given | changes))


def bare(*clauses: ShareClause, **changes: Any) -> Contract:
    """A contract of those clauses."""
    return Contract(shares=tuple(clauses), **changes)


def page_for(
    reader: Reader,
    notes: LiveNotes,
    contract: Contract,
    prices: Prices | None = None,
    *,
    seed: int = 7,
    now: datetime = NOW,
    **changes: Any,
) -> Page:
    """A page at NOW, drawn by seed."""
    return rank(
        reader,
        notes,
        contract,
        prices or Prices.start(contract, zone="Asia/Shanghai"),
        now=now,
        rng=np.random.default_rng(seed),
        **changes,
    )


def share_of(pages: Sequence[Page], clause: int = 0) -> float:
    """Share of the exposure on all of the pages that the clause's providers had."""
    base = sum(float(page.clause_base[clause]) for page in pages)
    return sum(float(page.clause_exposure[clause]) for page in pages) / base


def rescaled(config: EngineConfig, factor: float) -> EngineConfig:
    """The same with relevance that many times as large."""
    weights = [name for name in EngineConfig.__slots__ if name.endswith("_weight")]
    return replace(config, **{name: getattr(config, name) * factor for name in weights})
