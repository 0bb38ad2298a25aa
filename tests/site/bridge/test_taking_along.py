"""What the bridge holds of members, and for how long."""

from datetime import timedelta

from django.utils import timezone

from dukou.site.bridge.models import Memory, Spending, Wish
from dukou.site.bridge.services import ask_for_translation, forget_old
from dukou.site.members.registry import all_holdings


def holding():
    return next(held for held in all_holdings() if held.name == "translated_characters")


def translated(lin, maya, write, run_jobs):
    note = write(lin, "猫税来了", body="我家的猫叫团子。")
    ask_for_translation("note", [note.pk], reads=["en"], by=maya)
    run_jobs()


def test_a_member_takes_along_what_their_reading_cost(lin, maya, write, engine, run_jobs):
    translated(lin, maya, write, run_jobs)
    rows = list(holding().rows(maya))
    assert [row["characters"] for row in rows] == [12]
    assert list(holding().rows(lin)) == []


def test_the_memory_forgets_the_words_of_who_leaves(lin, maya, write, engine, run_jobs):
    translated(lin, maya, write, run_jobs)
    holding().forget(maya)
    assert Memory.objects.count() == 2
    holding().forget(lin)
    assert not Memory.objects.exists()


def test_nothing_is_kept_for_ever(lin, maya, write, engine, run_jobs):
    translated(lin, maya, write, run_jobs)
    forget_old(timezone.now())
    assert Memory.objects.exists()
    assert Wish.objects.exists()
    forget_old(timezone.now() + timedelta(days=91))
    for kept in (Memory, Wish, Spending):
        assert not kept.objects.exists()
