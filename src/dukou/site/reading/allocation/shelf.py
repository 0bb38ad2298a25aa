"""What one snapshot knows of notes, members and groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from dukou.engine import Cohort, Place
from dukou.engine.calibration import Line
from dukou.engine.content import Content, fold_in_interests
from dukou.engine.snapshot import Snapshot
from dukou.language import tags
from dukou.site.reading.allocation.snapshots import learning_of

MOST_FOLDED = 20_000


class Shelf:
    """One snapshot, which never becomes another; without any, everything is zero."""

    def __init__(self, snapshot: Snapshot | None = None) -> None:
        arrays = snapshot.arrays if snapshot is not None else {}
        facts = snapshot.facts if snapshot is not None else {}
        self.snapshot = snapshot
        self.content = Content.of_arrays(arrays)
        self.width = int(arrays["notes"].shape[1]) if snapshot is not None else 0
        self._folded: dict[int, tuple[object, np.ndarray]] = {}
        topics = arrays.get("topic_ids", np.zeros(0, dtype=np.int64))
        self._topic_at = {topic: at for at, topic in enumerate(topics.tolist())}
        self._language_at = {tag: at for at, tag in enumerate(facts.get("languages", []))}

    def of_member(self, member_id: int) -> np.ndarray:
        """The member's factors; empty while nothing was learnt of them."""
        return self._row("member_ids", "members", member_id)

    def of_new_member(
        self, member_id: int, liking: Mapping[int, float], taps: Mapping[int, float], *, as_of: Any
    ) -> np.ndarray:
        """Factors of a member of whom nothing was learnt yet, from what they said they like and
        what they tapped first; kept while `as_of` is the same object.

        Args:
            liking: by topic, 0 to 1.
            taps: by note, the weight of what they did with it.
        """
        kept = self._folded.get(member_id)
        if kept is not None and kept[0] is as_of:
            return kept[1]
        if len(self._folded) >= MOST_FOLDED:
            self._folded.clear()
        found = self._folded_in(liking, taps)
        self._folded[member_id] = as_of, found
        return found

    def of_notes(self, note_ids: Sequence[int]) -> np.ndarray:
        """The notes' factors, zeros for those that are not in it; shape (notes, width)."""
        found = np.zeros((len(note_ids), self.width), dtype=np.float32)
        at, known = self._places("note_ids", note_ids)
        if self.snapshot is not None and known.any():
            found[known] = self.snapshot.arrays["notes"][at[known]]
        return found

    def of_new_notes(
        self,
        topics: Sequence[Sequence[int]],
        languages: Sequence[str],
        authors: np.ndarray,
        texts: np.ndarray,
    ) -> np.ndarray:
        """Factors of notes of which nothing was learnt, from their content alone."""
        if self.content is None:
            return np.zeros((len(topics), self.width), dtype=np.float32)
        known = [[self._topic_at[t] for t in some if t in self._topic_at] for some in topics]
        spoken = np.array([self._language_at.get(tag, -1) for tag in languages], dtype=np.int64)
        return self.content.factors(known, spoken, authors, texts=texts)

    def bridging_of(self, note_ids: Sequence[int]) -> np.ndarray:
        """How far each note is liked across those who usually disagree, -1 to 1; 0 if unknown."""
        found = np.zeros(len(note_ids), dtype=np.float32)
        at, known = self._places("bridging_ids", note_ids)
        if self.snapshot is not None and known.any():
            found[known] = self.snapshot.arrays["bridging"][at[known]]
        return found

    @property
    def chances(self) -> np.ndarray | None:
        """Measured chance that each slot is seen; None where too little was told."""
        if self.snapshot is None or "slot_chances" not in self.snapshot.arrays:
            return None
        return np.asarray(self.snapshot.arrays["slot_chances"], dtype=np.float64)

    def line_of(self, cohort: Cohort, place: Place) -> Line | None:
        """What scores of each language are worth to readers of the cohort; None where nothing was
        learnt. Lines are relative: the place's mean is slope 1 and offset 0."""
        if self.snapshot is None or "calibration_slope" not in self.snapshot.arrays:
            return None
        facts, arrays = self.snapshot.facts, self.snapshot.arrays
        group = group_of(cohort)
        if group not in facts["calibration_groups"]:
            return None
        row = facts["calibration_groups"].index(group)
        at = {tag: column for column, tag in enumerate(facts["calibration_languages"])}
        slope, offset = np.ones(len(place.languages)), np.zeros(len(place.languages))
        for index, tag in enumerate(place.languages):
            column = at.get(tags.base(tag))
            if column is not None:
                slope[index] = arrays["calibration_slope"][row, column]
                offset[index] = arrays["calibration_offset"][row, column]
        return Line(slope, offset)

    def _folded_in(self, liking: Mapping[int, float], taps: Mapping[int, float]) -> np.ndarray:
        nothing = np.zeros(0, dtype=np.float32)
        if self.content is None or self.snapshot is None:
            return nothing
        wanted = np.zeros((1, len(self._topic_at)))
        for topic, weight in liking.items():
            if topic in self._topic_at:
                wanted[0, self._topic_at[topic]] = weight
        at, known = self._places("note_ids", list(taps))
        mean = float(self.snapshot.facts.get("mean", 0.0))
        if not wanted.any() and not known.any():
            return self._stranger(mean)
        notes = np.asarray(self.snapshot.arrays["notes"])
        weights = np.array(list(taps.values()), dtype=np.float64)[known]
        rows = np.zeros(int(known.sum()), dtype=np.int64)
        tapped = csr_array((weights, (rows, at[known])), shape=(1, len(notes)))
        settings = learning_of(self.snapshot)
        found = fold_in_interests(self.content, notes, wanted, settings, taps=tapped, mean=mean)
        return np.asarray(found[0], dtype=np.float32)

    def _stranger(self, mean: float) -> np.ndarray:
        """Of whom nothing is known: what everybody likes about a note, where that was learnt."""
        if mean <= 0.0:
            return np.zeros(0, dtype=np.float32)
        found = np.zeros(self.width, dtype=np.float32)
        found[-1] = 1.0
        return found

    def _row(self, ids: str, values: str, wanted: int) -> np.ndarray:
        at, known = self._places(ids, [wanted])
        if self.snapshot is None or not known[0]:
            return np.zeros(0, dtype=np.float32)
        return np.array(self.snapshot.arrays[values][at[0]], dtype=np.float32)

    def _places(self, name: str, wanted: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
        """Where each id lies in a sorted array of the snapshot, and which are there at all."""
        sought = np.array(wanted, dtype=np.int64)
        ids = self.snapshot.arrays.get(name) if self.snapshot is not None else None
        if ids is None or not len(ids) or not len(sought):
            return np.zeros(len(sought), dtype=np.int64), np.zeros(len(sought), dtype=bool)
        at = np.minimum(np.searchsorted(ids, sought), len(ids) - 1)
        return at, np.asarray(ids[at] == sought)


def group_of(cohort: Cohort) -> str:
    """The group of readers that a line is learnt for: their language, and how they arrived."""
    return f"{cohort.base_language} {cohort.arrival}"
