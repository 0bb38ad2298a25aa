"""How much is translated in a day: for one member's reading, and for the whole place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, transaction

from dukou.ground.configuration import configuration
from dukou.site.bridge.models import Account, Spending
from dukou.site.days import day_of_place

_CHARGE = """
INSERT INTO bridge_spending AS spent (day, member_id, account, characters)
VALUES (%(day)s, %(member)s, %(account)s, %(n)s)
ON CONFLICT (day, member_id, account) DO UPDATE SET characters = spent.characters + %(n)s
WHERE spent.characters + %(n)s <= %(limit)s
RETURNING characters
"""
_REFUND = """
UPDATE bridge_spending SET characters = greatest(0, characters - %(n)s)
WHERE day = %(day)s AND member_id IS NOT DISTINCT FROM %(member)s AND account = %(account)s
"""


class OutOfBudget(Exception):
    """Today's characters of the member or the place are used up."""


@dataclass(frozen=True)
class Payer:
    """For whom a translation is made: a member who reads, the place itself, or nobody yet."""

    member_id: int | None = None
    is_ahead: bool = False

    @property
    def _shares(self) -> list[tuple[int | None, Account, int]]:
        """Member, account and daily limit of all that is charged."""
        limits = configuration()
        shares: list[tuple[int | None, Account, int]] = [
            (None, Account.ALL, limits.translate_daily_chars)
        ]
        if self.member_id is not None:
            shares.append((self.member_id, Account.ALL, limits.translate_member_daily_chars))
        if self.is_ahead:
            shares.append((None, Account.AHEAD, limits.translate_ahead_daily_chars))
        return shares

    @transaction.atomic
    def charge(self, characters: int, *, day: date | None = None) -> None:
        """Take characters from all budgets, or from none and raise `OutOfBudget`."""
        for member_id, account, limit in self._shares:
            _take(characters, member_id, account, limit, day)

    @transaction.atomic
    def refund(self, characters: int, *, day: date | None = None) -> None:
        """Give back what was charged for a translation that no engine made."""
        for member_id, account, _limit in self._shares:
            _give(characters, member_id, account, day)


def charge_paid(characters: int) -> None:
    """Take characters from what engines with a key may get in a day, or raise `OutOfBudget`."""
    limit = configuration().translate_paid_daily_chars
    with transaction.atomic():
        _take(characters, None, Account.PAID, limit, None)


def refund_paid(characters: int) -> None:
    """Give back what an engine with a key did not answer."""
    _give(characters, None, Account.PAID, None)


def spent_today(account: Account) -> int:
    """Characters of one account of the place."""
    rows = Spending.objects.filter(day=day_of_place(), member=None, account=account)
    return rows.values_list("characters", flat=True).first() or 0


def _give(characters: int, member_id: int | None, account: Account, day: date | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_REFUND, _values(characters, member_id, account, day))


def _take(
    characters: int, member_id: int | None, account: Account, limit: int, day: date | None
) -> None:
    # A first row is not compared with the limit by the statement itself.
    if characters > limit:
        raise OutOfBudget
    values = _values(characters, member_id, account, day)
    with connection.cursor() as cursor:
        cursor.execute(_CHARGE, {**values, "limit": limit})
        if cursor.fetchone() is None:
            raise OutOfBudget


def _values(
    characters: int, member_id: int | None, account: Account, day: date | None
) -> dict[str, Any]:
    return {
        "day": day or day_of_place(),
        "member": member_id,
        "account": account.value,
        "n": characters,
    }
