"""Geometry of the balance page: the bar of a promise, and the chart of its last 24 hours."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone
from django.utils.formats import date_format

from dukou.site.reading.balance.hours import HourRow, is_kept
from dukou.site.reading.clause_words import percent

WIDTH = 640
LEFT, RIGHT, TOP, BOTTOM = 56.0, 632.0, 12.0, 240.0
HOURS_BETWEEN_LABELS = 6
LABEL_APART = 70.0


@dataclass(frozen=True)
class Label:
    """Words at a place."""

    x: float
    y: float
    text: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Bar:
    """The promised part of a track from nothing to everything, and where the delivered lies."""

    promised: Box
    labels: list[Label]
    point: Label | None
    is_kept: bool


@dataclass(frozen=True)
class Mark:
    """An hour on the line; one outside the bounds has another shape."""

    x: float
    y: float
    is_outside: bool
    words: str


@dataclass(frozen=True)
class Chart:
    """Two lines over 24 hours, the promised band behind them."""

    grid: list[Label]
    hours: list[Label]
    bands: list[Box]
    shown: str
    without: str
    marks: list[Mark]


def bar(floor: float, ceiling: float, delivered: float | None) -> Bar:
    """The bar of a promise."""
    left, right = WIDTH * floor, WIDTH * ceiling
    labels = [
        Label(max(left, 4), 66, percent(floor), "start" if floor < 0.06 else "middle"),
        Label(min(right, WIDTH - 4), 66, percent(ceiling), "end" if ceiling > 0.94 else "middle"),
    ]
    if right - left < LABEL_APART:
        labels = [Label((left + right) / 2, 66, f"{percent(floor)}–{percent(ceiling)}")]
    point = None
    if delivered is not None:
        x = min(max(delivered * WIDTH, 10), WIDTH - 10)
        anchor = "start" if delivered < 0.06 else "end" if delivered > 0.94 else "middle"
        point = Label(_round(x), 20, percent(delivered), anchor)
    return Bar(
        promised=Box(_round(left), 32, _round(right - left), 16),
        labels=labels,
        point=point,
        is_kept=delivered is not None and is_kept(delivered, floor, ceiling),
    )


def chart(hours: list[HourRow]) -> Chart:
    """The chart of these hours, oldest first."""
    return Chart(
        grid=[
            Label(LEFT - 8, _y(share), percent(share), "end") for share in (0, 0.25, 0.5, 0.75, 1)
        ],
        hours=_hour_labels(hours),
        bands=_bands(hours),
        shown=_path(hours, "shown"),
        without=_path(hours, "without"),
        marks=[
            Mark(_x(at, hours), _y(row.share.shown), row.is_outside, percent(row.share.shown))
            for at, row in enumerate(hours)
            if row.share is not None
        ],
    )


def _hour_labels(hours: list[HourRow]) -> list[Label]:
    """Every sixth hour, counted back from the newest, in the reader's own zone."""
    labels = []
    for at in range(len(hours) - 1, -1, -HOURS_BETWEEN_LABELS):
        local = timezone.localtime(hours[at].begins)
        anchor = "end" if at == len(hours) - 1 else "middle"
        labels.append(Label(_x(at, hours), BOTTOM + 24, date_format(local, "H:i"), anchor))
    return labels[::-1]


def _bands(hours: list[HourRow]) -> list[Box]:
    """The promised band; another box wherever the contract changed."""
    half = (RIGHT - LEFT) / max(len(hours) - 1, 1) / 2
    boxes = []
    numbered = enumerate(hours)
    for (floor, ceiling), run in groupby(numbered, lambda pair: (pair[1].floor, pair[1].ceiling)):
        places = [at for at, _ in run]
        left = max(_x(places[0], hours) - half, LEFT)
        right = min(_x(places[-1], hours) + half, RIGHT)
        top = _y(ceiling)
        boxes.append(Box(_round(left), top, _round(right - left), _round(_y(floor) - top)))
    return boxes


def _path(hours: list[HourRow], line: str) -> str:
    """The line through the hours that have a share; it breaks where one has none."""
    parts = []
    is_pen_down = False
    for at, row in enumerate(hours):
        if row.share is None:
            is_pen_down = False
            continue
        parts.append(f"{'L' if is_pen_down else 'M'}{_x(at, hours)} {_y(getattr(row.share, line))}")
        is_pen_down = True
    return "".join(parts)


def _x(at: int, hours: list[HourRow]) -> float:
    return _round(LEFT + (RIGHT - LEFT) * at / max(len(hours) - 1, 1))


def _y(share: float) -> float:
    return _round(BOTTOM - (BOTTOM - TOP) * min(max(share, 0.0), 1.0))


def _round(value: float) -> float:
    return round(value, 1)
