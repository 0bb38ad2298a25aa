"""Relevance: one pass over all live notes to find the best, and its terms for those found."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Self

import numpy as np

from dukou.engine.arrays import Floats, Ints, Singles
from dukou.engine.calibration import Line
from dukou.engine.clock import millis
from dukou.engine.config import EngineConfig
from dukou.engine.errors import ShapeMismatch
from dukou.engine.kernel import Kernel, Scanned
from dukou.engine.levels import Query, query_of
from dukou.engine.notes import LiveNotes
from dukou.engine.reader import Reader

TERMS = ("topic", "author", "freshness", "language", "similar", "quality", "bridging")
"""The parts of a note's score that do not come from the contract, in logged order."""


class Scan(NamedTuple):
    """Score of every live note for a reader; -inf for what may not be shown now."""

    score: Singles
    """Shape (notes,); -inf also for notes seen before. Good until the next scan."""
    eligible: int
    """Notes that are not -inf."""
    authors: float
    """Authors with such notes; whose notes are partly gone counts in part."""
    seen: Ints
    """Rows of notes seen before that could be shown again, rising."""
    seen_score: Singles
    """Their scores; same shape as `seen`."""
    asked: "Asked"
    """What they were added up of."""


def scan(reader: Reader, notes: LiveNotes, config: EngineConfig, now: datetime) -> Scan:
    """Score without the contract of every live note: an exact product, no index.

    Hidden notes and authors, this session's notes and notes of the future are -inf.

    Raises: ShapeMismatch: the reader's factors are not as many as the notes'.
    """
    asked = Asked.of(reader, notes, config)
    hidden = sorted(set(notes.author_indices(reader.hidden_authors)))
    readable, score = notes.readable_score(config, now, asked.by_language), notes.score_room()
    known = asked.by_author[hidden]
    asked.by_author[hidden] = -np.inf
    if notes.kernel is None:
        asked.add_up(notes, readable, score)
    else:
        asked.compiled(notes, readable, score, notes.kernel, [*asked.authors, *hidden])
    closed = _rows(notes, [*reader.hidden, *reader.session])
    if notes.newest() > millis(now):
        future = np.flatnonzero(notes.column("published") > millis(now))
        closed = np.concatenate((future, closed))
    if len(closed):
        score[closed] = -np.inf
    seen = _distinct(_rows(notes, reader.seen))
    seen_score = score[seen]
    score[seen] = -np.inf
    gone = _distinct(np.concatenate((closed, seen))) if len(closed) else seen
    eligible, authors = _left(notes, hidden, gone, asked.by_author)
    asked.by_author[hidden] = known
    open_ = seen_score > -np.inf
    return Scan(score, eligible, authors, seen[open_], seen_score[open_], asked)


def _left(notes: LiveNotes, hidden: list[int], gone: Ints, by_author: Singles) -> tuple[int, float]:
    """Notes that are left to be shown and their authors, each author in part whose notes are
    partly gone.

    Args:
        hidden: authors, -inf in `by_author`. `gone`: rows, each once.
    """
    eligible, authors = len(notes), float(notes.author_count())
    counts = notes.author_counts()
    of = notes.column("author")[gone]
    if hidden:
        of = of[by_author[of] > -np.inf]
        theirs = counts[hidden].tolist()
        eligible -= sum(theirs)
        authors -= sum(count > 0 for count in theirs)
    return eligible - len(of), authors - float((1.0 / counts[of]).sum())


def _rows(notes: LiveNotes, ids: Sequence[int]) -> Ints:
    """Rows of notes, in order of ids: neighbours are looked for in the same places."""
    if not ids:
        return np.zeros(0, dtype=np.int64)
    return notes.rows(np.sort(np.fromiter(ids, dtype=np.int64, count=len(ids))))


def _distinct(values: Ints) -> Ints:
    """The values, rising, each once."""
    ordered = np.sort(values)
    again = ordered[1:] == ordered[:-1]
    return np.delete(ordered, np.flatnonzero(again)) if again.any() else ordered


class Asked(NamedTuple):
    """What the scan adds up for each note."""

    by_language: Singles
    liking: Singles | None
    """By combination of topics; None where the reader likes none."""
    query: Query | None
    weight: float
    by_author: Singles
    authors: list[int]
    """For whom that is not 0."""
    line: tuple[Singles, Singles] | None
    """Calibration by language: slope and offset."""

    @classmethod
    def of(cls, reader: Reader, notes: LiveNotes, config: EngineConfig) -> Self:
        """The tables for one reader."""
        liking = query = line = None
        if len(reader.topics):
            liking = notes.topic_sets.affinity(reader.topics) * np.float32(config.topic_weight)
        if len(reader.factors):
            query = _query(reader, notes)
        if reader.calibration is not None:
            line = _line(reader.calibration, notes)
        return cls(
            _language_bias(reader, notes, config),
            liking,
            query,
            config.similar_weight * (query.step if query else 0.0),
            *_author_bias(reader, notes, config),
            line,
        )

    def add_up(self, notes: LiveNotes, readable: Singles, score: Singles) -> None:
        """The score by numpy, from what is the same for all readers of these languages."""
        score[:] = readable
        if self.liking is not None:
            score += self.liking.take(notes.column("topic_set"))
        if self.query is not None:
            similar = notes.levels @ self.query.levels.astype(np.float32)
            similar *= notes.column("step")
            similar *= np.float32(self.weight)
            score += similar
        score += self.by_author.take(notes.column("author"))
        if self.line is not None:
            hidden = score == -np.inf
            slope, offset = self.line
            score[hidden] = 0.0
            score *= slope.take(notes.column("language"))
            score += offset.take(notes.column("language"))
            score[hidden] = -np.inf

    def compiled(
        self,
        notes: LiveNotes,
        readable: Singles,
        score: Singles,
        kernel: Kernel,
        marked: list[int],
    ) -> None:
        """The same by the compiled kernel, for which `by_author` is 0 but for the marked."""
        kernel.scan(
            notes.kept("scanned", lambda: _scanned(notes)),
            readable=readable,
            liking=self.liking,
            query=self.query.levels if self.query else None,
            weight=self.weight,
            by_author=self.by_author,
            marked=marked,
            slope=self.line[0] if self.line else None,
            offset=self.line[1] if self.line else None,
            score=score,
        )


def _scanned(notes: LiveNotes) -> Scanned:
    return Scanned.of(
        notes.levels,
        topic_set=notes.column("topic_set"),
        steps=notes.column("step"),
        author=notes.column("author"),
        language=notes.column("language"),
    )


def terms(
    reader: Reader,
    notes: LiveNotes,
    rows: Ints,
    config: EngineConfig,
    now: datetime,
    asked: Asked | None = None,
) -> Floats:
    """The parts of the rows' scores, in the order of `TERMS`; shape (terms, rows).

    Args:
        asked: of a scan for the same reader, where there was one.
    """
    asked = asked or Asked.of(reader, notes, config)
    language = notes.column("language")[rows]
    found = np.zeros((len(TERMS), len(rows)))
    if asked.liking is not None:
        found[0] = asked.liking[notes.column("topic_set")[rows]]
    found[1] = asked.by_author[notes.column("author")[rows]]
    found[2] = config.freshness_weight * notes.freshness(config, now, rows)
    found[3] = asked.by_language[language]
    if asked.query is not None:
        similar = notes.levels[rows].astype(np.float32) @ asked.query.levels.astype(np.float32)
        found[4] = asked.weight * similar * notes.column("step")[rows]
    found[5] = config.quality_weight * notes.column("quality")[rows]
    found[6] = config.bridging_weight * notes.column("bridging")[rows]
    if asked.line is not None:
        slope, offset = asked.line
        found *= slope[language]
        found[3] += offset[language]
    return found


def _query(reader: Reader, notes: LiveNotes) -> Query:
    if len(reader.factors) != notes.width:
        raise ShapeMismatch("reader.factors", reader.factors.shape, (notes.width,))
    return query_of(reader.factors)


def _author_bias(
    reader: Reader, notes: LiveNotes, config: EngineConfig
) -> tuple[Singles, list[int]]:
    """What each author is worth to the reader, and for whom that is not 0."""
    bias = np.zeros(len(notes.author_ids), dtype=np.float32)
    for author, liking in reader.authors.items():
        index = notes.author_index(author)
        if index is not None:
            bias[index] = config.author_weight * liking
    followed = notes.author_indices(reader.followed)
    bias[followed] += np.float32(config.follow_weight)
    return bias, [*followed, *notes.author_indices(reader.authors)]


def _line(line: Line, notes: LiveNotes) -> tuple[Singles, Singles]:
    """Slope and offset for every language of the place."""
    size = len(notes.place.languages)
    slope, offset = np.ones(size, dtype=np.float32), np.zeros(size, dtype=np.float32)
    known = min(size, len(line.slope))
    slope[:known], offset[:known] = line.slope[:known], line.offset[:known]
    return slope, offset


def _language_bias(reader: Reader, notes: LiveNotes, config: EngineConfig) -> Singles:
    bias = np.zeros(len(notes.place.languages), dtype=np.float32)
    known = min(len(bias), len(reader.languages))
    bias[:known] = config.language_weight * reader.languages[:known]
    return bias
