"""What this app holds of a member: comments, reactions, collections, notifications."""

from __future__ import annotations

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from dukou.site.bridge.memory import forget_texts
from dukou.site.bridge.precedents.services import forget
from dukou.site.members.models import Member
from dukou.site.members.registry import Holding, Rows, register
from dukou.site.notes.models import Note
from dukou.site.talk.models import (
    Comment,
    CommentLanguageCorrection,
    CommentLike,
    CommentVersion,
    Notification,
)


def register_holdings() -> None:
    """Called once, when Django starts."""
    register(
        Holding("comments", rows=_comments, forget=_forget_comments),
        Holding("comment_language_corrections", rows=_language_corrections),
        Holding(
            "likes", rows=lambda member: member.likes.values("note_id", "at"), forget=_forget_likes
        ),
        Holding("comment_likes", rows=_comment_likes, forget=_forget_comment_likes),
        Holding("saves", rows=_saves, forget=_forget_saves),
        Holding(
            "collections",
            rows=lambda member: member.collections.values("id", "name", "is_public", "made_at"),
        ),
        Holding("not_for_me", rows=lambda member: member.not_for_me.values("note_id", "at")),
        Holding("notifications", rows=_notifications),
    )


def _comments(member: Member) -> Rows:
    versions = CommentVersion.objects.filter(comment__author=member)
    return versions.values(
        "comment_id", "comment__note_id", "comment__reply_to_id", "comment__at",
        "lang", "body", "provenance", "is_source",
    )  # fmt: skip


def _forget_comments(member: Member) -> None:
    """Delete the member's comments, also from the bridge's memory, and count what is left."""
    own = Comment.objects.filter(author=member)
    written = CommentVersion.objects.filter(comment__author=member, is_source=True)
    forget_texts(written.values_list("body", flat=True))
    forget("comment", list(own.values_list("pk", flat=True)))
    touched = list(own.values_list("note_id", flat=True).distinct())
    own.delete()
    left = (
        Comment.objects.filter(note=OuterRef("pk"))
        .order_by()
        .values("note")
        .annotate(count=Count("*"))
        .values("count")
    )
    counted = Coalesce(Subquery(left, output_field=IntegerField()), 0)
    Note.objects.filter(pk__in=touched).update(comments_count=counted)


def _language_corrections(member: Member) -> Rows:
    said = CommentLanguageCorrection.objects.filter(by=member).order_by("pk")
    return said.values("comment_id", "before", "after", "at", "applied_at")


def _forget_likes(member: Member) -> None:
    liked = Note.objects.filter(likes__member=member)
    _one_less(Note.objects.filter(pk__in=liked.values("pk")), "likes_count")


def _comment_likes(member: Member) -> Rows:
    return CommentLike.objects.filter(member=member).values("comment_id", "at")


def _forget_comment_likes(member: Member) -> None:
    liked = CommentLike.objects.filter(member=member).values("comment")
    _one_less(Comment.objects.filter(pk__in=liked), "likes_count")


def _saves(member: Member) -> Rows:
    return member.saves.values("note_id", "collection__name", "at")


def _forget_saves(member: Member) -> None:
    _one_less(Note.objects.filter(pk__in=member.saves.values("note")), "saves_count")


def _one_less(rows: QuerySet[Note] | QuerySet[Comment], column: str) -> None:
    rows.update(**{column: F(column) - 1})


def _notifications(member: Member) -> Rows:
    rows = Notification.objects.filter(member=member)
    return rows.values("kind", "actor__name", "note_id", "comment_id", "words", "at", "read_at")
