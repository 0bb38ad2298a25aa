"""How much exposure a window still has to come, from the same hours before."""

from collections.abc import Mapping

_HOUR = 3_600_000
_DAY = 24 * _HOUR
_WEEK = 7 * _DAY


def remaining(bases: Mapping[int, float], *, now: int, start: int, end: int) -> float:
    """Exposure expected from `now` to `end`, all in milliseconds.

    Args:
        bases: exposure of each hour by the time it began; the current one so far.
        start, end: the window's.

    Each hour is expected to be as the same hour a week before, else a day before, else as
    the mean of the hours of the window so far; the whole is scaled by how this window has
    gone against that expectation.
    """
    so_far = sum(base for hour, base in bases.items() if start <= hour < end)
    elapsed = max(now - start, 1)
    expected_past = expected_rest = 0.0
    hour = start
    while hour < end:
        before = bases.get(hour - _WEEK, bases.get(hour - _DAY))
        if before is None:
            before = so_far * min(_HOUR, elapsed) / elapsed
        passed = min(max((now - hour) / _HOUR, 0.0), 1.0)
        expected_past += before * passed
        expected_rest += before * (1.0 - passed)
        hour += _HOUR
    if expected_past <= 0.0:
        return expected_rest
    trust = 0.25 * expected_past
    return expected_rest * (so_far + trust) / (expected_past + trust)
