"""What chance decides on a page: the exploration slot, and which promises it keeps."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from dukou.engine.config import EngineConfig
from dukou.engine.contract import Contract
from dukou.engine.debut import Debuts
from dukou.engine.notes import LiveNotes
from dukou.engine.relevance import Scan

_TRIES = 64
_SAMPLE = 2048


@dataclass(frozen=True, slots=True)
class Draws:
    """Rows drawn for a page.

    `slot`, `row`: where the exploration note stands and which it is, -1 for none. `eligible`:
    unseen notes that it was drawn among. `matched`: ids of promised notes that lie high in the
    reader's interest. `debuts`: of their rows those drawn for this page, with their urgency.
    """

    slot: int
    row: int
    eligible: int
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
    eligible = int(np.count_nonzero(found.score > -np.inf))
    slot = row = -1
    if contract.exploration.slots and eligible:
        slot = int(rng.integers(min(slots, _places(found, notes, contract, slots))))
        row = _uniform_row(found, rng)
    matched, drawn = _draw_debuts(found, notes, contract, debuts, now, rng, config)
    return Draws(slot, row, eligible, matched, drawn)


def _places(found: Scan, notes: LiveNotes, contract: Contract, slots: int) -> int:
    """How many unseen notes the page can hold: a slot below its end would stay empty."""
    rows = np.flatnonzero(found.score > -np.inf)
    cap = contract.author_cap.per_page
    counts = np.bincount(notes.column("author")[rows[: slots * max(slots, cap) * 4]])
    return max(1, int(np.minimum(counts, cap).sum()))


def _uniform_row(found: Scan, rng: np.random.Generator) -> int:
    for row in rng.integers(len(found.score), size=_TRIES).tolist():
        if found.score[row] > -np.inf:
            return int(row)
    return int(rng.choice(np.flatnonzero(found.score > -np.inf)))


def _draw_debuts(
    found: Scan,
    notes: LiveNotes,
    contract: Contract,
    debuts: Debuts | None,
    now: datetime,
    rng: np.random.Generator,
    config: EngineConfig,
) -> tuple[tuple[int, ...], dict[int, float]]:
    """A matching promise is kept on this page with the chance of its urgency."""
    open_promises = debuts.open(now) if debuts is not None and contract.debut is not None else {}
    if not open_promises or contract.debut is None:
        return (), {}
    sample = found.score[:: max(len(found.score) // _SAMPLE, 1)]
    sample = sample[sample > -np.inf]
    interest = np.quantile(sample, config.debut_interest) if len(sample) else np.inf
    matched, drawn = [], {}
    for note_id in sorted(open_promises):
        rows = notes.rows([note_id])
        if len(rows) and found.score[rows[0]] >= interest:
            matched.append(note_id)
            if rng.random() < open_promises[note_id]:
                drawn[int(rows[0])] = open_promises[note_id]
    most_urgent = sorted(drawn, key=lambda row: -drawn[row])[: contract.debut.per_page]
    return tuple(matched), {row: drawn[row] for row in most_urgent}
