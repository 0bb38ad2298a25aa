"""Putting right the language that a note says it is written in."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from dukou.language import tags
from dukou.site.members.models import Language, Member
from dukou.site.notes import hooks
from dukou.site.notes.models import LanguageCorrection, Note, NoteVersion, Provenance
from dukou.site.notes.services.versions import mark_stale

#: So many readers must say the same before it is believed.
READERS_NEEDED = 2


class CorrectionRefused(Exception):
    """The language cannot be that one; `code` is `unknown`, `same` or `taken`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@transaction.atomic
def correct_language(note: Note, *, to: str, by: Member) -> bool:
    """Keep what the member says; True if it counts from now on.

    The author's and a moderator's word counts at once, and from then on readers' no longer do;
    readers' count when two say the same. Machine translations were made from the wrong language:
    those into the right one go, the others are stale. Raises CorrectionRefused.
    """
    versions = list(NoteVersion.objects.select_for_update().filter(note=note).defer("search"))
    source = next(version for version in versions if version.is_source)
    if to not in Language:
        raise CorrectionRefused("unknown")
    if to == source.lang:
        raise CorrectionRefused("same")
    if any(one.lang == to and one.provenance == Provenance.AUTHOR for one in versions):
        raise CorrectionRefused("taken")
    decides = by.pk == note.author_id or by.is_moderator
    LanguageCorrection.objects.get_or_create(
        note=note, before=source.lang, after=to, by=by, defaults={"decides": decides}
    )
    said = LanguageCorrection.objects.filter(note=note, before=source.lang, after=to)
    is_settled = LanguageCorrection.objects.filter(note=note, decides=True).exists()
    if not decides and (is_settled or said.count() < READERS_NEEDED):
        return False
    said.update(applied_at=timezone.now())
    _apply(note, source, to)
    hooks.announce(note)
    return True


def _apply(note: Note, source: NoteVersion, to: str) -> None:
    for version in note.versions.filter(provenance=Provenance.MACHINE).defer("search"):
        if tags.same_language(version.lang, to):
            version.delete()
    mark_stale(note)
    NoteVersion.objects.filter(pk=source.pk).update(lang=to)
    note.lang, note.changed_at = to, timezone.now()
    note.save(update_fields=["lang", "changed_at"])
