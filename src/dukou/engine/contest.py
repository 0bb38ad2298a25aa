"""The notes that compete for a page, with all that is known of them before any price."""

from datetime import datetime
from typing import NamedTuple

import numpy as np

from dukou.engine.arrays import Bools, Floats, Ints
from dukou.engine.bands import HOME, Band
from dukou.engine.candidates import candidates, interquartile_range
from dukou.engine.config import EngineConfig
from dukou.engine.contract import Contract
from dukou.engine.draws import Draws
from dukou.engine.fill import Field, Likeness
from dukou.engine.groups import Group
from dukou.engine.kernel import Among, Kernel, part_of_fill
from dukou.engine.notes import LiveNotes
from dukou.engine.prices import Prices
from dukou.engine.reader import Reader
from dukou.engine.relevance import Scan

_BEST_TOPICS = 3


class Contest(NamedTuple):
    """Arrays over the competing notes, shape (notes,), or by clause and note.

    Clauses here are the contract's, then HOME where the reader has that band. `authors`: by index.
    `base`: relevance. `members`: notes of each clause's providers. `capped`: notes of authors who
    used up their share, and what comes after a day's number of notes. `topic_sets`: by note.
    `resting`: notes with a topic that used up its own share, None for none. `worth`: exposure of
    each slot. `fixed`: the exploration note by its slot; none where all that is unseen fits on the
    page anyway.
    """

    rows: Ints
    authors: Ints
    unseen: Bools
    base: Floats
    members: Bools
    capped: Bools
    topic_sets: Ints
    resting: Bools | None
    worth: Floats
    spread: float
    scale: float
    fixed: dict[int, int]
    debuts: dict[int, float]
    kernel: Kernel | None = None

    @property
    def exposure(self) -> float:
        """Exposure of a full page."""
        return float(self.worth.sum())


def contest(
    reader: Reader,
    notes: LiveNotes,
    contract: Contract,
    prices: Prices,
    found: Scan,
    draws: Draws,
    own: tuple[Band, ...],
    *,
    worth: Floats,
    now: datetime,
    config: EngineConfig,
) -> Contest:
    """The competing notes of one page."""
    providers = [clause.providers for clause in contract.shares]
    providers += [band.providers for band in own if band.clause == HOME]
    full_topics = _topics(notes, prices.accounts.topics_at_cap(now))
    extra = [*draws.debuts, *([draws.row] if draws.row >= 0 else [])]
    pool = candidates(
        notes,
        found,
        best=config.candidates,
        groups=_groups(reader, notes, contract, own, full_topics, config.candidates_per_clause),
        extra=np.array(extra, dtype=np.int64),
        per_author=contract.author_cap.per_page,
        slots=len(worth),
    )
    rows, base = pool.rows, pool.score
    spread = interquartile_range(base[pool.unseen])
    members = np.empty((len(providers), len(rows)), dtype=bool)
    for at, group in enumerate(providers):
        notes.group_mask(group, reader=reader.cohort).take(rows, out=members[at])
    sets = notes.column("topic_set")[rows].astype(np.int64)
    authors = notes.column("author")[rows].astype(np.int64)
    found_at = {row: np.flatnonzero(rows == row) for row in extra}
    place = {row: int(at[0]) for row, at in found_at.items() if len(at)}
    full = prices.accounts.authors_at_cap(now)
    is_full = np.zeros(len(notes.author_ids), dtype=bool)
    is_full[notes.author_indices(full.tolist())] = True
    capped = is_full[authors]
    if contract.author_cap.notes_a_day:
        capped |= notes.column("crowd")[rows] >= contract.author_cap.notes_a_day
    return Contest(
        rows=rows,
        authors=authors,
        unseen=pool.unseen,
        base=base,
        members=members,
        capped=capped,
        topic_sets=sets,
        resting=_sets_having(notes, full_topics)[sets] if full_topics else None,
        worth=worth,
        spread=spread,
        scale=prices.scale if prices.scale > 0.0 else spread,
        fixed={draws.slot: place[draws.row]} if draws.row in place and pool.enough else {},
        debuts={place[row]: urgency for row, urgency in draws.debuts.items() if row in place},
        kernel=notes.kernel,
    )


def _groups(
    reader: Reader,
    notes: LiveNotes,
    contract: Contract,
    own: tuple[Band, ...],
    full_topics: list[int],
    size: int,
) -> list[Among]:
    """The notes that prices, quotas and caps may look for: a floor's providers, a ceiling's
    others, and what is about none of the topics that would fill the page."""

    def among(group: Group, *, inside: bool) -> Among:
        return notes.among(group, reader=reader.cohort, inside=inside, size=size)

    found = []
    for clause, spoken in zip(contract.shares, contract.speaks_of(reader.cohort), strict=True):
        if spoken and (clause.floor > 0.0 or clause.band):
            found.append(among(clause.providers, inside=True))
        if spoken and clause.ceiling < 1.0:
            found.append(among(clause.providers, inside=False))
    for band in own:
        if band.clause == HOME:
            found += [among(band.providers, inside=True), among(band.providers, inside=False)]
    if contract.topic_cap is not None:
        best = np.argsort(-reader.topics, kind="stable")[:_BEST_TOPICS].tolist()
        found.append(Among(size, by_set=~_sets_having(notes, [*best, *full_topics])))
    return found


def _topics(notes: LiveNotes, names: list[str]) -> list[int]:
    """Their indices at this place, without those that it does not know."""
    return [at for name in names if (at := notes.place.known_topic(name)) is not None]


def _sets_having(notes: LiveNotes, topics: list[int]) -> Bools:
    """Which combinations of topics have one of these; shape (sets,)."""
    having = np.zeros(len(notes.topic_sets), dtype=bool)
    for topic in topics:
        having |= notes.topic_sets.having(topic)
    return having


def field_of(which: Contest, notes: LiveNotes, score: Floats, config: EngineConfig) -> Field:
    """The contest as `fill` takes it, ordered by some score."""
    rows, sets = which.rows, which.topic_sets
    length = np.maximum(notes.column("length")[rows].astype(np.float64), 1e-12)
    sizes = np.maximum(notes.topic_sets.sizes(sets), 1)
    rest = 1.0 - config.similar_factors_share - config.similar_topics_share
    field = Field(
        score=score,
        authors=which.authors,
        unseen=which.unseen,
        topic_sets=sets,
        topics=notes.topic_sets.entries,
        part=np.sqrt(config.similar_topics_share / sizes),
        levels=notes.levels.take(rows, axis=0),
        unit=config.similar_factors_share**0.5 / length,
        author_likeness=max(rest, 0.0),
        penalty=config.diversity_penalty * which.scale,
        kernel=which.kernel,
    )
    if field.kernel is not None:
        return field._replace(part_of_fill=part_of_fill(field))
    return field._replace(compared=Likeness(field))
