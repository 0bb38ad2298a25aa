"""Where the embedded server keeps its things."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from dukou.ground.secret import kept_secret

# sun_path holds 108 bytes with its final NUL on Linux, 104 on macOS.
_SOCKET_BYTES = 103
_SOCKET_NAME = ".s.PGSQL.5432"


@dataclass(frozen=True)
class Place:
    """The paths of one embedded server, all from the home of the place."""

    home: Path

    @property
    def door(self) -> Path:
        """The server's folder as the home shows it: the folder itself, or a link to it."""
        return self.home / "postgres"

    @property
    def folder(self) -> Path:
        """The server's folder, by a path that its account can go."""
        return self.door.readlink() if self.door.is_symlink() else self.door

    @property
    def data(self) -> Path:
        """The data folder that initdb makes."""
        return self.folder / "data"

    @property
    def start_log(self) -> Path:
        """What the server said while it last started."""
        return self.folder / "start.log"

    @property
    def users_lock(self) -> Path:
        """Held in common by every command that uses the server."""
        return self.home / "locks" / "postgres-users"

    @property
    def keeper_lock(self) -> Path:
        """Held by the keeper."""
        return self.home / "locks" / "postgres-keeper"

    @property
    def keeper_log(self) -> Path:
        """What the last keeper said; its last line is why it gave up."""
        return self.home / "locks" / "postgres-keeper.log"

    @property
    def socket_folder(self) -> Path:
        """The private folder of the server's socket; a short one where the home is too long."""
        near = self.folder / "socket"
        if len(os.fsencode(near / _SOCKET_NAME)) <= _SOCKET_BYTES:
            return near
        mark = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"dukou-{mark}"

    @property
    def password(self) -> str:
        """The database password, made on first use and kept in the home (0600)."""
        return kept_secret(self.home / "database-password")

    @property
    def environment(self) -> dict[str, str]:
        """What the server's programs see: whose they are, and nothing of our secrets."""
        return {"PATH": os.defpath, "LC_ALL": "C", "DUKOU_HOME": str(self.home)}

    def url(self, database: str = "dukou") -> str:
        """How a client reaches the server."""
        return f"postgresql://dukou:{self.password}@/{database}?host={self.socket_folder}"
