"""New notes are placed by their content, new members by what they say they like."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from dukou.engine import ShapeMismatch
from dukou.engine.content import Content, fold_in_interests, learn_content
from dukou.engine.learning import Learning

LEARNING = Learning(factors=2)


def learnt(seed: int = 0) -> tuple[Content, np.ndarray]:
    """Notes of topic 0 lie along the first factor, of topic 1 along the second; author 7's a
    little further out."""
    rng = np.random.default_rng(seed)
    topics = [[number % 2] for number in range(100)]
    authors = np.array([7 if number < 20 else 8 + number % 5 for number in range(100)])
    factors = np.array([[1.0, 0.0] if names == [0] else [0.0, 1.0] for names in topics])
    factors += rng.normal(0, 0.05, factors.shape) + 0.3 * (authors == 7)[:, None]
    languages = np.zeros(100, dtype=np.int64)
    content = learn_content(
        factors.astype(np.float32),
        topics=topics,
        languages=languages,
        authors=authors,
        topic_count=3,
        language_count=2,
    )
    return content, factors.astype(np.float32)


def test_a_new_note_lies_where_its_topic_lies() -> None:
    content, _ = learnt()
    cats, dogs = content.factors([[0], [1]], np.zeros(2, int), np.array([99, 99]))
    assert cats[0] > cats[1] + 0.5
    assert dogs[1] > dogs[0] + 0.5


def test_an_author_who_is_known_moves_their_new_note() -> None:
    content, _ = learnt()
    known, unknown = content.factors([[0], [0]], np.zeros(2, int), np.array([7, 99]))
    assert known.sum() > unknown.sum() + 0.2


def test_what_was_never_learnt_adds_nothing() -> None:
    content, _ = learnt()
    found = content.factors([[2], [55]], np.array([1, 9]), np.array([99, 99]))
    assert np.allclose(found, 0.0, atol=1e-6)


def test_a_new_member_matches_what_they_said_they_like() -> None:
    content, notes = learnt()
    liking = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
    said, silent = fold_in_interests(content, notes, liking, LEARNING)
    match = notes @ said
    assert match[::2].mean() > match[1::2].mean() + 0.1
    assert not silent.any()


def test_first_taps_count_beside_what_was_said() -> None:
    content, notes = learnt()
    liking = np.array([[1.0, 0.0, 0.0]] * 2)
    taps = csr_array(([1.0] * 4, ([1] * 4, [1, 3, 5, 7])), shape=(2, len(notes)))
    said, tapped = fold_in_interests(content, notes, liking, LEARNING, taps=taps)
    assert notes[1::2].mean(axis=0) @ tapped > notes[1::2].mean(axis=0) @ said + 0.05
    with pytest.raises(ShapeMismatch):
        fold_in_interests(content, notes, liking, LEARNING, taps=csr_array((1, len(notes))))


def test_columns_of_other_lengths_are_refused() -> None:
    with pytest.raises(ShapeMismatch):
        learn_content(
            np.zeros((2, 2), np.float32),
            topics=[[0]],
            languages=np.zeros(2, int),
            authors=np.zeros(2, int),
            topic_count=1,
            language_count=1,
        )
