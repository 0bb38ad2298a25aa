"""Reads whose SQL Django writes once and the database plans once: for the pages that everybody
asks for all day.

Composing the visibility gate anew takes Django longer than the database takes to answer, and
planning it takes the database longer than answering. The gate stays where it is, and is asked for
its SQL only the first time; each connection prepares it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any

import psycopg
from django.contrib.auth import get_user_model
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.models import Field, ForeignKey, Lookup, Model, QuerySet
from psycopg import sql

from dukou.site.listening import ListeningConnection

if TYPE_CHECKING:
    AnyLookup = Lookup[Any]
else:
    AnyLookup = Lookup

Values = Sequence[Any] | Mapping[str, Any]
Rows = list[tuple[Any, ...]]

#: Numbers that no id reaches; where one comes out as a parameter, that is the value's place.
_FIRST_PLACE = -(2**62)
_PLACE = re.compile(r"%%|%s|%\((\w+)\)s")
_Logged: Any = ServerBindingCursor


def rows_of(text: str, values: Values, *, prepared: bool = True) -> Rows:
    """The rows that a statement gives for these values; the connection prepares it when it comes
    again. Values go to the database beside the statement, so each must have a type that the
    statement can do with. `prepared`: one plan does for all values.

    Django's own cursors take longer than the database; they are left to who asks for a log.
    """
    database: Any = connections[DEFAULT_DB_ALIAS]
    with database.wrap_database_errors:
        database.ensure_connection()
        if database.queries_logged:
            return _logged_rows(database, text, values)
        database.validate_no_broken_transaction()
        written, names = _native(text)
        given = [values[name] for name in names]  # type: ignore[index]  # as the text names them
        found: Rows = []
        ask = partial(_ask, found, database.connection, written, given, prepared=prepared)
        if database.execute_wrappers:
            _wrapped(ask, database)(text, values, False, {"connection": database})
        else:
            ask()
        return found


def _ask(
    found: Rows, connection: Any, written: bytes, given: Sequence[Any], *, prepared: bool
) -> None:
    if prepared and isinstance(connection, ListeningConnection) and connection.may_be_busy:
        found += connection.busy.rows(written, given)
    else:
        cursor = psycopg.RawCursor(connection)
        # None: once it has come a few times.
        cursor.execute(written, given, prepare=None if prepared else False)
        found += cursor.fetchall()


def _logged_rows(database: Any, text: str, values: Values) -> Rows:
    with database._prepare_cursor(_Logged(database.connection)) as cursor:
        cursor.execute(text, values)
        rows: Rows = cursor.fetchall()
    return rows


def _wrapped(ask: Callable[[], Any], database: Any) -> Callable[..., Any]:
    """The statement inside what stands around every statement for the moment."""

    def execute(_text: str, _values: Values, _many: bool, _about: object) -> Any:
        return ask()

    for wrapper in reversed(database.execute_wrappers):
        execute = partial(wrapper, execute)
    return execute


@lru_cache(maxsize=256)
def _native(text: str) -> tuple[bytes, tuple[str | int, ...]]:
    """The statement as the database writes it, and the value that goes in each of its places."""
    names: list[str | int] = []

    def place(found: re.Match[str]) -> str:
        if found[0] == "%%":
            return "%"
        name = found[1] or len(names)
        if name not in names:
            names.append(name)
        return f"${names.index(name) + 1}"

    return _PLACE.sub(place, text).encode(), tuple(names)


class Statement:
    """A queryset of `values_list` rows, made by `build` from the values that change.

    `build` gets a stand-in for each of its parameters: a member without anything but an id for
    `viewer`, a number for any other. Lists of ids go in by the lookup `among`. `prepared`: false
    where the best plan depends on the values.
    """

    def __init__(
        self, build: Callable[..., QuerySet[Any, Any]], *parameters: str, prepared: bool = True
    ) -> None:
        self.build = build
        self.parameters = parameters
        self.prepared = prepared

    def rows(self, **values: Any) -> Rows:
        """The rows for these values: a `Member` for `viewer`, ids or lists of ids for others."""
        if "viewer" in values:
            values["viewer"] = values["viewer"].pk
        return rows_of(self.text, values, prepared=self.prepared)

    @cached_property
    def text(self) -> str:
        """The statement, with names for what changes; all else stands in it as it is."""
        numbers = {name: _FIRST_PLACE + at for at, name in enumerate(self.parameters)}
        stand_ins = {
            name: _only_id(number) if name == "viewer" else number
            for name, number in numbers.items()
        }
        text, parameters = self.build(**stand_ins).query.sql_with_params()
        names = {number: f"%({name})s" for name, number in numbers.items()}
        pieces = iter(parameters)
        return re.sub(
            "%%|%s",
            lambda found: found[0] if found[0] == "%%" else _written(next(pieces), names),
            text,
        )


def _written(value: Any, names: Mapping[int, str]) -> str:
    """A parameter as the statement has it: the name of what changes, else the value."""
    if isinstance(value, int) and value in names:
        return names[value]
    plain = str(value) if isinstance(value, str) else value
    return sql.Literal(plain).as_string(None).replace("%", "%%")


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
