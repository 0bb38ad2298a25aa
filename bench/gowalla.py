"""How well are tastes learnt? Real check-ins, by the protocol that others report on.

    OPENBLAS_NUM_THREADS=1 python bench/gowalla.py [--validate] [--json FILE]

The split of LightGCN and its successors: every place that a user has not been to in the training
data is a candidate, and the best 20 are compared with the places held out: Recall@20, NDCG@20.
Beside the learnt factors stand popularity and what `learn` gave with its first settings.

The settings were chosen on a fifth of each user's training places, drawn at random, learning from
the rest (`--validate` runs that split instead of the test), and the test was looked at once.
Seconds are of processor time, for learning alone; megabytes are the process's peak up to its end,
with data and libraries.
"""

import argparse
import json
import resource
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from scipy.sparse import csr_array

from dukou.engine.engagement import Events
from dukou.engine.learning import Factors, Learning, learn
from gowalla_places import USERS, check_ins, data_folder

BEST = 20
BATCH = 500
FIRST = Learning(factors=64, epochs=12, reg=0.003, unseen=0.01)
CHOSEN = Learning(factors=1024, epochs=5, reg=0.003, unseen=0.01)
HELD_OUT = 0.2
Score = Callable[[np.ndarray], np.ndarray]


def main() -> None:
    """Measures, prints the table, writes the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--validate", action="store_true", help="the split for choosing settings")
    parser.add_argument("--factors", type=int, default=CHOSEN.factors)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    folder = data_folder()
    seen = check_ins(folder)
    held = held_out(folder / "gowalla" / "test.txt", seen.shape)
    if options.validate:
        seen, held = parted(seen, np.random.default_rng(7))
    print(f"{'':24}{'recall@20':>10}{'ndcg@20':>10}{'seconds':>10}{'peak MB':>10}")
    visits = seen.sum(axis=0).astype(np.float32)
    tell("popularity", measured(lambda users: np.tile(visits, (len(users), 1)), seen, held), 0, 0)
    for name, learning in (("first settings", FIRST), ("chosen settings", CHOSEN)):
        if learning is CHOSEN:
            learning = Learning(
                factors=options.factors,
                epochs=CHOSEN.epochs,
                reg=CHOSEN.reg,
                unseen=CHOSEN.unseen,
            )
        began = time.process_time()
        found = learnt(seen, learning)
        seconds = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        recall, ndcg = measured(score_of(found, seen.shape), seen, held)
        tell(name, (recall, ndcg), seconds, peak)
    figures = {"recall_at_20": recall, "ndcg_at_20": ndcg, "seconds": seconds, "peak_mb": peak}
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))


def tell(name: str, quality: tuple[float, float], seconds: float, peak: float) -> None:
    """One line of the table."""
    recall, ndcg = quality
    print(f"{name:24}{recall:10.4f}{ndcg:10.4f}{seconds:10.1f}{peak:10.0f}", flush=True)


def learnt(seen: csr_array, learning: Learning) -> Factors:
    """Factors by `learn`, from check-ins as events of weight 1."""
    pairs = seen.tocoo()
    users, places = pairs.row.astype(np.int64), pairs.col.astype(np.int64)
    events = Events(users, places, np.ones(len(users)))
    return learn(events, learning, rng=np.random.default_rng(1))


def score_of(found: Factors, shape: tuple[int, int]) -> Score:
    """The product of the factors, for users by places."""
    places = found.of_notes(np.arange(shape[1]))
    return lambda users: np.asarray(found.of_members(users) @ places.T)


def held_out(path: Path, shape: tuple[int, int]) -> csr_array:
    """The places held out of each user; shape (users, places)."""
    rows, columns = [], []
    for line in path.read_text().splitlines():
        user, *places = map(int, line.split())
        rows += [user] * len(places)
        columns += places
    return csr_array((np.ones(len(rows), np.float32), (rows, columns)), shape=shape)


def parted(seen: csr_array, rng: np.random.Generator) -> tuple[csr_array, csr_array]:
    """The training data less a fifth of each user's places, and that fifth."""
    pairs = seen.tocoo()
    order = np.lexsort((rng.random(len(pairs.row)), pairs.row))
    rows, columns = pairs.row[order], pairs.col[order]
    counts = np.bincount(rows, minlength=USERS)
    place = np.arange(len(rows)) - (np.cumsum(counts) - counts)[rows]
    out = place < np.round(HELD_OUT * counts)[rows]
    parts = [
        csr_array((np.ones(part.sum(), np.float32), (rows[part], columns[part])), shape=seen.shape)
        for part in (~out, out)
    ]
    return parts[0], parts[1]


def measured(score: Score, seen: csr_array, held: csr_array) -> tuple[float, float]:
    """Mean recall and NDCG of the best 20, over users with places held out."""
    worth = 1.0 / np.log2(np.arange(2, BEST + 2))
    ideal = np.concatenate(([0.0], np.cumsum(worth)))
    recalls, gains = [], []
    users = np.flatnonzero(np.diff(held.indptr))
    for start in range(0, len(users), BATCH):
        batch = users[start : start + BATCH]
        scores = score(batch)
        known = seen[batch]
        scores[np.repeat(np.arange(len(batch)), np.diff(known.indptr)), known.indices] = -np.inf
        top = np.argpartition(-scores, BEST, axis=1)[:, :BEST]
        order = np.argsort(-np.take_along_axis(scores, top, axis=1), axis=1)
        top = np.take_along_axis(top, order, axis=1)
        right = held[batch].toarray()
        hits, count = np.take_along_axis(right, top, axis=1), right.sum(axis=1)
        recalls.append(hits.sum(axis=1) / count)
        gains.append(hits @ worth / ideal[np.minimum(count, BEST).astype(int)])
    return float(np.concatenate(recalls).mean()), float(np.concatenate(gains).mean())


if __name__ == "__main__":
    main()
