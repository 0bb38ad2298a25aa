"""Notes, their versions in several languages, their pictures and topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dukou.site.ids import TimeId
from dukou.site.members.models import Member

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

TITLE_LIMIT = 100
BODY_LIMIT = 5000
PICTURES_LIMIT = 18
ALT_LIMIT = 1000


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


class Provenance(models.TextChoices):
    """Who wrote a version of a text."""

    AUTHOR = "author", _("the author")
    COMMUNITY = "community", _("the community")
    MACHINE = "machine", _("a machine")


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
    published_at = models.DateTimeField(db_default=Now())
    edited_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(
        db_default=Now(), help_text="Last change that the live index must learn of."
    )
    hidden_at = models.DateTimeField(
        null=True, blank=True, help_text="Kept by the services from moderators' decisions."
    )
    topics = models.ManyToManyField(Topic, related_name="notes", blank=True)
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


class Mention(models.Model):
    """A member named in a note."""

    note = models.ForeignKey(Note, models.CASCADE, related_name="mentions")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["note", "member"], name="mention_once")]


class EventKind(models.TextChoices):
    """What a reader can do with a note."""

    OPEN = "open", _("opened")
    DWELL = "dwell", _("read")
    LIKE = "like", _("liked")
    UNLIKE = "unlike", _("took the like back")
    SAVE = "save", _("saved")
    UNSAVE = "unsave", _("took the save back")
    COMMENT = "comment", _("commented")
    FOLLOW = "follow", _("followed the author")
    NOT_FOR_ME = "not-for-me", _("not for me")


class Event(models.Model):
    """Something a reader did with a note. The table is partitioned by day.

    `page_id` and `slot` say from which served slot, where that is known.
    """

    id = TimeId()
    at = models.DateTimeField(db_default=Now())
    reader_key = models.UUIDField(null=True)
    kind = models.CharField(max_length=12, choices=EventKind)
    note_id = models.BigIntegerField()
    page_id = models.BigIntegerField(null=True)
    slot = models.SmallIntegerField(null=True)

    class Meta:
        managed = False  # made by migration 0002: Django cannot write PARTITION BY
        db_table = "notes_event"
