"""Versions of a note in other languages, and their search documents."""

from __future__ import annotations

from django.contrib.postgres.search import SearchVector
from django.db import transaction
from django.db.models import Value

from dukou.language.segment import document_parts
from dukou.site.members.models import Member
from dukou.site.notes.models import Note, NoteVersion, Provenance


@transaction.atomic
def store_version(
    note: Note,
    *,
    lang: str,
    title: str,
    body: str,
    provenance: str,
    is_source: bool = False,
    engine: str = "",
    quality: str = "",
    by: Member | None = None,
) -> NoteVersion:
    """Keep the note's text in a language; a newer text of the same provenance replaces it."""
    version, _ = NoteVersion.objects.update_or_create(
        note=note,
        lang=lang,
        provenance=provenance,
        defaults={
            "title": title,
            "body": body,
            "is_source": is_source,
            "engine": engine,
            "quality": quality,
            "by": by,
            "stale": False,
        },
    )
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


def mark_stale(note: Note) -> None:
    """The source has changed: what others made of the old text is out of date."""
    note.versions.exclude(provenance=Provenance.AUTHOR).update(stale=True)
