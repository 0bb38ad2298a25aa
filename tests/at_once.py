"""For tests of what two connections do in the same instant."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import TypeVar

from django.db import connection

from tests.place import eventually

One = TypeVar("One")
Other = TypeVar("Other")


def while_halfway(
    first: Callable[[], One], second: Callable[[], Other], *, halfway: Event, go_on: Event
) -> tuple[Future[One], Future[Other]]:
    """Both, ended: the second begins when the first says that it is halfway, and the first goes on
    when the second waits for it."""
    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(first)
        assert halfway.wait(30)
        other = pool.submit(second)
        try:
            eventually(is_anyone_waiting, "the second did not wait for the first")
        finally:
            go_on.set()
    return one, other


def is_anyone_waiting() -> bool:
    """Whether a transaction in the test database waits for what another has locked."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock')"
        )
        return bool(cursor.fetchone()[0])
