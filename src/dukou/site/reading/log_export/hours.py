"""Which hours are exported, where their files lie, and what is forgotten."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from dukou.site.reading.log_export.parquet import write_parquet
from dukou.site.reading.log_export.sheets import SHEETS, Sheet
from dukou.site.reading.partitions import DAYS_KEPT

HOUR = timedelta(hours=1)
#: A request that ends late still writes into the hour in which it began.
_SETTLED = timedelta(minutes=10)
_BATCH = 20_000
_FIRST = """
SELECT least((SELECT min(at) FROM reading_servedpage), (SELECT min(at) FROM reading_feedpage),
  (SELECT min(at) FROM notes_event))
"""


def folder() -> Path:
    """Where the files lie: `<sheet>/<day>/<hour>.parquet`, days and hours in UTC."""
    return Path(settings.CONFIGURATION.home) / "events"


def export_finished(*, now: datetime) -> int:
    """Write every hour that is over and not written yet; gives how many there were."""
    written = 0
    for hour in _waiting(now):
        export_hour(hour)
        _mark_until(hour + HOUR)
        written += 1
    return written


def export_hour(hour: datetime) -> None:
    """Write the sheets of the hour that begins at `hour`; written again, they are replaced.

    A sheet without rows has no file.
    """
    for sheet in SHEETS:
        path = path_of(sheet, hour)
        batches = _rows(sheet, hour)
        first = next(batches, None)
        if first is None:
            path.unlink(missing_ok=True)
        else:
            write_parquet(sheet, _with(first, batches), path)


def exported_until() -> datetime | None:
    """The moment up to which all is written; None before the first time."""
    try:
        return datetime.fromisoformat(_mark().read_text())
    except (FileNotFoundError, ValueError):
        return None


def forget_mark() -> None:
    """Have the next export begin with the oldest hour of the log."""
    _mark().unlink(missing_ok=True)


def forget_detail(*, today: date) -> None:
    """Delete the files of detail that are older than 30 days; sums stay."""
    last = (today - timedelta(days=DAYS_KEPT)).isoformat()
    for sheet in SHEETS:
        if sheet.is_detail:
            for day in (folder() / sheet.name).glob("*-*-*"):
                if day.name < last:
                    shutil.rmtree(day)


def path_of(sheet: Sheet, hour: datetime) -> Path:
    """The sheet's file of an hour."""
    return folder() / sheet.name / f"{hour:%Y-%m-%d}" / f"{hour:%H}.parquet"


def _waiting(now: datetime) -> Iterator[datetime]:
    hour = exported_until() or _first_hour()
    if hour is None:
        return
    hour = max(hour, _begun(now) - timedelta(days=DAYS_KEPT))
    while hour + HOUR <= now - _SETTLED:
        yield hour
        hour += HOUR


def _first_hour() -> datetime | None:
    with connection.cursor() as cursor:
        cursor.execute(_FIRST)
        (first,) = cursor.fetchone()
    return _begun(first) if first else None


def _begun(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def _rows(sheet: Sheet, hour: datetime) -> Iterator[list[tuple[Any, ...]]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(sheet.sql, {"since": hour, "until": hour + HOUR})
        while rows := cursor.fetchmany(_BATCH):
            yield rows


def _with(first: list[tuple[Any, ...]], rest: Iterator[list[tuple[Any, ...]]]) -> Iterator[Any]:
    yield first
    yield from rest


def _mark() -> Path:
    return folder() / "exported-until"


def _mark_until(moment: datetime) -> None:
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    half = _mark().with_suffix(".half")
    half.write_text(moment.isoformat())
    half.replace(_mark())
