"""What goes on counting of a public note that is public no more, so that taking a note away and
publishing it again makes it no newer than an edit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Min, Q
from django.utils import timezone

from dukou.site.notes.models import FormerNote, Note, Topic

KEPT = timedelta(days=30)
PUT_RIGHT = timedelta(minutes=15)
"""How long after publication a topic may be exchanged for another as though it had never been."""


def remember_note(note: Note) -> None:
    """To be called before a public note goes, or only some may read it."""
    picture = note.media.order_by("position").first()
    topics = {*note.left_topics.values_list("pk", flat=True)}
    if not is_being_put_right(note):
        topics |= {*note.topics.values_list("pk", flat=True)}
    FormerNote.objects.update_or_create(
        note_id=note.pk,
        defaults={
            "author_id": note.author_id,
            "published_at": first_published(note),
            "text_print": note.text_print if picture is None else None,
            "picture_print": picture.fingerprint if picture is not None else None,
            "topic_ids": sorted(topics),
        },
    )


def note_stands_again(note: Note) -> None:
    """To be called when everyone may read a note: it is no former one any more."""
    for former in FormerNote.objects.filter(pk=note.pk):
        _go_on_for(note, former.topic_ids)
        former.delete()


def came_back(note: Note, which: Q) -> int:
    """These former notes are to be known as this one from now on; how many were not yet.

    Its author's own lend it the topics that they had: whoever uploads a note again under others
    gains no more than by an edit.
    """
    new = list(FormerNote.objects.filter(which).exclude(again_id=note.pk))
    if not new:
        return 0
    _go_on_for(note, [pk for f in new if f.author_id == note.author_id for pk in f.topic_ids])
    return FormerNote.objects.filter(pk__in=[f.pk for f in new]).update(again_id=note.pk)


def leave_topics(note: Note, had: Iterable[int]) -> None:
    """After an edit: of the topics that it had before it goes on counting for those that it has
    left."""
    _go_on_for(note, () if is_being_put_right(note) else had)


def _go_on_for(note: Note, topic_ids: Iterable[int]) -> None:
    """Count these topics, those that the note has not left at all excepted."""
    note.left_topics.add(*Topic.objects.filter(pk__in=topic_ids))
    note.left_topics.remove(*note.topics.all())


def first_published(note: Note) -> datetime:
    """When the note, or what it came back from, was published."""
    first = FormerNote.objects.filter(again_id=note.pk).aggregate(at=Min("published_at"))["at"]
    return min(first or note.published_at, note.published_at)


def is_being_put_right(note: Note) -> bool:
    """Whether it was published just now: whoever finds a mistake then has gained nothing by it."""
    return timezone.now() - first_published(note) < PUT_RIGHT


def forget_former_notes(*, now: datetime) -> None:
    """Of what was taken away long ago nothing is kept."""
    FormerNote.objects.filter(gone_at__lt=now - KEPT).delete()
