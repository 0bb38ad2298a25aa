"""Keeping pictures."""

from __future__ import annotations

import secrets

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import Sum

from dukou.site.members.models import Member
from dukou.site.notes.files import path_of
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
    """Write the picture's files and its row; it belongs to the draft until it is published."""
    stem = new_stem(owner)
    for size, content in encoded.files.items():
        default_storage.save(path_of(stem, size), ContentFile(content))
    return Media.objects.create(
        owner=owner,
        draft=draft,
        position=position,
        state=MediaState.READY,
        stem=stem,
        width=encoded.width,
        height=encoded.height,
        bytes=encoded.bytes,
        blur=encoded.blur,
        fingerprint=encoded.fingerprint,
        alt=one_line(alt, limit=ALT_LIMIT),
        alt_others=alt_others or {},
    )


def stored_bytes(owner: Member) -> int:
    """How much the member's pictures take up."""
    total = Media.objects.filter(owner=owner).aggregate(total=Sum("bytes"))["total"]
    return int(total or 0)
