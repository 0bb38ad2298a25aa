import pytest

from dukou.language import tags
from dukou.language.detect import detect
from dukou.language.spans import spans


@pytest.mark.parametrize(
    ("sound", "lang"),
    [
        ("hhhhhhhhh", "zh"),
        ("2333333", "zh"),
        ("66666", "zh"),
        ("emmmm", "zh"),
        ("哈哈哈", "zh"),
        ("hahahahaha", "en"),
        ("awww 🥺", "en"),
        ("JAJAJAJAJA 😂", "es"),
        ("ajajajsj", "es"),
        ("jejeje", "es"),
        ("kkkkkkkkkkk", "pt"),
        ("rsrsrsrs", "pt"),
        ("huehue", "pt"),
        ("ㅋㅋㅋㅋ", "ko"),
        ("wwwwww", "ja"),
        ("ｗ", "ja"),
        ("草www", "ja"),
        ("wkwkwkwk", "id"),
        ("mdrrr", "fr"),
    ],
)
def test_laughter_has_a_language_at_any_length(sound, lang):
    assert tags.base(detect(sound).lang) == lang


@pytest.mark.parametrize("sound", ["aaaaaa", "Hmmm...", "hehehe", "ohhh 😱", "zzzz", "hihi"])
def test_a_sound_that_all_make_says_nothing(sound):
    assert (detect(sound).lang, detect(sound).confidence) == ("und", 0.0)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("hehehe que fofo", "pt"),
        ("aaaaah qué lindo", "es"),
        ("hahaha adorei", "pt"),
        ("socorro kkkkkk", "pt"),
        ("kkkk so true", "en"),
        ("hahaha aaaa", "en"),
    ],
)
def test_words_count_before_sounds(text, lang):
    assert detect(text).lang == lang


@pytest.mark.parametrize(
    ("text", "lang"),
    [("OMGGGG", "en"), ("lmaooooo", "en"), ("awslllll", "zh"), ("YESSSS", "en"), ("simmmm", "pt")],
)
def test_a_drawn_out_word_is_the_word(text, lang):
    assert detect(text).lang == lang


@pytest.mark.parametrize(
    ("text", "lang"),
    [("saja", "id"), ("jasa", "id"), ("jaws", "en"), ("soja", "fr"), ("Brennnessel", "de")],
)
def test_words_are_not_taken_for_laughter(text, lang):
    assert detect(text, latin=("en", "fr", "de", "id")).lang == lang


@pytest.mark.parametrize(
    ("text", "lang"),
    [("最高！", "ja"), ("素敵😍", "ja"), ("最高气温", "zh"), ("草", "zh"), ("神", "zh")],
)
def test_words_of_signs_that_only_japanese_say_alone(text, lang):
    assert tags.base(detect(text).lang) == lang


def test_a_scream_belongs_to_the_language_around_it():
    assert [span.lang for span in spans("这个真的好吃aaaaa")] == ["zh-Hans"]
    assert [span.lang for span in spans("真的绝了 kkkkk")] == ["zh-Hans", "pt"]
