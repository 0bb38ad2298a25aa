"""Expressions that notes of this place use and no dictionary has, as each process knows them."""

from __future__ import annotations

import time
from typing import NamedTuple

from dukou.language import place_words
from dukou.site.notes.models import NewWord

_KEPT_SECONDS = 300.0
#: What fewer members use is nothing to ask the community about.
FEWEST_AUTHORS = 3

_read_at: list[float] = []


def freshen() -> None:
    """Have segmentation know the words that the nightly job has found."""
    if not _read_at or time.monotonic() - _read_at[0] > _KEPT_SECONDS:
        place_words.know(found=NewWord.objects.values_list("word", flat=True))
        _read_at[:] = [time.monotonic()]


def forget() -> None:
    """Read them anew when they are next needed."""
    _read_at.clear()


class NewHere(NamedTuple):
    """A new word, and how many members have used it."""

    word: str
    authors: int


def words_of_many(most: int) -> list[NewHere]:
    """New words that several members use, those of most members first."""
    rows = NewWord.objects.filter(authors__gte=FEWEST_AUTHORS).order_by("-authors", "word")
    return [NewHere(*row) for row in rows.values_list("word", "authors")[:most]]
