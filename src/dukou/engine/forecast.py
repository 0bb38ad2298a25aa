"""How much exposure a window still has to come, from the same hours before."""

from collections.abc import Mapping
from datetime import UTC, datetime

from dukou.engine.clock import days_before, millis, window_start

_HOUR = 3_600_000
_DAY = 24 * _HOUR
_LEAST = 6 * _HOUR


def remaining(bases: Mapping[int, float], *, now: int, start: int, end: int, zone: str) -> float:
    """Exposure expected from `now` to `end`, all in milliseconds.

    Args:
        bases: exposure of each hour by the time it began; the current one so far.
        start, end: the window's.
        zone: the place's; where clocks have changed, people still come at their usual hours.

    Each hour is expected to be as the same hour a week before, else a day before, else as
    the mean of the hours of the window so far; the whole is scaled by how this window has
    gone against that expectation.
    """
    so_far = sum(base for hour, base in bases.items() if start <= hour < end)
    elapsed = max(now - start, 1)
    expected_past = expected_rest = 0.0
    hour = start
    while hour < end:
        before = bases.get(days_before(hour, 7, zone), bases.get(days_before(hour, 1, zone)))
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


def ahead(bases: Mapping[int, float], *, now: int, hours: int, zone: str) -> float:
    """What is expected in the next `hours`, from `now` in milliseconds; 0 where nothing is known.

    Args:
        bases: pages or exposure of each hour by the time it began; an hour that is not named
            had none.
        zone: the place's, by which hours begin and days repeat.

    Each hour is expected to be as the same hour a week before, else as the latest one at the
    same time of day, else as the mean of the last day. A place that has run for less than six
    hours is taken to have run for six: its first burst is no forecast.
    """
    if not bases:
        return 0.0
    running = millis(window_start(datetime.fromtimestamp(now / 1000, UTC), "hour", zone))
    first = min(bases)
    since = max(first, now - _DAY)
    lately = sum(base for hour, base in bases.items() if hour >= since - since % _HOUR)
    mean = lately * _HOUR / max(now - since, _LEAST)
    total = 0.0
    for at in range(hours):
        hour = running + (at + 1) * _HOUR
        week_before = days_before(hour, 7, zone)
        day_before = days_before(hour, (hour - running) // _DAY + 1, zone)
        if week_before >= first:
            total += bases.get(week_before, 0.0)
        elif day_before >= first:
            total += bases.get(day_before, 0.0)
        else:
            total += mean
    return total
