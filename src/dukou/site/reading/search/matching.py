"""Full text: notes by the words of any of their versions, as they are and in the other language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, Max

from dukou.language.finding.across import Term
from dukou.language.segment import query_parts
from dukou.site.bridge.reader import Viewer
from dukou.site.notes.models import NoteVersion
from dukou.site.notes.queries import feed_for
from dukou.site.reading.search.filters import Filters

#: So many of the newest matches are ranked.
MOST_RANKED = 1000
_MOST_ACROSS = 300


def matching(viewer: Viewer, query: str, filters: Filters) -> list[int]:
    """Notes in which every word of the query is found, best first.

    Chinese is matched by words in one folded script, so that either script finds both; English by
    stems.
    """
    wanted = _all_words(query)
    if wanted is None:
        return []
    rows = (
        NoteVersion.objects.filter(pk__in=_newest(viewer, wanted, filters, MOST_RANKED))
        .values("note_id")
        .annotate(rank=Max(SearchRank(F("search"), wanted)))
        .order_by("-rank", "-note_id")
    )
    return [row["note_id"] for row in rows]


def matching_across(viewer: Viewer, terms: Sequence[Term], filters: Filters) -> list[int]:
    """Notes in which every term is found, as it stands or as the other language says it.

    Newest first: how well each fits is for the caller to say.
    """
    wanted: SearchQuery | None = None
    for term in terms:
        either = _any_of((term.said, *term.others))
        if either is not None:
            wanted = either if wanted is None else wanted & either
    if wanted is None or not any(term.others for term in terms):
        return []
    found = _newest(viewer, wanted, filters, _MOST_ACROSS).values_list("note_id", flat=True)
    return list(dict.fromkeys(found))


def _newest(viewer: Viewer, wanted: SearchQuery, filters: Filters, most: int):  # type: ignore[no-untyped-def]
    notes = feed_for(viewer.member).filter(filters.on_notes())
    versions = NoteVersion.objects.filter(search=wanted, note__in=notes)
    return versions.order_by("-note_id").values("pk")[:most]


def _any_of(phrases: Sequence[str]) -> SearchQuery | None:
    """Any of the phrases, each with all its words; two queries however many there are."""
    cut = [query_parts(phrase) for phrase in phrases]
    signs = _raw("simple", [parts.cjk for parts in cut if not parts.latin])
    letters = _raw("english", [parts.latin.split() for parts in cut if not parts.cjk])
    mixed = [_all_words(f"{' '.join(p.cjk)} {p.latin}") for p in cut if p.cjk and p.latin]
    wanted = [one for one in (signs, letters, *mixed) if one is not None]
    return reduce(or_, wanted) if wanted else None


def _raw(config: str, groups: Sequence[Sequence[str]]) -> SearchQuery | None:
    quoted = [" & ".join(_quoted(word) for word in group) for group in groups if group]
    text = " | ".join(f"({one})" for one in quoted)
    return SearchQuery(text, config=config, search_type="raw") if text else None


def _quoted(word: str) -> str:
    """A word as `to_tsquery` takes it, whatever is in it."""
    inner = word.replace("\\", " ").replace("'", "''")
    return f"'{inner}'"


def _all_words(query: str) -> SearchQuery | None:
    """All words of the query, Chinese ones as they are cut, the rest by English stems.

    One query for all signs: one for each, joined two by two, would be as deep as the query is long.
    """
    parts = query_parts(query)
    wanted = _raw("simple", [parts.cjk])
    if parts.latin:
        latin = SearchQuery(parts.latin, config="english", search_type="plain")
        wanted = latin if wanted is None else wanted & latin
    return wanted
