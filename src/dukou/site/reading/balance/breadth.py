"""How broad readers' pages are beside what they chose, over all of them together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from django.core.cache import cache
from django.db import connection
from django.utils.translation import gettext as _

from dukou.engine.breadth import Breadth, Looks, breadth
from dukou.site.notes.models import Note
from dukou.site.reading.balance.facts import Fact

LATELY = timedelta(days=14)
MOST_PAGES, MOST_CHOICES = 6_000, 60_000
FEWEST_READERS = 5
KEPT_SECONDS = 600
KEY = "balance-breadth"

SHOWN = """
SELECT k.member_id, p.note_ids, p.exposures FROM reading_servedpage p
JOIN members_readerkey k ON k.key = p.reader_key
WHERE p.at > %s AND p.surface = 'explore' ORDER BY p.id DESC LIMIT %s
"""
CHOSEN = """
SELECT DISTINCT k.member_id, e.note_id FROM notes_event e
JOIN members_readerkey k ON k.key = e.reader_key
WHERE e.at > %s AND e.kind IN ('open', 'like', 'save', 'comment') LIMIT %s
"""


@dataclass(frozen=True)
class Told:
    """What is kept of the readers: numbers of all together, no one's own."""

    readers: int
    shown: float
    chosen: float
    narrower: int


def breadth_facts(now: datetime) -> list[Fact]:
    """Figures for the balance page; none where too few readers chose anything."""
    told: Told | None = cache.get(KEY)
    if told is None:
        told = _told(_measured(now - LATELY))
        cache.set(KEY, told, KEPT_SECONDS)
    if told.readers < FEWEST_READERS:
        return []
    of = {"outside": told.narrower, "readers": told.readers}
    return [
        Fact(_("Pages are as broad as"), f"{told.shown:.1f}", _("topics that come up as often")),
        Fact(_("What readers chose"), f"{told.chosen:.1f}", _("opened, liked, saved or answered")),
        Fact(
            _("Pages narrower than choices"),
            _("%(outside)s of %(readers)s") % of,
            _("readers of the last 14 days"),
        ),
    ]


def _told(found: Breadth) -> Told:
    """The readers' geometric means."""
    if not len(found.reader_ids):
        return Told(0, 0.0, 0.0, 0)
    shown, chosen = (float(np.exp(np.log(part).mean())) for part in (found.shown, found.chosen))
    return Told(len(found.reader_ids), shown, chosen, int(found.narrowed.sum()))


def _measured(since: datetime) -> Breadth:
    with connection.cursor() as cursor:
        cursor.execute(SHOWN, [since, MOST_PAGES])
        pages = cursor.fetchall()
        cursor.execute(CHOSEN, [since, MOST_CHOICES])
        choices = cursor.fetchall()
    looks = [
        (member, note_id, exposure)
        for member, note_ids, exposures in pages
        for note_id, exposure in zip(note_ids, exposures, strict=True)
    ]
    topics = _topics(
        {note_id for _member, note_id, _exposure in looks}
        | {note_id for _member, note_id in choices}
    )
    return breadth(
        Looks(
            np.array([member for member, _note, _exposure in looks], dtype=np.int64),
            [topics[note_id] for _member, note_id, _exposure in looks],
            np.array([exposure for _member, _note, exposure in looks], dtype=np.float64),
        ),
        Looks(
            np.array([member for member, _note in choices], dtype=np.int64),
            [topics[note_id] for _member, note_id in choices],
        ),
    )


def _topics(note_ids: set[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    through = Note.topics.through.objects.filter(note__among=list(note_ids))
    for note_id, topic_id in through.values_list("note_id", "topic_id"):
        found[note_id].append(topic_id)
    return found
