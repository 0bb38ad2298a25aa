import pytest
from hypothesis import given
from hypothesis import strategies as st

from dukou.language.check import Reason, is_too_far, is_unusual, refusal
from dukou.language.numbers import digit_keys, number_keys

SOURCE = "周末和三个朋友去爬山，累死了但是风景特别好。"
GOOD = "I went hiking with 3 friends at the weekend, exhausting but the view was wonderful."


def to_english(output, text=SOURCE):
    return refusal(text, output, source="zh-Hans", target="en")


def test_a_translation_passes():
    assert to_english(GOOD) is None
    assert refusal(GOOD, SOURCE, source="en", target="zh-Hant") is None


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("", Reason.EMPTY),
        ("...", Reason.EMPTY),
        (SOURCE, Reason.COPY),
        ("周末爬山，风景很好看，朋友很多。", Reason.WRONG_SCRIPT),
        ("I went 爬山 with 三个朋友 and it was 特别好", Reason.WRONG_SCRIPT),
        ("Hiking.", Reason.TOO_SHORT),
        (GOOD + " The moon is a silver boat that sails the night." * 4, Reason.TOO_LONG),
        (
            "Roses are red,\nviolets are blue,\nhills with three friends,\nand the view too",
            Reason.NEW_LINES,
        ),
        (GOOD + " See https://evil.example/x", Reason.NEW_LINK),
        (GOOD + " See evil-shop.com", Reason.NEW_LINK),
        (GOOD + " Ask @boss", Reason.NEW_MENTION),
        (GOOD + " #winner", Reason.NEW_TAG),
        (GOOD + " Call 13800138000", Reason.NEW_NUMBER),
        ("I <b>went</b> hiking with 3 friends, exhausting but wonderful.", Reason.MARKUP),
        ("I went hiking with friends &amp; it was wonderful, exhausting.", Reason.MARKUP),
        (
            "Je suis allé marcher dans les montagnes avec trois amis, la vue était magnifique.",
            Reason.WRONG_LANGUAGE,
        ),
        (GOOD + "\u202e", Reason.INVISIBLE),
        ("I went up and up and up and up and up and up and up and up", Reason.LOOP),
    ],
)
def test_what_no_translation_is_gets_refused(output, reason):
    assert to_english(output) == reason


def test_markup_may_not_become_another_markup():
    text = "&lt;b&gt; 周末和三个朋友去爬山，累死了"
    output = "<b> Went hiking with three friends at the weekend, exhausted"
    assert to_english(output, text) == Reason.MARKUP


@pytest.mark.parametrize(
    ("output", "far"),
    [
        (GOOD, False),
        ("The committee published its annual report on the fishing industry of Norway.", True),
        ("The capital of Norway is Oslo.", True),
    ],
)
def test_what_speaks_of_something_else_is_too_far(output, far):
    assert is_too_far(SOURCE, output, source="zh-Hans", target="en") == far


def test_short_texts_and_languages_that_the_vectors_do_not_know_are_never_too_far():
    assert not is_too_far("绝了", "The committee", source="zh", target="en")
    assert not is_too_far(SOURCE, "x" * 80, source="zh", target="hi")


def test_unusual_lengths_are_told():
    assert not is_unusual(SOURCE, GOOD)
    assert is_unusual(SOURCE, "Went hiking.")
    assert is_unusual(SOURCE, GOOD * 3)


def test_japanese_is_not_chinese():
    output = "週末に三人の友達と山に登りました。とても疲れました。"
    assert refusal(GOOD, output, source="en", target="zh-Hans") == Reason.WRONG_SCRIPT


def test_text_still_in_the_source_language_is_refused_within_one_script():
    text = "Me gusta mucho caminar por la montaña con mis amigos"
    still = "Me gusta bastante caminar por las montañas con amigos"
    assert refusal(text, still, source="es", target="en") == Reason.WRONG_LANGUAGE
    english = "I really like walking in the mountains with my friends"
    assert refusal(text, english, source="es", target="en") is None


def test_short_words_may_be_the_same_in_related_languages():
    assert refusal("Taxi!", "Taxi!", source="en", target="de") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三十五块", "35"),
        ("3.5万人", "35,000"),
        ("两百万", "2,000,000"),
        ("twenty-five people", "25"),
        ("1 000 000 visits", "1000000"),
        ("二〇二五年", "2025"),
        ("at 7.55am", "7:55"),
        ("às 09h30", "9.30"),
        ("10:45", "10.45"),
        ("下午三点", "15"),
        ("15:00", "3"),
        ("20 世纪 30 年代", "1930"),
        ("in March", "3"),
        ("一刻钟到半夜", "0"),
    ],
)
def test_numbers_are_the_same_however_they_are_written(text, number):
    assert digit_keys(number) <= number_keys(text)


def test_other_numbers_are_new():
    assert not digit_keys("36") <= number_keys("三十五块")


@given(st.text(max_size=120), st.text(max_size=120))
def test_every_output_gets_a_verdict(text, output):
    verdict = refusal(text, output, source="zh", target="en")
    assert verdict is None or verdict in Reason


@given(st.text(max_size=120))
def test_a_passed_output_never_has_direction_marks_or_more_ats(output):
    if to_english(output) is None:
        assert "\u202e" not in output
        assert "@" not in output
