"""Putting right the language that a text says it is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from dukou.language import tags
from dukou.site.members.models import Language, Member
from dukou.site.notes import hooks
from dukou.site.notes.models import LanguageClaim, Note, NoteVersion, Provenance, TextVersion
from dukou.site.notes.services.versions import mark_stale

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

#: So many readers must say the same before it is believed.
READERS_NEEDED = 2

C = TypeVar("C", bound=LanguageClaim)
V = TypeVar("V", bound=TextVersion)


class CorrectionRefused(Exception):
    """The language cannot be that one; `code` is `unknown`, `same` or `taken`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@transaction.atomic
def correct_language(note: Note, *, to: str, by: Member) -> bool:
    """Keep what the member says of a note; True if it counts from now on. As `put_right`."""
    versions = NoteVersion.everything.filter(note=note).defer("search")
    claims = note.language_corrections
    if not put_right(versions, claims, to=to, by=by, author_id=note.author_id):
        return False
    note.lang, note.changed_at = to, timezone.now()
    note.save(update_fields=["lang", "changed_at"])
    hooks.announce(note)
    return True


@transaction.atomic
def put_right(
    versions: QuerySet[V], claims: RelatedManager[C], *, to: str, by: Member, author_id: int
) -> bool:
    """Keep what the member says of a text's language; True if it counts from now on.

    `versions` are all of the text, `claims` what is said of it. The author's and a moderator's word
    counts at once, and from then on readers' no longer do; readers' count when two say the same.
    Machine translations were made from the wrong language: those into the right one go, the others
    are stale. Raises CorrectionRefused, and Http404 where the text is gone.
    """
    standing = list(versions.filter(taken_out_at=None).select_for_update())
    source = next((version for version in standing if version.is_source), None)
    if source is None:
        raise Http404
    if refusal := _refusal(standing, source, to):
        raise CorrectionRefused(refusal)
    decides = by.pk == author_id or by.is_moderator
    claims.get_or_create(before=source.lang, after=to, by=by, defaults={"decides": decides})
    said = claims.filter(before=source.lang, after=to)
    is_settled = claims.filter(decides=True).exists()
    if not decides and (is_settled or said.count() < READERS_NEEDED):
        return False
    said.update(applied_at=timezone.now())
    _retell(versions, standing, source, to)
    return True


def _refusal(standing: list[V], source: V, to: str) -> str:
    """Why the text cannot be in that language; empty where it can."""
    if to not in Language:
        return "unknown"
    if to == source.lang:
        return "same"
    author = Provenance.AUTHOR
    return "taken" if any(v.lang == to and v.provenance == author for v in standing) else ""


def _retell(versions: QuerySet[V], standing: list[V], source: V, to: str) -> None:
    """The text is in that language, and what was made of it is of the wrong one."""
    for version in standing:
        if version.provenance == Provenance.MACHINE and tags.same_language(version.lang, to):
            version.delete()
    mark_stale(versions)
    versions.filter(pk=source.pk).update(lang=to)
