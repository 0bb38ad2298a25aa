"""Full text: notes by the words of any of their versions, as they are and in the other language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce
from operator import and_, or_
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, Max, QuerySet

from dukou.language.finding.across import Term
from dukou.language.segment import query_parts
from dukou.site.bridge.reader import Viewer
from dukou.site.members.models import Member
from dukou.site.notes.models import NoteVersion
from dukou.site.notes.queries import feed_for
from dukou.site.reading.search.filters import Filters
from dukou.site.statements import Statement

#: So many of the newest matches are ranked.
MOST_RANKED = 1000
_MOST_ACROSS = 300


def matching(viewer: Viewer, query: str, filters: Filters) -> list[int]:
    """Notes in which every word of the query is found, best first.

    Chinese is matched by words in one folded script, so that either script finds both; English by
    stems.
    """
    words = _all_words(query)
    if not words:
        return []
    wanted = _all(leaf.asked for leaf in words)
    newest = _newest(viewer.member, wanted, filters, MOST_RANKED)
    rows = (
        # An array is made once. Where the database believes that there is nothing in a table, as
        # for the first minute after much was written at once, `IN` asks anew for every version.
        NoteVersion.objects.filter(pk__among=ArraySubquery(newest))
        .values("note_id")
        .annotate(rank=Max(SearchRank(F("search"), wanted)))
        .order_by("-rank", "-note_id")
    )
    return [row["note_id"] for row in rows]


def matching_across(viewer: Viewer, terms: Sequence[Term], filters: Filters) -> list[int]:
    """Notes in which every term is found, as it stands or as the other language says it.

    Newest first: how well each fits is for the caller to say.
    """
    wanted = [either for term in terms if (either := _any_of((term.said, *term.others)))]
    if not wanted or not any(term.others for term in terms):
        return []
    texts = [leaf.text for either in wanted for one in either for leaf in one]
    form = tuple(tuple(tuple(leaf[:2] for leaf in one) for one in either) for either in wanted)
    if filters.any:
        found = _across(viewer.member, form, texts, filters).iterator()
    else:
        values = dict(zip(_names(len(texts)), texts, strict=True))
        member = viewer.member
        of_whom = {} if member is None else {"viewer": member}
        found = iter(_statement(form, member is None).rows(**of_whom, **values))
    return list(dict.fromkeys(note_id for (note_id,) in found))


class _Leaf(NamedTuple):
    """A part of a query, as the database reads one."""

    config: str
    kind: str
    text: str

    @property
    def asked(self) -> SearchQuery:
        return SearchQuery(self.text, config=self.config, search_type=self.kind)


#: What a query looks like without its words: terms, of each any, of these all leaves.
_Form = tuple[tuple[tuple[tuple[str, str], ...], ...], ...]


@lru_cache(maxsize=128)
def _statement(form: _Form, to_stranger: bool) -> Statement:
    """The search for queries of a form, which Django need not write again. The database plans
    each anew: a word that stands everywhere is looked for otherwise than a rare one."""
    names = _names(sum(len(one) for either in form for one in either))

    def build(viewer: Member | None = None, **texts: Any) -> QuerySet[NoteVersion, tuple[int]]:
        return _across(viewer, form, list(texts.values()), Filters())

    whom = () if to_stranger else ("viewer",)
    return Statement(build, *whom, *names, prepared=False)


def _names(count: int) -> list[str]:
    return [f"text{at}" for at in range(count)]


def _across(
    viewer: Member | None, form: _Form, texts: Sequence[str], filters: Filters
) -> QuerySet[NoteVersion, tuple[int]]:
    given = iter(texts)
    wanted = _all(
        _any(_all(_Leaf(*leaf, next(given)).asked for leaf in one) for one in either)
        for either in form
    )
    newest: QuerySet[NoteVersion, tuple[int]] = _newest(
        viewer, wanted, filters, _MOST_ACROSS
    ).values_list("note_id")
    return newest


def _all(queries: Iterable[SearchQuery]) -> SearchQuery:
    return reduce(and_, queries)


def _any(queries: Iterable[SearchQuery]) -> SearchQuery:
    return reduce(or_, queries)


def _newest(viewer: Member | None, wanted: SearchQuery, filters: Filters, most: int):  # type: ignore[no-untyped-def]
    notes = feed_for(viewer).filter(filters.on_notes())
    versions = NoteVersion.objects.filter(search=wanted, note__in=notes)
    return versions.order_by("-note_id").values("pk")[:most]


def _any_of(phrases: Sequence[str]) -> list[list[_Leaf]]:
    """Any of the phrases, each with all its words; two queries however many there are."""
    cut = [query_parts(phrase) for phrase in phrases]
    signs = _raw("simple", [parts.cjk for parts in cut if not parts.latin])
    letters = _raw("english", [parts.latin.split() for parts in cut if not parts.cjk])
    mixed = [_all_words(f"{' '.join(p.cjk)} {p.latin}") for p in cut if p.cjk and p.latin]
    return [one for one in (signs, letters, *mixed) if one]


def _raw(config: str, groups: Sequence[Sequence[str]]) -> list[_Leaf]:
    quoted = [" & ".join(_quoted(word) for word in group) for group in groups if group]
    text = " | ".join(f"({one})" for one in quoted)
    return [_Leaf(config, "raw", text)] if text else []


def _quoted(word: str) -> str:
    """A word as `to_tsquery` takes it, whatever is in it."""
    inner = word.replace("\\", " ").replace("'", "''")
    return f"'{inner}'"


def _all_words(query: str) -> list[_Leaf]:
    """All words of the query, Chinese ones as they are cut, the rest by English stems.

    One query for all signs: one for each, joined two by two, would be as deep as the query is long.
    """
    parts = query_parts(query)
    latin = [_Leaf("english", "plain", parts.latin)] if parts.latin else []
    return [*_raw("simple", [parts.cjk]), *latin]
