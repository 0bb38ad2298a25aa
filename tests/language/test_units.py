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
        ("十多块钱一斤", "some ten dollars a pound"),
        ("It is 5 mi to the lake", "到湖边有5公里"),
    ],
)
def test_another_unit_is_told(text: str, output: str) -> None:
    assert changes_units(text, output, source="zh-Hans", target="en")


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
        ("It is 5 km from my house.", "Está a 5 km de mi casa."),
        ("Two pieces of cake for $5", "两块蛋糕，5美元"),
        ("Let's go together, tickets are $20", "我们一块儿去吧，票20美元"),
        ("A diverse city, rent is $2000", "多元的城市，房租2000美元"),
        ("Big news: I lost 5 kg", "重磅消息：我减了5公斤"),
        ("Only 5 yuan, full of new elements", "只要5元，充满创新元素"),
        ("三块蛋糕花了5刀", "Three pieces of cake cost $5"),
        ("Rent is 5 pounds, about $6", "租金5英镑，约6美元"),
        ("减了5公斤，花了6英镑", "I lost 5 kg and spent 6 pounds"),
    ],
)
def test_the_same_unit_in_other_words_is_none(text: str, output: str) -> None:
    assert not changes_units(text, output, source="zh-Hans", target="en")


@pytest.mark.parametrize(
    ("text", "output", "source", "target"),
    [
        ("這杯100元", "This one is 100 dollars", "zh-Hant", "en"),
        ("This shirt costs ten dollars.", "這襯衫要十元。", "en", "zh-Hant"),
    ],
)
def test_a_traditional_yuan_may_be_a_dollar(
    text: str, output: str, source: str, target: str
) -> None:
    assert not changes_units(text, output, source=source, target=target)
    assert changes_units(text, "100 euros", source=source, target=target)


def test_an_engine_that_makes_dollars_of_yuan_is_refused() -> None:
    text = "我下个月要搬去那边，房租1800块。"
    said = "I am moving there next month, the rent is 1800 {}."
    assert refusal(text, said.format("dollars"), source="zh", target="en") == Reason.NEW_UNIT
    assert refusal(text, said.format("yuan"), source="zh", target="en") is None
