"""A place's own words count in detection and segmentation as soon as they are known."""

from dataclasses import replace

import pytest

from dukou.language import place_words
from dukou.language.detect import detect
from dukou.language.finding.across import renderings
from dukou.language.glossary import entries
from dukou.language.segment import words
from dukou.language.spans import spans


def entry(language, term, *also, **fields):
    shipped = next(one for one in entries() if one.language == language)
    plain = replace(shipped, term=term, spellings=(term, *also), everyday=False)
    return replace(plain, **fields)


def knows(*more):
    place_words.know(glossary=(*entries(), *more))


@pytest.mark.parametrize(
    ("expression", "lang"),
    [
        ("yyds", "zh"),
        ("cat tax", "en"),
        ("no cap", "en"),
        ("IYKYK", "en"),
        ("TikTok refugee", "en"),
    ],
)
def test_expressions_that_come_with_dukou_name_their_language(expression, lang):
    assert detect(expression).lang == lang


def test_an_expression_in_a_text_of_the_other_language_is_a_run_of_its_own():
    text = "今天交cat tax啦"
    assert [(text[one.start : one.end], one.lang) for one in spans(text)] == [
        ("今天交", "zh"),
        ("cat tax", "en"),
        ("啦", "zh"),
    ]


def test_an_expression_in_two_writing_systems_is_in_one_language():
    def runs(text):
        return [(text[one.start : one.end], one.lang) for one in spans(text)]

    assert runs("这个展真的city不city啊") == [("这个展真的city不city啊", "zh-Hans")]
    assert runs("他说打call太好笑了")[1] == ("call", "en")
    knows(entry("zh", "打call"))
    assert runs("他说打call太好笑了") == [("他说打call太好笑了", "zh-Hans")]
    assert runs("So she said 打CALL again") == [
        ("So she said ", "en"),
        ("打CALL ", "zh"),
        ("again", "en"),
    ]


def test_what_members_accepted_counts_at_once_and_no_longer_than_it_stands():
    said = "bdsp zqxy"
    assert detect(said).lang != "zh"
    knows(entry("zh", "bdsp zqxy"))
    assert detect(said).lang == "zh"
    assert [one.lang for one in spans(f"{said} 今天太好笑了")] == ["zh"]
    knows()
    assert detect(said).lang != "zh"


def test_an_ordinary_word_with_a_sense_of_slang_proves_nothing():
    knows(entry("en", "era", everyday=True))
    assert detect("Era uma casa muito engraçada").lang == "pt"


def test_an_expression_of_both_sides_proves_nothing():
    knows(entry("zh", "wxyz"), entry("en", "wxyz"))
    before = detect("wxyz").lang
    place_words.forget()
    assert detect("wxyz").lang == before


def test_numbers_between_latin_words_are_numbers():
    assert [one.lang for one in spans("She has 520 followers and 88 notes")] == ["en"]


def test_short_chinese_expressions_are_words_and_phrases_are_not():
    knows(entry("zh", "蒜鸟"), entry("zh", "多喝热汤面"))
    short = place_words.place_words().short_expressions()
    assert "蒜鸟" in short
    assert "多喝热汤面" not in short


def test_accepted_entries_are_renderings_of_a_query():
    assert renderings("哒噗哒噗") == ()
    knows(entry("zh", "哒噗哒噗", rendering="for realsies"))
    assert renderings("哒噗哒噗") == ("for realsies",)
    assert "哒噗哒噗" in renderings("for realsies")


def test_new_words_stay_whole():
    said = "今天偷感很重"
    assert words(said) == ["今天", "偷", "感", "很", "重"]
    place_words.know(found={"偷感"})
    assert words(said) == ["今天", "偷感", "很", "重"]
