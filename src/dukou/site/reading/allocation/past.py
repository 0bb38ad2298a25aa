"""What a reader was served before, and their account: one query."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

from dukou.engine import ReaderAccount, StateError
from dukou.site.members.models import Member

PAGES_REMEMBERED = 40
REMEMBERED = timedelta(days=7)

# Both tables are partitioned by day: naming the days keeps the others out of it.
OF_MEMBER = """
SELECT account.state, page.session, page.note_ids, page.slots
FROM (VALUES (1)) AS one
LEFT JOIN reading_readeraccount account ON account.member_id = %s
LEFT JOIN LATERAL (
  SELECT p.id, p.session, p.note_ids, ARRAY(
    SELECT i.slot FROM reading_impression i
    WHERE i.page_id = p.id AND i.day = (p.at AT TIME ZONE 'UTC')::date) AS slots
  FROM reading_servedpage p WHERE p.reader_key = %s AND p.at > %s
  ORDER BY p.id DESC LIMIT %s) page ON true
"""
OF_SESSION = """
SELECT note_ids FROM reading_servedpage
WHERE reader_key IS NULL AND session = %s AND at > %s ORDER BY id DESC LIMIT %s
"""


@dataclass(frozen=True)
class Past:
    """Notes served in this session, notes seen in earlier ones, the reader's own account."""

    in_session: list[int]
    seen: list[int]
    account: ReaderAccount


def past_of(member: Member, key: uuid.UUID | None, *, session: uuid.UUID) -> Past:
    """What the member was served in the last days, by their reader key."""
    with connection.cursor() as cursor:
        cursor.execute(OF_MEMBER, [member.pk, key, _since(), PAGES_REMEMBERED])
        rows = cursor.fetchall()
    in_session: list[int] = []
    seen: list[int] = []
    for _state, page_session, note_ids, slots in rows:
        if page_session == session:
            in_session += note_ids
        elif page_session is not None:
            seen += [note_ids[slot] for slot in slots if slot < len(note_ids)]
    return Past(in_session, seen, _account(rows[0][0]))


def past_of_session(session: uuid.UUID) -> list[int]:
    """Notes that a reader without an account was served in this session."""
    with connection.cursor() as cursor:
        cursor.execute(OF_SESSION, [session, _since(), PAGES_REMEMBERED])
        return [note_id for (note_ids,) in cursor.fetchall() for note_id in note_ids]


def _since() -> datetime:
    return timezone.now() - REMEMBERED


def _account(state: str | None) -> ReaderAccount:
    """The account as it was kept; one that cannot be read starts anew."""
    try:
        return ReaderAccount.from_json(state) if state else ReaderAccount()
    except StateError:
        return ReaderAccount()
