"""What members say and do to notes: comments, likes, saves, wishes, notifications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dukou.site.ids import TimeId
from dukou.site.members.models import Member
from dukou.site.notes.models import LanguageClaim, Note, Standing, TextVersion

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

COMMENT_LIMIT = 1000


class Comment(models.Model):
    """A comment on a note, or a reply to a comment."""

    id = TimeId()
    note = models.ForeignKey(Note, models.CASCADE, related_name="comments")
    author = models.ForeignKey(Member, models.CASCADE, related_name="comments")
    reply_to = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="replies"
    )
    answers = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The reply that this one answers; none if it is the comment above both.",
    )
    lang = models.CharField(max_length=10)
    at = models.DateTimeField(db_default=Now())
    hidden_at = models.DateTimeField(null=True, blank=True)
    likes_count = models.PositiveIntegerField(default=0)

    if TYPE_CHECKING:
        versions: RelatedManager[CommentVersion]
        language_corrections: RelatedManager[CommentLanguageCorrection]

    class Meta:
        indexes = [models.Index(fields=["note", "id"], name="comments_of_note")]


class CommentVersion(TextVersion):
    """A comment's words in one language."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="versions")

    objects = Standing["CommentVersion"]()
    everything = models.Manager["CommentVersion"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "lang", "provenance"],
                condition=Q(taken_out_at=None),
                name="comment_version_once",
            ),
            models.UniqueConstraint(
                fields=["comment"], condition=Q(is_source=True), name="comment_has_one_source"
            ),
        ]


class CommentLanguageCorrection(LanguageClaim):
    """What somebody says about the language of a comment."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="language_corrections")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "before", "after", "by"],
                name="comment_language_correction_once",
            )
        ]


class Like(models.Model):
    """A member likes a note."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="likes")
    member = models.ForeignKey(Member, models.CASCADE, related_name="likes")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["note", "member"], name="like_once")]
        indexes = [models.Index(fields=["member", "-at"], name="likes_of_member")]


class CommentLike(models.Model):
    """A member likes a comment."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="likes")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "member"], name="comment_like_once")
        ]


class Collection(models.Model):
    """A member's named shelf of saved notes."""

    owner = models.ForeignKey(Member, models.CASCADE, related_name="collections")
    name = models.CharField(max_length=60)
    is_public = models.BooleanField(default=False)
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="collection_name_once")
        ]


class Save(models.Model):
    """A member keeps a note, in a collection or loose."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="saves")
    member = models.ForeignKey(Member, models.CASCADE, related_name="saves")
    collection = models.ForeignKey(
        Collection, models.SET_NULL, null=True, blank=True, related_name="saves"
    )
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["note", "member"], name="save_once")]
        indexes = [models.Index(fields=["member", "-at"], name="saves_of_member")]


class NotForMe(models.Model):
    """A member wants no more of this note, and less like it."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="not_for_me")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["note", "member"], name="not_for_me_once")]


class Notice(models.TextChoices):
    """What a notification tells."""

    LIKE = "like", _("liked your note")
    SAVE = "save", _("saved your note")
    COMMENT = "comment", _("commented on your note")
    REPLY = "reply", _("replied to you")
    MENTION = "mention", _("mentioned you")
    FOLLOW = "follow", _("follows you now")
    TRANSLATED = "translated", _("translated your note")
    SUGGESTED = "suggested", _("suggests a better translation of your words")
    THANKED = "thanked", _("Your translation was accepted, thank you")
    DECISION = "decision", _("A moderator decided")


class Ruling(models.TextChoices):
    """What moderators decided about the member who is told."""

    NOTE_HIDDEN = "note-hidden", _("A moderator hid your note")
    NOTE_SHOWN = "note-shown", _("Your note can be seen again")
    COMMENT_HIDDEN = "comment-hidden", _("A moderator hid your comment")
    COMMENT_SHOWN = "comment-shown", _("Your comment can be seen again")
    TAKEN_OUT = "taken-out", _("A moderator took out your translation")
    PUT_BACK = "put-back", _("Your translation is back")
    WORDING_OUT = "wording-out", _("A moderator took your wording out of the glossary")
    WORDING_BACK = "wording-back", _("Your wording is back in the glossary")
    CLOSED = "closed", _("A moderator closed your account")
    OPENED = "opened", _("Your account is open again")
    ANSWERED = "answered", _("A moderator answered your objection")


class Notification(models.Model):
    """Something that happened which a member should know."""

    id = TimeId()
    member = models.ForeignKey(Member, models.CASCADE, related_name="notifications")
    kind = models.CharField(max_length=12, choices=Notice)
    actor = models.ForeignKey(Member, models.CASCADE, null=True, related_name="+")
    note = models.ForeignKey(Note, models.CASCADE, null=True, related_name="+")
    comment = models.ForeignKey(Comment, models.CASCADE, null=True, related_name="+")
    ruling = models.CharField(max_length=14, choices=Ruling, blank=True)
    words = models.CharField(
        max_length=1100, blank=True, help_text="Of a decision: why, after what it is about."
    )
    at = models.DateTimeField(db_default=Now())
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["member", "-id"], name="notifications_of_member"),
            models.Index(fields=["member"], condition=Q(read_at=None), name="unread_notifications"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "kind", "actor", "note", "comment"],
                nulls_distinct=False,
                condition=~Q(kind="decision"),
                name="told_once",
            )
        ]
