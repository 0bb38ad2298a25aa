"""How broad pages are beside what their reader chose."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dukou.engine import ShapeMismatch
from dukou.engine.breadth import Looks, breadth, topic_entropy


def looks(reader: int, topics: list[list[int]]) -> Looks:
    """One reader's notes."""
    return Looks(np.full(len(topics), reader), topics)


def test_one_topic_is_as_broad_as_one_and_four_alike_as_four() -> None:
    assert topic_entropy([[3]] * 50) == 0.0
    assert topic_entropy([[n % 4] for n in range(4_000)]) == pytest.approx(np.log(4), abs=1e-3)
    assert topic_entropy([[]] * 5) == topic_entropy([]) == 0.0


def test_a_note_of_two_topics_counts_half_for_each() -> None:
    assert topic_entropy([[0, 1]] * 1_000) == pytest.approx(np.log(2), abs=1e-3)
    heavy = topic_entropy([[0], [1]] * 500, np.tile([9.0, 1.0], 500))
    assert heavy == pytest.approx(-(0.9 * np.log(0.9) + 0.1 * np.log(0.1)), abs=1e-3)


def test_pages_of_one_topic_narrow_a_reader_who_chose_many() -> None:
    found = breadth(looks(7, [[1]] * 40), looks(7, [[n] for n in range(6)]))
    assert found.reader_ids.tolist() == [7]
    assert found.narrowed.tolist() == [True]
    assert found.ratio < 0.3


@given(seed=st.integers(0, 1_000))
@settings(max_examples=20, deadline=None)
def test_who_chooses_at_random_from_their_pages_is_not_narrowed_on_average(seed: int) -> None:
    """Few choices look narrow by themselves; that must not count as breadth of the pages, nor
    hide narrowing."""
    rng = np.random.default_rng(seed)
    readers = np.repeat(np.arange(60), 200)
    topics = rng.choice(8, size=len(readers), p=np.array([8, 7, 6, 5, 4, 3, 2, 1]) / 36)
    picked = rng.random(len(readers)) < 0.15
    shown = Looks(readers, topics[:, None].tolist())
    chosen = Looks(readers[picked], topics[picked][:, None].tolist())
    assert breadth(shown, chosen).ratio == pytest.approx(1.0, abs=0.1)


@given(seed=st.integers(0, 1_000), kinds=st.integers(1, 12))
@settings(max_examples=20, deadline=None)
def test_entropy_lies_between_none_and_all_alike(seed: int, kinds: int) -> None:
    rng = np.random.default_rng(seed)
    notes = [rng.choice(kinds, rng.integers(1, kinds + 1), False).tolist() for _ in range(3_000)]
    entropy = topic_entropy(notes, rng.random(3_000))
    assert -1e-9 <= entropy <= np.log(kinds) + 0.01


def test_readers_with_too_few_choices_are_not_judged() -> None:
    shown = Looks(np.repeat([1, 2], 30), [[n % 5] for n in range(60)])
    chosen = Looks(np.array([1, 1, 2, 2, 2, 2, 2, 3]), [[0], [1], [0], [1], [2], [3], [4], [0]])
    assert breadth(shown, chosen).reader_ids.tolist() == [2]
    nobody = breadth(shown, looks(9, []))
    assert (len(nobody.reader_ids), nobody.ratio) == (0, 1.0)


def test_columns_of_other_lengths_are_refused() -> None:
    with pytest.raises(ShapeMismatch):
        Looks(np.zeros(2, np.int64), [[1]])
