import dataclasses

from django.db import connection
from django.utils import timezone

from dukou.ground.configuration import configuration
from dukou.site.bridge.health import translation, translations
from dukou.site.bridge.models import Account, Outcome, Spending, Wish


def test_the_doctor_says_that_nothing_is_translated_without_an_engine():
    finding = translation(configuration())
    assert finding.level == "warn"
    assert "DUKOU_TRANSLATE_URL" in finding.mend


def test_the_doctor_says_that_a_server_cannot_be_reached():
    found = dataclasses.replace(configuration(), translate_url="http://127.0.0.1:1")
    finding = translation(found)
    assert finding.level == "warn"
    assert "cannot be reached" in finding.says


def test_the_doctor_tells_how_translation_went(db):
    said = translations(configuration())
    assert said.level == "ok"
    assert "0 of 1000000 characters used today; in the last hour 0 were translated" in said.says
    Spending.objects.create(day=timezone.localdate(), account=Account.PAID, characters=7)
    wishes = [
        Wish(
            kind="note",
            text_id=n,
            target="en",
            outcome=Outcome.FAILED,
            detail="DeepL: HTTP 456",
            ended_at=timezone.now(),
        )
        for n in range(5)
    ]
    Wish.objects.bulk_create(wishes)
    said = translations(configuration())
    assert said.level == "warn"
    assert "7 of 200000 by engines with a key" in said.says
    assert "5 failed, the last with: DeepL: HTTP 456" in said.says


def test_the_doctor_tells_of_a_budget_that_is_too_small(db):
    Wish.objects.create(
        kind="note", text_id=1, target="en", outcome=Outcome.BUDGET, ended_at=timezone.now()
    )
    said = translations(configuration())
    assert said.level == "warn"
    assert "1 were out of budget" in said.says


def test_the_doctor_says_what_to_do_before_the_first_migration(db):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE bridge_spending RENAME TO bridge_spending_of_old")
    found = translations(configuration())
    assert (found.level, found.mend) == ("fail", "Run `dukou migrate`.")
