from datetime import date
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from dukou.site.bridge.budget import OutOfBudget, Payer, charge_paid, spent_today
from dukou.site.bridge.models import Account, Spending

DAY = date(2025, 1, 14)


def spent(member=None, day=DAY):
    row = Spending.objects.filter(member=member, day=day).first()
    return row.characters if row else 0


def test_both_budgets_are_charged_or_neither(maya, limits):
    limits(translate_daily_chars=100, translate_member_daily_chars=60)
    Payer(maya.pk).charge(40, day=DAY)
    with pytest.raises(OutOfBudget):
        Payer(maya.pk).charge(40, day=DAY)
    assert (spent(maya), spent()) == (40, 40)


def test_the_place_has_a_budget_of_its_own(maya, ama, limits):
    limits(translate_daily_chars=60, translate_member_daily_chars=50)
    Payer(maya.pk).charge(40, day=DAY)
    with pytest.raises(OutOfBudget):
        Payer(ama.pk).charge(40, day=DAY)
    Payer(ama.pk).charge(20, day=DAY)
    assert spent() == 60


def test_every_day_begins_anew(maya, limits):
    limits(translate_daily_chars=50, translate_member_daily_chars=50)
    Payer(maya.pk).charge(50, day=DAY)
    Payer(maya.pk).charge(50, day=date(2025, 1, 15))


def test_a_refund_never_goes_below_nothing(maya, limits):
    limits(translate_daily_chars=50, translate_member_daily_chars=50)
    Payer(maya.pk).charge(30, day=DAY)
    Payer(maya.pk).refund(40, day=DAY)
    assert (spent(maya), spent()) == (0, 0)


def test_readers_at_both_ends_of_the_world_share_one_day_s_budget(db, limits):
    limits(translate_daily_chars=50)
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        with timezone.override(ZoneInfo(zone)):
            charge_paid(5)
    assert spent_today(Account.PAID) == 10
