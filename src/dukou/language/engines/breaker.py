"""A circuit breaker: an engine that keeps failing is left in peace for a while."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic


@dataclass
class Breaker:
    """Counts failures in a row; after `limit` of them nothing is asked for `rest_seconds`.

    When the rest is over one call may try again: its success closes the circuit, its failure
    begins another rest. What may lie in a text alone makes that text rest, so that nobody who
    writes a hostile one stops the engine for all; only where `limit_of_texts` different ones failed
    in a row is it taken for the engine's failure.
    """

    limit: int = 3
    limit_of_texts: int = 10
    rest_seconds: float = 60.0
    clock: Callable[[], float] = monotonic
    _failures: int = field(default=0, init=False)
    _rests_until: float = field(default=0.0, init=False)
    _failed_texts: set[int] = field(default_factory=set, init=False)
    _text_rests_until: dict[int, float] = field(default_factory=dict, init=False)

    def is_open(self, text: int) -> bool:
        """True while the engine must not be asked for the text of this hash."""
        now = self.clock()
        if now < self._text_rests_until.get(text, 0.0):
            return True
        has_failed = self._failures >= self.limit or len(self._failed_texts) >= self.limit_of_texts
        return has_failed and now < self._rests_until

    def succeeded(self) -> None:
        """The engine answered."""
        self._failures = 0
        self._failed_texts.clear()

    def failed(self) -> None:
        """The engine did not answer."""
        self._failures += 1
        self._rests_until = self.clock() + self.rest_seconds

    def failed_at(self, text: int) -> None:
        """The engine answered, and had nothing for the text of this hash."""
        now = self.clock()
        resting = self._text_rests_until.items()
        self._text_rests_until = {one: until for one, until in resting if now < until}
        self._text_rests_until[text] = now + self.rest_seconds
        self._failed_texts.add(text)
        self._rests_until = now + self.rest_seconds
