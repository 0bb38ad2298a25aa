"""Secrets that Dukou makes for itself and keeps in files that only its user can read."""

import os
import secrets
import tempfile
from pathlib import Path


def kept_secret(path: Path) -> str:
    """The secret in the file, made on the first call (0600); all callers get the same one."""
    try:
        return path.read_text("ascii").strip()
    except FileNotFoundError:
        _create(path)
        return path.read_text("ascii").strip()


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    try:
        # A link never replaces: of two processes that start at once, the first one's secret stays.
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(draft)
