"""The balance page: public, honest, and true to the log."""

import re
from datetime import datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import Member
from dukou.site.notes.models import Note
from dukou.site.reading.allocation.serving import serve_page
from dukou.site.reading.balance import views
from dukou.site.reading.clause_words import percent
from dukou.site.reading.models import ClauseHour, ContractVersion, ServedPage
from tests.cast import AsMember, make_member, words_of
from tests.reading.conftest import HOME_CLAUSE, Bind


@pytest.fixture
def bound(bind: Bind, notes: list[Note]) -> None:
    """The clause for residents is in force, and there is something to read."""
    bind(HOME_CLAUSE)


def hour(hours_ago: int, share: float, *, of: datetime | None = None, **more: float) -> ClauseHour:
    """A row of the audit."""
    begins = (of or timezone.now()).replace(minute=0, second=0, microsecond=0)
    given = {"base": 100, "plain": 30, "floor": 0.55, "ceiling": 0.8, "pages": 10} | more
    return ClauseHour.objects.create(
        clause="residents-home",
        hour=begins - timedelta(hours=hours_ago),
        delivered=share * 100,
        **{"reachable_floor": 0.55, "reachable_ceiling": 0.8} | given,
    )


@pytest.mark.usefixtures("bound")
def test_the_page_shows_the_share_of_the_log(lin: Member, stranger: Client) -> None:
    for _ in range(2):
        serve_page(viewer_for(lin), session=uuid4())
    pages = ServedPage.objects.all()
    base = sum(page.clause_base[0] for page in pages)
    shown = percent(sum(page.clause_exposure[0] for page in pages) / base)
    without = percent(sum(page.plain_clause_exposure[0] for page in pages) / base)
    words = words_of(stranger.get("/balance").content.decode())
    assert f"Today {shown} without the contract it would be {without}" in words
    assert "Every day, 55% to 80% of what is shown to people who live here" in words


@pytest.mark.usefixtures("bound")
def test_a_share_that_needs_no_push_for_all_is_not_said_to_come_about_by_itself(
    stranger: Client,
) -> None:
    hour(0, 0.7, plain=95)
    words = words_of(stranger.get("/balance").content.decode())
    assert "none for all alike; each reader" in words
    assert "by itself" not in words


@pytest.mark.usefixtures("bound")
def test_a_share_that_would_be_there_anyway_comes_about_by_itself(stranger: Client) -> None:
    hour(0, 0.7, plain=69)
    words = words_of(stranger.get("/balance").content.decode())
    assert "the share comes about by itself" in words


@pytest.mark.usefixtures("bound")
def test_what_was_served_a_moment_ago_is_counted(lin: Member, stranger: Client) -> None:
    serve_page(viewer_for(lin), session=uuid4())
    assert "1 page" in words_of(stranger.get("/balance").content.decode())


@pytest.mark.usefixtures("bound")
def test_readers_without_an_account_are_not_counted(stranger: Client) -> None:
    stranger.get("/")
    assert "Nobody has opened Explore" in stranger.get("/balance").content.decode()


@pytest.mark.usefixtures("bound")
@pytest.mark.parametrize(
    ("at", "share", "sign", "word"),
    [
        (12, 0.6, "kept", "Kept so far"),
        (12, 0.4, "behind", "Not there yet, being made up"),
        (12, 0.9, "behind", "Not there yet, being made up"),
        (23, 0.4, "broken", "Not kept so far"),
        (23, 0.9, "broken", "Not kept so far"),
    ],
)
def test_kept_behind_and_broken_have_a_sign_and_a_word(
    stranger: Client, monkeypatch: pytest.MonkeyPatch, at: int, share: float, sign: str, word: str
) -> None:
    zone = ZoneInfo(settings.CONFIGURATION.time_zone)
    now = timezone.now().astimezone(zone).replace(hour=at, minute=10)
    monkeypatch.setattr(views, "timezone", SimpleNamespace(now=lambda: now))
    hour(0, share, of=now)
    html = stranger.get("/balance").content.decode()
    assert re.search(rf"promise__sign--{sign}\">(<svg[^>]*>.*?</svg>)?{word}", html)


@pytest.mark.usefixtures("bound")
def test_what_is_not_possible_is_not_said_to_be_made_up(stranger: Client) -> None:
    hour(0, 0.5, reachable_floor=0.5)
    words = words_of(stranger.get("/balance").content.decode())
    assert "Not kept so far" in words
    assert "being made up" not in words


@pytest.mark.usefixtures("bound")
def test_the_chart_and_its_table_hold_the_same_hours(stranger: Client) -> None:
    hour(0, 0.6)
    hour(2, 0.5)
    hour(3, 0.7)
    html = stranger.get("/balance").content.decode()
    lines = re.findall(r'chart__line" d="([^"]+)"', html)
    assert [line.count("M") + line.count("L") for line in lines] == [3]
    assert lines[0].count("M") == 2  # nobody came in the hour between: the line breaks
    table = html.split("<tbody>")[1].split("</tbody>")[0]
    assert re.findall(r'<td class="number">(\d+%)', table)[::2] == ["60%", "50%", "70%"]
    assert html.count("chart__point--broken") == 1


@pytest.mark.usefixtures("bound")
def test_what_is_not_possible_is_said_with_its_reason(stranger: Client) -> None:
    hour(0, 0.39, reachable_floor=0.39)
    words = words_of(stranger.get("/balance").content.decode())
    assert "Promised are at least 55%, possible are 39%: there are too few notes by people" in words


@pytest.mark.usefixtures("bound")
def test_readers_outside_their_band_are_counted(stranger: Client) -> None:
    hour(0, 0.6, readers=41, readers_outside=3, pages_outside=1)
    assert "3 of 41" in words_of(stranger.get("/balance").content.decode())


def test_an_empty_place_says_so_and_what_waits(stranger: Client) -> None:
    words = words_of(stranger.get("/balance").content.decode())
    assert "Nobody has opened Explore" in words
    assert "It begins when the place is 90 days old" in words
    assert "The first contract." in words


def test_every_version_tells_who_and_why(keeper: Member, stranger: Client) -> None:
    ContractVersion.objects.create(toml="version = 2", by=keeper, reason="So many newcomers.")
    words = words_of(stranger.get("/balance").content.decode())
    assert "So many newcomers." in words
    assert "Keeper" in words


def test_only_the_operator_is_offered_to_change_it(
    keeper: Member, bo: Member, as_member: AsMember, stranger: Client
) -> None:
    offered = {
        name: "/balance/contract" in browser.get("/balance").content.decode()
        for name, browser in {
            "keeper": as_member(keeper),
            "bo": as_member(bo),
            "stranger": stranger,
        }.items()
    }
    assert offered == {"keeper": True, "bo": False, "stranger": False}


@pytest.mark.usefixtures("bound")
def test_queries_do_not_grow_with_readers_and_hours(
    stranger: Client, django_assert_max_num_queries: object
) -> None:
    for hours_ago in range(24):
        hour(hours_ago, 0.6)
    for at in range(3):
        make_member(f"wave{at}")
    stranger.get("/balance")
    # newest version twice, place age, reports, last prices twice, audit, first notes, breadth as it
    # was kept, versions and their count
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        stranger.get("/balance")
