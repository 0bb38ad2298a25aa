"""Waves: a surge of sign-ups from one cohort."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class Wave(models.Model):
    """A significant surge of sign-ups from one cohort."""

    key = models.CharField(max_length=40, unique=True)
    home_language = models.CharField(max_length=10)
    region = models.CharField(max_length=2, blank=True)
    started_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True, blank=True)
