"""The event log: what readers did, under their random key."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from dukou.site.members.models import Member, ReaderKey
from dukou.site.notes.models import Event


@dataclass(frozen=True)
class Slot:
    """The place on a served page from which something was done."""

    page_id: int
    slot: int


def slot_of(request: HttpRequest) -> Slot | None:
    """The slot that a request names by `page` and `slot`, in its address or its form."""
    page, slot = (request.POST.get(key) or request.GET.get(key, "") for key in ("page", "slot"))
    if page.isascii() and page.isdigit() and slot.isascii() and slot.isdigit():
        return Slot(int(page[:19]), min(int(slot[:4]), 32_767))
    return None


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
