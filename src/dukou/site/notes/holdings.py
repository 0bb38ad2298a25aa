"""What this app holds of a member: notes, drafts, pictures."""

from __future__ import annotations

from collections.abc import Iterable

from dukou.site.members.models import Member
from dukou.site.members.registry import Holding, Rows, register
from dukou.site.notes.files import SIZES, path_of
from dukou.site.notes.models import (
    Draft,
    FormerNote,
    LanguageCorrection,
    Media,
    NoteEdit,
    NoteVersion,
)

NOTE_FIELDS = (
    "id", "kind", "design", "lang", "audience", "reply_policy", "place", "sensitive", "origin",
    "published_at", "edited_at", "hidden_at", "likes_count", "saves_count", "comments_count",
)  # fmt: skip
VERSION_FIELDS = ("note_id", "lang", "title", "body", "provenance", "engine", "is_source", "at")
PICTURE_FIELDS = (
    "id",
    "note_id",
    "draft_id",
    "position",
    "stem",
    "width",
    "height",
    "alt",
    "alt_others",
)


def register_holdings() -> None:
    """Called once, when Django starts."""
    register(
        Holding("notes", rows=lambda member: member.notes.order_by("pk").values(*NOTE_FIELDS)),
        Holding("note_versions", rows=_versions),
        Holding("note_edits", rows=_edits),
        Holding("former_notes", rows=_former_notes),
        Holding("drafts", rows=_drafts),
        Holding("language_corrections", rows=_language_corrections),
        Holding("pictures", rows=_pictures, files=_picture_files),
    )


def _versions(member: Member) -> Rows:
    rows: Rows = (
        NoteVersion.objects.filter(note__author=member).order_by("pk").values(*VERSION_FIELDS)
    )
    return rows


def _edits(member: Member) -> Rows:
    edits = NoteEdit.objects.filter(note__author=member).order_by("pk")
    return edits.values("note_id", "at", "lang", "title", "body", "pictures")


def _language_corrections(member: Member) -> Rows:
    said = LanguageCorrection.objects.filter(by=member).order_by("pk")
    return said.values("note_id", "before", "after", "at", "applied_at")


def _former_notes(member: Member) -> Rows:
    former = FormerNote.objects.filter(author=member).order_by("pk")
    return former.values("note_id", "published_at", "gone_at", "topic_ids")


def _drafts(member: Member) -> Rows:
    drafts = Draft.objects.filter(author=member).order_by("pk")
    return drafts.values("id", "note_id", "fields", "made_at", "saved_at")


def _pictures(member: Member) -> Rows:
    rows: Rows = Media.objects.filter(owner=member).order_by("pk").values(*PICTURE_FIELDS)
    return rows


def _picture_files(member: Member) -> Iterable[str]:
    stems = Media.objects.filter(owner=member).exclude(stem="").values_list("stem", flat=True)
    return [path_of(stem, size) for stem in stems for size in SIZES]
