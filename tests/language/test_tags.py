import pytest

from dukou.language import tags


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("zh_cn", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant-HK"),
        ("zh-Hant-TW", "zh-Hant"),
        ("EN-gb", "en-GB"),
        ("pt-BR", "pt-BR"),
        ("cmn", "zh"),
        ("", "und"),
        ("日本語", "und"),
        ("<script>", "und"),
    ],
)
def test_tags_are_written_one_way(written, normal):
    assert tags.normal(written) == normal
    assert tags.normal(normal) == normal


def test_readers_of_either_chinese_script_can_read_the_other():
    assert tags.can_read(["zh-Hans"], "zh-Hant")
    assert tags.can_read(["zh-Hant-HK"], "zh")
    assert tags.needs_conversion("zh-Hans", "zh-Hant")
    assert not tags.needs_conversion("zh-Hans", "zh")


def test_regions_of_english_are_one_language():
    assert tags.can_read(["en-GB"], "en")
    assert not tags.can_read(["en-GB"], "zh-Hans")


def test_text_of_unknown_language_counts_as_readable():
    assert tags.can_read([], "und")
    assert tags.can_read(["en"], "no tag at all")


def test_the_best_version_follows_the_order_of_reading_and_then_the_script():
    assert tags.best_for(["ja", "zh-Hant"], ["en", "zh-Hans", "zh-Hant"]) == "zh-Hant"
    assert tags.best_for(["zh-Hant"], ["en", "zh-Hans"]) == "zh-Hans"
    assert tags.best_for(["en-GB", "zh"], ["zh-Hans", "en"]) == "en"
    assert tags.best_for(["ko"], ["en"]) is None


def test_languages_are_named_in_the_language_of_the_reader():
    assert tags.name("zh-Hant", shown_in="zh-Hans") == "繁体中文"
    assert tags.name("ja", shown_in="zh-Hant") == "日文"
    assert tags.name("pt-BR", shown_in="en") == "Portuguese"
    assert tags.name("und", shown_in="en") == "Unknown language"
    assert tags.name("qqq", shown_in="en") == "qqq"


def test_arabic_and_hebrew_run_from_right_to_left():
    assert tags.direction("ar") == tags.direction("he-IL") == "rtl"
    assert tags.direction("zh-Hans") == tags.direction("en") == "ltr"
    assert tags.direction("und") == "auto"
