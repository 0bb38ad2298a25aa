"""Vectors of queries, and of the names that they are compared with, remembered by this process."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from dukou.language.vectors import vectors
from dukou.site.notes.models import TopicName

Point = NDArray[np.float32]

#: Two kilobytes each.
_MOST_QUERIES = 4096
_MOST_NAMES = 8192
_queries: dict[str, Point] = {}
#: Of topics: each search of a topic compares all its names, and a place has few.
_names: dict[str, Point] = {}


def query_vector(text: str) -> Point:
    """The vector of a query or of a word to compare it with."""
    return query_vectors([text])[0]


def query_vectors(texts: Sequence[str]) -> list[Point]:
    """Vectors of several, in one go; the last few thousand are remembered: the same query is asked
    again for its next page."""
    return _points(texts, _queries, _MOST_QUERIES)


def name_vectors(names: Sequence[str]) -> list[Point]:
    """Vectors of names of topics; those of a place are remembered apart from what is asked."""
    return _points(names, _names, _MOST_NAMES)


def remember_names() -> None:
    """Take in the names of the place's topics, ahead of the first search: those of the oldest
    topics, which are its subjects, if there are very many."""
    found = TopicName.objects.order_by("topic_id", "pk").values_list("name", flat=True)
    name_vectors(list(islice(found.iterator(), _MOST_NAMES)))


def forget_queries() -> None:
    """As if nobody had searched yet, for benches."""
    _queries.clear()


def forget_points() -> None:
    """As a process that has compared nothing: for tests, whose databases come and go."""
    _queries.clear()
    _names.clear()


def _points(texts: Iterable[str], kept: dict[str, Point], most: int) -> list[Point]:
    seen = {text: kept.get(text) for text in texts}
    known = {text: point for text, point in seen.items() if point is not None}
    new = [text for text in seen if text not in known]
    if new:
        made = dict(zip(new, vectors(new), strict=True))
        known |= made
        if len(kept) + len(made) > most:
            kept.clear()
        kept.update(made)
    return [known[text] for text in texts]
