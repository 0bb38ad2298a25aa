"""What readers do with notes."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from dukou.site.ids import TimeId


class EventKind(models.TextChoices):
    """What a reader can do with a note."""

    OPEN = "open", _("opened")
    DWELL = "dwell", _("read")
    LIKE = "like", _("liked")
    UNLIKE = "unlike", _("took the like back")
    SAVE = "save", _("saved")
    UNSAVE = "unsave", _("took the save back")
    COMMENT = "comment", _("commented")
    FOLLOW = "follow", _("followed the author")
    NOT_FOR_ME = "not-for-me", _("not for me")


class Event(models.Model):
    """Something a reader did with a note. The table is partitioned by day.

    `page_id` and `slot` say from which served slot, where that is known.
    """

    id = TimeId()
    at = models.DateTimeField(db_default=Now())
    reader_key = models.UUIDField(null=True)
    kind = models.CharField(max_length=12, choices=EventKind)
    note_id = models.BigIntegerField()
    page_id = models.BigIntegerField(null=True)
    slot = models.SmallIntegerField(null=True)

    class Meta:
        managed = False  # made by migration 0002: Django cannot write PARTITION BY
        db_table = "notes_event"
