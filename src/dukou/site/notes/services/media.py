"""Keeping pictures: their files and the rows that own them."""

from __future__ import annotations

import secrets

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import Sum

from dukou.site.members.models import Member
from dukou.site.notes.files import path_of, remove_pictures
from dukou.site.notes.models import ALT_LIMIT, Draft, Media, MediaState
from dukou.site.notes.pictures import Encoded
from dukou.site.text import one_line


def new_stem(owner: Member) -> str:
    """A place for a picture's files that cannot be guessed."""
    token = secrets.token_urlsafe(18)
    return f"pictures/{token[:2].lower()}/{token}"


def keep_picture(
    owner: Member,
    encoded: Encoded,
    *,
    draft: Draft | None = None,
    position: int = 0,
    alt: str = "",
    alt_others: dict[str, str] | None = None,
) -> Media:
    """Write the picture's files and its row; it belongs to the draft until it is published.

    Where the files find no room nothing of it stays.
    """
    media = Media.objects.create(
        owner=owner,
        draft=draft,
        position=position,
        alt=one_line(alt, limit=ALT_LIMIT),
        alt_others=alt_others or {},
    )
    try:
        return fill_picture(media, encoded)
    except OSError:
        media.delete()
        raise


def fill_picture(media: Media, encoded: Encoded) -> Media:
    """The picture is ready: write its files.

    The row knows the place before the first file is there, so that files left by a crash are
    found and cleared away with it.
    """
    media.stem = new_stem(media.owner)
    media.save(update_fields=["stem"])
    try:
        for size, content in encoded.files.items():
            default_storage.save(path_of(media.stem, size), ContentFile(content))
    except OSError:
        remove_pictures([media.stem])
        raise
    media.state = MediaState.READY
    media.width, media.height = encoded.width, encoded.height
    media.bytes, media.blur = encoded.bytes, encoded.blur
    media.fingerprint = encoded.fingerprint
    media.save(
        update_fields=["state", "width", "height", "bytes", "blur", "fingerprint"],
    )
    return media


def stored_bytes(owner: Member) -> int:
    """How much the member's pictures take up."""
    total = Media.objects.filter(owner=owner).aggregate(total=Sum("bytes"))["total"]
    return int(total or 0)
