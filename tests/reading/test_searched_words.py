"""What others search for is shown only when several asked for it, and nobody knows who."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.utils import timezone

from dukou.site.members.models import Member, ReaderKey
from dukou.site.members.services import delete_member
from dukou.site.reading.models import SearchedWord
from dukou.site.reading.search.asked import (
    FEWEST_MEMBERS,
    cohort_of_seeker,
    forget_old_searches,
    remember_search,
    searched_by,
)
from tests.cast import AsMember, Write, make_member, words_of


@pytest.fixture
def seekers(db: None) -> list[Member]:
    return [
        make_member(f"seeker{number}", home_language="en", reads=["en"], wave="en-US 2025-01")
        for number in range(FEWEST_MEMBERS)
    ]


def search_all(seekers: list[Member], query: str) -> None:
    for member in seekers:
        remember_search(query, by=member)


def test_five_members_make_a_trend(
    seekers: list[Member], maya: Member, lin: Member, as_member: AsMember, stranger: Client
) -> None:
    search_all(seekers[1:], "Hot  Pot")
    assert searched_by(cohort_of_seeker(maya)) == []
    remember_search("hot pot", by=seekers[0])
    assert searched_by(cohort_of_seeker(maya)) == ["hot pot"]
    assert searched_by(cohort_of_seeker(lin)) == []
    for browser in (as_member(maya), as_member(lin), stranger):
        assert "English · newcomers hot pot" in words_of(browser.get("/search").content.decode())
    assert 'value="hot pot"' in as_member(maya).get("/search/suggestions?q=ho").content.decode()


def test_one_member_counts_once(seekers: list[Member], maya: Member) -> None:
    for _ in range(FEWEST_MEMBERS):
        remember_search("猫税", by=maya)
        remember_search("貓稅", by=maya)
    assert SearchedWord.objects.count() == 1
    assert searched_by(cohort_of_seeker(maya)) == []


@pytest.mark.parametrize("query", ["@lin", "lin@example.org", "13800138000", "https://a.b/c", "  "])
def test_what_is_personal_is_not_kept(query: str, lin: Member) -> None:
    remember_search(query, by=lin)
    assert not SearchedWord.objects.exists()


def test_no_row_leads_to_a_member(lin: Member, ama: Member) -> None:
    for member in (lin, ama):
        remember_search("猫", by=member)
        remember_search("狗", by=member)
    assert len({bytes(row.seal) for row in SearchedWord.objects.all()}) == 4
    delete_member(lin)
    assert not ReaderKey.objects.filter(member_id=lin.pk).exists()


def test_a_search_of_a_member_that_finds_something_counts(
    lin: Member, write: Write, as_member: AsMember, stranger: Client
) -> None:
    write(lin, "猫税")
    for browser in (as_member(lin), stranger):
        browser.get("/search?q=猫")
        browser.get("/search?q=nothing at all")
    assert [row.words for row in SearchedWord.objects.all()] == ["猫"]


def test_it_is_forgotten_after_thirty_days(seekers: list[Member]) -> None:
    search_all(seekers, "hot pot")
    SearchedWord.objects.update(day="2025-01-01")
    assert searched_by(cohort_of_seeker(seekers[0])) == []
    forget_old_searches()
    assert not SearchedWord.objects.exists()


def test_its_day_is_the_place_s_wherever_the_seeker_is(
    lin: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: noon)
    for number, zone in enumerate(("Pacific/Kiritimati", "Pacific/Niue", "UTC")):
        with timezone.override(zone):
            remember_search(f"hot pot {number}", by=lin)
    assert set(SearchedWord.objects.values_list("day", flat=True)) == {date(2026, 3, 1)}


def test_topics_and_expressions_are_offered(
    lin: Member, maya: Member, write: Write, as_member: AsMember, stranger: Client
) -> None:
    write(lin, "秘密", body="#secretproject", audience="me")
    write(lin, "公开", body="#seceda")
    offered = stranger.get("/search/suggestions?q=sec").content.decode()
    assert 'value="seceda"' in offered
    assert "secretproject" not in offered
    assert "secretproject" not in as_member(maya).get("/search?q=secretpro").content.decode()
    assert "secretproject" in as_member(lin).get("/search/suggestions?q=sec").content.decode()
    assert 'value="yyds"' in stranger.get("/search/suggestions?q=YY").content.decode()
    assert stranger.get("/search/suggestions").content.strip() == b""
