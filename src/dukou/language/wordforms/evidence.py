"""How much the words of a text speak for each of several languages."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dukou.language.wordforms.table import RAREST, Table, keys_of, shares_in

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
#: Added to every share, so that a word which a language lacks is unlikely there, not impossible.
#: Chosen with all else in `dukou.language.letters` on words of NTREX and of programs' messages.
_UNSEEN = RAREST


def evidence(text: str, *, among: Sequence[str]) -> dict[str, float]:
    """The logarithm of how likely the text's words are in each of these languages.

    A language without a list stands level with the likeliest that has one: nothing of its words is
    known, and its letters decide between the two.
    """
    tables = {language: table for language in among if (table := _table(language)) is not None}
    words = _words(text)
    if not tables or not words:
        return dict.fromkeys(among, 0.0)
    shares = _shares(tables.values(), words)
    unknown = [words[place] for place in np.flatnonzero(shares.max(axis=0) == 0)]
    parts = [part for word in unknown if "'" in word for part in word.split("'")]
    if parts:
        shares = np.hstack([shares, _shares(tables.values(), parts)])
    found = np.log(shares + _UNSEEN).sum(axis=1)
    return {
        **dict.fromkeys(among, float(found.max())),
        **dict(zip(tables, found.tolist(), strict=True)),
    }


def _shares(tables: Collection[Table], words: list[str]) -> NDArray[np.float64]:
    keys = keys_of(words)
    return np.array([shares_in(table, keys) for table in tables])


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).replace("’", "'").casefold())


@cache
def _table(language: str) -> Table | None:
    path = files(__package__).joinpath(f"{language}.npy")
    return np.asarray(np.load(str(path), mmap_mode="r")) if path.is_file() else None
