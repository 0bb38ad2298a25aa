"""What similar members liked: factors of members and notes from implicit feedback.

Weighted least squares over all pairs, those without an event counting a little as zero, solved
side by side (Hu, Koren and Volinsky 2008; regularised by frequency as in Rendle et al. 2021,
arXiv 2110.14037). An event weighs the less the likelier it was to be seen, so that relevance
does not feed on the exposure that the ranker gave.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from dukou.engine.arrays import Floats, Ints, Singles
from dukou.engine.errors import ShapeMismatch

_BATCH_CELLS = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """How factors are learnt.

    `reg` grows with how often a member or note occurs, to the power `reg_power`; `unseen` is
    the weight of a pair without an event; `least_propensity` bounds how much an event that was
    unlikely to be seen may weigh.
    """

    factors: int = 64
    epochs: int = 12
    reg: float = 0.003
    reg_power: float = 1.0
    unseen: float = 0.01
    least_propensity: float = 0.1


@dataclass(frozen=True, slots=True)
class Events:
    """Who engaged with what: ids, weight (0 and up) and the chance that it was seen.

    All of shape (events,). Several events of a pair add up.
    """

    members: Ints
    notes: Ints
    weights: Floats
    propensities: Floats | None = None

    def __post_init__(self) -> None:
        for name in ("notes", "weights", "propensities"):
            column = getattr(self, name)
            if column is not None and len(column) != len(self.members):
                raise ShapeMismatch(name, (len(column),), (len(self.members),))


@dataclass(frozen=True, slots=True)
class Factors:
    """Factors whose product is near 1 where a member would engage; ids in ascending order."""

    member_ids: Ints
    members: Singles
    note_ids: Ints
    notes: Singles
    learning: Learning

    def of_notes(self, ids: Ints) -> Singles:
        """Factors of notes by id; zeros for those that were not learnt."""
        return _by_id(self.note_ids, self.notes, ids)

    def of_members(self, ids: Ints) -> Singles:
        """Factors of members by id; zeros for those that were not learnt."""
        return _by_id(self.member_ids, self.members, ids)


def learn(events: Events, learning: Learning, *, rng: np.random.Generator) -> Factors:
    """Factors of every member and note that has an event."""
    member_ids, members = np.unique(events.members, return_inverse=True)
    note_ids, notes = np.unique(events.notes, return_inverse=True)
    weights = _weights(events, learning)
    seen = csr_array((weights, (members, notes)), shape=(len(member_ids), len(note_ids)))
    seen.sum_duplicates()
    turned = csr_array(seen.T)
    width = learning.factors
    right = rng.normal(0.0, 0.1 / np.sqrt(width), (len(note_ids), width)).astype(np.float32)
    left = np.zeros((len(member_ids), width), dtype=np.float32)
    for _ in range(learning.epochs):
        left = solve(seen, right, learning)
        right = solve(turned, left, learning)
    return Factors(member_ids, left, note_ids, right, learning)


def fold_in_members(factors: Factors, events: Events) -> tuple[Ints, Singles]:
    """Ids and factors of members from their events alone, against the learnt notes."""
    ids, rows = np.unique(events.members, return_inverse=True)
    seen = _against(rows, len(ids), events.notes, factors.note_ids, events, factors.learning)
    return ids, solve(seen, factors.notes, factors.learning)


def fold_in_notes(factors: Factors, events: Events) -> tuple[Ints, Singles]:
    """Ids and factors of notes from their events alone, against the learnt members."""
    ids, rows = np.unique(events.notes, return_inverse=True)
    seen = _against(rows, len(ids), events.members, factors.member_ids, events, factors.learning)
    return ids, solve(seen, factors.members, factors.learning)


def solve(seen: csr_array, other: Singles, learning: Learning) -> Singles:
    """Factors of each row of `seen` that fit it best, given those of its columns.

    Rows with equally many events are solved together; shape (rows, factors).
    """
    width = other.shape[1]
    counts = np.diff(seen.indptr)
    gram = learning.unseen * (other.T @ other)
    unseen_part = learning.unseen * other.shape[0]
    found = np.zeros((seen.shape[0], width), dtype=np.float32)
    order = np.argsort(counts, kind="stable")
    order = order[np.searchsorted(counts[order], 1) :]
    start = 0
    while start < len(order):
        most = int(counts[order[start]])
        stop, alike = start + 1, most + most // 8
        limit = max(_BATCH_CELLS // (width * max(width, most)), 1)
        while stop < min(len(order), start + limit) and counts[order[stop]] <= alike:
            stop += 1
        rows = order[start:stop]
        found[rows] = _solved(seen, rows, other, gram, unseen_part, learning)
        start = stop
    return found


def _solved(
    seen: csr_array,
    rows: Ints,
    other: Singles,
    gram: Singles,
    unseen_part: float,
    learning: Learning,
) -> Singles:
    counts = (seen.indptr[rows + 1] - seen.indptr[rows]).astype(np.int64)
    most = int(counts.max())
    offsets = np.arange(most)
    inside = offsets < counts[:, None]
    places = np.where(inside, seen.indptr[rows][:, None] + offsets, 0)
    columns, weights = seen.indices[places], np.where(inside, seen.data[places], 0.0)
    near = other[columns]
    weighted = near * weights[:, :, None].astype(np.float32)
    left = weighted.transpose(0, 2, 1) @ near + gram
    reg = learning.reg * (counts + unseen_part) ** learning.reg_power
    diagonal = np.arange(other.shape[1])
    left[:, diagonal, diagonal] += reg[:, None].astype(np.float32)
    right = weighted.sum(axis=1)
    solved: Singles = np.linalg.solve(left, right[:, :, None])[:, :, 0]
    return solved


def _weights(events: Events, learning: Learning) -> Floats:
    if events.propensities is None:
        return np.asarray(events.weights, dtype=np.float64)
    chance = np.clip(events.propensities, learning.least_propensity, 1.0)
    weighed: Floats = events.weights / chance
    total = weighed.sum()
    return weighed * (events.weights.sum() / total) if total > 0.0 else weighed


def _against(
    rows: Ints, size: int, others: Ints, known: Ints, events: Events, learning: Learning
) -> csr_array:
    at = np.searchsorted(known, others)
    at = np.minimum(at, max(len(known) - 1, 0))
    found = known[at] == others if len(known) else np.zeros(len(others), dtype=bool)
    weights = _weights(events, learning)
    seen = csr_array((weights[found], (rows[found], at[found])), shape=(size, len(known)))
    seen.sum_duplicates()
    return seen


def _by_id(known: Ints, values: Singles, ids: Ints) -> Singles:
    ids = np.asarray(ids, dtype=np.int64)
    found = np.zeros((len(ids), values.shape[1]), dtype=np.float32)
    if len(known):
        at = np.minimum(np.searchsorted(known, ids), len(known) - 1)
        same = known[at] == ids
        found[same] = values[at[same]]
    return found
