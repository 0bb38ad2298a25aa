"""Whether sentences that only one version of a text has are found, and others left alone.

Texts of six sentences with their human translations, from NTREX (news, in order) and Tatoeba
(short, in random order), Chinese and English. Each three times: as it is; with one sentence taken
out of one side; with one replaced by a stranger's. Counted are sentences: those marked that should
be (recall), those marked that should not (precision and false marks). Beside it, what counting
sentences from the top and what lengths alone (Gale and Church) find.

    PYTHONPATH=src python bench/sides.py [--json FILE] [--development]

The texts are in DUKOU_DATA/text (default ../shared/data). `--development` measures on others, on
which the thresholds were chosen.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from dukou.language.check import worth
from dukou.language.sides import Kind, differences
from texts_folder import texts_folder

LANGS = ("zh-Hans", "en")
SENTENCES = 6
TEXTS = 150
_ALIKE_LENGTH = (0.5, 2.0)

Pair = tuple[str, str]
#: Which sentences (side, place) of two lists it would mark.
Marker = Callable[[list[str], list[str]], set[tuple[int, int]]]


@dataclass
class Count:
    """Sentences: marked rightly, marked wrongly, and that should have been marked."""

    right: int = 0
    wrong: int = 0
    wanted: int = 0
    sentences: int = 0

    def add(self, found: set[tuple[int, int]], wanted: set[tuple[int, int]], size: int) -> None:
        """One text more."""
        self.right += len(found & wanted)
        self.wrong += len(found - wanted)
        self.wanted += len(wanted)
        self.sentences += size

    def figures(self) -> dict[str, float]:
        """As shares of 1."""
        marked = self.right + self.wrong
        return {
            "recall": round(self.right / self.wanted, 3) if self.wanted else 1.0,
            "precision": round(self.right / marked, 3) if marked else 1.0,
            "false_marks": round(self.wrong / max(self.sentences, 1), 4),
        }


def main() -> None:
    """Measure all markers on both sets."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--json", metavar="FILE", help="write the figures to FILE as well")
    arguments.add_argument("--development", action="store_true", help="measure on other texts")
    given = arguments.parse_args()
    console = Console()
    texts = texts_folder("ntrex", "tatoeba/cmn.txt")
    rng = np.random.default_rng(1 if given.development else 2)
    half = slice(1, None, 2) if given.development else slice(0, None, 2)
    figures: dict[str, dict[str, dict[str, dict[str, float]]]] = {}
    sets = {"NTREX": _ntrex(texts / "ntrex")[half], "Tatoeba": _tatoeba(texts / "tatoeba")}
    for name, blocks in sets.items():
        if name == "Tatoeba":
            blocks = [blocks[at] for at in rng.permutation(len(blocks))][half]
        chosen = [blocks[at] for at in rng.permutation(len(blocks))[:TEXTS]]
        cases = list(_cases(chosen, rng))
        figures[name] = {title: _measured(mark, cases) for title, mark in MARKERS.items()}
        _show(console, name, figures[name])
        intact = [case for case in cases if case[0] == "as it is"]
        numbers = sum(_numbers(first, second) for _, first, second, _ in intact)
        share = numbers / (2 * SENTENCES * len(intact))
        console.print(f"{share:.2%} of intact sentences are marked for a number")
    if given.json:
        Path(given.json).write_text(json.dumps(figures, indent=1), "utf-8")


def _ntrex(folder: Path) -> list[list[Pair]]:
    chinese = (folder / "ref.zho-CN.txt").read_text("utf-8").splitlines()
    english = (folder / "src.eng.txt").read_text("utf-8").splitlines()
    return _blocks(list(zip(chinese, english, strict=True)))


def _tatoeba(folder: Path) -> list[list[Pair]]:
    rows = [line.split("\t") for line in (folder / "cmn.txt").read_text("utf-8").splitlines()]
    pairs = {row[0]: row[1] for row in rows if worth(row[0]) >= 15}
    shuffled = np.random.default_rng(0).permutation(len(pairs))
    listed = [(chinese, english) for english, chinese in pairs.items()]
    return _blocks([listed[at] for at in shuffled])


def _blocks(pairs: Sequence[Pair]) -> list[list[Pair]]:
    return [list(pairs[at : at + SENTENCES]) for at in range(0, len(pairs) - SENTENCES, SENTENCES)]


Case = tuple[str, list[str], list[str], set[tuple[int, int]]]


def _cases(blocks: list[list[Pair]], rng: np.random.Generator) -> Iterator[Case]:
    for number, block in enumerate(blocks):
        sides = [[pair[side] for pair in block] for side in (0, 1)]
        yield "as it is", sides[0], sides[1], set()
        side, place = number % 2, int(rng.integers(SENTENCES))
        shorter = [list(one) for one in sides]
        del shorter[side][place]
        yield "one left out", shorter[0], shorter[1], {(1 - side, place)}
        other = blocks[(number + 7) % len(blocks)][int(rng.integers(SENTENCES))][side]
        changed = [list(one) for one in sides]
        changed[side][place] = other
        yield "one replaced", changed[0], changed[1], {(0, place), (1, place)}


def _by_vectors(first: list[str], second: list[str]) -> set[tuple[int, int]]:
    texts = ["\n".join(first), "\n".join(second)]
    found = differences(texts[0], texts[1], langs=LANGS)
    starts = [np.cumsum([0, *(len(one) + 1 for one in side)]) for side in (first, second)]
    return {
        (one.side, int(np.searchsorted(starts[one.side], one.start, side="right") - 1))
        for one in found
        if one.kind != Kind.NUMBER
    }


def _numbers(first: list[str], second: list[str]) -> int:
    found = differences("\n".join(first), "\n".join(second), langs=LANGS)
    return sum(one.kind == Kind.NUMBER for one in found)


def _by_place(first: list[str], second: list[str]) -> set[tuple[int, int]]:
    """The n-th belongs to the n-th; what is too many has no counterpart."""
    side = 0 if len(first) > len(second) else 1
    longer, shorter = max(len(first), len(second)), min(len(first), len(second))
    return {(side, at) for at in range(shorter, longer)}


def _by_lengths(first: list[str], second: list[str]) -> set[tuple[int, int]]:
    """The best order-keeping pairing by lengths alone; what has none, or one of another length."""
    sizes = [[worth(one) + 5 for one in side] for side in (first, second)]
    rows, columns = len(first), len(second)
    cost = np.full((rows + 1, columns + 1), np.inf)
    cost[rows, columns] = 0.0
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            ways = [(1.5 + cost[i + 1, j], (1, 0))] if i < rows else []
            ways += [(1.5 + cost[i, j + 1], (0, 1))] if j < columns else []
            if i < rows and j < columns:
                far = abs(float(np.log(sizes[0][i] / sizes[1][j])))
                ways.append((2 * far + cost[i + 1, j + 1], (1, 1)))
            if ways:
                cost[i, j], step[i, j] = min(ways)
    found: set[tuple[int, int]] = set()
    i = j = 0
    while (i, j) in step:
        n, m = step[i, j]
        if (n, m) == (1, 0):
            found.add((0, i))
        elif (n, m) == (0, 1):
            found.add((1, j))
        elif not _ALIKE_LENGTH[0] <= sizes[0][i] / sizes[1][j] <= _ALIKE_LENGTH[1]:
            found |= {(0, i), (1, j)}
        i, j = i + n, j + m
    return found


MARKERS: dict[str, Marker] = {
    "Dukou": _by_vectors,
    "by place": _by_place,
    "by lengths": _by_lengths,
}


def _measured(mark: Marker, cases: list[Case]) -> dict[str, dict[str, float]]:
    counts: dict[str, Count] = {}
    for kind, first, second, wanted in cases:
        count = counts.setdefault(kind, Count())
        count.add(mark(first, second), wanted, len(first) + len(second))
    return {kind: count.figures() for kind, count in counts.items()}


def _show(console: Console, name: str, found: dict[str, dict[str, dict[str, float]]]) -> None:
    table = Table("", "texts", "recall", "precision", "marked though nothing differs", title=name)
    for title, kinds in found.items():
        for kind, figures in kinds.items():
            shares = (figures["recall"], figures["precision"], figures["false_marks"])
            table.add_row(title, kind, *(f"{share:.1%}" for share in shares))
    console.print(table)


if __name__ == "__main__":
    began = time.process_time()
    main()
    print(f"{time.process_time() - began:.0f} s of processor time")
