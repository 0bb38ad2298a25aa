"""The event log: what readers did, under their random key."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from dukou.site.ids import id_in
from dukou.site.members.models import Member, ReaderKey
from dukou.site.notes.models import Event


@dataclass(frozen=True)
class Slot:
    """The place on a served page from which something was done."""

    page_id: int
    slot: int


def slot_of(request: HttpRequest) -> Slot | None:
    """The slot that a request names by `page` and `slot`, in its address or its form."""
    given = (request.POST.get(key) or request.GET.get(key, "") for key in ("page", "slot"))
    page, slot = map(id_in, given)
    if page is None or slot is None:
        return None
    return Slot(page, min(slot, 32_767))


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
