"""An old camera and its prints."""

from __future__ import annotations

from math import pi

from ...colour import darker, lighter
from ...light import daylight
from ...outline import (
    blob,
    ellipse,
    rect,
    turned,
    turning,
)
from ...sheet import Sheet
from ...surfaces import tabletop


def camera(s: Sheet) -> None:
    """The camera on a table, prints around it."""
    u = s.u
    tabletop(s)
    x, y, turn = s.w * 0.48, s.h * 0.48, s.between(-0.2, 0.2)
    place = turning(turn, x, y)
    leather, metal = (
        s.pick([s.palette(0.24, 0.02, 50), s.palette(0.45, 0.08, 45), s.palette(0.4, 0.06, 200)]),
        s.palette(0.85, 0.01, 250),
    )
    body = place(rect(x - u * 34, y - u * 20, u * 68, u * 42, u * 4))
    s.shadow(body, u * 1.4, u * 3, u * 3, 0.5)
    s.fade(body, lighter(metal, 0.3), darker(metal, 0.15), 1)
    s.fade(
        place(rect(x - u * 34, y - u * 10, u * 68, u * 24)),
        lighter(leather, 0.1),
        leather,
        1,
    )
    s.fill(place(rect(x - u * 9, y - u * 27, u * 18, u * 9, u * 2)), darker(metal, 0.1))
    s.fill(place(rect(x - u * 5, y - u * 18, u * 10, u * 5, u)), s.palette(0.2, 0.03, 230))
    for dx in (-24, 22):
        s.fade(
            place(ellipse(x + dx * u, y - u * 20, u * 5, u * 3)),
            lighter(metal, 0.4),
            darker(metal, 0.25),
        )
    for radius, tone in (
        (17.0, darker(metal, 0.2)),
        (15.0, s.palette(0.16, 0.01, 260)),
        (11.0, s.palette(0.28, 0.02, 260)),
        (8.5, s.palette(0.12, 0.03, 270)),
    ):
        s.fill(place(ellipse(x, y + u * 2, u * radius)), tone)
    s.fade(
        place(ellipse(x, y + u * 2, u * 7.6)),
        s.palette.light(0.5, 0.1, 290),
        s.palette.light(0.22, 0.07, 230),
        1,
    )
    s.fill(place(ellipse(x - u * 2.6, y - u * 0.8, u * 2, u * 1.3, -0.6)), (255, 255, 255), 0.75)
    s.fill(
        place(ellipse(x + u * 2.6, y + u * 4.4, u, u * 0.7)), s.palette.light(0.8, 0.12, 60), 0.7
    )
    for index in range(4):
        _photo(
            s,
            s.w * (0.14 + 0.24 * index),
            s.h * s.pick([0.1, 0.88]) + s.between(-2, 2) * u,
            u * s.between(20, 24),
            s.between(-0.4, 0.4),
        )
    cx, cy = s.w * 0.86, s.h * 0.24
    s.fade(
        rect(cx - u * 6, cy - u * 6, u * 12, u * 14, u),
        s.palette.light(0.82, 0.15, 85),
        s.palette.light(0.7, 0.16, 70),
        0.0,
    )
    s.fill(rect(cx - u * 7, cy - u * 8, u * 14, u * 3, u), s.palette(0.2, 0.02, 260))
    strip = turned(rect(cx - u * 32, cy - u * 5, u * 27, u * 10), -0.14, cx - u * 6, cy)
    s.shadow(strip, u * 0.5, u, u * 0.8, 0.35)
    s.fill(strip, s.palette.light(0.32, 0.05, 50))
    for index in range(9):
        for edge in (-4.0, 2.6):
            hole = rect(cx - u * (31 - index * 2.9), cy + edge * u, u * 1.5, u * 1.4, u * 0.3)
            s.fill(turned(hole, -0.14, cx - u * 6, cy), s.palette(0.92, 0.03, 80))
    daylight(s)


def _photo(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    """An instant print."""
    place = turning(turn, x, y)
    paper = place(rect(x - w / 2, y - w * 0.6, w, w * 1.2, s.u * 0.4))
    s.shadow(paper, s.u * 0.6, s.u, s.u, 0.35)
    s.fill(paper, s.palette(0.98, 0.008, 85))
    frame = place(rect(x - w * 0.42, y - w * 0.52, w * 0.84, w * 0.84))
    with s.inside(frame, spill=s.u):
        s.fade(frame, s.palette.accent(0, 0.8, 0.09), s.palette.accent(1, 0.7, 0.1), turn + pi / 2)
        s.fill(ellipse(x + w * 0.15, y - w * 0.25, w * 0.11), s.palette.light(0.96, 0.08, 90))
        s.fill(blob(x - w * 0.1, y + w * 0.34, w * 0.34, s.rng), s.palette.accent(2, 0.5, 0.1))
        s.fill(blob(x + w * 0.28, y + w * 0.36, w * 0.26, s.rng), s.palette.accent(2, 0.6, 0.1))
