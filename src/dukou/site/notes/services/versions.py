"""Versions of a text in other languages, and the search documents of a note's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, TypeVar

from django.contrib.postgres.search import SearchVector
from django.db import transaction
from django.db.models import Q, QuerySet, Value

from dukou.language.segment import document_parts
from dukou.site.members.models import Member
from dukou.site.notes.models import NoteVersion, Provenance, TextVersion

T = TypeVar("T", bound=TextVersion)
V = TypeVar("V", bound=TextVersion, covariant=True)


class Versions(Protocol[V]):
    """The versions of one text."""

    def update_or_create(self, *, defaults: Mapping[str, Any], **named: Any) -> tuple[V, bool]:
        """The version that is so named, with these fields."""


class Versioned(Protocol[V]):
    """What has versions: a note, a comment."""

    @property
    def versions(self) -> Versions[V]:
        """All of them."""


@transaction.atomic
def store_version(
    of: Versioned[V],
    *,
    lang: str,
    provenance: str,
    is_source: bool = False,
    engine: str = "",
    quality: str = "",
    by: Member | None = None,
    **texts: str,
) -> V:
    """Keep the `body` of a note or comment, and the `title` of a note, in a language.

    A newer text of the same provenance replaces it; search finds a note by it.
    """
    about = {"is_source": is_source, "engine": engine, "quality": quality, "by": by}
    fields = {**texts, **about, "stale": False}
    version, _ = of.versions.update_or_create(defaults=fields, lang=lang, provenance=provenance)
    if isinstance(version, NoteVersion):
        index_version(version)
    return version


def index_version(version: NoteVersion) -> None:
    """Write the version's search document: Chinese by words, folded to Simplified; other
    languages by English stems."""
    title_words, title_latin = document_parts(version.title)
    body_words, body_latin = document_parts(version.body)
    vector = (
        SearchVector(Value(" ".join(title_words)), config="simple", weight="A")
        + SearchVector(Value(title_latin), config="english", weight="A")
        + SearchVector(Value(" ".join(body_words)), config="simple", weight="B")
        + SearchVector(Value(body_latin), config="english", weight="B")
    )
    NoteVersion.objects.filter(pk=version.pk).update(search=vector)


def mark_stale(versions: QuerySet[T]) -> None:
    """The source has changed: of all versions of the text, what others made of the old one is out
    of date, and everything that moderators took out, should it come back."""
    replaced = Q(provenance=Provenance.AUTHOR, taken_out_at=None)
    versions.filter(~replaced).update(stale=True)
