"""Rate limits that hold across all web processes: counted in the database."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from dukou.site.members.models import RateCount


class LimitReached(Exception):
    """Too many of one action: carries the action and the seconds until the next is allowed."""

    def __init__(self, action: str, wait_seconds: int) -> None:
        self.action, self.wait_seconds = action, wait_seconds
        super().__init__(f"limit of {action} reached, again in {wait_seconds} s")


@dataclass(frozen=True)
class Limit:
    """So many of an action in a window of seconds."""

    action: str
    count: int
    window_seconds: int


POSTING = Limit("post", 30, 3600)
POSTING_OF_NEW_ACCOUNTS = Limit("post-new", 10, 3600)
COMMENTING = Limit("comment", 120, 3600)
REACTING = Limit("react", 600, 3600)
SEARCHING = Limit("search", 60, 60)
REPORTING = Limit("report", 30, 3600)
UPLOADING = Limit("upload", 200, 3600)
EXPORTING = Limit("export", 6, 3600)
CORRECTING_LANGUAGE = Limit("language", 60, 3600)
LEAVING = Limit("leave", 10, 3600)


def spend(limit: Limit, subject: str, *, now: float | None = None) -> None:
    """Count one action of the subject (`member:<id>` or `ip:<address>`).

    Raises LimitReached when the window is full.
    """
    moment = time.time() if now is None else now
    window = int(moment // limit.window_seconds)
    ends = (window + 1) * limit.window_seconds
    with connection.cursor() as cursor:
        cursor.execute(
            'INSERT INTO members_ratecount (subject, "window", count, expires_at)'
            " VALUES (%s, %s, 1, to_timestamp(%s))"
            ' ON CONFLICT (subject, "window") DO UPDATE SET count = members_ratecount.count + 1'
            " RETURNING count",
            [f"{limit.action}:{subject}"[:120], window, ends],
        )
        (count,) = cursor.fetchone()
    if count > limit.count:
        raise LimitReached(limit.action, max(1, int(ends - moment)))


def forget_old_counts() -> int:
    """Delete counts of windows that have passed; gives how many."""
    deleted, _ = RateCount.objects.filter(
        expires_at__lt=timezone.now() - timedelta(minutes=1)
    ).delete()
    return deleted
