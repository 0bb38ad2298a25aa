"""Filling a page: greedy by score, with diversity, caps and quotas."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from dukou.engine.arrays import Bools, Floats, Ints
from dukou.engine.kernel import Kernel
from dukou.engine.topic_sets import Entries

_EPSILON = 1e-9


class Field(NamedTuple):
    """The notes that compete for a page; arrays over them, shape (notes,)."""

    score: Floats
    authors: Ints
    unseen: Bools
    topic_sets: Ints
    """Which combination of topics is theirs."""
    topics: Entries
    """All combinations."""
    part: Floats
    """What a common topic counts in likeness, by the root: times that of the other note."""
    levels: Any
    """Their factors as whole numbers; shape (notes, factors)."""
    unit: Floats
    """What a level counts in likeness, by the root."""
    author_likeness: float
    penalty: float
    """Score that a note loses when it equals one that stands above it."""
    kernel: Kernel | None = None
    compared: "Likeness | None" = None
    """What was compared so far; shared by the pages filled from one contest."""
    part_of_fill: Any = None
    """What the kernel reads of all this but the score, where the field has one; shared as well."""

    def scored(self, score: Floats) -> "Field":
        """The same notes with another score."""
        return self._replace(score=score)


class Likeness:
    """How like the notes of a field are, in factors, topics and author."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.has_topic = field.topics.having(field.topic_sets)
        """Which topics each note has; shape (notes, topics among them)."""
        self.known: dict[int, Floats] = {}

    def to(self, note: int) -> Floats:
        """How like each note is to one of them: 0 to 1; shape (notes,)."""
        found = self.known.get(note)
        if found is None:
            field, has = self.field, self.has_topic
            found = np.maximum(field.levels @ field.levels[note], 0.0).astype(np.float64)
            found *= field.unit
            found *= field.unit[note]
            common = np.count_nonzero(has[:, has[note]], axis=1).astype(np.float64)
            common *= field.part
            found += common * field.part[note]
            found += field.author_likeness * (field.authors == field.authors[note])
            self.known[note] = found
        return found


class Rules(NamedTuple):
    """What a page must keep to; arrays by clause.

    `low`, `high`: quota of the page's exposure, 0 and 1 where there is none. `order`: clauses
    with a quota, first to be kept first. `good`: notes that a quota may take. `open`: notes
    that may stand on the page at all. `slack`: part of the page's exposure that a prefix may
    miss a quota by. `fixed`: notes placed beforehand, by slot. `due`: notes
    that must stand before slot `due_by`. `per_topic`: notes with one topic, 0 for as many as there
    are. `resting`: notes with a topic that has had enough, None for none; both yield where
    nothing else is left that the reader has not seen.
    """

    members: Bools
    low: Floats
    high: Floats
    order: tuple[int, ...]
    good: Bools
    open: Bools
    per_author: int
    slack: float
    fixed: dict[int, int]
    due: tuple[int, ...] = ()
    due_by: int = 0
    per_topic: int = 0
    resting: Bools | None = None


class Filled(NamedTuple):
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

    A floor quota holds on the whole page exactly where notes allow: a note of the clause must
    be taken once the slots left could otherwise no longer reach it. It holds on every prefix to
    within `slack`: prices put the clause's best notes where their relevance belongs, and to
    force them up the page as well would fill the quota twice. Ceilings likewise. Where quotas
    exclude each other the one that is first in order stands.
    """
    if field.kernel is not None:
        return _filled(*field.kernel.fill(field, rules, worth), rules, worth)
    run = _Run(field, rules, worth)
    for slot in range(len(worth)):
        if not run.place(slot):
            break
    return _filled(run.notes, run.natural, run.forced, run.penalties, rules, worth)


def _filled(
    taken: list[int],
    natural: list[int],
    forced: list[int],
    penalties: list[float],
    rules: Rules,
    worth: Floats,
) -> Filled:
    """The page as it stands."""
    given = worth[: len(taken)]
    exposure = rules.members[:, taken] @ given
    by_itself = exposure if natural == taken else rules.members[:, natural] @ given
    return Filled(taken, penalties, forced, exposure, by_itself)


@dataclass(slots=True)
class _Quota:
    """A clause's quota on one page, and what was given so far."""

    clause: int
    members: Bools
    least: float
    most: float
    fixed: dict[int, float]
    """Exposure of the clause's notes placed beforehand, by slot."""
    given: float = 0.0

    def wants(self, *, inside: bool, good: Bools) -> Bools:
        """Notes of the clause, or the others, that a quota may take."""
        return np.asarray((self.members if inside else ~self.members) & good)


class _Run:
    """One page being filled."""

    def __init__(self, field: Field, rules: Rules, worth: Floats) -> None:
        self.field, self.rules = field, rules
        self.worth = worth.tolist()
        self.through = np.cumsum(worth).tolist()
        self.alive = rules.open.copy()
        self.alive[list(rules.fixed.values())] = False
        self.seen_too = bool(field.unseen.all())
        self.per_topic = rules.per_topic
        self.alike = field.compared or Likeness(field)
        self.by_topic = np.zeros(self.alike.has_topic.shape[1], dtype=np.int64)
        none = np.zeros(len(field.score), dtype=bool)
        self.resting = none if rules.resting is None else rules.resting.copy()
        self.open_score = self.opened()
        self.likeness = np.zeros(len(field.score))
        self.by_author: dict[int, int] = {}
        self.quotas = [self.quota(clause) for clause in rules.order]
        self.notes: list[int] = []
        self.natural: list[int] = []
        self.penalties: list[float] = []
        self.forced: list[int] = []
        for note in rules.fixed.values():
            self.count(note)

    def quota(self, clause: int) -> _Quota:
        """The quota of a clause, as exposure of this page."""
        rules, total = self.rules, self.through[-1]
        members = rules.members[clause]
        fixed = {slot: self.worth[slot] * bool(members[note]) for slot, note in rules.fixed.items()}
        low, high = float(rules.low[clause]), float(rules.high[clause])
        return _Quota(clause, members, low * total, high * total, fixed)

    def place(self, slot: int) -> bool:
        """Fills one slot; false when nothing may be shown any more."""
        fixed = self.rules.fixed.get(slot)
        if fixed is not None:
            self.take(slot, fixed, fixed, -1)
            return True
        value = self.open_score - self.field.penalty * self.likeness
        natural = _best(value)
        while natural < 0 and self.widened():
            value = self.open_score - self.field.penalty * self.likeness
            natural = _best(value)
        if natural < 0:
            return False
        waiting = [note for note in self.rules.due if self.alive[note]]
        if waiting and len(waiting) >= self.rules.due_by - slot:
            self.take(slot, waiting[0], waiting[0], -1)
            return True
        chosen, clause = natural, -1
        for quota in self.quotas:
            wanted = self.wanted(quota, slot)
            if wanted is None:
                continue
            narrowed = np.where(wanted, value, -np.inf)
            best = _best(narrowed)
            if best >= 0:
                value = narrowed
                if best != chosen:
                    chosen, clause = best, quota.clause
        self.take(slot, chosen, natural, clause)
        return True

    def wanted(self, quota: _Quota, slot: int) -> Bools | None:
        """The notes that the quota asks for here; None if any will do."""
        total, here, worth = self.through[-1], self.through[slot], self.worth[slot]
        left, ahead = total - here, 0.0
        for place, exposure in quota.fixed.items():
            if place > slot:
                left -= self.worth[place]
                ahead += exposure
        slack, part = self.rules.slack * total, here / total
        if quota.given < max(quota.least - ahead - left, quota.least * part - slack) - _EPSILON:
            return quota.wants(inside=True, good=self.rules.good)
        if quota.given + worth > min(quota.most - ahead, quota.most * part + slack) + _EPSILON:
            return quota.wants(inside=False, good=self.rules.good)
        return None

    def take(self, slot: int, note: int, natural: int, clause: int) -> None:
        """Puts the note on the page."""
        self.notes.append(note)
        self.natural.append(natural)
        self.penalties.append(float(self.field.penalty * self.likeness[note]))
        self.forced.append(clause)
        for quota in self.quotas:
            if quota.members[note]:
                quota.given += self.worth[slot]
        self.alive[note] = False
        self.open_score[note] = -np.inf
        if slot not in self.rules.fixed:
            self.count(note)
        np.maximum(self.likeness, self.alike.to(note), out=self.likeness)

    def opened(self) -> Floats:
        """The score of the notes that may stand on the page now, -inf for the others."""
        is_open = self.alive & ~self.resting
        if not self.seen_too:
            is_open &= self.field.unseen
        return np.where(is_open, self.field.score, -np.inf)

    def widened(self) -> bool:
        """Lets caps of topics yield, then takes in what was seen before; false after both."""
        if self.resting.any():
            self.resting[:] = False
            self.per_topic = 0
        elif not self.seen_too:
            self.seen_too = True
        else:
            return False
        self.open_score = self.opened()
        return True

    def count(self, note: int) -> None:
        """Counts a note for its author and topics; the others of an author leave when that is
        all that a page takes, those of a topic rest."""
        author = int(self.field.authors[note])
        self.by_author[author] = self.by_author.get(author, 0) + 1
        if self.by_author[author] >= self.rules.per_author:
            others = self.field.authors == author
            self.alive[others] = False
            self.open_score[others] = -np.inf
        if self.per_topic:
            has = self.alike.has_topic[note]
            self.by_topic[has] += 1
            for topic in np.flatnonzero(has & (self.by_topic == self.per_topic)):
                others = self.alike.has_topic[:, topic]
                self.resting |= others
                self.open_score[others] = -np.inf


def _best(value: Floats) -> int:
    """The note of highest value, -1 if none is open."""
    if not len(value):
        return -1
    note = int(value.argmax())
    return note if value[note] > -np.inf else -1
