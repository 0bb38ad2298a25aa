"""A text card drawn for link previews: every design, every text."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dukou.site.notes.card_papers import PAPERS
from dukou.site.notes.card_picture import draw_card
from dukou.site.notes.card_text import Face, balanced, can_be_drawn, clean, cut, lines, measure
from dukou.site.notes.models import Design

SMALL = (270, 360)
FACE = Face(40)


def test_every_design_of_a_note_has_its_paper():
    assert set(PAPERS) == set(Design.values)


@pytest.mark.parametrize("design", sorted(PAPERS))
def test_card_has_the_asked_size_and_words_on_it(design):
    empty = np.asarray(draw_card(design, "", "", "en", SMALL)).astype(int)
    card = np.asarray(
        draw_card(design, "慢慢来，比较快", "Take it slow.", "zh-Hans", SMALL)
    ).astype(int)
    assert card.shape == (360, 270, 3)
    assert np.abs(card - empty).max() > 60


def test_unknown_design_is_drawn_as_a_letter():
    assert (
        draw_card("?", "a", "b", "en", SMALL).tobytes()
        == draw_card("letter", "a", "b", "en", SMALL).tobytes()
    )


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x01nul",
        "\ud800 lone surrogate \udfff",
        "a" + "\u0301" * 10_000,
        "\u0301" * 10_000,
        "\u202e right to left \u202c",
        "مرحبا بالعالم",
        "สวัสดีชาวโลก",
        "👩‍👩‍👧‍👦🏳️‍🌈🇨🇳",
        "\U0010fffd\ufffe",
        "x" * 20_000,
        "字" * 20_000,
        "\n" * 500,
        "   ",
        "http://example.org/" + "a" * 900,
    ],
)
def test_any_text_can_be_drawn(text):
    for design in ("letter", "ticket"):
        assert draw_card(design, text, text, "zh-Hans", SMALL).size == SMALL


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters(), max_size=200), st.floats(60, 400))
def test_lines_keep_every_letter_and_fit_the_width(text, width):
    text = clean(text)
    found = lines(text, FACE, width)
    squeezed = "".join(text.split())
    assert "".join("".join(found).split()) == squeezed
    for line in found:
        assert measure(line, FACE) <= width or len(line) <= 2


def test_no_line_begins_with_a_closing_mark():
    text = "说真的，我没有想到。这里会有（居然还有）鸳鸯锅！“辣不辣？”他问我……我说：微辣。"
    for width in range(200, 500, 20):
        for line in lines(text, FACE, width):
            assert line[0] not in "，。）！？”…：", (width, line)
            assert line[-1] not in "（“", (width, line)


def test_words_of_latin_stay_whole():
    found = lines("Things my roommate taught me about hot water", FACE, 300)
    words = ["Things", "my", "roommate", "taught", "me", "about", "hot", "water"]
    assert [word for line in found for word in line.split()] == words


def test_a_word_wider_than_the_line_is_broken():
    found = lines("a" * 100, FACE, 200)
    assert len(found) > 1
    assert "".join(found) == "a" * 100


def test_chinese_and_latin_get_a_little_air():
    assert clean("在Ohio吃") == "在\u2009Ohio\u2009吃"


def test_towers_of_marks_are_lowered():
    assert len(clean("a" + "\u0325" * 50)) <= 4


def test_title_lines_are_about_as_long_as_each_other():
    wide, narrow = (
        measure(line, FACE) for line in balanced("第一次在成都吃到了正宗的火锅", FACE, 480)
    )
    assert abs(wide - narrow) < 0.35 * wide


def test_too_much_is_cut_with_an_ellipsis_between_words():
    found = lines("one two three four five six seven", FACE, 200)
    kept = cut(found, FACE, 200, 2)
    assert len(kept) == 2
    assert kept[-1].endswith("…")
    assert all(
        word.rstrip("…") in ["one", "two", "three", "four", "five", "six", "seven"]
        for word in " ".join(kept).split()
    )
    assert cut(found, FACE, 200, 0) == []
    assert cut(["short"], FACE, 200, 3) == ["short"]


KOREAN = "오늘 저녁은 김치찌개, 3월의 첫 비"


def test_korean_is_drawn_and_breaks_between_words():
    assert clean(KOREAN) == KOREAN
    assert all(can_be_drawn(character) for character in KOREAN)
    found = lines(KOREAN, FACE, measure("오늘 저녁은", FACE) * 1.1)
    assert " ".join(found) == KOREAN
    assert len(found) > 2


def test_the_languages_of_the_place_need_no_box():
    for words in (
        "渡口",
        "懷舊老鄰居",
        "ひらがなカタカナ漢字",
        KOREAN,
        "¿Qué tal, ñandú?",
        "Grüße",
        "ção",
    ):
        assert clean(words).replace("\u2009", "") == words


def test_what_no_font_has_is_an_ellipsis_and_never_a_box():
    assert clean("བཀྲ་ཤིས་བདེ་ལེགས།") == "…"
    assert clean("a \U00016a40\U00016a41 b") == "a … b"
