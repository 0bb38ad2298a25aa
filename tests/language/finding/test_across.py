"""A query said in the other language."""

import pytest

from dukou.language.finding.across import phrases, renderings, terms


@pytest.mark.parametrize(
    ("term", "other"),
    [
        ("猫", "cat"),
        ("貓", "cat"),
        ("cats", "猫"),
        ("hot pot", "火锅"),
        ("Night Shift", "夜班"),
        ("cat tax", "猫税"),
        ("renting", "租"),
        ("chengdu", "成都"),
        ("成都", "chengdu"),
    ],
)
def test_a_word_is_rendered(term: str, other: str) -> None:
    assert other in renderings(term)


@pytest.mark.parametrize("term", ["", "  ", "qwrtzpsdf", "!!", "42", "ありがとう"])
def test_what_nothing_knows_has_no_rendering(term: str) -> None:
    assert renderings(term) == ()


def test_the_longest_match_comes_first() -> None:
    assert [term.said for term in terms("study abroad visa")] == ["study abroad", "visa"]
    assert [term.said for term in terms("北京大学的猫")] == ["北京大学", "猫"]


def test_small_words_are_not_looked_for() -> None:
    assert [term.said for term in terms("how to cook the rice")] == ["cook", "rice"]
    assert [term.said for term in terms("我的猫不喝水")] == ["猫", "喝", "水"]


def test_other_names_come_first() -> None:
    (term,) = terms("perler beads", names=lambda said: ["拼豆"] if said == "perler beads" else [])
    assert term.others[0] == "拼豆"


def test_phrases_are_runs_of_words_in_one_script() -> None:
    assert phrases("cat tax 猫税") == ["cat", "tax", "cat tax", "猫税"]
