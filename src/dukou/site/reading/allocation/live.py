"""The live notes with what was learnt of them: what pages, promises and forecasts are made from."""

from __future__ import annotations

import numpy as np

from dukou.engine import LiveNotes, Place
from dukou.site.reading.allocation.shelf import Shelf

ROOM = 1.25


class Live:
    """Public notes as the engine's columns, and the snapshot that their factors come from.

    Factors of two snapshots cannot be compared, so whoever ranks takes those of readers and notes
    out of one `Live`. A new snapshot makes a new one; the old is good until its users are done.
    """

    def __init__(self, notes: LiveNotes, shelf: Shelf, topic_pks: list[int]) -> None:
        self.notes, self.shelf, self.topic_pks = notes, shelf, topic_pks

    @classmethod
    def nothing(cls, *, zone: str, compiled: bool) -> Live:
        """No notes, and nothing learnt."""
        return cls(LiveNotes(Place(zone=zone), factors=0, compiled=compiled), Shelf(), [])

    @property
    def place(self) -> Place:
        """Cohorts, languages and topics by the engine's indices; the same for every `Live` of a
        process."""
        return self.notes.place

    def topic_index(self, topic_pk: int) -> int:
        """The engine's index of a topic."""
        index = self.place.topic_index(str(topic_pk))
        if index == len(self.topic_pks):
            self.topic_pks.append(topic_pk)
        return index

    def under(self, shelf: Shelf) -> Live:
        """The same notes under another snapshot, of which they are yet to be given factors."""
        return Live(_laid_out(self.notes, width=shelf.width), shelf, self.topic_pks)


def _laid_out(notes: LiveNotes, *, width: int) -> LiveNotes:
    """The notes once more with so many factors, all zero. Both share a lock: it guards the place
    as well, which they have in common."""
    fresh = LiveNotes(
        notes.place,
        factors=width,
        capacity=int(len(notes) * ROOM) + 1024,
        compiled=notes.kernel is not None,
        former=notes.former,
    )
    fresh.lock = notes.lock
    with notes.lock:
        authors = np.array(notes.author_ids, dtype=np.int64)
        sets = notes.column("topic_set").tolist()
        fresh.add(
            notes.column("id"),
            authors=authors[notes.column("author")],
            cohorts=notes.column("cohort"),
            languages=notes.column("language"),
            published=notes.column("published"),
            topics=[notes.topic_sets[at] for at in sets],
            left=[notes.topic_sets.left(at) for at in sets],
            followers=notes.column("followers"),
            copies=notes.column("copies"),
            bridging=notes.column("bridging"),
            quality=notes.column("quality"),
        )
    return fresh
