"""An engine that costs money for each character, within what a day may cost."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dukou.language.engines.base import (
    OUT_OF_BUDGET,
    Engine,
    EngineError,
    Health,
    Output,
    Pair,
    Refusal,
)
from dukou.language.protect import Marker, bracketed
from dukou.site.bridge import budget


class PaidEngine:
    """The engine itself, which refuses once the day's characters are used up.

    The chain then asks the next engine, so that a place goes on with its own models.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.name, self.version = engine.name, engine.version
        self.quality = engine.quality
        self.is_local, self.is_exact = engine.is_local, engine.is_exact
        self.marker: Marker = getattr(engine, "marker", bracketed)

    def pairs(self) -> Collection[Pair]:
        """As the engine says."""
        return self._engine.pairs()

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Output | Refusal]:
        """By the engine, charged before it is asked and given back if it does not answer."""
        characters = sum(map(len, texts))
        try:
            budget.charge_paid(characters)
        except budget.OutOfBudget:
            return [Refusal(OUT_OF_BUDGET) for _ in texts]
        try:
            return self._engine.translate(texts, source, target)
        except EngineError:
            budget.refund_paid(characters)
            raise

    def health(self) -> Health:
        """As the engine says."""
        return self._engine.health()
