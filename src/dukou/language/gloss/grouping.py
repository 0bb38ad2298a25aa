"""Senses of one dictionary entry that say the same: "to beat", "to strike", "to hit".

CC-CEDICT puts a slash between synonyms and between different meanings alike. Text vectors of the
glosses tell them apart; they are compared once, here, and the answer is kept in
`synonyms.txt.gz`, so that nobody who taps a word waits for an encoder. It belongs to one edition of
the dictionary and is under its licence, CC BY-SA 4.0.

    python -m dukou.language.gloss.grouping      makes the file anew (minutes)
"""

import gzip
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dukou.language.gloss.dictionary import Entry, edition, entry_at, lines
from dukou.language.gloss.senses import Sense

#: Cosine of two glosses from which they say the same. Chosen on sentences that no bench reports.
NEAR = 0.5
_FILE = "synonyms.txt.gz"
_LONGEST_WORD = 4
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BATCH = 256


def synonyms_of(entry: Entry, place: int) -> list[int]:
    """Places of the entry's senses that say what the sense at `place` says, itself first."""
    groups = _groups().get(f"{entry.simplified} {entry.pinyin}", "")
    if place >= len(groups) or groups[place] == "-":
        return [place]
    same = [other for other, group in enumerate(groups) if group == groups[place]]
    return [place, *(other for other in same if other != place)]


def is_current() -> bool:
    """False if the table was made for another edition of the dictionary, and so says nothing."""
    return bool(_groups())


def group_by_nearness(rows: NDArray[np.float32], kinds: list[bool]) -> list[int]:
    """A group number for each vector: it joins the nearest group of its kind, if one is near.

    Near is a mean cosine of `NEAR`; verbs stay with verbs, so that "to plan" and "plan" are two.
    """
    groups: list[list[int]] = []
    for at, row in enumerate(rows):
        near = [float(np.mean(rows[group] @ row)) for group in groups]
        fitting = [n for n, group in enumerate(groups) if kinds[group[0]] == kinds[at]]
        best = max(fitting, key=near.__getitem__, default=-1)
        if best >= 0 and near[best] >= NEAR:
            groups[best].append(at)
        else:
            groups.append([at])
    return [next(n for n, group in enumerate(groups) if at in group) for at in range(len(rows))]


def said(sense: Sense) -> str:
    """What of a sense goes into its vector: its glosses, bare."""
    return ", ".join(sense.glosses) or sense.text


@cache
def _groups() -> dict[str, str]:
    path = files(__package__).joinpath(_FILE)
    head, *rows = gzip.decompress(path.read_bytes()).decode().splitlines()
    if head != f"# {edition()}":
        return {}  # made for another edition: places of senses mean nothing
    return dict(row.rsplit("\t", 1) for row in rows)


def _rows() -> Iterator[str]:
    batch: list[Entry] = []
    for start, _ in lines():
        entry = entry_at(start)
        if len(entry.simplified) <= _LONGEST_WORD and sum(map(_counts, entry.senses)) > 1:
            batch.append(entry)
        if len(batch) == _BATCH:
            yield from _rows_of(batch)
            batch = []
    yield from _rows_of(batch)


def _rows_of(batch: Iterable[Entry]) -> Iterator[str]:
    from dukou.language.vectors import vectors

    entries = list(batch)
    texts = sorted({said(s) for entry in entries for s in entry.senses if _counts(s)})
    known = dict(zip(texts, vectors(texts), strict=True))
    for entry in entries:
        counted = [place for place, sense in enumerate(entry.senses) if _counts(sense)][:36]
        rows = np.stack([known[said(entry.senses[place])] for place in counted])
        numbers = group_by_nearness(rows, [entry.senses[place].is_verb for place in counted])
        if len(set(numbers)) < len(numbers):
            marks = ["-"] * len(entry.senses)
            for place, number in zip(counted, numbers, strict=True):
                marks[place] = _DIGITS[number]
            yield f"{entry.simplified} {entry.pinyin}\t{''.join(marks)}"


def _counts(sense: Sense) -> bool:
    return sense.says_meaning and not sense.text.startswith("(bound form)")


def main() -> None:
    """Write the file beside this module."""
    rows = sorted(set(_rows()))
    text = "\n".join([f"# {edition()}", *rows]) + "\n"
    path = Path(__file__).with_name(_FILE)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    sys.stdout.write(f"{len(rows)} entries, {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
