"""Chooses the settings of fair prices on readers who do not exist, so that `steam.py` may judge.

    PYTHONPATH=src python bench/made_up_readers.py [--json FILE]

Three made-up places, each with tastes of low rank, popular and unpopular notes, and providers of
very unlike size; none of their numbers is taken from real data. For each setting: the NDCG that
its front reaches at some levels of each measure, on the mean of the places. Settings are chosen
by Gini and min/max; then, with these, how much the lower half shall count by MMF.
"""

import argparse
import itertools
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np

from dukou.engine.fairness import FairPrices
from fronts import Point, discounts, point, relevance_at

SLOTS = 10
WEIGHTS = (0.0, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
LEVELS = {
    "mmf": (0.2, 0.25, 0.3, 0.35, 0.4, 0.45),
    "gini": (-0.4, -0.3, -0.2, -0.1, -0.05),
    "min_max": (0.05, 0.1, 0.2, 0.4, 0.8),
}
GRID = {"alpha": (1.0, 2.0, 3.0), "response": (0.1, 0.3, 1.0), "warm_up": (10, 30, 60)}
LOWER_HALF = (0.0, 0.3, 0.6, 1.0, 2.0)


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
    settings = [
        dict(zip(GRID, values, strict=True)) for values in itertools.product(*GRID.values())
    ]
    found = sorted((reached(places, one) for one in settings), key=chosen_by, reverse=True)
    best = {name: found[0][name] for name in GRID}
    found += [reached(places, best | {"lower_half": value}) for value in LOWER_HALF]
    for one in found:
        print("  ".join(f"{name} {value:<6.4g}" for name, value in one.items()))
    if options.json:
        options.json.write_text(json.dumps(found, indent=2))


def reached(places: list[Readers], setting: dict[str, float]) -> dict[str, float]:
    """The setting with the NDCG that it keeps at each measure's levels, on average."""
    runs = [levels(place, setting) for place in places]
    return setting | {measure: float(np.mean([run[measure] for run in runs])) for measure in LEVELS}


def chosen_by(one: dict[str, float]) -> float:
    """What settings are chosen by."""
    return one["gini"] + one["min_max"]


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


def levels(place: Readers, setting: dict[str, float]) -> dict[str, list[float]]:
    """NDCG of the setting's front at each level; where it does not reach, its least."""
    front = [one_pass(place, weight, setting) for weight in WEIGHTS]
    least = min(one.ndcg for one in front)
    return {
        measure: [max(relevance_at(front, measure, value), least) for value in values]
        for measure, values in LEVELS.items()
    }


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
