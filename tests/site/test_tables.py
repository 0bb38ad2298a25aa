"""The operator's tables open for the operator and are not there for others."""

import pytest
from django.conf import settings
from django.contrib import admin
from django.test import Client

from dukou.site.members.models import Member
from dukou.site.talk import services as talk
from tests.cast import AsMember, Write, words_of

TABLES = [
    f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
    for model in admin.site._registry
    if model._meta.app_label in {"members", "notes", "talk", "bridge", "reading", "commons"}
]


def test_the_tables_bear_the_name_of_the_place(keeper: Member, as_member: AsMember) -> None:
    page = as_member(keeper).get("/admin/").content.decode()
    assert settings.CONFIGURATION.place_name in page
    assert "Django" not in words_of(page)


@pytest.mark.parametrize("address", ["/admin/", *TABLES])
def test_the_operator_can_look(
    address: str, keeper: Member, lin: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "火锅", body="#猫税")
    talk.write_comment(note, by=keeper, body="香", lang="zh-Hans")
    browser = as_member(keeper)
    assert browser.get(address).status_code == 200
    assert browser.get(address, {"q": "火"}).status_code in (200, 302)


def test_others_are_asked_to_sign_in_as_somebody_else(
    lin: Member, bo: Member, as_member: AsMember, stranger: Client
) -> None:
    for browser in (as_member(lin), as_member(bo), stranger):
        assert browser.get("/admin/members/member/").status_code == 302


def test_the_operator_promotes_a_moderator(
    keeper: Member, lin: Member, as_member: AsMember
) -> None:
    form = {
        "shown": "林小满",
        "email": "lin@example.org",
        "role": "moderator",
        "home_language": "zh-Hans",
        "region": "CN",
        "wave": "",
        "bio": "",
    }
    answer = as_member(keeper).post(f"/admin/members/member/{lin.pk}/change/", form)
    assert answer.status_code == 302
    lin.refresh_from_db()
    assert lin.is_moderator
