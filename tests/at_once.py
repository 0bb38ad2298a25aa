"""For tests of what two connections do in the same instant."""

from django.db import connection


def is_anyone_waiting() -> bool:
    """Whether a transaction in the test database waits for what another has locked."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock')"
        )
        return bool(cursor.fetchone()[0])
