"""Notes that were taken away: they go on counting in their author's day, and a note that comes back
is known again."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from dukou.engine.arrays import Ints


class FormerNotes:
    """What is remembered of notes that are live no more, by their ids."""

    def __init__(self) -> None:
        self.now: dict[int, int] = {}
        """What each note came back as."""
        self._gone: dict[int, dict[int, int]] = {}

    def __len__(self) -> int:
        return sum(len(notes) for notes in self._gone.values())

    def enter(
        self,
        ids: Sequence[int] | Ints,
        authors: Sequence[int] | Ints,
        published: Sequence[int] | Ints,
    ) -> None:
        """Remembers notes that were taken away.

        Args:
            published: milliseconds since 1970, UTC; shape (ids,) like `authors`.
        """
        for note_id, author, at in zip(ids, authors, published, strict=True):
            self._gone.setdefault(int(author), {})[int(note_id)] = int(at)

    def is_live(self, note_id: int, author: int, *, before: Iterable[int] = ()) -> None:
        """A note stands, and is what was published before under other ids."""
        self._gone.get(author, {}).pop(note_id, None)
        for former in before:
            self.now[int(former)] = note_id

    def of_authors(self, authors: Iterable[int]) -> Ints:
        """Id, author and time of publication of all that they took away; shape (3, notes)."""
        found = [
            (note_id, author, at)
            for author in authors
            for note_id, at in self._gone.get(author, {}).items()
        ]
        return np.array(found, dtype=np.int64).reshape(-1, 3).T.copy()

    def among(self, ids: Ints, rows: Ints, row_of: Mapping[int, int]) -> tuple[Ints, Ints]:
        """Rising ids of live notes and their rows, with the ids that these had before."""
        back = [(old, row_of[new]) for old, new in self.now.items() if new in row_of]
        more = [(old, row) for old, row in back if old not in row_of]
        if not more:
            return ids, rows
        old, of = np.array(sorted(more), dtype=np.int64).T
        at = ids.searchsorted(old)
        return np.insert(ids, at, old), np.insert(rows, at, of)

    def forget(self, before: int) -> None:
        """Drops what was published before then, in milliseconds, from the authors' days; what came
        back stays known, since who has seen it may have done so lately."""
        for author, notes in list(self._gone.items()):
            kept = {note_id: at for note_id, at in notes.items() if at >= before}
            if kept:
                self._gone[author] = kept
            else:
                del self._gone[author]
