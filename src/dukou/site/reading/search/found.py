"""Search: notes in every language, people, topics, and what else to look for."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from dukou.language.finding.across import is_sentence
from dukou.language.finding.spelling import mended
from dukou.site.bridge.glossary.queries import asked_for
from dukou.site.bridge.glossary.shown import ShownEntry
from dukou.site.bridge.reader import Viewer
from dukou.site.detecting import freshen
from dukou.site.members.models import Member
from dukou.site.members.queries import visible_members
from dukou.site.notes.models import Note, TopicName
from dukou.site.notes.queries import feed_for
from dukou.site.notes.topics import normalized
from dukou.site.reading.feed_log import PAGE
from dukou.site.reading.feeds import Feed
from dukou.site.reading.search.filters import Filters
from dukou.site.reading.search.names import OtherName, TopicNames, other_names
from dukou.site.reading.search.near import near_notes
from dukou.site.reading.search.notes import found_notes
from dukou.site.reading.written_cards import feed_cards
from dukou.site.text import one_line

QUERY_LIMIT = 200
PEOPLE_SHOWN = 6
TOPICS_SHOWN = 8
#: Whoever finds fewer notes by words may have mistyped.
FEW = 5
_NOTHING_NARROWED = Filters()


@dataclass(frozen=True)
class Person:
    """A member among the results."""

    name: str
    shown: str
    url: str
    avatar_url: str


@dataclass(frozen=True)
class Correction:
    """What was probably meant, and the search for it."""

    words: str
    url: str


@dataclass(frozen=True)
class Results:
    """What a query found."""

    query: str
    notes: Feed
    people: list[Person] = field(default_factory=list)
    topics: list[TopicName] = field(default_factory=list)
    others: list[OtherName] = field(default_factory=list)
    explained: list[ShownEntry] = field(default_factory=list)
    correction: Correction | None = None

    @property
    def found_anything(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.people or self.topics or self.explained or self.notes.cards)


def search(
    viewer: Viewer, text: str, *, start: int = 0, filters: Filters = _NOTHING_NARROWED
) -> Results:
    """Notes that say or mean it in any language, best first; on the first page also people and
    topics of that name, what the glossary says of it, what it is called in other languages, and
    what may have been meant."""
    freshen()
    query = one_line(text, limit=QUERY_LIMIT)
    knows_words = near_notes() is not None  # the dictionary is loaded together with the notes
    topics = TopicNames(query) if knows_words and not is_sentence(query) else None
    found = found_notes(viewer, query, filters, names=topics.words if topics else lambda term: [])
    notes = _page(viewer, query, found.ids, start, filters)
    if start:
        return Results(query, notes)
    # A sentence goes by what it means, and is right in spite of a slip.
    few = topics is not None and found.by_words < FEW
    return Results(
        query,
        notes,
        people=[] if filters.any else _people(viewer, query),
        topics=_topics(viewer, query),
        explained=[] if filters.any or is_sentence(query) else asked_for(query),
        others=other_names(query, topics, reads=viewer.reads, filters=filters) if topics else [],
        correction=_correction(query, filters) if few else None,
    )


def _page(viewer: Viewer, query: str, ids: list[int], start: int, filters: Filters) -> Feed:
    cards = feed_cards(ids[start : start + PAGE], viewer)
    if len(ids) > start + PAGE:
        address = filters.address(query, **{"from": start + PAGE})
        return Feed(cards, next_url=address)
    return Feed(cards, end_message=_("That was everything.") if cards else "")


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


def topics_beginning(viewer: Viewer, start: str) -> list[TopicName]:
    """Names of topics that begin so, the shortest of each topic, subjects of the place first.

    Others only if the viewer may read a note about them: a name alone can tell too much.
    """
    key = normalized(start.removeprefix("#"))
    if not key:
        return []
    through = Note.topics.through.objects.filter(
        topic_id=OuterRef("topic_id"), note__in=feed_for(viewer.member)
    )
    names = (
        TopicName.objects.select_related("topic")
        .filter(normalized__startswith=key)
        .filter(Q(topic__is_interest=True) | Exists(through))
    )
    best: dict[int, TopicName] = {}
    order = ("-topic__is_interest", Length("normalized"), "normalized")
    for name in names.order_by(*order)[:50]:
        best.setdefault(name.topic_id, name)
    return list(best.values())


def _topics(viewer: Viewer, query: str) -> list[TopicName]:
    return topics_beginning(viewer, query)[:TOPICS_SHOWN]


def _correction(query: str, filters: Filters) -> Correction | None:
    words = mended(query)
    return Correction(words, filters.address(words)) if words else None
