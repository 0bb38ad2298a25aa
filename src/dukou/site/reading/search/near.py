"""The public notes of this process by meaning: loaded once in the background, kept up to date.

A web process gets by without: until the encoder (150 MB, a second) and the vectors are there,
search goes by words alone. Loading begins when somebody opens the search, types, or searches.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from threading import Lock, Thread

import numpy as np
import structlog
from django.conf import settings
from django.db import connection
from django.db.models import Q
from django.utils import timezone
from numpy.typing import NDArray

from dukou.language import tags
from dukou.language.finding import across
from dukou.language.finding.nearest import Among, VectorShelf
from dukou.language.letters import han_language
from dukou.language.vectors import DIMENSIONS, SPACE
from dukou.site.ids import id_at
from dukou.site.notes.models import Audience, Note, NoteVector
from dukou.site.notes.vectors import from_stored
from dukou.site.reading.search.filters import Filters
from dukou.site.reading.search.points import forget_points, query_vector, remember_names

log = structlog.get_logger()

MOST_NOTES = 300_000
REFRESH_SECONDS = 5.0
OVERLAP = timedelta(seconds=30)  # a transaction may commit a row that is older than our last look
_CHUNK = 2_000


#: Id, vector as it is stored, language, kind.
_Row = tuple[int, bytes | memoryview, str, str]


class NearNotes:
    """One for each process, shared by its threads."""

    def __init__(self) -> None:
        self.shelf = VectorShelf(DIMENSIONS, labels=2, compiled=settings.CONFIGURATION.kernel)
        self.languages: dict[str, int] = {}
        self._kinds: dict[str, int] = {}
        self._seen_until: datetime | None = None
        self._next_look = 0.0
        self._lock = Lock()

    def refresh(self) -> None:
        """Take in what is new, take out what is public no more, at most every five seconds."""
        if time.monotonic() < self._next_look or not self._lock.acquire(blocking=False):
            return
        try:
            self._next_look = time.monotonic() + REFRESH_SECONDS
            began = timezone.now()
            since = self._seen_until
            self._take(since)
            if since is not None:
                self._drop(since)
            self._seen_until = began - OVERLAP
        finally:
            self._lock.release()

    def nearest(
        self, query: NDArray[np.float32], filters: Filters, *, most: int, least: float, without: str
    ) -> tuple[list[int], list[int]]:
        """Ids of the notes nearest to the query that pass the filters, nearest first, and the same
        with those in the language `without` left out."""
        left_out = self.languages.get(without, -1)
        wanted = self._wanted(filters) if filters.any else None

        def elsewhere(ids: NDArray[np.int64], labels: NDArray[np.int16]) -> NDArray[np.bool_]:
            other: NDArray[np.bool_] = labels[:, 0] != left_out
            return other & wanted(ids, labels) if wanted else other

        choices = [wanted, elsewhere]
        here, there = self.shelf.nearest_each(query, choices, most=most, least=least)
        return here[0].tolist(), there[0].tolist()

    def _wanted(self, filters: Filters) -> Among:
        language = self.languages.get(filters.lang, -1)
        kind = self._kinds.get(filters.kind, -1)
        since = filters.since(timezone.now())
        earliest = id_at(since) if since else 0

        def wanted(ids: NDArray[np.int64], labels: NDArray[np.int16]) -> NDArray[np.bool_]:
            passing = ids >= earliest
            if filters.lang:
                passing &= labels[:, 0] == language
            if filters.kind:
                passing &= labels[:, 1] == kind
            return passing

        return wanted

    def forget_missing(self, note_ids: Sequence[int]) -> None:
        """Take out those of the notes that are gone from the database."""
        if note_ids:
            rows = NoteVector.objects.filter(note__among=list(note_ids), space=SPACE)
            self.shelf.drop(set(note_ids) - set(rows.values_list("note_id", flat=True)))

    def _take(self, since: datetime | None) -> None:
        rows = NoteVector.objects.filter(
            space=SPACE,
            note__audience=Audience.EVERYONE,
            note__hidden_at=None,
            note__author__suspended=False,
            note__author__is_active=True,
        )
        if since is not None:
            rows = rows.filter(note__among=_touched(since))
        values = rows.order_by("-note_id").values_list(
            "note_id", "numbers", "note__lang", "note__kind"
        )
        chunk: list[_Row] = []
        for row in values[:MOST_NOTES].iterator(chunk_size=_CHUNK):
            chunk.append(row)
            if len(chunk) == _CHUNK:
                self._put(chunk)
                chunk = []
        self._put(chunk)

    def _put(self, rows: list[_Row]) -> None:
        if not rows:
            return
        self.shelf.put(
            [note_id for note_id, *_ in rows],
            from_stored(numbers for _, numbers, _, _ in rows),
            [
                (_number(self.languages, tags.base(lang)), _number(self._kinds, kind))
                for _, _, lang, kind in rows
            ],
        )

    def _drop(self, since: datetime) -> None:
        gone = Note.objects.filter(changed_at__gte=since).filter(
            ~Q(audience=Audience.EVERYONE)
            | Q(hidden_at__isnull=False)
            | Q(author__suspended=True)
            | Q(vector=None)
        )
        self.shelf.drop(gone.values_list("pk", flat=True))


def _touched(since: datetime) -> list[int]:
    """Notes whose vector is new, or that are shown again after they were hidden.

    Two questions, for each has its index: as one they would read all vectors.
    """
    made = NoteVector.objects.filter(made_at__gte=since).values_list("note_id", flat=True)
    changed = Note.objects.filter(changed_at__gte=since).values_list("pk", flat=True)
    return list({*made, *changed})


_found: NearNotes | None = None
_starting = Lock()
_started = False


def near_notes() -> NearNotes | None:
    """The notes by meaning, once they are loaded; asking for the first time starts loading."""
    if _found is not None:
        _found.refresh()
        return _found
    wake()
    return None


def is_coming() -> bool:
    """Whether notes are to be found by meaning here, and are not loaded yet."""
    return _found is None and settings.CONFIGURATION.search_by_meaning


def wake() -> None:
    """Begin to load in the background, unless that was done before: call it when a search is
    likely to follow, so that the first one need not go by words alone."""
    global _started
    if _found is None and settings.CONFIGURATION.search_by_meaning:
        with _starting:
            if not _started:
                _started = True
                Thread(target=_load_behind, name="near notes", daemon=True).start()


def load_near_notes() -> NearNotes:
    """Load everything now."""
    global _found
    across.warm_up()
    han_language("渡口")  # three seconds that no search should wait for
    query_vector("渡口")
    remember_names()
    notes = NearNotes()
    notes.refresh()
    _found = notes
    return notes


def forget_process_state() -> None:
    """As a web process that has served nothing: for tests, whose databases come and go."""
    global _found, _started
    _found, _started = None, False
    forget_points()


def _load_behind() -> None:
    global _started
    try:
        notes = load_near_notes()
        log.info("notes_by_meaning", notes=len(notes.shelf), megabytes=notes.shelf.nbytes >> 20)
    except Exception:  # whatever it is: nobody waits for this thread, and words alone still find
        log.exception("notes_by_meaning_failed")
        time.sleep(60)  # the next search after that tries again
        _started = False
    finally:
        connection.close()


def _number(known: dict[str, int], word: str) -> int:
    return known.setdefault(word, len(known))
