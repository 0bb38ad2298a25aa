"""What readers suggest in place of a translation, and who agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dukou.site.members.models import Member

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class CorrectionState(models.TextChoices):
    """How a suggestion stands."""

    WAITING = "waiting", _("Not decided yet")
    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Not taken")
    WITHDRAWN = "withdrawn", _("Taken out by moderators")
    OUTDATED = "outdated", _("The original has changed since")


class Correction(models.Model):
    """One reader's wording of a text in a language."""

    kind = models.CharField(max_length=10, help_text="`note` or `comment`.")
    text_id = models.BigIntegerField()
    target = models.CharField(max_length=10)
    source_digest = models.BinaryField(max_length=32, help_text="Of the original's words.")
    before = models.JSONField(help_text="The parts as the reader found them.")
    parts = models.JSONField(help_text="A note's title and body, a comment's body.")
    why = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Member, models.CASCADE, related_name="+")
    at = models.DateTimeField(db_default=Now())
    state = models.CharField(
        max_length=10, choices=CorrectionState, default=CorrectionState.WAITING
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    if TYPE_CHECKING:
        votes: RelatedManager[CorrectionVote]

    class Meta:
        indexes = [models.Index(fields=["kind", "text_id", "-id"], name="corrections_of_text")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "text_id", "target", "by"],
                condition=Q(state="waiting"),
                name="one_waiting_correction",
            )
        ]


class CorrectionVote(models.Model):
    """A reader's word on a suggestion."""

    correction = models.ForeignKey(Correction, models.CASCADE, related_name="votes")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    agrees = models.BooleanField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["correction", "member"], name="one_correction_vote")
        ]
