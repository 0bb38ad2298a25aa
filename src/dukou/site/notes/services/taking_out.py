"""Taking a version of a text out of everyone's sight, and putting it back."""

from __future__ import annotations

from typing import TypeVar

from django.db import models, transaction
from django.utils import timezone

from dukou.site.notes.models import Provenance, TextVersion

V = TypeVar("V", bound=TextVersion)


class VersionStands(Exception):
    """Another version of the same kind stands where this one would go back."""


@transaction.atomic
def take_out_version(version: TextVersion) -> None:
    """A moderator has decided so; whoever reads the text gets another version, or the original."""
    version.taken_out_at = timezone.now()
    version.save(update_fields=["taken_out_at"])


@transaction.atomic
def put_back_version(version: TextVersion, *, among: models.QuerySet[V]) -> None:
    """The decision was undone; `among` are the versions of the same text that stand.

    What its original says now may be something else: then it comes back as stale (`mark_stale`),
    and an author's own, which an edit replaces, not at all. Raises VersionStands then, and where a
    newer one stands in its place.
    """
    same = among.filter(lang=version.lang, provenance=version.provenance)
    if same.exists() or (version.stale and version.provenance == Provenance.AUTHOR):
        raise VersionStands
    version.taken_out_at = None
    version.save(update_fields=["taken_out_at"])
