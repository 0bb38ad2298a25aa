import pytest
from hypothesis import given
from hypothesis import strategies as st

from dukou.language.protect import LostPiece, protect

PIECES = st.sampled_from(
    [
        "@lin",
        "#拼豆",
        "https://a.cn/b?c=1",
        "😭",
        "👨‍👩‍👧",
        "¥35",
        "$9.99",
        "10:30",
        "`x = 1`",
        "(｡•́︿•̀｡)",
    ]
)
WORDS = st.text(alphabet="猫好吃的ab，。！ ", max_size=8)


def test_pieces_at_the_edges_are_taken_off():
    held = protect("@lin 这个好看吗？ #拼豆 😭")
    assert (held.head, held.masked, held.tail) == ("@lin ", "这个好看吗？", " #拼豆 😭")
    assert held.restore("Is it pretty?") == "@lin Is it pretty? #拼豆 😭"


def test_pieces_inside_become_marks_and_come_back_in_place():
    held = protect("我和@maya 在10:30吃了35元的面")
    assert held.masked == "我和⟦1⟧ 在⟦2⟧吃了⟦3⟧的面"
    restored = held.restore("At ⟦2⟧ I ate noodles for ⟦3⟧ with ⟦1⟧")
    assert restored == "At 10:30 I ate noodles for 35元 with @maya"


@pytest.mark.parametrize("output", ["I and he", "⟦1⟧ and ⟦1⟧", "⟦1⟧ and ⟦7⟧", "[1]"])
def test_a_lost_doubled_or_invented_mark_is_an_error(output):
    with pytest.raises(LostPiece):
        protect("我和@maya 一起").restore(output)


def test_fixed_names_stay():
    assert protect("在小红书看到的", names=["小红书"]).masked == "在⟦1⟧看到的"
    assert protect("I like Dukou a lot, not dukouish", names=["Dukou"]).masked == (
        "I like ⟦1⟧ a lot, not dukouish"
    )


def test_marks_that_the_text_contains_are_not_used():
    held = protect("看⟦1⟧和@maya 吧")
    assert held.masked == "看⟦1⟧和⟦2⟧ 吧"


def test_direction_marks_are_left_out():
    assert "\u202e" not in protect("abc \u202e@lin def").masked


def test_what_stands_between_pieces_can_be_translated_alone():
    held = protect("早上@lin 吃面 😭 晚上")
    assert held.gaps == ("早上", " 吃面 ", " 晚上")
    assert held.join(["Morning", "eats noodles", "evening"]) == (
        "Morning @lin eats noodles 😭 evening"
    )


def test_a_text_of_pieces_alone_has_nothing_to_translate():
    held = protect("@lin 😭")
    assert held.masked == ""
    assert held.restore("") == "@lin 😭"


@given(st.lists(st.tuples(WORDS, PIECES), max_size=6), WORDS)
def test_every_piece_survives_exactly_as_often_as_it_was_there(parts, last):
    text = " ".join([word for pair in parts for word in pair] + [last])
    held = protect(text)
    restored = held.restore(held.masked)
    assert restored.split() == text.split()
    joined = held.join(gap.strip() for gap in held.gaps)
    for _, piece in parts:
        assert joined.count(piece) >= text.count(piece) > 0


@given(st.text(max_size=300))
def test_any_text_comes_back_from_an_engine_that_changes_nothing(text):
    held = protect(text)
    assert "".join(held.restore(held.masked).split()) == "".join(
        protect(text).head.split()
    ) + "".join(_whole(held).split())


def _whole(held):
    middle = held.masked
    for mark, piece in zip(held.marks, held.pieces, strict=True):
        middle = middle.replace(mark, piece)
    return middle + held.tail


def test_a_time_does_not_take_the_blank_behind_it():
    assert protect("We left at 12:30 and 6:15 pm together").masked == (
        "We left at ⟦1⟧ and ⟦2⟧ together"
    )


def test_terms_become_their_form_in_the_target_language():
    terms = {"小红书": "RedNote", "猫税": "cat tax"}
    held = protect("我在小红书交猫税啦", terms=terms)
    assert held.masked == "我在⟦1⟧交⟦2⟧啦"
    assert held.restore("I pay ⟦2⟧on ⟦1⟧.") == "I pay cat tax on RedNote."
    assert held.as_it_was() == "我在RedNote交cat tax啦"
    assert protect("@lin 小红书真好", terms=terms).masked == "⟦1⟧真好"


def test_mentions_and_tags_keep_a_blank_before_what_would_become_part_of_them():
    held = protect("ask @maya about #cats today please")
    assert held.restore("今天问⟦1⟧关于⟦2⟧的事") == "今天问 @maya 关于 #cats 的事"


@given(st.lists(st.tuples(WORDS, PIECES), max_size=6), WORDS, st.randoms())
def test_pieces_survive_whatever_an_engine_writes_around_them(parts, last, rng):
    """Marks in another order, glued to letters: either every piece is whole, or it is said."""
    text = " ".join([word for pair in parts for word in pair] + [last])
    held = protect(text)
    marks = list(held.marks)
    rng.shuffle(marks)
    try:
        restored = held.restore("字a".join(["", *marks, ""]))
    except LostPiece:
        return
    for piece in held.pieces:
        assert restored.count(piece) >= held.pieces.count(piece)


@pytest.mark.parametrize("text", ["$2 billion", "$2.5bn was", "¥3万", "US$20 million", "R$2 mil"])
def test_a_price_is_not_cut_out_of_a_larger_number(text):
    assert protect(f"They paid {text} for it").pieces == ()


@pytest.mark.parametrize(
    "piece", ["R$35", "€1,500", "3%", "10km", "7.5kg", "⌨️", "300块钱", "RMB 450", "12:55 pm"]
)
def test_prices_sizes_times_and_signs_are_pieces_among_chinese_too(piece):
    assert protect(f"我的{piece}了啊").pieces == (piece,)


def test_pieces_that_an_engine_may_see_are_told_apart_from_lost_ones():
    held = protect("@lin paid $35 at 10:30 today", visible={"price", "time"})
    assert held.masked == "paid $35 at 10:30 today"
    assert held.kept("@lin zahlte heute $35 um 10:30")
    assert not held.kept("@lin zahlte heute 35 Dollar um 10:30")
