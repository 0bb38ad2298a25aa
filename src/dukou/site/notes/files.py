"""Where picture files lie: three WebP sizes under a stem that cannot be guessed."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Any

from django.core.files.storage import FileSystemStorage, default_storage

_default: Any = default_storage
SIZES = {"small": 480, "medium": 960, "large": 1920}


def path_of(stem: str, size: str) -> str:
    """The file of a picture in a size (`small`, `medium`, `large`), below the media folder."""
    return f"{stem}-{size}.webp"


def new_avatar() -> str:
    """A file for a member's own picture, below the media folder, that cannot be guessed."""
    return f"avatars/{secrets.token_urlsafe(18)}.webp"


def url_of(stem: str, size: str) -> str:
    """The address of a picture in a size."""
    return media_url(path_of(stem, size))


def media_url(path: str) -> str:
    """The address of a file below the media folder, of a name that needs no quoting."""
    storage = _default._wrapped  # a page of cards asks eighty times
    if type(storage) is FileSystemStorage:
        return f"{storage.base_url}{path}"
    return default_storage.url(path)


def remove_pictures(stems: Iterable[str]) -> None:
    """Delete the files of these pictures; those that are gone already do not matter."""
    for stem in stems:
        for size in SIZES:
            default_storage.delete(path_of(stem, size))
