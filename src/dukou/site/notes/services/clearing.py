"""Clearing away what nobody wants any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from dukou.site.notes import files
from dukou.site.notes.models import Draft, Media, MediaState, Upload
from dukou.site.notes.services.former import forget_former_notes

KEPT_HOURS = 24


def clear_leftovers(*, now: datetime | None = None) -> int:
    """Delete drafts that are still empty and pictures without an owner a day later; how many.

    Pictures of drafts that someone gave up halfway stay with their drafts: those are theirs.
    """
    moment = now or timezone.now()
    before = moment - timedelta(hours=KEPT_HOURS)
    forget_former_notes(now=moment)
    stuck = Upload.objects.filter(media__made_at__lt=before).values("media_id")
    Media.objects.filter(pk__in=stuck).update(state=MediaState.REFUSED, bytes=0)
    Upload.objects.filter(media__state=MediaState.REFUSED).delete()
    drafts, _ = Draft.objects.filter(fields={}, media=None, saved_at__lt=before).delete()
    return drafts + _clear_pictures(before)


@transaction.atomic
def _clear_pictures(before: datetime) -> int:
    """Pictures of a deleted draft, and of an upload that ended with the machine."""
    stray = Media.objects.filter(note=None, draft=None, made_at__lt=before)
    half = Media.objects.filter(
        draft__isnull=False, state=MediaState.WAITING, upload=None, made_at__lt=before
    )
    gone = {media.pk: media.stem for media in [*stray, *half]}
    Media.objects.filter(pk__in=gone).delete()
    transaction.on_commit(lambda: files.remove_pictures(stem for stem in gone.values() if stem))
    return len(gone)
