"""What is exported: four sheets of detail for 30 days, and two of sums that stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dukou.engine import ReasonCode
from dukou.site.members.models import ACTIVE_DAYS_OF_A_NEWCOMER

Kind = Literal["int", "float", "text", "time"]
#: Readers of a cohort that has fewer in an hour are summed up together, without its name.
FEWEST_READERS = 5


@dataclass(frozen=True)
class Sheet:
    """A table of one hour: its columns, and the statement that gives its rows in their order.

    The statement takes `since` and `until`. Times are microseconds since 1970, UTC. Detail names
    readers by their reader key alone, and is forgotten after 30 days.
    """

    name: str
    columns: dict[str, Kind]
    sql: str
    is_detail: bool = True


def _micros(column: str) -> str:
    return f"(extract(epoch FROM {column}) * 1000000)::bigint"


_REASONS = " ".join(f"WHEN {code.value} THEN '{code.name.lower()}'" for code in ReasonCode)
_READER_ARRIVAL = f"""CASE WHEN m.id IS NULL THEN 'visitor'
  WHEN m.wave <> '' AND m.active_days < {ACTIVE_DAYS_OF_A_NEWCOMER} THEN 'newcomer'
  ELSE 'resident' END"""
_READERS = """LEFT JOIN members_readerkey k ON k.key = {key}
LEFT JOIN members_member m ON m.id = k.member_id"""
_PERIOD = "{at} >= %(since)s AND {at} < %(until)s"

SERVED = Sheet(
    "served",
    {
        **{"page": "int", "slot": "int", "at": "time", "session": "text"},
        **{"reader": "text", "reader_language": "text", "reader_arrival": "text"},
        **{"dial": "int", "contract": "int", "note": "int", "origin": "text"},
        **{"reason": "text", "propensity": "float", "exposure": "float"},
    },
    f"""
SELECT p.id, s.at - 1, {_micros("p.at")}, p.session::text, p.reader_key::text,
  coalesce(m.home_language, ''), {_READER_ARRIVAL}, p.dial, p.contract_id, s.note,
  coalesce(n.origin, ''), CASE p.reasons[s.at] {_REASONS} ELSE '' END,
  p.propensities[s.at], p.exposures[s.at]
FROM reading_servedpage p
CROSS JOIN LATERAL unnest(p.note_ids) WITH ORDINALITY AS s(note, at)
LEFT JOIN notes_note n ON n.id = s.note
{_READERS.format(key="p.reader_key")}
WHERE {_PERIOD.format(at="p.at")} ORDER BY p.id, s.at
""",  # noqa: S608 - written here
)
FEEDS = Sheet(
    "feeds",
    {
        **{"page": "int", "slot": "int", "at": "time", "feed": "text"},
        **{"reader": "text", "reader_language": "text", "reader_arrival": "text"},
        **{"note": "int", "origin": "text"},
    },
    f"""
SELECT p.id, s.at - 1, {_micros("p.at")}, p.feed, p.reader_key::text,
  coalesce(m.home_language, ''), {_READER_ARRIVAL}, s.note, coalesce(n.origin, '')
FROM reading_feedpage p
CROSS JOIN LATERAL unnest(p.note_ids) WITH ORDINALITY AS s(note, at)
LEFT JOIN notes_note n ON n.id = s.note
{_READERS.format(key="p.reader_key")}
WHERE {_PERIOD.format(at="p.at")} ORDER BY p.id, s.at
""",  # noqa: S608
)
SEEN = Sheet(
    "seen",
    {"page": "int", "slot": "int", "at": "time"},
    f"""
SELECT page_id, slot, {_micros("at")} FROM reading_impression
WHERE {_PERIOD.format(at="at")}
  AND day BETWEEN %(since)s::date - 2 AND %(until)s::date + 1
ORDER BY at, page_id, slot
""",  # noqa: S608
)
DONE = Sheet(
    "done",
    {
        **{"id": "int", "at": "time", "reader": "text", "kind": "text"},
        **{"note": "int", "page": "int", "slot": "int"},
    },
    f"""
SELECT id, {_micros("at")}, reader_key::text, kind, note_id, page_id, slot FROM notes_event
WHERE {_PERIOD.format(at="at")} ORDER BY id
""",  # noqa: S608
)
# Of a cohort with few readers only the sum with others is kept: it stays for good.
_COHORTS = f"""
rows AS (
  SELECT r.*, CASE WHEN readers < {FEWEST_READERS} THEN 'few' ELSE language END AS reader_language,
    CASE WHEN readers < {FEWEST_READERS} THEN 'few' ELSE arrival END AS reader_arrival
  FROM found r JOIN (
    SELECT language, arrival, count(DISTINCT reader_key) AS readers FROM found GROUP BY 1, 2
  ) c USING (language, arrival))
"""  # noqa: S608
_ORIGIN = """split_part(coalesce(n.origin, ''), ' ', 1) AS origin_language,
  CASE split_part(coalesce(n.origin, ''), ' ', 3) WHEN '' THEN '' WHEN 'resident' THEN 'resident'
  ELSE 'newcomer' END AS origin_arrival"""
SHOWN_BY_HOUR = Sheet(
    "shown-by-hour",
    {
        **{"hour": "time", "reader_language": "text", "reader_arrival": "text"},
        **{"origin_language": "text", "origin_arrival": "text"},
        **{"readers": "int", "slots": "int", "exposure": "float"},
    },
    f"""
WITH found AS (
  SELECT coalesce(p.reader_key, p.session) AS reader_key, coalesce(m.home_language, '') AS language,
    {_READER_ARRIVAL} AS arrival, {_ORIGIN}, p.exposures[s.at] AS exposure
  FROM reading_servedpage p
  CROSS JOIN LATERAL unnest(p.note_ids) WITH ORDINALITY AS s(note, at)
  LEFT JOIN notes_note n ON n.id = s.note
  {_READERS.format(key="p.reader_key")}
  WHERE {_PERIOD.format(at="p.at")}),
{_COHORTS}
SELECT {_micros("%(since)s::timestamptz")}, reader_language, reader_arrival, origin_language,
  origin_arrival, count(DISTINCT reader_key), count(*), sum(exposure)
FROM rows GROUP BY 2, 3, 4, 5 ORDER BY 2, 3, 4, 5
""",  # noqa: S608
    is_detail=False,
)
DONE_BY_HOUR = Sheet(
    "done-by-hour",
    {
        **{"hour": "time", "reader_language": "text", "reader_arrival": "text"},
        **{"origin_language": "text", "origin_arrival": "text"},
        **{"kind": "text", "count": "int"},
    },
    f"""
WITH found AS (
  SELECT e.reader_key, coalesce(m.home_language, '') AS language,
    {_READER_ARRIVAL} AS arrival, {_ORIGIN}, e.kind
  FROM notes_event e LEFT JOIN notes_note n ON n.id = e.note_id
  {_READERS.format(key="e.reader_key")}
  WHERE {_PERIOD.format(at="e.at")}),
{_COHORTS}
SELECT {_micros("%(since)s::timestamptz")}, reader_language, reader_arrival, origin_language,
  origin_arrival, kind, count(*)
FROM rows GROUP BY 2, 3, 4, 5, 6 ORDER BY 2, 3, 4, 5, 6
""",  # noqa: S608
    is_detail=False,
)
SHEETS = (SERVED, FEEDS, SEEN, DONE, SHOWN_BY_HOUR, DONE_BY_HOUR)
