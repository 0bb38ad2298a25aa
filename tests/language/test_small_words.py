import pytest

from dukou.language.detect import detect


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("My software", "en"),
        ("So cute", "en"),
        ("where is this?", "en"),
        ("hola amigos", "es"),
        ("dónde está", "es"),
        ("muito obrigada", "pt"),
        ("c'est tout", "fr"),
        ("nicht so gut", "de"),
        ("terima kasih", "id"),
        ("cảm ơn bạn", "vi"),
    ],
)
def test_small_words_tell_short_texts_apart(text, lang):
    assert detect(text).lang == lang
