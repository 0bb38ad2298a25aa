"""The reader of a page: what they like, may see and have seen, and their own account."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from types import MappingProxyType
from typing import NamedTuple, Self

import numpy as np

from dukou.engine.arrays import Singles, is_finite
from dukou.engine.calibration import Line
from dukou.engine.errors import BadInput, NotFinite, StateError
from dukou.engine.place import Cohort, Place

DIAL_END = 2


def _nothing() -> Singles:
    return np.zeros(0, dtype=np.float32)


class Entry(NamedTuple):
    """A reader's account with one clause: exposure delivered, in all, the price, and when the
    window in which it counts began (milliseconds; 0 for no window)."""

    delivered: float = 0.0
    base: float = 0.0
    price: float = 0.0
    since: int = 0


@dataclass(frozen=True, slots=True)
class ReaderAccount:
    """A reader's own accounts and prices by clause id; old pages fade."""

    entries: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, clause: str) -> Entry:
        return self.entries.get(clause, Entry())

    def to_json(self) -> str:
        """The account as a JSON object of [delivered, base, price, since] by clause."""
        return json.dumps({name: list(entry) for name, entry in self.entries.items()})

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The account that `to_json` wrote.

        Raises: StateError: it has another form.
        """
        try:
            entries = {name: _entry(*values) for name, values in json.loads(text).items()}
        except (AttributeError, TypeError, ValueError, OverflowError) as error:
            raise StateError("reader account", str(error)) from error
        return cls(MappingProxyType(entries))


def _entry(delivered: float, base: float, price: float, since: int = 0) -> Entry:
    entry = Entry(float(delivered), float(base), float(price), int(since))
    if not isfinite(sum(entry)):
        raise ValueError("numbers that are not finite")
    return entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """All that `rank` knows of a reader.

    `topics`: liking of each topic, 0 to 1, by topic index; may be shorter than the place's.
    `languages`: how well each language reaches them, by language index (see `language_fit`).
    `authors`: liking of single authors, 0 to 1. `followed`: authors they follow.
    `dial`: -2 (my world) to 2 (across the river).
    `hidden`, `hidden_authors`: what they may or will not see; never shown.
    `session`: notes served in this session; never shown again in it.
    `seen`: notes seen before; shown only when nothing unseen is left.
    `calibration`: what their cohort's scores are worth, by language of the note.
    `counted`: False for visitors and bots, whose pages enter no account.

    Raises: BadInput: a dial outside its ends. NotFinite: likings, languages or factors with a
        number that is none: every note would score as nothing, and the page be any notes.
    """

    cohort: Cohort
    topics: Singles = field(default_factory=_nothing)
    languages: Singles = field(default_factory=_nothing)
    factors: Singles = field(default_factory=_nothing)
    authors: Mapping[int, float] = field(default_factory=lambda: MappingProxyType({}))
    followed: frozenset[int] = frozenset()
    dial: float = 0.0
    hidden: Sequence[int] = ()
    hidden_authors: Sequence[int] = ()
    session: Sequence[int] = ()
    seen: Sequence[int] = ()
    account: ReaderAccount = ReaderAccount()
    calibration: Line | None = None
    counted: bool = True

    def __post_init__(self) -> None:
        if not -DIAL_END <= self.dial <= DIAL_END:
            raise BadInput(f"dial {self.dial}, expected {-DIAL_END} to {DIAL_END}")
        for name in ("topics", "languages", "factors"):
            if not is_finite(getattr(self, name)):
                raise NotFinite(name)
        if not isfinite(sum(self.authors.values())):
            raise NotFinite("authors")


def language_fit(
    place: Place, *, reads: Iterable[str], translated: Iterable[str] = (), unknown: float = 0.7
) -> Singles:
    """How well each language of the place reaches a reader; shape (languages,).

    1 for a language they read, 0.7 for one that can be translated for them, `unknown` for
    `und`, 0 for the rest. `zh` also reaches a reader of `zh-Hant`: scripts can be converted.
    """
    reads, translated = set(reads), set(translated)
    bases = {code.split("-")[0] for code in reads}
    fit = np.zeros(len(place.languages), dtype=np.float32)
    for index, code in enumerate(place.languages):
        if code in reads or code.split("-")[0] in bases:
            fit[index] = 1.0
        elif code == "und":
            fit[index] = unknown
        elif code in translated or code.split("-")[0] in translated:
            fit[index] = 0.7
    return fit
