"""The event log: what readers did, under their random key."""

from __future__ import annotations

from dataclasses import dataclass

from dukou.site.members.models import Member, ReaderKey
from dukou.site.notes.models import Event


@dataclass(frozen=True)
class Slot:
    """The place on a served page from which something was done."""

    page_id: int
    slot: int


def record(kind: str, note_id: int, *, by: Member, slot: Slot | None = None) -> None:
    """Add an event to the log; part of the caller's transaction."""
    key, _ = ReaderKey.objects.get_or_create(member=by)
    Event.objects.create(
        kind=kind,
        note_id=note_id,
        reader_key=key.key,
        page_id=slot.page_id if slot else None,
        slot=slot.slot if slot else None,
    )
