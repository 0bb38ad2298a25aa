"""Pictures on their way from a member's device into a draft."""

from __future__ import annotations

from django.conf import settings
from django.db import OperationalError, transaction
from django.db.models import Max
from django.utils import timezone
from procrastinate.contrib.django import app

from dukou.site.disk import is_disk_full
from dukou.site.notes.composing.pictures import pictures_of_draft
from dukou.site.notes.decoding import PictureRefused, decode
from dukou.site.notes.models import (
    PICTURES_LIMIT,
    Draft,
    Media,
    MediaState,
    Note,
    Upload,
)
from dukou.site.notes.pictures import encode
from dukou.site.notes.services.copies import fold_new
from dukou.site.notes.services.media import fill_picture, keep_picture, stored_bytes

PREPARE = "notes.prepare_picture"
QUICK_SECONDS = 1.5  # a member waits so long for a turn; then the background does it


def receive_picture(draft: Draft, data: bytes) -> Media:
    """Add a picture to the draft, ready if that is quick, else waiting for the media lane.

    Raises PictureRefused, also with the codes `too-many`, `no-room` and `disk-full`.
    """
    if len(pictures_of_draft(draft)) >= PICTURES_LIMIT:
        raise PictureRefused("too-many")
    room = settings.CONFIGURATION.member_storage_mb * 1024 * 1024
    if stored_bytes(draft.author) >= room:
        raise PictureRefused("no-room")
    try:
        return _taken(draft, data, _next_position(draft))
    except (OSError, OperationalError) as error:
        if is_disk_full(error):
            raise PictureRefused("disk-full") from error
        raise


def _taken(draft: Draft, data: bytes, position: int) -> Media:
    try:
        image = decode(data, wait_seconds=QUICK_SECONDS)
    except PictureRefused as refused:
        if refused.code != "busy":
            raise
        return _leave_waiting(draft, data, position)
    return keep_picture(draft.author, encode(image), draft=draft, position=position)


def _next_position(draft: Draft) -> int:
    last = draft.media.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


@transaction.atomic
def _leave_waiting(draft: Draft, data: bytes, position: int) -> Media:
    """The file lies in the database until its turn: any machine can take it from there."""
    media = Media.objects.create(
        owner=draft.author, draft=draft, position=position, bytes=len(data)
    )
    Upload.objects.create(media=media, content=data)
    app.configure_task(PREPARE, queue="media").defer(media_id=media.pk)
    return media


def prepare_picture(media_id: int) -> None:
    """Make a waiting picture ready, or refused; one that waits no more is left alone."""
    upload = Upload.objects.filter(media_id=media_id).first()
    if upload is None:
        return
    try:
        encoded = encode(decode(bytes(upload.content)))
    except PictureRefused as refused:
        if refused.code == "busy":
            raise
        encoded = None
    with transaction.atomic():
        media = Media.objects.select_for_update().filter(pk=media_id).first()
        if media is None or media.state != MediaState.WAITING:
            return
        if encoded is None:
            media.state, media.bytes = MediaState.REFUSED, 0
            media.save(update_fields=["state", "bytes"])
        else:
            fill_picture(media, encoded)
        Upload.objects.filter(media=media).delete()
        if media.note is not None:
            _show_in_note(media.note)


def _show_in_note(note: Note) -> None:
    """The note was published before its picture was ready."""
    fold_new(note)
    Note.objects.filter(pk=note.pk).update(changed_at=timezone.now())
