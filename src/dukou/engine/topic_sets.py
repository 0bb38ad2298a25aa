"""The combinations of topics that notes carry, each stored once.

Notes with the same topics share one row here, so that matching a reader with 100,000 notes
costs one product over some thousand combinations and one look-up a note.
"""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from dukou.engine.arrays import Bools, Ints, Singles


class TopicSets:
    """Index of topic combinations; the first, 0, is the empty one."""

    def __init__(self) -> None:
        self._sets: list[tuple[int, ...]] = [()]
        self._index_of: dict[tuple[int, ...], int] = {(): 0}
        self._matrix: csr_array | None = None
        self._having: dict[int, Bools] = {}

    def __len__(self) -> int:
        return len(self._sets)

    def __getitem__(self, index: int) -> tuple[int, ...]:
        return self._sets[index]

    def index(self, topics: Sequence[int]) -> int:
        """The index of a combination, given one if it is new."""
        key = tuple(sorted({int(topic) for topic in topics}))
        found = self._index_of.get(key)
        if found is None:
            found = self._index_of[key] = len(self._sets)
            self._sets.append(key)
            self._matrix = None
        return found

    def affinity(self, topics: Singles) -> Singles:
        """Match of each combination with a reader's liking of each topic; shape (sets,).

        A note with k topics counts each by 1/√k, so that piling up topics gains nothing.
        """
        matrix = self.matrix
        liking = np.zeros(matrix.shape[1], dtype=np.float32)
        known = min(len(topics), len(liking))
        liking[:known] = topics[:known]
        found: Singles = matrix @ liking
        return found

    def likeness(self, indices: Ints) -> Singles:
        """Cosine between the combinations; shape (len(indices), len(indices))."""
        some = self.matrix[indices]
        found: Singles = (some @ some.T).toarray()
        return found

    def having(self, topic: int) -> Bools:
        """Which combinations contain the topic; shape (sets,)."""
        known = self._having.get(topic)
        if known is None or len(known) != len(self):
            names = self._sets
            known = np.fromiter((topic in some for some in names), dtype=bool, count=len(names))
            self._having[topic] = known
        return known

    @property
    def matrix(self) -> csr_array:
        """Combinations as unit rows; shape (sets, topics)."""
        if self._matrix is None:
            sizes = np.array([len(names) for names in self._sets])
            columns = np.array([t for names in self._sets for t in names], dtype=np.int64)
            values = np.repeat(1 / np.sqrt(np.maximum(sizes, 1)), sizes).astype(np.float32)
            starts = np.concatenate(([0], np.cumsum(sizes)))
            width = int(columns.max()) + 1 if len(columns) else 1
            self._matrix = csr_array((values, columns, starts), shape=(len(self), width))
        return self._matrix
