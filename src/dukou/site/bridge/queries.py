"""Reads of versions: the texts that one reader gets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dukou.site.bridge.choosing import Chosen, best_version
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
