"""What similar members liked: factors of members and notes from implicit feedback.

Weighted least squares over all pairs, side by side (`least_squares`). Given only what members
did, an event counts as one and every other pair a little as zero. Given also what they were
shown, a pair aims at how many times likelier than usual the member is to engage (`engagement`),
so that relevance cannot feed on the exposure that the ranker gave; the last factor is then 1 for
every member, so that the note's is what it is liked by everybody, and a member of whom nothing is
known meets what most people like.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple, Self

import numpy as np
from scipy.sparse import csr_array

from dukou.engine.arrays import Ints, Singles
from dukou.engine.engagement import Engagement, Events, Showings
from dukou.engine.least_squares import Seen, solved
from dukou.engine.smoothing import Smoothing, mean_product, smooth
from dukou.engine.sorted_ids import places_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """How factors are learnt.

    `reg` grows with how much is known of a member or note, to the power `reg_power`; `unseen` is
    the weight of a pair without an event, `unshown` of one that was never shown where showings
    are given; `least_propensity` bounds how much an event that was unlikely to be seen may weigh.
    `smooth` factors more tell of the neighbourhood (`smoothing`), by `smooth_weight` as much as
    those learnt; they go by events alone, so that where showings are given there are none.
    """

    factors: int = 32
    epochs: int = 6
    reg: float = 0.1
    reg_power: float = 1.0
    unseen: float = 0.01
    unshown: float = 0.001
    least_propensity: float = 0.1
    smooth: int = 0
    smooth_weight: float = 0.5

    @classmethod
    def sized(cls, events: int, *, shown: bool = False, most_factors: int | None = None) -> Self:
        """Settings for a place with so many events, learning with showings or without.

        A village's events cannot tell more than a few tastes apart and must be believed little;
        a city's fill hundreds of factors. Chosen on parts of Gowalla's training data, and with
        showings on the readers of `bench/feedback.py`, by other seeds than it reports.

        Args:
            most_factors: that there is room for; a place that could fill more learns as a smaller
                one does, with a village's at the least.
        """
        most = _SIZES[0].room(shown) if most_factors is None else most_factors
        sizes = (size for size in _SIZES if events >= size.events and size.room(shown) <= most)
        size = next(sizes, _VILLAGE)
        reg = size.reg * (_SHOWN_REG if shown else 1.0)
        return cls(factors=size.factors, reg=reg, smooth=0 if shown else size.smooth)


class _Size(NamedTuple):
    events: int
    factors: int
    reg: float
    smooth: int = 0

    def room(self, shown: bool) -> int:
        """Factors of a note in all."""
        return self.factors + (0 if shown else self.smooth)


_SIZES = (_Size(400_000, 512, 0.003, 256), _Size(30_000, 128, 0.03), _Size(10_000, 64, 0.03))
_VILLAGE = _Size(0, 32, 0.1)
_SHOWN_REG = 3.0


@dataclass(frozen=True, slots=True)
class Factors:
    """Factors whose product is the higher, the likelier a member engages; ids in ascending order.

    Learnt from events alone, the product is near 1 where a member would engage. Learnt with
    showings, it says how many times `mean`, the place's engagement for each note seen, is to be
    expected, less 1: 0 is usual, 1 is twice that. The last `learning.smooth` are those of
    `smoothing`, if there is any.
    """

    member_ids: Ints
    members: Singles
    note_ids: Ints
    notes: Singles
    learning: Learning
    mean: float = 0.0
    smoothing: Smoothing | None = None

    def of_notes(self, ids: Ints) -> Singles:
        """Factors of notes by id; zeros for those that were not learnt."""
        return _by_id(self.note_ids, self.notes, ids)

    def of_members(self, ids: Ints) -> Singles:
        """Factors of members by id; `stranger` for those that were not learnt."""
        found = _by_id(self.member_ids, self.members, ids)
        found[~places_of(ids, self.member_ids)[1]] = self.stranger
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
    known = Engagement(events, showings, learning.least_propensity)
    member_ids, note_ids, mean = known.member_ids, known.note_ids, known.mean()
    of_members = known.seen(member_ids, note_ids, mean=mean)
    served = of_members
    if showings is not None:
        served = known.seen(member_ids, note_ids, mean=mean, only_served=True)
    of_notes = served.turned()
    width = learning.factors
    right = rng.normal(0.0, 0.1 / np.sqrt(width), (len(note_ids), width)).astype(np.float32)
    left = np.zeros((len(member_ids), width), dtype=np.float32)
    for _ in range(learning.epochs):
        left = _members(of_members, right, learning, mean)
        right = _solved(of_notes, left, learning, mean)
    if showings is not None or not learning.smooth:
        return Factors(member_ids, left, note_ids, right, replace(learning, smooth=0), mean)
    typical = learning.smooth_weight * mean_product(left, right, of_members.weights)
    more = smooth(of_members.weights, factors=learning.smooth, typical=typical, rng=rng)
    left, right = np.hstack((left, more.members)), np.hstack((right, more.notes))
    return Factors(member_ids, left, note_ids, right, learning, mean, more.smoothing)


def fold_in_members(
    factors: Factors, events: Events, showings: Showings | None = None
) -> tuple[Ints, Singles]:
    """Ids and factors of members from their own events alone, against the learnt notes."""
    known = Engagement(events, showings, factors.learning.least_propensity)
    ids = known.member_ids
    seen = known.seen(ids, factors.note_ids, mean=factors.mean)
    notes, smooth_notes = _parted(factors.notes, factors.learning)
    found = _members(seen, notes, factors.learning, factors.mean)
    if factors.smoothing is not None:
        found = np.hstack((found, factors.smoothing.members(seen.weights, smooth_notes)))
    return ids, found


def fold_in_notes(
    factors: Factors, events: Events, showings: Showings | None = None
) -> tuple[Ints, Singles]:
    """Ids and factors of notes from their own events alone, against the learnt members."""
    known = Engagement(events, showings, factors.learning.least_propensity)
    ids = known.note_ids
    seen = known.seen(factors.member_ids, ids, mean=factors.mean, only_served=True)
    members, smooth_members = _parted(factors.members, factors.learning)
    found = _solved(seen.turned(), members, factors.learning, factors.mean)
    if factors.smoothing is not None:
        found = np.hstack((found, factors.smoothing.notes(seen.weights, smooth_members)))
    return ids, found


def solve(weights: csr_array, other: Singles, learning: Learning, *, mean: float = 0.0) -> Singles:
    """Factors of members whose entries aim at 1, given those of the notes; the smooth ones, which
    are for real notes only, are zero.

    Args:
        mean: `Factors.mean`, with which the notes were learnt.
    """
    notes, _ = _parted(other, learning)
    found = np.zeros((weights.shape[0], other.shape[1]), dtype=np.float32)
    found[:, : notes.shape[1]] = _members(Seen(weights, weights.data), notes, learning, mean)
    return found


def _parted(rows: Singles, learning: Learning) -> tuple[Singles, Singles]:
    """Factors found by least squares, and the smooth ones."""
    return rows[:, : rows.shape[1] - learning.smooth], rows[:, rows.shape[1] - learning.smooth :]


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


def _by_id(known: Ints, values: Singles, ids: Ints) -> Singles:
    at, same = places_of(ids, known)
    found = np.zeros((len(at), values.shape[1]), dtype=np.float32)
    found[same] = values[at[same]]
    return found
