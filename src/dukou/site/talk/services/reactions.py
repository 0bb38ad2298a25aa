"""Likes, saves and "not for me": each a row with author and time, each can be undone."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from dukou.site.members.models import Member
from dukou.site.notes.events import Slot, record
from dukou.site.notes.models import EventKind, Note
from dukou.site.talk.models import Collection, Like, NotForMe, Notice, Save
from dukou.site.talk.services.notifying import notify, withdraw


@transaction.atomic
def like_note(note: Note, *, by: Member, slot: Slot | None = None) -> bool:
    """The member's like of this note; liking twice changes nothing and gives False."""
    _, created = Like.objects.get_or_create(note=note, member=by)
    if created:
        _count(note, "likes_count", 1)
        record(EventKind.LIKE, note.pk, by=by, slot=slot)
        notify(note.author, Notice.LIKE, actor=by, note=note)
    return created


@transaction.atomic
def unlike_note(note: Note, *, by: Member) -> bool:
    """Take the like back, and the news of it; gives False where there was none."""
    deleted, _ = Like.objects.filter(note=note, member=by).delete()
    if deleted:
        _count(note, "likes_count", -1)
        record(EventKind.UNLIKE, note.pk, by=by)
        withdraw(note.author, Notice.LIKE, actor=by, note=note)
    return bool(deleted)


@transaction.atomic
def save_note(
    note: Note, *, by: Member, collection: Collection | None = None, slot: Slot | None = None
) -> bool:
    """Keep the note, loose or in one of the member's own collections; again moves it there."""
    if collection is not None and collection.owner_id != by.pk:
        collection = None
    save, created = Save.objects.get_or_create(
        note=note, member=by, defaults={"collection": collection}
    )
    if created:
        _count(note, "saves_count", 1)
        record(EventKind.SAVE, note.pk, by=by, slot=slot)
        notify(note.author, Notice.SAVE, actor=by, note=note)
    elif collection is not None and save.collection_id != collection.pk:
        save.collection = collection
        save.save(update_fields=["collection"])
    return created


@transaction.atomic
def unsave_note(note: Note, *, by: Member) -> bool:
    """Keep the note no more; gives False where it was not kept."""
    deleted, _ = Save.objects.filter(note=note, member=by).delete()
    if deleted:
        _count(note, "saves_count", -1)
        record(EventKind.UNSAVE, note.pk, by=by)
        withdraw(note.author, Notice.SAVE, actor=by, note=note)
    return bool(deleted)


@transaction.atomic
def not_for_me(note: Note, *, by: Member, slot: Slot | None = None) -> None:
    """The member wants no more of this note and less like it; nobody is told."""
    _, created = NotForMe.objects.get_or_create(note=note, member=by)
    if created:
        record(EventKind.NOT_FOR_ME, note.pk, by=by, slot=slot)


def take_back_not_for_me(note: Note, *, by: Member) -> None:
    """The note may be shown to the member again."""
    NotForMe.objects.filter(note=note, member=by).delete()


def _count(note: Note, column: str, step: int) -> None:
    Note.objects.filter(pk=note.pk).update(**{column: F(column) + step})
