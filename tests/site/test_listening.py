"""A connection is made sure of without a word, and one that is dead is never handed out."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import connection
from psycopg_pool import ConnectionPool

from dukou.site.listening import ListeningConnection
from tests.place import eventually


@pytest.fixture
def pool(db: None) -> Iterator[ConnectionPool[Any]]:
    """A pool as Django keeps it, of one connection."""
    given = connection.get_connection_params()
    with ConnectionPool(
        kwargs={**given, "autocommit": True},
        connection_class=ListeningConnection,
        check=ConnectionPool.check_connection,
        min_size=1,
        max_size=1,
    ) as found:
        yield found


def statements_of(pid: int) -> Any:
    """When the backend began its last statement, whatever that was."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT query_start, query FROM pg_stat_activity WHERE pid = %s", [pid])
        return cursor.fetchone()


def test_what_is_prepared_is_planned_once(pool: ConnectionPool[Any]) -> None:
    with pool.connection() as first:
        assert first.execute("SHOW plan_cache_mode").fetchone() == ("force_generic_plan",)
    given = {**connection.get_connection_params(), "prepare_threshold": None}
    with ListeningConnection.connect(**given, autocommit=True) as plain:
        assert plain.execute("SHOW plan_cache_mode").fetchone() == ("auto",)


def test_a_quiet_connection_is_asked_nothing(pool: ConnectionPool[Any]) -> None:
    with pool.connection() as first:
        assert first.execute("SELECT 1").fetchone() == (1,)
        pid = first.info.backend_pid
    before = statements_of(pid)
    with pool.connection() as second:
        assert second is first
        assert statements_of(pid) == before


def test_a_backend_that_ended_is_replaced(pool: ConnectionPool[Any]) -> None:
    with pool.connection() as first:
        pid = first.info.backend_pid
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [pid])
    with pool.connection() as second:
        assert second.info.backend_pid != pid
        assert second.execute("SELECT 1").fetchone() == (1,)


def test_news_on_the_line_is_not_its_end(pool: ConnectionPool[Any]) -> None:
    with pool.connection() as first:
        first.execute("LISTEN landing")
        pid = first.info.backend_pid
    with psycopg.connect(first.info.dsn, password=first.info.password) as other:
        other.execute("NOTIFY landing")
    with pool.connection() as second:
        assert second.info.backend_pid == pid
        eventually(lambda: bool(list(second.notifies(timeout=0, stop_after=1))), "no news came")


def test_an_empty_query_in_a_transaction_is_asked(pool: ConnectionPool[Any]) -> None:
    with pool.connection() as first:
        first.autocommit = False
        pid = first.info.backend_pid
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [pid])
        with pytest.raises(psycopg.OperationalError):
            first.execute("")
