"""How much is translated in a day: for one member's reading, and for the whole place."""

from __future__ import annotations

from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from dukou.ground.configuration import configuration

_CHARGE = """
INSERT INTO bridge_spending AS spent (day, member_id, characters)
VALUES (%(day)s, %(member)s, %(n)s)
ON CONFLICT (day, member_id) DO UPDATE SET characters = spent.characters + %(n)s
WHERE spent.characters + %(n)s <= %(limit)s
RETURNING characters
"""
_REFUND = """
UPDATE bridge_spending SET characters = greatest(0, characters - %(n)s)
WHERE day = %(day)s AND member_id IS NOT DISTINCT FROM %(member)s
"""


class OutOfBudget(Exception):
    """Today's characters of the member or the place are used up."""


@transaction.atomic
def charge(characters: int, *, member_id: int | None, day: date | None = None) -> None:
    """Take characters from both budgets, or from neither and raise `OutOfBudget`."""
    limits = configuration()
    _take(characters, None, limits.translate_daily_chars, day)
    if member_id is not None:
        _take(characters, member_id, limits.translate_member_daily_chars, day)


@transaction.atomic
def refund(characters: int, *, member_id: int | None, day: date | None = None) -> None:
    """Give back what was charged for a translation that no engine made."""
    with connection.cursor() as cursor:
        for member in {None, member_id}:
            values = {"n": characters, "member": member, "day": day or timezone.localdate()}
            cursor.execute(_REFUND, values)


def _take(characters: int, member_id: int | None, limit: int, day: date | None) -> None:
    # A first row is not compared with the limit by the statement itself.
    if characters > limit:
        raise OutOfBudget
    values = {
        "day": day or timezone.localdate(),
        "member": member_id,
        "n": characters,
        "limit": limit,
    }
    with connection.cursor() as cursor:
        cursor.execute(_CHARGE, values)
        if cursor.fetchone() is None:
            raise OutOfBudget
