"""Reads of versions: the texts that one reader gets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dukou.site.bridge.choosing import Chosen, best_version
from dukou.site.bridge.models import Wish
from dukou.site.members.models import Member
from dukou.site.notes.models import Note, NoteVersion


def versions_for(
    notes: Iterable[Note], reads: Sequence[str], member: Member | None
) -> dict[int, Chosen]:
    """The best version of each note for the reader, by note id, in one query."""
    ids = [note.pk for note in notes]
    known: dict[int, list[NoteVersion]] = defaultdict(list)
    for version in NoteVersion.objects.filter(note_id__in=ids).defer("search"):
        known[version.note_id].append(version)
    return {note_id: best_version(known[note_id], reads) for note_id in ids}


def note_versions(note: Note) -> list[NoteVersion]:
    """All versions of a note, the original first."""
    return list(note.versions.defer("search").order_by("-is_source", "pk"))


def outcome_of(kind: str, text_id: int, reads: Sequence[str]) -> str:
    """How the wish for this text in the reader's languages stands; empty where nobody asked."""
    wishes = Wish.objects.filter(kind=kind, text_id=text_id, target__in=reads)
    found = wishes.order_by("-at").values_list("outcome", flat=True).first()
    return found or ""
