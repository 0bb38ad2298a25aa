"""What feeds in the order of time showed is logged beside Explore's log, and counts for no part of
the contract."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from dukou.site.members import services as members
from dukou.site.members.models import Member, ReaderKey
from dukou.site.members.registry import all_holdings
from dukou.site.notes.models import Event, Note
from dukou.site.reading.allocation.attention import chances_lately
from dukou.site.reading.allocation.serving import process_state
from dukou.site.reading.models import ClauseHour, FeedPage, Impression, PriceReport, ServedPage
from dukou.site.reading.reach.looking import reach_of
from dukou.site.reading.seal import seal
from dukou.site.reading.seen import tell_seen
from tests.cast import AsMember, Write, make_member

LOGGED = {"/latest": "latest", "/following": "following", "/topics/food": "topic"}


def ids_on(html: str) -> list[int]:
    return [int(found) for found in re.findall(r'data-note="(\d+)"', html)]


@pytest.fixture
def food(lin: Member, ama: Member, write: Write) -> list[Note]:
    """Twenty-three notes by Lin about food; Ama follows Lin."""
    members.follow(lin, by=ama)
    return [write(lin, f"第{number}顿火锅", topics=["food"]) for number in range(23)]


@pytest.mark.parametrize("address", LOGGED)
def test_a_page_is_logged_as_it_was_sent(
    address: str, ama: Member, food: list[Note], as_member: AsMember
) -> None:
    browser = as_member(ama)
    html = browser.get(address).content.decode()
    page = FeedPage.objects.get()
    assert (page.feed, page.reader_key) == (LOGGED[address], ama.reader_key.key)
    assert page.note_ids == ids_on(html) == [note.pk for note in food[:2:-1]]
    assert f'data-page="{page.pk}" data-slot="7" data-seal="{seal(page.pk, 7)}"' in html
    assert f"/why/{page.pk}" not in html
    assert "?page=" not in html
    further = re.search(r'href="([^"]+)" rel="next"', html)
    assert further is not None
    browser.get(further[1], headers={"HX-Request": "true"})
    assert FeedPage.objects.latest("pk").note_ids == [note.pk for note in food[2::-1]]


@pytest.mark.parametrize("address", ["/search?q=火锅", "/@lin", "/saved"])
def test_what_somebody_looked_for_is_not_written_down(
    address: str, ama: Member, food: list[Note], as_member: AsMember
) -> None:
    assert as_member(ama).get(address).status_code == 200
    assert not FeedPage.objects.exists()


@pytest.mark.parametrize("address", ["/latest", "/topics/food"])
def test_strangers_are_not_counted(address: str, food: list[Note], stranger: Client) -> None:
    html = stranger.get(address).content.decode()
    assert len(ids_on(html)) == 20
    assert 'data-seal=""' in html
    assert not FeedPage.objects.exists()


def test_an_empty_page_is_none(ama: Member, as_member: AsMember) -> None:
    assert as_member(ama).get("/following").status_code == 200
    assert not FeedPage.objects.exists()


def test_a_note_that_is_not_shown_is_not_logged(
    lin: Member, ama: Member, food: list[Note], as_member: AsMember
) -> None:
    members.mute(lin, by=ama)
    assert ids_on(as_member(ama).get("/latest").content.decode()) == []
    assert not FeedPage.objects.exists()


def test_beacons_tell_what_was_seen_of_it(
    maya: Member,
    lin: Member,
    write: Write,
    as_member: AsMember,
    engine: object,
    run_jobs: Callable[[], int],
) -> None:
    write(lin, "猫税来了")
    browser = as_member(maya)
    browser.get("/latest")
    page = FeedPage.objects.get()
    browser.post("/seen", {"slot": f"{page.pk}.0.{seal(page.pk, 0)}"})
    assert Impression.objects.filter(page_id=page.pk, slot=0).exists()
    assert run_jobs() == 1
    assert "Here is the cat tax" in browser.get("/latest").content.decode()


def test_a_like_says_on_which_page_it_was_given(
    ama: Member, food: list[Note], as_member: AsMember
) -> None:
    browser = as_member(ama)
    browser.get("/latest")
    page = FeedPage.objects.get()
    browser.post(f"/notes/{page.note_ids[4]}/like", {"page": page.pk, "slot": 4})
    event = Event.objects.get()
    assert (event.page_id, event.slot, event.note_id) == (page.pk, 4, page.note_ids[4])


def test_it_is_nobody_s_once_the_member_has_left(
    ama: Member, food: list[Note], as_member: AsMember
) -> None:
    as_member(ama).get("/latest")
    (taken,) = [list(one.rows(ama)) for one in all_holdings() if one.name == "feed_pages"]
    assert [row["feed"] for row in taken] == ["latest"]
    members.delete_member(ama)
    assert not ReaderKey.objects.filter(key=FeedPage.objects.get().reader_key).exists()


def test_no_reason_is_told_for_a_slot_that_was_not_ranked(
    ama: Member, food: list[Note], as_member: AsMember
) -> None:
    browser = as_member(ama)
    browser.get("/latest")
    assert browser.get(f"/why/{FeedPage.objects.get().pk}/0").status_code == 404


def test_it_counts_for_no_part_of_the_contract(
    lin: Member, ama: Member, food: list[Note], as_member: AsMember
) -> None:
    """Accounts, balance, prices, chances, reach, what a session has shown: all are Explore's."""
    readers = [ama, *(make_member(f"reader{number}", reads=["zh-Hans"]) for number in range(4))]
    for member in readers:
        browser = as_member(member)
        for address in ("/latest", "/topics/food"):
            browser.get(address)
            page = FeedPage.objects.latest("pk")
            told = [f"{page.pk}.{at}.{seal(page.pk, at)}" for at in range(20)]
            assert len(tell_seen(told, by=f"member:{member.pk}")) == 20
    assert FeedPage.objects.count() == 10
    assert not ServedPage.objects.exists()
    assert not PriceReport.objects.exists()
    assert not ClauseHour.objects.exists()
    assert not process_state().till.prices.accounts.fresh.hours
    assert chances_lately(FeedPage.objects.latest("pk").at) == ({}, {})
    reach = reach_of(lin, food[-1].pk, now=timezone.now())
    assert (reach.seen, reach.pages_looked_at, reach.reach.readers) == (0, 0, 0)
