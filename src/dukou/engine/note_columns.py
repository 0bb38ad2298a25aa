"""The live notes as columns: added, updated and removed one by one."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import repeat
from threading import RLock
from typing import Any, TypeVar, cast

import numpy as np

from dukou.engine.arrays import Floats, Ints, Singles
from dukou.engine.columns import (
    COLUMNS,
    UPDATABLE,
    checked_columns,
    checked_factors,
    enlarged,
    first_repeated,
    same_length,
)
from dukou.engine.crowds import earlier_in_a_day
from dukou.engine.errors import DuplicateNote, ShapeMismatch, UnknownNote
from dukou.engine.former import FormerNotes
from dukou.engine.kernel import kernel
from dukou.engine.levels import lengths_of, levels_of
from dukou.engine.place import Place
from dukou.engine.topic_sets import TopicSets

_Kept = TypeVar("_Kept")
_MOST_COUNTED = np.iinfo(np.int16).max
_MANY = 48
"""Ids from which a search in order is quicker than a dictionary that lies all over the memory."""


class NoteColumns:
    """Columns of the notes that can be shown, and where each note stands in them.

    Rows move when notes are removed: keep ids, never rows. `lock` guards every change.
    """

    def __init__(
        self,
        place: Place,
        *,
        factors: int = 64,
        capacity: int = 1024,
        compiled: bool = True,
        former: FormerNotes | None = None,
    ) -> None:
        """An empty index.

        Args:
            former: notes that were taken away before; those that this index removes join them.
            compiled: ranks with the compiled kernel where there is one; numpy gives the same
                pages, slower and with three bytes a factor more.
        """
        self.place = place
        self.kernel = kernel() if compiled else None
        self.width = factors
        self.count = 0
        self.lock = RLock()
        self.former = FormerNotes() if former is None else former
        self.topic_sets = TopicSets(self.kernel)
        self.author_ids: list[int] = []
        self._author_of: dict[int, int] = {}
        self._row_of: dict[int, int] = {}
        self._copies: dict[int, set[int]] = {}
        self._columns = {
            name: np.zeros(capacity, dtype=kind) for name, (kind, _) in COLUMNS.items()
        }
        # BLAS knows no bytes: without the kernel whole numbers are kept as floats.
        self._levels: Any = np.zeros((capacity, factors), np.int8 if self.kernel else np.float32)
        self._by_id: tuple[Ints, Ints] | None = None
        self._scores = np.empty(0, dtype=np.float32)
        self._kept: dict[Hashable, Any] = {}

    def __len__(self) -> int:
        return self.count

    def __contains__(self, note_id: int) -> bool:
        return note_id in self._row_of

    def column(self, name: str) -> Any:
        """A column's live part, not to be written to; shape (notes,)."""
        return self._columns[name][: self.count]

    @property
    def factors(self) -> Singles:
        """Learnt factors of the live notes, as the index knows them; shape (notes, factors)."""
        factors: Singles = self.levels.astype(np.float32) * self.column("step")[:, None]
        return factors

    @property
    def levels(self) -> Any:
        """The factors in steps of each note (`levels_of`), int8 or float32; same shape."""
        return self._levels[: self.count]

    @property
    def nbytes(self) -> int:
        """Bytes that the columns take."""
        return int(self._levels.nbytes) + sum(column.nbytes for column in self._columns.values())

    def add(
        self,
        ids: Sequence[int] | Ints,
        *,
        authors: Sequence[int] | Ints,
        cohorts: Sequence[int] | Ints,
        languages: Sequence[int] | Ints,
        published: Sequence[int] | Ints,
        topics: Sequence[Sequence[int]] | None = None,
        left: Sequence[Sequence[int]] | None = None,
        before: Sequence[Sequence[int]] | None = None,
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
            published: milliseconds since 1970, UTC; when it first was, for one that came back.
            topics: topic indices of each note.
            left: those that it had before an edit, which go on counting in what it is matched by.
            before: ids under which each was published before and taken away: whoever saw it under
                these has seen it.
            factors: learnt factors; shape (m, factors), zeros where left out.
            followers: the author's followers.
            copies: a number shared by near-copies, above 0; 0 for none. The note whose id it is
                stands for the others, else the first published.
            bridging, quality: -1 to 1 and 0 to 1.
        Raises: DuplicateNote, UnknownCohort, UnknownLanguage, UnknownTopic, ShapeMismatch,
            NotFinite.
        """
        with self.lock:
            size = len(ids)
            given = checked_columns(
                size,
                self.place,
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
            sets = self._set_indices(topics, left)
            if before is not None:
                same_length("before", before, size)
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
            self._columns["topic_set"][span] = sets if topics is not None else 0
            self._keep_factors(span, rows)
            for offset, note_id in enumerate(ids):
                self._row_of[int(note_id)] = self.count + offset
                self.former.is_live(
                    int(note_id), int(authors[offset]), before=before[offset] if before else ()
                )
            for note_id, group in zip(ids, self._columns["copies"][span].tolist(), strict=True):
                self._join_copies(int(note_id), group)
            self.count += size
            self._count_crowds(span)
            self._kept, self._by_id = {}, None

    def update(
        self,
        ids: Sequence[int] | Ints,
        *,
        topics: Sequence[Sequence[int]] | None = None,
        left: Sequence[Sequence[int]] | None = None,
        factors: Singles | Floats | None = None,
        **columns: Sequence[float] | Ints | Floats | Singles,
    ) -> None:
        """New values for some columns of live notes: `language`, `followers`, `copies`,
        `bridging`, `quality`, `topics` with those `left` (see `add`) or `factors`. Author, origin
        and time never change.

        Raises: UnknownNote, UnknownLanguage, UnknownTopic, ShapeMismatch, NotFinite.
        """
        with self.lock:
            size = len(ids)
            for name in columns:
                if name not in UPDATABLE:
                    raise ShapeMismatch(name, (), ())
            given = checked_columns(size, self.place, **columns)
            if topics is not None:
                same_length("topics", topics, size)
            learnt = None if factors is None else checked_factors(factors, size, self.width)
            sets = self._set_indices(topics, left)
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
                self._columns["topic_set"][rows] = sets
            if learnt is not None:
                self._keep_factors(rows, learnt)
            self._kept = {}

    def set_followers(self, author_id: int, followers: int) -> None:
        """The author's followers, on all of their live notes."""
        with self.lock:
            author = self._author_of.get(author_id)
            if author is not None:
                self._columns["followers"][: self.count][self.column("author") == author] = (
                    followers
                )
                self._kept = {}

    def remove(self, ids: Iterable[int]) -> None:
        """Takes notes away; ids that are not there are passed over. They go on counting in the day
        of their author (`crowd`)."""
        with self.lock:
            for note_id in ids:
                row = self._row_of.pop(int(note_id), None)
                if row is None:
                    continue
                author = self.author_ids[int(self._columns["author"][row])]
                self.former.enter([int(note_id)], [author], [self._columns["published"][row]])
                self._leave_copies(int(note_id), int(self._columns["copies"][row]))
                last = self.count - 1
                if row != last:
                    for column in self._columns.values():
                        column[row] = column[last]
                    self._levels[row] = self._levels[last]
                    self._row_of[int(self._columns["id"][row])] = row
                self.count = last
            self._kept, self._by_id = {}, None

    def kept(self, key: Hashable, make: Callable[[], _Kept]) -> _Kept:
        """What `make` gives, worked out once until a note changes; not to be written to."""
        kept = self._kept
        found = kept.get(key)
        if found is None:
            found = kept[key] = make()
        return cast(_Kept, found)

    def rows(self, ids: Iterable[int] | Ints) -> Ints:
        """Rows of those ids that are live or came back as a note that is, in order of ids; shorter
        where some are not."""
        found = self.places(ids)
        return np.asarray(found[found >= 0])

    def places(self, ids: Iterable[int] | Ints) -> Ints:
        """The row of each id, or of the note that it came back as, -1 where that is not live;
        shape (ids,)."""
        wanted = ids if isinstance(ids, np.ndarray) else np.fromiter(ids, dtype=np.int64)
        if len(wanted) < _MANY or not self.count:
            found = map(self._row_of.get, wanted.tolist(), repeat(-1))
            if self.former.now:
                found = map(self._row_now, wanted.tolist())
            return np.fromiter(found, dtype=np.int64)
        if self._by_id is None:
            order = self.column("id").argsort(kind="stable")  # quick: ids come nearly in order
            self._by_id = self.former.among(self.column("id")[order], order, self._row_of)
        known, rows = self._by_id
        at = np.minimum(known.searchsorted(wanted), len(known) - 1)
        return np.where(known[at] == wanted, rows[at], -1)

    def author_index(self, author_id: int) -> int | None:
        """The dense index of an author, None if no note of theirs was ever added."""
        return self._author_of.get(author_id)

    def author_indices(self, author_ids: Iterable[int]) -> list[int]:
        """The indices of those authors of whom there ever was a note."""
        return [at for at in map(self._author_of.get, author_ids) if at is not None]

    def _keep_factors(self, where: slice | Ints, factors: Singles) -> None:
        levels, steps = levels_of(factors)
        self._levels[where] = levels
        self._columns["step"][where] = steps
        self._columns["length"][where] = lengths_of(levels)

    def score_room(self) -> Singles:
        """Room for a score of every live note, used again by the next scan: memory that was never
        touched costs more than the scan of it; shape (notes,)."""
        if len(self._scores) < self.count:
            self._scores = np.empty(len(self._levels), dtype=np.float32)
        return self._scores[: self.count]

    def _row(self, note_id: int) -> int:
        row = self._row_of.get(note_id)
        if row is None:
            raise UnknownNote(note_id)
        return row

    def _row_now(self, note_id: int) -> int:
        """The row of a note, or of the one that it came back as; -1 without any."""
        row = self._row_of.get(note_id)
        if row is None:
            row = self._row_of.get(self.former.now.get(note_id, note_id), -1)
        return row

    def _set_indices(
        self, topics: Sequence[Sequence[int]] | None, left: Sequence[Sequence[int]] | None
    ) -> list[int]:
        """The combination of topics of each note."""
        if topics is None:
            return []
        if left is None:
            return [self.topic_sets.index(names) for names in topics]
        same_length("left", left, len(topics))
        return [self.topic_sets.index(now, had) for now, had in zip(topics, left, strict=True)]

    def _author_index(self, author_id: int) -> int:
        index = self._author_of.get(author_id)
        if index is None:
            index = self._author_of[author_id] = len(self.author_ids)
            self.author_ids.append(author_id)
        return index

    def _grow(self, needed: int) -> None:
        capacity = len(self._levels)
        if needed <= capacity:
            return
        capacity = max(needed, 2 * capacity)
        for name, column in self._columns.items():
            self._columns[name] = enlarged(column, capacity)
        self._levels = enlarged(self._levels, capacity)

    def _count_crowds(self, added: slice) -> None:
        """Of all notes of those authors of whom some were added."""
        authors = self.column("author")
        which = np.unique(authors[added])
        rows = np.flatnonzero(np.isin(authors, which))
        gone = self.former.of_authors(self.author_ids[at] for at in which)
        live = (self.column("id")[rows], authors[rows], self.column("published")[rows])
        gone[1] = self.author_indices(gone[1].tolist())
        found = earlier_in_a_day(*np.concatenate((live, gone), axis=1))
        self._columns["crowd"][rows] = np.minimum(found[: len(rows)], _MOST_COUNTED)

    def _join_copies(self, note_id: int, group: int) -> None:
        if group > 0:
            self._copies.setdefault(group, set()).add(note_id)

    def _leave_copies(self, note_id: int, group: int) -> None:
        if group > 0:
            self._copies[group].discard(note_id)
            if not self._copies[group]:
                del self._copies[group]
