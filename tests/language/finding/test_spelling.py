"""What somebody probably meant to type."""

import pytest

from dukou.language.finding.spelling import mended


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("resturant", "restaurant"),
        ("Chinese langauge", "chinese language"),
        ("homwork", "homework"),
        ("huoguo", "火锅"),
        ("huo guo", "火锅"),
        ("beijng", "beijing"),
        ("作叶", "作业"),
    ],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    assert mended(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "cat", "cats", "restaurant", "running shoes", "猫", "火锅", "小红书", "zzzzqqqq",
              "perler beads", "这个vibe", "café", "🐱", "'", "a" * 100]
)  # fmt: skip
def test_what_is_right_or_hopeless_stays(typed: str) -> None:
    assert mended(typed) is None
