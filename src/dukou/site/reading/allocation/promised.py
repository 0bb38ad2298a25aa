"""The promises to first notes as rows: read by every process, counted by each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import connection

from dukou.engine import Counted, Promise
from dukou.engine.clock import millis
from dukou.site.notes.models import Audience
from dukou.site.reading.models import DebutPromise

# Rows are locked in one order, so that two processes which count the same notes never wait for
# each other.
COUNT = """
WITH told AS (SELECT * FROM unnest(%s::bigint[], %s::float8[], %s::float8[])
    AS t (note_id, given, matched)),
locked AS (SELECT p.id FROM reading_debutpromise p JOIN told USING (note_id)
    ORDER BY p.id FOR UPDATE OF p)
UPDATE reading_debutpromise p SET given = p.given + told.given, matched = p.matched + told.matched
FROM told WHERE p.note_id = told.note_id AND p.id IN (SELECT id FROM locked)
"""


def open_promises(now: datetime) -> list[Promise]:
    """The promises that still bind: their time runs and the note can be shown."""
    rows = DebutPromise.objects.filter(
        deadline__gt=now,
        note__audience=Audience.EVERYONE,
        note__hidden_at=None,
        note__near_copy_of=None,
        author__suspended=False,
    )
    return promises_of(rows)


def promises_of(rows: Iterable[DebutPromise]) -> list[Promise]:
    """Rows as the engine's promises; those whose note is gone are left out."""
    return [
        Promise(
            note_id=row.note_id,
            issued=millis(row.issued_at),
            deadline=millis(row.deadline),
            impressions=row.impressions,
            expected=row.expected,
            given=row.given,
            matched=row.matched,
        )
        for row in rows
        if row.note_id is not None
    ]


def count_given(counted: Mapping[int, Counted]) -> None:
    """Add what a process has given to the rows of all."""
    if not counted:
        return
    given, matched = zip(*counted.values(), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [list(counted), list(given), list(matched)])
