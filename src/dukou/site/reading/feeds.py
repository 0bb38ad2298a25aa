"""Feeds in the order of time: Latest, Following, topics, a member's notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from dukou.language.tags import can_read
from dukou.site.bridge.reader import Viewer
from dukou.site.members.models import Member
from dukou.site.members.queries import follows
from dukou.site.notes.models import Audience, Note, Topic, TopicName
from dukou.site.notes.queries import feed_for, visible_to
from dukou.site.notes.topics import normalized
from dukou.site.reading.card_rows import marked, marks_statement
from dukou.site.reading.feed_log import PAGE, LoggedFeed, logged_marks
from dukou.site.reading.written_cards import WrittenCard, feed_cards
from dukou.site.statements import Statement

PAST_ALL = 2**63 - 1  # above every id


@dataclass(frozen=True)
class Feed:
    """One page of cards and the way to the next."""

    cards: list[WrittenCard]
    next_url: str = ""
    end_message: str = ""


def latest(viewer: Viewer, *, max_id: int | None = None) -> Feed:
    """Newest first, the same for everyone but for blocks and mutes."""
    below = PAST_ALL if max_id is None else min(max_id, PAST_ALL)
    if viewer.member is None:
        page_id, marks = 0, {mark[0]: mark for mark in _LATEST_OF_STRANGER.rows(below=below)}
    else:
        page_id, marks = logged_marks(_LATEST.text, viewer.member, "latest", below=below)
    ids = list(marks)
    cards = feed_cards(ids[:PAGE], viewer, page_id=page_id, marks=marks)
    return _page(cards, ids, "/latest")


def following(viewer: Viewer, member: Member, *, max_id: int | None = None) -> Feed:
    """What the people whom the member follows have published, newest first."""
    notes = feed_for(member).filter(follows(member, "author_id"))
    return _logged_by_time(notes, viewer, "/following", max_id, "following")


def of_topic(viewer: Viewer, topic: Topic, *, max_id: int | None = None) -> Feed:
    """Notes about a topic, newest first, under whatever name of it they carry."""
    notes = feed_for(viewer.member).filter(topics=topic)
    return _logged_by_time(notes, viewer, f"/topics/{topic.slug}", max_id, "topic")


def of_member(viewer: Viewer, member: Member, *, max_id: int | None = None) -> Feed:
    """What a member has published, as far as the viewer may read it. Whoever opens the profile
    of someone they muted means to see it."""
    from_member = visible_to(viewer.member).filter(author=member, hidden_at=None)
    ids = _ids(from_member, max_id)
    cards = feed_cards(ids[:PAGE], viewer, gate=visible_to)
    return _page(cards, ids, member.get_absolute_url())


def topic_with(slug: str) -> Topic:
    """The topic of this slug or of any of its names; else Http404."""
    name = TopicName.objects.select_related("topic").filter(normalized=normalized(slug)).first()
    topic = name.topic if name else Topic.objects.filter(slug=slug).first()
    if topic is None:
        raise Http404
    return topic


def names_of(topic: Topic, reads: Sequence[str]) -> list[TopicName]:
    """The topic's names, the one that a reader of these languages knows first."""

    def order(name: TopicName) -> tuple[bool, int]:
        return (not can_read(reads, name.lang), name.pk)

    names = sorted(topic.names.all(), key=order)
    return names or [TopicName(topic=topic, name=topic.slug, lang="und")]


def _logged_by_time(
    notes: QuerySet[Note], viewer: Viewer, address: str, max_id: int | None, feed: LoggedFeed
) -> Feed:
    ids = _ids(notes, max_id)
    if viewer.member is None:
        cards = feed_cards(ids[:PAGE], viewer)
    else:
        statement = marks_statement(of_member=True)
        page_id, marks = logged_marks(statement, viewer.member, feed, ids=ids[:PAGE])
        cards = feed_cards(list(marks), viewer, page_id=page_id, marks=marks)
    return _page(cards, ids, address)


def _ids(notes: QuerySet[Note], max_id: int | None) -> list[int]:
    below = PAST_ALL if max_id is None else min(max_id, PAST_ALL)
    return list(_newest(notes, below).values_list("pk", flat=True))


def _newest(notes: QuerySet[Note], below: int) -> QuerySet[Note]:
    """One note more than a page takes, so that the page knows whether others follow."""
    return notes.filter(pk__lt=below).order_by("-pk")[: PAGE + 1]


def _page(cards: list[WrittenCard], ids: Sequence[int], address: str) -> Feed:
    if len(ids) > PAGE:
        return Feed(cards, next_url=f"{address}?max_id={ids[PAGE - 1]}")
    return Feed(cards, end_message=_("You have seen everything here."))


def _public(viewer: Member | None) -> QuerySet[Note]:
    return feed_for(viewer).filter(audience=Audience.EVERYONE)


_LATEST = Statement(
    lambda viewer, below: marked(_newest(_public(viewer), below), viewer), "viewer", "below"
)
_LATEST_OF_STRANGER = Statement(lambda below: marked(_newest(_public(None), below), None), "below")
