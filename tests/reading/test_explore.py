"""Explore: ranked under the contract, nothing twice, nothing that one may not see."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dukou.site.bridge.reader import viewer_for
from dukou.site.members import services as members
from dukou.site.members.models import Member
from dukou.site.notes.models import Topic
from dukou.site.notes.services import delete_note
from dukou.site.reading.allocation.serving import serve_page
from dukou.site.reading.models import Interest, ServedPage
from tests.cast import AsMember, Write, make_member


def ids_on(page: bytes) -> list[int]:
    return [int(found) for found in re.findall(rb'data-note="(\d+)"', page)]


def test_a_session_never_repeats_a_note(lin: Member, as_member: AsMember, write: Write) -> None:
    for number in range(30):
        write(make_member(f"author{number}"), f"第{number}天")
    browser = as_member(lin)
    first = browser.get("/").content
    address = re.search(rb'href="(/explore\?session=[^"]+)"', first)
    assert address is not None
    second = browser.get(address[1].decode()).content
    assert len(ids_on(first)) == 20
    assert len(ids_on(second)) == 10
    assert not set(ids_on(first)) & set(ids_on(second))


def test_the_first_page_is_about_the_interests_stated(
    maya: Member, as_member: AsMember, write: Write
) -> None:
    for number in range(30):
        topic = "cats" if number % 6 == 0 else "work"
        write(make_member(f"author{number}"), f"第{number}天", en=f"Day {number}", topics=[topic])
    Interest.objects.create(member=maya, topic=Topic.objects.get(slug="cats"))
    page = as_member(maya).get("/").content.decode()
    cats = [int(day) for day in re.findall(r"Day (\d+)", page) if int(day) % 6 == 0]
    assert len(set(cats)) == 5
    first_titles = re.findall(r"Day (\d+)", page)[:8]
    assert sum(int(day) % 6 == 0 for day in first_titles) >= 3


def test_what_one_liked_or_kept_comes_after_all_else(
    lin: Member, as_member: AsMember, write: Write
) -> None:
    notes = [write(make_member(f"author{number}"), f"第{number}天") for number in range(30)]
    known = notes[3:27:3]
    browser = as_member(lin)
    for note in known:
        browser.post(f"/notes/{note.pk}/{'like' if note.pk % 2 else 'save'}")
    first = browser.get("/").content
    address = re.search(rb'href="(/explore\?session=[^"]+)"', first)
    assert address is not None
    second = browser.get(address[1].decode()).content
    assert not {note.pk for note in known} & set(ids_on(first))
    assert {note.pk for note in known} == set(ids_on(second)[-len(known) :])


def test_a_place_of_few_authors_is_never_empty(
    lin: Member, ama: Member, maya: Member, write: Write
) -> None:
    notes = {write(author, f"第{at}天").pk for at, author in enumerate((ama, ama, maya))}
    now = timezone.now()
    for number, hours in enumerate((0, 0, 1, 1, 2, 24)):
        at = now + timedelta(hours=hours)
        served = serve_page(viewer_for(lin), session=UUID(int=number), now=at)
        assert set(served.note_ids) == notes


def test_a_block_acts_on_the_next_page(
    lin: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    write(ama, "爬山")
    browser = as_member(lin)
    assert "爬山" in browser.get("/").content.decode()
    members.block(ama, by=lin)
    assert "爬山" not in browser.get("/").content.decode()


def test_a_deleted_note_is_gone_at_once(
    lin: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    note = write(ama, "爬山")
    browser = as_member(lin)
    assert "爬山" in browser.get("/").content.decode()
    delete_note(note, by=ama)
    assert "爬山" not in browser.get("/").content.decode()


def test_a_page_is_logged_with_every_slot(
    lin: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    for number in range(4):
        write(ama, f"第{number}天")
    as_member(lin).get("/")
    page = ServedPage.objects.get()
    assert len(page.note_ids) == len(page.reasons) == len(page.exposures)
    assert page.reader_key == lin.reader_key.key
    assert len(page.terms) % len(page.note_ids) == 0


def test_a_stranger_reads_explore_and_is_not_counted(
    stranger: Client, lin: Member, write: Write
) -> None:
    write(lin, "火锅", en="Hot pot")
    assert "Hot pot" in stranger.get("/").content.decode()
    assert ServedPage.objects.get().reader_key is None


@pytest.mark.parametrize("address", ["/", "/latest", "note"])
def test_queries_do_not_grow_with_the_notes(
    address: str, lin: Member, as_member: AsMember, write: Write
) -> None:
    def queries() -> int:
        browser = as_member(lin)
        browser.get(target)
        # A look at what changed since is for all pages of two seconds, whichever it falls into.
        return min(counted(browser) for _ in range(4))

    def counted(browser: Client) -> int:
        with CaptureQueriesContext(connection) as caught:
            assert browser.get(target).status_code == 200
        return len(caught)

    note = write(make_member("author"), "第一天", body="#猫税")
    target = note.get_absolute_url() if address == "note" else address
    with_one = queries()
    for number in range(19):
        write(make_member(f"author{number}"), f"第{number}天", body="#猫税")
    assert queries() <= with_one
    # The session with its member and what is unread; for Explore: what was served before and the
    # account, the log with the cards; for Latest: the notes, with the log; for a note: its media,
    # topics, talk, events.
    assert with_one <= {"/": 3, "/latest": 2, "note": 22}[address]
