"""Which bounds can be kept at all: a small linear programme over groups, tier by tier.

Readers are grouped by cohort and notes by what clauses say of them. A reader meets a note once,
so a few notes fill only so much of many pages, however high their price: the programme finds how
near to every bound the supply at hand can come, and what is missing is published. What the caps
of authors and of topics leave of the supply is counted with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array, eye_array, hstack, kron, vstack

from dukou.engine.arrays import Bools, Floats
from dukou.engine.caps import Caps, author_caps, topic_caps
from dukou.engine.config import EngineConfig
from dukou.engine.contract import Contract
from dukou.engine.errors import EngineError
from dukou.engine.exposure import SLOTS, slot_exposure
from dukou.engine.place import Cohort
from dukou.engine.supply import Supply

_SLACK = 1e-7


@dataclass(frozen=True, slots=True)
class Demand:
    """Readers of a cohort over the window: how many, and the exposure of all their pages."""

    cohort: Cohort
    readers: int
    exposure: float


@dataclass(frozen=True, slots=True)
class Attainable:
    """Bounds that can be kept, by clause; `gap` is how far they lie from the contract's."""

    floor: Floats
    ceiling: Floats
    gap: Floats


def attainable(
    contract: Contract,
    demand: Sequence[Demand],
    supply: Sequence[Supply],
    *,
    worth: Floats | None = None,
) -> Attainable:
    """The bounds nearest to the contract's that this supply can keep for this demand.

    Lower tiers come first; within a tier the largest gap is made smallest, then their sum, so
    that neither the order of clauses nor a large group decides who goes short. Caps of authors
    and topics hold beside the clauses; where they alone would leave pages empty, they yield.

    Args:
        worth: exposure of each slot of a page; by default that of twenty in two columns.
    """
    floors, ceilings = contract.floors, contract.ceilings
    clauses = len(contract.shares)
    demand = [group for group in demand if group.exposure > 0.0 and group.readers > 0]
    if not clauses or not demand:
        return Attainable(floors, ceilings, np.zeros(clauses))
    if not supply:
        return Attainable(np.zeros(clauses), ceilings, floors)
    worth = slot_exposure(SLOTS, 2, EngineConfig().patience) if worth is None else worth
    programme = _programme(contract, demand, supply, worth)
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
    contract: Contract, demand: Sequence[Demand], supply: Sequence[Supply], worth: Floats
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
    equal = csr_array(kron(eye_array(groups), np.ones((1, kinds))))
    rows = [
        csr_array(np.hstack((-pays, -gap, np.zeros((clauses, 1))))),
        csr_array(np.hstack((pays, -gap, np.zeros((clauses, 1))))),
    ]
    limits = [-contract.floors * base, contract.ceilings * base]
    held = Caps(csr_array((0, upper.size)), np.zeros(0))
    # Authors yield last, so theirs are stretched by themselves, before topics.
    for of in (author_caps, topic_caps):
        held = _with(held, of(contract, supply, whole, worth), upper.ravel(), equal, whole)
    rows.append(hstack([held.rows, csr_array((len(held.limits), clauses + 1))]))
    limits.append(held.limits)
    return _Programme(
        upper=upper.ravel(),
        equal=hstack([equal, csr_array((groups, clauses + 1))], format="csr"),
        equal_to=whole,
        below=vstack(rows, format="csr"),
        below_to=np.concatenate(limits),
        clauses=clauses,
    )


def _with(held: Caps, more: Caps, upper: Floats, equal: csr_array, whole: Floats) -> Caps:
    """Both, the latter stretched evenly as far as they would leave pages empty."""
    if not len(more.limits):
        return held
    rows = vstack([held.rows, more.rows], format="csr")
    growing = np.concatenate((np.zeros(len(held.limits)), -more.limits))
    found = linprog(
        np.concatenate((np.zeros(len(upper)), [1.0])),
        A_ub=hstack([rows, csr_array(growing[:, None])], format="csr"),
        b_ub=np.concatenate((held.limits, np.zeros(len(more.limits)))),
        A_eq=hstack([equal, csr_array((len(whole), 1))], format="csr"),
        b_eq=whole,
        bounds=[*((0.0, float(limit)) for limit in upper), (1.0, None)],
        method="highs",
    )
    if not found.success:
        raise EngineError(f"the programme of caps failed: {found.message}")
    stretched = more.limits * float(found.x[-1]) * (1.0 + _SLACK)
    return Caps(rows, np.concatenate((held.limits, stretched)))
