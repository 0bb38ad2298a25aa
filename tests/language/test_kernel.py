"""The compiled kernel of search finds what numpy finds, bit for bit; takes nothing unchecked."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dukou.language.finding.nearest import VectorShelf
from dukou.language.kernel import asked, kernel

compiled = pytest.mark.skipif(
    kernel() is None, reason="no compiled kernel (install a C compiler, then run script/setup)"
)


def units(count: int, dimensions: int, seed: int) -> np.ndarray:
    """Unit vectors whose first numbers say most, as those of texts once they are turned."""
    rng = np.random.default_rng(seed)
    numbers = rng.normal(size=(count, dimensions)) * (1 + np.arange(dimensions)) ** -0.5
    return (numbers / np.linalg.norm(numbers, axis=1, keepdims=True)).astype(np.float32)


@compiled
@settings(max_examples=20, deadline=None)
@given(st.integers(1, 9000), st.sampled_from([1, 64, 192, 200, 512]), st.integers(0, 1000))
def test_both_find_the_same(count: int, dimensions: int, seed: int) -> None:
    vectors, query = units(count, dimensions, seed), units(1, dimensions, seed + 1)[0]
    labels = np.random.default_rng(seed).integers(0, 2, size=(count, 1))
    found = []
    for by_kernel in (True, False):
        shelf = VectorShelf(dimensions, labels=1, compiled=by_kernel)
        shelf.put(np.arange(count), vectors, labels)
        choices = [None, lambda ids, labels: labels[:, 0] == 1]
        found += [shelf.nearest_each(query, choices, most=30, least=-1)]
    for (ids, cosines), (others, same) in zip(*found, strict=True):
        assert ids.tolist() == others.tolist()
        assert cosines.tobytes() == same.tobytes()


@compiled
def test_arrays_of_another_kind_or_shape_are_refused() -> None:
    found = kernel()
    assert found is not None
    levels, scales = np.ones((6, 4), dtype=np.int8), np.ones(6, dtype=np.float32)
    query = asked(np.ones(4, dtype=np.float32))
    assert found.products(levels, scales, query).tolist() == pytest.approx([4.0] * 6)
    assert found.products(levels, scales, query, np.array([5, 0])).shape == (2,)
    assert found.products(levels[:0], scales[:0], query).shape == (0,)
    for wrong in (
        (levels.astype(np.int16), scales, query),
        (levels[:, ::2], scales, asked(np.ones(2, dtype=np.float32))),
        (levels, scales[:5], query),
        (levels, scales.astype(np.float64), query),
        (levels, scales, asked(np.ones(3, dtype=np.float32))),
        (levels, scales, query, np.array([6])),
        (levels, scales, query, np.array([-1])),
        (levels, scales, query, np.array([0], dtype=np.int32)),
    ):
        with pytest.raises(ValueError):
            found.products(*wrong)
