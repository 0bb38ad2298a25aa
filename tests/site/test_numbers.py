"""Counts under a note stay short in every language of the interface."""

import pytest
from django.utils import translation

from dukou.site.templatetags.numbers import compact


@pytest.mark.parametrize(
    ("language", "number", "shown"),
    [
        ("en", 0, ""),
        ("en", 412, "412"),
        ("en", 1_204, "1.2K"),
        ("zh-hans", 9_400, "9400"),
        ("zh-hans", 12_000, "1.2万"),
        ("zh-hant", 12_000, "1.2萬"),
    ],
)
def test_a_count_is_short_as_in_the_reader_s_language(
    language: str, number: int, shown: str
) -> None:
    with translation.override(language):
        assert compact(number) == shown
