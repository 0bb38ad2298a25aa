"""A circuit breaker: an engine that keeps failing is left in peace for a while."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic


@dataclass
class Breaker:
    """Counts failures in a row; after `limit` of them nothing is asked for `rest_seconds`.

    When the rest is over one call may try again: its success closes the circuit, its failure
    begins another rest.
    """

    limit: int = 3
    rest_seconds: float = 60.0
    clock: Callable[[], float] = monotonic
    _failures: int = field(default=0, init=False)
    _rests_until: float = field(default=0.0, init=False)

    def is_open(self) -> bool:
        """True while the engine must not be asked."""
        return self._failures >= self.limit and self.clock() < self._rests_until

    def succeeded(self) -> None:
        """The engine answered."""
        self._failures = 0

    def failed(self) -> None:
        """The engine did not answer, or not as it should."""
        self._failures += 1
        self._rests_until = self.clock() + self.rest_seconds
