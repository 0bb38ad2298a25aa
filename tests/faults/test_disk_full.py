"""A full disk: readers read on, writers are told, and nothing that was typed is lost."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.db import connection
from django.test import Client
from pytest_django import Settings

from dukou.site.members.models import Member
from dukou.site.notes.models import Draft, Media, Note
from dukou.site.reading.models import ServedPage
from tests.cast import AsMember, Write, words_of
from tests.site.notes.files import scene, written

TEXT = {"title": "写了很久的标题", "body": "写了很久的正文。", "design": "letter"}
FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def media(settings: Settings, tmp_path: Path) -> Path:
    """The media folder of this test alone."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture
def no_room_for_media(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that has room for the first file only, and for half of the second."""
    save, rooms = FileSystemStorage._save, iter([True])

    def half(self: FileSystemStorage, name: str, content: Any) -> str:
        if next(rooms, False):
            return str(save(self, name, content))
        place = Path(self.path(name))
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.read()[:100])
        raise FULL

    monkeypatch.setattr(FileSystemStorage, "_save", half)


REFUSE = """
CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$
"""


@contextmanager
def no_room_in(*tables: str) -> Iterator[None]:
    """The database has no room for rows of these tables, and says so as it does on a full disk."""
    with connection.cursor() as cursor:
        cursor.execute(REFUSE)
        for table in tables:
            cursor.execute(
                f"CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON {table}"
                " FOR EACH ROW EXECUTE FUNCTION no_room()"
            )
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP FUNCTION no_room CASCADE")


@pytest.fixture
def desk(lin: Member, as_member: AsMember) -> tuple[Client, str]:
    """Lin's browser, which shows errors as browsers do, and the address of her draft."""
    browser = as_member(lin)
    browser.raise_request_exception = False
    return browser, browser.get("/compose")["Location"]


def picture() -> SimpleUploadedFile:
    return SimpleUploadedFile("cat.jpg", written(scene(), "JPEG"))


def test_a_picture_without_room_leaves_nothing_behind_and_the_words_stay(
    desk: tuple[Client, str], media: Path, no_room_for_media: None
) -> None:
    browser, draft = desk
    answer = browser.post(draft, {**TEXT, "pictures": picture(), "do": "publish"})
    assert answer.status_code == 422
    assert "could not be kept" in words_of(answer.content.decode())
    assert not Note.objects.exists()
    assert not Media.objects.exists()
    assert [found for found in media.rglob("*") if found.is_file()] == []
    assert TEXT["body"] in browser.get(draft).content.decode()


def test_the_tray_says_which_picture_found_no_room(
    desk: tuple[Client, str], media: Path, no_room_for_media: None
) -> None:
    browser, draft = desk
    answer = browser.post(
        f"{draft}/pictures", {"pictures": picture()}, headers={"HX-Request": "true"}
    )
    assert answer.status_code == 422
    assert "The disk of this place is full" in words_of(answer.content.decode())


def test_a_large_file_on_a_full_temporary_folder_takes_no_words_with_it(
    desk: tuple[Client, str], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10

    def write(self: TemporaryUploadedFile, data: bytes) -> int:
        raise FULL

    monkeypatch.setattr(TemporaryUploadedFile, "write", write, raising=False)
    browser, draft = desk
    answer = browser.post(draft, {**TEXT, "pictures": picture(), "do": "publish"})
    assert answer.status_code == 422
    assert "could not be kept" in words_of(answer.content.decode())
    assert Draft.objects.get().fields["body"] == TEXT["body"]


def test_an_avatar_without_room_is_said_and_the_old_one_stays(
    lin: Member, as_member: AsMember, media: Path, no_room_for_media: None
) -> None:
    browser = as_member(lin)
    for _ in range(2):
        page = browser.post("/settings/avatar", {"picture": picture()}, follow=True)
    assert "could not be kept" in words_of(page.content.decode())
    lin.refresh_from_db()
    assert [found.name for found in media.rglob("*.webp")] == [Path(lin.avatar).name]


def test_words_that_the_database_cannot_keep_stay_on_the_page(desk: tuple[Client, str]) -> None:
    browser, draft = desk
    with no_room_in("notes_draft"):
        answer = browser.post(draft, {**TEXT, "do": "publish"})
    page = answer.content.decode()
    assert answer.status_code == 507
    assert "not kept yet" in page
    assert TEXT["title"] in page
    assert TEXT["body"] in page
    assert browser.post(draft, {**TEXT, "do": "publish"}).status_code == 302


def test_a_note_that_cannot_be_published_stays_a_draft(desk: tuple[Client, str]) -> None:
    browser, draft = desk
    with no_room_in("notes_note"):
        answer = browser.post(draft, {**TEXT, "do": "publish"})
    assert answer.status_code == 507
    assert TEXT["body"] in browser.get(draft).content.decode()
    assert not Note.objects.exists()


def test_every_other_form_gives_back_what_was_typed(
    lin: Member, ama: Member, write: Write, as_member: AsMember
) -> None:
    note = write(lin, "猫税来了")
    browser = as_member(ama)
    browser.raise_request_exception = False
    with no_room_in("talk_comment"):
        answer = browser.post(f"/notes/{note.pk}/comments", {"body": "写了很久的评论 <b>"})
    page = answer.content.decode()
    assert answer.status_code == 507
    assert "The disk of this place is full" in page
    assert "写了很久的评论 &lt;b&gt;" in page


def test_a_password_is_never_given_back(stranger: Client) -> None:
    stranger.raise_request_exception = False
    form = {"username": "wen", "email": "wen@example.org", "password1": "a long way across"}
    with no_room_in("members_member"):
        answer = stranger.post("/account/signup/", form)
    assert answer.status_code == 507
    assert form["password1"] not in answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_readers_read_on(write: Write, lin: Member, ama: Member, as_member: AsMember) -> None:
    note = write(lin, "猫税来了")
    browser = as_member(ama)
    logged = ServedPage.objects.count()
    with no_room_in("reading_servedpage", "notes_event"):
        front, opened = browser.get("/"), browser.get(note.get_absolute_url())
    assert "猫税来了" in front.content.decode()
    assert opened.status_code == 200
    assert ServedPage.objects.count() == logged
