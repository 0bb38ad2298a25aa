"""What `rank` returns: a page of slots, and all that the accounts and the log need."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dukou.engine.arrays import Bools, Floats
from dukou.engine.reader import ReaderAccount
from dukou.engine.slot_columns import Slot, SlotColumns


@dataclass(frozen=True, slots=True)
class PlainPage:
    """What the same reader would have been shown without the contract."""

    note_ids: tuple[int, ...]
    clause_exposure: Floats


@dataclass(frozen=True, slots=True)
class Page:
    """A ranked page. Arrays by share clause, in the contract's order; shape (clauses,).

    `exposure`: of all slots. `clause_base`: the same for clauses that speak of the reader,
    else 0. `clause_exposure`: of the clause's providers. `natural`: the same had no quota
    stepped in: what the prices move. `feasible`, `unavoidable`: most and least share that the
    notes at hand allowed. `own_price`: the reader's own, in IQRs. `spread`: IQR of relevance
    among the candidates. `account`: the reader's account after this page, to be kept for the
    next. `reader_outside`: clauses whose band that account lies outside. `eligible`: unseen
    notes that the reader may be shown.
    `debuts_open`: promises that were open. `debuts_matched`: those of their notes that this
    reader is likely to care for. `topic_exposure`: exposure by topic, where the contract caps it.
    """

    contract_version: int
    columns: SlotColumns
    plain: PlainPage
    exposure: float
    clause_base: Floats
    clause_exposure: Floats
    natural: Floats
    feasible: Floats
    unavoidable: Floats
    own_price: Floats
    spread: float
    account: ReaderAccount
    reader_outside: Bools
    eligible: int
    debuts_open: int
    debuts_matched: tuple[int, ...]
    counted: bool
    topic_exposure: Mapping[str, float] = field(default_factory=dict)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots, top first."""
        return self.columns.slots

    @property
    def note_ids(self) -> tuple[int, ...]:
        """The notes, top first."""
        return self.columns.note_ids

    @property
    def author_exposure(self) -> dict[int, float]:
        """Exposure by author."""
        total: dict[int, float] = {}
        for author, exposure in zip(self.columns.author_ids, self.columns.exposures, strict=True):
            total[author] = total.get(author, 0.0) + exposure
        return total
