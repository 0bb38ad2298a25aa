"""The live notes of this process: loaded once, kept up with what changed."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from django.conf import settings
from django.db import connection
from django.db.models import Exists, OuterRef
from django.utils import timezone

from dukou.engine import LiveNotes, Place
from dukou.site.members.models import Member
from dukou.site.notes.models import Audience, Note
from dukou.site.reading.allocation.cohorts import cohort_of
from dukou.site.reading.allocation.described import texts_of
from dukou.site.reading.allocation.shelf import Shelf
from dukou.site.reading.allocation.snapshots import FACTORS

MOST_NOTES = 300_000
REFRESH_SECONDS = 2.0
TEXTS_SECONDS = 10.0
TEXTS_WAITED_FOR_MS = 3_600_000
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
        compiled = settings.CONFIGURATION.kernel
        self.notes = LiveNotes(self.place, factors=FACTORS, compiled=compiled)
        self.topic_pks: list[int] = []
        self.shelf = Shelf()
        self._seen_until: datetime | None = None
        self._next_look = 0.0
        self._without_text: set[int] = set()
        self._next_texts = 0.0

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
            is_new = self.shelf.look()
            self._take(rows)
            if is_new:
                self._learn(self.notes.column("id").tolist())
            elif self._without_text and time.monotonic() >= self._next_texts:
                self._learn([pk for pk in self._without_text if pk in self.notes])
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
            )
        if known:
            self.notes.update(
                [row.id for row in known],
                topics=[indices[row.id] for row in known],
                language=[self.place.language_index(row.lang) for row in known],
                followers=[row.followers for row in known],
                copies=[row.copies for row in known],
            )
        self._learn([row.id for row in live])

    def _learn(self, ids: list[int]) -> None:
        """Give live notes what the snapshot knows of them; those that it does not know are placed
        by their topics, language, author and text. A text that is not placed itself yet is looked
        for again, as long as the note is young."""
        if not ids or self.shelf.snapshot is None:
            return
        factors = self.shelf.of_notes(ids)
        unknown = np.flatnonzero(~factors.any(axis=1)).tolist()
        if unknown and self.shelf.content is not None:
            new = [ids[at] for at in unknown]
            factors[unknown] = self._placed(new)
        self.notes.update(ids, factors=factors, bridging=self.shelf.bridging_of(ids))

    def _placed(self, ids: list[int]) -> np.ndarray:
        """Factors of live notes from their content alone."""
        notes, place = self.notes, self.place
        rows = notes.rows(ids)
        texts = texts_of(ids)
        self._next_texts = time.monotonic() + TEXTS_SECONDS
        placed = {ids[at] for at in np.flatnonzero(texts.any(axis=1))}
        oldest = time.time() * 1000 - TEXTS_WAITED_FOR_MS
        young = {ids[at] for at in np.flatnonzero(notes.column("published")[rows] > oldest)}
        self._without_text -= set(ids)
        self._without_text |= young - placed
        return self.shelf.of_new_notes(
            [
                [self.topic_pks[topic] for topic in notes.topic_sets[of]]
                for of in notes.column("topic_set")[rows].tolist()
            ],
            [place.languages[at] for at in notes.column("language")[rows].tolist()],
            np.array(notes.author_ids, dtype=np.int64)[notes.column("author")[rows]],
            texts,
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
