"""The door to a served slot: who may ask why, and what the log says."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import structlog
from django.http import Http404

from dukou.engine import Contract, ContractError, StateError, Terms, unpack_terms
from dukou.site.members.models import Member, ReaderKey
from dukou.site.notes.models import Note
from dukou.site.notes.queries import note_for
from dukou.site.reading.allocation.contracts import bound_then
from dukou.site.reading.models import ContractVersion, ServedPage

log = structlog.get_logger()


@dataclass(frozen=True)
class LoggedSlot:
    """What the log says of a slot: the note, its terms, and the contract that bound then."""

    page: ServedPage
    slot: int
    note: Note
    terms: Terms
    version: ContractVersion
    contract: Contract

    @property
    def places(self) -> int:
        """How many notes the page had."""
        return len(self.page.note_ids)


def slot_for(viewer: Member | None, page_id: int, slot: int) -> LoggedSlot:
    """The slot, if the page was served to the viewer and the note may still be read by them.

    Pages of strangers carry no name: whoever knows their address may ask. Absent, forbidden and
    what cannot be read any more raise Http404.
    """
    page = ServedPage.objects.filter(pk=page_id).first()
    if page is None or slot >= len(page.note_ids) or not _was_served_to(viewer, page):
        raise Http404
    version = ContractVersion.objects.get(pk=page.contract_id)
    note = note_for(viewer, page.note_ids[slot])
    packed = np.array(page.terms).reshape(len(page.note_ids), -1)[slot]
    try:
        contract = bound_then(version, clauses=len(page.clause_base))
        terms = unpack_terms(packed, contract)
    except (ContractError, StateError) as error:
        log.warning("slot.unreadable", page=page_id, reason=str(error))
        raise Http404 from error
    return LoggedSlot(page, slot, note, terms, version, contract)


def _was_served_to(viewer: Member | None, page: ServedPage) -> bool:
    if page.reader_key is None:
        return True
    if viewer is None:
        return False
    return ReaderKey.objects.filter(member=viewer, key=page.reader_key).exists()
