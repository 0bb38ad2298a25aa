"""What is still to come is told by the place's own hours, wherever it is and when clocks change."""

from datetime import UTC, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from dukou.engine import EngineConfig, Prices
from dukou.engine.clock import window_end, window_start
from tests.engine.test_prices import FLOOR, served
from tests.engine.world import bare

CONFIG = EngineConfig()
NEW_YORK = ZoneInfo("America/New_York")


def evenings_until(end: datetime) -> Prices:
    """A place whose readers come at eight in the evening for nine days, by their own clocks."""
    prices = Prices.start(bare(FLOOR), zone=str(end.tzinfo))
    last = end.astimezone(UTC)
    for hours in count():
        now = last - timedelta(days=9) + timedelta(hours=hours)
        if now >= last:
            return prices
        is_evening = now.astimezone(end.tzinfo).hour == 20
        prices.step(served(0.5, exposure=300.0 if is_evening else 10.0), now=now)


@pytest.mark.parametrize(
    ("now", "rest"),
    [
        (datetime(2025, 11, 4, 20, tzinfo=NEW_YORK), 300 + 3 * 10),
        (datetime(2025, 3, 11, 21, tzinfo=NEW_YORK), 3 * 10),
    ],
)
def test_after_clocks_have_changed_people_come_at_their_usual_hours(
    now: datetime, rest: float
) -> None:
    assert evenings_until(now).standing(now, CONFIG).rest[0] == pytest.approx(rest)


@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "Asia/Kolkata", "Asia/Kathmandu"])
def test_pages_are_expected_wherever_hours_begin(zone: str) -> None:
    begins = datetime(2025, 1, 13, tzinfo=UTC)
    prices = Prices.start(bare(FLOOR), zone=zone)
    for hour in range(9 * 24):
        prices.step(served(0.5), now=begins + timedelta(hours=hour, minutes=10))
        if hour in (30, 9 * 24 - 1):
            now = begins + timedelta(hours=hour, minutes=50)
            assert prices.pages_expected(now, hours=48) == pytest.approx(48)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("America/Havana", datetime(2025, 11, 2), 25),  # from one to midnight again
        ("America/New_York", datetime(2025, 11, 2), 25),
        ("America/New_York", datetime(2025, 3, 9), 23),
        ("America/Santiago", datetime(2025, 9, 7), 23),  # has no midnight
    ],
)
def test_a_day_on_which_clocks_change_is_one_window(zone: str, day: datetime, hours: int) -> None:
    noon = day.replace(hour=12, tzinfo=ZoneInfo(zone))
    start, end = window_start(noon, "day", zone), window_end(noon, "day", zone)
    assert end - start == timedelta(hours=hours)
    for passed in range(hours * 2):
        now = start + timedelta(minutes=30 * passed)
        assert (window_start(now, "day", zone), window_end(now, "day", zone)) == (start, end)
    assert window_start(start - timedelta(seconds=1), "day", zone) < start


def test_what_a_longer_day_missed_is_carried_over_whole() -> None:
    prices = Prices.start(bare(FLOOR), zone="America/New_York")
    first = datetime(2025, 11, 2, 0, 30, tzinfo=NEW_YORK)
    for _ in range(100):
        prices.step(served(0.0), now=first)
    morning = datetime(2025, 11, 3, 0, 30, tzinfo=NEW_YORK)
    prices.merge([prices.report()], now=morning)
    prices.step(served(0.5), now=morning)
    standing = prices.standing(morning, CONFIG)
    carried = (standing.needed.low[0] - standing.due.low[0]) * standing.rest[0]
    assert carried == pytest.approx(CONFIG.carry_limit * 1000.0)
