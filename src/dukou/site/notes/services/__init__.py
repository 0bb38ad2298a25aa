"""Writes about notes, by subject: publishing, editing, drafts, pictures, versions, hiding."""

from dukou.site.notes.services.clearing import clear_leftovers
from dukou.site.notes.services.drafts import (
    WrittenElsewhere,
    discard_draft,
    draft_of_edit,
    draft_to_write,
    publish_draft,
    remove_picture,
    save_draft,
)
from dukou.site.notes.services.editing import delete_note, edit_note
from dukou.site.notes.services.finding_words import find_new_words
from dukou.site.notes.services.former import KEPT as FORMER_NOTES_KEPT
from dukou.site.notes.services.former import first_published
from dukou.site.notes.services.hiding import hide_note, show_note
from dukou.site.notes.services.languages import CorrectionRefused, correct_language, put_right
from dukou.site.notes.services.media import keep_picture, stored_bytes
from dukou.site.notes.services.moving import ask_to_move_all, move_pictures, move_pictures_of
from dukou.site.notes.services.placing import ask_for_vectors, place_note, place_waiting
from dukou.site.notes.services.publishing import publish_note
from dukou.site.notes.services.taking_out import (
    VersionStands,
    put_back_version,
    take_out_version,
)
from dukou.site.notes.services.uploading import prepare_picture, receive_picture
from dukou.site.notes.services.versions import store_version
from dukou.site.notes.texts import NoteText, PublishError

__all__ = [
    "FORMER_NOTES_KEPT",
    "CorrectionRefused",
    "NoteText",
    "PublishError",
    "VersionStands",
    "WrittenElsewhere",
    "ask_for_vectors",
    "ask_to_move_all",
    "clear_leftovers",
    "correct_language",
    "delete_note",
    "discard_draft",
    "draft_of_edit",
    "draft_to_write",
    "edit_note",
    "find_new_words",
    "first_published",
    "hide_note",
    "keep_picture",
    "move_pictures",
    "move_pictures_of",
    "place_note",
    "place_waiting",
    "prepare_picture",
    "publish_draft",
    "publish_note",
    "put_back_version",
    "put_right",
    "receive_picture",
    "remove_picture",
    "save_draft",
    "show_note",
    "store_version",
    "stored_bytes",
    "take_out_version",
]
