"""Calls into the compiled kernel: every array is checked here, since C looks at nothing."""

import ctypes
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from dukou.engine.arrays import Bools, Floats, Ints, Singles
from dukou.engine.errors import ShapeMismatch

if TYPE_CHECKING:
    from dukou.engine.fill import Field, Rules
    from dukou.engine.topic_sets import Entries

INTERFACE = 7
"""Of kernel.h; a library with another number is refused."""

_I, _D, _P = ctypes.c_int64, ctypes.c_double, ctypes.c_void_p
_LEVEL, _BYTE, _BITS = np.dtype(np.int8), np.dtype(np.bool_), np.dtype(np.uint8)
_SHORT, _INT, _LONG = np.dtype(np.int16), np.dtype(np.int32), np.dtype(np.int64)
_SINGLE, _DOUBLE = np.dtype(np.float32), np.dtype(np.float64)


class _Scan(ctypes.Structure):
    _fields_ = [
        ("notes", _I),
        ("width", _I),
        ("readable", _P),
        ("liking", _P),
        ("topic_set", _P),
        ("levels", _P),
        ("steps", _P),
        ("query", _P),
        ("weight", ctypes.c_float),
        ("authors", _I),
        ("marks", _I),
        ("by_author", _P),
        ("marked", _P),
        ("author", _P),
        ("slope", _P),
        ("offset", _P),
        ("language", _P),
        ("score", _P),
    ]


class _Group(ctypes.Structure):
    _fields_ = [("bits", _P), ("by_set", _P), ("rows", _P), ("count", _I), ("size", _I)]


class _Best(ctypes.Structure):
    _fields_ = [
        ("notes", _I),
        ("score", _P),
        ("topic_set", _P),
        ("groups", _I),
        ("group", _P),
        ("extras", _I),
        ("extra", _P),
        ("room", _I),
        ("rows", _P),
    ]


class _Fill(ctypes.Structure):
    _fields_ = [
        *((name, _I) for name in ("notes", "width", "slots")),
        *((name, _P) for name in ("score", "author", "unseen", "levels", "unit")),
        *((name, _P) for name in ("topic_set", "begin", "topic", "part")),
        *((name, _D) for name in ("author_likeness", "penalty")),
        *((name, _P) for name in ("members", "low", "high")),
        ("orders", _I),
        *((name, _P) for name in ("order", "good", "open", "resting")),
        *((name, _I) for name in ("per_author", "per_topic")),
        ("slack", _D),
        ("fixes", _I),
        *((name, _P) for name in ("fixed_slot", "fixed_note")),
        *((name, _I) for name in ("dues", "due_by")),
        *((name, _P) for name in ("due", "worth", "taken", "natural", "forced", "penalties")),
    ]


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
        self._places.restype, self._places.argtypes = _I, (_I, _I, _P, _P, _P, _I, _P, _P)
        self._own_price.restype = _I
        self._own_price.argtypes = (_I, _P, _P, _P, _I, _P, _D, _D, _D, _I, _P)
        self._affinity.restype, self._affinity.argtypes = None, (_I, *(_P,) * 5)
        self._scan.restype, self._scan.argtypes = _I, (_P,)
        self._best.restype, self._best.argtypes = _I, (_P,)
        self._fill.restype, self._fill.argtypes = _I, (_P,)

    def affinity(self, liking: Floats, entries: "Entries") -> Singles:
        """Match of every combination of topics with a liking of each topic; shape (sets,)."""
        sets = len(entries.starts) - 1
        match = np.empty(sets, dtype=np.float32)
        self._affinity(
            sets,
            _at("starts", entries.starts, _INT, sets + 1),
            _at("topics", entries.topics, _INT, len(entries.topics)),
            _at("liking", liking, _DOUBLE, max(entries.end, len(liking))),
            _at("counts", entries.counts, _DOUBLE, len(entries.counts)),
            _address(match),
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
        asked = _Scan(
            notes,
            width,
            _at("readable", readable, _SINGLE, notes),
            None if liking is None else _at("liking", liking, _SINGLE, len(liking)),
            _at("topic_set", topic_set, _INT, notes),
            _at("levels", levels, _LEVEL, notes * width),
            _at("steps", steps, _SINGLE, notes),
            None if query is None else _at("query", query, _SHORT, width),
            weight,
            len(by_author),
            len(marks),
            _at("by_author", by_author, _SINGLE, len(by_author)),
            _address(marks),
            _at("author", author, _INT, notes),
            None if slope is None else _at("slope", slope, _SINGLE, len(slope)),
            None
            if offset is None
            else _at("offset", offset, _SINGLE, len(slope) if slope is not None else 0),
            _at("language", language, _SHORT, notes),
            _at("score", score, _SINGLE, notes),
        )
        _count(self._scan(ctypes.byref(asked)))

    def best(
        self, score: Singles, groups: Sequence[Among], *, topic_set: Ints, extra: Ints
    ) -> Ints:
        """Rows of the highest finite scores of each group and the extras, best first, each once.

        Raises: MemoryError.
        """
        notes, among = len(score), (_Group * len(groups))()
        for at, (size, by_note, by_set, rows, bits) in enumerate(groups):
            if bits is not None:
                among[at].bits = _at("bits", bits, _BITS, (notes + 7) // 8)
            elif by_note is not None:
                raise ShapeMismatch("bits", (0,), by_note.shape)
            if by_set is not None:
                among[at].by_set = _at("by_set", by_set, _BYTE, len(by_set))
            if rows is not None:
                among[at].rows = _at("rows", rows, _LONG, len(rows))
                among[at].count = len(rows)
            among[at].size = min(size, notes)
        room = sum(group.size for group in among) + len(extra)
        found = np.empty(room, dtype=np.int64)
        asked = _Best(
            notes,
            _at("score", score, _SINGLE, notes),
            _at("topic_set", topic_set, _INT, notes),
            len(groups),
            ctypes.addressof(among),
            len(extra),
            _at("extra", extra, _LONG, len(extra)),
            room,
            _address(found),
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
            _at("members", members, _BYTE, clauses * notes),
            _at("usable", usable, _BYTE, notes),
            _at("authors", authors, _LONG, notes),
            per_author,
            _address(inside),
            _address(others),
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
            _at("score", score, _DOUBLE, notes),
            _at("members", members, _BYTE, notes),
            _at("open", open_, _BYTE, notes),
            len(falling),
            _at("falling", falling, _DOUBLE, len(falling)),
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
        asked = _Fill(
            notes,
            field.levels.shape[1],
            slots,
            _at("score", field.score, _DOUBLE, notes),
            _at("authors", field.authors, _LONG, notes),
            _at("unseen", field.unseen, _BYTE, notes),
            _at("levels", field.levels, _LEVEL, field.levels.size),
            _at("unit", field.unit, _DOUBLE, notes),
            _at("topic_sets", field.topic_sets, _LONG, notes),
            _at("starts", begin, _INT, len(begin)),
            _at("topics", topic, _INT, len(topic)),
            _at("part", field.part, _DOUBLE, notes),
            field.author_likeness,
            field.penalty,
            _at("members", rules.members, _BYTE, clauses * notes),
            _at("low", rules.low, _DOUBLE, clauses),
            _at("high", rules.high, _DOUBLE, clauses),
            len(order),
            _address(order),
            _at("good", rules.good, _BYTE, notes),
            _at("open", rules.open, _BYTE, notes),
            None if rules.resting is None else _at("resting", rules.resting, _BYTE, notes),
            rules.per_author,
            rules.per_topic,
            rules.slack,
            fixed.shape[1],
            _address(fixed[0]),
            _address(fixed[1]),
            len(due),
            rules.due_by,
            _address(due),
            _at("worth", worth, _DOUBLE, slots),
            *map(_address, of_slots),
            _address(penalties),
        )
        size = _count(self._fill(ctypes.byref(asked)))
        taken, natural, forced = of_slots[:, :size].tolist()
        return Filling(taken, natural, forced, penalties[:size].tolist())


def _at(name: str, array: Any, kind: np.dtype[Any], size: int) -> int:
    """Where an array's numbers lie, once it is what C takes it for.

    Raises: ShapeMismatch: of another type or size, or not in one piece.
    """
    if array.dtype != kind or array.size != size or not array.flags.c_contiguous:
        raise ShapeMismatch(f"{name} ({array.dtype})", array.shape, (size,))
    return _address(array)


def _address(array: Any) -> int:
    """Where the numbers of an array lie, by the quickest way that it allows."""
    try:
        return ctypes.addressof(ctypes.c_char.from_buffer(array))
    except (TypeError, ValueError):  # not to be written to, or empty
        return int(array.ctypes.data)


def _count(found: int) -> int:
    if found < 0:
        raise MemoryError
    return found
