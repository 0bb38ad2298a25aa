"""Reads whose SQL Django writes once and the database plans once: for the pages that everybody
asks for all day.

Composing the visibility gate anew takes Django longer than the database takes to answer, and
planning it takes the database longer than answering. The gate stays where it is, and is asked for
its SQL only the first time; each connection prepares it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.backends.utils import CursorWrapper
from django.db.models import Field, ForeignKey, Lookup, Model, QuerySet

if TYPE_CHECKING:
    AnyLookup = Lookup[Any]
else:
    AnyLookup = Lookup

#: Numbers that no id reaches; where one comes out as a parameter, that is the value's place.
_FIRST_PLACE = -(2**62)


_Binding: Any = ServerBindingCursor


@contextmanager
def prepared_cursor() -> Iterator[CursorWrapper]:
    """A cursor whose statements the connection prepares once they come again. Values go to the
    database beside the statement, so each must have a type that the statement can do with."""
    database: Any = connection
    database.ensure_connection()
    with database.wrap_database_errors:
        cursor = _Binding(database.connection)
    with database._prepare_cursor(cursor) as wrapped:  # counts, logs and translates errors
        yield wrapped


def rows_of(text: str, values: Sequence[Any] | Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The rows that a prepared statement gives for these values."""
    with prepared_cursor() as cursor:
        cursor.execute(text, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


class Statement:
    """A queryset of `values_list` rows, made by `build` from the values that change.

    `build` gets a stand-in for each of its parameters: a member without anything but an id for
    `viewer`, a number for any other. Lists of ids go in by the lookup `among`.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], *parameters: str) -> None:
        self.build = build
        self.parameters = parameters

    def rows(self, **values: Any) -> list[tuple[Any, ...]]:
        """The rows for these values: a `Member` for `viewer`, ids or lists of ids for others."""
        text, places = self._written
        given = [values[place] if isinstance(place, _Place) else place for place in places]
        return rows_of(text, [value.pk if isinstance(value, Model) else value for value in given])

    @cached_property
    def _written(self) -> tuple[str, list[Any]]:
        numbers = {name: _FIRST_PLACE + at for at, name in enumerate(self.parameters)}
        stand_ins = {
            name: _only_id(number) if name == "viewer" else number
            for name, number in numbers.items()
        }
        text, parameters = self.build(**stand_ins).query.sql_with_params()
        names = {number: _Place(name) for name, number in numbers.items()}
        return text, [names.get(value, value) for value in parameters]


class _Place(str):
    """The name of the value that goes here."""


def _only_id(number: int) -> Model:
    """A member of whom only the id can be read: anything else would be asked of the database,
    which has no such row, so that SQL can never be written from one viewer's particulars."""
    return get_user_model().from_db(DEFAULT_DB_ALIAS, ["id"], [number])


@ForeignKey.register_lookup
@Field.register_lookup
class Among(AnyLookup):
    """`pk__among=[1, 2]`: one of a list, as one parameter however long the list is."""

    lookup_name = "among"
    prepare_rhs = False

    def get_db_prep_lookup(self, value: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """The list as it is."""
        return "%s", (value,)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """`column = ANY(list)`."""
        column, before = self.process_lhs(compiler, connection)
        values, after = self.process_rhs(compiler, connection)
        return f"{column} = ANY({values})", (*before, *after)
