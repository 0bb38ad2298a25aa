"""How well are tastes learnt? Real check-ins, by the protocol that others report on.

    OPENBLAS_NUM_THREADS=1 python bench/gowalla.py [--validate] [--quick] [--json FILE]

The split of LightGCN and its successors: every place that a user has not been to in the training
data is a candidate, and the best 20 are compared with the places held out: Recall@20, NDCG@20.
Beside what `learn` gives now stand popularity, its first settings, and its factors without the
smooth ones.

Settings were chosen on two parts of the training data (`--validate`; `gowalla_splits.py`), by 800
to 1,200 users of each, and the test was looked at once. Seconds are of processor time, for
learning alone; megabytes are the process's peak up to its end, with data and libraries. `--quick`
takes a few made-up users, to see that it runs.
"""

import argparse
import json
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from dukou.engine.engagement import Events
from dukou.engine.learning import Factors, Learning, learn
from gowalla_places import check_ins, check_ins_folder
from gowalla_splits import Split, at_random, nearby, published

BEST = 20
BATCH = 500
FIRST = Learning(factors=64, epochs=12, reg=0.003, unseen=0.01)
CHOSEN = Learning(factors=1024, epochs=5, reg=0.003, unseen=0.01, smooth=512, smooth_weight=0.2)
Score = Callable[[np.ndarray], np.ndarray]


class Quality(NamedTuple):
    """Means over users with places held out."""

    recall: float
    ndcg: float


def main() -> None:
    """Measures, prints the table, writes the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--validate", action="store_true", help="the splits for choosing settings")
    parser.add_argument("--quick", action="store_true", help="made-up users")
    parser.add_argument("--factors", type=int, default=CHOSEN.factors)
    parser.add_argument("--smooth", type=int, default=CHOSEN.smooth)
    parser.add_argument("--smooth-weight", type=float, default=CHOSEN.smooth_weight)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    chosen = replace(
        CHOSEN,
        factors=8 if options.quick else options.factors,
        smooth=4 if options.quick else options.smooth,
        smooth_weight=options.smooth_weight,
    )
    for name, split in splits(quick=options.quick, validate=options.validate):
        print(f"{name:24}{'recall@20':>10}{'ndcg@20':>10}{'seconds':>10}{'peak MB':>10}")
        figures = compared(split, chosen)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))


def splits(*, quick: bool, validate: bool) -> Iterator[tuple[str, Split]]:
    """What is to be measured on, by name."""
    folder = None if quick else check_ins_folder("gowalla/test.txt")
    seen = made_up(np.random.default_rng(1)) if folder is None else check_ins(folder)
    if validate or folder is None:
        yield "held out at random", at_random(seen, np.random.default_rng(7))
        yield "held out nearby", nearby(seen, np.random.default_rng(7))
    else:
        yield "test", published(folder / "gowalla" / "test.txt", seen)


def made_up(rng: np.random.Generator) -> csr_array:
    """Who was where, as ones: 120 users of four neighbourhoods, each with 60 places."""
    rows = np.repeat(np.arange(120), 20)
    places = [rng.choice(60, size=20, replace=False) + 60 * (user % 4) for user in range(120)]
    ones = np.ones(len(rows), np.float32)
    return csr_array((ones, (rows, np.concatenate(places))), shape=(120, 240))


def compared(split: Split, chosen: Learning) -> dict[str, float]:
    """Measures all ways on one split, tells of them, and gives the figures of the chosen one."""
    seen = split.seen
    visits = seen.sum(axis=0).astype(np.float32)
    tell("popularity", measured(lambda users: np.tile(visits, (len(users), 1)), split))
    first, seconds = timed(seen, replace(FIRST, factors=min(FIRST.factors, chosen.factors)))
    tell("first settings", measured(score_of(first, split), split), seconds)
    found, seconds = timed(seen, chosen)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if chosen.smooth:
        plain = measured(score_of(found, split, width=chosen.factors), split)
        tell("without smooth factors", plain)
    quality = measured(score_of(found, split), split)
    tell("chosen settings", quality, seconds, peak)
    return {
        "recall_at_20": quality.recall,
        "ndcg_at_20": quality.ndcg,
        "seconds": seconds,
        "peak_mb": peak,
    }


def tell(name: str, quality: Quality, seconds: float = 0.0, peak: float = 0.0) -> None:
    """One line of the table."""
    print(f"{name:24}{quality.recall:10.4f}{quality.ndcg:10.4f}{seconds:10.1f}{peak:10.0f}")


def timed(seen: csr_array, learning: Learning) -> tuple[Factors, float]:
    """Factors by `learn`, from check-ins as events of weight 1, and the processor's seconds."""
    pairs = seen.tocoo()
    users, places = pairs.row.astype(np.int64), pairs.col.astype(np.int64)
    began = time.process_time()
    found = learn(
        Events(users, places, np.ones(len(users))), learning, rng=np.random.default_rng(1)
    )
    return found, time.process_time() - began


def score_of(found: Factors, split: Split, *, width: int | None = None) -> Score:
    """The product of the factors, or of the first `width` of them, for users by places."""
    places = found.of_notes(np.arange(split.seen.shape[1]))[:, :width]
    return lambda users: np.asarray(found.of_members(users)[:, :width] @ places.T)


def measured(score: Score, split: Split) -> Quality:
    """Recall and NDCG of the best 20."""
    worth = 1.0 / np.log2(np.arange(2, BEST + 2))
    ideal = np.concatenate(([0.0], np.cumsum(worth)))
    recalls, gains = [], []
    users = np.flatnonzero(np.diff(split.held.indptr))
    for start in range(0, len(users), BATCH):
        batch = users[start : start + BATCH]
        scores = score(batch)
        known = split.seen[batch]
        scores[np.repeat(np.arange(len(batch)), np.diff(known.indptr)), known.indices] = -np.inf
        top = np.argpartition(scores, -BEST, axis=1)[:, -BEST:]
        order = np.argsort(-np.take_along_axis(scores, top, axis=1), axis=1)
        top = np.take_along_axis(top, order, axis=1)
        right = split.held[batch].toarray()
        hits, count = np.take_along_axis(right, top, axis=1), right.sum(axis=1)
        recalls.append(hits.sum(axis=1) / count)
        gains.append(hits @ worth / ideal[np.minimum(count, BEST).astype(int)])
    return Quality(float(np.concatenate(recalls).mean()), float(np.concatenate(gains).mean()))


if __name__ == "__main__":
    main()
