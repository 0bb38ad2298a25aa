"""Notes that stood in a feed before a reader who cannot read them."""

from __future__ import annotations

from collections.abc import Sequence

from dukou.site.bridge import engines, queries, services
from dukou.site.members.models import Member
from dukou.site.members.queries import reading_languages


def ask_for_seen_notes(note_ids: Sequence[int], *, by: Member) -> None:
    """Wish for those of the notes that the member cannot read, or reads as near matches or rough
    drafts though a good engine is there, within everybody's budget.

    Where the place has no engine nothing is asked: a feed would fill the lane with jobs that all
    end the same. Opening a note still asks, since the memory may help.
    """
    if not note_ids or not engines.is_any_there():
        return
    reads = reading_languages(by)
    unreadable = queries.unreadable_among(note_ids, reads, without_lesser=engines.is_good_there())
    if unreadable:
        services.ask_for_translation("note", unreadable, reads=reads, by=by)
