"""What similar members liked: factors of members and notes from implicit feedback.

Weighted least squares over all pairs, side by side (`least_squares`). Given only what members
did, an event counts as one and every other pair a little as zero; an event may weigh the less
the likelier it was to be seen.

Given also what they were shown, relevance cannot feed on the exposure that the ranker gave. With
v the chance that a showing was seen and m the place's mean engagement for each note seen, a pair
expects v·m; it aims at (engagement / expected) - 1 and weighs what was expected. In expectation
this is by how many times the member is likelier to engage once they see the note than is usual:
to be shown more says nothing by itself, and the weights take back the variance of dividing by a
small chance. The last factor is then 1 for every member, so that the note's is what it is liked
by everybody, and a member of whom nothing is known meets what most people like. Sources: Schnabel
et al. 2016 (arXiv 1602.05352) and Saito et al. 2020 (arXiv 1909.03601) for learning by inverse
propensity; Joachims et al. 2017 (arXiv 1608.04468) for the chance that a slot is seen.
"""

from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np
from scipy.sparse import csr_array

from dukou.engine.arrays import Bools, Floats, Ints, Singles
from dukou.engine.errors import ShapeMismatch
from dukou.engine.least_squares import Seen, solved


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """How factors are learnt.

    `reg` grows with how much is known of a member or note, to the power `reg_power`; `unseen` is
    the weight of a pair without an event, `unshown` of one that was never shown where showings
    are given; `least_propensity` bounds how much an event that was unlikely to be seen may weigh.
    """

    factors: int = 32
    epochs: int = 6
    reg: float = 0.1
    reg_power: float = 1.0
    unseen: float = 0.01
    unshown: float = 0.001
    least_propensity: float = 0.1

    @classmethod
    def sized(cls, events: int, *, shown: bool = False) -> Self:
        """Settings for a place with so many events, learning with showings or without.

        A village's events cannot tell more than a few tastes apart and must be believed little;
        a city's fill hundreds of factors. Chosen on parts of Gowalla's training data, and with
        showings on the readers of `bench/feedback.py`, by other seeds than it reports.
        """
        sizes = (size for size in _SIZES if events >= size.events)
        size = next(sizes, _VILLAGE)
        reg = size.reg * (_SHOWN_REG if shown else 1.0)
        return cls(factors=size.factors, reg=reg)


class _Size(NamedTuple):
    events: int
    factors: int
    reg: float


_SIZES = (_Size(400_000, 512, 0.003), _Size(30_000, 128, 0.03), _Size(10_000, 64, 0.03))
_VILLAGE = _Size(0, 32, 0.1)
_SHOWN_REG = 3.0


@dataclass(frozen=True, slots=True)
class Events:
    """Who engaged with what: ids, weight (0 and up) and the chance that it was seen.

    All of shape (events,). Several events of a pair add up. `propensities` are for learning
    without `Showings`, and left out of account beside them.
    """

    members: Ints
    notes: Ints
    weights: Floats
    propensities: Floats | None = None

    def __post_init__(self) -> None:
        _same_length(self, "notes", "weights", "propensities")


@dataclass(frozen=True, slots=True)
class Showings:
    """Who was shown what: every served slot, liked or not, and the chance that it was seen.

    All of shape (slots,). `exposures`: 0 to 1; `Slot.exposure`, or 1 and 0 where a beacon told.
    """

    members: Ints
    notes: Ints
    exposures: Floats

    def __post_init__(self) -> None:
        _same_length(self, "notes", "exposures")


@dataclass(frozen=True, slots=True)
class Factors:
    """Factors whose product is the higher, the likelier a member engages; ids in ascending order.

    Learnt from events alone, the product is near 1 where a member would engage. Learnt with
    showings, it says how many times `mean`, the place's engagement for each note seen, is to be
    expected, less 1: 0 is usual, 1 is twice that.
    """

    member_ids: Ints
    members: Singles
    note_ids: Ints
    notes: Singles
    learning: Learning
    mean: float = 0.0

    def of_notes(self, ids: Ints) -> Singles:
        """Factors of notes by id; zeros for those that were not learnt."""
        return _by_id(self.note_ids, self.notes, ids)

    def of_members(self, ids: Ints) -> Singles:
        """Factors of members by id; `stranger` for those that were not learnt."""
        found = _by_id(self.member_ids, self.members, ids)
        found[~_at(self.member_ids, ids)[1]] = self.stranger
        return found

    @property
    def stranger(self) -> Singles:
        """Factors of a member of whom nothing is known; shape (factors,)."""
        found = np.zeros(self.notes.shape[1], dtype=np.float32)
        found[-1:] = float(self.mean > 0.0)
        return found


def learn(
    events: Events,
    learning: Learning,
    *,
    rng: np.random.Generator,
    showings: Showings | None = None,
) -> Factors:
    """Factors of every member and note that has an event, or was shown.

    Args:
        showings: all that the ranker served, so that relevance does not feed on its exposure.
            An event on a note that the member was not served tells of the member, by its weight,
            and nothing of the note: who likes what they were not shown chose to.
    """
    member_ids, note_ids = np.unique(events.members), np.unique(events.notes)
    if showings is not None:
        member_ids = np.union1d(member_ids, showings.members)
        note_ids = np.union1d(note_ids, showings.notes)
    mean = _mean_engagement(events, showings, member_ids, note_ids)
    seen = _seen(events, showings, member_ids, note_ids, mean, learning)
    of_notes = _seen(events, showings, member_ids, note_ids, mean, learning, served=True)
    turned = of_notes.turned()
    width = learning.factors
    right = rng.normal(0.0, 0.1 / np.sqrt(width), (len(note_ids), width)).astype(np.float32)
    left = np.zeros((len(member_ids), width), dtype=np.float32)
    for _ in range(learning.epochs):
        left = _members(seen, right, learning, mean)
        right = _solved(turned, left, learning, mean)
    return Factors(member_ids, left, note_ids, right, learning, mean)


def fold_in_members(
    factors: Factors, events: Events, showings: Showings | None = None
) -> tuple[Ints, Singles]:
    """Ids and factors of members from their own events alone, against the learnt notes."""
    ids = np.unique(events.members)
    if showings is not None:
        ids = np.union1d(ids, showings.members)
    seen = _seen(events, showings, ids, factors.note_ids, factors.mean, factors.learning)
    return ids, _members(seen, factors.notes, factors.learning, factors.mean)


def fold_in_notes(
    factors: Factors, events: Events, showings: Showings | None = None
) -> tuple[Ints, Singles]:
    """Ids and factors of notes from their own events alone, against the learnt members."""
    ids = np.unique(events.notes)
    if showings is not None:
        ids = np.union1d(ids, showings.notes)
    seen = _seen(
        events, showings, factors.member_ids, ids, factors.mean, factors.learning, served=True
    )
    return ids, _solved(seen.turned(), factors.members, factors.learning, factors.mean)


def solve(weights: csr_array, other: Singles, learning: Learning, *, mean: float = 0.0) -> Singles:
    """Factors of members whose entries aim at 1, given those of the notes.

    Args:
        mean: `Factors.mean`, with which the notes were learnt.
    """
    return _members(Seen(weights, weights.data), other, learning, mean)


def _members(seen: Seen, notes: Singles, learning: Learning, mean: float) -> Singles:
    """Factors of members; with showings, of what the notes' own last factor leaves to explain."""
    if mean <= 0.0:
        return _solved(seen, notes, learning, mean)
    liked_by_all = notes[:, -1][seen.weights.indices]
    rest = Seen(seen.weights, seen.aims - seen.weights.data * liked_by_all)
    found = np.ones((seen.weights.shape[0], notes.shape[1]), dtype=np.float32)
    found[:, :-1] = _solved(rest, notes[:, :-1], learning, mean)
    return found


def _solved(seen: Seen, other: Singles, learning: Learning, mean: float) -> Singles:
    unseen = learning.unshown if mean > 0.0 else learning.unseen
    return solved(seen, other, reg=learning.reg, reg_power=learning.reg_power, unseen=unseen)


def _mean_engagement(
    events: Events, showings: Showings | None, member_ids: Ints, note_ids: Ints
) -> float:
    """Engagement for each time that a note is seen, over the whole place; 0 without showings."""
    if showings is None or not showings.exposures.any():
        return 0.0
    pair = _pairs(events, member_ids, note_ids)
    served = np.isin(pair, _pairs(showings, member_ids, note_ids))
    return float(events.weights[served].sum() / showings.exposures.sum())


def _pairs(columns: Events | Showings, member_ids: Ints, note_ids: Ints) -> Ints:
    """A number for each pair of known ids."""
    row, column, _ = _places(columns.members, columns.notes, member_ids, note_ids)
    return row * len(note_ids) + column


def _seen(
    events: Events,
    showings: Showings | None,
    member_ids: Ints,
    note_ids: Ints,
    mean: float,
    learning: Learning,
    *,
    served: bool = False,
) -> Seen:
    """Weights and aims of members (rows) and notes (columns); pairs of other ids are left out.

    With `served`, events on notes that the member was not served are left out as well, if it is
    known what they were served.
    """
    shape = (len(member_ids), len(note_ids))
    rows, columns, inside = _places(events.members, events.notes, member_ids, note_ids)
    weights = aims = _weights(events, learning, showings)[inside]
    if showings is not None:
        shown_rows, shown_columns, within = _places(
            showings.members, showings.notes, member_ids, note_ids
        )
        expected = np.clip(showings.exposures[within], learning.least_propensity, 1.0) * mean
        known = np.isin(rows * shape[1] + columns, shown_rows * shape[1] + shown_columns)
        if served:
            rows, columns, aims, known = rows[known], columns[known], aims[known], known[known]
            weights = aims
        weights = np.concatenate((np.where(known, 0.0, weights), expected))
        aims = np.concatenate((aims, -expected))
        rows = np.concatenate((rows, shown_rows))
        columns = np.concatenate((columns, shown_columns))
    held = csr_array((weights, (rows, columns)), shape=shape)
    aimed = csr_array((aims, (rows, columns)), shape=shape)
    held.sum_duplicates()
    aimed.sum_duplicates()
    taken = held.data > 0.0
    if not taken.all():
        aimed.data[~taken] = 0.0
        held.data[~taken] = _NEXT_TO_NOTHING
    return Seen(held, aimed.data)


_NEXT_TO_NOTHING = 1e-6


def _weights(events: Events, learning: Learning, showings: Showings | None) -> Floats:
    if events.propensities is None or showings is not None:
        return np.asarray(events.weights, dtype=np.float64)
    chance = np.clip(events.propensities, learning.least_propensity, 1.0)
    weighed: Floats = events.weights / chance
    total = weighed.sum()
    return weighed * (events.weights.sum() / total) if total > 0.0 else weighed


def _places(
    members: Ints, notes: Ints, member_ids: Ints, note_ids: Ints
) -> tuple[Ints, Ints, Bools]:
    """Rows and columns of the pairs whose ids are both known, and which pairs these are."""
    row, known_row = _at(member_ids, members)
    column, known_column = _at(note_ids, notes)
    inside = known_row & known_column
    return row[inside], column[inside], inside


def _at(known: Ints, ids: Ints) -> tuple[Ints, Bools]:
    """Where each id stands among the known ones, and whether it is one of them."""
    ids = np.asarray(ids, dtype=np.int64)
    if not len(known):
        return np.zeros(len(ids), dtype=np.int64), np.zeros(len(ids), dtype=bool)
    at = np.minimum(np.searchsorted(known, ids), len(known) - 1)
    return at, known[at] == ids


def _by_id(known: Ints, values: Singles, ids: Ints) -> Singles:
    at, same = _at(known, ids)
    found = np.zeros((len(at), values.shape[1]), dtype=np.float32)
    found[same] = values[at[same]]
    return found


def _same_length(columns: Events | Showings, *names: str) -> None:
    for name in names:
        column = getattr(columns, name)
        if column is not None and len(column) != len(columns.members):
            raise ShapeMismatch(name, (len(column),), (len(columns.members),))
