"""New addresses for pictures that fewer people may see than before: of a note, or of a member whose
account was closed.

Files are served to whoever knows their address, and whoever was shown a picture knows it.
"""

from __future__ import annotations

from contextlib import suppress

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from procrastinate.contrib.django import app

from dukou.site.members.models import Member
from dukou.site.notes import files
from dukou.site.notes.models import Audience, Media, MediaState, Note
from dukou.site.notes.services.media import new_stem

MOVE = "notes.move_pictures"
MOVE_ALL = "notes.move_pictures_of"
WIDTH = {Audience.EVERYONE: 2, Audience.FOLLOWERS: 1, Audience.ME: 0}


def is_narrower(audience: str, before: str) -> bool:
    """Whether some of those who could read a note before cannot any more."""
    return WIDTH[Audience(audience)] < WIDTH[Audience(before)]


def ask_to_move(note: Note) -> None:
    """Have the note's pictures moved as soon as this transaction is done."""
    app.configure_task(MOVE, queue="media").defer(note_id=note.pk)


def ask_to_move_all(member: Member) -> None:
    """Have all pictures that others saw of the member moved, with one job for however many."""
    app.configure_task(MOVE_ALL, queue="media").defer(member_id=member.pk)


def move_pictures(note_id: int) -> None:
    """Give the note's pictures new addresses; the old ones lead nowhere afterwards."""
    _move_each(Media.objects.filter(note_id=note_id))


def move_pictures_of(member_id: int) -> None:
    """The same for the pictures of all notes of the member, and for their own."""
    _move_each(Media.objects.filter(owner_id=member_id, note__isnull=False))
    for member in Member.objects.filter(pk=member_id).exclude(avatar=""):
        _move_avatar(member)


def _move_each(pictures: QuerySet[Media]) -> None:
    for media in pictures.filter(state=MediaState.READY).select_related("owner"):
        _move(media)


def _move(media: Media) -> None:
    """The copies belong to a row of nobody's, so that a crash leaves no file that none knows."""
    spare = Media.objects.create(owner=media.owner, stem=new_stem(media.owner))
    try:
        _copy(media.stem, spare.stem)
    except OSError:
        _clear(spare)
        raise
    with transaction.atomic():
        kept = Media.objects.select_for_update().filter(pk=media.pk, stem=media.stem).first()
        if kept is not None:
            kept.stem, spare.stem = spare.stem, kept.stem
            kept.save(update_fields=["stem"])
            spare.save(update_fields=["stem"])
    _clear(spare)


def _copy(old: str, new: str) -> None:
    """A file that is lost has no address that leads anywhere: the others go without it."""
    for size in files.SIZES:
        with suppress(FileNotFoundError), default_storage.open(files.path_of(old, size)) as file:
            default_storage.save(files.path_of(new, size), file)


def _clear(spare: Media) -> None:
    files.remove_pictures([spare.stem])
    spare.delete()


def _move_avatar(member: Member) -> None:
    before, after = member.avatar, files.new_avatar()
    try:
        with default_storage.open(before) as file:
            default_storage.save(after, file)
    except FileNotFoundError:
        return
    except OSError:
        default_storage.delete(after)
        raise
    is_moved = Member.objects.filter(pk=member.pk, avatar=before).update(avatar=after)
    default_storage.delete(before if is_moved else after)
