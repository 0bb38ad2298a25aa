"""Notes and their topics, and what is remembered of notes that went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dukou.site.ids import TimeId
from dukou.site.members.models import Member

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from dukou.site.notes.models.media import Media
    from dukou.site.notes.models.texts import LanguageCorrection, NoteEdit, NoteVersion


class Kind(models.TextChoices):
    """What leads a note."""

    PICTURES = "pictures", _("Pictures")
    CARD = "card", _("Text card")


class Design(models.TextChoices):
    """The designs of a text card."""

    LETTER = "letter", _("Letter")
    STICKY = "sticky", _("Sticky note")
    CHALKBOARD = "chalkboard", _("Chalkboard")
    SUBTITLE = "subtitle", _("Subtitle")
    TICKET = "ticket", _("Ticket")
    INK = "ink", _("Ink wash")


class Audience(models.TextChoices):
    """Who may read a note."""

    EVERYONE = "everyone", _("Everyone")
    FOLLOWERS = "followers", _("My followers")
    ME = "me", _("Only me")


class ReplyPolicy(models.TextChoices):
    """Who may comment."""

    EVERYONE = "everyone", _("Everyone")
    FOLLOWERS = "followers", _("My followers")
    FOLLOWED = "followed", _("People I follow")
    NOBODY = "nobody", _("Nobody")


class Topic(models.Model):
    """A subject, one for all its names: #猫税 and #cattax are the same topic."""

    slug = models.CharField(max_length=60, unique=True)
    is_interest = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    if TYPE_CHECKING:
        names: RelatedManager[TopicName]

    def __str__(self) -> str:
        return self.slug


class TopicName(models.Model):
    """A name of a topic in a language (`und` where nobody said)."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="names")
    name = models.CharField(max_length=60)
    normalized = models.CharField(max_length=60, unique=True)
    lang = models.CharField(max_length=10, default="und")


class Note(models.Model):
    """One publication of a member."""

    id = TimeId()
    author = models.ForeignKey(Member, models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=10, choices=Kind)
    design = models.CharField(max_length=12, choices=Design, blank=True)
    lang = models.CharField(max_length=10, help_text="Language of the original.")
    audience = models.CharField(max_length=10, choices=Audience, default=Audience.EVERYONE)
    reply_policy = models.CharField(
        max_length=10, choices=ReplyPolicy, default=ReplyPolicy.EVERYONE
    )
    place = models.CharField(max_length=80, blank=True)
    sensitive = models.BooleanField(default=False)
    origin = models.CharField(max_length=60, help_text="Cohort of the author at publication.")
    ordinal = models.PositiveIntegerField(help_text="1 for the author's first note, and so on.")
    near_copy_of = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="near_copies"
    )
    text_print = models.BigIntegerField(
        null=True, help_text="The same for texts that say the same letter by letter; cards only."
    )
    published_at = models.DateTimeField(db_default=Now())
    edited_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(
        db_default=Now(), help_text="Last change that the live index must learn of."
    )
    hidden_at = models.DateTimeField(
        null=True, blank=True, help_text="Kept by the services from moderators' decisions."
    )
    topics = models.ManyToManyField(Topic, related_name="notes", blank=True)
    left_topics = models.ManyToManyField(
        Topic,
        related_name="+",
        blank=True,
        help_text="That it had before an edit: Explore goes on matching it by them.",
    )
    likes_count = models.PositiveIntegerField(default=0)
    saves_count = models.PositiveIntegerField(default=0)
    comments_count = models.PositiveIntegerField(default=0)

    if TYPE_CHECKING:
        versions: RelatedManager[NoteVersion]
        media: RelatedManager[Media]
        edits: RelatedManager[NoteEdit]
        language_corrections: RelatedManager[LanguageCorrection]

    class Meta:
        indexes = [
            models.Index(fields=["author", "-id"], name="notes_of_author"),
            models.Index(
                fields=["-id"],
                condition=Q(audience="everyone", hidden_at=None),
                name="latest_public_notes",
            ),
            models.Index(fields=["changed_at"], name="notes_changed"),
            models.Index(
                fields=["text_print"],
                condition=Q(text_print__isnull=False),
                name="notes_of_one_text",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="card", design__gt="") | Q(kind="pictures", design=""),
                name="cards_have_a_design",
            )
        ]

    def get_absolute_url(self) -> str:
        """The note's address; needs the author to be loaded."""
        return f"/@{self.author.name}/{self.pk}"


class FormerNote(models.Model):
    """What is remembered for some days of a public note that its author deleted or keeps to a few
    now: it counts in their day, and whoever saw it has seen what shows or says the same."""

    note_id = models.BigIntegerField(primary_key=True)
    author = models.ForeignKey(Member, models.CASCADE, related_name="former_notes")
    published_at = models.DateTimeField(help_text="When it or what it came back from first was.")
    gone_at = models.DateTimeField(db_default=Now())
    text_print = models.BigIntegerField(null=True, help_text="As `Note.text_print`.")
    picture_print = models.BigIntegerField(null=True, help_text="Of its first picture.")
    topic_ids = ArrayField(models.BigIntegerField(), default=list)
    again_id = models.BigIntegerField(
        default=0, db_index=True, help_text="The first note that shows or says the same since."
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["text_print"],
                condition=Q(text_print__isnull=False),
                name="former_notes_of_one_text",
            ),
            models.Index(
                fields=["picture_print"],
                condition=Q(picture_print__isnull=False),
                name="former_notes_of_one_picture",
            ),
        ]


class Mention(models.Model):
    """A member named in a note."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="mentions")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["note", "member"], name="mention_once")]
