"""Following, blocking and muting, and who cannot."""

import pytest
from django.test import Client
from django.utils import timezone

from dukou.site.members import limits
from dukou.site.members.limits import Limit
from dukou.site.members.models import Member
from dukou.site.talk.models import Notification
from tests.cast import AsMember, Write, words_of

RELATIONS = ("follow", "block", "mute")


def test_following_counts_once_and_is_told(lin: Member, maya: Member, as_member: AsMember) -> None:
    browser = as_member(maya)
    for _ in range(2):
        assert browser.post("/members/lin/follow").status_code == 302
    lin.refresh_from_db()
    maya.refresh_from_db()
    assert (lin.followers_count, maya.following_count) == (1, 1)
    assert Notification.objects.get(member=lin).kind == "follow"


def test_a_follow_by_htmx_answers_with_the_button(
    lin: Member, maya: Member, as_member: AsMember
) -> None:
    browser = as_member(maya)
    answer = browser.post("/members/lin/follow", headers={"hx-request": "true"})
    assert 'aria-pressed="true"' in answer.content.decode()
    answer = browser.post(
        "/members/lin/follow", {"_method": "DELETE"}, headers={"hx-request": "true"}
    )
    assert 'aria-pressed="false"' in answer.content.decode()
    lin.refresh_from_db()
    assert lin.followers_count == 0


def test_a_profile_counts_who_has_just_followed(
    lin: Member, maya: Member, as_member: AsMember
) -> None:
    browser = as_member(maya)
    on_profile = {"hx-request": "true", "hx-current-url": "http://testserver/@lin"}
    answer = browser.post("/members/lin/follow", headers=on_profile).content.decode()
    assert '<b id="followers-count" hx-swap-oob="true">1</b>' in answer
    assert '<b id="followers-count">1</b>' in browser.get("/@lin").content.decode()
    elsewhere = browser.post("/members/lin/follow", headers={"hx-request": "true"})
    assert "followers-count" not in elsewhere.content.decode()


def test_blocking_ends_follows_and_neither_sees_the_other(
    lin: Member, maya: Member, as_member: AsMember, write: Write
) -> None:
    note = write(lin, "猫税来了")
    as_member(maya).post("/members/lin/follow")
    assert as_member(lin).post("/members/maya/block")["Location"] == "/settings/safety"
    lin.refresh_from_db()
    assert lin.followers_count == 0
    for browser, address in (
        (as_member(maya), note.get_absolute_url()),
        (as_member(maya), "/@lin"),
        (as_member(lin), "/@maya"),
    ):
        assert browser.get(address).status_code == 404


def test_a_block_is_lifted_on_the_safety_page(
    lin: Member, maya: Member, as_member: AsMember
) -> None:
    browser = as_member(lin)
    browser.post("/members/maya/block")
    assert "@maya" in browser.get("/settings/safety").content.decode()
    page = browser.post("/members/maya/block", {"_method": "DELETE"}, follow=True)
    assert "@maya is not blocked any more." in words_of(page.content.decode())
    assert as_member(maya).get("/@lin").status_code == 200


def test_a_muted_member_leaves_the_feeds_but_not_their_profile(
    lin: Member, maya: Member, as_member: AsMember, write: Write
) -> None:
    write(lin, "猫税来了")
    browser = as_member(maya)
    browser.post("/members/lin/mute")
    assert "猫税来了" not in browser.get("/latest").content.decode()
    profile = browser.get("/@lin").content.decode()
    assert "猫税来了" in profile
    assert "You have muted this member" in profile
    browser.post("/members/lin/mute", {"_method": "DELETE"})
    assert "猫税来了" in browser.get("/latest").content.decode()


@pytest.mark.parametrize("relation", RELATIONS)
def test_nobody_has_a_relation_to_themselves(
    lin: Member, as_member: AsMember, relation: str
) -> None:
    assert as_member(lin).post(f"/members/lin/{relation}").status_code == 404


@pytest.mark.parametrize("relation", RELATIONS)
def test_relations_are_for_members_who_may_see_each_other(
    lin: Member, cai: Member, rui: Member, stranger: Client, as_member: AsMember, relation: str
) -> None:
    address = f"/members/lin/{relation}"
    assert stranger.post(address)["Location"].startswith("/account/login")
    assert as_member(cai).post(address).status_code == 404
    assert as_member(rui).post(address)["Location"] == "/suspended"


def test_only_those_who_block_can_lift_it(lin: Member, cai: Member, as_member: AsMember) -> None:
    assert as_member(cai).delete("/members/lin/block").status_code == 404
    assert cai.blocked_by.exists()


@pytest.mark.usefixtures("standing_clock")
def test_a_reached_limit_is_said_in_the_reader_s_language(
    lin: Member, maya: Member, as_member: AsMember, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dukou.site.talk.relations.REACTING", Limit("react-test", 1, 3600))
    maya.interface_language = "zh-hans"
    maya.save()
    browser = as_member(maya)
    browser.post("/members/lin/follow")
    answer = browser.post("/members/lin/follow")
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert "慢一点" in answer.content.decode()
    by_htmx = browser.post("/members/lin/follow", headers={"hx-request": "true"})
    assert (by_htmx.status_code, by_htmx.content) == (429, b"")


def test_counts_of_windows_that_have_passed_are_forgotten(db: None) -> None:
    limit = Limit("test", 5, 60)
    limits.spend(limit, "ip:192.0.2.1", now=timezone.now().timestamp() - 3600)
    limits.spend(limit, "ip:192.0.2.1")
    assert limits.forget_old_counts() == 1
