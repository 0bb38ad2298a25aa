"""The log of what feeds in the order of time showed: written by the statement that finds the cards.

Members only, and only feeds that show the place or whom one follows. What somebody searched for,
and whose profile they looked at, is not written down.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal

from dukou.site.disk import unless_disk_full
from dukou.site.members.models import Member
from dukou.site.reading.card_rows import Mark
from dukou.site.statements import rows_of

#: Feeds that are logged, by the name that they have in the log.
LoggedFeed = Literal["latest", "following", "topic"]

PAGE = 20


def logged_marks(
    statement: str, viewer: Member, feed: LoggedFeed, **values: Any
) -> tuple[int, dict[int, Mark]]:
    """The marks that a statement of cards gives, newest note first; the page of the first twenty
    is logged. Gives its id too: 0 where nothing was logged, for want of notes or of room.

    `statement` takes `viewer` and the values.
    """
    given = {**values, "viewer": viewer.pk}
    with unless_disk_full():
        rows = rows_of(_logging(statement), {**given, "feed": feed})
        return (rows[0][0] or 0 if rows else 0), {row[1]: row[1:] for row in rows}
    marks = sorted(rows_of(statement, given), reverse=True)
    return 0, {mark[0]: mark for mark in marks}


@lru_cache(maxsize=16)
def _logging(statement: str) -> str:
    """The statement, which logs what it finds as well."""
    return f"""
WITH mark AS ({statement}), page AS (
  INSERT INTO reading_feedpage (reader_key, feed, note_ids)
  SELECT key, %(feed)s, ARRAY(SELECT pk FROM mark ORDER BY pk DESC LIMIT {PAGE})
  FROM members_readerkey WHERE member_id = %(viewer)s AND EXISTS (SELECT FROM mark)
  RETURNING id)
SELECT page.id, mark.* FROM mark LEFT JOIN page ON true ORDER BY mark.pk DESC
"""  # noqa: S608 - both parts are written by us
