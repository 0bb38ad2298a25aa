"""Which check-ins are held out: the published test, and two parts of the training data.

The test is no random part of what people did: places that were visited in it are visited there
far more unevenly than chance allows, as when a trip is held out whole. So settings are judged on
a part drawn at random and on one of places that lie near each other, and chosen for both.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array, diags_array

HELD_OUT = 0.2


class Split(NamedTuple):
    """What is learnt from and what is held out; shapes (users, places)."""

    seen: csr_array
    held: csr_array


def published(path: Path, seen: csr_array) -> Split:
    """All training data, and the places held out of each user in a file: user, places."""
    rows, columns = [], []
    for line in path.read_text().splitlines():
        user, *places = map(int, line.split())
        rows += [user] * len(places)
        columns += places
    held = csr_array((np.ones(len(rows), np.float32), (rows, columns)), shape=seen.shape)
    return Split(seen, held)


def at_random(seen: csr_array, rng: np.random.Generator) -> Split:
    """A fifth of each user's places drawn at random, and the rest."""
    return _split(seen, rng.random(seen.nnz))


def nearby(seen: csr_array, rng: np.random.Generator) -> Split:
    """A fifth of each user's places: one drawn at random and those that are visited by the same
    users as that one most; and the rest."""
    alike = csr_array(seen @ diags_array(np.maximum(seen.sum(axis=0), 1.0) ** -0.5))
    visitors = csr_array(alike.T)
    order = 1e-6 * rng.random(seen.nnz)
    visited = np.zeros(seen.shape[0])
    for user in range(seen.shape[0]):
        part = slice(seen.indptr[user], seen.indptr[user + 1])
        places = seen.indices[part]
        if not len(places):
            continue
        first = rng.integers(len(places))
        those = visitors[[places[first]]]
        visited[those.indices] = those.data
        visited[user] = 0.0
        order[part] -= visitors[places] @ visited
        order[part][first] = -np.inf
        visited[those.indices] = 0.0
    return _split(seen, order)


def _split(seen: csr_array, order: np.ndarray) -> Split:
    """Holds out the first fifth of each user's places in an order of all."""
    rows = np.repeat(np.arange(seen.shape[0]), np.diff(seen.indptr))
    place = np.empty(seen.nnz, dtype=np.int64)
    place[np.lexsort((order, rows))] = np.arange(seen.nnz) - seen.indptr[rows]
    out = place < np.round(HELD_OUT * np.diff(seen.indptr))[rows]
    parts = [
        csr_array((seen.data[part], (rows[part], seen.indices[part])), shape=seen.shape)
        for part in (~out, out)
    ]
    return Split(*parts)
