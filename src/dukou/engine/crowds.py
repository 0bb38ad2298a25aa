"""How many notes an author published at once: what comes after many others within a day."""

import numpy as np

from dukou.engine.arrays import Ints

DAY_MS = 24 * 3_600_000


def earlier_in_a_day(ids: Ints, authors: Ints, published: Ints) -> Ints:
    """For each note how many of the same author's came in the 24 hours up to it.

    Of notes of the same millisecond the one with the lower id is the earlier.

    Args:
        ids: of each note; shape (notes,).
        authors: by any number; same shape.
        published: milliseconds; same shape.
    """
    if not len(authors):
        return np.zeros(0, dtype=np.int64)
    order = np.lexsort((ids, published, authors))
    of_author = np.unique(authors[order], return_inverse=True)[1].astype(np.int64)
    since = published[order] - published.min()
    # Each author's notes on a stretch of one line, with a day between it and the next.
    line = of_author * (int(since.max()) + DAY_MS + 1) + since
    first = line.searchsorted(line - DAY_MS, side="right")
    found = np.empty(len(order), dtype=np.int64)
    found[order] = np.arange(len(order)) - first
    return found
