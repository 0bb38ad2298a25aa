"""Notes that show the same first picture, or as cards say the same: only the first of those that
are public stands for itself."""

from __future__ import annotations

from typing import NamedTuple

from django.db import connection
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from dukou.site.notes.models import Audience, Note
from dukou.site.notes.services.former import came_back


class Print(NamedTuple):
    """What notes have in common that show or say the same; one of both is given."""

    text: int | None = None
    picture: int | None = None

    def notes(self) -> QuerySet[Note]:
        """All notes that have it."""
        if self.text is not None:
            return Note.objects.filter(text_print=self.text)
        return Note.objects.filter(media__fingerprint=self.picture, media__position=0)

    def former(self) -> Q:
        """Which former notes had it."""
        if self.text is not None:
            return Q(text_print=self.text)
        return Q(picture_print=self.picture)


def print_of(note: Note) -> Print | None:
    """The note's; None where it is nobody's own, or its first picture is still being prepared."""
    first = note.media.order_by("position").first()
    if first is None:
        return None if note.text_print is None else Print(text=note.text_print)
    return None if first.fingerprint is None else Print(picture=first.fingerprint)


def fold_new(note: Note) -> None:
    """Find out which note stands for one that has just come to its print: an old note that is
    edited into a copy of another comes after that, however old it is."""
    same = print_of(note)
    first = None if same is None else fold(same, new=note)
    note.near_copy_of = first if first is not None and first.pk != note.pk else None
    Note.objects.filter(pk=note.pk).update(near_copy_of=note.near_copy_of)


def fold(same: Print, *, new: Note | None = None) -> Note | None:
    """Let the first of the public notes of one print stand for the others, and be known as what was
    taken away before it; gives the first, None where there is no public one.

    Whichever stands goes on standing; a `new` one does where there is no other.
    """
    _one_at_a_time(same)
    public = same.notes().filter(audience=Audience.EVERYONE, hidden_at=None)
    others = public if new is None else public.exclude(pk=new.pk)
    first = others.order_by(F("near_copy_of").asc(nulls_first=True), "pk").first()
    first = first or public.first()
    if first is None:
        return None
    now = timezone.now()
    changed = (
        public.exclude(pk=first.pk)
        .exclude(near_copy_of=first)
        .update(near_copy_of=first, changed_at=now)
    )
    changed += came_back(first, same.former())
    if changed or first.near_copy_of_id is not None:  # running processes are to learn of it
        Note.objects.filter(pk=first.pk).update(near_copy_of=None, changed_at=now)
    return first


def _one_at_a_time(same: Print) -> None:
    """Two that are published in the same moment must know of each other."""
    key = same.text if same.text is not None else same.picture
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])
