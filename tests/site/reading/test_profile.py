"""Profiles: who someone is, what they publish and show, who is around them."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from dukou.site.members import services as members
from dukou.site.members.models import Member
from dukou.site.notes.services import hide_note
from dukou.site.talk import services as talk
from tests.cast import AsMember, Write, words_of

PAGES = ("/@lin", "/@lin/saved", "/@lin/followers", "/@lin/following")


@pytest.mark.parametrize("page", PAGES)
def test_a_profile_is_there_for_those_who_may_see_each_other(
    lin: Member, maya: Member, cai: Member, rui: Member, stranger: Client, as_member: AsMember,
    page: str,
) -> None:  # fmt: skip
    assert stranger.get(page).status_code == 200
    assert as_member(maya).get(f"{page}/").status_code == 200
    assert as_member(cai).get(page).status_code == 404
    assert as_member(rui).get(page)["Location"] == "/suspended"
    assert stranger.get(page.replace("lin", "rui")).status_code == 404
    assert stranger.get(page.replace("lin", "nobody")).status_code == 404


def test_a_profile_tells_languages_region_and_counts_in_the_reader_s_language(
    lin: Member, ama: Member, maya: Member, stranger: Client, write: Write
) -> None:
    talk.follow_member(lin, by=ama)
    talk.follow_member(maya, by=lin)
    note = write(lin, "猫税来了")
    talk.like_note(note, by=ama)
    talk.like_note(note, by=maya)
    talk.save_note(note, by=maya)
    talk.like_note(write(lin, "只给自己", audience="me"), by=lin)
    page = words_of(stranger.get("/@lin").content.decode())
    assert "林小满 @lin · China" in page
    assert "Simplified Chinese" in page
    assert "1 Notes 1 Followers 1 Following 3 Likes and saves" in page


def test_notes_that_the_reader_may_not_see_are_neither_shown_nor_counted(
    lin: Member, ama: Member, maya: Member, as_member: AsMember, write: Write
) -> None:
    write(lin, "大家都能看")
    write(lin, "给关注我的人", audience="followers")
    write(lin, "只给自己", audience="me")
    hide_note(write(lin, "被隐藏了"))
    talk.follow_member(lin, by=ama)
    for reader, count, shown in ((maya, 1, False), (ama, 2, True)):
        page = as_member(reader).get("/@lin").content.decode()
        assert f"<b>{count}</b>" in page
        assert ("给关注我的人" in page) is shown
        assert "只给自己" not in page
        assert "被隐藏了" not in page
    assert "只给自己" in as_member(lin).get("/@lin").content.decode()


def test_ones_own_profile_leads_to_settings_and_drafts(lin: Member, as_member: AsMember) -> None:
    page = as_member(lin).get("/@lin").content.decode()
    for address in ("/settings", "/drafts", "/saved"):
        assert f'href="{address}"' in page
    assert "/members/lin/follow" not in page


def test_others_can_follow_mute_block_and_report(
    lin: Member, maya: Member, as_member: AsMember
) -> None:
    page = as_member(maya).get("/@lin").content.decode()
    for act in ("/members/lin/follow", "/members/lin/mute", "/members/lin/block"):
        assert f'action="{act}"' in page
    assert 'href="/report?member=lin"' in page


def test_notes_go_on_by_max_id(lin: Member, stranger: Client, write: Write) -> None:
    notes = [write(lin, f"第{number}篇") for number in range(23)]
    page = stranger.get("/@lin").content.decode()
    assert f"/@lin?max_id={notes[3].pk}" in page
    older = stranger.get(f"/@lin?max_id={notes[3].pk}").content.decode()
    assert "第2篇" in older
    assert "第3篇" not in older
    part = stranger.get(f"/@lin?max_id={notes[3].pk}", headers={"hx-request": "true"})
    assert "<html" not in part.content.decode()


def test_only_public_collections_are_shown(
    lin: Member, ama: Member, stranger: Client, as_member: AsMember, write: Write
) -> None:
    note, private = write(ama, "猫税来了"), write(ama, "只给自己", audience="me")
    cats = talk.make_collection(by=lin, name="Cats", is_public=True)
    talk.make_collection(by=lin, name="Secrets")
    talk.save_note(note, by=lin, collection=cats)
    talk.save_note(private, by=lin, collection=cats)
    page = words_of(stranger.get("/@lin/saved").content.decode())
    assert "Cats 1 note" in page
    assert "Secrets" not in page
    assert "Secrets" not in as_member(lin).get("/@lin/saved").content.decode()


def test_people_around_a_member_are_listed_as_far_as_the_reader_may_see_them(
    lin: Member, maya: Member, ama: Member, cai: Member, bo: Member, as_member: AsMember
) -> None:
    for follower in (maya, cai, bo):
        talk.follow_member(ama, by=follower)
    talk.follow_member(ama, by=lin)
    talk.follow_member(maya, by=lin)
    members.suspend(bo, by=ama, reason="test")
    page = words_of(as_member(lin).get("/@ama/followers").content.decode())
    assert "@maya Following" in page
    assert "@lin" in page
    assert "@cai" not in page  # Lin blocks Cai
    assert "@bo" not in page
    assert "@ama" in words_of(as_member(maya).get("/@lin/following").content.decode())


def test_people_go_on_by_max_id(
    lin: Member, maya: Member, ama: Member, stranger: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dukou.site.reading.profiles.PEOPLE_ON_A_PAGE", 1)
    for follower in (maya, ama):
        talk.follow_member(lin, by=follower)
    first = stranger.get("/@lin/followers")
    assert "@ama" in first.content.decode()
    assert "@maya" not in first.content.decode()
    follow = lin.followed_by.get(follower=ama)
    more = stranger.get(f"/@lin/followers?max_id={follow.pk}").content.decode()
    assert f"/@lin/followers?max_id={follow.pk}" in first.content.decode()
    assert "@maya" in more
    assert "max_id" not in more


@pytest.mark.parametrize("notes", [1, 20])
def test_a_profile_has_a_budget(
    lin: Member, maya: Member, as_member: AsMember, write: Write, notes: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    for number in range(notes):
        write(lin, f"第{number}篇", en=f"No. {number}")
    browser = as_member(maya)
    browser.get("/@lin")
    # The session with its reader and news; the member, their notes' ids, their cards, with texts
    # and pictures where none was written yet; the count of notes, the member's languages, follow,
    # mute.
    with django_assert_num_queries(8):
        browser.get("/@lin")


@pytest.mark.parametrize("people", [1, 20])
def test_a_list_of_people_has_a_budget(
    lin: Member, maya: Member, as_member: AsMember, people: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    for number in range(people):
        follower = members.create_member(
            name=f"p{number}", email=f"p{number}@example.org", password=None
        )
        talk.follow_member(lin, by=follower)
    browser = as_member(maya)
    browser.get("/@lin/followers")
    # The session with its reader; the member, the followers.
    with django_assert_num_queries(3):
        browser.get("/@lin/followers")
