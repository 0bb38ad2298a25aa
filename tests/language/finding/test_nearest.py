"""The shelf finds the nearest texts, exactly but for the rounding of its bytes."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dukou.language.finding.nearest import VectorShelf


def units(count: int, dimensions: int = 64, seed: int = 1) -> np.ndarray:
    numbers = np.random.default_rng(seed).normal(size=(count, dimensions)).astype(np.float32)
    return numbers / np.linalg.norm(numbers, axis=1, keepdims=True)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 3000), st.integers(1, 20), st.integers(0, 1000))
def test_it_agrees_with_the_whole_product(count: int, most: int, seed: int) -> None:
    vectors, query = units(count, seed=seed), units(1, seed=seed + 1)[0]
    shelf = VectorShelf(64)
    shelf.put(np.arange(count) + 7, vectors)
    ids, cosines = shelf.nearest(query, most=most, least=-1)
    exact = np.sort(vectors @ query)[::-1][:most]
    assert len(ids) == min(most, count)
    np.testing.assert_allclose(cosines, exact, atol=0.02)
    np.testing.assert_allclose(shelf.cosines_of(ids.tolist(), query), cosines, atol=1e-3)


def about_topics(count: int, seed: int) -> np.ndarray:
    """Unit vectors like those of texts: most of what they say lies in few directions."""
    rng = np.random.default_rng(seed)
    sizes = (1 + np.arange(512)) ** -0.5
    mixed = np.linalg.qr(np.random.default_rng(0).normal(size=(512, 512)))[0]
    numbers = ((rng.normal(size=(count, 512)) * sizes) @ mixed).astype(np.float32)
    return numbers / np.linalg.norm(numbers, axis=1, keepdims=True)


def test_many_texts_are_found_as_if_all_had_been_compared_whole() -> None:
    vectors, queries = about_topics(12_000, 1), about_topics(20, 2)
    shelf = VectorShelf(512, labels=1)
    for start in range(0, 12_000, 2_000):
        part = np.arange(start, start + 2_000)
        shelf.put(part, vectors[part], part[:, None] % 2)
    shelf.put([5], vectors[6:7], [[0]])
    vectors[5] = vectors[6]
    even = np.arange(0, 12_000, 2)
    even = np.append(even, 5)
    for query in queries:
        exact = vectors @ query
        (ids, cosines), (among_even, _) = shelf.nearest_each(
            query, [None, lambda ids, labels: labels[:, 0] == 0], most=10, least=-1
        )
        assert len(set(ids) & set(np.argsort(-exact)[:10])) >= 9
        np.testing.assert_allclose(cosines, exact[ids], atol=0.02)
        assert len(set(among_even) & set(even[np.argsort(-exact[even])[:10]])) >= 9
        np.testing.assert_allclose(shelf.cosines_of(ids, query), cosines, atol=1e-3)


def test_texts_are_replaced_and_dropped() -> None:
    vectors = units(5)
    shelf = VectorShelf(64)
    shelf.put([1, 2, 3, 4, 5], vectors)
    shelf.put([2], vectors[4:])
    shelf.drop([1, 5, 99])
    assert len(shelf) == 3
    assert 1 not in shelf
    ids, _ = shelf.nearest(vectors[4], most=10)
    assert ids[0] == 2
    assert set(ids) <= {2, 3, 4}
    assert shelf.cosines_of([1, 2], vectors[4])[0] == 0


def test_labels_choose_among_them() -> None:
    vectors = units(4)
    shelf = VectorShelf(64, labels=1)
    shelf.put([1, 2, 3, 4], vectors, [[0], [1], [0], [1]])
    ids, _ = shelf.nearest(
        vectors[0], most=10, least=-1, among=lambda ids, labels: (labels[:, 0] == 1) & (ids > 2)
    )
    assert ids.tolist() == [4]


def test_nothing_is_near_on_an_empty_shelf_or_to_no_words() -> None:
    shelf = VectorShelf(64)
    assert shelf.nearest(units(1)[0], most=5)[0].size == 0
    shelf.put([1], np.zeros((1, 64)))
    assert shelf.nearest(units(1)[0], most=5, least=0.1)[0].size == 0
