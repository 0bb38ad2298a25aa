"""The account that the server runs under: PostgreSQL refuses to run as root."""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from dukou.ground.errors import DatabaseError
from dukou.ground.postgres.place import Place

# Where root keeps what the account must reach and cannot reach in the home.
SHARED_FOLDER = Path("/var/lib/dukou")
_CANDIDATES = ("postgres", "nobody")
_NOBODY = 65534


class Identity(TypedDict, total=False):
    """How `subprocess` is told to change the user."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    """An unprivileged user of the system."""

    uid: int
    gid: int

    @property
    def identity(self) -> Identity:
        """For `subprocess`."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can_run(self, program: Path) -> bool:
        """Whether the account can start the program."""
        return self._test("-x", program)

    def can_write(self, folder: Path) -> bool:
        """Whether the account can reach the folder and write in it."""
        return self._test("-w", folder)

    def _test(self, operator: str, path: Path) -> bool:
        # Asked as the account itself: mode bits alone know nothing of access lists and mounts.
        command = ["/bin/sh", "-c", 'test "$1" "$2"', "sh", operator, str(path)]
        return subprocess.run(command, cwd="/", check=False, **self.identity).returncode == 0


def account_for(place: Place) -> Account | None:
    """The account to change to, or None where Dukou itself runs as an ordinary user."""
    owner = place.data.stat() if place.data.exists() else None
    if os.geteuid() != 0:
        if owner is not None and owner.st_uid != os.geteuid():
            raise DatabaseError(
                f"The database in {place.data} belongs to the user with id {owner.st_uid}. "
                f"Start Dukou as before, or give it to yours: chown -R {os.geteuid()} {place.home}"
            )
        return None
    if owner is not None and owner.st_uid != 0:
        return Account(owner.st_uid, owner.st_gid)
    for name in _CANDIDATES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    return Account(_NOBODY, _NOBODY)
