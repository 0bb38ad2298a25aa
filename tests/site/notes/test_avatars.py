"""A member's own picture: decoded safely, cut square, without anything else of the file."""

import io
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pytest_django import Settings

from dukou.site.members.models import Member
from tests.cast import AsMember
from tests.site.notes.files import of_a_phone, scene, written

ADDRESS = "/settings/avatar"


@pytest.fixture(autouse=True)
def media_folder(settings: Settings, tmp_path: Path) -> None:
    """A media folder of the test's own."""
    settings.MEDIA_ROOT = tmp_path


def upload(content: bytes, name: str = "me.jpg") -> dict[str, SimpleUploadedFile]:
    return {"picture": SimpleUploadedFile(name, content)}


def kept_of(member: Member) -> bytes:
    """The file that is kept of the member's picture."""
    member.refresh_from_db()
    with default_storage.open(member.avatar) as file:
        return bytes(file.read())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_picture_becomes_a_small_square(lin: Member, as_member: AsMember, kind: str) -> None:
    as_member(lin).post(ADDRESS, upload(written(scene(), kind)))
    image = Image.open(io.BytesIO(kept_of(lin)))
    assert (image.format, image.size) == ("WEBP", (256, 256))
    assert lin.avatar_url in as_member(lin).get("/@lin").content.decode()


def test_nothing_of_the_file_but_its_upright_pixels_is_kept(
    lin: Member, as_member: AsMember
) -> None:
    as_member(lin).post(ADDRESS, upload(of_a_phone()))
    kept = kept_of(lin)
    assert b"SecretCam" not in kept
    image = Image.open(io.BytesIO(kept))
    assert not image.getexif()
    top, bottom = (image.convert("RGB").getpixel((128, y)) for y in (20, 236))
    assert top[0] > 150 > top[2]  # type: ignore[index]
    assert bottom[2] > 150 > bottom[0]  # type: ignore[index]


@pytest.mark.parametrize("content", [b"not a picture", b"<svg onload=alert(1)></svg>", b""])
def test_what_is_no_picture_is_refused_in_words(
    lin: Member, as_member: AsMember, content: bytes
) -> None:
    page = as_member(lin).post(ADDRESS, upload(content, "me.svg"), follow=True)
    assert page.status_code == 200
    lin.refresh_from_db()
    assert lin.avatar == ""
    assert "picture" in page.content.decode()


def test_a_new_picture_replaces_the_file_of_the_old_one(lin: Member, as_member: AsMember) -> None:
    browser = as_member(lin)
    browser.post(ADDRESS, upload(written(scene(), "PNG")))
    lin.refresh_from_db()
    first = lin.avatar
    browser.post(ADDRESS, upload(written(scene(), "PNG")))
    lin.refresh_from_db()
    assert not default_storage.exists(first)
    assert default_storage.exists(lin.avatar)
    browser.post(ADDRESS, {"_method": "DELETE"})
    assert not default_storage.exists(lin.avatar)
    lin.refresh_from_db()
    assert lin.avatar == ""


def test_pictures_are_for_members(rui: Member, stranger: Client, as_member: AsMember) -> None:
    assert stranger.post(ADDRESS)["Location"].startswith("/account/login")
    assert as_member(rui).post(ADDRESS)["Location"] == "/suspended"
