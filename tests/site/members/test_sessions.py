"""Sessions bring their member along, and never another's."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dukou.site.members import services as members
from dukou.site.members import sessions
from dukou.site.members.models import Member
from dukou.site.members.queries import reading_languages
from dukou.site.talk import services as talk
from tests.cast import AsMember, Write

UNREAD = '<span class="count">1</span>'


def key_of(browser: Client) -> str:
    """The key of the browser's session."""
    return browser.cookies["dukou_session"].value


def reader_of(browser: Client, address: str) -> Member | None:
    """For whom the page is made."""
    request: Any = browser.get(address).wsgi_request
    member: Member | None = request.member
    return member


def who_reads(browser: Client) -> str:
    """The name of the page's reader; nothing for a stranger."""
    member = reader_of(browser, "/rules")
    return member.name if member else ""


def test_the_second_page_asks_once_for_session_member_languages_and_unread_news(
    lin: Member, as_member: AsMember
) -> None:
    browser = as_member(lin)
    browser.get("/rules")
    with CaptureQueriesContext(connection) as caught:
        browser.get("/settings/data")
    assert len(caught) == 1


def test_unread_news_come_along_until_they_are_read(
    lin: Member, maya: Member, as_member: AsMember, write: Write
) -> None:
    note, browser = write(lin, "火锅"), as_member(lin)
    assert who_reads(browser) == "lin"
    assert UNREAD not in browser.get("/rules").content.decode()
    talk.like_note(note, by=maya)
    for _ in range(2):
        assert UNREAD in browser.get("/rules").content.decode()
    assert UNREAD not in browser.get("/notifications").content.decode()
    assert UNREAD not in browser.get("/rules").content.decode()
    talk.follow_member(lin, by=maya)
    assert UNREAD in browser.get("/rules").content.decode()
    members.block(maya, by=lin)
    assert UNREAD not in browser.get("/rules").content.decode()


def test_a_member_remembered_wrongly_is_not_believed(
    lin: Member, maya: Member, as_member: AsMember, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = as_member(lin)
    monkeypatch.setitem(sessions._whose, key_of(browser), maya.pk)
    assert who_reads(browser) == "lin"
    assert who_reads(browser) == "lin"


def test_signing_out_elsewhere_acts_at_once(lin: Member, as_member: AsMember) -> None:
    browser, elsewhere = as_member(lin), Client()
    assert who_reads(browser) == "lin"
    elsewhere.cookies["dukou_session"] = key_of(browser)
    elsewhere.post("/account/logout/")
    assert who_reads(browser) == ""


def test_a_new_password_ends_the_session(lin: Member, as_member: AsMember) -> None:
    browser = as_member(lin)
    assert who_reads(browser) == "lin"
    lin.set_password("another long one")
    lin.save()
    assert who_reads(browser) == ""


def test_a_member_who_has_left_is_not_signed_in(lin: Member, as_member: AsMember) -> None:
    browser = as_member(lin)
    assert who_reads(browser) == "lin"
    Member.objects.filter(pk=lin.pk).update(is_active=False)
    assert who_reads(browser) == ""


def test_a_session_that_was_tampered_with_is_empty(lin: Member, as_member: AsMember) -> None:
    browser = as_member(lin)
    assert who_reads(browser) == "lin"
    store = sessions.SessionStore(key_of(browser))
    row = store.model.objects.get(session_key=key_of(browser))
    row.session_data = row.session_data[:-2] + "xx"
    row.save()
    assert who_reads(browser) == ""


def test_languages_chosen_count_within_the_request(lin: Member, as_member: AsMember) -> None:
    browser = as_member(lin)
    for _ in range(2):
        reader = reader_of(browser, "/rules")
    assert reader is not None
    assert reader.languages_read
    members.set_reading_languages(reader, ["en", "ja"])
    assert reading_languages(reader) == ["en", "ja"]
    reader = reader_of(browser, "/rules")
    assert reader is not None
    assert reader.languages_read == ("en", "ja")


def test_the_member_who_comes_along_is_whole(lin: Member, as_member: AsMember) -> None:
    browser = as_member(lin)
    for _ in range(2):
        reader = reader_of(browser, "/rules")
    stored = Member.objects.get(pk=lin.pk)
    assert reader is not None
    fields = [field.attname for field in Member._meta.concrete_fields]
    assert [getattr(reader, name) for name in fields] == [getattr(stored, name) for name in fields]
