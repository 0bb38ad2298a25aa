"""What members were shown, liked or not, with the chance that it was seen."""

from __future__ import annotations

from datetime import datetime

import numpy as np
from django.db import connection

from dukou.engine import EngineConfig
from dukou.engine.engagement import Showings
from dukou.engine.exposure import slot_exposure
from dukou.engine.snapshot import Snapshot
from dukou.site.reading.allocation.snapshots import COLUMNS, PAGE

MOST_PAGES = 50_000

# Relevance may not feed on the places that the ranker gave. Feeds that members choose come without
# chances.
SHOWN = """
(SELECT k.member_id, p.note_ids, p.exposures FROM reading_servedpage p
  JOIN members_readerkey k ON k.key = p.reader_key
  WHERE p.at > %(since)s ORDER BY p.id DESC LIMIT %(most)s)
UNION ALL
(SELECT k.member_id, f.note_ids, NULL FROM reading_feedpage f
  JOIN members_readerkey k ON k.key = f.reader_key
  WHERE f.at > %(since)s ORDER BY f.id DESC LIMIT %(most)s)
"""


def shown_lately(since: datetime, before: Snapshot | None) -> Showings | None:
    """What members were served on the newest pages of Explore and of feeds that they choose; None
    where Explore served nobody anything."""
    with connection.cursor() as cursor:
        cursor.execute(SHOWN, {"since": since, "most": MOST_PAGES})
        pages = cursor.fetchall()
    if all(exposures is None for _, _, exposures in pages):
        return None
    chances = _chances(before)
    sizes = [len(note_ids) for _, note_ids, _ in pages]
    seen = [
        chances[:size] if page[2] is None else page[2]
        for page, size in zip(pages, sizes, strict=True)
    ]
    shown = Showings(
        np.repeat(np.array([member for member, _, _ in pages], dtype=np.int64), sizes),
        np.concatenate([np.array(note_ids, dtype=np.int64) for _, note_ids, _ in pages]),
        np.concatenate([np.asarray(exposures, dtype=np.float64) for exposures in seen]),
        np.repeat(np.array([exposures is None for _, _, exposures in pages]), sizes),
    )
    return _once(shown)


def _once(shown: Showings) -> Showings:
    """A note of the feeds that a member chose counts once, where it was likeliest seen: they show
    the same notes at every visit, and who comes back has not passed them by so many times."""
    assert shown.chosen is not None
    order = np.lexsort((-shown.exposures, shown.notes, shown.members, shown.chosen))
    member, note, chosen = shown.members[order], shown.notes[order], shown.chosen[order]
    again = np.zeros(len(order), dtype=bool)
    again[1:] = chosen[1:] & chosen[:-1] & (member[1:] == member[:-1]) & (note[1:] == note[:-1])
    kept = np.sort(order[~again])
    return Showings(
        shown.members[kept], shown.notes[kept], shown.exposures[kept], shown.chosen[kept]
    )


def _chances(before: Snapshot | None) -> np.ndarray:
    """The chance that each place of a page is seen: as measured last, else as it is supposed."""
    if before is not None and "slot_chances" in before.arrays:
        return np.asarray(before.arrays["slot_chances"], dtype=np.float64)
    return slot_exposure(PAGE, COLUMNS, EngineConfig().patience)
