"""The dictionary from the other side: which Chinese words an English one stands in the glosses of.

The index is made on first use, in about a second, and holds hashes and places only.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dukou.language.gloss.dictionary import Entry, entry_at, lines
from dukou.language.gloss.senses import Sense

#: Glosses of more words are descriptions, not something that a text says.
LONGEST = 4
# One to four bare words between slashes and semicolons, with brackets before or after them.
_GLOSS = re.compile(
    rb"(?<=[/;]) ?(?:\([^()/]*\) )?(?:(?:to be|to|a|an|the|be) (?=[a-z]))?"
    rb"([A-Za-z][A-Za-z'.-]*(?: [A-Za-z'.-]+){0,4}?)"
    rb"(?:,? etc| sth| sb| of)?(?: \([^()/]*\))?(?=[/;!])"
)


class Counterpart(NamedTuple):
    """A Chinese entry, its sense that has the English words, and that sense's place in it."""

    entry: Entry
    sense: Sense
    place: int


@lru_cache(maxsize=4096)
def counterparts(gloss: str) -> tuple[Counterpart, ...]:
    """All Chinese entries that have these English words (lower case, bare) as a gloss."""
    return tuple(
        Counterpart(entry, sense, place)
        for start in _starts(gloss)
        for entry in (entry_at(start),)
        for place, sense in enumerate(entry.senses)
        if sense.says_meaning and gloss in sense.glosses
    )


@lru_cache(maxsize=65536)
def is_gloss(gloss: str) -> bool:
    """True if the dictionary has these English words as a gloss of some Chinese word."""
    return bool(_starts(gloss))


def _starts(gloss: str) -> list[int]:
    hashes, starts = _index()
    wanted = np.int64(hash(gloss))
    first, last = hashes.searchsorted(wanted, "left"), hashes.searchsorted(wanted, "right")
    return [int(start) for start in dict.fromkeys(starts[first:last].tolist())]


@cache
def _index() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Hashes of glosses, sorted, and the lines they stand in; `counterparts` looks closer."""
    hashes: list[int] = []
    starts: list[int] = []
    for start, line in lines():
        place = line.index(b"/")
        for match in _GLOSS.finditer(line, place):
            for gloss in match.group(1).decode().lower().split(" or "):
                hashes.append(hash(gloss))
                starts.append(start)
    table = np.array(hashes, dtype=np.int64)
    order = np.argsort(table, kind="stable")
    return table[order], np.array(starts, dtype=np.int64)[order]
