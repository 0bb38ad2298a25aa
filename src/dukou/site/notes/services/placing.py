"""Placing notes among texts of all languages: their vectors, made in the background."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress

from django.db import transaction
from django.db.models import Q, QuerySet
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from dukou.language.vectors import SPACE, vectors
from dukou.site.notes.models import Audience, Note, NoteVector, NoteVersion, TopicName
from dukou.site.notes.topics import name_for
from dukou.site.notes.vectors import stored

PLACE = "notes.place_note"
PLACE_WAITING = "notes.place_waiting"
# A batch takes half a second: long enough to be worth a transaction, short enough to be stopped.
_BATCH = 64


def ask_for_vector(note: Note) -> None:
    """The note's text is new: its old vector goes at once, another is made in the background."""
    NoteVector.objects.filter(note=note).delete()
    if note.audience == Audience.EVERYONE:
        app.configure_task(PLACE, queue="language").defer(note_id=note.pk)


def ask_for_vectors() -> None:
    """Have all notes placed that still wait, in the background."""
    with transaction.atomic(), suppress(AlreadyEnqueued):
        task = app.configure_task(PLACE_WAITING, queue="language", queueing_lock=PLACE_WAITING)
        with transaction.atomic():  # a lock that is taken must not break the caller's transaction
            task.defer(timestamp=0)


def place_note(note_id: int) -> None:
    """Give the note its vector, if it is public and has none. Safe to run twice."""
    _place(list(_waiting().filter(pk=note_id).values_list("pk", flat=True)))


def place_waiting(*, most: int | None = None) -> int:
    """Give every public note without a vector of today's space one, newest first; gives how many.

    Stops by itself when all are done, or after `most`.
    """
    done = 0
    while most is None or done < most:
        size = _BATCH if most is None else min(_BATCH, most - done)
        ids = list(_waiting().order_by("-pk").values_list("pk", flat=True)[:size])
        placed = _place(ids)
        if not placed:
            break
        done += placed
    return done


def text_to_place(title: str, body: str, topics: Sequence[str]) -> str:
    """The text whose vector a note gets: its own words, and names of topics that are not in it."""
    said = f"{title}\n{body}".strip()
    unsaid = [name for name in topics if name.casefold() not in said.casefold()]
    return "\n".join([said, " ".join(unsaid)]).strip()


def _waiting() -> QuerySet[Note]:
    public = Note.objects.filter(audience=Audience.EVERYONE)
    return public.filter(Q(vector=None) | ~Q(vector__space=SPACE))


def _place(note_ids: list[int]) -> int:
    """Write what can be written now; gives how many notes that were."""
    if not note_ids:
        return 0
    texts = _texts(note_ids)
    found = vectors(list(texts.values()))
    with transaction.atomic():
        # Whoever edits now waits, and then throws away what we are about to write.
        locked = Note.objects.select_for_update(no_key=True).filter(pk__among=note_ids)
        public = set(locked.filter(audience=Audience.EVERYONE).values_list("pk", flat=True))
        now = _texts(note_ids)
        NoteVector.objects.filter(note__among=note_ids).delete()
        made = NoteVector.objects.bulk_create(
            NoteVector(note_id=note_id, space=SPACE, numbers=stored(vector))
            for (note_id, text), vector in zip(texts.items(), found, strict=True)
            if note_id in public and now.get(note_id) == text
        )
    return len(made)


def _texts(note_ids: list[int]) -> dict[int, str]:
    sources = NoteVersion.objects.filter(note__among=note_ids, is_source=True)
    topics = _topic_names(note_ids)
    found = {}
    for note_id, lang, title, body in sources.values_list("note_id", "lang", "title", "body"):
        said = [name_for(names, [lang]).name for names in topics[note_id]]
        found[note_id] = text_to_place(title, body, said)
    return found


def _topic_names(note_ids: list[int]) -> dict[int, list[list[TopicName]]]:
    """The names of each topic of each note."""
    through = Note.topics.through.objects.filter(note__among=note_ids)
    pairs = list(through.order_by("pk").values_list("note_id", "topic_id"))
    names: dict[int, list[TopicName]] = defaultdict(list)
    for name in TopicName.objects.filter(topic__among=[topic_id for _, topic_id in pairs]):
        names[name.topic_id].append(name)
    found: dict[int, list[list[TopicName]]] = defaultdict(list)
    for note_id, topic_id in pairs:
        if names[topic_id]:
            found[note_id].append(names[topic_id])
    return found
