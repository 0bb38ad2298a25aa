"""What scores are worth to each group of readers, by the language of the note.

Fitted on the places that chance filled and readers saw. A score there was made under the lines of
then, so that only places since they were fitted count, and new lines go on top of the old ones.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import numpy as np
from django.db import connection

from dukou.engine import ReasonCode
from dukou.engine.calibration import Calibration, calibrate, composed, relative
from dukou.engine.snapshot import Snapshot
from dukou.language import tags
from dukou.site.reading.allocation.agreeing import Lesson
from dukou.site.reading.allocation.cohorts import cohort_of
from dukou.site.reading.allocation.shelf import group_of

FEWEST_PLACES = 500
FEWEST_LIKED = 25
MOST_PLACES = 50_000
REMEMBERED = timedelta(days=30)
FIRST_TERM, LAST_TERM = 3, 9  # topic to bridging in `pack_terms`, counted from one

PLACES = f"""
SELECT concat_ws(' ', m.home_language, coalesce(nullif(m.region, ''), '-'),
    CASE WHEN m.wave <> '' AND m.active_days < 60 THEN m.wave ELSE 'resident' END), n.lang,
  (SELECT sum(t) FROM unnest(p.terms[(drawn.slot - 1) * width.of_slot + {FIRST_TERM}
    : (drawn.slot - 1) * width.of_slot + {LAST_TERM}]) t),
  EXISTS (SELECT FROM talk_like l WHERE l.member_id = m.id AND l.note_id = n.id AND l.at > p.at)
  OR EXISTS (SELECT FROM talk_save s WHERE s.member_id = m.id AND s.note_id = n.id AND s.at > p.at)
FROM reading_servedpage p
JOIN members_readerkey k ON k.key = p.reader_key
JOIN members_member m ON m.id = k.member_id
CROSS JOIN LATERAL (SELECT array_position(p.reasons, {int(ReasonCode.EXPLORATION)}::smallint)
  AS slot) drawn
CROSS JOIN LATERAL (SELECT array_length(p.terms, 1) / array_length(p.note_ids, 1) AS of_slot) width
JOIN notes_note n ON n.id = p.note_ids[drawn.slot]
JOIN reading_impression i ON i.page_id = p.id AND i.slot = drawn.slot - 1
  AND i.day = (p.at AT TIME ZONE 'UTC')::date
WHERE p.at > %(since)s AND drawn.slot IS NOT NULL
ORDER BY p.id DESC LIMIT %(most)s
"""  # noqa: S608 - the numbers are ours


def lines_lately(before: Snapshot | None, *, now: datetime) -> Lesson:
    """The lines for the next snapshot: new ones where enough was seen since the last were fitted,
    else those of the snapshot before."""
    old = _lines_in(before)
    fitted = datetime.fromisoformat(old.facts["calibrated_at"]) if old else now - REMEMBERED
    with connection.cursor() as cursor:
        cursor.execute(PLACES, {"since": max(fitted, now - REMEMBERED), "most": MOST_PLACES})
        rows = cursor.fetchall()
    if len(rows) < FEWEST_PLACES or sum(row[3] for row in rows) < FEWEST_LIKED:
        return (old.arrays, old.facts) if old else ({}, {})
    groups = [group_of(cohort_of(row[0])) for row in rows]
    languages = [tags.base(row[1]) for row in rows]
    names = sorted({*groups, *(old.facts["calibration_groups"] if old else ())})
    spoken = sorted({*languages, *(old.facts["calibration_languages"] if old else ())})
    scores = np.array([row[2] for row in rows], dtype=np.float64)
    engaged = np.array([row[3] for row in rows], dtype=np.float64)
    found = calibrate(
        scores,
        engaged,
        np.array([names.index(group) for group in groups]),
        np.array([spoken.index(tag) for tag in languages]),
        cohort_count=len(names),
        language_count=len(spoken),
    )
    nothing = np.zeros(len(rows), dtype=np.int64)
    whole = calibrate(scores, engaged, nothing, nothing, cohort_count=1, language_count=1)
    lines = relative(found, whole)
    if lines is None:
        return (old.arrays, old.facts) if old else ({}, {})
    if old:
        lines = composed(old.over(names, spoken), lines)
    return (
        {"calibration_slope": lines.slope, "calibration_offset": lines.offset},
        {
            "calibration_groups": names,
            "calibration_languages": spoken,
            "calibrated_at": now.isoformat(),
            "calibrated_on": len(rows),
        },
    )


class _Lines:
    """The lines of a snapshot, to be carried into the next."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.arrays: dict[str, Any] = {
            name: np.array(snapshot.arrays[name])
            for name in ("calibration_slope", "calibration_offset")
        }
        self.facts: dict[str, Any] = {
            name: value for name, value in snapshot.facts.items() if name.startswith("calibrat")
        }

    def over(self, groups: list[str], languages: list[str]) -> Calibration:
        """The same lines in a larger table; 1 and 0 where there was none."""
        slope, offset = (
            np.ones((len(groups), len(languages))),
            np.zeros((len(groups), len(languages))),
        )
        rows = [groups.index(name) for name in self.facts["calibration_groups"]]
        columns = [languages.index(tag) for tag in self.facts["calibration_languages"]]
        slope[np.ix_(rows, columns)] = self.arrays["calibration_slope"]
        offset[np.ix_(rows, columns)] = self.arrays["calibration_offset"]
        return Calibration(slope, offset)


def _lines_in(snapshot: Snapshot | None) -> _Lines | None:
    has = snapshot is not None and "calibration_slope" in snapshot.arrays
    return _Lines(snapshot) if has and snapshot is not None else None
