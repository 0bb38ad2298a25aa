"""Comments: writing, deleting, liking, and hiding for moderators."""

from __future__ import annotations

import secrets
from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from dukou.site.ids import id_at
from dukou.site.members import services as members
from dukou.site.members.models import Follow, Member
from dukou.site.members.queries import are_blocked
from dukou.site.notes.events import Slot, record
from dukou.site.notes.models import EventKind, Note, Provenance, ReplyPolicy
from dukou.site.notes.services import store_version
from dukou.site.talk.models import (
    COMMENT_LIMIT,
    Comment,
    CommentLike,
)
from dukou.site.talk.services.notifying import announce_comment
from dukou.site.text import cleaned


class CommentError(Exception):
    """The comment cannot be written; `code` is `empty`, `closed` or `not-yours`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def may_comment(note: Note, member: Member) -> bool:
    """Whether the note's author lets the member comment on it."""
    author = note.author
    if member.pk == author.pk:
        return True
    if are_blocked(author, member):
        return False
    match note.reply_policy:
        case ReplyPolicy.EVERYONE:
            return True
        case ReplyPolicy.FOLLOWERS:
            return Follow.objects.filter(follower=member, followed=author).exists()
        case ReplyPolicy.FOLLOWED:
            return Follow.objects.filter(follower=author, followed=member).exists()
        case _:
            return False


@transaction.atomic
def write_comment(
    note: Note,
    *,
    by: Member,
    body: str,
    lang: str,
    reply_to: Comment | None = None,
    slot: Slot | None = None,
    at: datetime | None = None,
    key: str = "",
) -> Comment:
    """Write a comment on a note that `by` may read; the same words with one key, once.

    A reply to a reply hangs under the first comment, and says whom it answers. `at` is for
    comments written before they came here. Raises CommentError.
    """
    body = cleaned(body, limit=COMMENT_LIMIT)
    if not body:
        raise CommentError("empty")
    if not may_comment(note, by):
        raise CommentError("closed")

    def make() -> int:
        parent = reply_to.reply_to or reply_to if reply_to else None
        dated: dict[str, object] = (
            {"pk": id_at(at) | secrets.randbelow(1 << 16), "at": at} if at else {}
        )
        answers = reply_to if reply_to != parent else None
        comment = Comment.objects.create(
            note=note, author=by, reply_to=parent, answers=answers, lang=lang, **dated
        )
        store_version(
            comment, lang=lang, body=body, provenance=Provenance.AUTHOR, is_source=True, by=by
        )
        Note.objects.filter(pk=note.pk).update(comments_count=F("comments_count") + 1)
        record(EventKind.COMMENT, note.pk, by=by, slot=slot)
        announce_comment(comment, body)
        return comment.pk

    comment_id, _ = members.once(by, "comment", _key(key, body, reply_to), make)
    return Comment.objects.select_related("author", "note__author").get(pk=comment_id)


def _key(key: str, body: str, reply_to: Comment | None) -> str:
    """The key of these very words: a page from before, gone back to, may send others with its."""
    if not key:
        return ""
    return sha256(f"{key} {reply_to.pk if reply_to else 0} {body}".encode()).hexdigest()


@transaction.atomic
def delete_comment(comment: Comment, *, by: Member) -> None:
    """Take the comment and its replies away for good; its author and the note's may do so."""
    if by.pk not in (comment.author_id, comment.note.author_id):
        raise CommentError("not-yours")
    gone = 1 + comment.replies.count()
    comment.delete()
    Note.objects.filter(pk=comment.note_id).update(comments_count=F("comments_count") - gone)


@transaction.atomic
def like_comment(comment: Comment, *, by: Member) -> bool:
    """The member's like of the comment; twice changes nothing."""
    _, created = CommentLike.objects.get_or_create(comment=comment, member=by)
    if created:
        Comment.objects.filter(pk=comment.pk).update(likes_count=F("likes_count") + 1)
    return created


@transaction.atomic
def unlike_comment(comment: Comment, *, by: Member) -> bool:
    """Take the like of the comment back."""
    deleted, _ = CommentLike.objects.filter(comment=comment, member=by).delete()
    if deleted:
        Comment.objects.filter(pk=comment.pk).update(likes_count=F("likes_count") - 1)
    return bool(deleted)


def hide_comment(comment: Comment) -> None:
    """Take the comment out of everyone's sight but its author's."""
    Comment.objects.filter(pk=comment.pk).update(hidden_at=timezone.now())


def show_comment(comment: Comment) -> None:
    """Let the comment be seen again."""
    Comment.objects.filter(pk=comment.pk).update(hidden_at=None)
