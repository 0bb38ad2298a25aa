"""What an engine is, what it answers, and how it fails.

EngineError
├── EngineUnavailable   nothing answered, in time or at all
└── BadAnswer           something answered, but not what the protocol says
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

#: Why an engine that could translate a text does not: reasons of a `Refusal`.
NOT_REMEMBERED, OUT_OF_BUDGET = "not-remembered", "out-of-budget"
#: Base languages of source and target, such as ("zh", "en"). Scripts are converted around them.
Pair = tuple[str, str]


class EngineError(Exception):
    """An engine could not do its work; another may.

    `may_lie_in_the_text`: it was answered, and another text may well be translated.
    """

    may_lie_in_the_text = False

    def __init__(self, engine: str, detail: str) -> None:
        self.engine, self.detail = engine, detail
        super().__init__(f"{engine}: {detail}")


class EngineUnavailable(EngineError):
    """The engine is not there, or did not answer in time."""


class BadAnswer(EngineError):
    """The engine answered something that is no answer."""

    may_lie_in_the_text = True


class Quality(StrEnum):
    """How far a reader may trust a translation; `near` is people's, of a text that differs a
    little."""

    GOOD = "good"
    NEAR = "near"
    ROUGH = "rough"


@dataclass(frozen=True, slots=True)
class Maker:
    """Who made a translation."""

    engine: str
    version: str
    quality: Quality


@dataclass(frozen=True, slots=True)
class Output:
    """What an engine made of one text. It is not to be trusted more than any stranger's text.

    `by` is for engines that pass on the work of another, as a memory does.
    """

    text: str
    by: Maker | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """An engine, or the checks behind it, have no translation of one text."""

    reason: str


@dataclass(frozen=True, slots=True)
class Health:
    """Whether an engine would work now, and what to tell its operator."""

    ok: bool
    detail: str


class Engine(Protocol):
    """Turns texts of one language into another."""

    @property
    def name(self) -> str:
        """What readers see: who made this translation."""

    @property
    def version(self) -> str:
        """Changes whenever the same text could come out differently."""

    @property
    def quality(self) -> Quality:
        """How far to trust it."""

    @property
    def is_local(self) -> bool:
        """True if no text leaves the machine."""

    @property
    def is_exact(self) -> bool:
        """True if it takes whole texts and keeps all pieces, so that nothing need be checked."""

    def pairs(self) -> Collection[Pair]:
        """The pairs of languages that it serves.

        An engine that has to ask for them may take a while, and says what it knows already in a
        method `known_pairs`, which never waits.
        """

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Output | Refusal]:
        """One answer for each text, in order, or raise `EngineError` for all of them."""

    def health(self) -> Health:
        """Whether it works now; may take a moment, never raises `EngineError`."""


def maker_of(engine: Engine, source: str, target: str) -> Maker:
    """Whom a translation of this pair by the engine is ascribed to.

    An engine with models of their own for each pair says so in a method `maker_for`.
    """
    maker_for = getattr(engine, "maker_for", None)
    if maker_for is None:
        return Maker(engine.name, engine.version, engine.quality)
    found: Maker = maker_for(source, target)
    return found
