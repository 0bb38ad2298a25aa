"""Reads of reactions, collections and notifications."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import ngettext

from dukou.site.bridge import queries as bridge
from dukou.site.bridge.choosing import Chosen, best_version
from dukou.site.members.models import Member
from dukou.site.members.queries import not_blocked, not_muted
from dukou.site.notes.files import url_of
from dukou.site.notes.models import Media, MediaState, Note
from dukou.site.notes.queries import visible_to
from dukou.site.statements import Statement
from dukou.site.talk.ago import ago
from dukou.site.talk.folding import Fold, folded
from dukou.site.talk.models import (
    Collection,
    CommentVersion,
    Like,
    Notice,
    Notification,
    Ruling,
    Save,
)

NOTIFICATIONS_PAGE = 60
MOST_UNREAD = 100
UNREAD = "unread"


@dataclass(frozen=True)
class Shelf:
    """A collection that a note can be kept in."""

    id: int
    name: str
    is_public: bool
    count: int
    holds_note: bool


@dataclass(frozen=True)
class NotificationView:
    """A notification, ready for the page."""

    id: int
    actor_shown: str
    actor_url: str
    avatar_url: str
    others: str
    words: str
    reason: str
    quote: str
    quote_lang: str
    url: str
    thumb: str
    when: str
    at: datetime
    unread: bool


@dataclass(frozen=True)
class NotificationPage:
    """A page of notifications and the way to the next."""

    rows: list[NotificationView]
    next_url: str = ""


def unread_count(member: Member) -> int:
    """How many notifications the member has not read, to 100; what came along with the member's
    session counts until they have read them."""
    known: int | None = (member.came_along or {}).get(UNREAD)
    return len(_UNREAD.rows(viewer=member)) if known is None else known


def unread_figure() -> str:
    """What `unread_count` asks, as a figure that comes along with every session."""
    return f"SELECT count(*)::int FROM ({_UNREAD.text}) unread"  # noqa: S608 - written below


def liked_ids(member: Member | None, note_ids: Sequence[int]) -> set[int]:
    """Which of these notes the member likes."""
    if member is None:
        return set()
    likes = Like.objects.filter(member=member, note_id__in=note_ids)
    return set(likes.values_list("note_id", flat=True))


def likes(viewer: Member, note: str) -> Exists:
    """Condition: the viewer likes the note in the column `note`."""
    return Exists(Like.objects.filter(member=viewer, note=OuterRef(note)))


def saved_ids(member: Member | None, note_ids: Sequence[int]) -> set[int]:
    """Which of these notes the member keeps."""
    if member is None:
        return set()
    saves = Save.objects.filter(member=member, note_id__in=note_ids)
    return set(saves.values_list("note_id", flat=True))


def shelves_of(member: Member, *, note: Note | None = None) -> list[Shelf]:
    """The member's collections by name, and which of them holds the note."""
    holds = Exists(Save.objects.filter(collection=OuterRef("pk"), note=note))
    rows = member.collections.annotate(count=Count("saves"), holds=holds).order_by("name")
    return [
        Shelf(row.pk, row.name, row.is_public, row.count, bool(note) and row.holds) for row in rows
    ]


def visible_collections(viewer: Member | None) -> QuerySet[Collection]:
    """Collections that the viewer may look at: public ones of people they may see, their own."""
    shown = Q(is_public=True, owner__suspended=False, owner__is_active=True)
    if viewer is None:
        return Collection.objects.filter(shown)
    return Collection.objects.filter(Q(owner=viewer) | (shown & not_blocked(viewer, "owner_id")))


def saved_notes(member: Member, collection: Collection | None = None) -> QuerySet[Save]:
    """The member's saves, newest first: all, or those of a collection."""
    saves = Save.objects.filter(member=member).order_by("-pk")
    return saves if collection is None else saves.filter(collection=collection)


def _notifications(member: Member) -> QuerySet[Notification]:
    """The member's notifications that they may still read: the visibility gate holds here too.

    Decisions are told all the same; `_told` keeps what they are about to whose it is.
    """
    seen = Q(note=None) | Q(note__in=visible_to(member)) | Q(kind=Notice.DECISION)
    people = Q(actor=None) | (not_blocked(member, "actor_id") & not_muted(member, "actor_id"))
    living = Q(comment=None) | Q(comment__hidden_at=None) | Q(kind=Notice.DECISION)
    return Notification.objects.filter(seen & people & living, member=member)


def notifications_of(
    member: Member, reads: Sequence[str], *, max_id: int | None = None
) -> NotificationPage:
    """The member's notifications, newest first."""
    rows = _notifications(member).order_by("-pk")
    if max_id is not None:
        rows = rows.filter(pk__lt=max_id)
    found = list(rows.select_related("actor", "note__author", "comment")[: NOTIFICATIONS_PAGE + 1])
    page = [_told(row, member) for row in found[:NOTIFICATIONS_PAGE]]
    titles = bridge.versions_for([row.note for row in page if row.note], reads, member)
    quotes = _comment_texts([row.comment_id for row in page if row.comment_id], reads)
    thumbs = _thumbs(row.note_id for row in page if row.note_id)
    views = [
        _view(
            fold,
            quotes.get(fold.newest.comment_id or 0) or titles.get(fold.newest.note_id or 0),
            thumbs.get(fold.newest.note_id or 0, ""),
        )
        for fold in folded(page)
    ]
    more = f"/notifications?max_id={page[-1].pk}" if len(found) > len(page) else ""
    return NotificationPage(views, more)


def _told(row: Notification, member: Member) -> Notification:
    """Of another's text, a decision tells no more than its reason: the member, who translated it,
    may not be allowed to read it any more."""
    about = row.comment or row.note
    if row.kind == Notice.DECISION and about is not None and about.author_id != member.pk:
        row.note = row.comment = None
    return row


def _comment_texts(ids: Sequence[int], reads: Sequence[str]) -> dict[int, Chosen]:
    known: dict[int, list[CommentVersion]] = defaultdict(list)
    for version in CommentVersion.objects.filter(comment_id__in=ids):
        known[version.comment_id].append(version)
    return {comment_id: best_version(versions, reads) for comment_id, versions in known.items()}


def _thumbs(note_ids: Iterable[int]) -> dict[int, str]:
    first = Media.objects.filter(
        note_id__in=set(note_ids), note__sensitive=False, position=0, state=MediaState.READY
    )
    return {media.note_id or 0: url_of(media.stem, "small") for media in first}


def _view(fold: Fold, text: Chosen | None, thumb: str) -> NotificationView:
    row = fold.newest
    actor, note = row.actor, row.note
    quote = "" if text is None else (text.title or text.body)[:80]
    url = note.get_absolute_url() if note else (actor.get_absolute_url() if actor else "/")
    return NotificationView(
        id=row.pk,
        actor_shown=actor.display_name if actor else "",
        actor_url=actor.get_absolute_url() if actor else "",
        avatar_url=actor.avatar_url if actor else "",
        others=_others(fold.others),
        words=str((Ruling(row.ruling) if row.ruling else Notice(row.kind)).label),
        reason=row.words,
        quote=quote,
        quote_lang=text.lang if text else "",
        url=f"{url}#comment-{row.comment_id}" if row.comment_id else url,
        thumb=thumb,
        when=ago(row.at),
        at=row.at,
        unread=fold.unread,
    )


def _others(count: int) -> str:
    if not count:
        return ""
    return ngettext("and %(count)s other", "and %(count)s others", count) % {"count": count}


_UNREAD = Statement(
    lambda viewer: _notifications(viewer).filter(read_at=None).values_list("pk")[:MOST_UNREAD],
    "viewer",
)
