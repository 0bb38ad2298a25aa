"""Which bounds can be kept at all: a small linear programme over groups, tier by tier.

Readers are grouped by cohort and notes by what clauses say of them. A reader meets a note once,
so a few notes fill only so much of many pages, however high their price: the programme finds how
near to every bound the supply at hand can come, and what is missing is published.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array, hstack, vstack

from dukou.engine.arrays import Bools, Floats
from dukou.engine.contract import Contract
from dukou.engine.errors import EngineError
from dukou.engine.notes import LiveNotes
from dukou.engine.place import Cohort

_SLACK = 1e-7


@dataclass(frozen=True, slots=True)
class Demand:
    """Readers of a cohort over the window: how many, and the exposure of all their pages."""

    cohort: Cohort
    readers: int
    exposure: float


@dataclass(frozen=True, slots=True)
class Supply:
    """Notes alike to every clause: `qualifies` says, by clause, whether topic and followers fit."""

    cohort: Cohort
    qualifies: tuple[bool, ...]
    notes: int
    authors: int


@dataclass(frozen=True, slots=True)
class Attainable:
    """Bounds that can be kept, by clause; `gap` is how far they lie from the contract's."""

    floor: Floats
    ceiling: Floats
    gap: Floats


def supply_of(notes: LiveNotes, contract: Contract) -> tuple[Supply, ...]:
    """The live notes by cohort and by what the clauses say of them."""
    rows = np.arange(len(notes))
    cohorts = notes.column("cohort").astype(np.int64)
    flags = np.zeros((len(contract.shares), len(rows)), dtype=bool)
    for at, clause in enumerate(contract.shares):
        flags[at] = notes.qualifying(clause.providers, rows)
    bits = 1 << np.arange(len(contract.shares), dtype=np.int64)
    keys, first, of_key = np.unique(
        (cohorts << len(contract.shares)) + bits @ flags, return_index=True, return_inverse=True
    )
    found = []
    for at in range(len(keys)):
        inside = of_key == at
        found.append(
            Supply(
                cohort=notes.place.cohort(int(cohorts[first[at]])),
                qualifies=tuple(bool(flag) for flag in flags[:, first[at]]),
                notes=int(inside.sum()),
                authors=len(np.unique(notes.column("author")[inside])),
            )
        )
    return tuple(found)


def attainable(
    contract: Contract, demand: Sequence[Demand], supply: Sequence[Supply]
) -> Attainable:
    """The bounds nearest to the contract's that this supply can keep for this demand.

    Lower tiers come first; within a tier the largest gap is made smallest, then their sum, so
    that neither the order of clauses nor a large group decides who goes short.
    """
    floors, ceilings = contract.floors, contract.ceilings
    clauses = len(contract.shares)
    demand = [group for group in demand if group.exposure > 0.0 and group.readers > 0]
    if not clauses or not demand:
        return Attainable(floors, ceilings, np.zeros(clauses))
    if not supply:
        return Attainable(np.zeros(clauses), ceilings, floors)
    programme = _programme(contract, demand, supply)
    gaps = np.zeros(clauses)
    fixed = np.full(clauses, np.inf)
    for tier in sorted({clause.tier for clause in contract.shares}):
        inside = np.array([clause.tier == tier for clause in contract.shares])
        worst = programme.least(np.zeros(clauses), fixed, worst_of=inside)
        limit = np.where(inside, np.minimum(fixed, worst.max_gap + _SLACK), fixed)
        best = programme.least(np.where(inside, 1.0, 0.0), limit, worst_of=None)
        gaps = np.where(inside, best.gaps, gaps)
        fixed = np.where(inside, best.gaps + _SLACK, fixed)
    gaps = np.where(gaps > 10 * _SLACK, gaps, 0.0)
    return Attainable(np.maximum(floors - gaps, 0.0), np.minimum(ceilings + gaps, 1.0), gaps)


@dataclass(frozen=True, slots=True)
class _Solved:
    gaps: Floats
    max_gap: float


@dataclass(frozen=True, slots=True)
class _Programme:
    """Exposure y of every pair of groups, then a gap for each clause, then the largest gap."""

    upper: Floats
    equal: csr_array
    equal_to: Floats
    below: csr_array
    below_to: Floats
    clauses: int

    def least(self, weights: Floats, gap_limit: Floats, *, worst_of: Bools | None) -> _Solved:
        """Smallest weighted sum of gaps; with `worst_of`, the smallest largest gap of those."""
        pairs = len(self.upper)
        cost = np.concatenate((np.zeros(pairs), weights, [1.0 if worst_of is not None else 0.0]))
        bounds: list[tuple[float, float | None]]
        bounds = [(0.0, float(limit)) for limit in self.upper]
        bounds += [(0.0, None if np.isinf(limit) else float(limit)) for limit in gap_limit]
        bounds.append((0.0, None))
        rows, to = self.below, self.below_to
        if worst_of is not None:
            picked = np.flatnonzero(worst_of)
            ties = np.zeros((len(picked), pairs + self.clauses + 1))
            ties[np.arange(len(picked)), pairs + picked] = 1.0
            ties[:, -1] = -1.0
            rows, to = vstack([rows, csr_array(ties)]), np.concatenate((to, np.zeros(len(picked))))
        found = linprog(
            cost, A_ub=rows, b_ub=to, A_eq=self.equal, b_eq=self.equal_to, bounds=bounds,
            method="highs",
        )  # fmt: skip
        if not found.success:
            raise EngineError(f"the programme of attainable bounds failed: {found.message}")
        gaps = np.maximum(found.x[pairs : pairs + self.clauses], 0.0)
        return _Solved(gaps, float(found.x[-1]))


def _programme(
    contract: Contract, demand: Sequence[Demand], supply: Sequence[Supply]
) -> _Programme:
    clauses, groups, kinds = len(contract.shares), len(demand), len(supply)
    upper = np.array(
        [[min(group.exposure, group.readers * kind.notes) for kind in supply] for group in demand]
    )
    whole = np.minimum([group.exposure for group in demand], upper.sum(axis=1))
    pays = np.array(
        [
            [
                [
                    clause.readers.has_cohort(group.cohort)
                    and kind.qualifies[at]
                    and clause.providers.has_cohort(kind.cohort, group.cohort)
                    for kind in supply
                ]
                for group in demand
            ]
            for at, clause in enumerate(contract.shares)
        ],
        dtype=np.float64,
    ).reshape(clauses, groups * kinds)
    speaks = np.array([contract.speaks_of(group.cohort) for group in demand], dtype=np.float64).T
    base = speaks @ whole
    gap = np.diag(base)
    low = np.hstack((-pays, -gap, np.zeros((clauses, 1))))
    high = np.hstack((pays, -gap, np.zeros((clauses, 1))))
    rows = [low, high]
    limits = [-contract.floors * base, contract.ceilings * base]
    if contract.author_cap.share < 1.0:
        of_kind = np.tile(np.eye(kinds), (1, groups))
        rows.append(np.hstack((of_kind, np.zeros((kinds, clauses + 1)))))
        room = contract.author_cap.share * whole.sum()
        whole_room = np.array([kind.authors * room for kind in supply])
        limits.append(np.maximum(whole_room, _least_room(whole_room, whole.sum())))
    of_group = np.kron(np.eye(groups), np.ones((1, kinds)))
    return _Programme(
        upper=upper.ravel(),
        equal=hstack([csr_array(of_group), csr_array((groups, clauses + 1))], format="csr"),
        equal_to=whole,
        below=csr_array(np.vstack(rows)),
        below_to=np.concatenate(limits),
        clauses=clauses,
    )


def _least_room(room: Floats, whole: float) -> Floats:
    """The rooms stretched evenly where the author cap alone would leave pages empty."""
    total = room.sum()
    return room * (whole / total) if 0.0 < total < whole else room
