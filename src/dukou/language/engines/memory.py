"""The translation memory: what has been translated before, word for word the same."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from dukou.language.engines.base import NOT_REMEMBERED, Health, Output, Pair, Quality, Refusal

#: Finds the known translations of texts: (texts, source, target) to one output or None each. An
#: output names who made it, so that what was rough stays rough.
Lookup = Callable[[Sequence[str], str, str], Sequence[Output | None]]


@dataclass(frozen=True)
class TranslationMemory:
    """Answers from a store that the caller keeps; it knows exact matches only."""

    lookup: Lookup
    served: Collection[Pair]
    name: str = "memory"
    version: str = "1"
    quality: Quality = Quality.GOOD
    is_local: bool = True
    is_exact: bool = True

    def pairs(self) -> Collection[Pair]:
        """The pairs that the place's members use."""
        return self.served

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Output | Refusal]:
        """The remembered translation of each text."""
        found = self.lookup(texts, source, target)
        return [Refusal(NOT_REMEMBERED) if known is None else known for known in found]

    def health(self) -> Health:
        """Well: it lives in the caller's own store."""
        return Health(True, "translation memory")
