"""The data folder: made once, looked at before every start."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from dukou.ground.errors import DatabaseError, WrongVersion
from dukou.ground.postgres.account import SHARED_FOLDER, Account
from dukou.ground.postgres.binaries import MAJOR, server_program
from dukou.ground.postgres.place import Place


def prepare(place: Place, account: Account | None, *, durable: bool) -> None:
    """Have folders and a data folder of our version, made where there are none."""
    _have_folder(place, account)
    _have_private(place.socket_folder, account)
    version = place.data / "PG_VERSION"
    if not version.exists():
        _initialise(place, account, durable=durable)
    found = version.read_text("ascii").strip()
    if found != str(MAJOR):
        raise WrongVersion(place.data, found, MAJOR)


def _have_folder(place: Place, account: Account | None) -> None:
    place.home.mkdir(parents=True, exist_ok=True)
    if not place.door.exists():
        place.door.unlink(missing_ok=True)  # a link whose target is gone
        place.door.mkdir(mode=0o700)
    if account is None:
        return
    os.chown(place.folder, account.uid, account.gid)
    if account.can_write(place.folder):
        return
    if place.data.exists():
        raise DatabaseError(
            f"The account with id {account.uid}, which owns the database, cannot reach "
            f"{place.folder}. Make the folders above it passable: chmod a+x."
        )
    _move_within_reach(place, account)


def _move_within_reach(place: Place, account: Account) -> None:
    """Keep the server's folder under /var/lib, with a link in the home."""
    SHARED_FOLDER.mkdir(mode=0o755, parents=True, exist_ok=True)
    target = Path(tempfile.mkdtemp(dir=SHARED_FOLDER, prefix="database-"))
    os.chown(target, account.uid, account.gid)
    if not account.can_write(target):
        raise DatabaseError(
            f"As root, Dukou runs PostgreSQL under the account with id {account.uid}, which can "
            f"reach neither {place.folder} nor {SHARED_FOLDER}. Set DUKOU_HOME to a folder that "
            "it can reach, or start Dukou as an ordinary user."
        )
    place.door.rmdir()
    place.door.symlink_to(target)


def _have_private(folder: Path, account: Account | None) -> None:
    folder.mkdir(mode=0o700, exist_ok=True)
    held = folder.lstat()
    # The short folder lies in a place where anyone may have made one of that name before us.
    if folder.is_symlink() or held.st_uid not in {os.geteuid(), account.uid if account else -1}:
        raise DatabaseError(f"{folder} belongs to someone else. Remove it.")
    folder.chmod(0o700)
    if account is not None:
        os.chown(folder, account.uid, account.gid)


def _initialise(place: Place, account: Account | None, *, durable: bool) -> None:
    # Made beside its place and then renamed: an initdb that was killed leaves no half folder.
    draft = place.folder / "data-draft"
    secret = place.folder / "initial-password"
    shutil.rmtree(draft, ignore_errors=True)
    secret.unlink(missing_ok=True)
    with os.fdopen(os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(place.password)
    if account is not None:
        os.chown(secret, account.uid, account.gid)
    command = [
        str(server_program("initdb", account)),
        f"--pgdata={draft}",
        "--username=dukou",
        f"--pwfile={secret}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        # The same order of words on every machine, whatever languages its system has.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        *([] if durable else ["--no-sync"]),
    ]
    identity = account.identity if account else {}
    made = subprocess.run(
        command,
        cwd="/",
        env=place.environment,
        capture_output=True,
        text=True,
        check=False,
        **identity,
    )
    secret.unlink()
    if made.returncode != 0:
        raise DatabaseError(f"initdb could not make {place.data}: {made.stderr.strip()}")
    draft.rename(place.data)
