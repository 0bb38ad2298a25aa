"""Does the bridging score find what every group agrees with? Real votes of two conversations.

    DUKOU_DATA=... python bench/polis.py [--json FILE]

Polis asked people to agree, disagree or pass on short statements, and told opinion groups apart
afterwards. The bridging score is fitted without the groups; then it is asked how well it finds
the statements that every group agrees with, beside the share of agreement among those who voted
(approval) and the number of agreements (popularity). Average precision, from 0 to 1.

A statement counts as agreed by all where in every group at least 60 % of those who voted on it
agree, with at least five votes in each group; statements without five in every group are left
out. The regularisation is Community Notes' own, chosen on other data.
"""

import argparse
import csv
import json
from pathlib import Path

import numpy as np

from data_folder import data_folder
from dukou.engine.bridging import bridging_scores

CONVERSATIONS = ("brexit-consensus", "vtaiwan.uberx")
FILES = ("votes", "participants-votes")
AGREED = 0.6
LEAST_VOTES = 5
SEEDS = 5
MEASURES = ("ap_bridging", "ap_approval", "ap_popularity", "statements", "agreed_by_all")


def main() -> None:
    """Measures both conversations, prints the table, writes the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    figures: dict[str, dict[str, float]] = {name: {} for name in MEASURES}
    needed = [f"polis/{name}/{file}.csv" for name in CONVERSATIONS for file in FILES]
    folder = data_folder(*needed, get="github.com/compdemocracy/openData") / "polis"
    for name in CONVERSATIONS:
        for measure, value in measured(folder / name).items():
            figures[measure][name] = value
    print(f"{'':20}" + "".join(f"{name:>20}" for name in CONVERSATIONS))
    for measure, values in figures.items():
        print(f"{measure:20}" + "".join(f"{values[name]:20.3f}" for name in CONVERSATIONS))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))


def measured(folder: Path) -> dict[str, float]:
    """Average precision of the three scores on one conversation."""
    raters, statements, votes = read_votes(folder)
    group_of = read_groups(folder)
    size = int(statements.max()) + 1
    judged, agreed = group_agreement(raters, statements, votes, group_of, size)
    taken = votes != 0
    bridging = np.mean(
        [
            bridging_scores(
                raters[taken],
                statements[taken],
                votes[taken].astype(np.float64),
                rng=np.random.default_rng(seed),
            ).note
            for seed in range(SEEDS)
        ],
        axis=0,
    )
    bridging = np.pad(bridging, (0, size - len(bridging)))
    agrees = np.bincount(statements, votes == 1, size)
    counts = np.bincount(statements[taken], minlength=size)
    return {
        "statements": float(judged.sum()),
        "agreed_by_all": float((judged & agreed).sum()),
        "ap_bridging": average_precision(bridging[judged], agreed[judged]),
        "ap_approval": average_precision((agrees / np.maximum(counts, 1))[judged], agreed[judged]),
        "ap_popularity": average_precision(agrees[judged], agreed[judged]),
    }


def read_votes(folder: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The last vote of each person on each statement: raters, statements, votes."""
    last: dict[tuple[int, int], tuple[int, int]] = {}
    with (folder / "votes.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            key = (int(row["voter-id"]), int(row["comment-id"]))
            at = int(row["timestamp"])
            if key not in last or at >= last[key][0]:
                last[key] = (at, int(row["vote"]))
    raters, statements = np.array(list(last)).T
    return raters, statements, np.array([vote for _, vote in last.values()])


def read_groups(folder: Path) -> dict[int, int]:
    """The opinion group that Polis gave each person; those without one are left out."""
    with (folder / "participants-votes.csv").open(newline="") as file:
        rows = csv.DictReader(file)
        return {
            int(row["participant"]): int(float(row["group-id"])) for row in rows if row["group-id"]
        }


def group_agreement(
    raters: np.ndarray,
    statements: np.ndarray,
    votes: np.ndarray,
    group_of: dict[int, int],
    size: int,
) -> tuple[np.ndarray, np.ndarray]:
    """Which statements every group voted on enough, and which of them every group agrees with."""
    group = np.array([group_of.get(int(rater), -1) for rater in raters])
    judged, agreed = np.ones(size, dtype=bool), np.ones(size, dtype=bool)
    for number in sorted(set(group_of.values())):
        inside = (group == number) & (votes != 0)
        counts = np.bincount(statements[inside], minlength=size)
        agrees = np.bincount(statements[inside], votes[inside] == 1, size)
        judged &= counts >= LEAST_VOTES
        agreed &= agrees >= AGREED * counts
    return judged, agreed


def average_precision(score: np.ndarray, right: np.ndarray) -> float:
    """Mean over the right ones of the precision down to each, best score first."""
    order = np.argsort(-score, kind="stable")
    hits = right[order]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(precision[hits].mean()) if hits.any() else 0.0


if __name__ == "__main__":
    main()
