"""The log by the day: made ahead, moved, and forgotten after 30 days."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from dukou.site.reading.models import Impression
from dukou.site.reading.partitions import DAYS_AHEAD, DAYS_KEPT, LOGS, keep_log

TODAY = date(2031, 5, 20)


def partitions() -> set[str]:
    """The tables of single days."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT inhrelid::regclass::text FROM pg_inherits")
        return {name for (name,) in cursor.fetchall() if name[-8:].isdigit()}


def see(day: date, page_id: int) -> None:
    """A slot seen on that day."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO reading_impression (page_id, slot, at, day) VALUES (%s, 0, %s, %s)",
            [page_id, datetime(day.year, day.month, day.day, 12, tzinfo=UTC), day],
        )


@pytest.mark.django_db
def test_the_next_days_have_partitions_in_every_log() -> None:
    keep_log(today=TODAY)
    keep_log(today=TODAY)
    days = [TODAY + timedelta(days=ahead) for ahead in range(DAYS_AHEAD + 1)]
    assert partitions() == {f"{log.table}_{day:%Y%m%d}" for log in LOGS for day in days}


@pytest.mark.django_db
def test_rows_that_came_before_their_partition_are_moved_into_it() -> None:
    see(TODAY, 1)
    keep_log(today=TODAY)
    see(TODAY, 2)
    with connection.cursor() as cursor:
        cursor.execute("SELECT page_id FROM reading_impression_20310520 ORDER BY page_id")
        assert cursor.fetchall() == [(1,), (2,)]


@pytest.mark.django_db
def test_detail_older_than_thirty_days_is_forgotten_with_or_without_a_partition() -> None:
    for age in (DAYS_KEPT + 5, DAYS_KEPT + 1, DAYS_KEPT, 0):
        see(TODAY - timedelta(days=age), age + 1)
    keep_log(today=TODAY - timedelta(days=DAYS_KEPT + 1))
    keep_log(today=TODAY)
    left = set(Impression.objects.values_list("page_id", flat=True))
    assert left == {DAYS_KEPT + 1, 1}
