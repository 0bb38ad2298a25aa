"""The notes that compete for a page: the best by score, and each clause's own best."""

from dataclasses import dataclass

import numpy as np

from dukou.engine.arrays import Bools, Floats, Ints, Singles
from dukou.engine.notes import LiveNotes
from dukou.engine.relevance import Scan

_SAMPLE = 2048
_WIDE = 8
"""Best notes looked through for each clause's own best, before all notes are."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Rows that compete, best score first among the unseen; `unseen` is false for the others.

    `enough`: whether the unseen can fill the page by themselves.
    """

    rows: Ints
    unseen: Bools
    enough: bool


def candidates(
    notes: LiveNotes,
    found: Scan,
    *,
    best: int,
    groups: list[Bools],
    best_of_group: int,
    extra: Ints,
    per_author: int,
    slots: int,
) -> Candidates:
    """The notes that compete for a page.

    Args:
        best: so many of highest score.
        groups: for each clause that speaks of the reader, which live notes it pays for.
        best_of_group: so many of each group: a price can only buy what was retrieved.
        extra: rows that must be among them if they may be shown.
        per_author: notes of one author that a page takes; flooding does not crowd out others.
        slots: places to fill.
    """
    authors = notes.column("author")
    wide = _highest(found.score, _WIDE * max(best, best_of_group))
    parts = [_varied(found.score, wide, best, authors, per_author, slots)]
    for members in groups:
        inside = wide[members[wide]]
        if len(inside) < best_of_group:
            inside = np.flatnonzero(members)
        parts.append(_first(found.score, inside, best_of_group))
    parts.append(extra[np.isfinite(found.score[extra])])
    rows = np.unique(np.concatenate(parts))
    rows = rows[_rising(-found.score[rows])]
    rows, seen_groups = _folded(notes, found, rows)
    unseen = np.ones(len(rows), dtype=bool)
    enough = _places(authors[rows], per_author) >= slots
    if not enough:
        order = np.argsort(-found.seen_score, kind="stable")[: max(best, slots)]
        again = found.seen[order]
        again = again[~np.isin(again, rows)]
        rows = np.concatenate((rows, _first_copies(notes, again, seen_groups)))
        unseen = np.concatenate((unseen, np.zeros(len(rows) - len(unseen), dtype=bool)))
    return Candidates(rows, unseen, enough)


def top_rows(score: Singles, size: int) -> Ints:
    """Rows of the `size` highest finite scores, best first; fewer where fewer are finite."""
    rows = _first(score, _highest(score, size), size)
    return np.asarray(rows[_rising(-score[rows])])


def _highest(score: Singles, size: int) -> Ints:
    """Rows of at least the `size` highest finite scores, in order of rows; fewer where fewer are.

    A threshold guessed from a sample spares looking at most of them.
    """
    if len(score) > 8 * _SAMPLE and size < len(score) // 8:
        sample = score[:: len(score) // _SAMPLE]
        above = min(int(1.5 * size / len(score) * len(sample)) + 8, len(sample))
        threshold = np.partition(sample, len(sample) - above)[len(sample) - above]
        rows = np.flatnonzero(score >= threshold)
        if len(rows) >= size and np.isfinite(threshold):
            return rows
    return np.flatnonzero(score > -np.inf)


def _first(score: Singles, rows: Ints, size: int) -> Ints:
    """Of some rows in order those of the `size` highest finite scores, the first of equal ones."""
    values = score[rows]
    if len(rows) <= size:
        return np.asarray(rows[values > -np.inf])
    limit = np.partition(values, len(values) - size)[len(values) - size]
    kept = values > limit
    tied = np.flatnonzero(values == limit) if limit > -np.inf else np.zeros(0, dtype=np.int64)
    kept[tied[: size - np.count_nonzero(kept)]] = True
    return np.asarray(rows[kept])


def _rising(values: Singles) -> Ints:
    """The order in which values rise; of equal ones the first comes first."""
    order = values.argsort()
    ordered = values[order]
    if (ordered[1:] == ordered[:-1]).any():  # the quick sort leaves equal ones as it likes
        order = values.argsort(kind="stable")
    return np.asarray(order)


def _varied(
    score: Singles, wide: Ints, size: int, authors: Ints, per_author: int, slots: int
) -> Ints:
    """The best rows, and more of them until their authors can fill two pages."""
    while True:
        rows = _first(score, wide if size <= len(wide) else _highest(score, size), size)
        if len(rows) < size or _places(authors[rows], per_author) >= 2 * slots:
            return rows
        size *= 4


def _places(authors: Ints, per_author: int) -> int:
    """Notes that a page takes at most: in order of authors, those among their first few."""
    ordered = np.sort(authors)
    first = min(per_author, len(ordered))
    return first + int(np.count_nonzero(ordered[first:] != ordered[: len(ordered) - first]))


def _folded(notes: LiveNotes, found: Scan, rows: Ints) -> tuple[Ints, set[int]]:
    """The rows with each near-copy replaced by the first published that may be shown.

    Where one of the copies was seen before or in this session, none of them is new.
    """
    copies = notes.column("copies")[rows]
    if not copies.any():
        return rows, set()
    seen = set(found.seen.tolist())
    kept, used = [], set()
    for row, group in zip(rows.tolist(), copies.tolist(), strict=True):
        if group == 0:
            kept.append(row)
        elif group not in used:
            used.add(group)
            same = notes.copies_of(group).tolist()
            if not any(copy in seen for copy in same):
                kept.append(next(copy for copy in same if np.isfinite(found.score[copy])))
    return np.array(kept, dtype=np.int64), used


def _first_copies(notes: LiveNotes, rows: Ints, used: set[int]) -> Ints:
    kept = []
    for row, group in zip(rows.tolist(), notes.column("copies")[rows].tolist(), strict=True):
        if group == 0 or group not in used:
            kept.append(row)
            used.add(group)
    return np.array(kept, dtype=np.int64)


def interquartile_range(values: Floats) -> float:
    """Distance between the quartiles; 0 for fewer than two values."""
    if len(values) < 2:
        return 0.0
    ordered = np.sort(values)
    at = (len(ordered) - 1) * np.array([0.25, 0.75])
    below = at.astype(np.int64)
    above = np.minimum(below + 1, len(ordered) - 1)
    low, high = ordered[below] + (at - below) * (ordered[above] - ordered[below])
    return float(high - low)
