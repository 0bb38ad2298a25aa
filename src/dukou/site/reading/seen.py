"""Beacons: which served slots were seen, told by the browser under our seal."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from dukou.site.bridge.seen import ask_for_seen_notes
from dukou.site.ids import moment_of
from dukou.site.members.limits import Limit, LimitReached, spend
from dukou.site.members.models import Member
from dukou.site.reading.seal import MOST_SLOTS, seal

BEACONS = Limit("seen", 40, 60)
SLOTS_IN_A_BEACON = 60
GOOD_FOR = timedelta(hours=24)

# The day is the page's, so that a slot counts once even when it is told again after midnight.
INSERT = """
INSERT INTO reading_impression (page_id, slot, at, day)
SELECT page, slot, %s, (to_timestamp((page >> 16) / 1000.0) AT TIME ZONE 'UTC')::date
FROM unnest(%s::bigint[], %s::smallint[]) AS told (page, slot)
ON CONFLICT DO NOTHING
RETURNING page_id, slot
"""
# Only of the member's own pages, and only in the partitions that can hold them.
NOTES = """
SELECT page.note_ids[told.slot + 1]
FROM unnest(%(pages)s::bigint[], %(slots)s::smallint[]) AS told (page, slot)
JOIN (
  SELECT id, at, reader_key, note_ids FROM reading_servedpage
  UNION ALL SELECT id, at, reader_key, note_ids FROM reading_feedpage) page ON page.id = told.page
JOIN members_readerkey reader ON reader.key = page.reader_key
WHERE page.at > %(since)s AND reader.member_id = %(member)s
"""

Slot = tuple[int, int]


def tell_seen(told: Iterable[str], *, by: str, now: datetime | None = None) -> list[Slot]:
    """Count the slots (`page.slot.seal`) that were seen, each once; gives those that were new.

    What bears no seal of ours, or an old one, is left out, and so is everything from a reader
    (`member:<id>` or `ip:<address>`) who tells too much in a minute.
    """
    moment = now or timezone.now()
    slots = {slot for one in list(told)[:SLOTS_IN_A_BEACON] if (slot := _sealed(one, moment))}
    if not slots:
        return []
    try:
        spend(BEACONS, by, now=moment.timestamp())
    except LimitReached:
        return []
    pages, places = zip(*sorted(slots), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [moment, list(pages), list(places)])
        new: list[Slot] = cursor.fetchall()
    return new


def ask_for_translations(seen: Sequence[Slot], *, by: Member, now: datetime | None = None) -> None:
    """Wish for the notes in these slots of the member's pages that the member cannot read.

    The next reader then finds them translated, and so does this one who comes back to the card.
    """
    if not seen:
        return
    pages, places = zip(*seen, strict=True)
    since = (now or timezone.now()) - GOOD_FOR - timedelta(minutes=1)
    values: dict[str, Any] = {
        "pages": list(pages),
        "slots": list(places),
        "since": since,
        "member": by.pk,
    }
    with connection.cursor() as cursor:
        cursor.execute(NOTES, values)
        notes = [note_id for (note_id,) in cursor.fetchall() if note_id is not None]
    ask_for_seen_notes(notes, by=by)


def _sealed(told: str, now: datetime) -> Slot | None:
    """The slot that bears our seal and was served lately; None for anything else."""
    page, _, rest = told.partition(".")
    slot, _, given = rest.partition(".")
    if not (page.isascii() and page.isdigit() and slot.isascii() and slot.isdigit()):
        return None
    if len(page) > 19 or len(slot) > 4 or int(slot) >= MOST_SLOTS:
        return None
    if not hmac.compare_digest(given.encode(), seal(int(page), int(slot)).encode()):
        return None
    is_recent = now - moment_of(int(page)) < GOOD_FOR
    return (int(page), int(slot)) if is_recent else None
