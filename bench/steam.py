"""How much relevance does fairness among publishers cost, beside the re-rankers of `fairdiverse`?

    script/bench steam [--orders 5] [--leave-out NAME ...] [--keep FOLDER] [--plot FILE.svg]
                       [--json FILE]

1,645 readers of Steam arrive one by one; each has scores for some 190 of 1,238 games by 43
publishers, and gets the page of ten that the ranker makes of them. All rankers start from the
same scores. Measured as `fairdiverse` does: NDCG against the page of the largest scores; over
publishers' exposure MMF (share of the half with least), Gini, and min/max.

Ours are the engine's fair prices (`dukou.engine.fairness`): a front of weights from the plain
ranking to equal exposure, and a second that also counts the exposure of the half with least. They
are a family of two dials, not one front; their other settings were chosen on made-up readers
(`made_up_readers.py`). Rivals have the settings that their authors ship (*) and a sweep of their
own dial. Those that see all readers at once (Welf, FairRec, FairRec+, TaxRank, RAIF) know more
than may be known when a reader arrives. The slowest run on fewer orders. Figures are means over
orders of arrival.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import load_npz

from data_folder import data_folder
from dukou.engine.fairness import FairPrices
from fronts import MEASURES, Point, above, discounts, mean_point, point
from one_core import on_one_core
from plot import Series, save_plot
from rivals import RivalsMissing, ask, left_out
from steam_rivals import RIVALS, SHIPPED_PMMF, Rival

SLOTS = 10
CANDIDATES = 200
WEIGHTS = (
    0.001, 0.002, 0.003, 0.005, 0.007, 0.01, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.065, 0.08, 0.1,
    0.13, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5, 0.65, 0.8, 1, 1.3, 2, 4, 10, 40,
)  # fmt: skip
LOWER_HALF = 1.0
OURS, HALF, PLAIN = "Dukou", "Dukou, half", "no re-ranking"
NAMES = {"mmf": "MMF", "gini": "Gini", "min_max": "min/max"}


class Steam(NamedTuple):
    """Scores of each reader's candidates and whose they are, shape (readers, CANDIDATES)."""

    scores: np.ndarray
    games: np.ndarray
    publishers: np.ndarray
    publisher_of: np.ndarray
    """By game; shape (games,)."""


class Measured(NamedTuple):
    """One setting of one ranker: the mean over orders, and their standard deviation."""

    setting: str
    mean: Point
    spread: Point
    ms: float


def main() -> None:
    """Measures, prints the table, writes the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--orders", type=int, default=5)
    parser.add_argument("--no-rivals", action="store_true")
    parser.add_argument("--leave-out", nargs="*", default=(), metavar="NAME", help="of rivals")
    parser.add_argument("--keep", type=Path, help="a folder that keeps what rivals answered")
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    on_one_core()
    needed = "steam/ranking_scores.npz", "steam/iid2pid.json"
    folder = data_folder(*needed, get="github.com/XuChen0427/FairDiverse") / "steam"
    steam = read(folder)
    orders = [np.random.default_rng(seed).permutation(len(steam.scores)) for seed in range(1, 100)]
    orders = orders[: options.orders]
    ours = {
        name: [
            measured(f"weight {w:g}", [our_pass(steam, o, w, lower_half) for o in orders])
            for w in WEIGHTS
        ]
        for name, lower_half in ((OURS, 0.0), (HALF, LOWER_HALF))
    }
    plain = measured("", [our_pass(steam, orders[0], 0.0, 0.0)])
    found = {}
    asked_for = [rival for rival in RIVALS if rival.name not in options.leave_out]
    for rival in () if options.no_rivals else asked_for:
        try:
            found[rival.name] = rival_front(rival, steam, folder, orders, options.keep)
        except RivalsMissing as why:
            left_out(rival.name, why)
    table(plain, ours, found)
    ms = {name: [one.ms for one in all_] for name, all_ in ours.items()}
    for name, all_ms in ms.items():
        print(f"{name}: {min(all_ms):.3f} to {max(all_ms):.3f} ms of processor time an arrival")
    if found:
        print(f"P-MMF as shipped: {pmmf_ms(folder, orders[0]):.0f} ms an arrival")
    fronts = {name: [one.mean for one in (plain, *all_)] for name, all_ in ours.items()}
    figures = {
        "front": [one._asdict() for one in fronts[OURS]],
        "front_half": [one._asdict() for one in fronts[HALF]],
        "rivals": {name: [one.mean._asdict() for one in all_] for name, all_ in found.items()},
        "ms_per_arrival": float(np.mean([*ms.values()])),
    }
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))
    if options.plot:
        draw(options.plot, fronts, found)


def read(folder: Path) -> Steam:
    """The best CANDIDATES of each reader; games without a publisher count for the first, as in
    the package."""
    scores = load_npz(folder / "ranking_scores.npz").toarray()
    publisher_of = np.zeros(scores.shape[1], int)
    for game, publisher in json.loads((folder / "iid2pid.json").read_text()).items():
        publisher_of[int(game)] = int(publisher)
    games = np.argsort(-scores, axis=1, kind="stable")[:, :CANDIDATES]
    return Steam(
        np.take_along_axis(scores, games, axis=1), games, publisher_of[games], publisher_of
    )


def our_pass(
    steam: Steam, order: np.ndarray, weight: float, lower_half: float
) -> tuple[Point, float]:
    """All readers once under fair prices: the measures, and milliseconds an arrival."""
    prices = FairPrices.start(
        int(steam.publisher_of.max()) + 1,
        weight=weight,
        lower_half=lower_half,
        arrivals=len(order),
    )
    worth = discounts(SLOTS)
    pages = []
    began = time.process_time()
    for reader in order:
        publishers = steam.publishers[reader]
        page = prices.page(steam.scores[reader], publishers, worth)
        prices.step(publishers[page])
        pages.append(page)
    ms = 1000 * (time.process_time() - began) / len(order)
    chosen = np.take_along_axis(steam.games[order], np.array(pages), axis=1)
    return judged(steam, order, chosen), ms


def judged(steam: Steam, readers: np.ndarray, pages: np.ndarray) -> Point:
    """The measures of pages of games, one for each of the readers; scores of others are 0."""
    score = np.zeros((len(readers), len(steam.publisher_of)))
    np.put_along_axis(score, steam.games[readers], steam.scores[readers], axis=1)
    got = -np.sort(-np.take_along_axis(score, pages, axis=1), axis=1)
    worth = discounts(SLOTS)
    ndcg = float((got @ worth / (steam.scores[readers, :SLOTS] @ worth)).mean())
    exposure = np.bincount(
        steam.publisher_of[pages].ravel(), minlength=int(steam.publisher_of.max()) + 1
    )
    return point(ndcg, exposure)


def measured(setting: str, passes: list[tuple[Point, float]]) -> Measured:
    """One setting over several orders."""
    points = [one for one, _ in passes]
    spread = Point(*(float(value) for value in np.std(points, axis=0)))
    return Measured(setting, mean_point(points), spread, float(np.mean([ms for _, ms in passes])))


def rival_front(
    rival: Rival, steam: Steam, folder: Path, orders: list[np.ndarray], keep: Path | None
) -> list[Measured]:
    """Every setting of a rival over its orders; figures of ours and of the package must agree."""
    orders = orders[: rival.orders]
    runs = [
        {"rival": rival.kind, "config": config, "order": order.tolist()}
        for config in rival.settings.values()
        for order in orders
    ]
    passes = []
    for answer in asked(runs, folder, keep):
        found = judged(steam, np.arange(len(steam.scores)), np.array(answer["pages"]))
        if not np.allclose(found, answer["figures"]):
            sys.exit(f"{rival.name}: {found} here, {answer['figures']} by the package")
        passes.append((found, 1000 * answer["seconds"] / len(steam.scores)))
    size = len(orders)
    return [
        measured(setting, passes[at * size : (at + 1) * size])
        for at, setting in enumerate(rival.settings)
    ]


def asked(runs: list[dict], folder: Path, keep: Path | None) -> list[dict]:
    """What a rival answers to each run, or answered before."""
    kept = [keep / f"{run_name(run)}.json" if keep else None for run in runs]
    missing = [at for at, path in enumerate(kept) if path is None or not path.is_file()]
    fresh: list[dict] = []
    if missing:
        job = {
            "folder": str(folder.resolve()),
            "slots": SLOTS,
            "runs": [runs[at] for at in missing],
        }
        fresh = ask("rerankers", job)  # type: ignore[assignment]
    for at, answer in zip(missing, fresh, strict=True):
        if "error" in answer:
            raise RivalsMissing(answer["error"])
        path = kept[at]
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(answer))
    new = dict(zip(missing, fresh, strict=True))
    return [
        new[at] if at in new else json.loads(path.read_text())  # type: ignore[union-attr]
        for at, path in enumerate(kept)
    ]


def run_name(run: dict) -> str:
    """A name for the file that keeps a run: rival, settings, order."""
    config = " ".join(f"{name}={value:g}" for name, value in sorted(run["config"].items()))
    order = run["order"]
    return f"{run['rival']} {config} {len(order)}-{order[0]}-{order[1]}"


def pmmf_ms(folder: Path, order: np.ndarray) -> float:
    """What an arrival costs P-MMF with its own solver, on the first forty."""
    run = {"rival": "PMMF", "config": SHIPPED_PMMF, "order": order[:40].tolist()}
    return float(1000 * asked([run], folder, None)[0]["seconds"] / 40)


def table(
    plain: Measured, ours: dict[str, list[Measured]], rivals: dict[str, list[Measured]]
) -> None:
    """All points side by side, and where a rival lies above both of our fronts."""
    fronts = [[one.mean for one in (plain, *all_)] for all_ in ours.values()]
    print(f"{'':16}{'':34}{'NDCG':>8}{'':6}{'MMF':>8}{'Gini':>8}{'min/max':>8}{'ms':>9}  above by")
    for name, all_ in {PLAIN: [plain], **ours, **rivals}.items():
        for one in all_:
            lead = above(fronts, one.mean) if name in rivals else {}
            print(
                f"{name:16}{one.setting:34}{one.mean.ndcg:8.4f} ±{one.spread.ndcg:.4f}"
                f"{one.mean.mmf:7.4f}{one.mean.gini:8.4f}{one.mean.min_max:8.4f}{one.ms:9.3f}  "
                + ", ".join(f"{NAMES[measure]} {value:.4f}" for measure, value in lead.items())
            )
    points = [one.mean for all_ in rivals.values() for one in all_]
    for name, some in [*zip(ours, ([front] for front in fronts), strict=True), ("both", fronts)]:
        leads = [above(some, one) for one in points]
        for measure in MEASURES:
            over = [lead[measure] for lead in leads if measure in lead]
            print(
                f"{NAMES[measure]}: {len(over)} of {len(leads)} rival points above {name}"
                + (f", the farthest by {max(over):.4f} of NDCG" if over else "")
            )


def draw(path: Path, fronts: dict[str, list[Point]], rivals: dict[str, list[Measured]]) -> None:
    """The fronts by each measure, side by side."""
    panels = []
    for measure in MEASURES:
        series = [
            Series(name, [(one.fairness(measure), one.ndcg) for one in front], line=True)
            for name, front in fronts.items()
        ]
        for name, all_ in rivals.items():
            dots = [(one.mean.fairness(measure), one.mean.ndcg) for one in all_]
            series.append(Series(name, dots, line=False))
        panels.append((NAMES[measure], series))
    save_plot(path, panels, y_name="NDCG", y_range=(0.92, 1.0))


if __name__ == "__main__":
    main()
