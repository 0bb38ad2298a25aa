"""Choose an engine for a pair, hide what is not language, check what comes back, fall to the next.

The answer is a `Translation` with its provenance, or an `Untranslated` that says what was tried.
No engine is ever given an instruction, and nothing that an engine says is obeyed: it is text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dukou.language import tags
from dukou.language.engines.base import (
    NOT_REMEMBERED,
    OUT_OF_BUDGET,
    Engine,
    EngineError,
    Maker,
    Output,
    Pair,
    Quality,
    Refusal,
    maker_of,
)
from dukou.language.engines.breaker import Breaker
from dukou.language.engines.writing import Writing, is_partly_in
from dukou.language.pieces import without_pieces
from dukou.language.writing import without_broken

REFUSED_BEFORE = "refused before"
#: Reasons that say nothing about the text: another day the same engine may be asked again.
_NOT_FINAL = {NOT_REMEMBERED, OUT_OF_BUDGET}


class Why(StrEnum):
    """Why there is no translation."""

    NOTHING_TO_DO = "nothing-to-do"
    NO_ENGINE = "no-engine"
    REFUSED = "refused"
    FAILED = "failed"
    OUT_OF_BUDGET = "out-of-budget"


@dataclass(frozen=True, slots=True)
class Translation:
    """Texts in the target language, who made them, and who was asked before in vain."""

    texts: tuple[str, ...]
    target: str
    engine: str
    version: str
    quality: Quality
    attempts: tuple[Attempt, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """An engine that was asked in vain: a reason of `check.Reason`, or what went wrong.

    `is_final` if the engine would fail in the same way at the same text again.
    """

    by: Maker
    problem: str
    is_final: bool


@dataclass(frozen=True, slots=True)
class Untranslated:
    """No translation, and what was tried."""

    why: Why
    attempts: tuple[Attempt, ...] = ()


class Chain:
    """Engines in the order in which they are asked.

    `orders` names other engines, or another order, for single pairs.
    """

    def __init__(
        self,
        engines: Sequence[Engine],
        *,
        orders: Mapping[Pair, Sequence[Engine]] | None = None,
        breaker: Callable[[], Breaker] = Breaker,
    ) -> None:
        self.engines = tuple(engines)
        self._orders = dict(orders or {})
        self._breakers = {id(engine): breaker() for engine in engines}

    def serves(self, source: str, target: str, *, local_only: bool = False) -> bool:
        """True if some engine is known to do this pair, though it may be out of order just now.

        Waits for nobody, as a page that asks cannot: a server that has not said yet what it does
        counts from its answer on.
        """
        return any(True for _ in self.known(source, target, local_only=local_only))

    def known(self, source: str, target: str, *, local_only: bool = False) -> Iterator[Engine]:
        """The engines that are known to do this pair, as `serves` counts them."""
        return self._serving(source, target, _known_pairs, local_only)

    def candidates(self, source: str, target: str, *, local_only: bool = False) -> Iterator[Engine]:
        """The engines that do this pair, in the order in which they are asked; may ask a server
        for its pairs, and so is for jobs."""
        return self._serving(source, target, lambda engine: engine.pairs(), local_only)

    def _serving(
        self,
        source: str,
        target: str,
        pairs: Callable[[Engine], Collection[Pair]],
        local_only: bool,
    ) -> Iterator[Engine]:
        pair = (tags.base(source), tags.base(target))
        for engine in self._orders.get(pair, self.engines):
            if (engine.is_local or not local_only) and pair in pairs(engine):
                yield engine

    def translate(
        self,
        texts: Sequence[str],
        *,
        source: str,
        target: str,
        names: Sequence[str] = (),
        terms: Mapping[str, str] | None = None,
        local_only: bool = False,
        skip: Collection[Maker] = (),
    ) -> Translation | Untranslated:
        """All the texts by one engine: title and body of a note belong together.

        Args:
            texts: parts of one writing; blank ones stay blank.
            names: words that must stay as they are.
            terms: words and the form that they have in the target, whatever an engine thinks.
            local_only: ask only engines that send nothing to another machine.
            skip: engines that have had no good translation of these very texts before.
        """
        texts = [without_broken(text) for text in texts]
        if not _has_work(texts, source) or _reads_the_same(source, target):
            return Untranslated(Why.NOTHING_TO_DO)
        job = Writing(texts, source, target, names, terms or {})
        attempts: list[Attempt] = []
        for engine in self.candidates(source, target, local_only=local_only):
            maker = maker_of(engine, job.source, job.target)
            if maker in skip:
                attempts.append(Attempt(maker, REFUSED_BEFORE, is_final=True))
                continue
            found = self._asked(engine, job)
            if isinstance(found, list):
                return _translation(maker, found, target, attempts)
            attempts.append(Attempt(maker, *found))
        return Untranslated(_why(attempts), tuple(attempts))

    def _asked(self, engine: Engine, job: Writing) -> list[Output] | tuple[str, bool]:
        """Its outputs; or the problem, and whether it is final."""
        breaker = self._breakers[id(engine)]
        if breaker.is_open(job.number):
            return "resting after failures", False
        try:
            found = job.by(engine)
        except EngineError as error:
            if error.may_lie_in_the_text:
                breaker.failed_at(job.number)
            else:
                breaker.failed()
            return error.detail, False
        breaker.succeeded()
        if isinstance(found, Refusal):
            return found.reason, found.reason not in _NOT_FINAL
        return found


def _known_pairs(engine: Engine) -> Collection[Pair]:
    known: Callable[[], Collection[Pair]] = getattr(engine, "known_pairs", engine.pairs)
    return known()


def _why(attempts: list[Attempt]) -> Why:
    asked = [attempt for attempt in attempts if attempt.problem != NOT_REMEMBERED]
    if not asked:
        return Why.NO_ENGINE
    if any(attempt.problem == OUT_OF_BUDGET for attempt in asked):
        return Why.OUT_OF_BUDGET
    return Why.REFUSED if all(attempt.is_final for attempt in asked) else Why.FAILED


def _has_work(texts: list[str], source: str) -> bool:
    return any(is_partly_in(without_pieces(text), source) for text in texts)


def _reads_the_same(source: str, target: str) -> bool:
    return tags.same_language(source, target) and not tags.needs_conversion(target, source)


def _translation(
    own: Maker, found: Sequence[Output], target: str, attempts: Sequence[Attempt]
) -> Translation:
    """Named after who made the longest part; rough if any part is."""
    longest = max(found, key=lambda output: len(output.text))
    maker = longest.by or own
    is_rough = any((output.by or own).quality == Quality.ROUGH for output in found if output.text)
    return Translation(
        texts=tuple(output.text for output in found),
        target=tags.normal(target),
        engine=maker.engine,
        version=maker.version,
        quality=Quality.ROUGH if is_rough else Quality.GOOD,
        attempts=tuple(attempts),
    )
