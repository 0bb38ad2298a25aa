"""The chance that each place of a page is seen: beacons on places that chance filled tell it."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
from django.db import connection

from dukou.engine import EngineConfig, ReasonCode
from dukou.engine.slot_chances import slot_chances
from dukou.site.reading.allocation.agreeing import Lesson
from dukou.site.reading.allocation.snapshots import COLUMNS, PAGE

FEWEST_PLACES = 200
MOST_PLACES = 50_000
REMEMBERED = timedelta(days=30)

# A page of which nothing was told was read without JavaScript, or not at all: it tells nothing.
PLACES = f"""
SELECT drawn.slot - 1, bool_or(i.slot = drawn.slot - 1)
FROM reading_servedpage p
CROSS JOIN LATERAL (SELECT array_position(p.reasons, {int(ReasonCode.EXPLORATION)}::smallint)
  AS slot) drawn
JOIN reading_impression i ON i.page_id = p.id AND i.day = (p.at AT TIME ZONE 'UTC')::date
WHERE p.at > %(since)s AND p.surface = 'explore' AND drawn.slot IS NOT NULL
GROUP BY p.id, drawn.slot ORDER BY p.id DESC LIMIT %(most)s
"""  # noqa: S608 - the number is ours


def chances_lately(now: datetime) -> Lesson:
    """The chances for the snapshot; nothing where too little was told."""
    with connection.cursor() as cursor:
        cursor.execute(PLACES, {"since": now - REMEMBERED, "most": MOST_PLACES})
        rows = [(place, was_seen) for place, was_seen in cursor.fetchall() if place < PAGE]
    if len(rows) < FEWEST_PLACES:
        return {}, {}
    places, seen = zip(*rows, strict=True)
    chances = slot_chances(
        np.array(places, dtype=np.int64),
        np.array(seen, dtype=np.float64),
        slots=PAGE,
        columns=COLUMNS,
        patience=EngineConfig().patience,
        told=True,
    )
    return {"slot_chances": chances}, {"places_told": len(rows)}
