"""Search finds notes in every language by words, by renderings and by meaning."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from dukou.site.members.models import Member
from dukou.site.notes.services import NoteText, delete_note, edit_note, hide_note, place_waiting
from dukou.site.reading.search.near import load_near_notes
from tests.cast import AsMember, Write, words_of


@pytest.fixture
def notes(lin: Member, maya: Member, write: Write) -> None:
    write(lin, "红烧肉做法", body="五花肉切块，慢炖两个小时")
    write(lin, "租房改造", body="四百块，房东看愣了")
    write(lin, "我的猫不喝水")
    write(maya, "How to braise pork belly at home")
    write(maya, "My cat sleeps all day on the sofa")
    write(maya, "Night buses in Lagos", body="Where to change, what it costs")
    place_waiting()
    load_near_notes()


POLLED = {"HX-Request": "true", "HX-Target": "found-head"}


def search(browser: Client, query: str, **more: str) -> str:
    answer = browser.get(f"/search?{urlencode({'q': query, **more})}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("braised pork", "红烧肉做法"),
        ("rent", "租房改造"),
        ("猫", "My cat sleeps all day"),
        ("猫咪在沙发上睡觉", "My cat sleeps all day"),
        ("cat", "我的猫不喝水"),
        ("cats won't drink", "我的猫不喝水"),
        ("夜间公交", "Night buses in Lagos"),
    ],
)
def test_a_query_finds_notes_in_the_other_language(
    query: str, found: str, notes: None, stranger: Client
) -> None:
    assert found in search(stranger, query)


def test_nonsense_finds_nothing(notes: None, stranger: Client) -> None:
    assert "Nothing found" in search(stranger, "qwrtzpsdf")
    for query in ("!!!", "🐱", "&|!()", "a" * 500, "' OR 1=1 --", "\u202e\u0000"):
        search(stranger, query)


def test_what_is_not_for_everyone_is_not_found_by_meaning(
    lin: Member, maya: Member, notes: None, write: Write, as_member: AsMember, stranger: Client
) -> None:
    note = write(lin, "我的房租涨了三成")
    shown = "我的房租涨了三成"
    place_waiting()
    load_near_notes()
    assert shown in search(stranger, "my rent went up")
    hide_note(note)
    assert shown not in search(stranger, "my rent went up")
    edit_note(
        note,
        by=lin,
        text=NoteText("zh-Hans", shown, ""),
        audience="followers",
        reply_policy="everyone",
    )
    assert shown not in search(as_member(maya), "my rent went up")
    delete_note(note, by=lin)
    assert shown not in search(as_member(lin), "my rent went up")


def test_the_search_says_the_other_name(notes: None, stranger: Client) -> None:
    page = words_of(search(stranger, "bubble tea"))
    assert "Also in Chinese: 奶茶" in page
    assert "Also in English: fuse beads" in words_of(search(stranger, "拼豆"))
    assert "コーヒー" not in search(stranger, "奶茶")
    american = words_of(search(stranger, "perler beads"))
    assert "Also in Chinese: 拼豆" in american
    assert "Did you mean" not in american


def test_a_slip_is_mended(notes: None, stranger: Client) -> None:
    assert "Did you mean restaurant" in words_of(search(stranger, "resturant"))
    assert "Did you mean 火锅" in words_of(search(stranger, "huoguo"))
    assert "Did you mean" not in search(stranger, "restaurant")


def test_filters_narrow_what_is_found(notes: None, stranger: Client) -> None:
    both = search(stranger, "cat")
    assert "我的猫不喝水" in both
    assert "My cat sleeps" in both
    chinese = search(stranger, "cat", lang="zh")
    assert "我的猫不喝水" in chinese
    assert "My cat sleeps" not in chinese
    assert "Only what was written in Chinese is shown." in chinese
    assert 'href="/search?q=cat&amp;time=day"' in search(stranger, "cat", lang="zh", time="day")
    assert "Only what was written" not in both
    assert "My cat sleeps" in search(stranger, "cat", time="day", kind="card", lang="en")
    assert "Search everything" in search(stranger, "cat", kind="pictures")
    assert "我的猫不喝水" in search(stranger, "cat", lang="xx", time="never", kind="'")


def test_without_the_encoder_words_are_found(lin: Member, write: Write, stranger: Client) -> None:
    write(lin, "成都火锅", en="Chengdu hot pot")
    assert "Chengdu hot pot" in search(stranger, "成都 火锅")
    assert "Chengdu hot pot" in search(stranger, "hot pot", lang="zh")


def test_a_new_note_is_found_after_a_moment(
    lin: Member, notes: None, write: Write, stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dukou.site.reading.search.near.REFRESH_SECONDS", 0.0)
    load_near_notes()
    write(lin, "自行车被偷了")
    place_waiting()
    assert "自行车被偷了" in search(stranger, "my bike got stolen")


def test_searching_takes_a_fixed_number_of_queries(
    lin: Member,
    notes: None,
    write: Write,
    as_member: AsMember,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(15):
        write(lin, f"猫的第{number}天", body="我的猫今天又没睡觉")
    place_waiting()
    load_near_notes()
    browser = as_member(lin)
    search(browser, "cats")
    for query in ("cat", "my cat sleeps"):
        # Session with member and languages, unread; the rate limit; names of topics; words, words
        # of the other language, the gate for what is near; cards with their texts; people, topics;
        # reader key, the search itself.
        with django_assert_num_queries(12):
            search(browser, query)


@pytest.fixture
def meaning_is_coming(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that has begun to load the notes."""
    settings.CONFIGURATION = replace(settings.CONFIGURATION, search_by_meaning=True)
    monkeypatch.setattr("dukou.site.reading.search.near._started", True)


def test_before_meaning_is_there_the_page_says_so_and_looks_again(
    lin: Member, maya: Member, write: Write, stranger: Client, meaning_is_coming: None
) -> None:
    write(lin, "拼豆第三天")
    write(maya, "Perler beads, day one")
    place_waiting()
    early = search(stranger, "perler beads")
    assert "Perler beads, day one" in early
    assert "拼豆第三天" not in early
    assert "Looking in other languages too" in early
    assert "/search?q=perler+beads&amp;looks=1" in early
    nothing = search(stranger, "qwrtzpsdf")
    assert "Looking in other languages too" in nothing
    assert "Nothing found" not in nothing
    look = {"q": "perler beads", "looks": "1"}
    not_yet = stranger.get(
        "/search", look, headers={"HX-Request": "true", "HX-Target": "found-head"}
    )
    assert not_yet.headers["HX-Retarget"] == not_yet.headers["HX-Reselect"] == "#search-early"
    assert "looks=2" in not_yet.content.decode()
    assert "note-card" not in not_yet.content.decode()
    late = search(stranger, "perler beads", looks="20")
    assert "For now only what has these very words was found." in late
    assert "looks=" not in late
    load_near_notes()
    at_last = stranger.get(
        "/search", look, headers={"HX-Request": "true", "HX-Target": "found-head"}
    )
    assert "HX-Retarget" not in at_last.headers
    assert "拼豆第三天" in at_last.content.decode()
    assert 'id="found-head"' in at_last.content.decode()
    assert "search-early" not in at_last.content.decode()


def test_looking_again_costs_no_searches(
    stranger: Client, meaning_is_coming: None, db: None
) -> None:
    look = {"q": "tea", "looks": "1"}
    answers = {
        stranger.get("/search", look, headers={"HX-Request": "true"}).status_code for _ in range(70)
    }
    assert answers == {200}
