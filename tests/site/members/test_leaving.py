"""Taking everything along, and leaving for good."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from dukou.site.members.models import Member, ReaderKey
from dukou.site.members.registry import Holding, all_holdings, register
from dukou.site.notes.models import Event, Media, MediaState, Note
from dukou.site.talk import services as talk
from tests.cast import PASSWORD, AsMember, Write

Archive = Callable[[Member], dict[str, Any]]


@pytest.fixture(autouse=True)
def media_folder(settings: Settings, tmp_path: Path) -> None:
    """A media folder of the test's own."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def exported(as_member: AsMember) -> Archive:
    """What a member's download holds, by name; JSON is read."""

    def export(member: Member) -> dict[str, Any]:
        answer = as_member(member).post("/settings/data/export")
        assert answer["Content-Type"] == "application/zip"
        archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
        contents = {name: archive.read(name) for name in archive.namelist()}
        return {
            name: json.loads(content) if name.endswith(".json") else content
            for name, content in contents.items()
        }

    return export


@pytest.fixture
def lived(lin: Member, maya: Member, ama: Member, write: Write) -> Note:
    """Ama's note, under which Lin and Maya have done all that one can do; and a life of Lin's."""
    note = write(ama, "猫税来了", en="Cat tax")
    for member in (lin, maya):
        talk.like_note(note, by=member)
        talk.save_note(note, by=member, collection=talk.make_collection(by=member, name="cats"))
    said = talk.write_comment(note, by=lin, body="好猫", lang="zh-Hans")
    talk.write_comment(note, by=maya, body="Yes", lang="en", reply_to=said)
    answer = talk.write_comment(note, by=maya, body="What a cat", lang="en")
    talk.like_comment(answer, by=lin)
    talk.follow_member(ama, by=lin)
    talk.follow_member(lin, by=maya)
    own = write(lin, "我的第一篇", en="My first")
    picture = f"pictures/li/{lin.name}-picture"
    Media.objects.create(owner=lin, note=own, state=MediaState.READY, stem=picture, width=9)
    for size in ("small", "medium", "large"):
        default_storage.save(f"{picture}-{size}.webp", ContentFile(b"pixels"))
    lin.avatar = default_storage.save("avatars/lin.webp", ContentFile(b"face"))
    lin.save()
    return note


def test_a_download_holds_notes_in_every_language_talk_and_pictures(
    lin: Member, lived: Note, exported: Archive
) -> None:
    found = exported(lin)
    assert found["account.json"][0]["email"] == "lin@example.org"
    assert [row["title"] for row in found["note_versions.json"]] == ["我的第一篇", "My first"]
    assert [row["body"] for row in found["comments.json"]] == ["好猫"]
    assert [row["note_id"] for row in found["likes.json"]] == [lived.pk]
    assert found["saves.json"][0]["collection__name"] == "cats"
    assert {row.get("followed__name") for row in found["follows.json"]} == {"ama", None}
    assert found["media/pictures/li/lin-picture-small.webp"] == b"pixels"
    assert found["media/avatars/lin.webp"] == b"face"
    assert found["blocks.json"] == []


def test_a_download_never_holds_the_password_or_other_people_s_words(
    lin: Member, lived: Note, exported: Archive
) -> None:
    text = json.dumps({name: repr(content) for name, content in exported(lin).items()})
    assert "password" not in text
    assert "What a cat" not in text
    assert "maya@example.org" not in text


def test_a_picture_whose_file_is_lost_does_not_stop_the_download(
    lin: Member, lived: Note, exported: Archive
) -> None:
    default_storage.delete("pictures/li/lin-picture-small.webp")
    assert "media/pictures/li/lin-picture-large.webp" in exported(lin)


def test_leaving_takes_everything_and_leaves_the_counts_of_others_right(
    lin: Member,
    maya: Member,
    ama: Member,
    lived: Note,
    as_member: AsMember,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    key = ReaderKey.objects.get(member=lin).key
    with django_capture_on_commit_callbacks(execute=True):
        page = as_member(lin).post(
            "/settings/data", {"_method": "DELETE", "password": PASSWORD}, follow=True
        )
    assert "Your account is gone" in page.content.decode()
    assert not Member.objects.filter(name="lin").exists()
    assert not Note.objects.filter(versions__title="我的第一篇").exists()
    lived.refresh_from_db()
    # What is left is Maya's like, save and second comment; her reply went with Lin's comment.
    assert (lived.likes_count, lived.saves_count, lived.comments_count) == (1, 1, 1)
    assert lived.comments.get().likes_count == 0
    ama.refresh_from_db()
    maya.refresh_from_db()
    assert (ama.followers_count, maya.following_count) == (0, 0)
    assert not default_storage.exists("pictures/li/lin-picture-large.webp")
    assert not default_storage.exists("avatars/lin.webp")
    # The log of reading stays, but nobody can say any more whose it was.
    assert Event.objects.filter(reader_key=key).exists()
    assert not ReaderKey.objects.filter(key=key).exists()


def test_leaving_needs_the_password(lin: Member, as_member: AsMember) -> None:
    answer = as_member(lin).post("/settings/data", {"_method": "DELETE", "password": "guess"})
    assert answer.status_code == 422
    assert "That is not your password." in answer.content.decode()
    assert Member.objects.filter(pk=lin.pk).exists()


def test_a_stranger_takes_nothing_and_a_suspended_member_may_leave(
    rui: Member, stranger: Client, as_member: AsMember
) -> None:
    assert stranger.post("/settings/data/export")["Location"].startswith("/account/login")
    assert stranger.delete("/settings/data")["Location"].startswith("/account/login")
    assert as_member(rui).post("/settings/data/export").status_code == 200
    as_member(rui).post("/settings/data", {"_method": "DELETE", "password": PASSWORD})
    assert not Member.objects.filter(pk=rui.pk).exists()


def test_a_holding_has_a_name_of_its_own() -> None:
    with pytest.raises(ValueError, match="account"):
        register(Holding("account", rows=lambda member: []))
    assert len({holding.name for holding in all_holdings()}) == len(all_holdings())
