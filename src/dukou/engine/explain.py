"""Why a note stands where it stands: reasons from the logged terms, in no language yet.

Each reason carries the facts of one sentence; whoever shows it puts it into words. `share` is
the part of the score's movement that the reason stands for, so that the largest comes first.
"""

from dataclasses import dataclass
from typing import TypeAlias

from dukou.engine.bands import HOME
from dukou.engine.contract import Contract
from dukou.engine.terms import ClauseTerm, ReasonCode, Terms

MOST = 4
_FOLLOWED = {ReasonCode.FOLLOWED: True, ReasonCode.RANKED: False}
_SMALLEST = 0.05


@dataclass(frozen=True, slots=True)
class ReasonExploration:
    """The slot is drawn at random, so that new things get a chance."""

    share: float = 1.0


@dataclass(frozen=True, slots=True)
class ReasonDebut:
    """A newcomer was promised readers for one of their first notes."""

    share: float


@dataclass(frozen=True, slots=True)
class ReasonContract:
    """A clause of the contract lifted the note, or forced it (`quota`).

    `needed`: share that was needed from then on; `delivered`: share so far, None at the start.
    `own`: the clause was short on the reader's own pages, not only in the place as a whole.
    """

    share: float
    clause: str
    needed: float
    delivered: float | None
    quota: bool
    own: bool


@dataclass(frozen=True, slots=True)
class ReasonHeldBack:
    """A clause of the contract lowered the note, which stands here nevertheless."""

    share: float
    clause: str
    delivered: float | None


@dataclass(frozen=True, slots=True)
class ReasonDial:
    """The reader's own home-world dial moved the note: up for their own world's notes
    (`towards_home`), or the note stands although the dial points across."""

    share: float
    towards_home: bool


@dataclass(frozen=True, slots=True)
class ReasonTopic:
    """The reader likes this topic (index in the place's topics)."""

    share: float
    topic: int
    strength: float


@dataclass(frozen=True, slots=True)
class ReasonAuthor:
    """The reader follows the author, or has liked what they write; `followed` is None where the
    log does not say which: what a quota or a promise placed has its own reason code."""

    share: float
    followed: bool | None


@dataclass(frozen=True, slots=True)
class ReasonSimilar:
    """Members with similar taste like it, or notes like it: a new note is placed by its content."""

    share: float


@dataclass(frozen=True, slots=True)
class ReasonFresh:
    """It is new."""

    share: float


@dataclass(frozen=True, slots=True)
class ReasonLanguage:
    """The reader reads its language, or can have it translated."""

    share: float


@dataclass(frozen=True, slots=True)
class ReasonQuality:
    """Readers who saw it by chance liked it more than most notes."""

    share: float


@dataclass(frozen=True, slots=True)
class ReasonBridging:
    """People who usually like different things both like it."""

    share: float


Reason: TypeAlias = (
    ReasonExploration
    | ReasonDebut
    | ReasonContract
    | ReasonHeldBack
    | ReasonDial
    | ReasonTopic
    | ReasonAuthor
    | ReasonSimilar
    | ReasonFresh
    | ReasonLanguage
    | ReasonQuality
    | ReasonBridging
)


def explain(terms: Terms, contract: Contract) -> list[Reason]:
    """At most four reasons, the weightiest first; computed from the logged terms alone.

    A note drawn at random has that as its only reason: its score played no part. One that a
    quota or a promise placed names it first.
    """
    if terms.reason is ReasonCode.EXPLORATION:
        return [ReasonExploration()]
    moved = _moved(terms)
    first: list[Reason] = []
    if terms.reason is ReasonCode.DEBUT:
        first.append(ReasonDebut(terms.debut / moved))
    reasons = [
        *_contract_reasons(terms, contract, moved),
        *_relevance_reasons(terms, moved),
    ]
    reasons.sort(key=lambda reason: -reason.share)
    forced = [reason for reason in reasons if isinstance(reason, ReasonContract) and reason.quota]
    others = [reason for reason in reasons if reason not in forced and reason.share >= _SMALLEST]
    found = [*first, *forced, *others]
    return (found or reasons)[:MOST]


def _moved(terms: Terms) -> float:
    """All that moved the score, either way."""
    parts = [
        terms.topic,
        terms.author,
        terms.freshness,
        terms.language,
        terms.similar,
        terms.quality,
        terms.bridging,
        terms.debut,
        *(term.price for term in terms.clauses),
    ]
    return sum(abs(part) for part in parts) or 1.0


def _contract_reasons(terms: Terms, contract: Contract, moved: float) -> list[Reason]:
    found: list[Reason] = []
    names = set(contract.ids)
    for term in terms.clauses:
        if term.clause == HOME:
            if term.own or terms.quota == HOME:
                found.append(ReasonDial(abs(term.own) / moved, term.own >= 0.0))
        elif term.clause in names:
            found += _clause_reasons(term, terms, moved)
    if terms.quota is not None and terms.quota not in {term.clause for term in terms.clauses}:
        # A ceiling forces by keeping its own providers away: the note is one of the others.
        found.append(ReasonContract(0.0, terms.quota, 0.0, None, quota=True, own=False))
    return found


def _clause_reasons(term: ClauseTerm, terms: Terms, moved: float) -> list[Reason]:
    quota = terms.quota == term.clause
    if term.price > 0.0 or quota:
        return [
            ReasonContract(
                max(term.price, 0.0) / moved,
                term.clause,
                term.needed,
                term.delivered,
                quota=quota,
                own=term.own > term.shared,
            )
        ]
    if term.price < 0.0:
        return [ReasonHeldBack(-term.price / moved, term.clause, term.delivered)]
    return []


def _relevance_reasons(terms: Terms, moved: float) -> list[Reason]:
    followed = _FOLLOWED.get(terms.reason)
    found: list[Reason] = []
    if terms.topic > 0.0 and terms.best_topic >= 0:
        found.append(ReasonTopic(terms.topic / moved, terms.best_topic, terms.topic))
    if terms.author > 0.0:
        found.append(ReasonAuthor(terms.author / moved, followed))
    if terms.similar > 0.0:
        found.append(ReasonSimilar(terms.similar / moved))
    if terms.freshness > 0.0:
        found.append(ReasonFresh(terms.freshness / moved))
    if terms.language > 0.0:
        found.append(ReasonLanguage(terms.language / moved))
    if terms.quality > 0.0:
        found.append(ReasonQuality(terms.quality / moved))
    if terms.bridging > 0.0:
        found.append(ReasonBridging(terms.bridging / moved))
    return found
