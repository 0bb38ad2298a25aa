"""Reads of versions: the texts that one reader gets."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Func, OuterRef, Q, Subquery, TextField
from django.db.models.functions import Cast, JSONArray, Left
from django.utils import timezone

from dukou.language.tags import can_read
from dukou.site.bridge.choosing import Chosen, best_version, is_lesser, target_of
from dukou.site.bridge.models import NO_ENGINE_FOR, REFUSED_FOR, Outcome, Wish
from dukou.site.members.models import Member
from dukou.site.notes.models import Note, NoteVersion
from dukou.site.statements import Statement

OPENING = 300


def versions_for(
    notes: Iterable[Note], reads: Sequence[str], member: Member | None
) -> dict[int, Chosen]:
    """The best version of each note for the reader, by note id, in one query."""
    ids = [note.pk for note in notes]
    known: dict[int, list[NoteVersion]] = defaultdict(list)
    for version in NoteVersion.objects.filter(note_id__in=ids).defer("search"):
        known[version.note_id].append(version)
    return {note_id: best_version(known[note_id], reads) for note_id in ids}


class Opening(NamedTuple):
    """A version with the beginning of its body."""

    lang: str
    title: str
    body: str
    provenance: str
    is_source: bool
    engine: str
    quality: str
    stale: bool


def openings(note: str) -> Subquery:
    """Of the note in the column `note` all versions with no more of the bodies than a card can
    show, as JSON; for `opening_for`."""
    columns = JSONArray(
        *("lang", "title", Left("body", OPENING)),
        *("provenance", "is_source", "engine", "quality", "stale"),
    )
    versions = NoteVersion.objects.filter(note=OuterRef(note))
    together = Func(columns, function="json_agg", output_field=TextField())
    return Subquery(versions.values_list(Cast(together, TextField())))


@lru_cache(maxsize=4096)
def opening_for(versions: str, reads: tuple[str, ...]) -> Chosen:
    """What `versions_for` gives, from what `openings` gives. The same JSON always means the same,
    so the latest are kept."""
    return best_version([Opening(*version) for version in json.loads(versions)], reads)


_KNOWN_IN = Statement(
    lambda notes: NoteVersion.objects.filter(note__among=notes).values_list(
        *("note_id", "lang", "is_source", "stale", "quality")
    ),
    "notes",
)


def unreadable_among(
    note_ids: Sequence[int], reads: Sequence[str], *, without_lesser: bool = False
) -> list[int]:
    """Those of the notes of which no version that is up to date is in a language of `reads`;
    `without_lesser` counts near matches and rough drafts for nothing."""
    rows = _KNOWN_IN.rows(notes=list(note_ids))
    readable = {
        note_id
        for note_id, lang, is_source, stale, quality in rows
        if (is_source or not (stale or (without_lesser and is_lesser(quality))))
        and can_read(reads, lang)
    }
    return sorted({note_id for note_id, *_ in rows} - readable)


def note_versions(note: Note) -> list[NoteVersion]:
    """All versions of a note, the original first."""
    return list(note.versions.defer("search").select_related("by").order_by("-is_source", "pk"))


def outcomes_of(kind: str, ids: Sequence[int], reads: Sequence[str]) -> dict[int, str]:
    """How the latest wish for each text in the reader's languages stands, in one query.

    Texts that nobody asked for are left out.
    """
    targets = {target_of(lang) for lang in reads}
    now = timezone.now()
    outdated = Q(outcome=Outcome.NO_ENGINE, ended_at__lt=now - NO_ENGINE_FOR)
    outdated |= Q(outcome=Outcome.REFUSED, ended_at__lt=now - REFUSED_FOR)
    wishes = Wish.objects.filter(~outdated, kind=kind, text_id__in=ids, target__in=targets)
    return dict(wishes.order_by("at").values_list("text_id", "outcome"))
