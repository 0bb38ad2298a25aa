"""The precedents of this process by meaning: a job's process loads them when it first needs one.

As with notes (`reading/search/near`), all are looked at: 55 MB and a millisecond and a half of one
core for 100,000. What is taken out in the database is noticed when it is found.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Lock

import numpy as np
from django.conf import settings
from django.utils import timezone
from numpy.typing import NDArray

from dukou.language.finding.nearest import VectorShelf
from dukou.language.tags import base
from dukou.language.vectors import DIMENSIONS, SPACE
from dukou.site.bridge.precedents.models import Precedent
from dukou.site.notes.vectors import from_stored

MOST = 300_000
_CHUNK = 2_000
_OVERLAP = timedelta(seconds=30)  # a transaction may commit a row that is older than our last look

#: Id, vector as it is stored, languages of source and target.
_Row = tuple[int, bytes | memoryview, str, str]


class PrecedentShelf:
    """One for each process, shared by its threads."""

    def __init__(self) -> None:
        self.shelf = VectorShelf(DIMENSIONS, labels=2, compiled=settings.CONFIGURATION.kernel)
        self._languages: dict[str, int] = {}
        self._seen_until: datetime | None = None
        self._lock = Lock()

    def refresh(self) -> None:
        """Take in what is new since the last look, at first everything."""
        with self._lock:
            began = timezone.now()
            rows = Precedent.objects.filter(space=SPACE).exclude(numbers=None)
            if self._seen_until is not None:
                rows = rows.filter(made_at__gte=self._seen_until)
            values = rows.order_by("-pk").values_list("pk", "numbers", "source", "target")[:MOST]
            chunk: list[_Row] = []
            for pk, numbers, source, target in values.iterator(chunk_size=_CHUNK):
                chunk.append((pk, numbers or b"", source, target))
                if len(chunk) == _CHUNK:
                    self._put(chunk)
                    chunk = []
            self._put(chunk)
            self._seen_until = began - _OVERLAP

    def nearest(
        self, vector: NDArray[np.float32], *, source: str, target: str, most: int, least: float
    ) -> list[int]:
        """Ids of the nearest of one pair of languages, nearest first."""
        pair = np.array([self._number(source), self._number(target)], dtype=np.int16)

        def among(ids: NDArray[np.int64], labels: NDArray[np.int16]) -> NDArray[np.bool_]:
            found: NDArray[np.bool_] = (labels == pair).all(axis=1)
            return found

        ids, _ = self.shelf.nearest(vector, most=most, least=least, among=among)
        return [int(found) for found in ids]

    def _put(self, rows: list[_Row]) -> None:
        if rows:
            self.shelf.put(
                [pk for pk, *_ in rows],
                from_stored(numbers for _, numbers, _, _ in rows),
                [(self._number(source), self._number(target)) for *_, source, target in rows],
            )

    def _number(self, lang: str) -> int:
        return self._languages.setdefault(base(lang), len(self._languages))


_held: list[PrecedentShelf] = []


def shelf() -> PrecedentShelf:
    """The shelf of this process, up to date."""
    if not _held:
        _held.append(PrecedentShelf())
    _held[0].refresh()
    return _held[0]


def forget_process_state() -> None:
    """As a process that has looked for nothing: for tests, whose databases come and go."""
    _held.clear()
