"""What similar members liked: learnt from likes, saves and comments, served from a snapshot."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

import numpy as np
import structlog
from django.conf import settings
from django.db import connection
from django.utils import timezone

from dukou.engine.learning import Events, Learning, learn
from dukou.engine.snapshot import Snapshot, Snapshots, write_snapshot

log = structlog.get_logger()
FACTORS = 16
FEWEST_EVENTS = 50
LOOK_SECONDS = 20.0

# What a member did counts by kind; the exposure of the slot that it came from is the chance that
# the note was seen there, so that relevance does not feed on the places that the ranker gave.
EVENTS = """
WITH done AS (
    SELECT member_id, note_id, 1.0 AS weight FROM talk_like WHERE at > %(since)s
    UNION ALL SELECT member_id, note_id, 2.0 FROM talk_save WHERE at > %(since)s
    UNION ALL SELECT author_id, note_id, 1.0 FROM talk_comment WHERE at > %(since)s
), placed AS (
    SELECT k.member_id, e.note_id, min(p.exposures[e.slot + 1]) AS exposure
    FROM notes_event e
    JOIN members_readerkey k ON k.key = e.reader_key
    JOIN reading_servedpage p ON p.id = e.page_id
    WHERE e.page_id IS NOT NULL AND e.at > %(since)s
    GROUP BY 1, 2
)
SELECT done.member_id, done.note_id, done.weight, coalesce(placed.exposure, 1.0)
FROM done LEFT JOIN placed USING (member_id, note_id)
"""
REMEMBERED_DAYS = 180


def snapshots_folder() -> Path:
    """Where snapshots lie."""
    return Path(settings.CONFIGURATION.home, "engine")


def place_name() -> str:
    """Names the place in its snapshots, so that one of another place is refused."""
    return str(settings.CONFIGURATION.place_name)


def learn_now(*, seed: int = 0) -> Snapshot | None:
    """Learn from what members did and switch to the result; None while too little was done."""
    since = timezone.now() - timedelta(days=REMEMBERED_DAYS)
    with connection.cursor() as cursor:
        cursor.execute(EVENTS, {"since": since})
        rows = cursor.fetchall()
    if len(rows) < FEWEST_EVENTS:
        return None
    members, notes, weights, chances = (np.array(column) for column in zip(*rows, strict=True))
    events = Events(members, notes, weights.astype(np.float64), chances.astype(np.float64))
    found = learn(events, Learning(factors=FACTORS), rng=np.random.default_rng(seed))
    arrays = {
        "member_ids": found.member_ids,
        "members": found.members,
        "note_ids": found.note_ids,
        "notes": found.notes,
    }
    facts = {"events": len(rows), "factors": FACTORS}
    return write_snapshot(snapshots_folder(), arrays, place=place_name(), facts=facts)


class Shelf:
    """The snapshot that serves in this process, looked for every twenty seconds."""

    def __init__(self) -> None:
        self._snapshots = Snapshots(snapshots_folder(), place=place_name())
        self._next_look = 0.0
        self._version = 0
        self.snapshot: Snapshot | None = None

    def look(self) -> bool:
        """Whether there is a newer snapshot; one that cannot be used is refused with a word."""
        if time.monotonic() < self._next_look:
            return False
        self._next_look = time.monotonic() + LOOK_SECONDS
        served = self._snapshots.latest()
        found = served.snapshot
        if found is None or found.version == self._version:
            return False
        for error in served.refused:
            log.warning("snapshot.refused", reason=str(error))
        if found.arrays["notes"].shape[1:] != (FACTORS,):
            log.warning("snapshot.refused", reason="of another width")
            return False
        self.snapshot, self._version = found, found.version
        return True

    def of_member(self, member_id: int) -> np.ndarray:
        """The member's factors; empty while nothing was learnt of them."""
        if self.snapshot is None:
            return np.zeros(0, dtype=np.float32)
        ids = self.snapshot.arrays["member_ids"]
        at = int(np.searchsorted(ids, member_id))
        if at >= len(ids) or ids[at] != member_id:
            return np.zeros(0, dtype=np.float32)
        return np.array(self.snapshot.arrays["members"][at], dtype=np.float32)

    def of_notes(self, note_ids: list[int]) -> np.ndarray:
        """The notes' factors, zeros for those that are not in it; shape (notes, FACTORS)."""
        found = np.zeros((len(note_ids), FACTORS), dtype=np.float32)
        if self.snapshot is None or not note_ids:
            return found
        ids = self.snapshot.arrays["note_ids"]
        wanted = np.array(note_ids, dtype=np.int64)
        at = np.minimum(np.searchsorted(ids, wanted), len(ids) - 1)
        known = ids[at] == wanted
        found[known] = self.snapshot.arrays["notes"][at[known]]
        return found
