"""The live notes of this process: loaded once, kept up with what changed."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection
from django.db.models import Exists, OuterRef
from django.utils import timezone

from dukou.engine import LiveNotes, Place
from dukou.site.members.models import Member
from dukou.site.notes.models import Audience, Note
from dukou.site.reading.allocation.cohorts import cohort_of
from dukou.site.reading.allocation.taste import FACTORS, Shelf

MOST_NOTES = 300_000
REFRESH_SECONDS = 2.0
OVERLAP = timedelta(seconds=30)  # a transaction may commit a row that is older than our last look


@dataclass(frozen=True)
class _Row:
    """What the index needs of a note."""

    id: int
    author: int
    origin: str
    lang: str
    published_ms: int
    followers: int
    copies: int
    live: bool


class LiveIndex:
    """Public notes as the engine's columns; one for each process, shared by its threads."""

    def __init__(self) -> None:
        self.place = Place(zone=settings.CONFIGURATION.time_zone)
        self.notes = LiveNotes(self.place, factors=FACTORS)
        self.topic_pks: list[int] = []
        self.shelf = Shelf()
        self._seen_until: datetime | None = None
        self._next_look = 0.0

    def refresh(self) -> None:
        """Take in new, changed and hidden notes, at most every two seconds."""
        if time.monotonic() < self._next_look:
            return
        with self.notes.lock:
            if time.monotonic() < self._next_look:
                return
            self._next_look = time.monotonic() + REFRESH_SECONDS
            began = timezone.now()
            rows = _rows(self._seen_until)
            if self.shelf.look():
                ids = self.notes.column("id").tolist()
                self.notes.update(ids, factors=self.shelf.of_notes(ids))
            self._take(rows)
            self._seen_until = began - OVERLAP

    def look_again(self) -> None:
        """Look with the next page, whenever the last look was."""
        self._next_look = 0.0

    def forget(self, note_ids: set[int]) -> None:
        """Take out notes that turned out to be gone."""
        self.notes.remove(note_ids)

    def topic_index(self, topic_pk: int) -> int:
        """The engine's index of a topic."""
        index = self.place.topic_index(str(topic_pk))
        if index == len(self.topic_pks):
            self.topic_pks.append(topic_pk)
        return index

    def _take(self, rows: list[_Row]) -> None:
        self.notes.remove(row.id for row in rows if not row.live)
        live = [row for row in rows if row.live]
        known = [row for row in live if row.id in self.notes]
        new = [row for row in live if row.id not in self.notes]
        topics = _topics([row.id for row in live]) if live else {}
        indices = {row.id: [self.topic_index(pk) for pk in topics.get(row.id, ())] for row in live}
        if new:
            self.notes.add(
                [row.id for row in new],
                authors=[row.author for row in new],
                cohorts=[self.place.cohort_index(cohort_of(row.origin)) for row in new],
                languages=[self.place.language_index(row.lang) for row in new],
                published=[row.published_ms for row in new],
                topics=[indices[row.id] for row in new],
                followers=[row.followers for row in new],
                copies=[row.copies for row in new],
                factors=self.shelf.of_notes([row.id for row in new]),
            )
        if known:
            self.notes.update(
                [row.id for row in known],
                topics=[indices[row.id] for row in known],
                language=[self.place.language_index(row.lang) for row in known],
                followers=[row.followers for row in known],
                copies=[row.copies for row in known],
            )


def _rows(since: datetime | None) -> list[_Row]:
    """Notes changed since then; without a time all live ones."""
    notes = Note.objects.order_by("-pk")
    if since is None:
        notes = notes.filter(audience=Audience.EVERYONE, hidden_at=None, author__suspended=False)
    else:
        notes = notes.filter(changed_at__gte=since)
    values = notes.values_list(
        "pk", "author_id", "origin", "lang", "published_at", "author__followers_count",
        "near_copy_of_id", "audience", "hidden_at", "author__suspended",
        Exists(Note.objects.filter(near_copy_of=OuterRef("pk"))),
    )[:MOST_NOTES]  # fmt: skip
    return [
        _Row(
            pk, author, origin, lang, int(published.timestamp() * 1000), followers,
            copy_of or (pk if copies else 0),
            audience == Audience.EVERYONE and hidden is None and not suspended,
        )
        for pk, author, origin, lang, published, followers, copy_of, audience, hidden, suspended,
        copies in values
    ]  # fmt: skip


def _topics(note_ids: list[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT note_id, topic_id FROM notes_note_topics WHERE note_id = ANY(%s)", [note_ids]
        )
        for note_id, topic_id in cursor.fetchall():
            found[note_id].append(topic_id)
    return found


def followers_changed(member: Member) -> None:
    """The member's notes are to be looked at again by every process."""
    Note.objects.filter(author=member).update(changed_at=timezone.now())
