from datetime import date

import pytest

from dukou.site.bridge.budget import OutOfBudget, charge, refund
from dukou.site.bridge.models import Spending

DAY = date(2025, 1, 14)


def spent(member=None, day=DAY):
    row = Spending.objects.filter(member=member, day=day).first()
    return row.characters if row else 0


def test_both_budgets_are_charged_or_neither(maya, limits):
    limits(translate_daily_chars=100, translate_member_daily_chars=60)
    charge(40, member_id=maya.pk, day=DAY)
    with pytest.raises(OutOfBudget):
        charge(40, member_id=maya.pk, day=DAY)
    assert (spent(maya), spent()) == (40, 40)


def test_the_place_has_a_budget_of_its_own(maya, ama, limits):
    limits(translate_daily_chars=60, translate_member_daily_chars=50)
    charge(40, member_id=maya.pk, day=DAY)
    with pytest.raises(OutOfBudget):
        charge(40, member_id=ama.pk, day=DAY)
    charge(20, member_id=ama.pk, day=DAY)
    assert spent() == 60


def test_every_day_begins_anew(maya, limits):
    limits(translate_daily_chars=50, translate_member_daily_chars=50)
    charge(50, member_id=maya.pk, day=DAY)
    charge(50, member_id=maya.pk, day=date(2025, 1, 15))


def test_a_refund_never_goes_below_nothing(maya, limits):
    limits(translate_daily_chars=50, translate_member_daily_chars=50)
    charge(30, member_id=maya.pk, day=DAY)
    refund(40, member_id=maya.pk, day=DAY)
    assert (spent(maya), spent()) == (0, 0)
