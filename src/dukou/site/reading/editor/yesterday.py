"""The log of the last day as pages to be served again, and the first notes of that time."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db import connection

from dukou.engine import DebutClause, FirstNote, PastPage
from dukou.site.notes.models import Audience, Note
from dukou.site.reading.allocation.cohorts import cohort_of
from dukou.site.reading.allocation.lately import readers_of
from dukou.site.reading.allocation.live import Live

LATELY = timedelta(hours=24)
MOST_PAGES = 400
MOST_READERS = 200

COUNT = """
SELECT count(*), count(DISTINCT reader_key) FROM reading_servedpage
WHERE at > %s AND reader_key IS NOT NULL AND surface = 'explore'
"""
# Whole readers, not single pages: what holds for each reader shows over several pages only.
PAGES = """
WITH chosen AS (
  SELECT reader_key FROM reading_servedpage
  WHERE at > %(since)s AND reader_key IS NOT NULL AND surface = 'explore'
  GROUP BY reader_key ORDER BY md5(reader_key::text) LIMIT %(readers)s)
SELECT k.member_id, p.session, p.at, p.dial FROM reading_servedpage p
JOIN chosen USING (reader_key) JOIN members_readerkey k ON k.key = p.reader_key
WHERE p.at > %(since)s AND p.surface = 'explore'
ORDER BY md5(p.reader_key::text), p.id LIMIT %(pages)s
"""


@dataclass(frozen=True)
class Yesterday:
    """A sample of the last day's pages in the order of time, and how many there were in all."""

    pages: list[PastPage]
    all_pages: int
    all_readers: int

    @property
    def part(self) -> float:
        """Part of all pages that the sample is."""
        return len(self.pages) / max(self.all_pages, 1)

    @property
    def pages_an_hour(self) -> float:
        """Pages of the sample for each hour of the day."""
        return len(self.pages) / (LATELY / timedelta(hours=1))


def yesterday(live: Live, *, now: datetime) -> Yesterday:
    """Up to four hundred pages of up to two hundred readers, drawn by chance but always alike.

    Readers are as they are known today; of a dial what it was then.
    """
    since = now - LATELY
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [since])
        all_pages, all_readers = cursor.fetchone()
        cursor.execute(PAGES, {"since": since, "readers": MOST_READERS, "pages": MOST_PAGES})
        rows = cursor.fetchall()
    readers = readers_of({row[0] for row in rows}, live)
    pages = [
        PastPage(
            who=member,
            session=session.int,
            reader=replace(readers[member], dial=dial),
            at=at,
            seed=zlib.crc32(f"{session}{at}".encode()),
        )
        for member, session, at, dial in rows
        if member in readers
    ]
    return Yesterday(sorted(pages, key=lambda page: page.at), all_pages, all_readers)


def first_notes(clauses: list[DebutClause], *, now: datetime) -> list[FirstNote]:
    """The notes that these clauses could promise readers in the last day."""
    if not clauses:
        return []
    hours = timedelta(hours=max(clause.hours for clause in clauses))
    found = Note.objects.filter(
        audience=Audience.EVERYONE,
        hidden_at=None,
        near_copy_of=None,
        author__suspended=False,
        published_at__gt=now - LATELY - hours,
        ordinal__lte=max(clause.notes for clause in clauses),
    )
    rows = found.values_list("pk", "ordinal", "origin", "published_at")
    return [FirstNote(pk, ordinal, cohort_of(origin), at) for pk, ordinal, origin, at in rows]
