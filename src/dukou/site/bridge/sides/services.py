"""Comparing versions in the background."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from dukou.language.sides import Difference, Kind, differences
from dukou.site.bridge.precedents.models import Precedent
from dukou.site.bridge.precedents.services import renew
from dukou.site.bridge.sides.models import Comparison
from dukou.site.bridge.tasks import COMPARE, COMPARE_DRAFT
from dukou.site.bridge.translatable import digest_of
from dukou.site.notes.composing.fields import Fields
from dukou.site.notes.models import Draft, Note, NoteVersion, Provenance

#: A text with its language.
Side = tuple[str, str]

_BATCH = 50
_DRAFTS_KEPT = timedelta(days=7)


def compare_anew(note: Note) -> None:
    """The note was published or changed: what people wrote of it is compared in the background."""
    Comparison.objects.filter(kind="note", text_id=note.pk).delete()
    others = note.versions.filter(is_source=False).exclude(provenance=Provenance.MACHINE)
    if others.exists():
        with suppress(AlreadyEnqueued), transaction.atomic():
            app.configure_task(COMPARE, queue="language", queueing_lock=COMPARE).defer(timestamp=0)


def compare_waiting() -> int:
    """Compare every version by people that has not been compared; gives how many there were.

    Notes that nobody announced (imports, the demo) lend their translations from then on.
    """
    done = 0
    while batch := list(_waiting()[:_BATCH]):
        for version in batch:
            source = version.note.versions.get(is_source=True)
            _keep("note", version.note_id, _side(source), _side(version))
            if not Precedent.objects.filter(kind="note", text_id=version.note_id).exists():
                renew(version.note)
            done += 1
    return done


def ask_for_draft(draft: Draft) -> None:
    """Have the two versions of a draft compared, in the background."""
    lock = f"{COMPARE_DRAFT} {draft.pk}"
    with suppress(AlreadyEnqueued), transaction.atomic():
        task = app.configure_task(COMPARE_DRAFT, queue="language", queueing_lock=lock)
        task.defer(draft_id=draft.pk)


def compare_draft(draft_id: int) -> None:
    """Compare what a draft says in its two languages, as it is now."""
    draft = Draft.objects.filter(pk=draft_id).first()
    if draft is not None and (sides := sides_of_draft(draft)):
        _keep("draft", draft.pk, *sides)


def sides_of_draft(draft: Draft) -> tuple[Side, Side] | None:
    """Both texts of a draft with their languages; None unless it has two."""
    fields = Fields.kept(draft.fields).recognised()
    if not fields.body.strip() or not fields.other_body.strip():
        return None
    return (fields.lang, fields.body), (fields.other_lang, fields.other_body)


def found_in(kind: str, text_id: int, first: Side, second: Side) -> list[Difference] | None:
    """What was found between these very texts; None if they have not been compared yet."""
    row = Comparison.objects.filter(
        kind=kind, text_id=text_id, lang=second[0], digest=_digest(first, second)
    ).first()
    return None if row is None else list(_differences(row))


def forget_old(now: datetime) -> None:
    """Clear away comparisons of drafts of last week, and of notes that are gone."""
    Comparison.objects.filter(kind="draft", at__lt=now - _DRAFTS_KEPT).delete()
    notes = Note.objects.filter(pk=OuterRef("text_id"))
    Comparison.objects.filter(~Exists(notes), kind="note").delete()


def _waiting() -> QuerySet[NoteVersion]:
    compared = Comparison.objects.filter(
        kind="note", text_id=OuterRef("note_id"), lang=OuterRef("lang")
    )
    return (
        NoteVersion.objects.filter(~Exists(compared), is_source=False, stale=False)
        .exclude(provenance=Provenance.MACHINE)
        .select_related("note")
        .defer("search")
        .order_by("-note_id", "pk")
    )


def _keep(kind: str, text_id: int, first: Side, second: Side) -> None:
    found = differences(first[1], second[1], langs=(first[0], second[0]))
    rows = [[one.side, one.start, one.end, one.kind.value] for one in found]
    Comparison.objects.update_or_create(
        kind=kind,
        text_id=text_id,
        lang=second[0],
        defaults={"digest": _digest(first, second), "found": rows},
    )


def _differences(row: Comparison) -> Iterator[Difference]:
    for side, start, end, kind in row.found:
        yield Difference(side, start, end, Kind(kind))


def _side(version: NoteVersion) -> Side:
    return version.lang, version.body


def _digest(first: Side, second: Side) -> bytes:
    return digest_of("\0".join((*first, *second)))
