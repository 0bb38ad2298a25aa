"""The combinations of topics that notes carry, each stored once.

Notes with the same topics share one row here, so that matching a reader with 100,000 notes
costs one product over some thousand combinations and one look-up a note. A combination holds the
topics that a note has now and those that it has left: it is matched, capped and paid for by all.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

from dukou.engine.arrays import Bools, Floats, Ints, Singles
from dukou.engine.errors import UnknownTopic
from dukou.engine.kernel import Kernel


class Entries(NamedTuple):
    """Every topic of every combination, in order of combinations, and what a liking counts."""

    starts: Any
    """Where the topics of each combination begin, int32; the last says where all end."""
    topics: Any
    """Rising in each combination; int32."""
    counts: Floats
    """What a liking of a topic counts, by the number of topics that the note has."""
    end: int
    """One more than the highest topic."""

    def having(self, indices: Ints) -> Bools:
        """Which topics some combinations have, of those that any of them has; shape
        (len(indices), topics)."""
        counts = self.starts[indices + 1] - self.starts[indices]
        before = np.cumsum(counts) - counts
        places = np.arange(int(counts.sum())) + np.repeat(self.starts[indices] - before, counts)
        used, topic = np.unique(self.topics[places], return_inverse=True)
        found = np.zeros((len(indices), len(used)), dtype=bool)
        found[np.repeat(np.arange(len(indices)), counts), topic] = True
        return found


_FREE = 3
"""Topics that a note may carry without any of them counting less than for a good match."""


class TopicSets:
    """Index of topic combinations; the first, 0, is the empty one."""

    def __init__(self, kernel: Kernel | None = None) -> None:
        self._kernel = kernel
        self._sets: list[tuple[int, ...]] = [()]
        self._parts: list[tuple[tuple[int, ...], tuple[int, ...]]] = [((), ())]
        self._index_of = {self._parts[0]: 0}
        self._entries: Entries | None = None
        self._having: dict[int, Bools] = {}

    def __len__(self) -> int:
        return len(self._sets)

    def __getitem__(self, index: int) -> tuple[int, ...]:
        """The topics that notes of the combination have now."""
        return self._parts[index][0]

    def left(self, index: int) -> tuple[int, ...]:
        """The topics that they have left."""
        return self._parts[index][1]

    def index(self, topics: Sequence[int], left: Sequence[int] = ()) -> int:
        """The index of a combination, given one if it is new.

        Raises: UnknownTopic: an index below 0.
        """
        now = _rising(topics)
        key = now, _rising(set(left).difference(now)) if left else ()
        found = self._index_of.get(key)
        if found is None:
            both = _rising((*key[0], *key[1]))
            if both[0] < 0:
                raise UnknownTopic(both[0])
            found = self._index_of[key] = len(self._sets)
            self._sets.append(both)
            self._parts.append(key)
            self._entries = None
        return found

    def affinity(self, topics: Singles) -> Singles:
        """Match of each combination with a reader's liking of each topic; shape (sets,).

        A note with k topics counts each by 1/√k, and from the fourth on by √3/k: then more
        topics only bring the match nearer to the mean, so that piling them up gains nothing.
        """
        entries = self.entries
        liking = np.zeros(max(entries.end, len(topics)))
        liking[: len(topics)] = topics
        if self._kernel is not None:
            return self._kernel.affinity(liking, entries)
        return _affinity(liking, entries)

    def sizes(self, indices: Ints) -> Ints:
        """Topics of some combinations; same shape."""
        starts = self.entries.starts
        return np.asarray(starts[indices + 1] - starts[indices])

    def having(self, topic: int) -> Bools:
        """Which combinations contain the topic; shape (sets,)."""
        known = self._having.get(topic)
        if known is None or len(known) != len(self):
            names = self._sets
            known = np.fromiter((topic in some for some in names), dtype=bool, count=len(names))
            self._having[topic] = known
        return known

    @property
    def entries(self) -> Entries:
        """Every topic of every combination."""
        if self._entries is None:
            sizes = np.array([len(names) for names in self._sets], dtype=np.int64)
            topics = np.array([t for names in self._sets for t in names], dtype=np.int64)
            root = np.sqrt(np.maximum(np.arange(int(sizes.max()) + 1), 1))
            self._entries = Entries(
                starts=np.concatenate(([0], np.cumsum(sizes))).astype(np.int32),
                topics=topics.astype(np.int32),
                counts=np.minimum(1.0, _FREE**0.5 / root) / root,
                end=int(topics.max(initial=-1)) + 1,
            )
        return self._entries


def _rising(topics: Iterable[int]) -> tuple[int, ...]:
    """Each topic once."""
    return tuple(sorted({int(topic) for topic in topics}))


def _affinity(liking: Floats, entries: Entries) -> Singles:
    sizes = np.diff(entries.starts)
    owners = np.repeat(np.arange(len(sizes)), sizes)
    found = np.bincount(owners, liking.take(entries.topics), minlength=len(sizes))
    return np.asarray(found * entries.counts[sizes], dtype=np.float32)
