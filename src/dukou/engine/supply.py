"""The notes at hand, put together by what matters to a contract: what could be shown at all."""

from dataclasses import dataclass

import numpy as np

from dukou.engine.arrays import Bools, Ints
from dukou.engine.contract import Contract
from dukou.engine.exposure import SLOTS
from dukou.engine.notes import LiveNotes
from dukou.engine.place import Cohort

_MOST_TOPICS = 12


@dataclass(frozen=True, slots=True)
class Supply:
    """Notes alike to every clause: `qualifies` says, by clause, whether topic and followers fit.

    `topics`: those of their topics that a cap could hold back. `alike`: authors of all notes that
    are alike but for these, by default `authors`: whoever writes about several of them is one.
    """

    cohort: Cohort
    qualifies: tuple[bool, ...]
    notes: int
    authors: int
    topics: tuple[str, ...] = ()
    alike: int | None = None

    @property
    def authors_alike(self) -> int:
        """Authors of all notes that differ from these by topic alone."""
        return self.authors if self.alike is None else self.alike


def supply_of(notes: LiveNotes, contract: Contract) -> tuple[Supply, ...]:
    """The live notes by cohort, by what the clauses say of them, and by topics under a cap."""
    rows = np.arange(len(notes))
    cohorts, authors = notes.column("cohort").astype(np.int64), notes.column("author")
    flags = np.zeros((len(rows), len(contract.shares)), dtype=bool)
    for at, clause in enumerate(contract.shares):
        flags[:, at] = notes.qualifying(clause.providers, rows)
    kinds = np.column_stack((cohorts, flags))
    alike = np.unique(kinds, axis=0, return_inverse=True)[1].ravel()
    topics = _topics_that_fill(notes, contract, alike)
    having = np.zeros((len(rows), len(topics)), dtype=bool)
    for at, topic in enumerate(topics):
        having[:, at] = _about(notes, topic)
    parts = np.column_stack((kinds, having))
    _, first, of_part = np.unique(parts, axis=0, return_index=True, return_inverse=True)
    of_part = of_part.ravel()
    sizes, of_sizes = np.bincount(of_part), _authors(of_part, authors)
    of_alike = _authors(alike, authors)[alike[first]]
    return tuple(
        Supply(
            cohort=notes.place.cohort(int(cohorts[row])),
            qualifies=tuple(flags[row].tolist()),
            notes=int(sizes[at]),
            authors=int(of_sizes[at]),
            topics=tuple(
                notes.place.topics[topic]
                for topic, has in zip(topics, having[row].tolist(), strict=True)
                if has
            ),
            alike=int(of_alike[at]),
        )
        for at, row in enumerate(first.tolist())
    )


def _authors(kinds: Ints, authors: Ints) -> Ints:
    """Authors of the notes of each kind; shape (kinds,)."""
    of = int(authors.max(initial=0)) + 1
    return np.bincount(np.unique(kinds * of + authors) // of)


def _topics_that_fill(notes: LiveNotes, contract: Contract, alike: Ints) -> list[int]:
    """Topics of more than their share of some kind of notes, by index, the fullest first.

    A kind that is about a topic less than the cap allows can be shown evenly, and the cap is
    kept: only the others need telling apart.
    """
    cap = contract.topic_cap
    if cap is None or not len(alike):
        return []
    sizes = np.bincount(alike)
    fullest = {
        topic: float((np.bincount(alike[_about(notes, topic)], minlength=len(sizes)) / sizes).max())
        for topic in range(len(notes.place.topics))
    }
    least = min(cap.share, cap.per_page / SLOTS)
    over = [topic for topic, part in fullest.items() if part > least]
    return sorted(sorted(over, key=lambda topic: (-fullest[topic], topic))[:_MOST_TOPICS])


def _about(notes: LiveNotes, topic: int) -> Bools:
    return np.asarray(notes.topic_sets.having(topic)[notes.column("topic_set")])
