"""Feeds in the order of time, and who does not meet what in them."""

import pytest
from django.test import Client

from dukou.site.members import services as members
from dukou.site.members.models import Member
from tests.cast import AsMember, Write, words_of


def test_latest_shows_the_newest_first_and_goes_on_without_javascript(
    lin: Member, write: Write, stranger: Client
) -> None:
    for number in range(23):
        write(lin, f"第{number}天", en=f"Day {number}")
    first = words_of(stranger.get("/latest").content.decode())
    assert first.index("Day 22") < first.index("Day 21")
    page = stranger.get("/latest").content.decode()
    following = page.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    second = words_of(stranger.get(following).content.decode())
    assert "Day 2 " in second
    assert "Day 3 " not in second


def test_an_endless_feed_asks_for_cards_only(lin: Member, write: Write, stranger: Client) -> None:
    write(lin, "第一天")
    answer = stranger.get("/latest?max_id=9", headers={"HX-Request": "true"})
    assert "<html" not in answer.content.decode()


def test_every_address_answers_with_and_without_its_last_slash(
    lin: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "第一天")
    browser = as_member(lin)
    for address in ("/latest", "/following", "/search", note.get_absolute_url()):
        assert browser.get(address).status_code == 200
        assert browser.get(f"{address}/").status_code == 200
    assert browser.post(f"/notes/{note.pk}/like/").status_code == 302
    note.refresh_from_db()
    assert note.likes_count == 1


def test_following_holds_what_one_follows(
    lin: Member, ama: Member, maya: Member, write: Write, as_member: AsMember
) -> None:
    write(lin, "火锅", en="Hot pot")
    write(ama, "爬山", en="Up the hill")
    members.follow(lin, by=maya)
    page = as_member(maya).get("/following").content.decode()
    assert "Hot pot" in page
    assert "Up the hill" not in page


def test_a_note_for_followers_is_for_followers(
    lin: Member, ama: Member, maya: Member, write: Write, as_member: AsMember, stranger: Client
) -> None:
    note = write(lin, "给朋友的", en="For friends", audience="followers")
    members.follow(lin, by=ama)
    assert as_member(ama).get(note.get_absolute_url()).status_code == 200
    assert as_member(maya).get(note.get_absolute_url()).status_code == 404
    assert stranger.get(note.get_absolute_url()).status_code == 404
    assert "给朋友的" not in as_member(ama).get("/latest").content.decode()
    assert "给朋友的" in as_member(ama).get("/following").content.decode()


@pytest.mark.parametrize("feed", ["/", "/latest", "/search?q=火锅", "/topics/food", "/@lin"])
def test_blocked_people_meet_nothing_of_each_other(
    feed: str, lin: Member, cai: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    write(lin, "火锅测评", topics=["food"])
    assert "火锅测评" in as_member(ama).get(feed).content.decode()
    assert "火锅测评" not in as_member(cai).get(feed).content.decode()


@pytest.mark.parametrize("feed", ["/", "/latest", "/topics/food", "/following"])
def test_muted_people_are_not_met_in_feeds_but_at_their_address(
    feed: str, lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅测评", topics=["food"])
    members.follow(lin, by=ama)
    browser = as_member(ama)
    assert "火锅测评" in browser.get(feed).content.decode()
    members.mute(lin, by=ama)
    assert "火锅测评" not in browser.get(feed).content.decode()
    assert browser.get(note.get_absolute_url()).status_code == 200


def test_every_name_of_a_topic_leads_to_it(lin: Member, write: Write, stranger: Client) -> None:
    write(lin, "年糕到了", en="Rice cake is here", body="#猫税")
    for name in ("猫税", "cattax", "cat_tax", "CatTax", "cats"):
        assert "Rice cake is here" in stranger.get(f"/topics/{name}").content.decode()
    assert stranger.get("/topics/nothing-of-the-kind").status_code == 404


def test_a_suspended_member_sees_only_why(rui: Member, as_member: AsMember) -> None:
    for address in ("/", "/latest", "/following", "/search?q=x", "/saved", "/@rui"):
        assert as_member(rui).get(address).headers["Location"] == "/suspended"
