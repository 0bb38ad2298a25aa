"""What the live index must know of notes that are public no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet

from dukou.engine.clock import millis
from dukou.site.notes.models import Audience, FormerNote, Note
from dukou.site.notes.services import FORMER_NOTES_KEPT


class Former(NamedTuple):
    """The notes that one is known as, and when the first of them was published."""

    ids: tuple[int, ...]
    published_ms: int


def former_of(note_ids: Sequence[int] | None) -> dict[int, Former]:
    """By note what it was before, of those that were anything; of all notes where None is given."""
    rows = FormerNote.objects.exclude(again_id=0)
    if note_ids is not None:
        rows = rows.filter(again_id__in=note_ids)
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for again, note_id, at in rows.values_list("again_id", "pk", "published_at"):
        found[again].append((note_id, millis(at)))
    return {
        again: Former(tuple(note_id for note_id, _ in some), min(at for _, at in some))
        for again, some in found.items()
    }


class TakenAway(NamedTuple):
    """Notes that count in the day of their author all the same."""

    ids: list[int]
    authors: list[int]
    published_ms: list[int]


def taken_away(now: datetime) -> TakenAway:
    """What authors took away, and what moderators have hidden."""
    hidden = Note.objects.filter(
        audience=Audience.EVERYONE,
        hidden_at__isnull=False,
        published_at__gte=now - FORMER_NOTES_KEPT,
    )
    return _taken_away(FormerNote.objects.all(), hidden)


def taken_away_by(authors: Collection[int]) -> TakenAway:
    """What these authors took away themselves."""
    return _taken_away(FormerNote.objects.filter(author__in=authors))


def _taken_away(*some: QuerySet[FormerNote] | QuerySet[Note]) -> TakenAway:
    rows = [row for part in some for row in part.values_list("pk", "author_id", "published_at")]
    return TakenAway(
        [note_id for note_id, _, _ in rows],
        [author for _, author, _ in rows],
        [millis(at) for _, _, at in rows],
    )
