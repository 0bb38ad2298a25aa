"""Word forms of one language with how common each is, four bytes a word.

A table is a sorted array of whole numbers: 28 bits of the word's CRC-32, then four bits that say
how common it is, in steps of a factor e. One in some two thousand words that are not in it is taken
for another that is, mostly a rare one.
"""

import zlib
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.uint32]
Keys = NDArray[np.uint32]

#: The share of running words from which a word is listed: one in ten million.
RAREST = 1e-7
_CODES = 15
_KEY = 0xFFFFFFF0
_SHARES = np.concatenate([[0.0], RAREST * np.exp(np.arange(_CODES))])


def table_of(shares: Mapping[str, float]) -> Table:
    """The table of these words; `shares` are of all running words, 0 to 1."""
    common = {word: share for word, share in shares.items() if share >= RAREST}
    steps = np.rint(np.log(np.array(list(common.values()), dtype=float) / RAREST))
    codes = 1 + np.clip(steps, 0, _CODES - 1).astype(np.uint32)
    entries: Table = np.sort(keys_of(common) | codes)[::-1]
    # Of two words with one key, the more common one comes first and stays.
    _, first = np.unique(entries & _KEY, return_index=True)
    return entries[first]


def keys_of(words: Iterable[str]) -> Keys:
    """What words are looked up by. They are taken as they are: give them in lower case."""
    return np.array([zlib.crc32(word.encode()) & _KEY for word in words], dtype=np.uint32)


def shares_in(table: Table, keys: Keys) -> NDArray[np.float64]:
    """The share that each word has of running text, give or take 65 %; 0 if it is not listed."""
    # The last entry below the next key is the word's, if the table has it.
    found = table[np.searchsorted(table, keys | _CODES, side="right") - 1]
    return _SHARES[np.where((found ^ keys) <= _CODES, found & _CODES, 0)]
