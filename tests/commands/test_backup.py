"""Back up, destroy, restore: everything is there again."""

import stat
from pathlib import Path

import psycopg
import pytest

from dukou.ground import postgres
from dukou.ground.locks import exclusive_if_free
from tests.commands.conftest import create
from tests.place import Place


@pytest.fixture
def archive(lived_in: Place, tmp_path: Path) -> Path:
    """A backup of the place with Lin and her picture."""
    file = tmp_path / "monday.dukou"
    lived_in.dukou("backup", str(file))
    return file


def test_a_destroyed_place_is_restored_whole(lived_in: Place, archive: Path, place: Place) -> None:
    assert "start it with" in place.dukou("restore", str(archive))
    assert "lin" in place.dukou("member", "list", "--role=operator")
    assert (place.home / "media/ab/picture.webp").read_bytes() == b"a picture"
    secret = place.home / "secret-key"
    assert secret.read_text() == (lived_in.home / "secret-key").read_text()
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert "up to date" in place.dukou("migrate")


def test_the_database_knows_how_much_was_restored(archive: Path, place: Place) -> None:
    place.dukou("restore", str(archive))
    asked = "SELECT reltuples FROM pg_class WHERE oid = 'members_member'::regclass"
    with postgres.running(place.configuration) as url, psycopg.connect(url) as client:
        assert client.execute(asked).fetchone() == (1,)


def test_downloaded_models_are_taken_along_only_if_asked(
    lived_in: Place, place: Place, tmp_path: Path
) -> None:
    model = lived_in.home / "models/firefox/zhen/model.bin"
    model.parent.mkdir(parents=True)
    model.write_bytes(b"megabytes that can be fetched again")
    lean, whole = tmp_path / "lean.dukou", tmp_path / "whole.dukou"
    said = lived_in.dukou("backup", str(lean))
    assert "downloaded models are not in it" in said
    assert b"megabytes" not in lean.read_bytes()
    assert "not in it" not in lived_in.dukou("backup", str(whole), "--models")
    place.dukou("restore", str(whole))
    assert (place.home / "models/firefox/zhen/model.bin").read_bytes() == model.read_bytes()


def test_event_files_are_not_in_it(lived_in: Place, tmp_path: Path) -> None:
    events = lived_in.home / "events/2026-01-01/00.parquet"
    events.parent.mkdir(parents=True)
    events.write_bytes(b"what a reader did, for thirty days only")
    lived_in.dukou("backup", str(tmp_path / "any.dukou"))
    assert b"thirty days" not in (tmp_path / "any.dukou").read_bytes()


def test_a_backup_is_private_and_never_overwrites(lived_in: Place, archive: Path) -> None:
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    before = archive.read_bytes()
    assert "is there already" in lived_in.dukou("backup", str(archive), succeeds=False)
    assert archive.read_bytes() == before


def test_a_place_with_members_is_not_restored_over(lived_in: Place, archive: Path) -> None:
    create(lived_in, "maya")
    stray = lived_in.home / "media/after.webp"
    stray.write_bytes(b"later")
    assert "--replace" in lived_in.dukou("restore", str(archive), succeeds=False)
    assert "maya" in lived_in.dukou("member", "list")
    lived_in.dukou("restore", str(archive), "--replace")
    members = lived_in.dukou("member", "list")
    assert "lin" in members
    assert "maya" not in members
    assert not stray.exists()


@pytest.mark.parametrize("damage", ["cut off", "flipped", "another file"])
def test_a_damaged_backup_changes_nothing(archive: Path, place: Place, damage: str) -> None:
    content = bytearray(archive.read_bytes())
    if damage == "cut off":
        del content[len(content) // 2 :]
    elif damage == "flipped":
        content[content.index(b"a picture")] ^= 1
    else:
        content = bytearray(b"not a backup")
    archive.write_bytes(content)
    said = place.dukou("restore", str(archive), succeeds=False)
    assert "dukou:" in said
    assert "Traceback" not in said
    assert not (place.home / "media").exists()


def test_a_running_place_is_not_restored(archive: Path, place: Place) -> None:
    with exclusive_if_free(place.home / "locks/up"):
        assert "End `dukou up` first" in place.dukou("restore", str(archive), succeeds=False)


def test_a_backup_inside_the_home_does_not_hold_the_last_one(lived_in: Place) -> None:
    file = lived_in.home / "nightly.dukou"
    lived_in.dukou("backup", str(file))
    first = file.stat().st_size
    lived_in.dukou("backup", str(file), "--replace")
    assert file.stat().st_size < 1.5 * first
    file.unlink()
