"""How long to wait before the next try."""

import time


class Backoff:
    """Pauses that double up to a limit, and start over after a long good run."""

    def __init__(self, *, first_seconds: float, most_seconds: float) -> None:
        self.first_seconds, self.most_seconds = first_seconds, most_seconds
        self._pause = first_seconds
        self._since = time.monotonic()

    def next_pause(self) -> float:
        """Seconds to wait now; to be called when something has just ended."""
        if time.monotonic() - self._since > 6 * self.most_seconds:
            self._pause = self.first_seconds
        pause = self._pause
        self._pause = min(2 * pause, self.most_seconds)
        self._since = time.monotonic()
        return pause
