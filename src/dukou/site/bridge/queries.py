"""Reads of versions: the texts that one reader gets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q
from django.utils import timezone

from dukou.site.bridge.choosing import Chosen, best_version, target_of
from dukou.site.bridge.models import NO_ENGINE_FOR, Outcome, Wish
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


def outcomes_of(kind: str, ids: Sequence[int], reads: Sequence[str]) -> dict[int, str]:
    """How the latest wish for each text in the reader's languages stands, in one query.

    Texts that nobody asked for are left out.
    """
    targets = {target_of(lang) for lang in reads}
    outdated = Q(outcome=Outcome.NO_ENGINE, ended_at__lt=timezone.now() - NO_ENGINE_FOR)
    wishes = Wish.objects.filter(~outdated, kind=kind, text_id__in=ids, target__in=targets)
    return dict(wishes.order_by("at").values_list("text_id", "outcome"))
