"""Relevance: one pass over all live notes to find the best, and its terms for those found."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, Self

import numpy as np

from dukou.engine.arrays import Floats, Ints, Singles
from dukou.engine.calibration import Line
from dukou.engine.clock import millis
from dukou.engine.config import EngineConfig
from dukou.engine.errors import ShapeMismatch
from dukou.engine.kernel import Kernel
from dukou.engine.levels import Query, query_of
from dukou.engine.notes import LiveNotes
from dukou.engine.reader import Reader

TERMS = ("topic", "author", "freshness", "language", "similar", "quality", "bridging")
"""The parts of a note's score that do not come from the contract, in logged order."""


class Scan(NamedTuple):
    """Score of every live note for a reader; -inf for what may not be shown now."""

    score: Singles
    """Shape (notes,); -inf also for notes seen before."""
    gone: Ints
    """Rows of -inf, rising."""
    seen: Ints
    """Rows of notes seen before that could be shown again, rising."""
    seen_score: Singles
    """Their scores; same shape as `seen`."""

    @property
    def eligible(self) -> int:
        """Notes that may be shown and were not seen before."""
        return len(self.score) - len(self.gone)


def scan(reader: Reader, notes: LiveNotes, config: EngineConfig, now: datetime) -> Scan:
    """Score without the contract of every live note: an exact product, no index.

    Hidden notes and authors, this session's notes and notes of the future are -inf.

    Raises: ShapeMismatch: the reader's factors are not as many as the notes'.
    """
    asked = _Asked.of(reader, notes, config, now)
    score = asked.added_up(notes) if notes.kernel is None else asked.compiled(notes, notes.kernel)
    if notes.newest() > millis(now):
        score[notes.column("published") > millis(now)] = -np.inf
    for ids in (reader.hidden, reader.session):
        score[notes.rows(ids)] = -np.inf
    seen = np.unique(notes.rows(reader.seen))
    seen_score = score[seen]
    open_ = np.isfinite(seen_score)
    score[seen] = -np.inf
    return Scan(score, np.flatnonzero(score == -np.inf), seen[open_], seen_score[open_])


class _Asked(NamedTuple):
    """What the scan adds up for each note."""

    readable: Singles
    """By note."""
    liking: Singles | None
    """By combination of topics; None where the reader likes none."""
    query: Query | None
    weight: float
    by_author: Singles
    """-inf for the hidden."""
    line: tuple[Singles, Singles] | None
    """Calibration by language: slope and offset."""

    @classmethod
    def of(cls, reader: Reader, notes: LiveNotes, config: EngineConfig, now: datetime) -> Self:
        """The tables for one reader."""
        liking = query = line = None
        if len(reader.topics):
            liking = notes.topic_sets.affinity(reader.topics) * np.float32(config.topic_weight)
        if len(reader.factors):
            query = _query(reader, notes)
        if reader.calibration is not None:
            line = _line(reader.calibration, notes)
        by_author = _author_bias(reader, notes, config)
        by_author[_indices(reader.hidden_authors, notes)] = -np.inf
        return cls(
            notes.readable_score(config, now, _language_bias(reader, notes, config)),
            liking,
            query,
            config.similar_weight * (query.step if query else 0.0),
            by_author,
            line,
        )

    def added_up(self, notes: LiveNotes) -> Singles:
        """The score by numpy."""
        score = self.readable.copy()
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
        return score

    def compiled(self, notes: LiveNotes, kernel: Kernel) -> Singles:
        """The same by the compiled kernel."""
        return kernel.scan(
            readable=self.readable,
            liking=self.liking,
            topic_set=notes.column("topic_set"),
            levels=notes.levels,
            steps=notes.column("step"),
            query=self.query.levels if self.query else None,
            weight=self.weight,
            by_author=self.by_author,
            author=notes.column("author"),
            slope=self.line[0] if self.line else None,
            offset=self.line[1] if self.line else None,
            language=notes.column("language"),
        )


def terms(
    reader: Reader, notes: LiveNotes, rows: Ints, config: EngineConfig, now: datetime
) -> Floats:
    """The parts of the rows' scores, in the order of `TERMS`; shape (terms, rows)."""
    found = np.zeros((len(TERMS), len(rows)))
    if len(reader.topics):
        liking = notes.topic_sets.affinity(reader.topics)
        found[0] = config.topic_weight * liking[notes.column("topic_set")[rows]]
    found[1] = _author_bias(reader, notes, config)[notes.column("author")[rows]]
    found[2] = config.freshness_weight * notes.freshness(config, now, rows)
    found[3] = _language_bias(reader, notes, config)[notes.column("language")[rows]]
    if len(reader.factors):
        query = _query(reader, notes)
        similar = notes.levels[rows].astype(np.float32) @ query.levels.astype(np.float32)
        found[4] = config.similar_weight * query.step * similar * notes.column("step")[rows]
    found[5] = config.quality_weight * notes.column("quality")[rows]
    found[6] = config.bridging_weight * notes.column("bridging")[rows]
    if reader.calibration is not None:
        slope, offset = _line(reader.calibration, notes)
        found *= slope[notes.column("language")[rows]]
        found[3] += offset[notes.column("language")[rows]]
    return found


def _query(reader: Reader, notes: LiveNotes) -> Query:
    if len(reader.factors) != notes.width:
        raise ShapeMismatch("reader.factors", reader.factors.shape, (notes.width,))
    return query_of(reader.factors)


def _author_bias(reader: Reader, notes: LiveNotes, config: EngineConfig) -> Singles:
    bias = np.zeros(len(notes.author_ids), dtype=np.float32)
    for author, liking in reader.authors.items():
        index = notes.author_index(author)
        if index is not None:
            bias[index] = config.author_weight * liking
    bias[_indices(reader.followed, notes)] += np.float32(config.follow_weight)
    return bias


def _indices(authors: Iterable[int], notes: LiveNotes) -> list[int]:
    """Indices of those authors of whom there ever was a note."""
    return [at for at in map(notes.author_index, authors) if at is not None]


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
