"""What is offered while somebody types into the search field."""

from __future__ import annotations

from dukou.language.place_words import place_words
from dukou.language.scripts import folded
from dukou.site.bridge.reader import Viewer
from dukou.site.detecting import freshen
from dukou.site.reading.search.asked import cohort_of_seeker, searched_by
from dukou.site.reading.search.found import topics_beginning

MOST = 8


def offers(viewer: Viewer, typed: str) -> list[str]:
    """At most eight ways to go on: topics, what others like the viewer searched for, expressions
    of the glossary."""
    begin = " ".join(folded(typed).lower().split())
    if not begin:
        return []
    freshen()
    topics = [name.name for name in topics_beginning(viewer, typed)]
    asked = []
    if viewer.member is not None:
        asked = searched_by(cohort_of_seeker(viewer.member), start=begin, most=MOST)
    expressions = [
        spelling
        for entry in place_words().glossary
        for spelling in entry.spellings
        if folded(spelling).lower().startswith(begin)
    ]
    each = {folded(word).lower(): word for word in reversed([*topics, *asked, *expressions])}
    return list(reversed(each.values()))[:MOST]
