"""Taste by nearness: what those like who like what a member likes, as factors.

With A what members did (rows) with notes (columns), d the sums of its rows and columns, and
R = d^-½ A d^-½ ≈ U S Vᵀ, the score of a pair is that of R Rᵀ R d^½: three steps along who liked
what, in which only the leading parts of R are kept (a low-pass filter: Shen et al. 2021,
arXiv 2108.07567). Notes get V S d^½, members U S², so that either side follows from the other in
one sum. The leading parts are found by subspace iteration (Halko et al. 2011, arXiv 0909.4061).

Beside factors learnt by least squares (`learning`), which tell apart what a member does and what
they do not, it tells of the neighbourhood, and of notes that few members had a chance to meet.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array, diags_array

from dukou.engine.arrays import Singles

_ROUNDS = 4
_BESIDE = 32
"""Directions carried along, so that the last of those wanted come out right as well."""


class Smooth(NamedTuple):
    """Smooth factors of members and notes; shapes (members, factors) and (notes, factors)."""

    members: Singles
    notes: Singles
    smoothing: "Smoothing"


@dataclass(frozen=True, slots=True)
class Smoothing:
    """What it takes to give smooth factors to members and notes that come later.

    `sizes`: singular values; shape (factors,). `member_sums`, `note_sums`: of what each did and
    got; 1 for who did nothing. `scale`: what members are multiplied by.
    """

    sizes: Singles
    member_sums: Singles
    note_sums: Singles
    scale: float

    def members(self, weights: csr_array, notes: Singles) -> Singles:
        """Factors of members from what they did with the notes; shape (rows, factors)."""
        found = weights @ (notes / self.note_sums[:, None])
        return np.asarray(self.scale * found / np.sqrt(_sums(weights, 1))[:, None], np.float32)

    def notes(self, weights: csr_array, members: Singles) -> Singles:
        """Factors of notes (columns) from what the members did with them."""
        basis = members / (self.scale * self.sizes**2)
        return np.asarray(weights.T @ (basis / np.sqrt(self.member_sums)[:, None]), np.float32)


def smooth(weights: csr_array, *, factors: int, typical: float, rng: np.random.Generator) -> Smooth:
    """Smooth factors of all rows (members) and columns (notes).

    Args:
        weights: what members did with notes, 0 and up; shape (members, notes).
        factors: as many are given, the last of them zero where there are fewer parts.
        typical: what the product of a pair that engaged shall be, on average.
    """
    of_members, of_notes = _sums(weights, 1), _sums(weights, 0)
    level = diags_array(of_members**-0.5) @ weights @ diags_array(of_notes**-0.5)
    left, sizes, right = _leading(csr_array(level).astype(np.float32), factors, rng)
    members, notes = left * sizes**2, right * sizes * np.sqrt(of_notes)[:, None]
    usual = mean_product(members, notes, weights)
    scale = typical / usual if usual > 0.0 else 1.0
    members *= np.float32(scale)
    return Smooth(members, notes, Smoothing(sizes, of_members, of_notes, scale))


def mean_product(members: Singles, notes: Singles, weights: csr_array) -> float:
    """Mean product of the factors of those pairs that have a weight."""
    pairs = weights.tocoo()
    total = 0.0
    for start in range(0, len(pairs.row), _PAIRS):
        part = slice(start, start + _PAIRS)
        left, right = members[pairs.row[part]], notes[pairs.col[part]]
        total += float(np.einsum("ij,ij->", left, right))
    return total / max(len(pairs.row), 1)


_PAIRS = 50_000


def _sums(weights: csr_array, axis: int) -> Singles:
    found = np.asarray(weights.sum(axis=axis), dtype=np.float32)
    return np.where(found > 0.0, found, np.float32(1.0))


def _leading(level: csr_array, wanted: int, rng: np.random.Generator) -> tuple[Singles, ...]:
    """The leading singular vectors of a sparse matrix as columns, and their sizes."""
    width = min(wanted, *level.shape)
    turned = csr_array(level.T)
    across = min(width + _BESIDE, *level.shape)
    found = level @ rng.standard_normal((level.shape[1], across), dtype=np.float32)
    for _ in range(_ROUNDS):
        found = level @ np.linalg.qr(turned @ np.linalg.qr(found)[0])[0]
    basis = np.linalg.qr(found)[0]
    projected = turned @ basis
    square, turn = np.linalg.eigh(projected.T @ projected)
    square, turn = square[::-1][:width], turn[:, ::-1][:, :width]
    sizes = np.sqrt(np.maximum(square, np.float32(_LEAST)))
    parts = basis @ turn, sizes, (projected @ turn) / sizes
    return tuple(_widened(part, wanted) for part in parts)


_LEAST = 1e-8


def _widened(part: Singles, wanted: int) -> Singles:
    """With zeros, or ones for a size, in the place of parts that there are not."""
    missing = wanted - part.shape[-1]
    if part.ndim == 1:
        return np.concatenate((part, np.ones(missing, np.float32)))
    return np.hstack((part, np.zeros((len(part), missing), np.float32)))
