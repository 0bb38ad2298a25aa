"""Ridge regression on labels and vectors together, with the vectors' strength chosen on the data.

A label (a topic, a language) is one thing that many notes share, and is drawn to zero by so many
notes' worth. A vector has hundreds of numbers that each say little; how much they may say
depends on how many notes there are, so it is chosen by the error on each note that is left out
(closed form: Allen 1974, PRESS).
"""

import numpy as np
from scipy.linalg import cho_factor, cho_solve, solve_triangular
from scipy.sparse import csr_array

from dukou.engine.arrays import Floats, Singles

_STRENGTHS = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
_JUDGED = 20_000


def ridge(
    labels: csr_array, vectors: Singles, values: Floats, weights: Floats, *, reg: float
) -> tuple[Floats, Floats]:
    """Coefficients of labels, then of vectors, that explain the values; and what they leave.

    Args:
        labels: shape (rows, labels), sparse.
        vectors: shape (rows, dims); no dims for none.
        values: shape (rows, outputs).
        weights: how much each row counts; shape (rows,).
        reg: rows' worth by which a label is drawn to zero.
    Returns: shapes (labels + dims, outputs) and (rows, outputs).
    """
    known, dims = labels.shape[1], vectors.shape[1] if len(vectors) else 0
    weighted = labels.multiply(weights[:, None]).tocsr()
    square = np.zeros((known + dims, known + dims))
    product = np.zeros((known + dims, values.shape[1]))
    square[:known, :known] = (weighted.T @ labels).toarray()
    product[:known] = weighted.T @ values
    if dims:
        heavy = vectors * weights[:, None].astype(np.float32)
        square[:known, known:] = weighted.T @ vectors
        square[known:, :known] = square[:known, known:].T
        square[known:, known:] = heavy.T @ vectors
        product[known:] = heavy.T @ values
    best = None
    for strength in _STRENGTHS if dims else (0.0,):
        drawn = np.concatenate((np.full(known, reg), np.full(dims, strength)))
        factor = cho_factor(square + np.diag(drawn), lower=True)
        found = cho_solve(factor, product)
        if not dims:
            return found, values - labels @ found
        error = _left_out(labels, vectors, values, weights, found, factor[0])
        if best is None or error < best[0]:
            best = (error, found)
    assert best is not None
    found = best[1]
    return found, values - labels @ found[:known] - vectors @ found[known:]


def _left_out(
    labels: csr_array,
    vectors: Singles,
    values: Floats,
    weights: Floats,
    found: Floats,
    lower: Floats,
) -> float:
    """Squared error on rows, each predicted without itself."""
    step = max(len(values) // _JUDGED, 1)
    rows = np.hstack((labels[::step].toarray(), vectors[::step]))
    own = solve_triangular(lower, rows.T, lower=True)
    leverage = weights[::step] * np.einsum("ij,ij->j", own, own)
    missed = (values[::step] - rows @ found) / np.maximum(1.0 - leverage, 1e-6)[:, None]
    return float((weights[::step] * (missed**2).sum(axis=1)).sum())
