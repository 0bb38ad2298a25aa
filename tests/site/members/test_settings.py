"""The settings: profile, languages, safety."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from dukou.site.members import services, tasks
from dukou.site.members.models import Member
from dukou.site.members.queries import reading_languages
from dukou.site.notes.models import Note
from tests.cast import AsMember, Write, words_of

PAGES = ("/settings", "/settings/languages", "/settings/safety", "/settings/data")


@pytest.mark.parametrize("page", PAGES)
def test_settings_are_for_members(
    lin: Member, rui: Member, stranger: Client, as_member: AsMember, page: str
) -> None:
    assert as_member(lin).get(page).status_code == 200
    assert stranger.get(page)["Location"].startswith("/account/login")
    # Those who are suspended can still take their data along.
    assert as_member(rui).get(page).status_code == (200 if page == "/settings/data" else 302)


def test_a_profile_speaks_two_languages(
    lin: Member, maya: Member, ama: Member, as_member: AsMember
) -> None:
    answer = as_member(lin).post(
        "/settings",
        {
            "shown": "小满\u202e", "bio": "成都人，胃口很好，只写自己吃过的。", "bio_lang": "",
            "bio_other": "Chengdu. Good appetite.", "bio_other_lang": "en",
            "region": "CN", "time_zone": "Asia/Shanghai",
        },
    )  # fmt: skip
    assert answer.status_code == 302
    lin.refresh_from_db()
    assert (lin.shown, lin.bio_lang) == ("小满", "zh-Hans")
    assert "Good appetite" in as_member(maya).get("/@lin").content.decode()
    assert "胃口很好" in as_member(ama).get("/@lin").content.decode()


def test_a_bio_is_converted_to_the_reader_s_script(
    lin: Member, maya: Member, as_member: AsMember
) -> None:
    services.save_profile(lin, shown="", bio="爱吃软面条", bio_lang="zh-Hans")
    services.set_reading_languages(maya, ["zh-Hant"])
    assert "愛吃軟麵條" in as_member(maya).get("/@lin").content.decode()


@pytest.mark.parametrize(
    ("field", "value"), [("region", "XX"), ("time_zone", "Moon/Sea"), ("bio", "x" * 501)]
)
def test_a_profile_refuses_what_is_not_there(
    lin: Member, as_member: AsMember, field: str, value: str
) -> None:
    answer = as_member(lin).post("/settings", {"shown": "Lin", field: value})
    assert answer.status_code == 422
    assert "field__error" in answer.content.decode()


def test_a_bio_with_markup_is_shown_as_words(lin: Member, as_member: AsMember) -> None:
    services.save_profile(lin, shown="<b>Lin</b>", bio="<script>alert(1)</script>", bio_lang="en")
    page = as_member(lin).get("/@lin").content.decode()
    assert "<script>alert" not in page
    assert "<b>Lin" not in page


def test_times_are_those_of_the_member_s_zone(
    lin: Member, maya: Member, as_member: AsMember
) -> None:
    services.mute(maya, by=lin)
    lin.mutes.update(at=timezone.now().replace(month=1, day=2, hour=2))
    assert "01/02/" in as_member(lin).get("/settings/safety").content.decode()
    lin.time_zone = "America/New_York"
    lin.save()
    assert "01/01/" in as_member(lin).get("/settings/safety").content.decode()


def test_times_are_those_of_the_device_where_no_zone_was_chosen(
    lin: Member, write: Write, as_member: AsMember, stranger: Client
) -> None:
    note = write(lin, "火锅")
    Note.objects.filter(pk=note.pk).update(
        published_at=timezone.now().replace(year=2026, month=1, day=2, hour=2)
    )
    address = note.get_absolute_url()
    for browser in (as_member(lin), stranger):
        browser.cookies["dukou_zone"] = "America/New_York"
        assert "Jan. 1, 2026" in browser.get(address).content.decode()
    lin.time_zone = "Asia/Shanghai"
    lin.save()
    chosen = as_member(lin)
    chosen.cookies["dukou_zone"] = "America/New_York"
    assert "Jan. 2, 2026" in chosen.get(address).content.decode()


@pytest.mark.parametrize(
    "zone", ["Moon/Sea", "America", "../../etc/passwd", "/etc/passwd", "a" * 300]
)
def test_a_zone_that_is_none_is_that_of_the_place(
    zone: str, lin: Member, write: Write, stranger: Client
) -> None:
    address = write(lin, "火锅").get_absolute_url()
    plain = stranger.get(address).content.decode()
    stranger.cookies["dukou_zone"] = zone
    at = re.compile(r"<time[^>]*>[^<]*")
    assert at.findall(stranger.get(address).content.decode()) == at.findall(plain)


def test_languages_are_kept_in_order_and_act_at_once(
    lin: Member, ama: Member, as_member: AsMember, write: Write
) -> None:
    write(ama, "猫税来了", en="Cat tax")
    browser = as_member(lin)
    assert "猫税来了" in browser.get("/latest").content.decode()
    browser.post("/settings/languages", {"reads": ["en", "", "ja", "en", "xx"]})
    assert reading_languages(Member.objects.get(pk=lin.pk)) == ["en", "ja"]
    assert "Cat tax" in browser.get("/latest").content.decode()


def test_without_any_language_home_is_read(lin: Member, as_member: AsMember) -> None:
    as_member(lin).post("/settings/languages", {"reads": [""]})
    assert reading_languages(Member.objects.get(pk=lin.pk)) == ["zh-Hans"]


def test_a_new_home_language_counts_after_30_days(lin: Member, as_member: AsMember) -> None:
    browser = as_member(lin)
    browser.post("/settings/languages/home", {"home": "en"})
    assert "English counts from" in words_of(browser.get("/settings/languages").content.decode())
    tasks.every_hour(0)
    lin.refresh_from_db()
    assert lin.home_language == "zh-Hans"
    lin.home_language_changes.update(asked_at=timezone.now() - timedelta(days=30, minutes=1))
    tasks.every_hour(0)
    lin.refresh_from_db()
    assert lin.home_language == "en"
    assert "counts from" not in words_of(browser.get("/settings/languages").content.decode())


def test_a_wish_for_another_home_can_be_taken_back(lin: Member, as_member: AsMember) -> None:
    browser = as_member(lin)
    for lang in ("en", "ja"):
        browser.post("/settings/languages/home", {"home": lang})
    assert [change.lang for change in lin.home_language_changes.all()] == ["ja"]
    browser.post("/settings/languages/home", {"home": "zh-Hans"})
    assert not lin.home_language_changes.exists()


def test_a_newcomer_sees_for_how_long_they_are_one(maya: Member, as_member: AsMember) -> None:
    page = words_of(as_member(maya).get("/settings/languages").content.decode())
    assert "English · United States · newcomer for 60 more active days" in page


def test_a_day_counts_once_as_active(lin: Member, as_member: AsMember) -> None:
    Member.objects.filter(pk=lin.pk).update(last_active_on=timezone.localdate() - timedelta(days=2))
    for _ in range(3):
        as_member(lin).get("/latest")
    lin.refresh_from_db()
    assert lin.active_days == 1


def test_who_may_comment_is_kept(lin: Member, as_member: AsMember) -> None:
    as_member(lin).post("/settings/safety", {"reply_policy": "followers"})
    as_member(lin).post("/settings/safety", {"reply_policy": "martians"})
    lin.refresh_from_db()
    assert lin.reply_policy == "followers"


def test_a_suspension_ends_when_its_time_is_over(bo: Member, lin: Member, maya: Member) -> None:
    services.suspend(lin, by=bo, reason="A week", until=timezone.now() - timedelta(minutes=1))
    services.suspend(maya, by=bo, reason="A week", until=timezone.now() + timedelta(days=7))
    tasks.every_hour(0)
    lin.refresh_from_db()
    maya.refresh_from_db()
    assert (lin.suspended, maya.suspended) == (False, True)
