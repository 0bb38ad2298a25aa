"""Calls into the compiled kernel: every array is checked here, since C looks at nothing."""

import ctypes
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from dukou.engine.arrays import Bools, Floats, Ints, Singles
from dukou.engine.errors import ShapeMismatch
from dukou.engine.kernel.addresses import (
    BITS,
    BYTE,
    DOUBLE,
    INT,
    LEVEL,
    LONG,
    SHORT,
    SINGLE,
    address,
    checked,
)
from dukou.engine.kernel.layout import NUMBER, WHERE, WHOLE, Best, Fill, Group, Scan

if TYPE_CHECKING:
    from dukou.engine.fill import Field, Rules
    from dukou.engine.topic_sets import Entries

INTERFACE = 7
"""Of kernel.h; a library with another number is refused."""


class Among(NamedTuple):
    """A group of notes to find the best of: given by note, by combination of topics, or as the
    rows of all that are in it, rising; with none of the three, all notes."""

    size: int
    by_note: Bools | None = None
    by_set: Bools | None = None
    rows: Ints | None = None
    bits: Any = None
    """`by_note` for the kernel, eight notes a byte: an eighth of the memory to look at."""

    @classmethod
    def of_mask(cls, size: int, mask: Bools) -> "Among":
        """The notes that a mask names; shape (notes,)."""
        return cls(size, by_note=mask, bits=np.packbits(mask, bitorder="little"))


class Filling(NamedTuple):
    """What `Kernel.fill` finds, by slot."""

    notes: list[int]
    natural: list[int]
    forced: list[int]
    penalties: list[float]


class Kernel:
    """The compiled functions; each gives what its numpy counterpart gives, bit for bit."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self._affinity, self._scan = library.dukou_affinity, library.dukou_scan
        self._best, self._fill = library.dukou_best, library.dukou_fill
        self._places, self._own_price = library.dukou_places, library.dukou_own_price
        self._places.restype = WHOLE
        self._places.argtypes = (WHOLE, WHOLE, *(WHERE,) * 3, WHOLE, WHERE, WHERE)
        self._own_price.restype = WHOLE
        self._own_price.argtypes = (
            *(WHOLE, WHERE, WHERE, WHERE, WHOLE, WHERE),
            *(NUMBER,) * 3,
            *(WHOLE, WHERE),
        )
        self._affinity.restype, self._affinity.argtypes = None, (WHOLE, *(WHERE,) * 5)
        self._scan.restype, self._scan.argtypes = WHOLE, (WHERE,)
        self._best.restype, self._best.argtypes = WHOLE, (WHERE,)
        self._fill.restype, self._fill.argtypes = WHOLE, (WHERE,)

    def affinity(self, liking: Floats, entries: "Entries") -> Singles:
        """Match of every combination of topics with a liking of each topic; shape (sets,)."""
        sets = len(entries.starts) - 1
        match = np.empty(sets, dtype=np.float32)
        self._affinity(
            sets,
            checked("starts", entries.starts, INT, sets + 1),
            checked("topics", entries.topics, INT, len(entries.topics)),
            checked("liking", liking, DOUBLE, max(entries.end, len(liking))),
            checked("counts", entries.counts, DOUBLE, len(entries.counts)),
            address(match),
        )
        return match

    def scan(
        self,
        *,
        readable: Singles,
        liking: Singles | None,
        topic_set: Ints,
        levels: Any,
        steps: Singles,
        query: Any | None,
        weight: float,
        by_author: Singles,
        marked: Sequence[int],
        author: Ints,
        slope: Singles | None,
        offset: Singles | None,
        language: Ints,
        score: Singles,
    ) -> None:
        """The score of every note, as `relevance.scan` adds it up, into `score`; shape (notes,).

        Args:
            liking: of each combination of topics. `by_author`: by author, -inf for the hidden,
                0 for all but the marked.
            query: the reader's levels, int16. `slope`, `offset`: calibration by language.
        """
        notes, width = levels.shape
        marks = np.array(marked, dtype=np.int64)
        asked = Scan(
            notes,
            width,
            checked("readable", readable, SINGLE, notes),
            None if liking is None else checked("liking", liking, SINGLE, len(liking)),
            checked("topic_set", topic_set, INT, notes),
            checked("levels", levels, LEVEL, notes * width),
            checked("steps", steps, SINGLE, notes),
            None if query is None else checked("query", query, SHORT, width),
            weight,
            len(by_author),
            len(marks),
            checked("by_author", by_author, SINGLE, len(by_author)),
            address(marks),
            checked("author", author, INT, notes),
            None if slope is None else checked("slope", slope, SINGLE, len(slope)),
            None
            if offset is None
            else checked("offset", offset, SINGLE, len(slope) if slope is not None else 0),
            checked("language", language, SHORT, notes),
            checked("score", score, SINGLE, notes),
        )
        _count(self._scan(ctypes.byref(asked)))

    def best(
        self, score: Singles, groups: Sequence[Among], *, topic_set: Ints, extra: Ints
    ) -> Ints:
        """Rows of the highest finite scores of each group and the extras, best first, each once.

        Raises: MemoryError.
        """
        notes, among = len(score), (Group * len(groups))()
        for at, (size, by_note, by_set, rows, bits) in enumerate(groups):
            if bits is not None:
                among[at].bits = checked("bits", bits, BITS, (notes + 7) // 8)
            elif by_note is not None:
                raise ShapeMismatch("bits", (0,), by_note.shape)
            if by_set is not None:
                among[at].by_set = checked("by_set", by_set, BYTE, len(by_set))
            if rows is not None:
                among[at].rows = checked("rows", rows, LONG, len(rows))
                among[at].count = len(rows)
            among[at].size = min(size, notes)
        room = sum(group.size for group in among) + len(extra)
        found = np.empty(room, dtype=np.int64)
        asked = Best(
            notes,
            checked("score", score, SINGLE, notes),
            checked("topic_set", topic_set, INT, notes),
            len(groups),
            ctypes.addressof(among),
            len(extra),
            checked("extra", extra, LONG, len(extra)),
            room,
            address(found),
        )
        return found[: _count(self._best(ctypes.byref(asked)))]

    def places(
        self, members: Bools, usable: Bools, authors: Ints, per_author: int
    ) -> tuple[Ints, Ints]:
        """Places of a page that each clause's usable notes could fill, and the others; shapes
        (clauses,).

        Raises: MemoryError.
        """
        clauses, notes = members.shape
        inside, others = np.empty((2, clauses), dtype=np.int64)
        found = self._places(
            clauses,
            notes,
            checked("members", members, BYTE, clauses * notes),
            checked("usable", usable, BYTE, notes),
            checked("authors", authors, LONG, notes),
            per_author,
            address(inside),
            address(others),
        )
        _count(found)
        return inside, others

    def own_price(
        self,
        score: Floats,
        members: Bools,
        open_: Bools,
        falling: Floats,
        *,
        low: float,
        high: float,
        cap: float,
        halvings: int,
    ) -> float:
        """The price that `own_price` describes.

        Args:
            falling: part of the page's exposure, by slot.
        Raises: MemoryError.
        """
        notes, price = len(score), ctypes.c_double()
        found = self._own_price(
            notes,
            checked("score", score, DOUBLE, notes),
            checked("members", members, BYTE, notes),
            checked("open", open_, BYTE, notes),
            len(falling),
            checked("falling", falling, DOUBLE, len(falling)),
            low,
            high,
            cap,
            halvings,
            ctypes.addressof(price),
        )
        _count(found)
        return price.value

    def fill(self, field: "Field", rules: "Rules", worth: Floats) -> Filling:
        """The page that `fill` describes.

        Raises: MemoryError.
        """
        notes, slots, clauses = len(field.score), len(worth), len(rules.members)
        of_slots = np.empty((3, slots), dtype=np.int64)
        penalties = np.empty(slots)
        fixed = np.array([[*rules.fixed], [*rules.fixed.values()]], dtype=np.int64)
        due, order = np.array(rules.due, dtype=np.int64), np.array(rules.order, dtype=np.int64)
        begin, topic = field.topics.starts, field.topics.topics
        asked = Fill(
            notes,
            field.levels.shape[1],
            slots,
            checked("score", field.score, DOUBLE, notes),
            checked("authors", field.authors, LONG, notes),
            checked("unseen", field.unseen, BYTE, notes),
            checked("levels", field.levels, LEVEL, notes * field.levels.shape[1]),
            checked("unit", field.unit, DOUBLE, notes),
            checked("topic_sets", field.topic_sets, LONG, notes),
            checked("starts", begin, INT, len(begin)),
            checked("topics", topic, INT, len(topic)),
            checked("part", field.part, DOUBLE, notes),
            field.author_likeness,
            field.penalty,
            checked("members", rules.members, BYTE, clauses * notes),
            checked("low", rules.low, DOUBLE, clauses),
            checked("high", rules.high, DOUBLE, clauses),
            len(order),
            address(order),
            checked("good", rules.good, BYTE, notes),
            checked("open", rules.open, BYTE, notes),
            None if rules.resting is None else checked("resting", rules.resting, BYTE, notes),
            rules.per_author,
            rules.per_topic,
            rules.slack,
            fixed.shape[1],
            address(fixed[0]),
            address(fixed[1]),
            len(due),
            rules.due_by,
            address(due),
            checked("worth", worth, DOUBLE, slots),
            *map(address, of_slots),
            address(penalties),
        )
        size = _count(self._fill(ctypes.byref(asked)))
        taken, natural, forced = of_slots[:, :size].tolist()
        return Filling(taken, natural, forced, penalties[:size].tolist())


def _count(found: int) -> int:
    if found < 0:
        raise MemoryError
    return found
