"""The directions in which vectors differ most, so that a few numbers tell most of two apart."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def principal_axes(vectors: Floats) -> Floats:
    """An orthonormal matrix, shape (dimensions, dimensions): `vectors @ axes` has in its first
    columns what the vectors are largest in. Lengths and products stay as they were.

    Not centred, since what counts afterwards are products and not differences.
    """
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    return np.ascontiguousarray(directions[:, ::-1], dtype=np.float32)
