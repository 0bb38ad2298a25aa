"""Notes that many will read are translated before the first reader of another language comes.

What is shown most, to anybody, is likely to be shown to the others too; and a language counts
once several of its readers were here this week.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

from dukou.ground.configuration import configuration
from dukou.site.bridge import engines
from dukou.site.bridge.choosing import target_of
from dukou.site.bridge.services import translate_ahead

MOST_NOTES = 40
LATELY = timedelta(hours=6)
A_WEEK = timedelta(days=7)
FEWEST_READERS = 3
MOST_TARGETS = 4
#: A run leaves the lane to readers' own wishes after this long.
LONGEST = timedelta(seconds=90)

# By exposure, so that the top of a page counts for more than its end.
SHOWN_MOST = """
SELECT note_id FROM (
  SELECT unnest(note_ids) AS note_id, unnest(exposures) AS exposure
  FROM reading_servedpage WHERE at > %(since)s) AS slot
GROUP BY note_id ORDER BY sum(exposure) DESC, note_id DESC LIMIT %(most)s
"""
# A member's first language is the one that their reading is translated into.
READ_BY_MANY = """
SELECT coalesce(first.lang, member.home_language) AS lang, count(*)
FROM members_member member LEFT JOIN LATERAL (
  SELECT lang FROM members_readinglanguage reads
  WHERE reads.member_id = member.id ORDER BY position LIMIT 1) AS first ON true
WHERE member.last_active_on > %(since)s GROUP BY 1
"""


def translate_what_many_read(*, now: datetime | None = None) -> int:
    """Translate ahead within the day's characters for it; how many texts were translated."""
    if not configuration().translate_ahead_daily_chars or not engines.is_any_there():
        return 0
    moment = now or timezone.now()
    notes = shown_most(moment)
    until = moment + LONGEST
    targets = languages_of_many(moment) if notes else []
    return sum(translate_ahead("note", notes, target, until=until) for target in targets)


def shown_most(now: datetime) -> list[int]:
    """Notes with most exposure in the last hours, most first."""
    with connection.cursor() as cursor:
        cursor.execute(SHOWN_MOST, {"since": now - LATELY, "most": MOST_NOTES})
        return [note_id for (note_id,) in cursor.fetchall()]


def languages_of_many(now: datetime) -> Sequence[str]:
    """What notes are translated into for this week's readers, most readers first."""
    with connection.cursor() as cursor:
        cursor.execute(READ_BY_MANY, {"since": timezone.localdate(now - A_WEEK)})
        rows = cursor.fetchall()
    readers: dict[str, int] = {}
    for lang, count in rows:
        readers[target_of(lang)] = readers.get(target_of(lang), 0) + count
    many = [target for target, count in readers.items() if count >= FEWEST_READERS]
    return sorted(many, key=lambda target: -readers[target])[:MOST_TARGETS]
