"""Many small ridge regressions are solved exactly, however few or many entries a row has."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array, random_array

from dukou.engine.least_squares import Seen, solved


def solved_reference(
    seen: Seen, other: np.ndarray, *, reg: float, reg_power: float, unseen: float
) -> np.ndarray:
    """One dense system a row."""
    weights = seen.weights.toarray().astype(np.float64)
    aims = csr_array((seen.aims, seen.weights.indices, seen.weights.indptr), seen.weights.shape)
    other = other.astype(np.float64)
    found = np.zeros((len(weights), other.shape[1]))
    for row, weight in enumerate(weights):
        if weight.any():
            square = unseen * other.T @ other + other.T @ (other * weight[:, None])
            drawn = reg * (weight.sum() + unseen * len(other)) ** reg_power
            square += drawn * np.eye(other.shape[1])
            found[row] = np.linalg.solve(square, other.T @ aims.toarray()[row])
    return found


@given(
    seed=st.integers(0, 10_000),
    rows=st.integers(1, 30),
    columns=st.integers(1, 40),
    width=st.integers(1, 20),
    density=st.floats(0.0, 0.9),
    reg=st.floats(0.01, 1.0),
    reg_power=st.floats(0.0, 1.0),
    unseen=st.floats(0.0, 0.3),
)
@settings(max_examples=60, deadline=None)
def test_both_ways_of_solving_agree_with_the_reference(
    seed: int,
    rows: int,
    columns: int,
    width: int,
    density: float,
    reg: float,
    reg_power: float,
    unseen: float,
) -> None:
    rng = np.random.default_rng(seed)
    weights = csr_array(random_array((rows, columns), density=density, rng=rng, format="csr"))
    weights.data = rng.uniform(0.1, 2.0, len(weights.data))
    seen = Seen(weights, rng.normal(size=len(weights.data)))
    other = rng.normal(size=(columns, width)).astype(np.float32)
    how = {"reg": reg, "reg_power": reg_power, "unseen": unseen}
    expected = solved_reference(seen, other, **how)
    np.testing.assert_allclose(solved(seen, other, **how), expected, rtol=2e-3, atol=2e-3)


def test_turning_keeps_every_aim_with_its_pair() -> None:
    weights = csr_array(np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 4.0]]))
    seen = Seen(weights, np.array([10.0, 20.0, 30.0, 40.0]))
    turned = seen.turned()
    assert turned.weights.toarray().tolist() == [[1.0, 0.0], [0.0, 3.0], [2.0, 4.0]]
    assert turned.aims.tolist() == [10.0, 30.0, 20.0, 40.0]
