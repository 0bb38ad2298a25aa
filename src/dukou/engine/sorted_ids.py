"""Where ids stand among known ones that are kept in ascending order."""

import numpy as np

from dukou.engine.arrays import Bools, Ints


def places_of(ids: Ints, known: Ints) -> tuple[Ints, Bools]:
    """The place of each id among the known, and whether it is one of them; shapes of `ids`.

    Args:
        known: in ascending order, each once. The place of an id that is not there means nothing.
    """
    ids = np.asarray(ids, dtype=np.int64)
    if not len(known):
        return np.zeros(len(ids), dtype=np.int64), np.zeros(len(ids), dtype=bool)
    at = np.minimum(np.searchsorted(known, ids), len(known) - 1)
    return at, np.asarray(known[at] == ids)
