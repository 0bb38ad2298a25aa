"""How a note stands with the readers of late, before anybody was shown it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from dukou.engine.config import EngineConfig
from dukou.engine.notes import LiveNotes
from dukou.engine.reader import Reader
from dukou.engine.relevance import terms

_SAMPLE = 512
_DEFAULT = EngineConfig()


@dataclass(frozen=True, slots=True)
class Match:
    """How a note stands with one reader.

    `rank`: part of the live notes that it beats in the reader's own relevance, 0 to 1.
    `language`: how well its language reaches them, 0 to 1 (see `language_fit`). `topic`: what its
    topics add to its score. `competes`: whether it is among the notes that compete for a page of
    theirs by relevance alone.
    """

    rank: float
    language: float
    topic: float
    competes: bool

    def matches(self, config: EngineConfig = _DEFAULT) -> bool:
        """Whether the note lies in the part of the reader's interest that debuts count on."""
        return self.rank >= config.debut_interest


def match_note(
    readers: Sequence[Reader],
    notes: LiveNotes,
    note: LiveNotes,
    *,
    now: datetime,
    config: EngineConfig = _DEFAULT,
) -> list[Match]:
    """How a note stands with each reader among the live notes, of which some hundred are looked at.

    Args:
        note: an index of the same place that holds this note alone: it need not be live yet.
    """
    with notes.lock:
        rows = np.arange(0, len(notes), max(len(notes) // _SAMPLE, 1))
        one = np.zeros(1, dtype=np.int64)
        language = int(note.column("language")[0])
        found = []
        for reader in readers:
            parts = terms(reader, note, one, config, now)
            score = float(parts.sum())
            others = terms(reader, notes, rows, config, now).sum(axis=0)
            rank = float(np.mean(others <= score)) if len(rows) else 1.0
            known = language < len(reader.languages)
            found.append(
                Match(
                    rank=rank,
                    language=float(reader.languages[language]) if known else 0.0,
                    topic=float(parts[0, 0]),
                    competes=(1.0 - rank) * len(notes) < config.candidates,
                )
            )
    return found


def match_share(matches: Sequence[Match], weights: Sequence[float]) -> float | None:
    """Part of the pages of these readers that the note matches; None where nobody came.

    Args:
        weights: pages of each reader.
    """
    whole = sum(weights)
    if whole <= 0.0:
        return None
    return sum(w for m, w in zip(matches, weights, strict=True) if m.matches()) / whole
