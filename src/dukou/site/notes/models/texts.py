"""What notes say in each language, what they said before, and what is made of it."""

from __future__ import annotations

from typing import TypeVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dukou.site.members.models import Member
from dukou.site.notes.models.notes import Note

TITLE_LIMIT = 100
BODY_LIMIT = 5000


class Provenance(models.TextChoices):
    """Who wrote a version of a text."""

    AUTHOR = "author", _("the author")
    COMMUNITY = "community", _("the community")
    MACHINE = "machine", _("a machine")


_V = TypeVar("_V", bound="TextVersion", covariant=True)


class Standing(models.Manager[_V]):
    """The versions that moderators have not taken out."""

    def get_queryset(self) -> models.QuerySet[_V]:
        """Without those that were."""
        return super().get_queryset().filter(taken_out_at=None)


class TextVersion(models.Model):
    """A text in one language, with who wrote it. Base of the versions of notes and comments.

    What moderators took out is in `everything` only: no reader, page or search comes across it.
    """

    lang = models.CharField(max_length=10)
    body = models.TextField(max_length=BODY_LIMIT, blank=True)
    provenance = models.CharField(max_length=10, choices=Provenance)
    is_source = models.BooleanField(default=False)
    engine = models.CharField(max_length=60, blank=True, help_text="Name and version.")
    quality = models.CharField(max_length=10, blank=True, help_text="`good` or `rough`.")
    by = models.ForeignKey(Member, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(db_default=Now())
    stale = models.BooleanField(default=False, help_text="The source has changed since.")
    taken_out_at = models.DateTimeField(
        null=True, blank=True, help_text="Kept by the services from moderators' decisions."
    )

    class Meta:
        abstract = True


class NoteVersion(TextVersion):
    """A note's title and body in one language."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="versions")
    title = models.CharField(max_length=TITLE_LIMIT, blank=True)
    search = SearchVectorField(null=True, editable=False)

    objects = Standing["NoteVersion"]()
    everything = models.Manager["NoteVersion"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["note", "lang", "provenance"],
                condition=Q(taken_out_at=None),
                name="note_version_once",
            ),
            models.UniqueConstraint(
                fields=["note"], condition=Q(is_source=True), name="note_has_one_source"
            ),
        ]
        indexes = [GinIndex(fields=["search"], name="note_version_search")]


class NoteVector(models.Model):
    """Where a public note lies among texts of all languages (`dukou.language.vectors`).

    Made in the background from the original's title and body and the names of its topics; gone
    with the note, with every edit, and when it is no longer public.
    """

    note = models.OneToOneField(Note, models.CASCADE, primary_key=True, related_name="vector")
    space = models.CharField(max_length=40, help_text="Vectors of two spaces are not compared.")
    numbers = models.BinaryField(help_text="Half-precision floats, little-endian.")
    made_at = models.DateTimeField(db_default=Now(), db_index=True)


class NewWord(models.Model):
    """A Chinese expression, in Simplified, that notes here use and no dictionary has.

    Segmentation keeps it whole: texts that use it are indexed under it before its row is there.
    """

    word = models.CharField(max_length=12, unique=True)
    notes = models.PositiveIntegerField(default=0, help_text="That used it when last counted.")
    authors = models.PositiveIntegerField(default=0, help_text="Of these notes.")
    found_at = models.DateTimeField(db_default=Now())
    seen_at = models.DateTimeField(help_text="When it was last found.")


class NoteEdit(models.Model):
    """What a note said before an edit."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="edits")
    at = models.DateTimeField(db_default=Now())
    lang = models.CharField(max_length=10)
    title = models.CharField(max_length=TITLE_LIMIT, blank=True)
    body = models.TextField(max_length=BODY_LIMIT, blank=True)
    pictures = models.PositiveSmallIntegerField(
        null=True, help_text="How many pictures there were, where the edit changed them."
    )

    class Meta:
        ordering = ["-at", "id"]


class LanguageClaim(models.Model):
    """Somebody says that a text is in another language than it claims. Base of the corrections of
    notes' and comments' languages."""

    before = models.CharField(max_length=10)
    after = models.CharField(max_length=10)
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(db_default=Now())
    decides = models.BooleanField(
        default=False, help_text="The author's or a moderator's: readers' no longer count."
    )
    applied_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class LanguageCorrection(LanguageClaim):
    """What somebody says about the language of a note."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="language_corrections")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["note", "before", "after", "by"], name="language_correction_once"
            )
        ]
