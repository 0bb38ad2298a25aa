"""What members propose for the glossary, and how they vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dukou.site.members.models import Member

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


#: As long as the reason of any decision of moderators, since their log keeps it too.
REASON_LIMIT = 1000


class Side(models.TextChoices):
    """The two social worlds that the glossary explains to each other, by language."""

    ZH = "zh", _("the Chinese side")
    EN = "en", _("the English side")


class Kind(models.TextChoices):
    """What sort of expression it is."""

    SLANG = "slang", _("Slang")
    MEME = "meme", _("Meme")
    CUSTOM = "custom", _("Custom")
    TERM = "term", _("Term")
    NAME = "name", _("Proper name")


class Tone(models.TextChoices):
    """How it sounds."""

    WARM = "warm", _("Warm")
    PLAYFUL = "playful", _("Playful")
    NEUTRAL = "neutral", _("Neutral")
    IRONIC = "ironic", _("Ironic")
    SHARP = "sharp", _("Sharp")
    RUDE = "rude", _("Rude")


class State(models.TextChoices):
    """How a version stands."""

    WAITING = "waiting", _("Waiting for votes")
    ACCEPTED = "accepted", _("Accepted")
    REFUSED = "refused", _("Voted down")
    WITHDRAWN = "withdrawn", _("Taken out by a moderator")
    RETURNED = "returned", _("Put back by a moderator")


class GlossaryVersion(models.Model):
    """One wording of an entry; the newest accepted one of a key is what readers see.

    With `explains` it explains the entry in that language, to people who are at home in it; its
    `meaning`, `example` and `avoid` hold that language alone. A `shipped` one says what moderators
    decided about an entry that came with Dukou.
    """

    language = models.CharField(max_length=2, choices=Side)
    key = models.CharField(max_length=60, help_text="The term as it is compared.")
    term = models.CharField(max_length=60)
    spellings = models.JSONField(default=list)
    kind = models.CharField(max_length=10, choices=Kind)
    tone = models.CharField(max_length=10, choices=Tone)
    rendering = models.CharField(max_length=80)
    pinned = models.BooleanField(default=False)
    everyday = models.BooleanField(default=False)
    explains = models.CharField(
        max_length=10, blank=True, help_text="A further language; empty for Chinese and English."
    )
    shipped = models.BooleanField(default=False)
    counted = models.BooleanField(default=False, help_text="Readers have had it as an entry.")
    meaning = models.JSONField(help_text="By language.")
    example = models.JSONField(help_text="By language.")
    avoid = models.JSONField(default=dict, help_text="By language; empty where nobody minds.")
    why = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(db_default=Now())
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Member, models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=REASON_LIMIT, blank=True)
    returned_by = models.ForeignKey(
        Member, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    returned_reason = models.CharField(max_length=REASON_LIMIT, blank=True)

    if TYPE_CHECKING:
        votes: RelatedManager[GlossaryVote]

    class Meta:
        indexes = [models.Index(fields=["language", "key", "-id"], name="glossary_by_key")]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "key", "explains"],
                condition=Q(state="waiting"),
                name="one_proposal_at_a_time",
            )
        ]

    @property
    def is_kept_from_readers(self) -> bool:
        """Whether moderators took it out before it ever counted: only they and its writer read
        what it said."""
        is_out = self.state == State.WITHDRAWN
        return is_out and not self.counted and not self.shipped


class GlossaryVote(models.Model):
    """A member's word on a version; the side is their home language when they voted."""

    version = models.ForeignKey(GlossaryVersion, models.CASCADE, related_name="votes")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    side = models.CharField(max_length=10, blank=True)
    agrees = models.BooleanField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "member"], name="one_glossary_vote")
        ]
