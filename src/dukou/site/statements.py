"""Reads whose SQL Django writes once: for the pages that everybody asks for all day.

Composing the visibility gate anew takes Django longer than the database takes to answer. The gate
stays where it is, and is asked for its SQL only the first time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Field, ForeignKey, Lookup, Model, QuerySet

if TYPE_CHECKING:
    AnyLookup = Lookup[Any]
else:
    AnyLookup = Lookup

#: Numbers that no id reaches; where one comes out as a parameter, that is the value's place.
_FIRST_PLACE = -(2**62)


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
        with connection.cursor() as cursor:
            cursor.execute(
                text, [value.pk if isinstance(value, Model) else value for value in given]
            )
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows

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
