"""What members did with notes and what they were shown, as weights and aims of pairs.

Given only what members did, an event aims at one by its weight; it may weigh the less the
likelier it was to be seen. Given also what they were shown, with v the chance that a showing was
seen and m the place's mean engagement for each note seen, a pair expects v·m; it aims at
(engagement / expected) - 1 and weighs what was expected. In expectation this is by how many times
the member is likelier to engage once they see the note than is usual: to be shown more says
nothing by itself, and the weights take back the variance of dividing by a small chance. Sources:
Schnabel et al. 2016 (arXiv 1602.05352) and Saito et al. 2020 (arXiv 1909.03601) for learning by
inverse propensity; Joachims et al. 2017 (arXiv 1608.04468) for the chance that a slot is seen.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from dukou.engine.arrays import Bools, Floats, Ints
from dukou.engine.errors import ShapeMismatch
from dukou.engine.least_squares import Seen
from dukou.engine.sorted_ids import places_of


@dataclass(frozen=True, slots=True)
class Events:
    """Who engaged with what: ids, weight (0 and up) and the chance that it was seen.

    All of shape (events,). Several events of a pair add up. `propensities` are for learning
    without `Showings`, and left out of account beside them.
    """

    members: Ints
    notes: Ints
    weights: Floats
    propensities: Floats | None = None

    def __post_init__(self) -> None:
        _same_length(self, "notes", "weights", "propensities")


@dataclass(frozen=True, slots=True)
class Showings:
    """Who was shown what: every served slot, liked or not, and the chance that it was seen.

    All of shape (slots,). `exposures`: 0 to 1; `Slot.exposure`, or 1 and 0 where a beacon told.
    `chosen`: whether the member chose what would be shown, by whom they follow, by a topic, or by
    coming when a note was new. Such a slot tells of the member, who passed by or did not, and
    nothing of the note: a ring would be shown its own notes all day.
    """

    members: Ints
    notes: Ints
    exposures: Floats
    chosen: Bools | None = None

    def __post_init__(self) -> None:
        _same_length(self, "notes", "exposures", "chosen")

    def of_ranker(self) -> "Showings":
        """Those that the member did not choose."""
        if self.chosen is None:
            return self
        kept = ~np.asarray(self.chosen, dtype=bool)
        return Showings(self.members[kept], self.notes[kept], self.exposures[kept])


@dataclass(frozen=True, slots=True)
class Engagement:
    """What was done and, where it is known, what was shown.

    `least_propensity` bounds how much an event or a showing that was unlikely to be seen may
    weigh.
    """

    events: Events
    showings: Showings | None
    least_propensity: float

    @property
    def member_ids(self) -> Ints:
        """Members who did something or were shown something, in ascending order."""
        found = np.unique(self.events.members)
        return found if self.showings is None else np.union1d(found, self.showings.members)

    @property
    def note_ids(self) -> Ints:
        """Notes that were engaged with or shown, in ascending order."""
        found = np.unique(self.events.notes)
        return found if self.showings is None else np.union1d(found, self.showings.notes)

    def mean(self) -> float:
        """Engagement for each time that a note is seen, over the whole place; 0 where it is not
        known what was shown. Of what members chose only where there is nothing else."""
        if self.showings is None or not self.showings.exposures.any():
            return 0.0
        shown = self.showings.of_ranker()
        if not shown.exposures.any():
            shown = self.showings
        members, notes = self.member_ids, self.note_ids
        pair, _ = _pairs(self.events, members, notes)
        served = np.isin(pair, _pairs(shown, members, notes)[0])
        return float(self.events.weights[served].sum() / shown.exposures.sum())

    def seen(
        self, member_ids: Ints, note_ids: Ints, *, mean: float, only_served: bool = False
    ) -> Seen:
        """Weights and aims of members (rows) and notes (columns); other pairs are left out.

        Args:
            mean: of the place, as `mean()` gives it.
            only_served: leaves out what members chose to be shown, and events on notes that the
                member was not served, where it is known what they were served: who likes what
                they were not shown chose to.
        """
        pairs, inside = _pairs(self.events, member_ids, note_ids)
        weights = aims = self._weights()[inside]
        if self.showings is not None:
            showings = self.showings.of_ranker() if only_served else self.showings
            shown, within = _pairs(showings, member_ids, note_ids)
            exposures = np.clip(showings.exposures[within], self.least_propensity, 1.0)
            expected = exposures * mean
            served = np.isin(pairs, shown)
            if only_served:
                pairs, aims, served = pairs[served], aims[served], served[served]
                weights = aims
            weights = np.concatenate((np.where(served, 0.0, weights), expected))
            aims = np.concatenate((aims, -expected))
            pairs = np.concatenate((pairs, shown))
        return _summed(pairs, weights, aims, shape=(len(member_ids), len(note_ids)))

    def _weights(self) -> Floats:
        """What each event weighs; by the inverse chance that it was seen, if only that is known."""
        events = self.events
        if events.propensities is None or self.showings is not None:
            return np.asarray(events.weights, dtype=np.float64)
        weighed: Floats = events.weights / np.clip(events.propensities, self.least_propensity, 1.0)
        total = weighed.sum()
        return weighed * (events.weights.sum() / total) if total > 0.0 else weighed


def _pairs(columns: Events | Showings, member_ids: Ints, note_ids: Ints) -> tuple[Ints, Bools]:
    """A number for each pair whose ids are both known, and which pairs these are."""
    row, known_row = places_of(columns.members, member_ids)
    column, known_column = places_of(columns.notes, note_ids)
    inside = known_row & known_column
    return (row * len(note_ids) + column)[inside], inside


def _summed(pairs: Ints, weights: Floats, aims: Floats, *, shape: tuple[int, int]) -> Seen:
    """All that is known of each pair in one entry."""
    at = np.divmod(pairs, max(shape[1], 1))
    held = csr_array((weights, at), shape=shape)
    aimed = csr_array((aims, at), shape=shape)
    held.sum_duplicates()
    aimed.sum_duplicates()
    nothing = held.data <= 0.0
    aimed.data[nothing] = 0.0
    held.data[nothing] = _NEXT_TO_NOTHING
    return Seen(held, aimed.data)


_NEXT_TO_NOTHING = 1e-6


def _same_length(columns: Events | Showings, *names: str) -> None:
    for name in names:
        column = getattr(columns, name)
        if column is not None and len(column) != len(columns.members):
            raise ShapeMismatch(name, (len(column),), (len(columns.members),))
