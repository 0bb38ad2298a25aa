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
    LONG,
    SHORT,
    SINGLE,
    address,
    checked,
)
from dukou.engine.kernel.given import Among, Scanned, part_of_fill
from dukou.engine.kernel.layout import NUMBER, WHERE, WHOLE, Best, Fill, Group, Scan

if TYPE_CHECKING:
    from dukou.engine.fill import Field, Rules
    from dukou.engine.topic_sets import Entries

INTERFACE = 7
"""Of kernel.h; a library with another number is refused."""


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
        scanned: Scanned,
        *,
        readable: Singles,
        liking: Singles | None,
        query: Any | None,
        weight: float,
        by_author: Singles,
        marked: Sequence[int],
        slope: Singles | None,
        offset: Singles | None,
        score: Singles,
    ) -> None:
        """The score of every note, as `relevance.scan` adds it up, into `score`; shape (notes,).

        Args:
            liking: of each combination of topics. `by_author`: by author, -inf for the hidden,
                0 for all but the marked.
            query: the reader's levels, int16. `slope`, `offset`: calibration by language.
        """
        asked, marks = Scan.from_buffer_copy(scanned.part), np.array(marked, dtype=np.int64)
        asked.readable = checked("readable", readable, SINGLE, asked.notes)
        asked.score = checked("score", score, SINGLE, asked.notes)
        asked.weight = weight
        asked.authors, asked.marks = len(by_author), len(marks)
        asked.by_author = checked("by_author", by_author, SINGLE, len(by_author))
        asked.marked = address(marks)
        if liking is not None:
            asked.liking = checked("liking", liking, SINGLE, len(liking))
        if query is not None:
            asked.query = checked("query", query, SHORT, asked.width)
        if slope is not None and offset is not None:
            asked.slope = checked("slope", slope, SINGLE, len(slope))
            asked.offset = checked("offset", offset, SINGLE, len(slope))
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
        asked = Fill.from_buffer_copy(field.part_of_fill or part_of_fill(field))
        notes, slots, clauses = asked.notes, len(worth), len(rules.members)
        asked.slots, asked.worth = slots, checked("worth", worth, DOUBLE, slots)
        asked.score = checked("score", field.score, DOUBLE, notes)
        asked.members = checked("members", rules.members, BYTE, clauses * notes)
        asked.low = checked("low", rules.low, DOUBLE, clauses)
        asked.high = checked("high", rules.high, DOUBLE, clauses)
        asked.good = checked("good", rules.good, BYTE, notes)
        asked.open = checked("open", rules.open, BYTE, notes)
        if rules.resting is not None:
            asked.resting = checked("resting", rules.resting, BYTE, notes)
        asked.per_author, asked.per_topic = rules.per_author, rules.per_topic
        asked.slack = rules.slack
        # All lists one after the other: clauses with a quota, what is due, what is fixed.
        lists = np.array(
            [*rules.order, *rules.due, *rules.fixed, *rules.fixed.values()], dtype=np.int64
        )
        asked.orders, asked.dues, asked.fixes = len(rules.order), len(rules.due), len(rules.fixed)
        asked.due_by = rules.due_by
        asked.order = address(lists)
        asked.due = asked.order + lists.itemsize * asked.orders
        asked.fixed_slot = asked.due + lists.itemsize * asked.dues
        asked.fixed_note = asked.fixed_slot + lists.itemsize * asked.fixes
        found, penalties = np.empty((3, slots), dtype=np.int64), np.empty(slots)
        asked.taken = address(found)
        asked.natural = asked.taken + found.strides[0]
        asked.forced = asked.natural + found.strides[0]
        asked.penalties = address(penalties)
        size = _count(self._fill(ctypes.byref(asked)))
        taken, natural, forced = found[:, :size].tolist()
        return Filling(taken, natural, forced, penalties[:size].tolist())


def _count(found: int) -> int:
    if found < 0:
        raise MemoryError
    return found
