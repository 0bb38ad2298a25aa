"""How fast a page is ranked, with the compiled kernel and by numpy alone, beside a plain numpy
top-k over the same notes in the same process.

    python bench/rank_speed.py [--notes 100000] [--json FILE]

One core, milliseconds of its time (others on the machine then count for less). The plain top-k is
the product of all notes' factors, as 32-bit floats, with the reader's, and the twenty largest: no
topics, authors, languages, freshness, clauses, diversity or reasons. The limit of memory at a
million notes is a copy of as many bytes as the scan reads and writes: levels, step, topics, author,
what is the same for all readers, and the score.
"""

import argparse
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from dukou.engine import (
    Cohort,
    Contract,
    EngineConfig,
    Group,
    LiveNotes,
    Place,
    Prices,
    Reader,
    ShareClause,
    language_fit,
    rank,
)
from dukou.engine.kernel import kernel
from dukou.engine.relevance import scan
from one_core import on_one_core

NOW = datetime(2025, 1, 14, 12, 0, tzinfo=UTC)
NOW_MS = int(NOW.timestamp() * 1000)
FACTORS = 64
TOPICS = 60
LARGE = 1_000_000


def main() -> None:
    """Measures, prints the table, writes the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    on_one_core()
    figures = pages(options.notes, options.rounds) | large_scan()
    table(figures)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))


def pages(count: int, rounds: int) -> dict[str, float]:
    """Times of a page both ways, and of the plain top-k."""
    ways = {"numpy": many_notes(count, compiled=False)}
    if kernel() is not None:
        ways["kernel"] = many_notes(count, compiled=True)
    contract, rng = eight_clauses(), np.random.default_rng(2)
    prices = Prices.start(contract, zone="Asia/Shanghai")
    prices.lower[:] = 0.3
    readers = [make_reader(ways["numpy"].place, rng) for _ in range(20)]
    factors = ways["numpy"].factors

    def ranking(notes: LiveNotes) -> Callable[[int], object]:
        def page(number: int) -> None:
            chance = np.random.default_rng(number)
            rank(readers[number % 20], notes, contract, prices, now=NOW, rng=chance)

        return page

    def plain(number: int) -> None:
        score = factors @ readers[number % 20].factors
        best = np.argpartition(score, -20)[-20:]
        best[np.argsort(-score[best])]

    plain_ms, *page_ms = side_by_side([plain, *map(ranking, ways.values())], rounds)
    quickest = page_ms[-1]
    figures = {
        "notes": count,
        "plain_p50_ms": quantile(plain_ms, 0.5),
        "plain_p95_ms": quantile(plain_ms, 0.95),
        "ratio_to_topk_100k": quantile(quickest, 0.95) / quantile(plain_ms, 0.95),
        "bytes_per_note": ways[[*ways][-1]].nbytes / count,
        "bytes_per_member": 4 * (FACTORS + TOPICS),
    }
    for way, found in zip(ways, page_ms, strict=True):
        figures[f"{way}_p50_ms"] = quantile(found, 0.5)
        figures[f"{way}_p95_ms"] = quantile(found, 0.95)
    return figures


def many_notes(count: int, *, compiled: bool) -> LiveNotes:
    """Notes of two worlds, nine in ten by newcomers, a week old at most."""
    rng = np.random.default_rng(1)
    place = Place(
        cohorts=[Cohort("zh-Hans"), Cohort("en"), Cohort("en", wave="2025-01")],
        languages=["und", "zh-Hans", "en"],
        topics=[f"topic-{number}" for number in range(TOPICS)],
        zone="Asia/Shanghai",
    )
    notes = LiveNotes(place, factors=FACTORS, capacity=count, compiled=compiled)
    cohorts = rng.choice(3, size=count, p=[0.08, 0.02, 0.9])
    notes.add(
        np.arange(1, count + 1),
        authors=rng.integers(1, count // 5, size=count),
        cohorts=cohorts,
        languages=np.where(cohorts == 0, 1, 2),
        published=NOW_MS - rng.integers(0, 7 * 86_400_000, size=count),
        topics=[topics.tolist() for topics in rng.integers(0, TOPICS, size=(count, 2))],
        factors=rng.normal(0, 0.1, size=(count, FACTORS)),
        followers=rng.lognormal(4, 2, size=count).astype(np.int64),
        quality=rng.random(count),
        bridging=0.2 * rng.random(count),
    )
    return notes


def make_reader(place: Place, rng: np.random.Generator) -> Reader:
    """A resident who likes some topics and reads Chinese."""
    return Reader(
        cohort=place.cohorts[0],
        topics=(rng.random(TOPICS) ** 3).astype(np.float32),
        languages=language_fit(place, reads=["zh-Hans"], translated=["en"]),
        factors=rng.normal(0, 0.1, size=FACTORS).astype(np.float32),
        seen=rng.integers(1, 10_000, size=500).tolist(),
    )


def eight_clauses() -> Contract:
    """Clauses on arrival, language, followers and topics, all of which bind."""

    def share(name: str, floor: float, ceiling: float = 1.0, **group: object) -> ShareClause:
        providers = Group(**group)  # type: ignore[arg-type]  # fields by name
        return ShareClause(id=name, providers=providers, floor=floor, ceiling=ceiling)

    residents = Group(arrival="resident")
    return Contract(
        shares=(
            ShareClause(
                id="home",
                readers=residents,
                providers=residents,
                floor=0.55,
                ceiling=0.8,
                band=True,
            ),
            share("newcomers", 0.1, arrival="newcomer"),
            share("small", 0.5, followers_below="median"),
            share("new-names", 0.2, followers_below=100),
            share("chinese", 0.3, 0.9, language="zh"),
            share("food", 0.03, topic="topic-1"),
            share("cats", 0.03, topic="topic-2"),
            share("one-topic", 0.0, 0.2, topic="topic-3"),
        )
    )


def large_scan() -> dict[str, float]:
    """The scan of a million notes beside a copy of as many bytes: the machine's limit."""
    notes = many_notes(LARGE, compiled=True)
    reader = make_reader(notes.place, np.random.default_rng(3))
    whole = LARGE * (notes.levels.itemsize * FACTORS + 5 * 4)
    source = np.ones(whole // 2, dtype=np.uint8)
    target = np.empty_like(source)
    config = EngineConfig()
    scan_ms, copy_ms = side_by_side(
        [lambda _: scan(reader, notes, config, NOW), lambda _: np.copyto(target, source)], 31
    )
    return {
        "scan_1m_ms": quantile(scan_ms, 0.5),
        "ratio_to_bandwidth_1m": quantile(scan_ms, 0.5) / quantile(copy_ms, 0.5),
    }


def side_by_side(tasks: list[Callable[[int], object]], rounds: int) -> list[list[float]]:
    """Milliseconds of each task, one after the other in every round, so that all share the day."""
    for task in tasks:
        task(0)
    times: list[list[float]] = [[] for _ in tasks]
    for number in range(rounds):
        for task, found in zip(tasks, times, strict=True):
            start = time.process_time()
            task(number)
            found.append(1000 * (time.process_time() - start))
    return times


def quantile(values: list[float], part: float) -> float:
    """A quantile of the times."""
    return float(np.quantile(values, part))


def table(figures: dict[str, float]) -> None:
    """The figures side by side."""
    print(f"20 from {figures['notes']:,} live notes, 8 clauses, one core")
    print(f"{'':32}{'p50 ms':>10}{'p95 ms':>10}")
    names = {"plain": "plain numpy top-k", "numpy": "rank, with reasons, by numpy"}
    for way, name in (names | {"kernel": "rank, with the kernel"}).items():
        if f"{way}_p50_ms" in figures:
            times = f"{figures[f'{way}_p50_ms']:10.2f}{figures[f'{way}_p95_ms']:10.2f}"
            print(f"{name:32}{times}")
    print(f"ratio at p95 {figures['ratio_to_topk_100k']:.2f}")
    print(
        f"scan of 1,000,000 in {figures['scan_1m_ms']:.1f} ms, over memory bandwidth "
        f"{figures['ratio_to_bandwidth_1m']:.2f}"
    )
    print(
        f"bytes a note {figures['bytes_per_note']:.0f}, a member {figures['bytes_per_member']:.0f}"
    )


if __name__ == "__main__":
    main()
