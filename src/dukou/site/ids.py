"""Time-ordered 64-bit ids, given by the database when a row is made.

The layout is Mastodon's, whose clients turn a date into an id: milliseconds since 1970
shifted left by 16 bits, with a sequence in the low bits.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Func

if TYPE_CHECKING:
    BigIntegerField = models.BigIntegerField[int, int]
else:
    BigIntegerField = models.BigIntegerField

LARGEST = 2**63 - 1
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class NextId(Func):
    """The SQL call that makes the next id."""

    function = "dukou_id"
    template = "%(function)s()"
    arity = 0
    output_field = models.BigIntegerField()


class TimeId(BigIntegerField):
    """Primary key in order of time, from the database's own clock."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("primary_key", True)
        kwargs.setdefault("db_default", NextId())
        kwargs.setdefault("editable", False)
        super().__init__(**kwargs)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Migrations name the field only: its defaults are its meaning."""
        name, path, args, kwargs = super().deconstruct()
        for implied in ("primary_key", "db_default", "editable"):
            kwargs.pop(implied, None)
        return name, path, args, kwargs


def id_in(text: str) -> int | None:
    """The id that a form or a query names in plain digits; None for nonsense."""
    if not (text.isascii() and text.isdigit() and len(text) < 20):
        return None
    given = int(text)
    return given if given <= LARGEST else None


def id_at(moment: datetime) -> int:
    """The smallest id that a row made at this moment can have."""
    return int((moment - EPOCH) / timedelta(milliseconds=1)) << 16


def moment_of(time_id: int) -> datetime:
    """When the row with this id was made, to the millisecond, in UTC."""
    return EPOCH + timedelta(milliseconds=time_id >> 16)
