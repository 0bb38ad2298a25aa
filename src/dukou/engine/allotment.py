"""How much may be promised to first notes: of what all pages can carry, and of that in one hour.

A wave may break in any hour, and nobody knows in its first minutes how many will come. So an hour
has an allotment, of which each note is promised a part at once; what is left of it when the hour
was quiet is shared out among its notes.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Self

from dukou.engine.contract import DebutClause

if TYPE_CHECKING:
    from dukou.engine.debut import Promise

HOUR_MS = 3_600_000
_OWED_PART = 0.45
"""Part of the slots for promises in a promise's time that may be owed at once.

A slot is worth some 0.7 of an impression. Where notes keep coming about half of what they were
promised is owed at any time, so that this part fills nearly all of those slots, less what readers
see of the notes by themselves. Chosen where as many read in every hour: of what 0.5 promised
there .98 was kept, of what 0.6 did .86."""
_HOUR_PART = 0.2
"""Part of what is not owed to others that the notes of one hour may be promised.

The steady part would be a twelfth with promises of twelve hours; the first hour of a wave may
take more than twice that, and what it takes leaves less for the next: room for a whole window
is never gone at once."""
_LONE_PART = 8
"""The first note of an hour is promised an eighth of the allotment at once, the second a
sixteenth, and so on: after a few the hour is not quiet."""
_MOST_NOTES = 80
"""As many notes are expected of an hour at the most; who comes when all is promised has none."""
_LEAST = 3
"""Impressions that a note is promised at least as long as the allotment suffices and its readers
are enough: in a small place smaller parts would be no promise worth the name."""


class Allotment(NamedTuple):
    """Impressions that the notes of one hour may be promised in all.

    `promised`: to the `notes` of it so far. `before`: notes of the hour before that were promised
    some.
    """

    whole: float
    promised: int
    notes: int
    before: int

    @classmethod
    def of(
        cls,
        hour: int,
        promises: Iterable["Promise"],
        clause: DebutClause,
        *,
        pages_expected: float,
        at: int,
    ) -> Self:
        """That of an hour (its number since the epoch) as it stands at a time (milliseconds).

        Args:
            pages_expected: pages of counted readers forecast for the clause's hours.
        """
        owed, promised, notes, before = 0.0, 0, 0, 0
        for promise in promises:
            if promise.deadline <= at:
                continue
            issued = promise.issued // HOUR_MS
            if issued == hour:
                promised += promise.impressions
                notes += 1
            else:
                owed += promise.missing
                before += issued == hour - 1
        room = _OWED_PART * clause.per_page * max(pages_expected, 0.0)
        return cls(_HOUR_PART * max(room - owed, 0.0), promised, notes, before)

    @property
    def left(self) -> float:
        """Impressions that may still be promised."""
        return max(self.whole - self.promised, 0.0)

    @property
    def next(self) -> float:
        """Impressions for the next note of the hour: the fewer, the more have come in it, or
        came in the hour before."""
        expected = max(_LONE_PART * (self.notes + 1), self.before)
        return min(max(self.whole / min(expected, _MOST_NOTES), _LEAST), self.left)


def shared_out(promised: Sequence[int], most: Sequence[int], left: float) -> list[int]:
    """Promises raised to one level, the highest that `left` impressions suffice for.

    Nothing is raised above its `most`, and nothing shrinks: who was promised more than the level
    keeps it.
    """

    def at_level(level: int) -> list[int]:
        return [max(has, min(level, top)) for has, top in zip(promised, most, strict=True)]

    low, high = 0, max(most, default=0)
    while low < high:
        level = (low + high + 1) // 2
        if sum(at_level(level)) - sum(promised) <= left:
            low = level
        else:
            high = level - 1
    return at_level(low)
