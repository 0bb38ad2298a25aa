"""What a reader was served before, their account, and how their taste stands: one query."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from dukou.engine import ReaderAccount, StateError
from dukou.site.members.models import Member
from dukou.site.statements import rows_of

PAGES_REMEMBERED = 40
REMEMBERED = timedelta(days=7)

# Both tables are partitioned by day: naming the days keeps the others out of it. The pages' ids
# come as one list, in whose order the index of impressions is gone through once.
# `taste` changes with every like, save, wish and interest; follows are counted with the member.
OF_MEMBER = """
SELECT reader.key, account.state, concat_ws(' ',
  (SELECT max(at) FROM talk_like WHERE member_id = reader.member_id),
  (SELECT max(at) FROM talk_save WHERE member_id = reader.member_id),
  (SELECT max(id) FROM talk_notforme WHERE member_id = reader.member_id),
  (SELECT concat(count(*), ',', sum(topic_id * (1 + weight))) FROM reading_interest
    WHERE member_id = reader.member_id),
  (SELECT count(*) FROM members_block WHERE blocker_id = reader.member_id),
  (SELECT count(*) FROM members_block WHERE blocked_id = reader.member_id),
  (SELECT count(*) FROM members_mute WHERE muter_id = reader.member_id)) AS taste,
  past.in_session, past.seen
FROM members_readerkey reader
LEFT JOIN reading_readeraccount account ON account.member_id = reader.member_id
CROSS JOIN LATERAL (
  WITH page AS MATERIALIZED (
    SELECT p.id, p.session = %(session)s AS is_now, p.note_ids,
      (p.at AT TIME ZONE 'UTC')::date AS day
    FROM reading_servedpage p WHERE p.reader_key = reader.key AND p.at > %(since)s
    ORDER BY p.id DESC LIMIT %(most)s)
  SELECT
    (SELECT array_agg(note_id) FROM page, unnest(note_ids) note_id WHERE is_now) AS in_session,
    (SELECT array_agg(note_ids[i.slot + 1])
      FROM reading_impression i JOIN page ON page.id = i.page_id AND page.day = i.day
      WHERE i.page_id = ANY(ARRAY(SELECT id FROM page WHERE NOT is_now))
        AND i.day >= (%(since)s::timestamptz AT TIME ZONE 'UTC')::date
        AND i.slot < cardinality(note_ids)) AS seen) past
WHERE reader.member_id = %(member)s
"""
OF_SESSION = """
SELECT note_ids FROM reading_servedpage
WHERE reader_key IS NULL AND session = %s AND at > %s ORDER BY id DESC LIMIT %s
"""


@dataclass(frozen=True)
class Past:
    """The reader's key, notes served in this session, notes seen in earlier ones, the reader's
    own account; `taste` is another text once what they like has changed."""

    key: uuid.UUID
    in_session: list[int]
    seen: list[int]
    account: ReaderAccount
    taste: str


def past_of(member: Member, *, session: uuid.UUID) -> Past:
    """What the member was served in the last days, by their reader key."""
    asked: dict[str, object] = {"session": session, "since": _since()}
    asked |= {"most": PAGES_REMEMBERED, "member": member.pk}
    ((key, state, taste, in_session, seen),) = rows_of(OF_MEMBER, asked)
    return Past(key, in_session or [], seen or [], _account(state), taste)


def past_of_session(session: uuid.UUID) -> list[int]:
    """Notes that a reader without an account was served in this session."""
    rows = rows_of(OF_SESSION, [session, _since(), PAGES_REMEMBERED])
    return [note_id for (note_ids,) in rows for note_id in note_ids]


def _since() -> datetime:
    return timezone.now() - REMEMBERED


def _account(state: str | None) -> ReaderAccount:
    """The account as it was kept; one that cannot be read starts anew."""
    try:
        return ReaderAccount.from_json(state) if state else ReaderAccount()
    except StateError:
        return ReaderAccount()
