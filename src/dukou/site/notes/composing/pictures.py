"""The pictures of drafts: their own, and those of the notes that they change."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from dukou.site.notes.composing.fields import Fields
from dukou.site.notes.models import Draft, Media


def pictures_of_draft(draft: Draft) -> list[Media]:
    """The draft's pictures in the member's order, with the descriptions written so far."""
    return pictures_of_drafts([draft])[draft.pk]


def pictures_of_drafts(drafts: Sequence[Draft]) -> dict[int, list[Media]]:
    """The pictures of each draft by its id, with one query."""
    notes = [draft.note_id for draft in drafts if draft.note_id is not None]
    found = list(
        Media.objects.filter(Q(draft__in=[draft.pk for draft in drafts]) | Q(note__in=notes))
    )
    return {draft.pk: _in_order(draft, found) for draft in drafts}


def _in_order(draft: Draft, found: list[Media]) -> list[Media]:
    fields = Fields.kept(draft.fields)
    place = {media_id: position for position, media_id in enumerate(fields.order)}
    mine = [
        media
        for media in found
        if media.draft_id == draft.pk
        or (draft.note_id and media.note_id == draft.note_id and media.pk not in fields.taken_out)
    ]
    for media in mine:
        media.alt = fields.alts.get(str(media.pk), "")
    # New pictures follow those whose place is known.
    return sorted(mine, key=lambda m: (place.get(m.pk, len(place)), m.position, m.pk))
