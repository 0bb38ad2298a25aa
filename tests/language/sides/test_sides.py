"""Two versions of a text sentence by sentence."""

import pytest

from dukou.language.sides import Kind, differences, sentences

CHINESE = (
    "今天我们去山上摘了很多草莓。回来的路上下起了大雨，大家都淋湿了。"
    "晚上妈妈做了一锅热汤，我们围在一起喝。"
)
ENGLISH = (
    "Today we went up the mountain and picked a lot of strawberries. On the way back it rained "
    "heavily and we all got wet. In the evening my mother made a pot of hot soup and we drank it "
    "together."
)
LANGS = ("zh-Hans", "en")


def found(first, second, langs=LANGS):
    texts = (first, second)
    return [
        (one.side, texts[one.side][one.start : one.end], one.kind)
        for one in differences(first, second, langs=langs)
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("好吃！真的。下次再来", ["好吃！", "真的。", "下次再来"]),
        ("It is 3.5 km. See https://a.example/x?y=1. Bye", 3),
        ("Dr. Lee came. He left.", ["Dr. Lee came.", "He left."]),
        ("“走吧！”他说。", ["“走吧！”", "他说。"]),
        ("一行\n\n🐱🐱\n二行", ["一行", "二行"]),
        ("", []),
    ],
)
def test_sentences_end_where_they_end(text, said):
    cut = [one.text for one in sentences(text)]
    assert (len(cut) if isinstance(said, int) else cut) == said
    assert all(text[one.start : one.end] == one.text for one in sentences(text))


def test_versions_that_say_the_same_do_not_differ():
    assert found(CHINESE, ENGLISH) == []
    assert found(ENGLISH, CHINESE, ("en", "zh-Hans")) == []


def test_a_sentence_that_is_missing_is_found_on_the_other_side():
    without_rain = ENGLISH.replace("On the way back it rained heavily and we all got wet. ", "")
    rain = "回来的路上下起了大雨，大家都淋湿了。"
    assert found(CHINESE, without_rain) == [(0, rain, Kind.ALONE)]
    assert found(without_rain, CHINESE, ("en", "zh-Hans")) == [(1, rain, Kind.ALONE)]


def test_something_else_in_the_place_of_a_sentence_is_found_on_both_sides():
    other = ENGLISH.replace(
        "On the way back it rained heavily and we all got wet.",
        "The new phone has a better camera than my old one.",
    )
    assert [(side, kind) for side, _, kind in found(CHINESE, other)] == [
        (0, Kind.ELSE),
        (1, Kind.ELSE),
    ]


def test_one_sentence_may_be_two_on_the_other_side():
    cut = ENGLISH.replace("and picked", ". We picked").replace("heavily and we", "heavily. We")
    assert found(CHINESE, cut) == []


def test_another_order_is_no_difference():
    first, second, third = (one.text for one in sentences(ENGLISH))
    assert found(CHINESE, f"{second} {first} {third}") == []


def test_another_number_is_found():
    price, priced = (
        "这碗面只要18元，味道特别好。",
        "This bowl of noodles is only 28 yuan and delicious.",
    )
    assert found(price, priced) == [(0, price, Kind.NUMBER), (1, priced, Kind.NUMBER)]
    assert found(price, priced.replace("28", "18")) == []


def test_both_scripts_of_chinese_are_one():
    written = CHINESE.replace("们", "們").replace("妈", "媽").replace("锅热汤", "鍋熱湯")
    assert found(written, ENGLISH, ("zh-Hant", "en")) == []


@pytest.mark.parametrize("langs", [("zh-Hans", "vi"), ("und", "en")])
def test_languages_that_the_vectors_do_not_know_are_left_alone(langs):
    assert differences(CHINESE, "Something else.", langs=langs) == []


def test_texts_of_any_length_end():
    assert differences("好。" * 5_000, "Fine. " * 5_000, langs=LANGS) == []
