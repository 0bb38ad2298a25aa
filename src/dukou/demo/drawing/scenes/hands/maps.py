"""Scene `map`: a map with a route, pins, tickets, a camera and a cup."""

from __future__ import annotations

from math import pi

import numpy as np

from ...bookshelf import book_flat
from ...colour import Rgb, darker, lighter
from ...light import daylight
from ...outline import (
    blob,
    curve,
    ellipse,
    line,
    local,
    path,
    polygon,
    rect,
    stroke,
    turned,
    turning,
)
from ...sheet import Sheet
from ...surfaces import tabletop
from ...tableware import cup_above


def map_(s: Sheet) -> None:
    """A map with a route, pins, tickets, a camera and a cup."""
    u = s.u
    tabletop(s)
    x, y, turn = s.w * 0.5, s.h * 0.5, s.between(-0.1, 0.1)
    w, h = s.w * 0.86, s.h * 0.8
    place = turning(turn, x, y)
    paper = place(rect(x - w / 2, y - h / 2, w, h))
    s.shadow(paper, u, u * 2, u * 1.8, 0.45)
    land = s.palette(0.93, 0.04, 88)
    with s.inside(paper):
        s.fill(paper, land)
        river = path(
            *local(x, y, w, "-.6,.1 -.2,-.1 .1,.2 .6,.04", tall=h),
            closed=False,
        )
        s.fill(stroke(river, u * 8), s.palette(0.78, 0.08, 220))
        for _ in range(4):
            s.fill(
                blob(
                    x + s.between(-0.5, 0.5) * w,
                    y + s.between(-0.5, 0.5) * h,
                    u * s.between(8, 15),
                    s.rng,
                    rough=0.3,
                ),
                s.palette(0.82, 0.09, 140),
            )
        for _ in range(9):
            angle = s.between(0, pi)
            px, py = x + s.between(-0.4, 0.4) * w, y + s.between(-0.4, 0.4) * h
            a, b = (
                complex(px, py) - s.w * np.exp(1j * angle),
                complex(px, py) + s.w * np.exp(1j * angle),
            )
            s.fill(line(a.real, a.imag, b.real, b.imag, u * 1.5), s.palette(0.99, 0.01, 85))
        for _ in range(3):
            px, py = x + s.between(-0.3, 0.3) * w, y + s.between(-0.3, 0.3) * h
            s.fill(
                curve(
                    (x - w * 0.6, py), (px, py + u * 9), (x + w * 0.6, py - u * 14), width=u * 2.4
                ),
                s.palette(0.88, 0.1, 75),
            )
        for _ in range(26):
            px, py = x + s.between(-0.46, 0.46) * w, y + s.between(-0.46, 0.46) * h
            s.fill(
                rect(px, py, u * s.between(2, 5), u * s.between(2, 4), u * 0.3),
                s.palette(0.84, 0.04, 60),
            )
        for fold in (-0.25, 0.0, 0.25):
            s.fill(rect(x + fold * w, y - h, u * 7, h * 2), (0, 0, 0), 0.05)
            s.fill(line(x + fold * w, y - h, x + fold * w, y + h, u * 0.25), (120, 100, 80), 0.4)
        s.fill(line(x - w, y, x + w, y, u * 0.25), (120, 100, 80), 0.4)
    stops = [
        (x + w * (-0.36 + 0.24 * index) + s.between(-2, 2) * u, y + h * s.between(-0.28, 0.28))
        for index in range(4)
    ]
    route = path(*stops, closed=False)
    red = s.palette.light(0.57, 0.21, 27)
    for index in range(0, len(route) - 1, 2):
        a, b = route[index], route[index + 1]
        s.fill(line(a.real, a.imag, b.real, b.imag, u * 0.9), red)
    for px, py in stops:
        _pin(s, px, py, u * 4.6, red if s.chance(0.5) else s.palette.light(0.52, 0.11, 220))
    book_flat(s, s.w * 0.12, s.h * 0.86, u * 28, u * 38, s.between(-0.3, 0.3))
    cup_above(s, s.w * 0.88, s.h * 0.14, u * 12, s.palette(0.42, 0.09, 50))
    for index in range(2):
        _boarding(
            s,
            s.w * (0.74 + 0.04 * index),
            s.h * (0.85 + 0.06 * index),
            u * 42,
            s.between(-0.25, 0.15),
        )
    compass = (s.w * 0.14, s.h * 0.14)
    s.shadow(ellipse(*compass, u * 9), u * 0.8, u * 1.4, u, 0.4)
    s.fill(ellipse(*compass, u * 9), s.palette.light(0.78, 0.1, 80))
    s.fill(ellipse(*compass, u * 7.4), s.palette(0.97, 0.02, 88))
    s.fill(
        turned(
            polygon(*local(compass[0], compass[1], u, "0,-6 1.4,0 -1.4,0")),
            0.6,
            *compass,
        ),
        red,
    )
    s.fill(
        turned(
            polygon(*local(compass[0], compass[1], u, "0,6 1.4,0 -1.4,0")),
            0.6,
            *compass,
        ),
        s.palette(0.3, 0.04, 250),
    )
    daylight(s)


def _pin(s: Sheet, x: float, y: float, r: float, tone: Rgb) -> None:
    s.shadow(ellipse(x, y, r * 0.5, r * 0.2), r * 0.3, r * 0.1, r * 0.2, 0.5)
    s.fade(
        path(*local(x, y, r, "0,0 -.85,-1.3 -.7,-2.1 0,-2.5 .7,-2.1 .85,-1.3")),
        lighter(tone, 0.2),
        darker(tone, 0.12),
    )
    s.fill(ellipse(x, y - r * 1.55, r * 0.4), (255, 255, 255))


def _boarding(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    h = w * 0.42
    place = turning(turn, x, y)
    body = place(rect(x - w / 2, y - h / 2, w, h, s.u * 1.4))
    s.shadow(body, s.u * 0.6, s.u * 1.2, s.u, 0.35)
    s.fill(body, s.palette(0.98, 0.01, 230))
    s.fill(place(rect(x - w / 2, y - h / 2, w, h * 0.24, s.u)), s.palette.accent(0, 0.58, 0.14))
    for row in range(3):
        s.fill(
            place(
                rect(x - w * 0.42, y - h * 0.12 + row * h * 0.18, w * (0.4 - 0.08 * row), h * 0.07)
            ),
            s.palette(0.4, 0.04, 255),
        )
    for index in range(12):
        s.fill(
            place(
                rect(
                    x + w * 0.24 + index * w * 0.018,
                    y - h * 0.12,
                    w * s.pick([0.006, 0.01]),
                    h * 0.5,
                )
            ),
            s.palette(0.2, 0.02, 260),
        )
    for row in range(6):
        s.fill(
            place(ellipse(x + w * 0.19, y - h * 0.42 + row * h * 0.17, s.u * 0.3)),
            s.palette(0.7, 0.02, 250),
        )
