"""Choose an engine for a pair, hide what is not language, check what comes back, fall to the next.

The answer is a `Translation` with its provenance, or an `Untranslated` that says what was tried.
No engine is ever given an instruction, and nothing that an engine says is obeyed: it is text.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dukou.language import tags
from dukou.language.check import Reason, refusal
from dukou.language.engines.base import Engine, EngineError, Maker, Output, Quality, Refusal
from dukou.language.engines.breaker import Breaker
from dukou.language.pieces import without_pieces
from dukou.language.protect import LostPiece, Protected, bracketed, protect
from dukou.language.scripts import to_script
from dukou.language.writing import census, without_broken


class Why(StrEnum):
    """Why there is no translation."""

    NOTHING_TO_DO = "nothing-to-do"
    NO_ENGINE = "no-engine"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Translation:
    """Texts in the target language, and who made them."""

    texts: tuple[str, ...]
    target: str
    engine: str
    version: str
    quality: Quality


@dataclass(frozen=True, slots=True)
class Attempt:
    """An engine that was asked in vain: a reason of `check.Reason`, or what went wrong."""

    engine: str
    problem: str


@dataclass(frozen=True, slots=True)
class Untranslated:
    """No translation, and what was tried."""

    why: Why
    attempts: tuple[Attempt, ...] = ()


class Chain:
    """Engines in the order in which they are asked."""

    def __init__(
        self, engines: Sequence[Engine], *, breaker: Callable[[], Breaker] = Breaker
    ) -> None:
        self.engines = tuple(engines)
        self._breakers = [breaker() for _ in engines]

    def serves(self, source: str, target: str, *, local_only: bool = False) -> bool:
        """True if some engine does this pair, though it may be out of order just now."""
        return any(True for _ in self._candidates(source, target, local_only))

    def translate(
        self,
        texts: Sequence[str],
        *,
        source: str,
        target: str,
        names: Sequence[str] = (),
        local_only: bool = False,
    ) -> Translation | Untranslated:
        """All the texts by one engine: title and body of a note belong together.

        Args:
            texts: parts of one writing; blank ones stay blank.
            names: words that must stay as they are.
            local_only: ask only engines that send nothing to another machine.
        """
        texts = [without_broken(text) for text in texts]
        if not _has_work(texts, source) or _reads_the_same(source, target):
            return Untranslated(Why.NOTHING_TO_DO)
        attempts: list[Attempt] = []
        failures = 0
        for engine, breaker in self._candidates(source, target, local_only):
            if breaker.is_open():
                attempts.append(Attempt(engine.name, "resting after failures"))
                failures += 1
                continue
            try:
                found = _by(engine, texts, source, target, names)
            except EngineError as error:
                breaker.failed()
                attempts.append(Attempt(engine.name, error.detail))
                failures += 1
                continue
            breaker.succeeded()
            if isinstance(found, Refusal):
                attempts.append(Attempt(engine.name, found.reason))
                continue
            return _translation(engine, found, target)
        return Untranslated(_why(attempts, failures), tuple(attempts))

    def _candidates(
        self, source: str, target: str, local_only: bool
    ) -> Iterator[tuple[Engine, Breaker]]:
        pair = (tags.base(source), tags.base(target))
        for engine, breaker in zip(self.engines, self._breakers, strict=True):
            if (engine.is_local or not local_only) and pair in engine.pairs():
                yield engine, breaker


def _why(attempts: list[Attempt], failures: int) -> Why:
    asked = [attempt for attempt in attempts if attempt.problem != "not-remembered"]
    if not asked:
        return Why.NO_ENGINE
    return Why.FAILED if failures else Why.REFUSED


def _has_work(texts: list[str], source: str) -> bool:
    return any(_is_partly_in(without_pieces(text), source) for text in texts)


def _is_partly_in(plain: str, source: str) -> bool:
    """True if the text has letters of the source language's writing system."""
    written = census(plain)
    return any(written[system] for system in _SYSTEMS.get(tags.base(source), written.keys()))


def _reads_the_same(source: str, target: str) -> bool:
    return tags.same_language(source, target) and not tags.needs_conversion(target, source)


def _translation(engine: Engine, found: Sequence[Output], target: str) -> Translation:
    """Named after who made the longest part; rough if any part is."""
    own = Maker(engine.name, engine.version, engine.quality)
    longest = max(found, key=lambda output: len(output.text))
    maker = longest.by or own
    is_rough = any((output.by or own).quality == Quality.ROUGH for output in found if output.text)
    return Translation(
        texts=tuple(output.text for output in found),
        target=tags.normal(target),
        engine=maker.engine,
        version=maker.version,
        quality=Quality.ROUGH if is_rough else Quality.GOOD,
    )


def _by(
    engine: Engine, texts: list[str], source: str, target: str, names: Sequence[str]
) -> list[Output] | Refusal:
    """The texts by this engine, or its first refusal."""
    if engine.is_exact:
        return _exactly(engine, texts, source, target)
    job = _Job(engine, source, target, names)
    out: list[Output] = []
    for text in texts:
        lines = job.lines(text)
        if isinstance(lines, Refusal):
            return lines
        out.append(Output(to_script("\n".join(lines), target)))
    return out


def _exactly(engine: Engine, texts: list[str], source: str, target: str) -> list[Output] | Refusal:
    """Blank texts are not asked for: no memory holds them."""
    asked = [text for text in texts if text.strip()]
    answers = iter(engine.translate(asked, tags.normal(source), tags.normal(target)))
    out: list[Output] = []
    for text in texts:
        answer = next(answers) if text.strip() else Output(text)
        if isinstance(answer, Refusal):
            return answer
        out.append(answer)
    return out


class _Job:
    """One writing in one engine's hands, line by line, so that its shape survives."""

    def __init__(self, engine: Engine, source: str, target: str, names: Sequence[str]) -> None:
        self.engine, self.names = engine, names
        self.source, self.target = tags.base(source), tags.base(target)
        self.marker = getattr(engine, "marker", bracketed)

    def lines(self, text: str) -> list[str] | Refusal:
        """The translated lines; those that hold nothing of the source language stay."""
        plain = to_script(text, "zh-Hans") if self.source == "zh" else text
        parts = [protect(line, names=self.names, marker=self.marker) for line in plain.split("\n")]
        wanted = [part for part in parts if self._is_wanted(part)]
        answers = iter(self._ask([part.masked for part in wanted]))
        out: list[str] = []
        for line, part in zip(plain.split("\n"), parts, strict=True):
            done = self._checked(part, next(answers)) if self._is_wanted(part) else line
            if isinstance(done, Refusal):
                return done
            out.append(done)
        return out

    def _ask(self, texts: list[str]) -> list[Output | Refusal]:
        return self.engine.translate(texts, self.source, self.target) if texts else []

    def _is_wanted(self, part: Protected) -> bool:
        return _is_partly_in(" ".join(part.gaps), self.source)

    def _checked(self, part: Protected, answer: Output | Refusal) -> str | Refusal:
        if isinstance(answer, Refusal):
            return answer
        reason = self._refusal(part.masked, answer.text)
        if reason is not None and not part.pieces:
            return Refusal(reason)
        if reason is None:
            try:
                return part.restore(answer.text)
            except LostPiece:
                reason = Reason.LOST_PIECE
        return self._by_gaps(part, reason)

    def _by_gaps(self, part: Protected, reason: Reason) -> str | Refusal:
        """A mark was lost: translate what lies between the pieces, at the price of context."""
        gaps = [gap.strip() for gap in part.gaps]
        answers = iter(self._ask([gap for gap in gaps if census(gap)]))
        out: list[str] = []
        for gap in gaps:
            answer = next(answers) if census(gap) else Output(self._marks(gap))
            if isinstance(answer, Refusal) or (
                census(gap) and self._refusal(gap, answer.text) is not None
            ):
                return Refusal(reason)
            out.append(answer.text)
        return part.join(out)

    def _marks(self, gap: str) -> str:
        """Punctuation as the target writes it: `,` for `，` among Latin letters."""
        is_east = tags.script(self.target) in {"Hani", "Jpan"}
        return gap if is_east else unicodedata.normalize("NFKC", gap)

    def _refusal(self, text: str, output: str) -> Reason | None:
        return refusal(text, output, source=self.source, target=self.target)


# A line without any letter of these needs no translation from that language.
_SYSTEMS = {
    "zh": ("han",),
    "ja": ("han", "kana"),
    "ko": ("hangul",),
    "en": ("latin",),
    "es": ("latin",),
    "pt": ("latin",),
    "fr": ("latin",),
    "de": ("latin",),
}
