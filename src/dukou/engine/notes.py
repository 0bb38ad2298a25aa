"""The live notes: their columns, and what is worked out of them once for many pages."""

from datetime import datetime
from typing import NamedTuple

import numpy as np

from dukou.engine.arrays import Bools, Ints, Singles
from dukou.engine.clock import millis
from dukou.engine.config import EngineConfig
from dukou.engine.groups import Group
from dukou.engine.kernel import Among
from dukou.engine.note_columns import NoteColumns
from dukou.engine.place import Cohort

_STATIC_STEP_MS = 60_000
_READABLE_KEPT = 8
_FEW = 16
"""A group with fewer than one in so many of the notes is looked through by its own rows."""


class LiveNotes(NoteColumns):
    """Columnar index of the notes that can be shown.

    Rows move when notes are removed: keep ids, never rows. `lock` guards every change and
    every scan; `rank` takes it by itself.
    """

    def copies_of(self, group: int) -> list[int]:
        """Rows of the near-copies in a group: first the one whose id is the group's number, then
        the first published, then by id."""

        def ordered() -> list[int]:
            published, row_of = self.column("published"), self._row_of
            ids = sorted(
                self._copies.get(group, ()),
                key=lambda one: (one != group, int(published[row_of[one]]), one),
            )
            return [row_of[one] for one in ids]

        return self.kept(("copies", group), ordered)

    def median_followers(self) -> float:
        """Median follower count over authors with live notes."""

        def median() -> float:
            latest = np.full(len(self.author_ids), -1, dtype=np.int32)
            latest[self.column("author")] = self.column("followers")
            live = latest[latest >= 0]
            return float(np.median(live)) if len(live) else 0.0

        return self.kept("median followers", median)

    def author_parts(self) -> Singles:
        """One in the live notes of each note's author; shape (notes,)."""

        def parts() -> Singles:
            found = 1.0 / np.maximum(self.author_counts(), 1)
            return np.asarray(found[self.column("author")], dtype=np.float32)

        return self.kept("author parts", parts)

    def author_counts(self) -> Ints:
        """Live notes of every author, by index; shape (authors,)."""
        size = len(self.author_ids)
        return self.kept(
            "author counts", lambda: np.bincount(self.column("author"), minlength=size)
        )

    def author_count(self) -> int:
        """Authors with live notes."""
        return self.kept("author count", lambda: int(np.count_nonzero(self.author_counts())))

    def readable_score(self, config: EngineConfig, now: datetime, bias: Singles) -> Singles:
        """What is the same for every reader (freshness, quality and bridging), and what each
        language is worth to this one; shape (notes,).

        Many readers read the same languages, so the latest few are kept: not to be written to.
        """
        static = self._static(config, now)
        key = bias.tobytes()
        found = static.readable.get(key)
        if found is None:
            if len(static.readable) >= _READABLE_KEPT:
                static.readable.clear()
            found = static.readable[key] = static.score + bias.take(self.column("language"))
        return found

    def _static(self, config: EngineConfig, now: datetime) -> "_Static":
        minute = millis(now) // _STATIC_STEP_MS
        found = self._kept.get("static")
        if found is None or found.minute != minute or found.config != config:
            score = self.freshness(config, now)
            score *= np.float32(config.freshness_weight)
            score += np.float32(config.quality_weight) * self.column("quality")
            score += np.float32(config.bridging_weight) * self.column("bridging")
            found = self._kept["static"] = _Static(minute, config, score, {})
        return found

    def newest(self) -> int:
        """When the newest note was published, in milliseconds; 0 without any."""
        return self.kept("newest", lambda: int(self.column("published").max(initial=0)))

    def freshness(self, config: EngineConfig, now: datetime, rows: Ints | None = None) -> Singles:
        """1 for a note of this minute, halved every half-life."""
        minute = millis(now) // _STATIC_STEP_MS
        published = self.column("published")
        age = minute * _STATIC_STEP_MS - (published if rows is None else published[rows])
        hours = np.maximum(age, 0).astype(np.float32) / np.float32(3_600_000)
        fresh: Singles = np.exp2(-hours / np.float32(config.freshness_half_life_hours))
        return fresh

    def in_group(self, group: Group, rows: Ints, *, reader: Cohort | None) -> Bools:
        """Which of the rows are provided by the group, for that reader; same shape as `rows`."""
        mask: Bools = group.cohort_mask(self.place.cohorts, reader)[self.column("cohort")[rows]]
        return mask if group.by_cohort_only else mask & self.qualifying(group, rows)

    def qualifying(self, group: Group, rows: Ints) -> Bools:
        """Which of the rows have the topic and followers of the group, whatever their cohort."""
        mask = np.ones(len(rows), dtype=bool)
        if group.followers_below is not None or group.followers_at_least is not None:
            followers = self.column("followers")[rows]
            mask &= group.follower_mask(followers, self.median_followers())
        if group.topic is not None:
            topic = self.place.known_topic(group.topic)
            having = self.topic_sets.having(-1 if topic is None else topic)
            mask &= having[self.column("topic_set")[rows]]
        return mask

    def group_mask(self, group: Group, *, reader: Cohort | None) -> Bools:
        """Which live notes are provided by the group, for that reader; shape (notes,)."""
        return self.kept(
            self._group_key(group, reader),
            lambda: self.in_group(group, np.arange(self.count), reader=reader),
        )

    def among(self, group: Group, *, reader: Cohort | None, inside: bool, size: int) -> Among:
        """So many of the group's live notes for that reader, or of the others, to be found."""

        def asked() -> Among:
            mask = self.group_mask(group, reader=reader)
            chosen = mask if inside else ~mask
            if _FEW * np.count_nonzero(chosen) < len(chosen):
                return Among(size, rows=np.flatnonzero(chosen))
            return Among.of_mask(size, chosen)

        return self.kept((inside, size, self._group_key(group, reader)), asked)

    def _group_key(self, group: Group, reader: Cohort | None) -> tuple[object, ...]:
        language = reader.base_language if reader is not None else None
        return (group, language, len(self.place.cohorts))


class _Static(NamedTuple):
    """What is the same for every reader in one minute, and for readers of the same languages."""

    minute: int
    config: EngineConfig
    score: Singles
    readable: dict[bytes, Singles]
