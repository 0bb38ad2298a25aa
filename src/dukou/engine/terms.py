"""The logged terms of a slot: why it stands where it stands, as numbers."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

import numpy as np

from dukou.engine.arrays import Singles
from dukou.engine.bands import HOME
from dukou.engine.contract import Contract
from dukou.engine.errors import StateError

FORM = 1.0
HEAD = 14
PER_CLAUSE = 4


class ReasonCode(IntEnum):
    """What put a note on the page; stored as a number."""

    RANKED = 0
    """Its score."""
    QUOTA = 1
    """A clause that could not be kept otherwise."""
    DEBUT = 2
    """A promise to a newcomer."""
    EXPLORATION = 3
    """Chance: the slot is drawn at random."""
    FOLLOWED = 4
    """Its score, and the reader follows the author."""


class ClauseTerm(NamedTuple):
    """What one clause added to a note's score, and where the clause stood.

    `shared`, `own`: score added by the shared price and by the reader's own. `needed`: share
    that the rest of the window (or of the reader's band) needed. `delivered`: share so far,
    None before anything was served.
    """

    clause: str
    shared: float
    own: float
    needed: float
    delivered: float | None

    @property
    def price(self) -> float:
        """All that the clause added."""
        return self.shared + self.own


class Terms(NamedTuple):
    """All that made a note's place; the score is the sum of the terms, prices and debut,
    less the diversity penalty."""

    reason: ReasonCode
    topic: float = 0.0
    author: float = 0.0
    freshness: float = 0.0
    language: float = 0.0
    similar: float = 0.0
    quality: float = 0.0
    bridging: float = 0.0
    diversity: float = 0.0
    debut: float = 0.0
    best_topic: int = -1
    scale: float = 0.0
    """The IQR of relevance that prices were multiplied by."""
    quota: str | None = None
    """The clause that forced the note, with reason QUOTA."""
    clauses: tuple[ClauseTerm, ...] = ()

    @property
    def relevance(self) -> float:
        """Score without contract, debut and diversity."""
        return (
            self.topic
            + self.author
            + self.freshness
            + self.language
            + self.similar
            + self.quality
            + self.bridging
        )

    @property
    def score(self) -> float:
        """The number by which the note stood where it stood."""
        prices = sum(term.price for term in self.clauses)
        return self.relevance + prices + self.debut - self.diversity


def pack_terms(terms: Terms, contract: Contract) -> Singles:
    """The terms as a flat array for the log; shape (18 + 4 * clauses,).

    The contract's version must be logged beside it: clauses go by their order in it, with
    the reader's own HOME band after them.
    """
    return np.array(_flat(terms, (*contract.ids, HOME)), dtype=np.float32)


def _flat(terms: Terms, ids: tuple[str, ...]) -> list[float]:
    flat = [
        FORM,
        terms.reason,
        terms.topic,
        terms.author,
        terms.freshness,
        terms.language,
        terms.similar,
        terms.quality,
        terms.bridging,
        terms.diversity,
        terms.debut,
        terms.best_topic,
        terms.scale,
        ids.index(terms.quota) if terms.quota in ids else -1,
        *(0.0, 0.0, 0.0, np.nan) * len(ids),
    ]
    for term in terms.clauses:
        delivered = np.nan if term.delivered is None else term.delivered
        if term.clause in ids:
            at = HEAD + PER_CLAUSE * ids.index(term.clause)
            flat[at : at + PER_CLAUSE] = (term.shared, term.own, term.needed, delivered)
    return flat


def unpack_terms(packed: Sequence[float] | Singles, contract: Contract) -> Terms:
    """The terms that `pack_terms` wrote under the same version of the contract.

    Raises: StateError: another form or length.
    """
    values = np.asarray(packed, dtype=np.float64)
    ids = (*contract.ids, HOME)
    expected = HEAD + PER_CLAUSE * len(ids)
    if values.shape != (expected,):
        raise StateError("terms", f"{values.shape}, expected ({expected},)")
    if values[0] != FORM or int(values[1]) not in list(ReasonCode):
        raise StateError("terms", f"form {values[0]}, reason {values[1]}")
    head = [float(value) for value in values[:HEAD]]
    body = values[HEAD:].reshape(len(ids), PER_CLAUSE)
    clauses = tuple(
        ClauseTerm(
            name,
            float(row[0]),
            float(row[1]),
            float(row[2]),
            None if np.isnan(row[3]) else float(row[3]),
        )
        for name, row in zip(ids, body, strict=True)
        if row[:3].any() or not np.isnan(row[3])
    )
    quota = int(head[13])
    return Terms(
        ReasonCode(int(head[1])),
        topic=head[2],
        author=head[3],
        freshness=head[4],
        language=head[5],
        similar=head[6],
        quality=head[7],
        bridging=head[8],
        diversity=head[9],
        debut=head[10],
        best_topic=int(head[11]),
        scale=head[12],
        quota=ids[quota] if 0 <= quota < len(ids) else None,
        clauses=clauses,
    )
