"""How far events are believed before anything is learnt from them: rings of likes gain nothing.

A ring is a few accounts that like all of one author's notes, which they were not shown. So the
k-th event of a member with one author weighs 1/k, and an event on a note that the member was not
served weighs a tenth. Measured in `tests/engine/test_like_rings.py`, where no cap holds an author
back: sixteen accounts beside eighty members lift what is expected of their author's notes by a
third; so believed, by less than a tenth, and their exposure by at most a twentieth.
"""

from dataclasses import replace

import numpy as np

from dukou.engine.arrays import Ints
from dukou.engine.engagement import Events, Showings
from dukou.engine.errors import ShapeMismatch

_UNSERVED = 0.1


def believed(events: Events, authors: Ints, showings: Showings | None = None) -> Events:
    """The events with weights as far as they are believed.

    Args:
        authors: of each event's note; shape (events,).
        showings: what members were served; without it nothing is known to be unserved.
    Raises: ShapeMismatch: `authors` of another length.
    """
    size = len(events.members)
    if len(authors) != size:
        raise ShapeMismatch("authors", (len(authors),), (size,))
    weights = np.asarray(events.weights, dtype=np.float64) / _turns(events, authors)
    if showings is not None:
        weights = np.where(_served(events, showings), weights, _UNSERVED * weights)
    return replace(events, weights=weights)


def _turns(events: Events, authors: Ints) -> Ints:
    """Which event of its member with its author each is, from 1, the weightiest first."""
    order = np.lexsort((events.notes, -np.asarray(events.weights), authors, events.members))
    members, of = np.asarray(events.members)[order], np.asarray(authors)[order]
    at = np.arange(len(order))
    is_first = np.ones(len(order), dtype=bool)
    is_first[1:] = (members[1:] != members[:-1]) | (of[1:] != of[:-1])
    turns = np.empty(len(order), dtype=np.int64)
    turns[order] = at - np.maximum.accumulate(np.where(is_first, at, 0)) + 1
    return turns


def _served(events: Events, showings: Showings) -> np.ndarray:
    """Whether the member of each event was served its note."""
    notes, at = np.unique(np.concatenate((events.notes, showings.notes)), return_inverse=True)
    members = np.concatenate((events.members, showings.members))
    _, who = np.unique(members, return_inverse=True)
    pairs = who.astype(np.int64) * len(notes) + at
    size = len(events.members)
    return np.asarray(np.isin(pairs[:size], pairs[size:]))
