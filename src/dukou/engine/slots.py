"""The slots of a filled page, each with its logged terms, propensity and reason."""

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
from dukou.engine.page import Slot
from dukou.engine.pressure import Pressure
from dukou.engine.reader import Reader
from dukou.engine.relevance import Asked
from dukou.engine.relevance import terms as relevance_terms
from dukou.engine.terms import ClauseTerm, ReasonCode, Terms


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
) -> tuple[Slot, ...]:
    """The slots, top first."""
    count = len(which.worth)
    rows = which.rows[filled.notes]
    clauses = _clause_terms(reader, contract, own, speaks, standing, hold)
    liked = reader.topics.tolist()
    parts = relevance_terms(reader, notes, rows, config, now, asked).T.tolist()
    members = which.members[:, filled.notes].T.tolist()
    random_chance = drawn.chance / count if count else 0.0
    ranked_chance = _ranked_chance(which, count)
    names = [*contract.ids, HOME]
    ids = notes.column("id")[rows].tolist()
    authors = [notes.author_ids[at] for at in notes.column("author")[rows].tolist()]
    topic_sets = notes.column("topic_set")[rows].tolist()
    worth = which.worth.tolist()
    slots = []
    added: dict[tuple[bool, ...], tuple[ClauseTerm, ...]] = {}
    for position, at in enumerate(filled.notes):
        explored = position in which.fixed
        forced = filled.forced[position]
        urgency = which.debuts.get(at, 0.0)
        inside = tuple(members[position])
        if inside not in added:  # most notes are in one of a few sets of clauses
            added[inside] = tuple([term for i, term in clauses if inside[i]])
        topic, author, freshness, language, similar, quality, bridging = parts[position]
        terms = Terms(
            _reason(explored, at in which.debuts, forced, authors[position] in reader.followed),
            topic,
            author,
            freshness,
            language,
            similar,
            quality,
            bridging,
            filled.penalties[position],
            2.0 * which.scale * min(urgency, 1.0),
            _best_topic(liked, notes.topic_sets[topic_sets[position]]),
            which.scale,
            names[forced] if forced >= 0 else None,
            added[inside],
        )
        slots.append(
            Slot(
                ids[position],
                authors[position],
                position,
                worth[position],
                random_chance if explored else ranked_chance,
                terms,
            )
        )
    return tuple(slots)


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
