"""What is handed to the kernel several times, with its arrays checked once."""

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from dukou.engine.arrays import Bools, Ints, Singles
from dukou.engine.kernel.addresses import (
    BYTE,
    DOUBLE,
    INT,
    LEVEL,
    LONG,
    SHORT,
    SINGLE,
    checked,
)
from dukou.engine.kernel.layout import Fill, Scan

if TYPE_CHECKING:
    from dukou.engine.fill import Field


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


class Scanned(NamedTuple):
    """What `Kernel.scan` reads of notes whoever the reader is, found once for many pages."""

    part: Scan
    arrays: tuple[Any, ...]
    """Those of which `part` says where they lie: kept from being taken away."""

    @classmethod
    def of(
        cls, levels: Any, *, topic_set: Ints, steps: Singles, author: Ints, language: Ints
    ) -> "Scanned":
        """The columns of all notes; shape (notes, ...)."""
        notes, width = levels.shape
        part = Scan(notes=notes, width=width)
        part.topic_set = checked("topic_set", topic_set, INT, notes)
        part.levels = checked("levels", levels, LEVEL, notes * width)
        part.steps = checked("steps", steps, SINGLE, notes)
        part.author = checked("author", author, INT, notes)
        part.language = checked("language", language, SHORT, notes)
        return cls(part, (levels, topic_set, steps, author, language))


def part_of_fill(field: "Field") -> Fill:
    """What `Kernel.fill` reads of the field whatever its score and the rules: good as long as the
    field's arrays are there."""
    notes, width = field.levels.shape
    begin, topic = field.topics.starts, field.topics.topics
    part = Fill(notes=notes, width=width)
    part.author = checked("authors", field.authors, LONG, notes)
    part.unseen = checked("unseen", field.unseen, BYTE, notes)
    part.levels = checked("levels", field.levels, LEVEL, notes * width)
    part.unit = checked("unit", field.unit, DOUBLE, notes)
    part.topic_set = checked("topic_sets", field.topic_sets, LONG, notes)
    part.begin = checked("starts", begin, INT, len(begin))
    part.topic = checked("topics", topic, INT, len(topic))
    part.part = checked("part", field.part, DOUBLE, notes)
    part.author_likeness, part.penalty = field.author_likeness, field.penalty
    return part
