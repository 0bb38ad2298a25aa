"""The picture of a text card for link previews: who gets it, and that it follows the note."""

import io

import pytest
from django.test import Client
from PIL import Image

from dukou.site.members.models import Member
from dukou.site.notes.models import Audience, Note
from dukou.site.notes.previews import SIZE
from dukou.site.notes.services import delete_note
from tests.cast import AsMember, Write


def address(note: Note) -> str:
    return f"{note.get_absolute_url()}/card.png"


def test_a_card_is_a_picture_for_strangers_too(lin: Member, stranger: Client, write: Write) -> None:
    note = write(lin, "慢慢来，比较快", body="今天没有赶上车，走回来的。")
    response = stranger.get(address(note))
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "no-cache"
    with Image.open(io.BytesIO(response.content)) as picture:
        assert picture.size == SIZE


def test_the_note_page_points_at_a_picture_that_is_there(
    lin: Member, stranger: Client, write: Write
) -> None:
    note = write(lin, "慢慢来，比较快")
    page = stranger.get(note.get_absolute_url()).content.decode()
    assert f'content="http://testserver{address(note)}"' in page
    assert stranger.get(address(note)).status_code == 200


def test_an_unchanged_card_is_not_sent_again(lin: Member, stranger: Client, write: Write) -> None:
    note = write(lin, "慢慢来，比较快")
    first = stranger.get(address(note))
    again = stranger.get(address(note), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    other = stranger.get(address(write(lin, "另一张")))
    assert other["ETag"] != first["ETag"]


def test_a_card_is_gone_with_its_note(lin: Member, stranger: Client, write: Write) -> None:
    note = write(lin, "慢慢来，比较快")
    where = address(note)
    assert stranger.get(where).status_code == 200
    delete_note(note, by=lin)
    assert stranger.get(where).status_code == 404


@pytest.mark.parametrize("audience", [Audience.FOLLOWERS, Audience.ME])
def test_a_card_that_is_not_public_is_no_picture_for_strangers(
    lin: Member, stranger: Client, as_member: AsMember, write: Write, audience: str
) -> None:
    note = write(lin, "只给自己看", audience=audience)
    assert stranger.get(address(note)).status_code == 404
    assert as_member(lin).get(address(note)).status_code == 200


def test_a_blocked_member_gets_no_card(
    lin: Member, cai: Member, as_member: AsMember, write: Write
) -> None:
    assert as_member(cai).get(address(write(lin, "慢慢来"))).status_code == 404


def test_another_name_in_the_address_finds_nothing(
    lin: Member, maya: Member, stranger: Client, write: Write
) -> None:
    note = write(lin, "慢慢来")
    assert stranger.get(address(note).replace("@lin", "@maya")).status_code == 404
