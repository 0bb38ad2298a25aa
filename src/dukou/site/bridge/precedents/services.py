"""Keeping what people translated, giving it vectors in the background, forgetting it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from contextlib import suppress

from django.db import connection, transaction
from django.db.models import QuerySet
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
from dukou.site.bridge.precedents.standing import gone_among, stands
from dukou.site.bridge.tasks import PLACE
from dukou.site.bridge.translatable import Source, translatable
from dukou.site.notes.models import Note, Provenance
from dukou.site.notes.vectors import stored

_BATCH = 64
_LOOKED_THROUGH = 500
_LENT = ("text", "source", "target", "translation")


@transaction.atomic
def keep_translation(source: Source, lang: str, parts: Sequence[str], *, provenance: str) -> None:
    """Keep what people made of a public text, for texts that are nearly the same."""
    if source.is_public:
        _one_at_a_time(source.kind, source.id)
        held = Precedent.objects.filter(kind=source.kind, text_id=source.id, target=target_of(lang))
        _replace(held, _lent(source, lang, parts, provenance))


@transaction.atomic
def renew(note: Note) -> None:
    """Read a note's precedents anew: it was published, or changed. What stands as it was stays."""
    _one_at_a_time("note", note.pk)
    source = translatable("note").sources([note.pk]).get(note.pk)
    wanted: dict[tuple[int, str], Precedent] = {}
    if source is not None and source.is_public:
        # The community's last: what was accepted as better counts.
        versions = note.versions.filter(stale=False, is_source=False).defer("search")
        for version in versions.exclude(provenance=Provenance.MACHINE).order_by("provenance", "pk"):
            said = (version.title, version.body)
            for row in _lent(source, version.lang, said, version.provenance):
                wanted[row.part, row.target] = row
    _replace(Precedent.objects.filter(kind="note", text_id=note.pk), list(wanted.values()))


@transaction.atomic
def lend_again(kind: str, text_id: int) -> None:
    """A public text is shown again: what people made of it serves others as before."""
    source = translatable(kind).sources([text_id]).get(text_id)
    if source is None or not source.is_public:
        return
    versions = translatable(kind).versions(None, text_id)
    # One for each target, the same as in `renew`: nothing may be replaced on the way.
    by_people = {
        target_of(version.lang): version
        for version in sorted(versions, key=lambda version: (version.provenance, version.pk))
        if version.provenance != Provenance.MACHINE and not (version.is_source or version.stale)
    }
    for version in by_people.values():
        parts = [getattr(version, "title", ""), version.body][-len(source.parts) :]
        keep_translation(source, version.lang, parts, provenance=version.provenance)


@transaction.atomic
def forget(kind: str, text_ids: Collection[int], *, lang: str = "") -> None:
    """These texts lend their translations, or that into one language, no longer."""
    rows = Precedent.objects.filter(kind=kind, text_id__in=text_ids)
    _let_go(rows.filter(target=target_of(lang)) if lang else rows)


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
        _let_go(Precedent.objects.filter(pk__in=gone_among(rows)))


def _lent(source: Source, lang: str, parts: Sequence[str], provenance: str) -> list[Precedent]:
    if same_language(source.lang, lang):
        return []
    target = target_of(lang)
    return [
        Precedent(
            kind=source.kind,
            text_id=source.id,
            part=part,
            source=source.lang,
            target=target,
            text=text,
            translation=to_script(said, target),
            provenance=provenance,
        )
        for part, (text, said) in enumerate(zip(source.parts, parts, strict=True))
        if text.strip() and said.strip()
    ]


def _replace(held: QuerySet[Precedent], wanted: Sequence[Precedent]) -> None:
    """Only what has changed: versions elsewhere name the precedent that they were made from, and
    what moderators took out is known by that name too."""
    said = {_said(row) for row in wanted}
    known = {_said(row): row.pk for row in held.defer("numbers")}
    new = [row for row in wanted if _said(row) not in known]
    gone = [pk for one, pk in known.items() if one not in said]
    _let_go(Precedent.objects.filter(pk__in=gone))
    Precedent.objects.bulk_create(new)
    if new:
        _ask_for_vectors()


def _one_at_a_time(kind: str, text_id: int) -> None:
    """Have this transaction wait for others that read what the same text lends: whoever finds no
    rows has none to lock, and several would write the same ones."""
    with connection.cursor() as cursor:
        text = f"precedents of {kind} {text_id}"
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [text])


def _said(row: Precedent) -> tuple[object, ...]:
    return row.part, row.source, row.target, row.text, row.translation, row.provenance


def _let_go(rows: QuerySet[Precedent]) -> None:
    """They serve nobody any more, not even the very same words, unless another text lends just the
    same."""
    lent = set(rows.values_list(*_LENT))
    rows.delete()
    others = Precedent.objects.filter(text__in={text for text, *_ in lent})
    memory.forget_lent(lent - set(others.values_list(*_LENT)))


def _place(source: Source | None, rows: list[Precedent]) -> None:
    ids = [row.pk for row in rows]
    if source is None or not all(stands(row, source) and _is_sound(row) for row in rows):
        _let_go(Precedent.objects.filter(pk__in=ids))
        return
    made = folded_vectors([row.text for row in rows], source.lang)
    now = timezone.now()
    for row, numbers in zip(rows, made, strict=True):
        # Unless it was written anew meanwhile.
        Precedent.objects.filter(pk=row.pk, translation=row.translation, text=row.text).update(
            numbers=stored(numbers), space=SPACE, made_at=now
        )
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
