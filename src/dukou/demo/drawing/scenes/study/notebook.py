"""Scene `notebook`: a notebook in use: handwriting, markers, stickers, tape."""

from __future__ import annotations

from math import pi

import numpy as np

from ...bookshelf import book_open
from ...colour import lighter
from ...light import daylight
from ...outline import Outline, curve, ellipse, leaf, line, local, path, rect, star, turned
from ...sheet import Sheet
from ...surfaces import tabletop
from ...tableware import cup_above


def notebook(s: Sheet) -> None:
    """A notebook in use: handwriting, markers, stickers, tape."""
    u = s.u
    tabletop(s)
    x, y = s.w * s.between(0.44, 0.56), s.h * s.between(0.5, 0.58)
    turn = s.between(-0.22, 0.22)
    book_open(s, x, y, min(s.w * 0.95, u * 92), turn, written=True)
    for index in range(s.pick([3, 4, 5])):
        _pen(
            s,
            s.w * (0.1 + 0.13 * index),
            s.h * s.between(0.08, 0.2),
            u * s.between(26, 34),
            s.between(-0.5, 0.5) + pi / 2 * s.pick([0, 0, 1]),
        )
    for _ in range(4):
        _sticker(s, x + s.between(-40, 40) * u, y + s.between(-24, 24) * u, u * s.between(3, 5))
    for _ in range(3):
        strip = turned(
            rect(x + s.between(-36, 20) * u, y + s.between(-32, 28) * u, u * 16, u * 3.6),
            s.between(-0.3, 0.3),
            x,
            y,
        )
        s.fill(strip, s.palette.accent(int(s.rng.integers(3)), 0.8, 0.1), 0.75)
    cup_above(
        s, s.w * s.pick([0.12, 0.88]), s.h * s.pick([0.12, 0.9]), u * 11, s.palette(0.4, 0.08, 50)
    )
    if s.chance(0.5):
        for _ in range(8):
            s.fill(
                leaf(s.between(0, s.w), s.pick([0.03, 0.96]) * s.h, u * 8, u * 3, s.between(0, 6)),
                s.palette(0.5, 0.12, 140),
            )
    daylight(s)


def _pen(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    tone = s.palette.accent(int(s.rng.integers(3)), s.between(0.55, 0.75), 0.16)
    way = np.exp(1j * turn)

    def part(start: float, end: float, wide: float) -> Outline:
        a, b = complex(x, y) + way * length * start, complex(x, y) + way * length * end
        return line(a.real, a.imag, b.real, b.imag, s.u * wide)

    s.shadow(part(0, 1, 2.4), s.u * 0.6, s.u, s.u * 0.7, 0.4)
    s.fill(part(0.92, 1.0, 1.1), s.palette(0.3, 0.02, 60))
    s.fill(part(0.3, 0.9, 2.4), lighter(tone, 0.7))
    s.fill(part(0, 0.4, 2.8), tone)
    s.fill(part(0.02, 0.86, 0.5) - way * 1j * s.u * 0.5, (255, 255, 255), 0.6)


def _sticker(s: Sheet, x: float, y: float, r: float) -> None:
    tone = s.palette(s.between(0.65, 0.85), 0.15, s.pick([20.0, 90.0, 150.0, 220.0, 330.0]))
    kind = s.pick(["star", "heart", "round", "flower"])
    if kind == "star":
        s.fill(star(x, y, r * 1.25, inner=0.55), (255, 255, 255))
        s.fill(star(x, y, r, inner=0.55), tone)
    elif kind == "heart":
        heart = path(*local(x, y, r, "0,-.4 .5,-.75 .95,-.3 0,1 -.95,-.3 -.5,-.75"))
        s.fill((heart - complex(x, y)) * 1.2 + complex(x, y), (255, 255, 255))
        s.fill(heart, tone)
    elif kind == "round":
        s.fill(ellipse(x, y, r * 1.15), (255, 255, 255))
        s.fill(ellipse(x, y, r), tone)
        for side in (-1, 1):
            s.fill(ellipse(x + side * r * 0.32, y - r * 0.1, r * 0.1), (50, 40, 40))
        s.fill(
            curve(
                *local(x, y, r, "-.25,.2 0,.42 .25,.2"),
                width=r * 0.12,
            ),
            (50, 40, 40),
        )
    else:
        for index in range(5):
            a = 2 * pi * index / 5
            s.fill(ellipse(x + r * 0.6 * np.cos(a), y + r * 0.6 * np.sin(a), r * 0.5), tone)
        s.fill(ellipse(x, y, r * 0.4), s.palette(0.9, 0.13, 90))
