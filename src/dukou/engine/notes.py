"""The live notes as columns: added, updated and removed one by one, scanned all at once."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from threading import RLock
from typing import Any

import numpy as np

from dukou.engine.arrays import Bools, Floats, Ints, Singles
from dukou.engine.clock import millis
from dukou.engine.columns import (
    COLUMNS,
    UPDATABLE,
    checked_columns,
    checked_factors,
    enlarged,
    first_repeated,
    same_length,
)
from dukou.engine.config import EngineConfig
from dukou.engine.errors import DuplicateNote, ShapeMismatch, UnknownNote
from dukou.engine.groups import Group
from dukou.engine.place import Cohort, Place
from dukou.engine.topic_sets import TopicSets

_STATIC_STEP_MS = 60_000
_READABLE_KEPT = 8


class LiveNotes:
    """Columnar index of the notes that can be shown.

    Rows move when notes are removed: keep ids, never rows. `lock` guards every change and
    every scan; `rank` takes it by itself.
    """

    def __init__(self, place: Place, *, factors: int = 64, capacity: int = 1024) -> None:
        self.place = place
        self.width = factors
        self.count = 0
        self.lock = RLock()
        self.topic_sets = TopicSets()
        self.author_ids: list[int] = []
        self._author_of: dict[int, int] = {}
        self._row_of: dict[int, int] = {}
        self._copies: dict[int, set[int]] = {}
        self._columns = {
            name: np.zeros(capacity, dtype=kind) for name, (kind, _) in COLUMNS.items()
        }
        self._factors = np.zeros((capacity, factors), dtype=np.float32)
        self._version = 0
        self._static_key: tuple[object, ...] = ()
        self._static = np.zeros(0, dtype=np.float32)
        self._readable: dict[bytes, Singles] = {}
        self._newest = (-1, 0)
        self._median_version = -1
        self._median = 0.0
        self._masks: dict[tuple[object, ...], Bools] = {}
        self._masks_version = -1
        self._parts = np.zeros(0, dtype=np.float32)
        self._parts_version = -1

    def __len__(self) -> int:
        return self.count

    def __contains__(self, note_id: int) -> bool:
        return note_id in self._row_of

    def column(self, name: str) -> Any:
        """A column's live part, not to be written to; shape (notes,)."""
        return self._columns[name][: self.count]

    @property
    def factors(self) -> Singles:
        """Learnt factors of the live notes; shape (notes, factors)."""
        return self._factors[: self.count]

    @property
    def nbytes(self) -> int:
        """Bytes that the columns take."""
        return self._factors.nbytes + sum(column.nbytes for column in self._columns.values())

    def add(
        self,
        ids: Sequence[int] | Ints,
        *,
        authors: Sequence[int] | Ints,
        cohorts: Sequence[int] | Ints,
        languages: Sequence[int] | Ints,
        published: Sequence[int] | Ints,
        topics: Sequence[Sequence[int]] | None = None,
        factors: Singles | Floats | None = None,
        followers: Sequence[int] | Ints | None = None,
        copies: Sequence[int] | Ints | None = None,
        bridging: Sequence[float] | Singles | Floats | None = None,
        quality: Sequence[float] | Singles | Floats | None = None,
    ) -> None:
        """Adds notes, all or none.

        Args:
            ids: note ids; shape (m,), like every other column.
            authors: author ids.
            cohorts: index of the note's origin in the place's cohorts.
            languages: index in the place's languages.
            published: milliseconds since 1970, UTC.
            topics: topic indices of each note.
            factors: learnt factors; shape (m, factors), zeros where left out.
            followers: the author's followers.
            copies: a number shared by near-copies, above 0; 0 for none.
            bridging, quality: -1 to 1 and 0 to 1.
        Raises: DuplicateNote, UnknownCohort, ShapeMismatch.
        """
        with self.lock:
            size = len(ids)
            given = checked_columns(
                size,
                len(self.place.cohorts),
                cohort=cohorts,
                language=languages,
                published=published,
                followers=followers,
                copies=copies,
                bridging=bridging,
                quality=quality,
            )
            same_length("authors", authors, size)
            if topics is not None:
                same_length("topics", topics, size)
            rows = checked_factors(factors, size, self.width)
            for note_id in ids:
                if int(note_id) in self._row_of:
                    raise DuplicateNote(int(note_id))
            repeated = first_repeated(ids)
            if repeated is not None:
                raise DuplicateNote(repeated)
            self._grow(self.count + size)
            span = slice(self.count, self.count + size)
            for name, column in given.items():
                self._columns[name][span] = column
            self._columns["id"][span] = np.asarray(ids, dtype=np.int64)
            self._columns["author"][span] = [self._author_index(int(author)) for author in authors]
            self._columns["topic_set"][span] = (
                [self.topic_sets.index(names) for names in topics] if topics is not None else 0
            )
            self._factors[span] = rows
            for offset, note_id in enumerate(ids):
                self._row_of[int(note_id)] = self.count + offset
            for note_id, group in zip(ids, self._columns["copies"][span].tolist(), strict=True):
                self._join_copies(int(note_id), group)
            self.count += size
            self._version += 1

    def update(
        self,
        ids: Sequence[int] | Ints,
        *,
        topics: Sequence[Sequence[int]] | None = None,
        factors: Singles | Floats | None = None,
        **columns: Sequence[float] | Ints | Floats | Singles,
    ) -> None:
        """New values for some columns of live notes: `language`, `followers`, `copies`,
        `bridging`, `quality`, `topics` or `factors`. Author, origin and time never change.

        Raises: UnknownNote, ShapeMismatch.
        """
        with self.lock:
            size = len(ids)
            for name in columns:
                if name not in UPDATABLE:
                    raise ShapeMismatch(name, (), ())
            given = checked_columns(size, len(self.place.cohorts), **columns)
            rows = np.array([self._row(int(note_id)) for note_id in ids], dtype=np.int64)
            if "copies" in given:
                for note_id, row in zip(ids, rows.tolist(), strict=True):
                    self._leave_copies(int(note_id), int(self._columns["copies"][row]))
            for name, column in given.items():
                self._columns[name][rows] = column
            if "copies" in given:
                for note_id, group in zip(ids, given["copies"].tolist(), strict=True):
                    self._join_copies(int(note_id), int(group))
            if topics is not None:
                same_length("topics", topics, size)
                self._columns["topic_set"][rows] = [self.topic_sets.index(n) for n in topics]
            if factors is not None:
                self._factors[rows] = checked_factors(factors, size, self.width)
            self._version += 1

    def set_followers(self, author_id: int, followers: int) -> None:
        """The author's followers, on all of their live notes."""
        with self.lock:
            author = self._author_of.get(author_id)
            if author is not None:
                self._columns["followers"][: self.count][self.column("author") == author] = (
                    followers
                )
                self._version += 1

    def remove(self, ids: Iterable[int]) -> None:
        """Takes notes away; ids that are not there are passed over."""
        with self.lock:
            for note_id in ids:
                row = self._row_of.pop(int(note_id), None)
                if row is None:
                    continue
                self._leave_copies(int(note_id), int(self._columns["copies"][row]))
                last = self.count - 1
                if row != last:
                    for column in self._columns.values():
                        column[row] = column[last]
                    self._factors[row] = self._factors[last]
                    self._row_of[int(self._columns["id"][row])] = row
                self.count = last
            self._version += 1

    def rows(self, ids: Iterable[int]) -> Ints:
        """Rows of those ids that are live; shorter than `ids` where some are not."""
        found = map(self._row_of.get, ids)
        return np.array([row for row in found if row is not None], dtype=np.int64)

    def author_index(self, author_id: int) -> int | None:
        """The dense index of an author, None if no note of theirs was ever added."""
        return self._author_of.get(author_id)

    def copies_of(self, group: int) -> Ints:
        """Rows of the near-copies in a group, first published first, then by id."""
        rows = self.rows(self._copies.get(group, ()))
        return rows[np.lexsort((self.column("id")[rows], self.column("published")[rows]))]

    def median_followers(self) -> float:
        """Median follower count over authors with live notes."""
        if self._version != self._median_version:
            latest = np.full(len(self.author_ids), -1, dtype=np.int32)
            latest[self.column("author")] = self.column("followers")
            live = latest[latest >= 0]
            self._median = float(np.median(live)) if len(live) else 0.0
            self._median_version = self._version
        return self._median

    def author_parts(self) -> Singles:
        """One in the live notes of each note's author; shape (notes,)."""
        if self._version != self._parts_version:
            authors = self.column("author")
            counts = np.bincount(authors, minlength=1)
            self._parts = (1.0 / np.maximum(counts, 1)).astype(np.float32)[authors]
            self._parts_version = self._version
        return self._parts

    def static_score(self, config: EngineConfig, now: datetime) -> Singles:
        """What is the same for every reader: freshness, quality and bridging; shape (notes,)."""
        minute = millis(now) // _STATIC_STEP_MS
        key = (self._version, minute, config)
        if key != self._static_key:
            static = self.freshness(config, now)
            static *= np.float32(config.freshness_weight)
            static += np.float32(config.quality_weight) * self.column("quality")
            static += np.float32(config.bridging_weight) * self.column("bridging")
            self._static, self._static_key, self._readable = static, key, {}
        return self._static

    def readable_score(self, config: EngineConfig, now: datetime, bias: Singles) -> Singles:
        """`static_score` and what each language is worth to a reader; shape (notes,).

        Many readers read the same languages, so the latest few are kept: not to be written to.
        """
        static = self.static_score(config, now)
        key = bias.tobytes()
        found = self._readable.get(key)
        if found is None:
            if len(self._readable) >= _READABLE_KEPT:
                self._readable.clear()
            found = self._readable[key] = static + bias.take(self.column("language"))
        return found

    def newest(self) -> int:
        """When the newest note was published, in milliseconds; 0 without any."""
        if self._newest[0] != self._version:
            self._newest = (self._version, int(self.column("published").max(initial=0)))
        return self._newest[1]

    def freshness(self, config: EngineConfig, now: datetime, rows: Ints | None = None) -> Singles:
        """1 for a note of this minute, halved every half-life."""
        minute = millis(now) // _STATIC_STEP_MS
        published = self.column("published")
        age = minute * _STATIC_STEP_MS - (published if rows is None else published[rows])
        hours = np.maximum(age, 0).astype(np.float32) / np.float32(3_600_000)
        fresh: Singles = np.exp2(-hours / np.float32(config.freshness_half_life_hours))
        return fresh

    def in_group(self, group: Group, rows: Ints, *, reader: Cohort | None) -> Bools:
        """Which of the rows are provided by the group, for that reader; same shape as `rows`."""
        mask: Bools = group.cohort_mask(self.place.cohorts, reader)[self.column("cohort")[rows]]
        return mask if group.by_cohort_only else mask & self.qualifying(group, rows)

    def qualifying(self, group: Group, rows: Ints) -> Bools:
        """Which of the rows have the topic and followers of the group, whatever their cohort."""
        mask = np.ones(len(rows), dtype=bool)
        if group.followers_below is not None or group.followers_at_least is not None:
            followers = self.column("followers")[rows]
            mask &= group.follower_mask(followers, self.median_followers())
        if group.topic is not None:
            topic = self.place.known_topic(group.topic)
            having = self.topic_sets.having(-1 if topic is None else topic)
            mask &= having[self.column("topic_set")[rows]]
        return mask

    def group_mask(self, group: Group, *, reader: Cohort | None) -> Bools:
        """Which live notes are provided by the group, for that reader; shape (notes,)."""
        language = reader.base_language if reader is not None else None
        key = (group, language, len(self.place.cohorts))
        if self._version != self._masks_version:
            self._masks, self._masks_version = {}, self._version
        mask = self._masks.get(key)
        if mask is None:
            mask = self.in_group(group, np.arange(self.count), reader=reader)
            self._masks[key] = mask
        return mask

    def _row(self, note_id: int) -> int:
        row = self._row_of.get(note_id)
        if row is None:
            raise UnknownNote(note_id)
        return row

    def _author_index(self, author_id: int) -> int:
        index = self._author_of.get(author_id)
        if index is None:
            index = self._author_of[author_id] = len(self.author_ids)
            self.author_ids.append(author_id)
        return index

    def _grow(self, needed: int) -> None:
        capacity = len(self._factors)
        if needed <= capacity:
            return
        capacity = max(needed, 2 * capacity)
        for name, column in self._columns.items():
            self._columns[name] = enlarged(column, capacity)
        self._factors = enlarged(self._factors, capacity)

    def _join_copies(self, note_id: int, group: int) -> None:
        if group > 0:
            self._copies.setdefault(group, set()).add(note_id)

    def _leave_copies(self, note_id: int, group: int) -> None:
        if group > 0:
            self._copies[group].discard(note_id)
            if not self._copies[group]:
                del self._copies[group]
