"""A word of a text is looked up: where it ends, how it is read, what it means here."""

import pytest

from dukou.language.gloss import is_served, look_up, word_for_word
from dukou.language.glossary import Entry, Finder


def first_gloss(text: str, word: str, lang: str = "zh-Hans", to: str = "en") -> str:
    found = look_up(text, text.index(word), lang, to)
    assert found is not None
    assert found.text == word
    return found.meanings[0].glosses[0]


@pytest.mark.parametrize(
    ("text", "word", "gloss"),
    [
        ("我在银行工作", "银行", "bank"),
        ("李先生是我的老师", "先生", "gentleman"),
        ("他跑得很快", "得", "(how)"),
        ("我得走了", "得", "must"),
        ("他吃了三个苹果", "了", "(done)"),
        ("他把书放在桌子上", "把", "(takes)"),
        ("他还钱了", "还", "to return"),
        ("我还没吃饭", "还", "still"),
        ("我们都去", "都", "all"),
        ("这花很漂亮", "花", "flower"),
        ("我们打网球", "网球", "tennis"),
    ],
)
def test_the_meaning_that_fits_stands_first(text, word, gloss):
    assert first_gloss(text, word) == gloss


def test_a_surname_is_never_first_where_there_is_another_meaning():
    for sign in "李花年高黄白":
        assert not first_gloss(sign, sign).startswith("surname")


def test_any_character_of_a_word_finds_it():
    text = "我在银行工作。"
    assert look_up(text, 2, "zh-Hans", "en") == look_up(text, 3, "zh-Hans", "en")
    assert look_up(text, 6, "zh-Hans", "en") is None
    assert look_up(text, 99, "zh-Hans", "en") is None


def test_both_scripts_are_looked_up_where_they_stand():
    found = look_up("小貓終於睡著了", 4, "zh-Hant", "en")
    assert (found.text, found.key, found.reading) == ("睡著", "睡着", "shuìzháo")


def test_english_is_explained_in_the_script_of_the_reader():
    assert first_gloss("The bank is closed.", "bank", "en", "zh-Hans") == "银行"
    assert first_gloss("The bank is closed.", "bank", "en", "zh-Hant") == "銀行"
    assert first_gloss("He said that.", "that", "en", "zh-Hant") == "那"


@pytest.mark.parametrize(
    ("text", "word", "gloss"),
    [
        ("My cats are cute", "cats", "猫"),
        ("Then I went there", "went", "去"),
        ("He met her", "met", "遇见"),
        ("They gave up", "gave up", "放弃"),
        ("It is hard", "is", "是"),
        ("I don't", "don't", "不"),
    ],
)
def test_english_forms_and_phrases_are_found_under_their_word(text, word, gloss):
    assert first_gloss(text, word, "en", "zh-Hans") == gloss


def test_a_text_comes_back_whole_whatever_it_is_mixed_with():
    text = "哈哈 @lin 看 https://example.org #今日穿搭 这个vibe真的绝了😂\n\n蒜鸟!"
    for lang, to in (("zh-Hans", "en"), ("en", "zh-Hans")):
        found = word_for_word(text, lang, to)
        assert "".join(one.text for one in found) == text
        assert all(text[one.start : one.end] == one.text for one in found)
    words = [one.text for one in word_for_word(text, "zh-Hans", "en") if one.is_word]
    assert "这个" in words
    assert not {"@lin", "lin", "今日穿搭", "example"} & set(words)


def test_an_expression_of_the_glossary_is_one_word_with_its_own_meaning():
    found = look_up("真的绝绝子，绝了", 3, "zh-Hans", "en")
    assert (found.text, found.meanings[0].source) == ("绝绝子", "glossary")
    assert found.entry is not None
    mine = Entry(
        "蒜鸟",
        "zh",
        ("蒜鸟",),
        *("meme", "playful", "never mind", False, False),
        {"en": "Let it go.", "zh": "算了。"},
        {"en": "Never mind.", "zh": "蒜鸟。"},
        {},
    )
    found = look_up("蒜鸟蒜鸟", 0, "zh-Hans", "en", finder=Finder([mine]))
    assert found.meanings[0].glosses == ("never mind",)


def test_a_word_that_nobody_knows_is_explained_by_its_signs():
    found = look_up("我叫王铭宇", 3, "zh-Hans", "en")
    assert not found.is_known
    assert [part.text for part in found.parts] == list(found.text)
    unknown = look_up("so skibidi", 4, "en", "zh-Hans")
    assert not unknown.is_known
    assert unknown.key == "skibidi"


def test_only_chinese_and_english_explain_each_other():
    assert is_served("zh-Hant", "en-GB")
    assert is_served("en", "zh-Hans")
    assert not is_served("zh-Hans", "zh-Hant")
    assert not is_served("ja", "en")
    assert not is_served("und", "en")


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "。。。", "\ud800好", "好" * 3000, "a" * 3000, "𠮷野家"]
)
def test_strange_texts_do_no_harm(text):
    for lang, to in (("zh-Hans", "en"), ("en", "zh-Hant")):
        assert "".join(one.text for one in word_for_word(text, lang, to)) == text
