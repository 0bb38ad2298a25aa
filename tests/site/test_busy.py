"""Busy statements give what the driver's cursors give, and survive what happens to a connection."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection

from dukou.site.arrays import FloatArray, IntArray
from dukou.site.busy import MOST_PREPARED
from dukou.site.listening import ListeningConnection
from dukou.site.statements import rows_of

MANY = (
    b"SELECT $1::bigint, $2::text, $3::uuid, $4::timestamptz, $5::bigint[], $6::float8[], $7::int"
)
SEVERAL = b"SELECT n, n || 'th' FROM generate_series(1, $1::int) n"


@pytest.fixture
def line(db: None) -> Iterator[ListeningConnection]:
    """A connection as the pool makes it, outside of any transaction."""
    given = connection.get_connection_params()
    with ListeningConnection.connect(**given, autocommit=True) as found:
        yield found


def by_cursor(line: ListeningConnection, written: bytes, given: list[Any]) -> list[Any]:
    """The rows as the driver's own cursor gives them."""
    return psycopg.RawCursor(line).execute(written, given).fetchall()


@pytest.mark.parametrize("number", [1, 70_000, 2**40, None])
def test_rows_are_those_of_the_driver(line: ListeningConnection, number: int | None) -> None:
    moment = datetime(2025, 1, 13, 8, tzinfo=UTC)
    given = [number, "渡口", UUID(int=7), moment, IntArray([1, 2]), FloatArray([0.5]), None]
    for _ in range(3):
        assert line.busy.rows(MANY, given) == by_cursor(line, MANY, given)
    assert line.busy.rows(SEVERAL, [3]) == [(1, "1th"), (2, "2th"), (3, "3th")]
    assert line.busy.rows(SEVERAL, [0]) == []


def test_a_statement_is_prepared_once_for_values_of_the_same_types(
    line: ListeningConnection,
) -> None:
    for size in (1, 2, 3):
        line.busy.rows(SEVERAL, [size])
    prepared = line.execute("SELECT statement FROM pg_prepared_statements").fetchall()
    assert prepared == [(SEVERAL.decode(),)]


def test_what_the_driver_has_forgotten_is_prepared_again(line: ListeningConnection) -> None:
    assert line.busy.rows(SEVERAL, [1]) == [(1, "1th")]
    line.execute("DEALLOCATE ALL")
    assert line.busy.rows(SEVERAL, [1]) == [(1, "1th")]


def test_a_backend_keeps_only_so_many(line: ListeningConnection) -> None:
    for number in range(MOST_PREPARED + 5):
        assert line.busy.rows(b"SELECT %d, $1::int" % number, [1]) == [(number, 1)]
    assert line.busy.rows(b"SELECT 0, $1::int", [2]) == [(0, 2)]
    assert line.execute("SELECT count(*) FROM pg_prepared_statements").fetchone() == (
        MOST_PREPARED,
    )


def test_errors_are_the_driver_s_and_the_connection_goes_on(line: ListeningConnection) -> None:
    with pytest.raises(psycopg.errors.DivisionByZero):
        line.busy.rows(b"SELECT 1 / $1::int", [0])
    with pytest.raises(psycopg.errors.SyntaxError):
        line.busy.rows(b"SELECT $1::int FROM", [0])
    assert line.busy.rows(b"SELECT 1 / $1::int", [1]) == [(1,)]


def test_a_backend_that_ended_is_an_operational_error(line: ListeningConnection) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [line.info.backend_pid])
    with pytest.raises(psycopg.OperationalError):
        line.busy.rows(SEVERAL, [1])
    assert line.closed


def test_statements_are_busy_only_outside_of_transactions_and_where_they_are_prepared(
    line: ListeningConnection,
) -> None:
    assert line.may_be_busy
    line.autocommit = False
    assert not line.may_be_busy
    given = {**connection.get_connection_params(), "prepare_threshold": None}
    with ListeningConnection.connect(**given, autocommit=True) as plain:
        assert not plain.may_be_busy


@pytest.mark.django_db(transaction=True)
def test_a_statement_outside_of_transactions_gives_its_rows() -> None:
    assert rows_of("SELECT %(word)s::text, '5 %%'", {"word": "渡"}) == [("渡", "5 %")]
    with pytest.raises(Exception, match="division by zero"):
        rows_of("SELECT 1 / %s::int", [0])
