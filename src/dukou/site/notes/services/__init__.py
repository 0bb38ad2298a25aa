"""Writes about notes, by subject: `publishing`, `versions`, and what moderators ask for."""

from dukou.site.notes.services.hiding import hide_note, show_note
from dukou.site.notes.services.media import keep_picture, stored_bytes
from dukou.site.notes.services.publishing import (
    NoteText,
    PublishError,
    delete_note,
    edit_note,
    publish_note,
)
from dukou.site.notes.services.versions import store_version

__all__ = [
    "NoteText",
    "PublishError",
    "delete_note",
    "edit_note",
    "hide_note",
    "keep_picture",
    "publish_note",
    "show_note",
    "store_version",
    "stored_bytes",
]
