"""How fast a page is ranked, beside a plain top-k over the same notes in the same process.

    python bench/rank_speed.py [--notes 100000] [--json FILE]

One core. The plain top-k is the product of all notes' factors with the reader's and the twenty
largest: no topics, authors, languages, freshness, clauses, diversity or reasons.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from dukou.engine import (
    Cohort,
    Contract,
    Group,
    LiveNotes,
    Place,
    Prices,
    Reader,
    ShareClause,
    language_fit,
    rank,
)

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
    rng = np.random.default_rng(1)
    notes = many_notes(options.notes, rng)
    contract = eight_clauses()
    prices = Prices.start(contract, zone="Asia/Shanghai")
    prices.lower[:] = 0.3
    readers = [make_reader(notes.place, rng) for _ in range(20)]
    queries = [reader.factors for reader in readers]

    def page(number: int) -> None:
        rank(
            readers[number % 20],
            notes,
            contract,
            prices,
            now=NOW,
            rng=np.random.default_rng(number),
        )

    def plain(number: int) -> None:
        score = notes.factors @ queries[number % 20]
        best = np.argpartition(score, -20)[-20:]
        best[np.argsort(-score[best])]

    plain_ms, page_ms = side_by_side([plain, page], options.rounds)
    scan_ms, copy_ms = large_scan(rng)
    figures = {
        "notes": options.notes,
        "plain_p50_ms": quantile(plain_ms, 0.5),
        "plain_p95_ms": quantile(plain_ms, 0.95),
        "page_p50_ms": quantile(page_ms, 0.5),
        "page_p95_ms": quantile(page_ms, 0.95),
        "ratio_to_topk_100k": quantile(page_ms, 0.95) / quantile(plain_ms, 0.95),
        "ratio_to_bandwidth_1m": quantile(scan_ms, 0.5) / quantile(copy_ms, 0.5),
        "bytes_per_note": notes.nbytes / options.notes,
        "bytes_per_member": 4 * (FACTORS + TOPICS),
    }
    table(figures)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))


def on_one_core() -> None:
    """Starts over with numpy held to one thread, which it takes from the environment at load."""
    names = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
    if any(os.environ.get(name) != "1" for name in names):
        os.environ.update(dict.fromkeys(names, "1"))
        os.execv(sys.executable, [sys.executable, *sys.argv])


def many_notes(count: int, rng: np.random.Generator) -> LiveNotes:
    """Notes of two worlds, nine in ten by newcomers, a week old at most."""
    place = Place(
        cohorts=[Cohort("zh-Hans"), Cohort("en"), Cohort("en", wave="2025-01")],
        languages=["und", "zh-Hans", "en"],
        topics=[f"topic-{number}" for number in range(TOPICS)],
        zone="Asia/Shanghai",
    )
    notes = LiveNotes(place, factors=FACTORS, capacity=count)
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


def large_scan(rng: np.random.Generator) -> tuple[list[float], list[float]]:
    """The scan of a million notes' factors, and a copy of as many bytes: the machine's limit.

    The scan reads every byte once; the copy reads and writes half of them each.
    """
    factors = rng.normal(0, 0.1, size=(LARGE, FACTORS)).astype(np.float32)
    query = factors[0].copy()
    half = factors[: LARGE // 2]
    target = np.empty_like(half)
    scan_ms, copy_ms = side_by_side(
        [lambda _: factors @ query, lambda _: np.copyto(target, half)], 15
    )
    return scan_ms, copy_ms


def side_by_side(tasks: list[Callable[[int], object]], rounds: int) -> list[list[float]]:
    """Milliseconds of each task, one after the other in every round, so that all share the day."""
    for task in tasks:
        task(0)
    times: list[list[float]] = [[] for _ in tasks]
    for number in range(rounds):
        for task, found in zip(tasks, times, strict=True):
            start = time.perf_counter()
            task(number)
            found.append(1000 * (time.perf_counter() - start))
    return times


def quantile(values: list[float], part: float) -> float:
    """A quantile of the times."""
    return float(np.quantile(values, part))


def table(figures: dict[str, float]) -> None:
    """The figures side by side."""
    print(f"20 from {figures['notes']:,} live notes, 8 clauses, one core")
    print(f"{'':24}{'p50 ms':>10}{'p95 ms':>10}")
    print(f"{'plain numpy top-k':24}{figures['plain_p50_ms']:10.2f}{figures['plain_p95_ms']:10.2f}")
    print(f"{'rank, with reasons':24}{figures['page_p50_ms']:10.2f}{figures['page_p95_ms']:10.2f}")
    print(f"ratio at p95 {figures['ratio_to_topk_100k']:.2f}")
    print(f"scan of 1,000,000 over memory bandwidth {figures['ratio_to_bandwidth_1m']:.2f}")
    print(
        f"bytes a note {figures['bytes_per_note']:.0f}, a member {figures['bytes_per_member']:.0f}"
    )


if __name__ == "__main__":
    main()
