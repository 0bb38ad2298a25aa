"""What comparing two versions of a text found."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class Comparison(models.Model):
    """The sentences of an original and of a version that differ; of these two texts only."""

    kind = models.CharField(max_length=10, help_text="`note` or `draft`.")
    text_id = models.BigIntegerField()
    lang = models.CharField(max_length=10, help_text="Of the version that is not the original.")
    digest = models.BinaryField(max_length=32, help_text="Of both texts.")
    found = models.JSONField(help_text="Lists of side, start, end, kind.")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "text_id", "lang"], name="compared_once")
        ]
