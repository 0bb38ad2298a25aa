"""Who came lately, as the engine's readers: a sample that forecasts and reasons go by."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from weakref import ref

from django.db import connection

from dukou.engine import Reader, language_fit
from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import Member
from dukou.site.reading.allocation.cohorts import reader_cohort
from dukou.site.reading.allocation.live import Live
from dukou.site.reading.allocation.profile import liking_of, topic_vector, translated_languages

PAGES_LOOKED_AT = 600
READERS = 60
LATELY = timedelta(days=2)
KEPT_SECONDS = 60.0

WHO = """
SELECT k.member_id, count(*) FROM (
  SELECT reader_key FROM reading_servedpage
  WHERE at > %s AND reader_key IS NOT NULL ORDER BY id DESC LIMIT %s) p
JOIN members_readerkey k ON k.key = p.reader_key
GROUP BY k.member_id ORDER BY count(*) DESC, k.member_id LIMIT %s
"""
TASTES = """
SELECT member_id, 'stated' AS kind, topic_id AS about, weight FROM reading_interest
  WHERE member_id = ANY(%(members)s)
UNION ALL SELECT l.member_id, 'liked', t.topic_id, count(*) FROM talk_like l
  JOIN notes_note_topics t USING (note_id) WHERE l.member_id = ANY(%(members)s)
  GROUP BY l.member_id, t.topic_id
UNION ALL SELECT l.member_id, 'disliked', t.topic_id, count(*) FROM talk_notforme l
  JOIN notes_note_topics t USING (note_id) WHERE l.member_id = ANY(%(members)s)
  GROUP BY l.member_id, t.topic_id
UNION ALL SELECT follower_id, 'followed', followed_id, 1 FROM members_follow
  WHERE follower_id = ANY(%(members)s)
UNION ALL SELECT blocker_id, 'kept away', blocked_id, 1 FROM members_block
  WHERE blocker_id = ANY(%(members)s)
UNION ALL SELECT blocked_id, 'kept away', blocker_id, 1 FROM members_block
  WHERE blocked_id = ANY(%(members)s)
UNION ALL SELECT muter_id, 'kept away', muted_id, 1 FROM members_mute
  WHERE muter_id = ANY(%(members)s)
"""

Sample = tuple[Sequence[Reader], Sequence[float]]
_kept: list[tuple[float, ref[Live], Sample]] = []


def readers_lately(live: Live, *, now: datetime) -> Sample:
    """Up to sixty readers of the newest pages, and how many of these pages each had.

    Kept for a minute in the process: in a wave many publish within it.
    """
    if _kept and _kept[0][1]() is live and time.monotonic() - _kept[0][0] < KEPT_SECONDS:
        return _kept[0][2]
    sample = _read(live, now)
    _kept[:] = [(time.monotonic(), ref(live), sample)]
    return sample


def _read(live: Live, now: datetime) -> Sample:
    with connection.cursor() as cursor:
        cursor.execute(WHO, [now - LATELY, PAGES_LOOKED_AT, READERS])
        pages = dict(cursor.fetchall())
    readers = readers_of(pages, live)
    return list(readers.values()), [float(pages[member]) for member in readers]


def readers_of(member_ids: Iterable[int], live: Live) -> dict[int, Reader]:
    """The members as readers who were served nothing yet, with three queries for all of them."""
    ids = list(member_ids)
    tastes: dict[int, dict[str, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
    with connection.cursor() as cursor:
        cursor.execute(TASTES, {"members": ids})
        for member, kind, about, weight in cursor.fetchall():
            tastes[member][kind][about] = weight
    members = Member.objects.filter(pk__in=ids).prefetch_related("reading_languages")
    return {
        member.pk: _reader(member, tastes[member.pk], live) for member in members.order_by("pk")
    }


def _reader(member: Member, taste: dict[str, dict[int, float]], live: Live) -> Reader:
    liking = liking_of(taste["stated"], taste["liked"], taste["disliked"])
    languages = language_fit(
        live.place, reads=viewer_for(member).reads, translated=translated_languages()
    )
    cohort = reader_cohort(member)
    return Reader(
        cohort=cohort,
        topics=topic_vector(liking, live),
        factors=live.shelf.of_member(member.pk),
        languages=languages,
        followed=frozenset(taste["followed"]),
        hidden_authors=(*taste["kept away"], member.pk),
        calibration=live.shelf.line_of(cohort, live.place),
    )
