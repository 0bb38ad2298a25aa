"""Who a clause speaks of: small predicates over cohorts, topics and follower counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dukou.engine.arrays import Bools, Ints
from dukou.engine.place import Arrival, Cohort

SAME = "same"
"""In a provider group: the reader's own home language."""
MEDIAN: Literal["median"] = "median"
"""As a follower bound: the median over authors with live notes."""


@dataclass(frozen=True, slots=True)
class Group:
    """Members or notes with all of the attributes given; with none given, everyone.

    Readers are grouped by home language and arrival; providers also by the topic of the
    note and by the author's followers. `zh` takes in `zh-Hant`; `zh-Hant` only itself.
    """

    language: str | None = None
    arrival: Arrival | None = None
    topic: str | None = None
    followers_below: int | Literal["median"] | None = None
    followers_at_least: int | Literal["median"] | None = None

    @property
    def by_cohort_only(self) -> bool:
        """Whether cohorts alone decide who belongs."""
        return (
            self.topic is None and self.followers_below is None and self.followers_at_least is None
        )

    @property
    def is_nobody(self) -> bool:
        """Whether no number of followers lies inside the bounds."""
        least, below = self.followers_at_least or 0, self.followers_below
        if isinstance(least, int) and isinstance(below, int):
            return least >= below
        return below is not None and least == below

    def has_cohort(self, cohort: Cohort, reader: Cohort | None = None) -> bool:
        """Whether members of the cohort belong, for a reader of another or the same cohort."""
        if self.arrival is not None and cohort.arrival != self.arrival:
            return False
        if self.language is None:
            return True
        if self.language == SAME:
            return reader is not None and cohort.base_language == reader.base_language
        return self.language in (cohort.language, cohort.base_language)

    def cohort_mask(self, cohorts: Sequence[Cohort], reader: Cohort | None = None) -> Bools:
        """Which cohorts belong; shape (cohorts,)."""
        return np.fromiter(
            (self.has_cohort(cohort, reader) for cohort in cohorts), dtype=bool, count=len(cohorts)
        )

    def follower_mask(self, followers: Ints, median: float) -> Bools:
        """Which follower counts lie inside the bounds; same shape as `followers`."""
        mask = np.ones(len(followers), dtype=bool)
        if self.followers_below is not None:
            # A wave of people whom nobody follows yet must not empty the group: at least 1.
            below = max(median, 1.0) if self.followers_below == MEDIAN else self.followers_below
            mask &= followers < below
        if self.followers_at_least is not None:
            least = median if self.followers_at_least == MEDIAN else self.followers_at_least
            mask &= followers >= least
        return mask


EVERYONE = Group()
NEWCOMERS = Group(arrival="newcomer")
