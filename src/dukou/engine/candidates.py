"""The notes that compete for a page: the best by score, and each clause's own best."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from dukou.engine.arrays import Bools, Floats, Ints, Singles
from dukou.engine.kernel import Among
from dukou.engine.notes import LiveNotes
from dukou.engine.relevance import Scan

_SAMPLE = 2048
_WIDE = 8
"""Best notes looked through for each clause's own best, as a multiple, before all notes are."""


class Candidates(NamedTuple):
    """Rows that compete, best score first among the unseen; `unseen` is false for the others.

    `score`: of each row; shape as `rows`. `enough`: whether the unseen can fill the page by
    themselves.
    """

    rows: Ints
    score: Floats
    unseen: Bools
    enough: bool


def candidates(
    notes: LiveNotes,
    found: Scan,
    *,
    best: int,
    groups: Sequence[Among],
    extra: Ints,
    per_author: int,
    slots: int,
) -> Candidates:
    """The notes that compete for a page.

    Args:
        best: so many of highest score.
        groups: for each clause that speaks of the reader, the live notes it pays for, and how
            many of them: a price can only buy what was retrieved.
        extra: rows that must be among them if they may be shown.
        per_author: notes of one author that a page takes; flooding does not crowd out others.
        slots: places to fill.
    """
    authors = notes.column("author")
    wanted = best
    while True:  # until the authors of the best can fill two pages
        among = [Among(wanted), *groups]
        rows = best_rows(
            notes, found.score, among, topic_sets=notes.column("topic_set"), extra=extra
        )
        top = authors[rows[:wanted]]
        if len(top) < wanted or _places(top, per_author) >= 2 * slots:
            break
        wanted *= 4
    rows, seen_groups = _folded(notes, found, rows)
    score = found.score[rows]
    unseen = np.ones(len(rows), dtype=bool)
    enough = len(rows) >= slots and _places(authors[rows], per_author) >= slots
    if not enough:
        order = np.argsort(-found.seen_score, kind="stable")[: max(wanted, slots)]
        again = order[~np.isin(found.seen[order], rows)]
        again = again[_first_copies(notes, found.seen[again], seen_groups)]
        rows = np.concatenate((rows, found.seen[again]))
        score = np.concatenate((score, found.seen_score[again]))
        unseen = np.concatenate((unseen, np.zeros(len(again), dtype=bool)))
    return Candidates(rows, score.astype(np.float64), unseen, enough)


def best_rows(
    notes: LiveNotes,
    score: Singles,
    groups: Sequence[Among],
    *,
    topic_sets: Ints,
    extra: Ints,
) -> Ints:
    """Rows of the highest finite scores of each group and the extras, best first, each once; of
    equal scores the first row comes first."""
    if notes.kernel is not None:
        return notes.kernel.best(score, groups, topic_set=topic_sets, extra=extra)
    wide = _highest(score, _WIDE * max(group.size for group in groups))
    parts = []
    for group in groups:
        rows = _inside(group, wide, topic_sets)
        if len(rows) < group.size:
            rows = _inside(group, np.arange(len(score)), topic_sets)
        parts.append(_first(score, rows, group.size))
    parts.append(extra[np.isfinite(score[extra])])
    rows = np.unique(np.concatenate(parts))
    return np.asarray(rows[_rising(-score[rows])])


def _inside(group: Among, rows: Ints, topic_sets: Ints) -> Ints:
    """Those of the rows that are in the group; all that are, where it is given by rows."""
    if group.rows is not None:
        return group.rows
    if group.by_note is not None:
        return np.asarray(rows[group.by_note[rows]])
    return rows if group.by_set is None else np.asarray(rows[group.by_set[topic_sets[rows]]])


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
    places = np.flatnonzero(copies)
    if not len(places):
        return rows, set()
    seen = set(notes.column("copies")[found.seen].tolist())
    used: set[int] = set()
    rows, kept = rows.copy(), np.ones(len(rows), dtype=bool)
    for at, group in zip(places.tolist(), copies[places].tolist(), strict=True):
        if group in used or group in seen:
            kept[at] = False
        else:
            same = notes.copies_of(group)
            rows[at] = next(copy for copy in same if found.score[copy] > -np.inf)
        used.add(group)
    return rows[kept], used


def _first_copies(notes: LiveNotes, rows: Ints, used: set[int]) -> list[int]:
    """Which of the rows to keep, so that there is one of each group of copies."""
    kept = []
    for at, group in enumerate(notes.column("copies")[rows].tolist()):
        if group == 0 or group not in used:
            kept.append(at)
            used.add(group)
    return kept


def interquartile_range(values: Floats) -> float:
    """Distance between the quartiles; 0 for fewer than two values."""
    if len(values) < 2:
        return 0.0
    ordered = np.sort(values)

    def quantile(part: float) -> float:
        at = (len(ordered) - 1) * part
        below = ordered.item(int(at))
        above = ordered.item(min(int(at) + 1, len(ordered) - 1))
        return float(below + (at - int(at)) * (above - below))

    return quantile(0.75) - quantile(0.25)
