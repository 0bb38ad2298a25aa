"""Search: notes in any language and script, people, topics."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, Max, Q
from django.utils.translation import gettext as _

from dukou.language.segment import query_parts
from dukou.site.bridge.reader import Viewer
from dukou.site.members.models import Member
from dukou.site.members.queries import visible_members
from dukou.site.notes.models import NoteVersion, TopicName
from dukou.site.notes.queries import feed_for
from dukou.site.notes.topics import normalized
from dukou.site.reading.cards import cards_with_ids
from dukou.site.reading.feeds import PAGE, Feed
from dukou.site.text import one_line

QUERY_LIMIT = 100
MATCHES_RANKED = 1000
PEOPLE_SHOWN = 6
TOPICS_SHOWN = 8


@dataclass(frozen=True)
class Person:
    """A member among the results."""

    name: str
    shown: str
    url: str
    avatar_url: str


@dataclass(frozen=True)
class Results:
    """What a query found."""

    query: str
    people: list[Person]
    topics: list[TopicName]
    notes: Feed

    @property
    def found_anything(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.people or self.topics or self.notes.cards)


def search(viewer: Viewer, text: str, *, start: int = 0) -> Results:
    """Notes whose words match in any version, best first; on the first page people and topics.

    Every word must be found. Chinese is matched by words in one folded script, so that either
    script finds both; English by stems.
    """
    query = one_line(text, limit=QUERY_LIMIT)
    first = start == 0
    return Results(
        query=query,
        people=_people(viewer, query) if first else [],
        topics=_topics(query) if first else [],
        notes=_notes(viewer, query, start),
    )


def _notes(viewer: Viewer, query: str, start: int) -> Feed:
    wanted = _wanted(query)
    if wanted is None:
        return Feed([])
    versions = NoteVersion.objects.filter(search=wanted, note__in=feed_for(viewer.member))
    newest = versions.order_by("-note_id").values("pk")[:MATCHES_RANKED]
    ranked = (
        NoteVersion.objects.filter(pk__in=newest)
        .values("note_id")
        .annotate(rank=Max(SearchRank(F("search"), wanted)))
        .order_by("-rank", "-note_id")
    )
    ids = [row["note_id"] for row in ranked[start : start + PAGE + 1]]
    cards = cards_with_ids(ids[:PAGE], viewer)
    if len(ids) > PAGE:
        return Feed(cards, next_url=_address(query, start + PAGE))
    return Feed(cards, end_message=_("That was everything.") if cards else "")


def _address(query: str, start: int) -> str:
    return f"/search?{urlencode({'q': query, 'from': start})}"


def _wanted(query: str) -> SearchQuery | None:
    """All words of the query, Chinese ones as they are cut, the rest by English stems."""
    parts = query_parts(query)
    wanted: SearchQuery | None = None
    for token in parts.cjk:
        one = SearchQuery(token, config="simple", search_type="plain")
        wanted = one if wanted is None else wanted & one
    if parts.latin:
        latin = SearchQuery(parts.latin, config="english", search_type="plain")
        wanted = latin if wanted is None else wanted & latin
    return wanted


def _people(viewer: Viewer, query: str) -> list[Person]:
    name = query.removeprefix("@")
    if not name:
        return []
    found = visible_members(viewer.member).filter(
        Q(name__istartswith=name.lower()) | Q(shown__icontains=name)
    )
    return [_person(member) for member in found.order_by("-followers_count")[:PEOPLE_SHOWN]]


def _person(member: Member) -> Person:
    return Person(member.name, member.display_name, member.get_absolute_url(), member.avatar_url)


def _topics(query: str) -> list[TopicName]:
    key = normalized(query.removeprefix("#"))
    if not key:
        return []
    names = TopicName.objects.select_related("topic").filter(normalized__startswith=key)
    by_topic = {name.topic_id: name for name in names.order_by("-normalized")[:50]}
    return list(by_topic.values())[:TOPICS_SHOWN]
