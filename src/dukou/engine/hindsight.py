"""The best that any ranker could have done, knowing every page beforehand.

The yardstick of `bench/`: the exposure-weighted relevance of the best pages that keep the
clauses over all of them together. Exact by linear programme where small; as an upper bound from
the Lagrangian dual, which needs no programme, where large.
"""

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array, vstack

from dukou.engine.arrays import Bools, Floats


def hindsight_optimum(
    relevance: Floats,
    worth: Floats,
    *,
    members: Bools,
    speaks: Bools,
    floors: Floats,
    ceilings: Floats,
) -> float:
    """Largest exposure-weighted relevance of pages that keep every clause; -inf if none can.

    Args:
        relevance: of each note on each page; shape (pages, notes), -inf where not to be shown.
        worth: exposure of each slot; shape (slots,).
        members: notes of each clause's providers; shape (clauses, notes).
        speaks: pages of each clause's readers; shape (clauses, pages).
        floors, ceilings: bounds on the share of exposure over all pages; shape (clauses,).

    A note stands at most once on a page; chance may decide between pages (the relaxation is a
    doubly substochastic matrix for each page, so it is a mixture of real pages).
    """
    pages, notes = relevance.shape
    slots = len(worth)
    page, note, slot = (a.ravel() for a in np.indices((pages, notes, slots)))
    open_pairs = np.isfinite(relevance[page, note])
    page, note, slot = page[open_pairs], note[open_pairs], slot[open_pairs]
    size = len(page)
    each = np.arange(size)
    value = relevance[page, note] * worth[slot]
    one_slot = csr_array((np.ones(size), (page * slots + slot, each)), shape=(pages * slots, size))
    one_note = csr_array((np.ones(size), (page * notes + note, each)), shape=(pages * notes, size))
    rows, limits = [one_note], [np.ones(pages * notes)]
    if len(members):
        base = speaks.sum(axis=1) * worth.sum()
        paid = csr_array(members[:, note] * speaks[:, page] * worth[slot])
        rows += [-paid, paid]
        limits += [-floors * base, ceilings * base]
    found = linprog(
        -value,
        A_ub=vstack(rows),
        b_ub=np.concatenate(limits),
        A_eq=coo_array(one_slot),
        b_eq=np.ones(pages * slots),
        bounds=(0.0, 1.0),
        method="highs",
    )
    return -float(found.fun) if found.success else -np.inf


def hindsight_bound(
    relevance: Floats,
    worth: Floats,
    *,
    members: Bools,
    speaks: Bools,
    floors: Floats,
    ceilings: Floats,
    rounds: int = 200,
) -> float:
    """An upper bound of `hindsight_optimum`, near it after enough rounds; same arguments.

    For any prices the best pages under them, plus what the bounds are worth at those prices,
    is a bound (weak duality); prices go by subgradient steps and the least bound is kept.
    """
    clauses = len(members)
    base = speaks.sum(axis=1) * worth.sum()
    finite = relevance[np.isfinite(relevance)]
    step = float(np.std(finite)) if finite.size else 1.0
    low, high = np.zeros(clauses), np.zeros(clauses)
    best = np.inf
    for number in range(rounds):
        gain = (low - high)[:, None] * speaks
        priced = relevance + gain.T @ members
        order = np.argsort(-priced, axis=1, kind="stable")[:, : len(worth)]
        value = float((np.take_along_axis(priced, order, axis=1) * worth).sum())
        best = min(best, value - float(low @ (floors * base)) + float(high @ (ceilings * base)))
        shown = members[:, order] * speaks[:, :, None] * worth
        share = shown.sum(axis=(1, 2)) / np.maximum(base, 1e-12)
        size = step / np.sqrt(number + 1.0)
        low = np.maximum(low + size * (floors - share), 0.0)
        high = np.maximum(high + size * (share - ceilings), 0.0)
    return best
