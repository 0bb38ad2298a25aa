"""Notes as the bridge translates them: title and body together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q

from dukou.site.bridge.choosing import lesser_among
from dukou.site.bridge.keeping import keep_version
from dukou.site.bridge.queries import note_versions
from dukou.site.bridge.shown import ShownVersion
from dukou.site.bridge.translatable import Made, Source, copies
from dukou.site.members.models import Member
from dukou.site.notes.models import (
    BODY_LIMIT,
    TITLE_LIMIT,
    Audience,
    Note,
    NoteVersion,
)
from dukou.site.notes.queries import note_for
from dukou.site.text import cleaned, one_line

# English needs more than twice the characters that Chinese does.
_LONGEST_TRANSLATION = 4 * BODY_LIMIT


class NoteTexts:
    """Registered with the bridge under `note`."""

    kind = "note"
    template = "bridge/_version.html"

    def sources(self, ids: Iterable[int]) -> dict[int, Source]:
        """The notes of these ids that others may read."""
        shown = NoteVersion.objects.filter(
            note_id__in=list(ids),
            note__hidden_at=None,
            note__author__suspended=False,
            note__author__is_active=True,
        )
        known: dict[int, list[NoteVersion]] = defaultdict(list)
        for version in shown.select_related("note").defer("search"):
            known[version.note_id].append(version)
        return {note_id: _source(versions) for note_id, versions in known.items()}

    def existing(self, ids: Iterable[int]) -> set[int]:
        """Those of the ids that are there, hidden or not."""
        return set(Note.objects.filter(pk__in=list(ids)).values_list("pk", flat=True))

    def is_public(self, text_id: int) -> bool:
        """Whether the note is for everybody."""
        return Note.objects.filter(pk=text_id, audience=Audience.EVERYONE).exists()

    @transaction.atomic
    def keep(self, source: Source, *, lang: str, parts: Sequence[str], made: Made) -> bool:
        """Keep a version, unless the note was edited or deleted meanwhile."""
        title, body = parts
        texts = {
            "title": one_line(title, limit=TITLE_LIMIT),
            "body": cleaned(body, limit=_LONGEST_TRANSLATION),
        }
        own = NoteVersion.objects.filter(note_id=source.id).select_related("note")
        return keep_version(own, "note", ("title", "body"), source, lang, texts, made)

    def versions(self, viewer: Member | None, text_id: int) -> Sequence[NoteVersion]:
        """All versions, the original first, if the viewer may read the note."""
        return note_versions(note_for(viewer, text_id))

    def drop_copies(self, engines: Collection[str], *, said: str | None = None) -> None:
        """Take away the machine's versions with these labels; where there is no body, its title is
        what a note says."""
        just_this = Q() if said is None else Q(body=said) | Q(body="", title=said)
        copies(NoteVersion.objects.all(), engines).filter(just_this).delete()

    def address(self, text_id: int, show: str) -> str:
        """The note's own page in this version."""
        note = Note.objects.select_related("author").get(pk=text_id)
        return f"{note.get_absolute_url()}?show={show}"

    def context(self, text_id: int, version: ShownVersion) -> dict[str, Any]:
        """The version alone."""
        return {"version": version}


def _source(versions: Sequence[NoteVersion]) -> Source:
    own = next(version for version in versions if version.is_source)
    return Source(
        kind=NoteTexts.kind,
        id=own.note_id,
        author_id=own.note.author_id,
        lang=own.lang,
        parts=(own.title, own.body),
        is_public=own.note.audience == Audience.EVERYONE,
        fresh=frozenset(version.lang for version in versions if not version.stale),
        lesser=lesser_among(versions),
    )
