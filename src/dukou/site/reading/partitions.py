"""The event log by the day: partitions made ahead, row detail forgotten after 30 days.

A row of a day that has no partition lands in the table's default one, and is moved when its
partition is made: nothing is lost where this has not run for a while.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import connection, transaction
from psycopg import sql

DAYS_AHEAD = 3
DAYS_KEPT = 30


@dataclass(frozen=True)
class Log:
    """A table of the log, and the column that says which day a row belongs to."""

    table: str
    column: str


LOGS = (
    Log("reading_servedpage", "at"),
    Log("reading_feedpage", "at"),
    Log("reading_impression", "day"),
    Log("notes_event", "at"),
)


def keep_log(*, today: date) -> None:
    """Make the partitions of the next days and drop what is older than 30 days."""
    for log in LOGS:
        for ahead in range(DAYS_AHEAD + 1):
            make_partition(log, today + timedelta(days=ahead))
        forget_before(log, today - timedelta(days=DAYS_KEPT))


@transaction.atomic
def make_partition(log: Log, day: date) -> None:
    """The partition of a day, with the rows of that day that wait in the default one."""
    name = f"{log.table}_{day:%Y%m%d}"
    if name in _partitions(log):
        return
    start, end = _bound(log, day), _bound(log, day + timedelta(days=1))
    names = {
        "table": sql.Identifier(log.table),
        "rest": sql.Identifier(f"{log.table}_rest"),
        "name": sql.Identifier(name),
        "column": sql.Identifier(log.column),
        "start": sql.Literal(start),
        "end": sql.Literal(end),
    }
    with connection.cursor() as cursor:
        # Rows that come while this runs wait for the lock, and then find the new partition.
        for statement in (
            "LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE",
            "CREATE TABLE {name} (LIKE {table} INCLUDING DEFAULTS)",
            "INSERT INTO {name} SELECT * FROM {rest}"
            " WHERE {column} >= {start} AND {column} < {end}",
            "DELETE FROM {rest} WHERE {column} >= {start} AND {column} < {end}",
            "ALTER TABLE {table} ATTACH PARTITION {name} FOR VALUES FROM ({start}) TO ({end})",
        ):
            cursor.execute(sql.SQL(statement).format(**names))


@transaction.atomic
def forget_before(log: Log, day: date) -> None:
    """Drop the partitions of days before this one, and older rows of the default partition."""
    last = f"{log.table}_{day:%Y%m%d}"
    with connection.cursor() as cursor:
        for name in _partitions(log):
            if name < last:
                cursor.execute(sql.SQL("DROP TABLE {}").format(sql.Identifier(name)))
        rest = sql.Identifier(f"{log.table}_rest")
        cursor.execute(
            sql.SQL("DELETE FROM {} WHERE {} < %s").format(rest, sql.Identifier(log.column)),
            [_bound(log, day)],
        )


def _partitions(log: Log) -> list[str]:
    """The partitions of single days."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = %s::regclass",
            [log.table],
        )
        return sorted(name for (name,) in cursor.fetchall() if not name.endswith("_rest"))


def _bound(log: Log, day: date) -> date | datetime:
    """The beginning of a day, in UTC, as the column's type writes it."""
    return day if log.column == "day" else datetime(day.year, day.month, day.day, tzinfo=UTC)
