"""The language of what somebody writes, by the words of this place as well.

The rooms above keep such words, the glossary first of all. They say so when the site starts
(`AppConfig.ready`), so that what members have just accepted counts in every process, without a
restart.
"""

from __future__ import annotations

from collections.abc import Callable

from dukou.language import detect as language
from dukou.language.detect import Detection

#: Each has this process know its words; it must cost nothing where nothing is new.
fresheners: list[Callable[[], object]] = []


def freshen() -> None:
    """Have this process know the words of the place."""
    for one in fresheners:
        one()


def detect(text: str) -> Detection:
    """The language of most of the text, as `dukou.language.detect` finds it."""
    freshen()
    return language.detect(text)
