"""Filling a page: greedy by score, with diversity, caps and quotas."""

from dataclasses import dataclass, replace

import numpy as np

from dukou.engine.arrays import Bools, Floats, Ints

_EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class Field:
    """The notes that compete for a page; arrays over them, shape (notes,)."""

    score: Floats
    authors: Ints
    unseen: Bools
    topic_sets: Ints
    """Which row and column of `topic_likeness` is theirs."""
    topic_likeness: Floats
    factors: Floats
    """Unit rows, scaled by the root of the factors' part in likeness; shape (notes, factors)."""
    author_likeness: float
    penalty: float
    """Score that a note loses when it equals one that stands above it."""

    def scored(self, score: Floats) -> "Field":
        """The same notes with another score."""
        return replace(self, score=score)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a page must keep to; arrays by clause.

    `low`, `high`: quota of the page's exposure, 0 and 1 where there is none. `order`: clauses
    with a quota, first to be kept first. `good`: notes that a quota may take. `open`: notes
    that may stand on the page at all. `fixed`: notes placed beforehand, by slot. `due`: notes
    that must stand before slot `due_by`.
    """

    members: Bools
    low: Floats
    high: Floats
    order: tuple[int, ...]
    good: Bools
    open: Bools
    per_author: int
    fixed: dict[int, int]
    due: tuple[int, ...] = ()
    due_by: int = 0


@dataclass(slots=True)
class Filled:
    """A page: by slot the note, its penalty, and the clause that forced it (-1 for none)."""

    notes: list[int]
    penalties: list[float]
    forced: list[int]
    exposure: Floats
    """Exposure of each clause's providers; shape (clauses,)."""
    natural: Floats
    """The same had no quota stepped in."""


def fill(field: Field, rules: Rules, worth: Floats) -> Filled:
    """Fills the slots from the top with the best note that the rules allow.

    Args:
        worth: exposure of each slot; shape (slots,).

    A floor quota holds on every prefix of the page to within one slot, and on the whole page
    exactly where notes allow: a note of the clause must be taken once the slots left could
    otherwise no longer reach it. Ceilings likewise. Where quotas exclude each other the one
    that is first in order stands.
    """
    run = _Run(field, rules, worth)
    for slot in range(len(worth)):
        if not run.place(slot):
            break
    return run.page


class _Run:
    """One page being filled."""

    def __init__(self, field: Field, rules: Rules, worth: Floats) -> None:
        clauses = len(rules.members)
        self.field, self.rules, self.worth = field, rules, worth
        self.through = np.cumsum(worth)
        self.alive = rules.open.copy()
        self.alive[list(rules.fixed.values())] = False
        self.value = field.score.copy()
        self.likeness = np.zeros(len(field.score))
        self.by_author: dict[int, int] = {}
        self.due = [note for note in rules.due if self.alive[note]]
        self.page = Filled([], [], [], np.zeros(clauses), np.zeros(clauses))
        for note in rules.fixed.values():
            self.count_author(note)

    def place(self, slot: int) -> bool:
        """Fills one slot; false when nothing may be shown any more."""
        fixed = self.rules.fixed.get(slot)
        if fixed is not None:
            self.take(slot, fixed, fixed, -1)
            return True
        open_notes = self.alive & self.field.unseen
        if not open_notes.any():
            open_notes = self.alive
        natural = self.best(open_notes)
        if natural < 0:
            return False
        if self.due and len(self.due) >= self.rules.due_by - slot:
            self.take(slot, self.due[0], self.due[0], -1)
            return True
        chosen, clause = natural, -1
        for index in self.rules.order:
            narrowed = self.narrowed(index, slot, open_notes)
            if narrowed is None:
                continue
            open_notes = narrowed
            if not open_notes[chosen]:
                chosen, clause = self.best(open_notes), index
        self.take(slot, chosen, natural, clause)
        return True

    def best(self, open_notes: Bools) -> int:
        """The open note of highest value, -1 if none is open."""
        note = int(np.argmax(np.where(open_notes, self.value, -np.inf)))
        return note if open_notes[note] else -1

    def narrowed(self, clause: int, slot: int, open_notes: Bools) -> Bools | None:
        """The open notes that keep the clause's quota; None if all or none of them do."""
        rules, total = self.rules, self.through[-1]
        so_far, here, worth = self.page.exposure[clause], self.through[slot], self.worth[slot]
        left = total - here
        low, high = rules.low[clause], rules.high[clause]
        if so_far < max(low * total - left, low * here - self.worth[0]) - _EPSILON:
            wanted = open_notes & rules.members[clause] & rules.good
        elif so_far + worth > min(high * total, high * here + self.worth[0]) + _EPSILON:
            wanted = open_notes & ~rules.members[clause] & rules.good
        else:
            return None
        return wanted if wanted.any() else None

    def take(self, slot: int, note: int, natural: int, clause: int) -> None:
        """Puts the note on the page."""
        field, page, worth = self.field, self.page, self.worth[slot]
        page.notes.append(note)
        page.penalties.append(float(field.penalty * self.likeness[note]))
        page.forced.append(clause)
        page.exposure += worth * self.rules.members[:, note]
        page.natural += worth * self.rules.members[:, natural]
        if note in self.due:
            self.due.remove(note)
        self.alive[note] = False
        if slot not in self.rules.fixed:
            self.count_author(note)
        like = field.factors @ field.factors[note]
        np.maximum(like, 0.0, out=like)
        like += field.topic_likeness[field.topic_sets[note]][field.topic_sets]
        like += field.author_likeness * (field.authors == field.authors[note])
        np.maximum(self.likeness, like, out=self.likeness)
        self.value = field.score - field.penalty * self.likeness

    def count_author(self, note: int) -> None:
        author = int(self.field.authors[note])
        count = self.by_author.get(author, 0) + 1
        self.by_author[author] = count
        if count >= self.rules.per_author:
            self.alive[self.field.authors == author] = False
