"""What a text says of a new note, across languages, and where texts are missing."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from dukou.engine import ShapeMismatch
from dukou.engine.content import Content, learn_content
from dukou.engine.ridge import ridge
from dukou.language.vectors import vectors

CATS = (
    "My cat sleeps on the radiator all day",
    "The kitten is afraid of the vacuum cleaner",
    "Our old cat only drinks from the tap",
    "She brought a stray cat home in a shoebox",
    "Why does my cat knock over every glass?",
    "The cat and the dog share one blanket",
)
TRAINS = (
    "The night train to the mountains was late again",
    "Twelve hours on a hard seat with strangers",
    "Which window seat has the best view of the line?",
    "The railway station smells of noodles",
    "High-speed rail tickets sell out in minutes",
    "I missed the last train and slept in the station",
)
DIMS = 6


def learnt(texts: np.ndarray) -> Content:
    """Notes about cats lie along the first factor, about trains along the second; no topics."""
    size = len(CATS) + len(TRAINS)
    factors = np.repeat(np.eye(2, dtype=np.float32), [len(CATS), len(TRAINS)], axis=0)
    return learn_content(
        factors,
        topics=[[]] * size,
        languages=np.zeros(size, np.int64),
        authors=np.arange(size),
        topic_count=0,
        language_count=2,
        texts=texts,
    )


def test_a_chinese_cat_lies_where_english_cats_were_liked() -> None:
    content = learnt(vectors(CATS + TRAINS))
    new = vectors(["我家猫又把杯子推下桌了", "绿皮火车坐了一夜，腰断了"])
    cat, train = content.factors([[], []], np.array([1, 1]), np.array([99, 99]), texts=new)
    assert cat[0] > cat[1] + 0.2
    assert train[1] > train[0] + 0.2


def test_a_note_without_words_gets_nothing_from_texts() -> None:
    content = learnt(vectors(CATS + TRAINS))
    silent = np.zeros((1, len(content.texts)), np.float32)
    where = ([[]], np.array([0]), np.array([99]))
    assert np.allclose(content.factors(*where, texts=silent), content.factors(*where))


def test_texts_of_another_space_are_refused() -> None:
    content = learnt(np.eye(12, DIMS, dtype=np.float32))
    with pytest.raises(ShapeMismatch, match="texts"):
        content.factors(
            [[]], np.zeros(1, int), np.zeros(1, int), texts=np.ones((1, DIMS + 1), np.float32)
        )


def test_where_no_texts_were_learnt_they_add_nothing() -> None:
    content = learnt(np.zeros((12, DIMS), np.float32))
    where = ([[]], np.zeros(1, int), np.array([99]))
    found = content.factors(*where, texts=np.ones((1, DIMS), np.float32))
    assert np.array_equal(found, content.factors(*where))


def test_a_note_with_few_events_says_less() -> None:
    factors = np.array([[1.0], [0.0]], np.float32)
    both = {"topics": [[0], [0]], "languages": np.zeros(2, int), "authors": np.array([1, 2])}
    sizes = {"topic_count": 1, "language_count": 1, "reg": 0.1}
    alike = learn_content(factors, **both, **sizes)
    sure = learn_content(factors, **both, **sizes, counts=np.array([100, 1]))
    assert sure.topics[0, 0] > alike.topics[0, 0] + 0.1


def test_content_comes_back_from_its_arrays() -> None:
    content = learnt(np.eye(12, DIMS, dtype=np.float32))
    again = Content.of_arrays({"ids": np.arange(3)} | content.arrays())
    assert again is not None
    for name in Content.__slots__:
        assert np.array_equal(getattr(again, name), getattr(content, name))
    assert Content.of_arrays({"content_topics": np.eye(2)}) is None


def test_noise_in_texts_is_hardly_believed() -> None:
    """Vectors that say nothing of the factors must not place new notes; those that do, must."""
    rng = np.random.default_rng(3)
    vectors_of = rng.normal(size=(200, 50)).astype(np.float32)
    vectors_of /= np.linalg.norm(vectors_of, axis=1, keepdims=True)
    telling = vectors_of[:, :2].astype(np.float64) * 4
    noise = rng.normal(0, telling.std(), telling.shape)
    labels, weights = np.zeros((200, 0)), np.ones(200)
    said, _ = ridge(csr_array(labels), vectors_of, telling, weights, reg=5.0)
    heard, _ = ridge(csr_array(labels), vectors_of, noise, weights, reg=5.0)
    assert np.abs(vectors_of @ said - telling).mean() < 0.1 * np.abs(telling).mean()
    assert np.abs(vectors_of @ heard).mean() < 0.5 * np.abs(noise).mean()
