"""Packs and pictures are the same for everybody, whoever reads, and in which language."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from dukou.site.members.models import Member
from dukou.site.notes.files import media_url
from dukou.site.packs import packs

WEEK_SECONDS = 604_800


@pytest.fixture
def picture(settings: Settings, tmp_path: Path) -> str:
    """The address of a picture."""
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "cat.webp").write_bytes(b"RIFF")
    return media_url("cat.webp")


@pytest.fixture
def browser(lin: Member) -> Client:
    """A signed-in member's, who reads English."""
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(lin)
    return client


@pytest.mark.parametrize("stem", ["style", "layout", "behaviour", "htmx"])
def test_a_pack_is_another_for_nobody(
    browser: Client, stem: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        answer = browser.get(reverse("pack", args=[packs()[stem].name]))
    assert answer.status_code == 200
    assert answer["Vary"] == "Accept-Encoding"
    assert answer["Content-Length"] == str(len(answer.content))
    assert not answer.cookies


def test_a_picture_is_kept_by_the_browser_and_by_nothing_in_between(
    browser: Client, picture: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        answer = browser.get(picture)
    assert b"".join(answer.streaming_content) == b"RIFF"  # type: ignore[attr-defined]
    assert answer["Cache-Control"] == f"private, max-age={WEEK_SECONDS}, immutable"
    assert "Vary" not in answer
    assert not answer.cookies


def test_a_picture_that_has_not_changed_is_not_sent_again(browser: Client, picture: str) -> None:
    first = browser.get(picture)
    first.close()
    again = browser.get(picture, headers={"If-Modified-Since": first["Last-Modified"]})
    assert again.status_code == 304


@pytest.mark.parametrize("address", ["/packs/none.css", "/media/none.webp"])
def test_what_is_not_there_is_told_as_on_every_page(browser: Client, address: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == 404
    assert "<main" in answer.content.decode()


def test_nothing_is_answered_under_a_name_that_is_not_the_places(
    browser: Client, picture: str
) -> None:
    assert browser.get(picture, headers={"Host": "elsewhere.example"}).status_code == 400


def test_a_picture_takes_no_words(browser: Client, picture: str) -> None:
    assert browser.post(picture).status_code == 405


def test_a_suspended_member_sees_the_place_as_it_looks(client: Client, rui: Member) -> None:
    client.force_login(rui)
    assert client.get(reverse("pack", args=[packs()["style"].name])).status_code == 200
