"""Words that members keep, and expressions that nobody here could explain to them."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now

from dukou.site.members.models import Member

WORD_LIMIT = 60


class SavedWord(models.Model):
    """A word on a member's own list, as it was explained when they kept it.

    `kind` and `text_id` say where it was met: a note's or comment's id, which may be gone since.
    """

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    language = models.CharField(max_length=2)
    key = models.CharField(max_length=WORD_LIMIT, help_text="The word as it is listed.")
    word = models.CharField(max_length=WORD_LIMIT, help_text="The word as it stood in the text.")
    reading = models.CharField(max_length=120, blank=True)
    meaning = models.CharField(max_length=300)
    kind = models.CharField(max_length=10)
    text_id = models.BigIntegerField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "language", "key"], name="word_saved_once")
        ]


class UnknownExpression(models.Model):
    """A member looked up an expression in a public text, and nothing here knew it."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    language = models.CharField(max_length=2)
    key = models.CharField(max_length=WORD_LIMIT)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["language", "key", "member"], name="unknown_once_a_member"
            )
        ]
