"""Bridging: which notes are liked across those who usually disagree."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import numpy as np
from django.db import connection

from dukou.engine import ReasonCode
from dukou.engine.bridging import bridging_scores

FEWEST_RATINGS = 100
MOST_RATINGS = 2_000_000

# A rating is what a member did with a note, or that they did nothing although they saw it where
# chance had put it: elsewhere the ranker's choice would be in it.
RATINGS = f"""
SELECT member_id, note_id, max(rating) FROM (
  SELECT member_id, note_id, 1.0 AS rating FROM talk_like WHERE at > %(since)s
  UNION ALL SELECT member_id, note_id, 1.0 FROM talk_save WHERE at > %(since)s
  UNION ALL SELECT member_id, note_id, 0.0 FROM talk_notforme WHERE at > %(since)s
  UNION ALL SELECT k.member_id, p.note_ids[drawn.slot], 0.0
    FROM reading_servedpage p
    JOIN members_readerkey k ON k.key = p.reader_key
    CROSS JOIN LATERAL (SELECT array_position(p.reasons, {int(ReasonCode.EXPLORATION)}::smallint)
      AS slot) drawn
    JOIN reading_impression i ON i.page_id = p.id AND i.slot = drawn.slot - 1
      AND i.day = (p.at AT TIME ZONE 'UTC')::date
    WHERE p.at > %(since)s AND drawn.slot IS NOT NULL
) said GROUP BY 1, 2 ORDER BY 2 DESC, 1 LIMIT %(most)s
"""  # noqa: S608 - the number is ours

Lesson = tuple[dict[str, Any], dict[str, Any]]


def bridging_lately(since: datetime, *, rng: np.random.Generator) -> Lesson:
    """Scores of the notes that were rated since then, for the snapshot; nothing from too few."""
    with connection.cursor() as cursor:
        cursor.execute(RATINGS, {"since": since, "most": MOST_RATINGS})
        rows = cursor.fetchall()
    if len(rows) < FEWEST_RATINGS:
        return {}, {}
    members, notes, ratings = (np.array(column) for column in zip(*rows, strict=True))
    _, raters = np.unique(members, return_inverse=True)
    ids, rated = np.unique(notes, return_inverse=True)
    found = bridging_scores(raters, rated, ratings.astype(np.float64), rng=rng)
    scores = np.clip(found.note, -1.0, 1.0).astype(np.float32)
    return {"bridging_ids": ids, "bridging": scores}, {"ratings": len(rows)}
