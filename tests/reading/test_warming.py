"""What many read is translated before the first reader of another language asks."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from dukou.ground.configuration import configuration
from dukou.site.bridge.models import Account, Outcome, Spending, Wish
from dukou.site.members.models import Member
from dukou.site.notes.models import Audience, Note, Provenance
from dukou.site.reading import warming
from dukou.site.reading.models import ServedPage
from dukou.site.reading.warming import languages_of_many, shown_most, translate_what_many_read
from tests.cast import Write, make_member


@pytest.fixture
def readers(db: None) -> list[Member]:
    """Three who read English, and were here today."""
    made = [make_member(f"reader{n}", home_language="en") for n in range(3)]
    Member.objects.update(last_active_on=timezone.localdate())
    return made


@pytest.fixture
def popular(lin: Member, write: Write, stranger: Client, readers: list[Member]) -> Note:
    """A Chinese note that stood on a page."""
    note = write(lin, "猫税来了", body="我家的猫叫团子。")
    stranger.get("/")
    assert note.pk in ServedPage.objects.latest("pk").note_ids
    return note


def machine_versions(note: Note) -> list[str]:
    found = note.versions.filter(provenance=Provenance.MACHINE)
    return list(found.values_list("lang", flat=True))


def test_what_is_shown_is_translated_for_the_languages_of_many(popular, engine) -> None:
    assert translate_what_many_read() == 1
    assert machine_versions(popular) == ["en"]
    assert Wish.objects.get().outcome == Outcome.DONE
    ahead = Spending.objects.get(account=Account.AHEAD)
    assert ahead.characters == len("猫税来了我家的猫叫团子。")
    assert translate_what_many_read() == 0
    assert len(engine.asked) == 1


def test_a_language_of_few_and_of_those_who_left_does_not_count(
    popular,
    lin,
    engine,
) -> None:
    now = timezone.now()
    assert languages_of_many(now) == ["en"]
    Member.objects.exclude(pk=lin.pk).update(last_active_on=timezone.localdate(now) - timedelta(9))
    assert languages_of_many(now) == []
    assert translate_what_many_read() == 0


def test_what_was_shown_long_ago_does_not_count(popular) -> None:
    assert shown_most(timezone.now() + timedelta(hours=7)) == []


@pytest.mark.parametrize("limit", ["translate_ahead_daily_chars", "translate_daily_chars"])
def test_beyond_its_budget_nothing_is_translated_ahead_and_readers_may_still_ask(
    popular,
    engine,
    limits,
    limit,
) -> None:
    limits(**{limit: 5})
    assert translate_what_many_read() == 0
    assert engine.asked == []
    assert not Wish.objects.exists()


def test_it_can_be_switched_off(popular, engine, monkeypatch) -> None:
    import dataclasses

    off = dataclasses.replace(configuration(), translate_ahead_daily_chars=0)
    monkeypatch.setattr(warming, "configuration", lambda: off)
    assert translate_what_many_read() == 0
    assert engine.asked == []


def test_what_is_not_public_is_not_translated_ahead(popular, engine) -> None:
    Note.objects.filter(pk=popular.pk).update(audience=Audience.FOLLOWERS)
    assert translate_what_many_read() == 0
    assert engine.asked == []


def test_a_run_ends_in_time(popular, engine, monkeypatch) -> None:
    monkeypatch.setattr(warming, "LONGEST", timedelta(0))
    assert translate_what_many_read() == 0
    assert engine.asked == []
