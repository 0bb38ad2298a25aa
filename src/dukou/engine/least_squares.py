"""Factors of one side given the other's: many small ridge regressions, solved exactly.

For each row, least squares over all columns, those that it has no entry for counting as zeros of
a small weight `unseen` (Hu, Koren and Volinsky 2008); drawn to zero the more, the more is known of
it (Rendle et al. 2021, arXiv 2110.14037). With Q the factors of the columns, A and b a row's
weights and aims:

    x = (unseen QᵀQ + λI + QᵀAQ)⁻¹ Qᵀb

In the eigenvectors of QᵀQ the first two terms are one diagonal D for every row, whatever its λ.
A row of fewer entries than factors is then solved in the size of its entries (Woodbury):

    x = D⁻¹Qᵀ(A⁻¹ + QD⁻¹Qᵀ)⁻¹A⁻¹b

so that the cost of many factors grows with their number and not with its cube: what makes
hundreds of factors affordable, since most members have a few dozen events.
"""

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from dukou.engine.arrays import Floats, Ints, Singles

_BATCH_CELLS = 2_000_000
_LEAST = 1e-6


class Seen(NamedTuple):
    """What is known of each row, in one sparsity pattern; shape (rows, columns).

    `weights`: how much an entry counts, above 0. `aims`: weight times the value aimed at, in
    the order of `weights.data`.
    """

    weights: csr_array
    aims: Floats

    def turned(self) -> "Seen":
        """The same with rows and columns exchanged."""
        aims = csr_array((self.aims, self.weights.indices, self.weights.indptr), self.weights.shape)
        return Seen(csr_array(self.weights.T), csr_array(aims.T).data)


def solved(seen: Seen, other: Singles, *, reg: float, reg_power: float, unseen: float) -> Singles:
    """Factors of each row that fit it best, given those of the columns; shape (rows, factors).

    Rows without an entry get zeros.
    """
    width = other.shape[1]
    counts = np.diff(seen.weights.indptr)
    known = seen.weights.sum(axis=1)
    size, turn = np.linalg.eigh((other.T @ other).astype(np.float64) * unseen)
    turn = turn.astype(np.float32)
    turned = other @ turn
    drawn = reg * (known + unseen * other.shape[0]) ** reg_power
    found = np.zeros((len(counts), width), dtype=np.float32)
    order = np.argsort(counts, kind="stable")
    order = order[np.searchsorted(counts[order], 1) :]
    start = 0
    while start < len(order):
        stop = start + _alike(counts[order[start:]], width)
        rows = order[start:stop]
        base = np.maximum(size, 0.0) + drawn[rows][:, None]
        entries = _entries(seen, rows, turned)
        diagonal = np.maximum(base, _LEAST).astype(np.float32)
        kernel = _few if entries.near.shape[1] < width else _many
        found[rows] = kernel(entries, diagonal)
        start = stop
    return np.asarray(found @ turn.T)


def _alike(counts: Ints, width: int) -> int:
    """How many of the next rows go into one batch: of nearly as many entries each."""
    most = int(counts[0]) + int(counts[0]) // 8
    limit = max(_BATCH_CELLS // (max(most, 1) * max(width, most)), 1)
    return int(np.searchsorted(counts[:limit], most, side="right"))


class _Entries(NamedTuple):
    """The entries of a batch of rows, padded; shapes (rows, most, ...)."""

    near: Singles
    weights: Singles
    aims: Singles


def _entries(seen: Seen, rows: Ints, other: Singles) -> _Entries:
    starts = seen.weights.indptr[rows].astype(np.int64)
    counts = seen.weights.indptr[rows + 1] - starts
    offsets = np.arange(int(counts.max()))
    inside = offsets < counts[:, None]
    places = np.where(inside, starts[:, None] + offsets, 0)
    near = other[seen.weights.indices[places]]
    near *= inside[:, :, None]
    weights = np.where(inside, seen.weights.data[places], 1.0).astype(np.float32)
    aims = np.where(inside, seen.aims[places], 0.0).astype(np.float32)
    return _Entries(near, weights, aims)


def _few(entries: _Entries, diagonal: Singles) -> Singles:
    """Rows of fewer entries than factors."""
    near, weights, aims = entries
    spread = near / diagonal[:, None, :]
    square = spread @ near.transpose(0, 2, 1)
    own = np.arange(near.shape[1])
    square[:, own, own] += 1.0 / weights
    pull = np.linalg.solve(square, (aims / weights)[:, :, None])
    return np.asarray((spread.transpose(0, 2, 1) @ pull)[:, :, 0])


def _many(entries: _Entries, diagonal: Singles) -> Singles:
    """Rows of more entries than factors."""
    near, weights, aims = entries
    square = (near * weights[:, :, None]).transpose(0, 2, 1) @ near
    own = np.arange(near.shape[2])
    square[:, own, own] += diagonal
    pull = near.transpose(0, 2, 1) @ aims[:, :, None]
    return np.asarray(np.linalg.solve(square, pull)[:, :, 0])
