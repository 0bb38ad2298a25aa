"""Changing a note, and taking it away."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from dukou.site.members.models import Member
from dukou.site.notes import files, hooks
from dukou.site.notes.models import (
    Audience,
    Kind,
    Media,
    Note,
    NoteEdit,
    NoteVersion,
    Provenance,
)
from dukou.site.notes.services.copies import Print, fold, fold_new, print_of
from dukou.site.notes.services.former import leave_topics, note_stands_again, remember_note
from dukou.site.notes.services.moving import ask_to_move, is_narrower
from dukou.site.notes.services.parts import (
    check_parts,
    connect,
    take_media,
    write_versions,
)
from dukou.site.notes.services.placing import ask_for_vector
from dukou.site.notes.services.versions import mark_stale
from dukou.site.notes.texts import NoteText, PublishError
from dukou.site.text import one_line


@transaction.atomic
def edit_note(
    note: Note,
    *,
    by: Member,
    text: NoteText,
    others: Sequence[NoteText] = (),
    media: Sequence[Media] | None = None,
    design: str = "",
    audience: str,
    reply_policy: str,
    place: str = "",
    sensitive: bool = False,
    topics: Sequence[str] = (),
) -> Note:
    """Change a note; what it said before stays in its history, translations turn stale.

    Without `media` its pictures stay as they are. Raises PublishError.
    """
    if note.author_id != by.pk:
        raise PublishError("not-yours")
    text = text.cleaned()
    stood = note.audience == Audience.EVERYONE
    same, had = print_of(note), list(note.topics.values_list("pk", flat=True))
    pictures = list(note.media.all()) if media is None else media
    if media is not None or not pictures:
        design = "" if pictures else design or note.design
        check_parts(text, pictures, design)
        note.design, note.kind = design, Kind.CARD if design else Kind.PICTURES
    before = list(note.versions.select_for_update().filter(provenance=Provenance.AUTHOR))
    _remember(note, before, [text, *(other.cleaned() for other in others)], pictures)
    note.versions.filter(provenance=Provenance.AUTHOR).delete()
    if is_narrower(audience, note.audience):
        ask_to_move(note)
    if audience == Audience.EVERYONE:
        note_stands_again(note)
    elif stood:
        remember_note(note)
    note.lang, note.audience, note.reply_policy = text.lang, audience, reply_policy
    note.place, note.sensitive = one_line(place, limit=80), sensitive
    note.changed_at = timezone.now()
    note.text_print = text.same_print if note.design else None
    note.save()
    _set_pictures(note, pictures)
    write_versions(note, text, others)
    connect(note, [text, *others], topics)
    leave_topics(note, had)
    _fold(note, before=same, stood=stood)
    ask_for_vector(note)
    hooks.announce(note)
    return note


def _remember(
    note: Note, before: list[NoteVersion], after: list[NoteText], pictures: Sequence[Media]
) -> None:
    """Add what the note said, in each language that says something else now."""
    said = {text.lang: (text.title, text.body) for text in after if text.title or text.body}
    changed = [old for old in before if said.get(old.lang) != (old.title, old.body)]
    if any(old.is_source for old in changed):
        mark_stale(NoteVersion.everything.filter(note=note))
    known = {old.lang for old in before}
    added = [NoteVersion(lang=lang) for lang in said if lang not in known]  # it said nothing yet
    had = [media.pk for media in note.media.all()]
    count = len(had) if had != [media.pk for media in pictures] else None
    kept = [*changed, *added] or [old for old in before if old.is_source and count is not None]
    now = timezone.now()
    NoteEdit.objects.bulk_create(
        NoteEdit(note=note, at=now, lang=old.lang, title=old.title, body=old.body, pictures=count)
        for old in kept
    )
    if kept:
        note.edited_at = now


def _set_pictures(note: Note, pictures: Sequence[Media]) -> None:
    gone = note.media.exclude(pk__in=[media.pk for media in pictures])
    _delete_files(list(gone.exclude(stem="").values_list("stem", flat=True)))
    gone.delete()
    take_media(note, pictures)


def _fold(note: Note, *, before: Print | None, stood: bool) -> None:
    """Find out which notes stand for others, where the edit has changed that."""
    is_public = note.audience == Audience.EVERYONE
    if is_public == stood and print_of(note) == before:
        return
    fold_new(note)
    if before is not None and stood:
        fold(before)


@transaction.atomic
def delete_note(note: Note, *, by: Member) -> None:
    """Take the note away for good: every version, its pictures and the files of them. That it was
    there goes on counting for some days (`FormerNote`)."""
    if note.author_id != by.pk:
        raise PublishError("not-yours")
    pictures = Media.objects.filter(Q(note=note) | Q(draft__note=note)).exclude(stem="")
    _delete_files(list(pictures.values_list("stem", flat=True)))
    Member.objects.filter(pk=note.author_id).update(notes_count=F("notes_count") - 1)
    same = print_of(note)
    if note.audience == Audience.EVERYONE:
        remember_note(note)
    note.delete()
    if same is not None:
        fold(same)


def _delete_files(stems: list[str]) -> None:
    """Once the rows are gone: a file without a row is better than a row without a file."""
    transaction.on_commit(lambda: files.remove_pictures(stems))
