"""What chance decides on a page: the exploration slot, and which promises it keeps."""

from datetime import datetime
from typing import NamedTuple

import numpy as np

from dukou.engine.config import EngineConfig
from dukou.engine.contract import Contract
from dukou.engine.debut import Debuts, Urgency
from dukou.engine.notes import LiveNotes
from dukou.engine.relevance import Scan

_TRIES = 32
_MOST_TRIES = 1024
_ROUNDS = 4
_SAMPLE = 2048
_LEAST_INTEREST = 0.5
_LATENESS = 5.0
"""Power of how late a promise is, by which it is likelier to be drawn: so high that in the end it
outweighs any liking."""
_LIKING = 3.0
"""Power of the part of notes that a reader likes better, by which it is less likely: a page rather
waits for the readers of a note. At 4 some that few like waited too long."""


class Draws(NamedTuple):
    """Rows drawn for a page.

    `slot`, `row`: where the exploration note stands and which it is, -1 for none. `eligible`:
    unseen notes that it was drawn among; `chance`: with which it was. `open`: promises not yet
    kept. `matched`: ids of promised notes that lie high in the reader's interest. `debuts`: of
    their rows those drawn for this page, with their urgency.
    """

    slot: int
    row: int
    eligible: int
    chance: float
    open: int
    matched: tuple[int, ...]
    debuts: dict[int, float]


def draw(
    found: Scan,
    notes: LiveNotes,
    contract: Contract,
    debuts: Debuts | None,
    *,
    slots: int,
    now: datetime,
    rng: np.random.Generator,
    config: EngineConfig,
) -> Draws:
    """The draws of one page; the same state of `rng` gives the same."""
    eligible = found.eligible
    slot = row = -1
    chance = 0.0
    if contract.exploration.slots and eligible:
        slot = int(rng.integers(slots))
        row, chance = _any_row(found, notes, rng)
    promised = _Promised(0, (), {})
    if debuts is not None and contract.debut is not None and (urgencies := debuts.open(now)):
        promised = _draw_debuts(found, notes, urgencies, contract.debut.per_page, rng, config)
    return Draws(slot, row, eligible, chance, *promised)


def _any_row(found: Scan, notes: LiveNotes, rng: np.random.Generator) -> tuple[int, float]:
    """A row that may be shown, and the chance that it was this one.

    Every author has the same chance, whatever they wrote: a lot for each note would be won by
    whoever writes most. A row is proposed by chance and taken with one in its author's notes.
    """
    parts = notes.author_parts()
    # One try in the notes of an author succeeds; with eight times as many hardly a page fails,
    # and mostly the first quarter of them does.
    tries = min(max(_TRIES, 2 * len(notes) // max(notes.author_count(), 1)), _MOST_TRIES)
    for _ in range(_ROUNDS):
        proposed = rng.integers(len(found.score), size=tries)
        taken = (found.score[proposed] > -np.inf) & (rng.random(tries) < parts[proposed])
        first = int(taken.argmax())
        if taken[first]:
            row = int(proposed[first])
            break
    else:
        weight = np.where(found.score > -np.inf, parts, 0.0).astype(np.float64)
        row = int(rng.choice(len(weight), p=weight / weight.sum()))
    return row, float(parts[row]) / found.authors


class _Promised(NamedTuple):
    open: int
    matched: tuple[int, ...]
    debuts: dict[int, float]


def _draw_debuts(
    found: Scan,
    notes: LiveNotes,
    urgencies: dict[int, Urgency],
    per_page: int,
    rng: np.random.Generator,
    config: EngineConfig,
) -> _Promised:
    """The promises that this page keeps: as many as the urgencies of those that match add up to,
    drawn by urgency and by how likely the reader is to care.

    To draw each by its own urgency would keep the same number, but also those whose readers
    are still to come.
    """
    ids = np.fromiter(urgencies, dtype=np.int64)
    urgency, late = np.array(list(urgencies.values())).reshape(-1, 2).T
    rows = notes.places(ids)
    if rows.min(initial=0) < 0:
        live = rows >= 0
        ids, urgency, late, rows = ids[live], urgency[live], late[live], rows[live]
    if not len(rows):
        return _Promised(len(urgencies), (), {})
    sample = found.score[:: max(len(found.score) // _SAMPLE, 1)]
    sample = sample[sample > -np.inf]
    if not len(sample):
        return _Promised(len(urgencies), (), {})
    # Where the readers likeliest to care are too few, the next likely are taken in.
    part = np.maximum(config.debut_interest / np.maximum(urgency, 1.0), _LEAST_INTEREST)
    better = 1.0 - np.searchsorted(np.sort(sample), found.score[rows]) / len(sample)
    matching = np.flatnonzero(better <= 1.0 - part)
    behind = matching[urgency[matching] > 0.0]
    whole = float(np.minimum(urgency[behind], 1.0).sum())
    count = min(int(whole + rng.random()), per_page)
    liking = -np.log(np.maximum(better[behind], 1.0 / len(sample)))
    weight = np.log(urgency[behind]) + _LATENESS * np.log(late[behind]) + _LIKING * liking
    weight += rng.gumbel(size=len(behind))  # the highest then are draws by weight
    drawn = behind[np.lexsort((ids[behind], -weight))][:count]
    return _Promised(
        len(urgencies),
        tuple(ids[matching].tolist()),
        dict(zip(rows[drawn].tolist(), urgency[drawn].tolist(), strict=True)),
    )
