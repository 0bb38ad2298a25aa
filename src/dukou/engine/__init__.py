"""The ranker that keeps an exposure contract: arrays in, pages with reasons out.

    contract = Contract.from_toml(text)
    notes = LiveNotes(place)                  # add, update, remove
    prices = Prices.start(contract, zone=place.zone)
    page = rank(reader, notes, contract, prices, now=now, rng=rng)
    prices.step(page, now=now)                # once it is served
    explain(page.slots[0].terms, contract)    # why it stands there

See `docs/engine.md` for the promise, the algorithm and how to write a contract.
"""

from dukou.engine.attainable import Attainable, Demand, attainable
from dukou.engine.bands import HOME
from dukou.engine.config import EngineConfig
from dukou.engine.contract import (
    AuthorCap,
    Contract,
    DebutClause,
    Exploration,
    ShareClause,
    TopicCap,
)
from dukou.engine.debut import Counted, Debuts, Promise
from dukou.engine.errors import (
    BadInput,
    ConfigError,
    ContractError,
    DuplicateNote,
    EngineError,
    NotFinite,
    ShapeMismatch,
    SnapshotCorrupt,
    SnapshotError,
    SnapshotForeign,
    SnapshotMissing,
    StateError,
    UnknownCohort,
    UnknownNote,
    UnknownTopic,
)
from dukou.engine.explain import Reason, explain
from dukou.engine.exposure import slot_exposure
from dukou.engine.fairness import FairPrices
from dukou.engine.faults import Fault
from dukou.engine.former import FormerNotes
from dukou.engine.groups import Group
from dukou.engine.hindsight import hindsight_bound, hindsight_optimum
from dukou.engine.matching import Match, match_note, match_share
from dukou.engine.notes import LiveNotes
from dukou.engine.page import Page, PlainPage
from dukou.engine.place import Cohort, Place
from dukou.engine.prices import Prices, Report
from dukou.engine.prices_json import dump_prices, dump_report, load_prices, load_report
from dukou.engine.rank import rank
from dukou.engine.reach import Reach, ReachReason, explain_reach
from dukou.engine.reader import Reader, ReaderAccount, language_fit
from dukou.engine.replay import FirstNote, PastPage, Replay, Replayed
from dukou.engine.slot_columns import Slot
from dukou.engine.supply import Supply, supply_of
from dukou.engine.terms import ClauseTerm, ReasonCode, Terms, pack_terms, unpack_terms

__all__ = [
    "HOME",
    "Attainable",
    "AuthorCap",
    "BadInput",
    "ClauseTerm",
    "Cohort",
    "ConfigError",
    "Contract",
    "ContractError",
    "Counted",
    "DebutClause",
    "Debuts",
    "Demand",
    "DuplicateNote",
    "EngineConfig",
    "EngineError",
    "Exploration",
    "FairPrices",
    "Fault",
    "FirstNote",
    "FormerNotes",
    "Group",
    "LiveNotes",
    "Match",
    "NotFinite",
    "Page",
    "PastPage",
    "Place",
    "PlainPage",
    "Prices",
    "Promise",
    "Reach",
    "ReachReason",
    "Reader",
    "ReaderAccount",
    "Reason",
    "ReasonCode",
    "Replay",
    "Replayed",
    "Report",
    "ShapeMismatch",
    "ShareClause",
    "Slot",
    "SnapshotCorrupt",
    "SnapshotError",
    "SnapshotForeign",
    "SnapshotMissing",
    "StateError",
    "Supply",
    "Terms",
    "TopicCap",
    "UnknownCohort",
    "UnknownNote",
    "UnknownTopic",
    "attainable",
    "dump_prices",
    "dump_report",
    "explain",
    "explain_reach",
    "hindsight_bound",
    "hindsight_optimum",
    "language_fit",
    "load_prices",
    "load_report",
    "match_note",
    "match_share",
    "pack_terms",
    "rank",
    "slot_exposure",
    "supply_of",
    "unpack_terms",
]
