"""Exposure by hour and clause: the account that windows, forecasts and the audit are read from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np

from dukou.engine.arrays import Floats
from dukou.engine.errors import StateError


@dataclass(slots=True)
class Hour:
    """What was served in one hour; arrays by clause, shape (clauses,).

    `delivered` and `base`: exposure of the clause's providers, and of all, on its readers'
    pages. `plain`: what its providers would have had without the contract. `readers_pages`:
    its readers' pages; `readers_outside`: those after which the reader's own account lay
    outside their band. `exposure`, `pages`: of all readers.
    """

    delivered: Floats
    base: Floats
    plain: Floats
    readers_pages: Floats
    readers_outside: Floats
    exposure: float = 0.0
    pages: int = 0

    @classmethod
    def empty(cls, clauses: int) -> Self:
        """An hour in which nothing was served."""
        delivered, base, plain, readers_pages, readers_outside = np.zeros((5, clauses))
        return cls(delivered, base, plain, readers_pages, readers_outside)

    def add(self, other: "Hour") -> None:
        """Takes in what another process served in the same hour."""
        self.delivered += other.delivered
        self.base += other.base
        self.plain += other.plain
        self.readers_pages += other.readers_pages
        self.readers_outside += other.readers_outside
        self.exposure += other.exposure
        self.pages += other.pages

    def to_dict(self) -> dict[str, Any]:
        """Plain lists and numbers."""
        return {
            "delivered": _rounded(self.delivered),
            "base": _rounded(self.base),
            "plain": _rounded(self.plain),
            "readers_pages": _rounded(self.readers_pages),
            "readers_outside": _rounded(self.readers_outside),
            "exposure": round(self.exposure, 4),
            "pages": self.pages,
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any], clauses: int) -> Self:
        """The hour that `to_dict` wrote.

        Raises: StateError: a column is missing or of another length.
        """

        def column(name: str) -> Floats:
            found = np.array(values.get(name, []), dtype=np.float64)
            if found.shape != (clauses,):
                raise StateError("hour", f"{name} has shape {found.shape}, not ({clauses},)")
            return found

        return cls(
            delivered=column("delivered"),
            base=column("base"),
            plain=column("plain"),
            readers_pages=column("readers_pages"),
            readers_outside=column("readers_outside"),
            exposure=float(values.get("exposure", 0.0)),
            pages=int(values.get("pages", 0)),
        )


@dataclass(slots=True)
class Ledger:
    """Hours by their beginning (milliseconds, in the place's zone), for so many clauses."""

    clauses: int
    hours: dict[int, Hour] = field(default_factory=dict)

    def hour(self, start: int) -> Hour:
        """The hour that began then, opened if need be."""
        found = self.hours.get(start)
        if found is None:
            found = self.hours[start] = Hour.empty(self.clauses)
        return found

    def copy(self) -> "Ledger":
        """A ledger with the same hours, independent of this one."""
        fresh = Ledger(self.clauses)
        fresh.add(self)
        return fresh

    def add(self, other: "Ledger") -> None:
        """Takes in another ledger of the same clauses."""
        for start, hour in other.hours.items():
            self.hour(start).add(hour)

    def between(self, start: int, end: int) -> Hour:
        """Sums over the hours that began from `start` to before `end`."""
        total = Hour.empty(self.clauses)
        for begun, hour in self.hours.items():
            if start <= begun < end:
                total.add(hour)
        return total

    def bases(self, clause: int | None) -> dict[int, float]:
        """Exposure on the pages of the clause's readers, or of all without one, by hour."""
        if clause is None:
            return {start: hour.exposure for start, hour in self.hours.items()}
        return {start: float(hour.base[clause]) for start, hour in self.hours.items()}

    def exposure(self, start: int, end: int) -> float:
        """Exposure of all pages in the hours that began from `start` to before `end`."""
        return sum(hour.exposure for at, hour in self.hours.items() if start <= at < end)

    def forget(self, before: int) -> None:
        """Drops the hours that began before then."""
        for start in [start for start in self.hours if start < before]:
            del self.hours[start]

    def renamed(self, old: tuple[str, ...], new: tuple[str, ...]) -> "Ledger":
        """The same hours for another set of clauses; what is not known is zero."""
        ledger = Ledger(len(new))
        pairs = [(old.index(name), at) for at, name in enumerate(new) if name in old]
        for start, hour in self.hours.items():
            fresh = ledger.hour(start)
            fresh.exposure, fresh.pages = hour.exposure, hour.pages
            for was, at in pairs:
                fresh.delivered[at] = hour.delivered[was]
                fresh.base[at] = hour.base[was]
                fresh.plain[at] = hour.plain[was]
                fresh.readers_pages[at] = hour.readers_pages[was]
                fresh.readers_outside[at] = hour.readers_outside[was]
        return ledger

    def to_dict(self) -> dict[str, Any]:
        """Hours by their beginning, as plain lists and numbers."""
        return {str(start): hour.to_dict() for start, hour in sorted(self.hours.items())}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any], clauses: int) -> Self:
        """The ledger that `to_dict` wrote.

        Raises: StateError: an hour does not have the expected form.
        """
        hours = {int(start): Hour.from_dict(hour, clauses) for start, hour in values.items()}
        return cls(clauses, hours)


def _rounded(values: Iterable[float]) -> list[float]:
    return [round(float(value), 4) for value in values]
