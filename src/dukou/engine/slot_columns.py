"""The slots of a page by column, as the log takes them; one by one for whoever asks why."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from dukou.engine.arrays import Bools, Floats, Singles
from dukou.engine.terms import FORM, HEAD, PER_CLAUSE, ClauseTerm, ReasonCode, Terms


class Slot(NamedTuple):
    """A note at a position of a page.

    `exposure`: chance that the slot is seen. `propensity`: chance with which this note stood in
    this slot, given what could have been drawn: for the exploration slot 1 / (slots * authors *
    notes of its author), for the others the chance that their slot was not drawn for exploration.
    """

    note_id: int
    author_id: int
    position: int
    exposure: float
    propensity: float
    terms: Terms


@dataclass(frozen=True, eq=False)
class SlotColumns:
    """All slots of a page, top first; lists by slot.

    `parts`: relevance by `relevance.TERMS`; shape (terms, slots). `scale`: see `Terms`. `names`:
    all clauses that a quota may be of; `forced`: which of them forced the note, -1 for none.
    `clauses`: what those that speak of the reader add to their providers' notes, by place in
    `names`; `members`: which notes are theirs; shape (names or fewer, slots).
    """

    note_ids: tuple[int, ...]
    author_ids: list[int]
    exposures: list[float]
    propensities: list[float]
    reasons: list[ReasonCode]
    parts: Floats
    penalties: list[float]
    debuts: list[float]
    best_topics: list[int]
    scale: float
    names: tuple[str, ...]
    forced: list[int]
    clauses: list[tuple[int, ClauseTerm]]
    members: Bools

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The same one by one."""
        return tuple(
            Slot(note_id, author, at, exposure, propensity, self._terms(at))
            for at, (note_id, author, exposure, propensity) in enumerate(
                zip(self.note_ids, self.author_ids, self.exposures, self.propensities, strict=True)
            )
        )

    def _terms(self, at: int) -> Terms:
        topic, author, freshness, language, similar, quality, bridging = self.parts[:, at].tolist()
        forced = self.forced[at]
        return Terms(
            self.reasons[at],
            topic,
            author,
            freshness,
            language,
            similar,
            quality,
            bridging,
            self.penalties[at],
            self.debuts[at],
            self.best_topics[at],
            self.scale,
            self.names[forced] if forced >= 0 else None,
            tuple([term for clause, term in self.clauses if self.members[clause, at]]),
        )

    def packed(self) -> Singles:
        """`pack_terms` of every slot; shape (slots, 14 + 4 * names)."""
        found = np.empty((len(self.note_ids), HEAD + PER_CLAUSE * len(self.names)), np.float32)
        found[:, 0] = FORM
        found[:, 1] = self.reasons
        found[:, 2:9] = self.parts.T
        found[:, 9], found[:, 10] = self.penalties, self.debuts
        found[:, 11], found[:, 12], found[:, 13] = self.best_topics, self.scale, self.forced
        found[:, HEAD:] = (0.0, 0.0, 0.0, np.nan) * len(self.names)
        for clause, term in self.clauses:
            at = HEAD + PER_CLAUSE * clause
            delivered = np.nan if term.delivered is None else term.delivered
            said = (term.shared, term.own, term.needed, delivered)
            found[self.members[clause], at : at + PER_CLAUSE] = said
        return found
