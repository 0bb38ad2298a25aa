"""The live notes of this process: loaded once, kept up with what changed."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias

import numpy as np
from django.conf import settings
from django.db import connection
from django.db.models import Exists, OuterRef
from django.utils import timezone

from dukou.site.notes.models import Audience, Note
from dukou.site.notes.services import FORMER_NOTES_KEPT
from dukou.site.reading.allocation.cohorts import cohort_of
from dukou.site.reading.allocation.described import texts_of
from dukou.site.reading.allocation.followings import take_followers
from dukou.site.reading.allocation.former import (
    Former,
    former_of,
    taken_away,
    taken_away_by,
)
from dukou.site.reading.allocation.live import Live
from dukou.site.reading.allocation.shelves import Shelves

MOST_NOTES = 300_000
REFRESH_SECONDS = 2.0
TEXTS_SECONDS = 10.0
FOLLOWERS_SECONDS = 60.0
TEXTS_WAITED_FOR_MS = 3_600_000
OVERLAP = timedelta(seconds=30)  # a transaction may commit a row that is older than our last look

TOPICS = """
SELECT note_id, topic_id, false FROM notes_note_topics WHERE note_id = ANY(%(notes)s)
UNION ALL SELECT note_id, topic_id, true FROM notes_note_left_topics WHERE note_id = ANY(%(notes)s)
"""

_ByNote: TypeAlias = dict[int, list[int]]


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
    before: tuple[int, ...] = ()
    """Ids of former notes that it is known as."""


class LiveIndex:
    """What is live, kept up with what changed; one for each process, shared by its threads."""

    def __init__(self) -> None:
        conf = settings.CONFIGURATION
        self.live = Live.nothing(zone=conf.time_zone, compiled=conf.kernel)
        self._shelves = Shelves()
        self._seen_until: datetime | None = None
        self._next_look = 0.0
        self._without_text: set[int] = set()
        self._next_texts = 0.0
        self._next_followers = time.monotonic() + FOLLOWERS_SECONDS  # new notes bring theirs

    def refresh(self) -> Live:
        """What is live, with new, changed and hidden notes and a newer snapshot taken in at most
        every two seconds."""
        if time.monotonic() < self._next_look:
            return self.live
        with self.live.notes.lock:
            if time.monotonic() >= self._next_look:
                self._next_look = time.monotonic() + REFRESH_SECONDS
                began = timezone.now()
                rows = _rows(self._seen_until)
                self._remember(rows, began)
                self.live = self._kept_up(rows)
                self._seen_until = began - OVERLAP
        return self.live

    def look_again(self) -> None:
        """Look with the next page, whenever the last look was."""
        self._next_look = 0.0

    def forget(self, note_ids: set[int]) -> None:
        """Take out notes that turned out to be gone."""
        self.live.notes.remove(note_ids)

    def _remember(self, rows: list[_Row], now: datetime) -> None:
        """Learn what counts in the day of those who have published something, before it is taken
        in: they may have taken it away before this process ever saw it."""
        notes = self.live.notes
        if self._seen_until is None:
            gone = taken_away(now)
        else:
            gone = taken_away_by({row.author for row in rows if row.live and row.id not in notes})
        notes.remove(gone.ids)
        notes.former.enter(*gone)

    def _kept_up(self, rows: list[_Row]) -> Live:
        """What is live, these rows taken in; anew where there is a newer snapshot."""
        shelf = self._shelves.newer(than=self.live.shelf)
        live = self.live if shelf is None else self.live.under(shelf)
        if shelf is not None:
            live.notes.former.forget(int((time.time() - FORMER_NOTES_KEPT.total_seconds()) * 1000))
        _take(rows, live)
        if shelf is not None:
            ids = live.notes.column("id").tolist()
        else:
            ids = [row.id for row in rows if row.live]
            if time.monotonic() >= self._next_texts:
                self._next_texts = time.monotonic() + TEXTS_SECONDS
                ids += [pk for pk in self._without_text - set(ids) if pk in live.notes]
        self._learn(ids, live)
        if time.monotonic() >= self._next_followers:
            self._next_followers = time.monotonic() + FOLLOWERS_SECONDS
            take_followers(live)
        return live

    def _learn(self, ids: list[int], live: Live) -> None:
        """Give live notes what the snapshot knows of them; those that it does not know are placed
        by their topics, language, author and text. A text that is not placed itself yet is looked
        for again, as long as the note is young."""
        if not ids or live.shelf.snapshot is None:
            return
        factors = live.shelf.of_notes(ids)
        unknown = np.flatnonzero(~factors.any(axis=1)).tolist()
        if unknown and live.shelf.content is not None:
            new = [ids[at] for at in unknown]
            factors[unknown] = self._placed(new, live)
        live.notes.update(ids, factors=factors, bridging=live.shelf.bridging_of(ids))

    def _placed(self, ids: list[int], live: Live) -> np.ndarray:
        """Factors of live notes from their content alone."""
        notes, place = live.notes, live.place
        rows = notes.rows(ids)
        texts = texts_of(ids)
        placed = {ids[at] for at in np.flatnonzero(texts.any(axis=1))}
        oldest = time.time() * 1000 - TEXTS_WAITED_FOR_MS
        young = {ids[at] for at in np.flatnonzero(notes.column("published")[rows] > oldest)}
        self._without_text -= set(ids)
        self._without_text |= young - placed
        return live.shelf.of_new_notes(
            [
                [live.topic_pks[topic] for topic in notes.topic_sets[of]]
                for of in notes.column("topic_set")[rows].tolist()
            ],
            [place.languages[at] for at in notes.column("language")[rows].tolist()],
            np.array(notes.author_ids, dtype=np.int64)[notes.column("author")[rows]],
            texts,
        )


def _take(rows: list[_Row], live: Live) -> None:
    """Take new, changed and hidden notes in; one that is known as a former note is as old as that,
    whatever this process knew of either."""
    notes, place = live.notes, live.place
    notes.remove(row.id for row in rows if not row.live or row.before)
    there = [row for row in rows if row.live]
    notes.remove(note_id for row in there for note_id in row.before)
    known = [row for row in there if row.id in notes]
    new = [row for row in there if row.id not in notes]
    topics, left = _topics([row.id for row in there], live)
    if new:
        notes.add(
            [row.id for row in new],
            authors=[row.author for row in new],
            cohorts=[place.cohort_index(cohort_of(row.origin)) for row in new],
            languages=[place.language_index(row.lang) for row in new],
            published=[row.published_ms for row in new],
            topics=[topics.get(row.id, ()) for row in new],
            left=[left.get(row.id, ()) for row in new] if left else None,
            before=[row.before for row in new],
            followers=[row.followers for row in new],
            copies=[row.copies for row in new],
        )
    if known:
        notes.update(
            [row.id for row in known],
            topics=[topics.get(row.id, ()) for row in known],
            left=[left.get(row.id, ()) for row in known] if left else None,
            language=[place.language_index(row.lang) for row in known],
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
    rows = [
        _Row(
            pk, author, origin, lang, int(published.timestamp() * 1000), followers,
            copy_of or (pk if copies else 0),
            audience == Audience.EVERYONE and hidden is None and not suspended,
        )
        for pk, author, origin, lang, published, followers, copy_of, audience, hidden, suspended,
        copies in values
    ]  # fmt: skip
    known_as = former_of(None if since is None else [row.id for row in rows if row.live])
    return [_known_as(row, known_as.get(row.id)) for row in rows] if known_as else rows


def _known_as(row: _Row, former: Former | None) -> _Row:
    """The row of a note that was public before under other ids."""
    if former is None:
        return row
    first = min(row.published_ms, former.published_ms)
    return replace(row, published_ms=first, before=former.ids)


def _topics(note_ids: list[int], live: Live) -> tuple[_ByNote, _ByNote]:
    """The engine's indices of the topics that notes have, and of those that some have left."""
    now: _ByNote = defaultdict(list)
    left: _ByNote = defaultdict(list)
    if note_ids:
        with connection.cursor() as cursor:
            cursor.execute(TOPICS, {"notes": note_ids})
            for note_id, topic_id, is_left in cursor.fetchall():
                (left if is_left else now)[note_id].append(live.topic_index(topic_id))
    return now, left
