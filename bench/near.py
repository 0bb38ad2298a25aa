"""How often a translation of another sentence, served as a near match, says what it should.

Each sentence of Tatoeba asks for a near match among all others, in both directions: with vectors
alone, as translation memories by nearness do, and with what `dukou.language.near` asks beyond
them. A match surely fits where Tatoeba has one translation for both sentences; where it has none
the match may fit too (`--show` prints those, to be read). Beside it, pairs of our own that are
alike and say something else: none may be served. Half of the sentences (by SHA-256) were there to
choose the threshold on, with `--development`; the other half is reported.

    PYTHONPATH=src python bench/near.py [--json FILE] [--development] [--show]

The texts are in DUKOU_DATA/text (default ../shared/data).
"""

import argparse
import hashlib
import json
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from dukou.language.finding.nearest import VectorShelf
from dukou.language.near import LEAST, Known, are_alike, carried, folded_vectors
from dukou.language.vectors import DIMENSIONS
from texts_folder import texts_folder

THRESHOLDS = (0.7, 0.8, 0.85, 0.9, 0.95)
_LOOKED_AT = 8
_ROWS = 1024
_FULL = 100_000


@dataclass(frozen=True)
class Match:
    """A sentence, the one whose translation it got, and whether they share a translation."""

    text: str
    other: str
    translation: str
    cosine: float
    shares: bool


def main() -> None:
    """Measure both directions and the contrasts."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--json", metavar="FILE", help="write the figures to FILE as well")
    arguments.add_argument("--development", action="store_true", help="measure on the other half")
    arguments.add_argument("--show", action="store_true", help="print matches without a shared one")
    given = arguments.parse_args()
    console = Console()
    pairs = _pairs()
    figures: dict[str, object] = {}
    for source, target, ordered in (
        ("zh-Hans", "en", [(chinese, english) for english, chinese in pairs]),
        ("en", "zh-Hans", pairs),
    ):
        alone, near, asked = _matches(ordered, source, target, is_development=given.development)
        figures[f"{source}-{target}"] = _report(console, f"{source} → {target}", alone, near, asked)
        if given.show:
            for one in near:
                if not one.shares:
                    print(one.text, one.other, one.translation, sep="\t")
    figures["contrasts"] = _contrasts(console)
    figures["look_milliseconds"] = _look(console)
    if given.json:
        Path(given.json).write_text(json.dumps(figures, indent=1), "utf-8")


def _pairs() -> list[tuple[str, str]]:
    path = texts_folder("tatoeba/cmn.txt") / "tatoeba" / "cmn.txt"
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return [(row[0], row[1]) for row in rows]


def _matches(
    pairs: Sequence[tuple[str, str]], source: str, target: str, *, is_development: bool
) -> tuple[list[Match], list[Match], int]:
    """The nearest sentence of each, the one that is near, and how many asked."""
    made: dict[str, list[str]] = defaultdict(list)
    for text, translation in pairs:
        made[text].append(translation)
    texts = list(made)
    rows = folded_vectors(texts, source)
    asking = [at for at, text in enumerate(texts) if _is_for_development(text) == is_development]
    alone: list[Match] = []
    near: list[Match] = []
    for start in range(0, len(asking), _ROWS):
        part = asking[start : start + _ROWS]
        cosines = rows[part] @ rows.T
        cosines[np.arange(len(part)), part] = -1
        best = np.argpartition(-cosines, _LOOKED_AT, axis=1)[:, :_LOOKED_AT]
        for at, row, found in zip(part, cosines, best, strict=True):
            _add(alone, near, texts, made, at, _ordered(row, found), source, target)
    return alone, near, len(asking)


def _ordered(cosines: NDArray[np.float32], found: NDArray[np.int64]) -> list[tuple[int, float]]:
    order = found[np.argsort(-cosines[found])]
    return [(int(at), float(cosines[at])) for at in order if cosines[at] >= THRESHOLDS[0]]


def _add(
    alone: list[Match],
    near: list[Match],
    texts: Sequence[str],
    made: dict[str, list[str]],
    at: int,
    found: Sequence[tuple[int, float]],
    source: str,
    target: str,
) -> None:
    text = texts[at]
    for place, (other, cosine) in enumerate(found):
        known, shares = texts[other], bool(set(made[text]) & set(made[texts[other]]))
        match = Match(text, known, made[known][0], cosine, shares)
        if not place:
            alone.append(match)
        if carried(text, Known(known, made[known][0]), source=source, target=target) is not None:
            near.append(match)
            return


def _report(
    console: Console, title: str, alone: list[Match], near: list[Match], asked: int
) -> dict[str, object]:
    table = Table(
        "cosine from", "served", "share one translation", "vectors alone: served", "share one",
        title=f"{title}, {asked:,} sentences",
    )  # fmt: skip
    figures: dict[str, object] = {"asked": asked, "chosen": LEAST}
    for least in THRESHOLDS:
        row = [_counted(found, least) for found in (near, alone)]
        cells = [cell for count, share in row for cell in (f"{count:,}", f"{share:.0%}")]
        table.add_row(f"{least}{' (chosen)' if least == LEAST else ''}", *cells)
        figures[str(least)] = {
            "served": row[0][0], "shared": row[0][1],
            "vectors_served": row[1][0], "vectors_shared": row[1][1],
        }  # fmt: skip
    console.print(table)
    return figures


def _counted(found: list[Match], least: float) -> tuple[int, float]:
    kept = [match for match in found if match.cosine >= least]
    return len(kept), sum(match.shares for match in kept) / max(len(kept), 1)


def _contrasts(console: Console) -> dict[str, int]:
    """Of pairs that say something else: how many are near, by vectors alone and by all rules."""
    path = Path(__file__).parent / "texts" / "near_contrasts.tsv"
    rows = [row.split("\t") for row in path.read_text("utf-8").splitlines() if row[0] != "#"]
    alone = served = 0
    for language, kind, first, second in rows:
        source = "zh-Hans" if language == "zh" else "en"
        one, other = folded_vectors([first, second], source)
        alone += float(one @ other) >= LEAST
        if are_alike(first, second, source) or are_alike(second, first, source):
            served += 1
            console.print("served, though it says something else:", kind, first, second)
    console.print(f"{len(rows)} contrasts: {served} served; vectors alone {alone} from {LEAST}")
    return {"pairs": len(rows), "served": served, "vectors_served": alone}


def _look(console: Console) -> float:
    """Processor time of one look at a full shelf, as a job does for each part of a text."""
    rng = np.random.default_rng(7)
    shelf = VectorShelf(DIMENSIONS, labels=2)
    for start in range(0, _FULL, 10_000):
        rows = rng.standard_normal((10_000, DIMENSIONS)).astype(np.float32)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        shelf.put(np.arange(start, start + 10_000), rows, np.ones((10_000, 2)))
    query = rows[0]
    began = time.process_time()
    for _ in range(20):
        shelf.nearest(query, most=_LOOKED_AT, least=LEAST, among=lambda ids, of: of[:, 0] == 1)
    spent = (time.process_time() - began) / 20 * 1_000
    megabytes = shelf.nbytes >> 20
    console.print(f"{spent:.1f} ms of processor time to look at {_FULL:,} ({megabytes} MB)")
    return round(spent, 1)


def _is_for_development(text: str) -> bool:
    return bool(hashlib.sha256(text.encode()).digest()[0] & 1)


if __name__ == "__main__":
    began = time.process_time()
    main()
    print(f"{time.process_time() - began:.0f} s of processor time")
