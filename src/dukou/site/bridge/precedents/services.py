"""Keeping what people translated, giving it vectors in the background, forgetting it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from contextlib import suppress

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from dukou.language.check import is_too_far
from dukou.language.near import folded_vectors
from dukou.language.scripts import to_script
from dukou.language.tags import same_language
from dukou.language.vectors import SPACE
from dukou.site.bridge import memory
from dukou.site.bridge.choosing import target_of
from dukou.site.bridge.precedents.models import Precedent
from dukou.site.bridge.tasks import PLACE
from dukou.site.bridge.translatable import Source, translatable
from dukou.site.notes.models import Note, Provenance
from dukou.site.notes.vectors import stored

_BATCH = 64
_LOOKED_THROUGH = 500


@transaction.atomic
def keep_translation(source: Source, lang: str, parts: Sequence[str], *, provenance: str) -> None:
    """Keep what people made of a public text, for texts that are nearly the same."""
    if not source.is_public or same_language(source.lang, lang):
        return
    target = target_of(lang)
    for part, (text, said) in enumerate(zip(source.parts, parts, strict=True)):
        rows = Precedent.objects.filter(
            kind=source.kind, text_id=source.id, part=part, target=target
        )
        rows.delete()
        if text.strip() and said.strip():
            Precedent.objects.create(
                kind=source.kind,
                text_id=source.id,
                part=part,
                source=source.lang,
                target=target,
                text=text,
                translation=to_script(said, target),
                provenance=provenance,
            )
    _ask_for_vectors()


@transaction.atomic
def renew(note: Note) -> None:
    """Read a note's precedents anew: it was published, or changed."""
    forget("note", [note.pk])
    source = translatable("note").sources([note.pk]).get(note.pk)
    if source is None or not source.is_public:
        return
    versions = note.versions.filter(stale=False, is_source=False).defer("search")
    # The community's last: what was accepted as better counts.
    for version in versions.exclude(provenance=Provenance.MACHINE).order_by("provenance"):
        said = (version.title, version.body)
        keep_translation(source, version.lang, said, provenance=version.provenance)


def forget(kind: str, text_ids: Collection[int], *, lang: str = "") -> None:
    """These texts lend their translations, or that into one language, no longer."""
    rows = Precedent.objects.filter(kind=kind, text_id__in=text_ids)
    (rows.filter(target=target_of(lang)) if lang else rows).delete()


def place_waiting() -> None:
    """Give vectors to what has none; an author's version that says something else goes.

    Authors may write for each side as they like. What they made of the very same words elsewhere
    is remembered only if it speaks of the same. Safe to run twice.
    """
    while waiting := list(Precedent.objects.filter(numbers=None).order_by("pk")[:_BATCH]):
        groups: dict[tuple[str, int, str], list[Precedent]] = defaultdict(list)
        for row in waiting:
            groups[row.kind, row.text_id, row.target].append(row)
        for (kind, text_id, _), rows in groups.items():
            _place(translatable(kind).sources([text_id]).get(text_id), rows)


def forget_gone() -> None:
    """Take out what lost its text, or whose text says something else or is public no more."""
    last = 0
    while rows := list(
        Precedent.objects.filter(pk__gt=last).order_by("pk").defer("numbers")[:_LOOKED_THROUGH]
    ):
        last = rows[-1].pk
        standing = standing_among(rows)
        gone = [row.pk for row in rows if row.pk not in standing]
        Precedent.objects.filter(pk__in=gone).delete()


def standing_among(rows: Sequence[Precedent]) -> set[int]:
    """Ids of those whose texts everybody may read and still say the same."""
    by_kind: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        by_kind[row.kind].add(row.text_id)
    sources = {kind: translatable(kind).sources(ids) for kind, ids in by_kind.items()}
    return {row.pk for row in rows if _stands(row, sources[row.kind].get(row.text_id))}


def _stands(row: Precedent, source: Source | None) -> bool:
    return source is not None and source.is_public and source.parts[row.part] == row.text


def _place(source: Source | None, rows: list[Precedent]) -> None:
    ids = [row.pk for row in rows]
    if source is None or not all(_stands(row, source) and _is_sound(row) for row in rows):
        Precedent.objects.filter(pk__in=ids).delete()
        return
    made = folded_vectors([row.text for row in rows], source.lang)
    now = timezone.now()
    for row, numbers in zip(rows, made, strict=True):
        # Unless it was written anew meanwhile.
        Precedent.objects.filter(pk=row.pk, translation=row.translation, text=row.text).update(
            numbers=stored(numbers), space=SPACE, made_at=now
        )
    if rows[0].provenance == Provenance.AUTHOR:
        said = {row.part: row.translation for row in rows}
        parts = [said.get(part, "") for part in range(len(source.parts))]
        memory.remember_wording(source, rows[0].target, parts)


def _is_sound(row: Precedent) -> bool:
    return row.provenance == Provenance.COMMUNITY or not is_too_far(
        row.text, row.translation, source=row.source, target=row.target
    )


def _ask_for_vectors() -> None:
    with suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(PLACE, queue="language", queueing_lock=PLACE).defer(timestamp=0)
