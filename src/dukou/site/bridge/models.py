"""What is kept of translations: the memory, the budget, and what was asked for."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dukou.site.bridge.corrections.models import Correction, CorrectionVote
from dukou.site.bridge.glossary.models import GlossaryVersion, GlossaryVote
from dukou.site.bridge.precedents.models import Precedent
from dukou.site.bridge.sides.models import Comparison
from dukou.site.bridge.words.models import SavedWord, UnknownExpression
from dukou.site.members.models import Member

__all__ = [
    "BY_MODERATORS",
    "BY_PEOPLE",
    "NO_ENGINE_FOR",
    "REFUSED",
    "REFUSED_FOR",
    "Account",
    "Comparison",
    "Correction",
    "CorrectionVote",
    "GlossaryVersion",
    "GlossaryVote",
    "Memory",
    "Outcome",
    "Precedent",
    "SavedWord",
    "Spending",
    "UnknownExpression",
    "Wish",
]

#: In the place of a `Quality`: this engine has no good translation of the text; `text` says why.
REFUSED = "refused"

#: Why, where moderators took the text out.
BY_MODERATORS = "taken out by a moderator"

#: The engine's name and version under which the memory keeps what people wrote.
BY_PEOPLE = "people (1)"


class Memory(models.Model):
    """One text that one engine has had once, never to be sent to it again."""

    digest = models.BinaryField(max_length=32, help_text="SHA-256 of the source text.")
    source = models.CharField(max_length=10)
    target = models.CharField(max_length=10)
    engine = models.CharField(max_length=60)
    glossary_version = models.PositiveIntegerField(default=0)
    text = models.TextField()
    quality = models.CharField(max_length=10)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["digest", "source", "target", "engine", "glossary_version"],
                name="translated_once",
            )
        ]


class Account(models.TextChoices):
    """What characters are counted for, besides the member or the place."""

    ALL = "", "All"
    PAID = "paid", "Engines with a key"
    AHEAD = "ahead", "Before a reader asked"


class Spending(models.Model):
    """Characters sent to engines on one day, by one member or (without one) by the place."""

    day = models.DateField()
    account = models.CharField(max_length=8, choices=Account, default=Account.ALL, blank=True)
    member = models.ForeignKey(Member, models.CASCADE, null=True, related_name="+")
    characters = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "member", "account"], nulls_distinct=False, name="spending_once"
            )
        ]


#: The operator may have installed an engine since.
NO_ENGINE_FOR = timedelta(hours=1)

#: Another engine may have been installed since.
REFUSED_FOR = timedelta(days=7)


class Outcome(models.TextChoices):
    """How a wish for a translation ended."""

    WAITING = "waiting", _("Being translated")
    DONE = "done", _("Done")
    NO_ENGINE = "no-engine", _("No engine can do this pair")
    REFUSED = "refused", _("No translation was good enough")
    FAILED = "failed", _("The engine did not answer")
    BUDGET = "budget", _("Today's translations are used up")
    NOTHING = "nothing", _("Nothing in it to translate")
    TAKEN_OUT = "taken-out", _("Taken out by moderators")


class Wish(models.Model):
    """A reader met a text in a language they do not read."""

    kind = models.CharField(max_length=10, help_text="`note` or `comment`.")
    text_id = models.BigIntegerField()
    target = models.CharField(max_length=10)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.WAITING)
    detail = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "text_id", "target"], name="wish_once")
        ]
