"""Scene `barbecue`: skewers over glowing coals."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...light import lamp_pool, steam
from ...outline import (
    blob,
    ellipse,
    line,
    local,
    path,
    rect,
    turned,
)
from ...sheet import Sheet
from ...surfaces import wood
from ...tableware import (
    dish,
)  # fmt: skip


def barbecue(s: Sheet) -> None:
    """Skewers over glowing coals."""
    c, u = s.palette, s.u
    wood(s, 0.25 if s.chance(0.6) else None)
    turn = s.between(-0.2, 0.2)
    x, y = s.w / 2, s.h * s.between(0.46, 0.54)
    wide, tall = s.w * 0.92, s.h * s.between(0.48, 0.6)
    grill = turned(rect(x - wide / 2, y - tall / 2, wide, tall, u * 2), turn, x, y)
    s.shadow(grill, u, u * 3, u * 3, 0.6)
    s.fill(grill, c(0.22, 0.01, 250))
    bed = turned(
        rect(x - wide / 2 + u * 3, y - tall / 2 + u * 3, wide - u * 6, tall - u * 6, u), turn, x, y
    )
    with s.inside(bed):
        s.fill(bed, c.light(0.2, 0.04, 30))
        for _ in range(130):
            px, py = x + s.between(-0.5, 0.5) * wide, y + s.between(-0.5, 0.5) * tall
            heat = s.rng.random()
            tone = c.light(0.24 + 0.42 * heat, 0.03 + 0.17 * heat, 28 + 25 * heat)
            s.fill(blob(px, py, u * s.between(2, 4.5), s.rng, rough=0.35, knots=6), tone)
        for _ in range(9):
            s.glow(
                x + s.between(-0.45, 0.45) * wide,
                y + s.between(-0.4, 0.4) * tall,
                u * 20,
                c.light(0.7, 0.2, 45),
                0.4,
            )
        for bar in np.linspace(-0.5, 0.5, 15):
            s.fill(
                turned(
                    line(x - wide / 2, y + bar * tall, x + wide / 2, y + bar * tall, u * 0.5),
                    turn,
                    x,
                    y,
                ),
                c(0.4, 0.01, 250),
            )
    kinds = [_meat_skewer, _meat_skewer, _corn_skewer, _pepper_skewer, _wing_skewer]
    count = int(wide / (u * 15))
    for index in range(count):
        px = x - wide / 2 + wide * (index + 0.5) / count
        s.pick(kinds)(s, px, y, tall * s.between(0.9, 1.02), turn + s.between(-0.06, 0.06) + pi / 2)
    if s.chance(0.7):
        dish(s, s.w * 0.15, s.h * 0.93, u * 13)
        for _ in range(160):
            s.fill(
                ellipse(
                    s.w * 0.15 + s.rng.normal(0, u * 3.4),
                    s.h * 0.93 + s.rng.normal(0, u * 3.4),
                    u * 0.5,
                ),
                c(s.between(0.4, 0.6), 0.17, s.between(28, 60)),
            )
    lamp_pool(s, s.w * 0.6, 0, 0.25)
    steam(s, x, y, u * 60, 0.4, 5)
    for _ in range(26):
        s.fill(
            ellipse(s.between(0, s.w), s.between(0, s.h), u * s.between(0.2, 0.5)),
            c.light(0.85, 0.16, 60),
            0.9,
        )


def _skewer(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    start = complex(x, y) - length * 0.62 * np.exp(1j * turn)
    end = complex(x, y) + length * 0.82 * np.exp(1j * turn)
    s.fill(line(start.real, start.imag, end.real, end.imag, s.u * 0.9), s.palette(0.8, 0.07, 78))


def _pieces(
    x: float, y: float, length: float, turn: float, count: int
) -> list[tuple[float, float]]:
    places = complex(x, y) + np.linspace(-0.46, 0.42, count) * length * np.exp(1j * turn)
    return [(place.real, place.imag) for place in places]


def _meat_skewer(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    _skewer(s, x, y, length, turn)
    for px, py in _pieces(x, y, length, turn, 8):
        piece = blob(px, py, s.u * 4.1, s.rng, rough=0.16, knots=7)
        s.shadow(piece, s.u * 0.5, s.u, s.u * 0.7, 0.5)
        s.fade(piece, s.palette(0.62, 0.12, 42), s.palette(0.36, 0.1, 32), 1)
        for _ in range(9):
            spice = s.pick(
                [s.palette(0.55, 0.2, 30), s.palette(0.85, 0.08, 80), s.palette(0.25, 0.04, 50)]
            )
            s.fill(
                ellipse(
                    px + s.rng.normal(0, s.u * 1.7), py + s.rng.normal(0, s.u * 1.7), s.u * 0.35
                ),
                spice,
            )


def _corn_skewer(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    _skewer(s, x, y, length, turn)
    for px, py in _pieces(x, y, length, turn, 4):
        s.shadow(ellipse(px, py, s.u * 5), s.u * 0.5, s.u, s.u * 0.7, 0.5)
        s.fill(ellipse(px, py, s.u * 5), s.palette(0.72, 0.15, 80))
        for kernel in range(14):
            angle = 2 * pi * kernel / 14
            s.fill(
                ellipse(px + s.u * 3.9 * cos(angle), py + s.u * 3.9 * sin(angle), s.u * 1.05),
                s.palette(0.84, 0.16, 88),
            )
        s.fill(ellipse(px, py, s.u * 2.6), s.palette(0.9, 0.07, 85))


def _pepper_skewer(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    _skewer(s, x, y, length, turn)
    for index, (px, py) in enumerate(_pieces(x, y, length, turn, 7)):
        hue, light = ((138, 0.58), (28, 0.56), (75, 0.75))[index % 3]
        piece = turned(
            rect(px - s.u * 3.4, py - s.u * 3.8, s.u * 6.8, s.u * 7.6, s.u * 2),
            turn + s.between(-0.3, 0.3),
            px,
            py,
        )
        s.shadow(piece, s.u * 0.5, s.u, s.u * 0.7, 0.5)
        s.fade(piece, s.palette(light + 0.08, 0.16, hue), s.palette(light - 0.08, 0.15, hue), 1)
        s.fill(
            turned(
                line(px - s.u * 1.6, py - s.u * 2, px - s.u * 1.6, py + s.u * 1.5, s.u * 0.6),
                turn,
                px,
                py,
            ),
            s.palette(1, 0, 0),
            0.4,
        )


def _wing_skewer(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    _skewer(s, x, y, length, turn)
    for px, py in _pieces(x, y, length, turn, 4):
        wing = turned(
            path(*local(px, py, s.u, "-6,0 -2,-4 5,-3 6,2 0,4")),
            turn + 1.3,
            px,
            py,
        )
        s.shadow(wing, s.u * 0.5, s.u, s.u * 0.7, 0.5)
        s.fade(wing, s.palette(0.68, 0.14, 58), s.palette(0.42, 0.12, 40), 1)
        s.spray(wing, s.palette(0.25, 0.06, 35), 1.4, 0.7, 0.5)
