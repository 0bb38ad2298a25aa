"""A text with the translation that people made of it."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dukou.site.notes.models import Provenance


class Precedent(models.Model):
    """One part (title or body) of a public text, what people made of it, and its vector.

    It is gone when its text says something else, or is not for everybody any more.
    """

    kind = models.CharField(max_length=10, help_text="`note` or `comment`.")
    text_id = models.BigIntegerField()
    part = models.PositiveSmallIntegerField(help_text="Of a note: 0 is the title, 1 the body.")
    source = models.CharField(max_length=10)
    target = models.CharField(max_length=10)
    text = models.TextField()
    translation = models.TextField()
    provenance = models.CharField(max_length=10, choices=Provenance)
    space = models.CharField(max_length=40, blank=True)
    numbers = models.BinaryField(null=True, help_text="Half-precision floats, little-endian.")
    at = models.DateTimeField(db_default=Now())
    made_at = models.DateTimeField(null=True, db_index=True, help_text="When it got its vector.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "text_id", "part", "target"], name="precedent_once"
            )
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(numbers=None), name="precedents_to_place"),
            HashIndex(fields=["text"], name="precedents_by_text"),
        ]
