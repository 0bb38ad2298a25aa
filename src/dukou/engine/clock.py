"""Times of the engine: milliseconds for notes, windows in the place's own zone for clauses."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from dukou.engine.contract import Window
from dukou.engine.errors import BadInput


def millis(now: datetime) -> int:
    """Milliseconds since 1970 of an aware time.

    Raises: BadInput: the time has no zone.
    """
    if now.tzinfo is None:
        raise BadInput("now has no time zone: pass an aware datetime")
    return round(now.timestamp() * 1000)


def window_start(now: datetime, window: Window, zone: str) -> datetime:
    """When the window around `now` began, in UTC; weeks begin on Monday."""
    local = now.astimezone(ZoneInfo(zone)).replace(minute=0, second=0, microsecond=0)
    if window == "hour":
        return local.astimezone(UTC)
    midnight = local.replace(hour=0, fold=0)  # where clocks go back at midnight it comes twice
    if window == "week":
        midnight -= timedelta(days=midnight.weekday())
    return midnight.astimezone(UTC)


def window_end(now: datetime, window: Window, zone: str) -> datetime:
    """When the window around `now` ends, in UTC."""
    start = window_start(now, window, zone)
    if window == "hour":
        return start + timedelta(hours=1)
    local = start.astimezone(ZoneInfo(zone)) + timedelta(days=1 if window == "day" else 7)
    return local.replace(hour=0).astimezone(UTC)


@lru_cache(maxsize=4096)
def days_before(at: int, days: int, zone: str) -> int:
    """The same time of day in the zone so many days before; milliseconds."""
    local = datetime.fromtimestamp(at / 1000, ZoneInfo(zone)) - timedelta(days=days)
    return millis(local)


def hour_of_day(now: datetime, zone: str) -> int:
    """0 to 23, in the place's zone."""
    return now.astimezone(ZoneInfo(zone)).hour
