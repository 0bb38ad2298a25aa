"""Addresses of pictures: whoever may not see a note any more has none that leads anywhere."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from procrastinate.contrib.django.models import ProcrastinateJob

from dukou.site.commons import services as commons
from dukou.site.commons.subjects import Subject
from dukou.site.members.models import Member
from dukou.site.members.services import suspend
from dukou.site.notes import services
from dukou.site.notes.models import Media, Note
from tests.cast import AsMember
from tests.site.notes.conftest import SitDown
from tests.site.notes.files import scene, written
from tests.site.notes.test_editing import opened
from tests.site.notes.test_pictures import ids


@pytest.fixture
def note(lin: Member, sit_down: SitDown, media: Path) -> Note:
    """A note of two pictures for everyone."""
    desk = sit_down(lin)
    for _ in range(2):
        desk.add(written(scene(), "JPEG"))
    return desk.published(title="两张", picture=ids(desk))


@pytest.fixture
def move_waiting() -> Callable[[], None]:
    """Does the waiting jobs that move pictures."""

    moves = {
        "notes.move_pictures": services.move_pictures,
        "notes.move_pictures_of": services.move_pictures_of,
    }

    def run() -> None:
        for job in ProcrastinateJob.objects.filter(task_name__in=moves, status="todo"):
            moves[job.task_name](**job.args)

    return run


def named(media: Path) -> set[str]:
    return {file.name for file in media.rglob("*.webp")}


@pytest.mark.parametrize("audience", ["followers", "me"])
def test_pictures_of_a_note_for_fewer_people_have_new_addresses(
    audience: str,
    lin: Member,
    note: Note,
    as_member: AsMember,
    media: Path,
    move_waiting: Callable[[], None],
) -> None:
    before = named(media)
    desk = opened(as_member(lin), note)
    desk.published(title="两张", picture=ids(desk), audience=audience)
    move_waiting()
    assert len(named(media)) == 6
    assert not named(media) & before
    page = as_member(lin).get(note.get_absolute_url()).content.decode()
    assert all(f"{each.stem}-small.webp" in page for each in note.media.all())
    assert Media.objects.count() == 2


def test_pictures_of_a_hidden_note_have_new_addresses(
    note: Note, media: Path, move_waiting: Callable[[], None]
) -> None:
    before = named(media)
    services.hide_note(note)
    move_waiting()
    assert len(named(media)) == 6
    assert not named(media) & before


def test_pictures_of_a_suspended_member_have_new_addresses(
    lin: Member,
    maya: Member,
    bo: Member,
    note: Note,
    as_member: AsMember,
    media: Path,
    move_waiting: Callable[[], None],
) -> None:
    as_member(lin).post(
        "/settings/avatar", {"picture": SimpleUploadedFile("me.jpg", written(scene(), "JPEG"))}
    )
    before = named(media)
    assert len(before) == 7
    decision = commons.suspend(Subject(member=lin), by=bo, reason="Sells what is not theirs.")
    move_waiting()
    assert len(named(media)) == 7
    assert not named(media) & before
    commons.undo(decision, by=bo, reason="It was theirs.")
    page = as_member(maya).get(note.get_absolute_url()).content.decode()
    assert all(f"{each.stem}-small.webp" in page for each in note.media.all())
    assert Member.objects.get(pk=lin.pk).avatar in page
    assert Media.objects.count() == 2


def test_an_upgrade_moves_what_was_public_when_an_account_was_closed_earlier(
    lin: Member, bo: Member, note: Note, media: Path, move_waiting: Callable[[], None]
) -> None:
    before = named(media)
    suspend(lin, by=bo, reason="Sold what was not theirs.")  # the account alone, as it once was
    import_module("dukou.site.notes.migrations.0012_move_pictures").ask_to_move(apps, None)
    move_waiting()
    assert len(named(media)) == 6
    assert not named(media) & before


def test_a_lost_file_keeps_no_other_at_its_address(lin: Member, note: Note, media: Path) -> None:
    Member.objects.filter(pk=lin.pk).update(avatar="avatars/lost.webp")
    before = named(media)
    lost = next(media.rglob("*-medium.webp"))
    lost.unlink()
    services.move_pictures_of(lin.pk)
    assert len(named(media)) == 5
    assert not named(media) & before


def test_a_suspended_member_without_pictures_is_no_error(lin: Member, db: None) -> None:
    services.move_pictures_of(lin.pk)
    services.move_pictures_of(0)


def test_pictures_stay_where_they_are_while_as_many_people_may_see_them(
    lin: Member,
    note: Note,
    as_member: AsMember,
    media: Path,
    move_waiting: Callable[[], None],
) -> None:
    before = named(media)
    desk = opened(as_member(lin), note)
    desk.published(title="还是两张", picture=ids(desk), audience="everyone")
    move_waiting()
    assert named(media) == before


def test_a_full_disk_leaves_pictures_and_no_copies(
    note: Note, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = named(media)

    def no_room(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", no_room)
    with pytest.raises(OSError, match="No space left"):
        services.move_pictures(note.pk)
    assert named(media) == before
    assert Media.objects.count() == 2
