"""English names of Chinese places."""

import pytest

from dukou.language.gloss import english_place


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("武汉", "Wuhan"),
        ("武漢", "Wuhan"),
        ("湖北武汉", "Wuhan, Hubei"),
        ("四川省成都市", "Chengdu, Sichuan"),
        ("北京 朝阳", "Chaoyang, Beijing"),
        ("中国，上海", "Shanghai, China"),
        ("西安", "Xi'an"),
        ("海南", "Hainan"),
        ("香港", "Hong Kong"),
        ("台湾", "Taiwan"),
        ("台灣高雄", "Kaohsiung, Taiwan"),
        ("俄亥俄州", "Ohio"),
        ("美国", "the United States"),
        ("东京", "Tokyo"),
    ],
)
def test_a_place_has_the_name_that_english_readers_know(words: str, name: str) -> None:
    assert english_place(words) == name


@pytest.mark.parametrize(
    "words",
    ["", "老家", "李白", "黄河", "武汉的一条小巷", "张", "Ohio", "😀", "\ud800武汉", "武" * 400],
)
def test_what_the_dictionary_does_not_know_as_a_place_has_none(words: str) -> None:
    assert english_place(words) == ""
