"""The slots of a filled page with their logged terms, propensities and reasons."""

from datetime import datetime

from dukou.engine.accounts import Standing
from dukou.engine.arrays import Bools
from dukou.engine.bands import HOME, Band
from dukou.engine.config import EngineConfig
from dukou.engine.contest import Contest
from dukou.engine.contract import Contract
from dukou.engine.draws import Draws
from dukou.engine.fill import Filled
from dukou.engine.notes import LiveNotes
from dukou.engine.pressure import Pressure
from dukou.engine.reader import Reader
from dukou.engine.relevance import Asked
from dukou.engine.relevance import terms as relevance_terms
from dukou.engine.slot_columns import SlotColumns
from dukou.engine.terms import ClauseTerm, ReasonCode


def slots_of(
    reader: Reader,
    notes: LiveNotes,
    contract: Contract,
    drawn: Draws,
    own: tuple[Band, ...],
    which: Contest,
    speaks: Bools,
    standing: Standing,
    hold: Pressure,
    filled: Filled,
    *,
    asked: Asked,
    now: datetime,
    config: EngineConfig,
) -> SlotColumns:
    """The slots by column."""
    count = len(which.worth)
    rows = which.rows[filled.notes]
    random_chance = drawn.chance / count if count else 0.0
    ranked_chance = _ranked_chance(which, count)
    author_ids, topic_sets = notes.author_ids, notes.topic_sets
    authors = [author_ids[at] for at in notes.column("author")[rows].tolist()]
    liked = reader.topics.tolist()
    urgencies = [which.debuts.get(at, 0.0) for at in filled.notes]
    explored = [position in which.fixed for position in range(len(filled.notes))]
    return SlotColumns(
        note_ids=tuple(notes.column("id")[rows].tolist()),
        author_ids=authors,
        exposures=which.worth[: len(rows)].tolist(),
        propensities=[random_chance if chance else ranked_chance for chance in explored],
        reasons=[
            _reason(chance, at in which.debuts, forced, author in reader.followed)
            for chance, at, forced, author in zip(
                explored, filled.notes, filled.forced, authors, strict=True
            )
        ],
        parts=relevance_terms(reader, notes, rows, config, now, asked),
        penalties=filled.penalties,
        debuts=[2.0 * which.scale * min(urgency, 1.0) for urgency in urgencies],
        best_topics=[
            _best_topic(liked, topic_sets[at]) for at in which.topic_sets[filled.notes].tolist()
        ],
        scale=which.scale,
        names=(*contract.ids, HOME),
        forced=filled.forced,
        clauses=_clause_terms(reader, contract, own, speaks, standing, hold),
        members=which.members[:, filled.notes],
    )


def _reason(explored: bool, debut: bool, forced: int, followed: bool) -> ReasonCode:
    if explored:
        return ReasonCode.EXPLORATION
    if debut:
        return ReasonCode.DEBUT
    if forced >= 0:
        return ReasonCode.QUOTA
    return ReasonCode.FOLLOWED if followed else ReasonCode.RANKED


def _ranked_chance(which: Contest, count: int) -> float:
    return 1.0 - 1.0 / count if which.fixed and count > 1 else 1.0


def _clause_terms(
    reader: Reader,
    contract: Contract,
    own: tuple[Band, ...],
    speaks: Bools,
    standing: Standing,
    hold: Pressure,
) -> list[tuple[int, ClauseTerm]]:
    """What each clause that speaks of the reader adds to a note of its providers."""
    found = []
    banded = {band.clause: band for band in own}
    for at, clause in enumerate(contract.shares):
        if not speaks[at]:
            continue
        entry = reader.account[clause.id]
        if clause.id in banded:
            delivered = entry.delivered / entry.base if entry.base > 0.0 else None
            needed = float(hold.low[at])
        else:
            base = standing.base[at]
            delivered = float(standing.delivered[at] / base) if base > 0.0 else None
            needed = float(standing.needed.low[at])
        term = ClauseTerm(clause.id, float(hold.shared[at]), float(hold.own[at]), needed, delivered)
        found.append((at, term))
    if HOME in banded:
        at = len(contract.shares)
        entry = reader.account[HOME]
        delivered = entry.delivered / entry.base if entry.base > 0.0 else None
        needed = float(hold.low[at])
        found.append((at, ClauseTerm(HOME, 0.0, float(hold.own[at]), needed, delivered)))
    return found


def _best_topic(liked: list[float], topics: tuple[int, ...]) -> int:
    """The topic of a note that the reader likes most; -1 where they like none of them."""
    best, most = -1, 0.0
    for topic in topics:
        if topic < len(liked) and liked[topic] > most:
            best, most = topic, liked[topic]
    return best
