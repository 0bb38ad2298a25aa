"""How far a note reached: for its author alone, in sentences that the numbers bear out."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import Member
from dukou.site.notes.models import Audience, Note
from dukou.site.reading.allocation.pricing import merge_reports
from dukou.site.reading.allocation.serving import (
    hand_over_now,
    look_again,
    process_state,
    serve_page,
)
from dukou.site.reading.models import ServedPage
from tests.cast import AsMember, Write, make_member, words_of
from tests.reading.conftest import HOME_CLAUSE, NEWCOMER, Bind, served_just_now


@pytest.fixture
def ama_note(notes: list[Note], ama: Member) -> Note:
    """A note of Ama's among others'."""
    return next(note for note in notes if note.author == ama)


def told(browser: Client, note: Note) -> str:
    """What the author is told, with the numbers."""
    answer = browser.get(f"/reach/{note.pk}")
    assert answer.status_code == 200
    body = answer.content.decode().split('class="why"')[1].split("</article>")[0]
    assert 1 <= body.split("<details")[0].count("<p>") <= 4
    return words_of(body)


def test_it_counts_the_pages_of_the_log(
    ama: Member, lin: Member, ama_note: Note, as_member: AsMember
) -> None:
    browser = as_member(ama)
    assert "It has not stood on anybody" in told(browser, ama_note)
    for _ in range(3):
        serve_page(viewer_for(lin), session=uuid4())
    served_just_now()
    on = ServedPage.objects.filter(note_ids__contains=[ama_note.pk])
    views = sum(page.exposures[page.note_ids.index(ama_note.pk)] for page in on)
    words = told(browser, ama_note)
    assert f"Pages it stood on {on.count()} of 3" in words
    assert f"Views that these places give {views:.1f}" in words


def test_few_readers_of_its_language_is_said(
    ama: Member, ama_note: Note, as_member: AsMember
) -> None:
    walt = make_member("walt", home_language="en", reads=["en"])
    for _ in range(2):
        serve_page(viewer_for(walt), session=uuid4())
    words = told(as_member(ama), ama_note)
    assert "0% read Simplified Chinese" in words or "0% read Chinese" in words


def test_what_came_after_many_others_on_one_day_is_said(
    ama: Member, lin: Member, as_member: AsMember, write: Write
) -> None:
    many = [write(ama, f"第{at}篇") for at in range(11)]
    serve_page(viewer_for(lin), session=uuid4())
    browser = as_member(ama)
    assert "You had published 10 other notes within a day" in told(browser, many[-1])
    assert "within a day before it" not in told(browser, many[-2])
    words = words_of(browser.get("/balance").content.decode())
    assert "within a day the first 10 notes stand beside those of others" in words


def test_the_audience_a_copy_and_hiding_are_said(
    ama: Member, ama_note: Note, notes: list[Note], as_member: AsMember
) -> None:
    browser = as_member(ama)
    of_ama = Note.objects.filter(pk=ama_note.pk)
    of_ama.update(audience=Audience.FOLLOWERS)
    assert "Only your followers can read it" in told(browser, ama_note)
    of_ama.update(audience=Audience.EVERYONE, near_copy_of=notes[-1])
    assert "nearly the same as an earlier note" in told(browser, ama_note)
    of_ama.update(near_copy_of=None, hidden_at=timezone.now())
    assert "It has been hidden" in told(browser, ama_note)


def test_an_old_note_is_told_its_age(
    ama: Member, lin: Member, ama_note: Note, as_member: AsMember
) -> None:
    serve_page(viewer_for(lin), session=uuid4())
    Note.objects.filter(pk=ama_note.pk).update(published_at=timezone.now() - timedelta(days=5))
    assert "It is 5 days old, and newer notes come first." in told(as_member(ama), ama_note)


def test_what_the_log_has_forgotten_is_not_told_as_nothing(
    ama: Member, lin: Member, ama_note: Note, as_member: AsMember
) -> None:
    serve_page(viewer_for(lin), session=uuid4())
    served_just_now()
    Note.objects.filter(pk=ama_note.pk).update(published_at=timezone.now() - timedelta(days=40))
    words = told(as_member(ama), ama_note)
    assert "Of the newest 1 page of Explore it stood on" in words
    assert "So far" not in words
    assert "not stood on anybody" not in words


def test_the_authors_cap_is_said(
    ama: Member,
    lin: Member,
    ama_note: Note,
    bind: Bind,
    as_member: AsMember,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Late in an hour: early in one three pages are little beside what is expected of the rest.
    late = timezone.now()
    late = late.replace(minute=max(late.minute, 30))
    monkeypatch.setattr(timezone, "now", lambda: late)
    bind(f'{HOME_CLAUSE}\n[author_cap]\nshare = 0.001\nwindow = "hour"\n')
    for _ in range(3):
        serve_page(viewer_for(lin), session=uuid4())
    hand_over_now()
    merge_reports()
    look_again()
    process_state().till.look(timezone.now())
    assert ama.pk in process_state().till.prices.accounts.authors_at_cap(timezone.now())
    assert "Your notes have had the 0.1% of all that is shown" in told(as_member(ama), ama_note)


def test_what_is_owed_is_said(ama: Member, write: Write, bind: Bind, as_member: AsMember) -> None:
    bind("[debut]\nproviders = {}\n")
    walt = make_member("walt", home_language="en", reads=["en"])
    for at in range(3):
        write(make_member(f"sail{at}", **NEWCOMER), f"This is a note of mine, number {at}")
    for _ in range(30):
        serve_page(viewer_for(walt), session=uuid4())
    nova = make_member("nova", **NEWCOMER)
    note = write(nova, "Hello everybody, I am new here")
    words = told(as_member(nova), note)
    assert "first views within 48 hours, 0 so far." in words


def test_others_are_refused(
    ama_note: Note, bo: Member, as_member: AsMember, stranger: Client
) -> None:
    assert as_member(bo).get(f"/reach/{ama_note.pk}").status_code == 404
    assert stranger.get(f"/reach/{ama_note.pk}").status_code == 302
