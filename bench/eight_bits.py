"""What it costs to keep the factors of notes in eight bits, on tastes learnt from real check-ins.

    script/bench eight_bits [--factors 32 64] [--json FILE]

For each user of Gowalla the best 20 of all 40,981 places, by the product of 32-bit floats and as
the engine ranks (`dukou.engine.levels`): how many of the 20 are the same; how much of the product
that the best 20 have is lost; and what that does to Recall@20 and NDCG@20 on places held out.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from dukou.engine.learning import Factors, Learning
from dukou.engine.levels import levels_of, query_of
from gowalla import BATCH, BEST, Score, measured, score_of, timed
from gowalla_places import check_ins, check_ins_folder
from gowalla_splits import published

ASKED = 5_000


def main() -> None:
    """Measures, prints the table, writes the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--factors", type=int, nargs="+", default=[32, 64])
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    folder = check_ins_folder("gowalla/test.txt")
    seen = check_ins(folder)
    split = published(folder / "gowalla" / "test.txt", seen)
    figures = {}
    print(f"{'factors':>7}{'same of 20':>12}{'lost':>10}{'recall@20':>20}{'ndcg@20':>20}")
    for width in options.factors:
        found, _ = timed(seen, Learning(factors=width, epochs=6, reg=0.01))
        floats, bits = score_of(found, split), in_eight_bits(found, seen.shape)
        same, lost = compared(floats, bits, np.arange(ASKED))
        before, after = measured(floats, split), measured(bits, split)
        recall, ndcg = (f"{one:.4f} -> {two:.4f}" for one, two in zip(before, after, strict=True))
        print(f"{width:7}{same:12.2f}{lost:10.5%}{recall:>20}{ndcg:>20}", flush=True)
        figures[width] = {"same": same, "lost": lost, "before": before, "after": after}
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))


def in_eight_bits(found: Factors, shape: tuple[int, int]) -> Score:
    """The product as the engine takes it, for users by places."""
    levels, steps = levels_of(found.of_notes(np.arange(shape[1])))

    def score(users: np.ndarray) -> np.ndarray:
        asked = [query_of(factors) for factors in found.of_members(users)]
        whole = np.array([query.levels for query in asked], dtype=np.float32) @ levels.T
        return whole * steps * np.array([[query.step] for query in asked], dtype=np.float32)

    return score


def compared(floats: Score, bits: Score, users: np.ndarray) -> tuple[float, float]:
    """How many of the best are the same, and the part of their product that is lost."""
    same = kept = whole = 0.0
    for start in range(0, len(users), BATCH):
        batch = users[start : start + BATCH]
        true, asked = floats(batch), bits(batch)
        best = np.argpartition(-true, BEST, axis=1)[:, :BEST]
        taken = np.argpartition(-asked, BEST, axis=1)[:, :BEST]
        same += sum(len(np.intersect1d(a, b)) for a, b in zip(best, taken, strict=True))
        whole += float(np.take_along_axis(true, best, axis=1).sum())
        kept += float(np.take_along_axis(true, taken, axis=1).sum())
    return same / len(users), 1.0 - kept / whole


if __name__ == "__main__":
    main()
