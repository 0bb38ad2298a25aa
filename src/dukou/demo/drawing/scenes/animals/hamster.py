"""Scene `hamster`: a hamster close up, with its house, its wheel and its seeds."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import darker, lighter, mix
from ...outline import Outline, arc, ellipse, leaf, line, local, path, polygon, rect
from ...potted import blossom, potted
from ...sheet import Sheet
from ...small_animals import hamster_front
from ...surfaces import wall
from .home import light


def hamster(s: Sheet) -> None:
    """A hamster close up: at home with its wheel and seeds, or looking out of a cup."""
    s.pick([_at_home, _at_home, _in_cup])(s)


def _in_cup(s: Sheet) -> None:
    u = s.u
    wall(s, s.palette.key_tone(s.between(0.8, 0.92), 0.07))
    base = s.h * 0.8
    s.fade(rect(0, base, s.w, s.h - base), s.palette(0.74, 0.08, 64), s.palette(0.6, 0.08, 58))
    x, y, r = s.w * s.between(0.44, 0.56), s.h * 0.52, u * 24
    potted(s, s.w * s.pick([0.12, 0.88]), base + u * 4, u * 40)
    hamster_front(s, x, y, r)
    cup = s.palette.accent(0, s.between(0.6, 0.85), 0.1)
    low = base + u * 7
    s.shadow(ellipse(x, low, u * 28, u * 4), 0, 0, u * 2, 0.4)
    s.fill(
        arc(x + u * 30, y + u * 24, u * 11, u * 12, -pi / 2, pi / 2, u * 5),
        darker(cup, 0.1),
    )
    body = path(*local(x, low, u, "-31,-38 0,-34 31,-38 30,-14 20,0 -20,0 -30,-14"))
    s.fade(body, lighter(cup, 0.3), darker(cup, 0.16), 0.0)
    s.spray(body, mix(cup, (20, 10, 40), 0.6), 0.2, 0.4, 0.5)
    for turn in (0.0, 2.1, 4.2):
        blossom(s, x + u * 12 * (turn - 2.1), low - u * 17, u * 5, s.palette.accents[1], 5)
    for side in (-1, 1):
        paw = ellipse(x + side * u * 11, low - u * 35.5, u * 4, u * 3)
        s.fill(paw, s.palette(0.82, 0.09, 25))
    for _ in range(7):
        seed = leaf(
            s.between(0.05, 0.95) * s.w,
            s.h * s.between(0.92, 0.98),
            u * 3.4,
            u * 1.8,
            s.between(0, 6),
        )
        s.fill(seed, s.palette(0.35, 0.03, 60))
    light(s)


def _at_home(s: Sheet) -> None:
    u = s.u
    wall(s, s.palette.key_tone(s.between(0.8, 0.92), 0.07), s.pick(["dots", "stripes", "plaster"]))
    base = s.h * 0.66
    s.fade(rect(0, base, s.w, s.h - base), s.palette(0.86, 0.06, 78), s.palette(0.74, 0.08, 70))
    for _ in range(260):
        px, py = s.between(0, s.w), base + s.between(0, 1) * (s.h - base)
        s.fill(
            line(px, py, px + s.between(-2, 2) * u, py + s.between(-1, 1) * u, u * 0.45),
            s.palette(s.between(0.7, 0.95), 0.07, 75),
            0.8,
        )
    wheel = (s.w * 0.8, base - u * 12)
    for ring in (20.0, 17.0):
        s.fill(_ring(*wheel, u * ring, u * 1.3), s.palette.accent(1, 0.7, 0.12))
    for index in range(10):
        a = 2 * pi * index / 10
        s.fill(
            line(
                wheel[0],
                wheel[1],
                wheel[0] + u * 19 * np.cos(a),
                wheel[1] + u * 19 * np.sin(a),
                u * 0.5,
            ),
            s.palette.accent(1, 0.6, 0.12),
        )
    hx = s.w * 0.2
    s.fade(
        rect(hx - u * 16, base - u * 20, u * 32, u * 26, u * 2),
        s.palette(0.75, 0.08, 65),
        s.palette(0.62, 0.09, 58),
    )
    s.fill(
        polygon(*local(hx, base, u, "-21,-18 0,-36 21,-18")),
        s.palette.accent(0, 0.6, 0.14),
    )
    s.fill(
        path(*local(hx, base, u, "-7,6 -7,-6 0,-12 7,-6 7,6")),
        s.palette(0.28, 0.04, 50),
    )
    hamster_front(s, s.w * 0.5, s.h * 0.72, u * s.between(24, 29))
    for _ in range(12):
        px, py = s.between(0.05, 0.95) * s.w, s.h * s.between(0.88, 0.98)
        seed = leaf(px, py, u * 3.4, u * 1.8, s.between(0, 6))
        s.fill(seed, s.palette(0.35, 0.03, 60))
    for index in range(3):
        px = s.w * (0.74 + index * 0.08)
        s.fade(
            path((px - u * 2, s.h * 0.9), (px + u * 2, s.h * 0.9), (px + u * 0.6, s.h * 0.98)),
            s.palette(0.75, 0.17, 55),
            s.palette(0.62, 0.18, 45),
        )
        s.fill(
            leaf(px, s.h * 0.9, u * 5, u * 1.6, -pi / 2 + s.between(-0.5, 0.5)),
            s.palette(0.55, 0.13, 140),
        )
    light(s)


def _ring(x: float, y: float, r: float, width: float) -> Outline:
    return arc(x, y, r, r, 0, 2 * pi, width)
