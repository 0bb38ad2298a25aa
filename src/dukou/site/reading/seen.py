"""Beacons: which served slots were seen, told by the browser under our seal."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

from dukou.site.ids import moment_of
from dukou.site.members.limits import Limit, LimitReached, spend
from dukou.site.reading.cards import seal

BEACONS = Limit("seen", 40, 60)
SLOTS_IN_A_BEACON = 60
GOOD_FOR = timedelta(hours=24)

# The day is the page's, so that a slot counts once even when it is told again after midnight.
INSERT = """
INSERT INTO reading_impression (page_id, slot, at, day)
SELECT page, slot, %s, (to_timestamp((page >> 16) / 1000.0) AT TIME ZONE 'UTC')::date
FROM unnest(%s::bigint[], %s::smallint[]) AS told (page, slot)
ON CONFLICT DO NOTHING
"""

Slot = tuple[int, int]


def tell_seen(told: Iterable[str], *, by: str, now: datetime | None = None) -> int:
    """Count the slots (`page.slot.seal`) that were seen, each once; gives how many were new.

    What bears no seal of ours, or an old one, is left out, and so is everything from a reader
    (`member:<id>` or `ip:<address>`) who tells too much in a minute.
    """
    moment = now or timezone.now()
    slots = {slot for one in list(told)[:SLOTS_IN_A_BEACON] if (slot := _sealed(one, moment))}
    if not slots:
        return 0
    try:
        spend(BEACONS, by, now=moment.timestamp())
    except LimitReached:
        return 0
    pages, places = zip(*sorted(slots), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(INSERT, [moment, list(pages), list(places)])
        return int(cursor.rowcount)


def _sealed(told: str, now: datetime) -> Slot | None:
    """The slot that bears our seal and was served lately; None for anything else."""
    page, _, rest = told.partition(".")
    slot, _, given = rest.partition(".")
    if not (page.isascii() and page.isdigit() and slot.isascii() and slot.isdigit()):
        return None
    if len(page) > 19 or len(slot) > 4:
        return None
    if not hmac.compare_digest(given.encode(), seal(int(page), int(slot)).encode()):
        return None
    is_recent = now - moment_of(int(page)) < GOOD_FOR
    return (int(page), int(slot)) if is_recent else None
