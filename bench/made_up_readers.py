"""Chooses the settings of fair prices on readers who do not exist, so that `steam.py` may judge.

    PYTHONPATH=src python bench/made_up_readers.py [--json FILE]

Three made-up places, each with tastes of low rank, popular and unpopular notes, and providers of
very unlike size; none of their numbers is taken from real data. For each setting: the NDCG that
its front reaches at five levels of Gini and of min/max, on the mean of the places.
"""

import argparse
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from dukou.engine.fairness import FairPrices
from fronts import Point, discounts, point, relevance_at

SLOTS = 10
WEIGHTS = (0.0, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
LEVELS = {"gini": (-0.4, -0.3, -0.2, -0.1, -0.05), "min_max": (0.05, 0.1, 0.2, 0.4, 0.8)}
GRID = {"alpha": (1.0, 2.0, 3.0), "response": (0.1, 0.3, 1.0), "warm_up": (10, 30, 60)}


class Readers(NamedTuple):
    """Relevance of each note to each reader, shape (readers, notes), and whose each note is."""

    relevance: np.ndarray
    providers: np.ndarray


def main() -> None:
    """Prints every setting, the best first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    places = [made_up(seed) for seed in range(3)]
    found = []
    for values in itertools.product(*GRID.values()):
        setting = dict(zip(GRID, values, strict=True))
        reached = np.mean([list(levels(place, setting)) for place in places], axis=0)
        found.append(setting | {"ndcg": float(reached.mean())})
    found.sort(key=lambda one: -one["ndcg"])
    for one in found:
        print("  ".join(f"{name} {value:<6.4g}" for name, value in one.items()))
    if options.json:
        options.json.write_text(json.dumps(found, indent=2))


def made_up(seed: int, *, readers: int = 1_200, notes: int = 500, providers: int = 30) -> Readers:
    """A place: the first providers have many notes, and popularity goes by chance."""
    rng = np.random.default_rng(seed)
    sizes = rng.lognormal(0.0, 1.0, providers)
    owner = np.concatenate(
        (np.arange(providers), rng.choice(providers, notes - providers, p=sizes / sizes.sum()))
    )
    rank = 8
    taste = rng.normal(0, 1, (readers, rank)) @ rng.normal(0, 1, (rank, notes)) / rank**0.5
    liked = rng.normal(0, 0.6, notes) + 0.4 * rng.normal(0, 1, providers)[owner]
    relevance = np.exp(0.6 * (taste + liked))
    hidden = np.argsort(rng.random((readers, notes)), axis=1)[:, 200:]
    np.put_along_axis(relevance, hidden, 0.0, axis=1)
    return Readers(relevance, owner)


def levels(place: Readers, setting: dict[str, float]) -> Iterator[float]:
    """NDCG of the setting's front at each level; where it does not reach, its least."""
    front = [one_pass(place, weight, setting) for weight in WEIGHTS]
    least = min(one.ndcg for one in front)
    for measure, values in LEVELS.items():
        for value in values:
            yield max(relevance_at(front, measure, value), least)


def one_pass(place: Readers, weight: float, setting: dict[str, float]) -> Point:
    """All readers once, in the order in which they were made up."""
    prices = FairPrices.start(
        int(place.providers.max()) + 1,
        weight=weight,
        arrivals=len(place.relevance),
        **setting,  # type: ignore[arg-type]  # warm_up is whole
    )
    worth, total = discounts(SLOTS), 0.0
    for relevance in place.relevance:
        near = np.argpartition(-relevance, 200)[:200]
        page = near[prices.page(relevance[near], place.providers[near], worth)]
        prices.step(place.providers[page])
        best = np.sort(relevance[near])[::-1][:SLOTS]
        total += float(relevance[page] @ worth / (best @ worth))
    return point(total / len(place.relevance), prices.given)


if __name__ == "__main__":
    main()
