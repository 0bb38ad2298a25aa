"""Which bounds can be attained with the notes that are live and the readers who came."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection

from dukou.engine import Attainable, Contract, Demand, attainable, supply_of
from dukou.site.reading.allocation.cohorts import cohort_of
from dukou.site.reading.allocation.live_index import LiveIndex

LATELY = timedelta(hours=24)

# Readers of the last day by cohort, as `Member.cohort` writes it, and the exposure of their pages.
DEMAND = """
SELECT concat_ws(' ', m.home_language, coalesce(nullif(m.region, ''), '-'),
         CASE WHEN m.wave <> '' AND m.active_days < 60 THEN m.wave ELSE 'resident' END) AS cohort,
       count(DISTINCT m.id), sum(p.exposure)
FROM (SELECT reader_key, (SELECT sum(e) FROM unnest(exposures) e) AS exposure
      FROM reading_servedpage WHERE at > %s AND reader_key IS NOT NULL) p
JOIN members_readerkey k ON k.key = p.reader_key
JOIN members_member m ON m.id = k.member_id
GROUP BY cohort
"""


def reachable_bounds(
    contract: Contract, *, now: datetime, index: LiveIndex | None = None
) -> Attainable:
    """The bounds nearest to the contract's that can be kept for the readers of the last day.

    `index`: the process's, where it has one; else one is made for this.
    """
    live = (index or LiveIndex()).refresh()
    with connection.cursor() as cursor:
        cursor.execute(DEMAND, [now - LATELY])
        demand = [
            Demand(cohort_of(cohort), readers, exposure or 0.0)
            for cohort, readers, exposure in cursor.fetchall()
        ]
    with live.notes.lock:
        supply = supply_of(live.notes, contract)
    return attainable(contract, demand, supply)
