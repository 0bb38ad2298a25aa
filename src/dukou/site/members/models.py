"""People: accounts, what they read, whom they follow and keep away from."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.core.files.storage import default_storage
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dukou.site.ids import TimeId

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

ACTIVE_DAYS_OF_A_NEWCOMER = 60
SHOWN_LIMIT = 40

valid_name = RegexValidator(
    r"^[a-z0-9_]{2,30}\Z",
    _("Use 2 to 30 of these: small letters a to z, digits, and _."),
)


if TYPE_CHECKING:
    Manager = BaseUserManager["Member"]
else:
    Manager = BaseUserManager


class Language(models.TextChoices):
    """Home languages that a member can declare; the tags are BCP 47."""

    ZH_HANS = "zh-Hans", "简体中文"
    ZH_HANT = "zh-Hant", "繁體中文"
    EN = "en", "English"
    JA = "ja", "日本語"
    KO = "ko", "한국어"
    ES = "es", "Español"
    PT = "pt", "Português"
    FR = "fr", "Français"
    DE = "de", "Deutsch"


class Role(models.TextChoices):
    """What a member may do for the place."""

    MEMBER = "member", _("Member")
    MODERATOR = "moderator", _("Moderator")
    OPERATOR = "operator", _("Operator")


class MemberManager(Manager):
    """Makes members; used by Django's own commands and by the services."""

    def create_user(
        self, name: str, email: str, password: str | None = None, **extra: object
    ) -> Member:
        """A member with a hashed password (unusable when None)."""
        member = self.model(name=name.lower(), email=self.normalize_email(email), **extra)
        member.set_password(password)
        member.save(using=self._db)
        return member

    def get_by_natural_key(self, username: str | None) -> Member:
        """Names are compared without case."""
        return self.get(name=(username or "").lower())


class Member(AbstractBaseUser, PermissionsMixin):
    """A person with an account."""

    id = TimeId()
    name = models.CharField(max_length=30, unique=True, validators=[valid_name])
    shown = models.CharField(max_length=SHOWN_LIMIT, blank=True)
    email = models.EmailField(max_length=254)
    role = models.CharField(max_length=10, choices=Role, default=Role.MEMBER)
    home_language = models.CharField(max_length=10, choices=Language, default=Language.ZH_HANS)
    region = models.CharField(max_length=2, blank=True)
    joined_at = models.DateTimeField(db_default=Now(), editable=False)
    wave = models.CharField(
        max_length=40, blank=True, help_text="The wave this member arrived in; empty for none."
    )
    active_days = models.PositiveIntegerField(default=0)
    last_active_on = models.DateField(null=True, blank=True)
    bio = models.CharField(max_length=500, blank=True)
    bio_lang = models.CharField(max_length=10, blank=True)
    bio_other = models.CharField(max_length=500, blank=True)
    bio_other_lang = models.CharField(max_length=10, blank=True)
    avatar = models.CharField(max_length=200, blank=True, help_text="Path below the media folder.")
    interface_language = models.CharField(max_length=10, blank=True)
    theme = models.CharField(max_length=5, blank=True)
    time_zone = models.CharField(max_length=40, blank=True)
    translated_on_tap = ArrayField(
        models.CharField(max_length=10),
        default=list,
        help_text="Languages, as written until asked.",
    )
    never_translated = ArrayField(
        models.CharField(max_length=10), default=list, help_text="Languages, always as written."
    )
    shows_both = models.BooleanField(default=False, help_text="Original beside translation.")
    shows_pinyin = models.BooleanField(default=False, help_text="Over Chinese in notes.")
    dial = models.SmallIntegerField(default=0)
    reply_policy = models.CharField(max_length=10, default="everyone")
    welcomed_at = models.DateTimeField(null=True, blank=True)
    suspended = models.BooleanField(
        default=False, help_text="Kept by the services from the Suspension rows."
    )
    is_active = models.BooleanField(default=True)
    followers_count = models.PositiveIntegerField(default=0)
    following_count = models.PositiveIntegerField(default=0)
    notes_count = models.PositiveIntegerField(default=0)

    #: The languages that the member reads where they came along; else None, and they are asked for.
    languages_read: tuple[str, ...] | None = None
    #: Figures that came along with the session (`sessions.bring_along`); None: they are asked for.
    came_along: dict[str, Any] | None = None

    objects: ClassVar[MemberManager] = MemberManager()

    USERNAME_FIELD = "name"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email"]

    if TYPE_CHECKING:
        reading_languages: RelatedManager[ReadingLanguage]
        home_language_changes: RelatedManager[HomeLanguageChange]
        cohort_objections: RelatedManager[CohortObjection]
        invitations: RelatedManager[Invitation]
        suspensions: RelatedManager[Suspension]
        follows: RelatedManager[Follow]
        followed_by: RelatedManager[Follow]
        blocks: RelatedManager[Block]
        mutes: RelatedManager[Mute]

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="member_email_once"),
            models.CheckConstraint(
                condition=Q(dial__gte=-2) & Q(dial__lte=2), name="member_dial_in_range"
            ),
        ]

    def __str__(self) -> str:
        return f"@{self.name}"

    @property
    def display_name(self) -> str:
        """What others read: the chosen name, or the handle."""
        return self.shown or self.name

    @property
    def avatar_url(self) -> str:
        """The address of the member's picture; empty where they have none."""
        return default_storage.url(self.avatar) if self.avatar else ""

    @property
    def is_staff(self) -> bool:
        """Operators may open the operator's tables."""
        return self.role == Role.OPERATOR

    @property
    def is_moderator(self) -> bool:
        """Moderators and operators may open the moderation pages."""
        return self.role in (Role.MODERATOR, Role.OPERATOR)

    @property
    def arrival(self) -> str:
        """`newcomer` for 60 active days after joining in a wave, else `resident`."""
        newcomer = self.wave and self.active_days < ACTIVE_DAYS_OF_A_NEWCOMER
        return "newcomer" if newcomer else "resident"

    @property
    def cohort(self) -> str:
        """Derived, never chosen: home language, region (`-` where unsaid), `resident` or wave.

        `zh-Hans CN resident`, `en US en-2026-10`.
        """
        arrival = self.wave if self.arrival == "newcomer" else "resident"
        return f"{self.home_language} {self.region or '-'} {arrival}"

    def get_absolute_url(self) -> str:
        """The profile's address."""
        return f"/@{self.name}"


class ReadingLanguage(models.Model):
    """A language that the member reads, best first."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="reading_languages")
    lang = models.CharField(max_length=10)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["member", "lang"], name="reading_language_once")
        ]


class HomeLanguageChange(models.Model):
    """A wish to change home language; it counts 30 days later, so that nobody picks a cohort."""

    WAIT: ClassVar[timedelta] = timedelta(days=30)

    member = models.ForeignKey(Member, models.CASCADE, related_name="home_language_changes")
    lang = models.CharField(max_length=10, choices=Language)
    asked_at = models.DateTimeField(db_default=Now())
    applied_at = models.DateTimeField(null=True)

    @property
    def counts_from(self) -> object:
        """The moment from which the new language is the home language."""
        return self.asked_at + self.WAIT


class CohortObjection(models.Model):
    """A member says that the cohort they are counted in is wrong."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="cohort_objections")
    cohort = models.CharField(max_length=60, help_text="What the member objected to.")
    words = models.CharField(max_length=1000)
    asked_at = models.DateTimeField(db_default=Now())
    answer = models.CharField(max_length=1000, blank=True)
    answered_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=Q(answered_at=None), name="one_objection_at_a_time"
            )
        ]


class Relation(models.Model):
    """One member's standing wish about another, with its time."""

    at = models.DateTimeField(db_default=Now())

    class Meta:
        abstract = True


class Follow(Relation):
    """`follower` wants to see what `followed` publishes."""

    follower = models.ForeignKey(Member, models.CASCADE, related_name="follows")
    followed = models.ForeignKey(Member, models.CASCADE, related_name="followed_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["follower", "followed"], name="follow_once"),
            models.CheckConstraint(
                condition=~Q(follower=F("followed")), name="follow_someone_else"
            ),
        ]
        indexes = [models.Index(fields=["followed", "follower"], name="followers")]


class Block(Relation):
    """Neither sees the other, anywhere."""

    blocker = models.ForeignKey(Member, models.CASCADE, related_name="blocks")
    blocked = models.ForeignKey(Member, models.CASCADE, related_name="blocked_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["blocker", "blocked"], name="block_once"),
            models.CheckConstraint(condition=~Q(blocker=F("blocked")), name="block_someone_else"),
        ]
        indexes = [models.Index(fields=["blocked", "blocker"], name="blocked_by")]


class Mute(Relation):
    """`muter` does not meet `muted` in feeds, comments or notifications; `muted` never learns."""

    muter = models.ForeignKey(Member, models.CASCADE, related_name="mutes")
    muted = models.ForeignKey(Member, models.CASCADE, related_name="muted_by")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["muter", "muted"], name="mute_once")]


class Suspension(models.Model):
    """A moderator's closing of an account, with the reason that the member reads."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="suspensions")
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(max_length=1000)
    at = models.DateTimeField(db_default=Now())
    until = models.DateTimeField(null=True, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=Q(lifted_at=None), name="one_suspension_at_a_time"
            )
        ]


class ReaderKey(models.Model):
    """The random key under which a member's reading is logged; destroyed when they leave."""

    member = models.OneToOneField(Member, models.CASCADE, related_name="reader_key")
    key = models.UUIDField(default=uuid.uuid4, unique=True)


class Invitation(models.Model):
    """A code that opens sign-up once while the place is open by invitation only."""

    code = models.CharField(max_length=24, unique=True)
    by = models.ForeignKey(Member, models.CASCADE, related_name="invitations")
    made_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    used_by = models.OneToOneField(
        Member, models.SET_NULL, null=True, blank=True, related_name="invitation"
    )

    @property
    def is_open(self) -> bool:
        """Whether someone can still sign up with it."""
        return self.used_by_id is None and self.expires_at > timezone.now()


class IdempotencyKey(models.Model):
    """Remembers what a write made, so that the same request sent again makes nothing more."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    action = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    made = models.BigIntegerField(null=True, help_text="Id of the row that the write made.")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "action", "key"], name="idempotent_once")
        ]


class RateCount(models.Model):
    """How often something was tried in one window of time, for rate limits."""

    subject = models.CharField(max_length=120)
    window = models.BigIntegerField()
    count = models.PositiveIntegerField(default=0)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "window"], name="rate_once")]
