"""Money, weights and distances stay what they were."""

import pytest

from dukou.language.check import Reason, refusal
from dukou.language.units import changes_units


@pytest.mark.parametrize(
    ("text", "output"),
    [
        ("房租1800块。", "The rent is 1800 dollars."),
        ("房租一千八百元", "Rent: $1,800"),
        ("买了3斤小龙虾", "I bought 3 kilograms of crayfish."),
        ("It's 5 miles to the lake", "到湖边有5公里"),
        ("only 20 dollars", "才20块"),
        ("100元", "100 euros"),
        ("¥128", "128 dollars"),
    ],
)
def test_another_unit_is_told(text: str, output: str) -> None:
    assert changes_units(text, output, source="zh-Hans")


@pytest.mark.parametrize(
    ("text", "output"),
    [
        ("房租1800块。", "The rent is 1,800 yuan."),
        ("房租1800块。", "The rent is ¥1800."),
        ("¥128", "128 yuan"),
        ("1800日元", "¥1,800"),
        ("winds of 40 mph (64 kph)", "时速40英里（64公里）"),
        ("胖了2斤", "gained 2 pounds"),
        ("一件30美元", "$30 each"),
        ("五块美金", "five dollars"),
        ("重3公斤", "It weighs 3 kg"),
        ("3块豆腐", "three pieces of tofu"),
        ("她真的贏了100元", "She really won 100 yuan"),
        ("He won at last", "他终于赢了100块"),
        ("跑了5公里", "ran 5k"),
    ],
)
def test_the_same_unit_in_other_words_is_none(text: str, output: str) -> None:
    assert not changes_units(text, output, source="zh-Hans")


def test_a_traditional_yuan_may_be_a_dollar() -> None:
    assert not changes_units("這杯100元", "This one is 100 dollars", source="zh-Hant")
    assert changes_units("這杯100元", "This one is 100 euros", source="zh-Hant")


def test_an_engine_that_makes_dollars_of_yuan_is_refused() -> None:
    text = "我下个月要搬去那边，房租1800块。"
    said = "I am moving there next month, the rent is 1800 {}."
    assert refusal(text, said.format("dollars"), source="zh", target="en") == Reason.NEW_UNIT
    assert refusal(text, said.format("yuan"), source="zh", target="en") is None
