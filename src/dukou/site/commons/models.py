"""Reports and what moderators decided, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dukou.site.bridge.corrections.models import Correction
from dukou.site.bridge.glossary.models import GlossaryVersion
from dukou.site.members.models import Member
from dukou.site.notes.models import Note, NoteVersion
from dukou.site.talk.models import Comment, CommentVersion


class Ground(models.TextChoices):
    """Why something was reported."""

    SPAM = "spam", _("Spam or selling")
    HATE = "hate", _("Contempt for a group of people")
    HARASSMENT = "harassment", _("Harassment of a person")
    SEXUAL = "sexual", _("Sexual content")
    VIOLENCE = "violence", _("Violence or self-harm")
    FALSE = "false", _("Dangerous falsehood")
    COPY = "copy", _("Copied from someone else")
    LANGUAGE = "language", _("A version says something else than the original")
    OTHER = "other", _("Something else")


#: What a report or a decision can be about.
SUBJECTS = ("note", "comment", "member", "note_version", "comment_version", "correction")


def _one_of(fields: Sequence[str]) -> Q:
    """The condition that just one of these is there."""
    condition = Q()
    for field in fields:
        others = {other: None for other in fields if other != field}
        condition |= Q(**{f"{field}__isnull": False}, **others)
    return condition


class Report(models.Model):
    """A member asks the moderators to look at a note, a comment, a member or a translation."""

    by = models.ForeignKey(Member, models.CASCADE, related_name="reports")
    note = models.ForeignKey(Note, models.CASCADE, null=True, related_name="reports")
    comment = models.ForeignKey(Comment, models.CASCADE, null=True, related_name="reports")
    member = models.ForeignKey(Member, models.CASCADE, null=True, related_name="reports_of")
    note_version = models.ForeignKey(NoteVersion, models.CASCADE, null=True, related_name="+")
    comment_version = models.ForeignKey(CommentVersion, models.CASCADE, null=True, related_name="+")
    correction = models.ForeignKey(Correction, models.CASCADE, null=True, related_name="+")
    ground = models.CharField(max_length=12, choices=Ground)
    words = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField(db_default=Now())
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_one_of(SUBJECTS),
                name="report_of_one_thing",
            ),
            models.UniqueConstraint(
                fields=["by", *SUBJECTS],
                nulls_distinct=False,
                condition=Q(closed_at=None),
                name="report_once",
            ),
        ]
        indexes = [models.Index(fields=["at"], condition=Q(closed_at=None), name="open_reports")]


class Act(models.TextChoices):
    """What a moderator can do."""

    HIDE = "hide", _("Hidden")
    TAKE_OUT = "take-out", _("Translation taken out")
    WORDING = "wording", _("Taken out of the glossary")
    SUSPEND = "suspend", _("Suspended")
    DISMISS = "dismiss", _("Nothing to do")


class Decision(models.Model):
    """What a moderator did, why, and whether it was undone."""

    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="decisions")
    act = models.CharField(max_length=10, choices=Act)
    note = models.ForeignKey(Note, models.SET_NULL, null=True, related_name="decisions")
    comment = models.ForeignKey(Comment, models.SET_NULL, null=True, related_name="decisions")
    member = models.ForeignKey(
        Member,
        models.SET_NULL,
        null=True,
        related_name="decisions_about",
        help_text="Whom it concerns: the author, or the suspended member.",
    )
    note_version = models.ForeignKey(NoteVersion, models.SET_NULL, null=True, related_name="+")
    comment_version = models.ForeignKey(
        CommentVersion, models.SET_NULL, null=True, related_name="+"
    )
    correction = models.ForeignKey(Correction, models.SET_NULL, null=True, related_name="+")
    glossary_version = models.ForeignKey(
        GlossaryVersion, models.SET_NULL, null=True, related_name="+"
    )
    reason = models.CharField(max_length=1000)
    at = models.DateTimeField(db_default=Now())
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    undone_reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["-id"]
