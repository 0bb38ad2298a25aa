"""The glossary that comes with Dukou serves both sides and says nothing twice."""

from collections import Counter
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dukou.language.glossary import Finder, Kind, Tone, entries
from dukou.language.scripts import folded


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_side_explains_at_least_a_hundred_expressions(language: str) -> None:
    assert sum(entry.language == language for entry in entries()) >= 100


def test_an_expression_stands_once_in_its_language() -> None:
    seen = Counter(
        (entry.language, folded(spelling).casefold())
        for entry in entries()
        for spelling in entry.spellings
    )
    assert [spelling for spelling, times in seen.items() if times > 1] == []


def test_every_entry_is_whole() -> None:
    for entry in entries():
        assert entry.kind in get_args(Kind), entry.term
        assert entry.tone in get_args(Tone), entry.term
        assert entry.rendering, entry.term
        assert set(entry.meaning) == set(entry.example) == {"zh", "en"}, entry.term
        assert all([*entry.meaning.values(), *entry.example.values(), *entry.avoid.values()])


def test_a_rude_word_says_whom_not_to_say_it_to() -> None:
    assert all(entry.avoid for entry in entries() if entry.tone == "rude")


def found_in(text: str, language: str = "zh") -> list[str]:
    finder = Finder(entry for entry in entries() if entry.language == language)
    return [found.entry.term for found in finder.find(text)]


def test_expressions_are_found_in_both_scripts_and_any_case() -> None:
    assert found_in("被種草了,YYDS!") == ["种草", "yyds"]
    assert found_in("Slayed! No cap, y’all.", "en") == ["slay", "no cap", "y'all"]


def test_the_longest_expression_wins() -> None:
    assert found_in("快来交猫税") == ["交猫税"]
    assert found_in("a vibe check, please", "en") == ["vibe check"]


def test_letters_and_digits_stand_for_themselves() -> None:
    assert found_in("1988年的老照片,晚安88") == ["88"]
    assert found_in("I was late; they related", "en") == []


def test_places_are_those_of_the_text_as_written() -> None:
    text = "這家店絕絕子"
    finder = Finder(entry for entry in entries() if entry.language == "zh")
    (found,) = finder.find(text)
    assert text[found.start : found.end] == "絕絕子"


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    finder = Finder(entries())
    for found in finder.find(text):
        assert 0 <= found.start < found.end <= len(text)
