"""Drafts, and the pictures of notes and drafts."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dukou.site.ids import TimeId
from dukou.site.members.models import Member
from dukou.site.notes.models.notes import Note

PICTURES_LIMIT = 18
ALT_LIMIT = 1000


class Draft(models.Model):
    """A note that is being written, or a change of one; it is seen by its author only."""

    author = models.ForeignKey(Member, models.CASCADE, related_name="drafts")
    note = models.OneToOneField(
        Note, models.CASCADE, null=True, related_name="draft", help_text="The note to be changed."
    )
    fields = models.JSONField(default=dict)
    made_at = models.DateTimeField(db_default=Now())
    saved_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-saved_at"]

    @property
    def stamp(self) -> str:
        """Which state of the draft this is: another one after every save."""
        return self.saved_at.isoformat()


class MediaState(models.TextChoices):
    """How far an uploaded picture is."""

    WAITING = "waiting", _("Being prepared")
    READY = "ready", _("Ready")
    REFUSED = "refused", _("Could not be read")


class Media(models.Model):
    """A picture of a note or draft, kept in three sizes of WebP."""

    id = TimeId()
    owner = models.ForeignKey(Member, models.CASCADE, related_name="media")
    note = models.ForeignKey(Note, models.CASCADE, null=True, related_name="media")
    draft = models.ForeignKey(Draft, models.CASCADE, null=True, related_name="media")
    position = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=8, choices=MediaState, default=MediaState.WAITING)
    stem = models.CharField(
        max_length=80, blank=True, help_text="Path below the media folder, less -size.webp."
    )
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    bytes = models.PositiveBigIntegerField(default=0, help_text="Of all sizes together.")
    blur = models.CharField(max_length=400, blank=True, help_text="A tiny WebP as a data URI.")
    fingerprint = models.BigIntegerField(
        null=True, db_index=True, help_text="Difference hash, to fold near-copies."
    )
    alt = models.CharField(max_length=ALT_LIMIT, blank=True)
    alt_others = models.JSONField(default=dict, blank=True, help_text="Alt text by language.")
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["position", "id"]


class Upload(models.Model):
    """The file of a picture that waits to be prepared; it goes as soon as that is done."""

    media = models.OneToOneField(Media, models.CASCADE, primary_key=True, related_name="upload")
    content = models.BinaryField()
