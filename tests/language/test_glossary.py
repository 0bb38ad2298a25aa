"""The glossary that comes with Dukou serves both sides and says nothing twice."""

from collections import Counter
from typing import get_args

import pytest

from dukou.language.glossary import Kind, Tone, entries
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
