"""What this app holds of a member: interests, promises to their notes, and the log of their
reading under a random key."""

from __future__ import annotations

from uuid import UUID

from dukou.site.members.models import Member, ReaderKey
from dukou.site.members.registry import Holding, Rows, register
from dukou.site.notes.models import Event
from dukou.site.reading.models import DebutPromise, FeedPage, Interest, ServedPage

SERVED_FIELDS = ("id", "at", "surface", "dial", "note_ids", "reasons")


def register_holdings() -> None:
    """Called once, when Django starts. The log itself is kept without names: the key goes."""
    register(
        Holding("interests", rows=_interests),
        Holding("debut_promises", rows=_promises),
        Holding("served_pages", rows=_served),
        Holding("feed_pages", rows=_feeds),
        Holding("reading_events", rows=_events),
    )


def _interests(member: Member) -> Rows:
    rows = Interest.objects.filter(member=member)
    return rows.values("topic__slug", "weight", "is_stated")


def _promises(member: Member) -> Rows:
    rows = DebutPromise.objects.filter(author=member).order_by("pk")
    return rows.values("note_id", "issued_at", "deadline", "impressions", "given")


def _served(member: Member) -> Rows:
    pages = ServedPage.objects.filter(reader_key__in=_keys(member)).order_by("pk")
    rows: Rows = pages.values(*SERVED_FIELDS).iterator(chunk_size=500)
    return rows


def _feeds(member: Member) -> Rows:
    pages = FeedPage.objects.filter(reader_key__in=_keys(member)).order_by("pk")
    return pages.values("id", "at", "feed", "note_ids").iterator(chunk_size=2000)


def _events(member: Member) -> Rows:
    events = Event.objects.filter(reader_key__in=_keys(member)).order_by("pk")
    return events.values("at", "kind", "note_id").iterator(chunk_size=2000)


def _keys(member: Member) -> list[UUID]:
    return list(ReaderKey.objects.filter(member=member).values_list("key", flat=True))
