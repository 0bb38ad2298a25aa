"""What a query is called in other languages: by topics of the place, then by the dictionary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from dukou.language import tags
from dukou.language.finding.across import phrases, renderings
from dukou.language.scripts import to_script
from dukou.language.tags import SIMPLIFIED
from dukou.site.members.languages import language_name
from dukou.site.notes.models import TopicName
from dukou.site.notes.topics import normalized
from dukou.site.reading.search.filters import Filters
from dukou.site.reading.search.points import Point, name_vectors, query_vector, query_vectors
from dukou.site.statements import Statement

_MOST_SHOWN = 3
_NEAR_NAMES = 3
_NEAR_ENOUGH = 0.5
_COMPARED = 4


@dataclass(frozen=True)
class OtherName:
    """A query in another language, and the search for it."""

    lang: str
    language: str
    name: str
    url: str


class Name(NamedTuple):
    """A name of a topic."""

    topic: int
    name: str
    normalized: str
    lang: str


_NAMES = Statement(
    lambda keys: (
        TopicName.objects.filter(
            topic__in=TopicName.objects.filter(normalized__among=keys).values("topic")
        )
        .order_by("pk")
        .values_list("topic_id", "name", "normalized", "lang")
    ),
    "keys",
)


class TopicNames:
    """Names of the topics that a query names, in one query to the database."""

    def __init__(self, query: str) -> None:
        keys = {normalized(phrase) for phrase in [query, *phrases(query)]} - {""}
        names = [Name(*row) for row in _NAMES.rows(keys=list(keys))]
        by_topic: dict[int, list[Name]] = defaultdict(list)
        for name in names:
            by_topic[name.topic].append(name)
        self._around = {
            name.normalized: by_topic[name.topic] for name in names if name.normalized in keys
        }
        shown = [name.name for name in names]
        self._points: dict[str, Point] = dict(zip(shown, name_vectors(shown), strict=True))

    def others(self, term: str) -> list[Name]:
        """Names in other languages that lie near to the term, nearest first; those later that lie
        nearer to another name of the topic."""
        return [name for _, name in self._near(term)]

    def same(self, term: str) -> list[Name]:
        """Those of them that are the term's own.

        A topic is wider than its names: 奶茶 and coffee are one, but not the same.
        """
        return [name for is_of_another, name in self._near(term) if not is_of_another]

    def _near(self, term: str) -> list[tuple[bool, Name]]:
        """Each with whether another name beside the term is nearer: 茶 belongs to tea."""
        key = normalized(term)
        around = self._around.get(key, [])
        own = next((name for name in around if name.normalized == key), None)
        if own is None:
            return []
        asked = query_vector(term)  # "bubble tea" says more than the name #bubbletea
        beside = [name.name for name in around if name.lang == own.lang and name.normalized != key]

        def order(name: Name) -> tuple[bool, float]:
            point = self._points[name.name]
            here = float(point @ asked)
            return (any(float(point @ self._points[one]) > here for one in beside), -here)

        others = [name for name in around if not tags.same_language(name.lang, own.lang)]
        near = [name for name in others if -order(name)[1] >= _NEAR_ENOUGH]
        return [(order(name)[0], name) for name in sorted(near, key=order)]

    def words(self, term: str) -> list[str]:
        """The nearest of them, as words to search for."""
        return [name.name for name in self.others(term)[:_NEAR_NAMES]]


def other_names(
    query: str, topics: TopicNames, *, reads: Sequence[str], filters: Filters
) -> list[OtherName]:
    """What the whole query is called in other languages, those first that the reader reads."""
    found: dict[str, tuple[str, str]] = {}
    for name in topics.same(query):
        found.setdefault(tags.base(name.lang), (name.lang, name.name))
    words = renderings(query)[:_COMPARED]
    lang = "en" if "".join(words).isascii() else SIMPLIFIED
    if words and tags.base(lang) not in found:
        found[tags.base(lang)] = (lang, _best_rendering(query, words))
    known = [tags.base(lang) for lang in reads]
    order = sorted(found, key=lambda base: known.index(base) if base in known else len(known))
    return [_shown(*found[base], reads, filters) for base in order][:_MOST_SHOWN]


def _best_rendering(query: str, words: Sequence[str]) -> str:
    """That of the words which lies nearest to the query."""
    if len(words) == 1:
        return words[0]
    asked = query_vector(query)
    return words[int(np.argmax([float(point @ asked) for point in query_vectors(words)]))]


def _shown(lang: str, name: str, reads: Sequence[str], filters: Filters) -> OtherName:
    """Chinese in the script that the reader reads."""
    own = next((read for read in reads if tags.same_language(read, lang)), lang)
    if tags.base(lang) == "zh":
        name = to_script(name, own)
    return OtherName(own, language_name(tags.base(lang)), name, filters.address(name))
