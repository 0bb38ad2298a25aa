"""One space for all languages: what means the same lies near."""

import numpy as np

from dukou.language.vectors import DIMENSIONS, nearness, vectors

CAT = ("猫在沙发上睡觉", "a cat is sleeping on the sofa", "El gato duerme en el sofá")


def test_every_vector_has_length_one() -> None:
    found = vectors(CAT)
    assert found.shape == (3, DIMENSIONS)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-3)


def test_a_chinese_cat_finds_an_english_one() -> None:
    others = [*CAT[1:], "The tax office opens at nine", "How much is the ticket to Lhasa?"]
    near = vectors(others) @ vectors(CAT[:1])[0]
    assert set(np.argsort(-near)[:2]) == {0, 1}


def test_a_text_without_words_is_near_nothing() -> None:
    found = vectors(["", "🐱🐱", "https://example.org/cat", "!!"])
    assert not found.any()
    assert nearness("", "a cat") == 0


def test_a_link_does_not_move_a_text() -> None:
    assert nearness("a cat https://example.org/tax/office", "a cat") > 0.99


def test_no_texts_no_rows() -> None:
    assert vectors([]).shape == (0, DIMENSIONS)
