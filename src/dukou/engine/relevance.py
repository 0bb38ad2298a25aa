"""Relevance: one pass over all live notes to find the best, and its terms for those found."""

from datetime import datetime
from typing import NamedTuple

import numpy as np

from dukou.engine.arrays import Bools, Floats, Ints, Singles
from dukou.engine.calibration import Line
from dukou.engine.clock import millis
from dukou.engine.config import EngineConfig
from dukou.engine.errors import ShapeMismatch
from dukou.engine.notes import LiveNotes
from dukou.engine.reader import Reader

TERMS = ("topic", "author", "freshness", "language", "similar", "quality", "bridging")
"""The parts of a note's score that do not come from the contract, in logged order."""


class Scan(NamedTuple):
    """Score of every live note for a reader; -inf for what may not be shown now."""

    score: Singles
    """Shape (notes,); -inf also for notes seen before."""
    seen: Ints
    """Rows of notes seen before that could be shown again."""
    seen_score: Singles
    """Their scores; same shape as `seen`."""


def scan(reader: Reader, notes: LiveNotes, config: EngineConfig, now: datetime) -> Scan:
    """Score without the contract of every live note: an exact product, no index.

    Hidden notes and authors, this session's notes and notes of the future are -inf.

    Raises: ShapeMismatch: the reader's factors are not as many as the notes'.
    """
    score = notes.readable_score(config, now, _language_bias(reader, notes, config)).copy()
    if len(reader.topics):
        liking = notes.topic_sets.affinity(reader.topics) * np.float32(config.topic_weight)
        score += liking.take(notes.column("topic_set"))
    if len(reader.factors):
        if len(reader.factors) != notes.width:
            raise ShapeMismatch("reader.factors", reader.factors.shape, (notes.width,))
        score += notes.factors @ (reader.factors * np.float32(config.similar_weight))
    bias, hidden = _author_bias(reader, notes, config), _hidden_authors(reader, notes)
    if reader.calibration is None:
        bias[hidden] = -np.inf
    score += bias.take(notes.column("author"))
    if reader.calibration is not None:
        slope, offset = _line(reader.calibration, notes)
        score *= slope.take(notes.column("language"))
        score += offset.take(notes.column("language"))
        score[hidden.take(notes.column("author"))] = -np.inf
    if notes.newest() > millis(now):
        score[notes.column("published") > millis(now)] = -np.inf
    for ids in (reader.hidden, reader.session):
        score[notes.rows(ids)] = -np.inf
    seen = np.unique(notes.rows(reader.seen))
    seen = seen[np.isfinite(score[seen])]
    seen_score = score[seen]
    score[seen] = -np.inf
    return Scan(score, seen, seen_score)


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
        found[4] = config.similar_weight * (notes.factors[rows] @ reader.factors)
    found[5] = config.quality_weight * notes.column("quality")[rows]
    found[6] = config.bridging_weight * notes.column("bridging")[rows]
    if reader.calibration is not None:
        slope, offset = _line(reader.calibration, notes)
        found *= slope[notes.column("language")[rows]]
        found[3] += offset[notes.column("language")[rows]]
    return found


def followed_mask(reader: Reader, notes: LiveNotes, rows: Ints) -> Bools:
    """Which of the rows are by authors that the reader follows; same shape as `rows`."""
    followed = np.zeros(len(notes.author_ids), dtype=bool)
    for author in reader.followed:
        index = notes.author_index(author)
        if index is not None:
            followed[index] = True
    return np.asarray(followed[notes.column("author")[rows]])


def _author_bias(reader: Reader, notes: LiveNotes, config: EngineConfig) -> Singles:
    bias = np.zeros(len(notes.author_ids), dtype=np.float32)
    for author, liking in reader.authors.items():
        index = notes.author_index(author)
        if index is not None:
            bias[index] = config.author_weight * liking
    for author in reader.followed:
        index = notes.author_index(author)
        if index is not None:
            bias[index] += config.follow_weight
    return bias


def _hidden_authors(reader: Reader, notes: LiveNotes) -> Bools:
    hidden = np.zeros(len(notes.author_ids), dtype=bool)
    for author in reader.hidden_authors:
        index = notes.author_index(author)
        if index is not None:
            hidden[index] = True
    return hidden


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
