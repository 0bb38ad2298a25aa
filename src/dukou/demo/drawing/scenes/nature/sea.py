"""Scene `sea`: beach and sea from above the sand, or waves with a sail."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...colour import lighter, mix
from ...outline import arc, ellipse, line, local, path, polygon, rect
from ...sheet import Sheet
from ...sky import water
from .outdoors import birds, heaven


def sea(s: Sheet) -> None:
    """Beach and sea from above the sand, or waves with a sail."""
    if s.chance(0.45):
        _beach_above(s)
        return
    u = s.u
    level = s.h * s.between(0.42, 0.52)
    colours = heaven(s, level)
    top = mix(colours[-1], s.palette(0.65, 0.1, 215), 0.65)
    water(
        s,
        level,
        top,
        s.palette(0.42, 0.11, 235),
        s.palette.light(0.97, 0.05, 88)
        if s.palette.name in ("gold", "warm", "night", "candy")
        else None,
    )
    s.fill(rect(0, level - u * 0.2, s.w, u * 0.5), lighter(top, 0.5), 0.6)
    sail_x, sail_y = s.w * s.between(0.2, 0.8), level + u * 3
    for side, reach in ((-1, 5.0), (1, 7.0)):
        s.fill(
            path(
                (sail_x + side * u * 0.5, sail_y - u * 15),
                (sail_x + side * u * reach * 0.7, sail_y - u * 6),
                (sail_x + side * u * reach, sail_y - u * 2),
                (sail_x + side * u * 0.5, sail_y - u * 2),
            ),
            s.palette.light(0.97, 0.02, 85) if side > 0 else s.palette.accent(0, 0.65, 0.15),
        )
    s.fill(
        path(*local(sail_x, sail_y, u, "-7,-1 8,-1 5,2 -5,2")),
        s.palette(0.4, 0.08, 40),
    )
    shore = s.h * s.between(0.74, 0.82)
    for index in range(3):
        foam = [
            (-20, shore + index * u * 4),
            (s.w * 0.25, shore + u * (3 + index * 4)),
            (s.w * 0.5, shore - u * (1 - index * 4)),
            (s.w * 0.75, shore + u * (4 + index * 4)),
            (s.w + 20, shore + index * u * 3),
        ]
        edge = np.concatenate(
            [path(*foam, closed=False), polygon((s.w + 20, s.h + 20), (-20, s.h + 20))]
        )
        tone = (s.palette(0.96, 0.015, 200), s.palette(0.8, 0.05, 190), s.palette(0.88, 0.06, 80))[
            index
        ]
        s.fill(edge, tone, 0.95 if index != 1 else 0.6)
    s.spray(rect(0, shore + u * 10, s.w, s.h), s.palette(0.6, 0.08, 65), pi / 2, 0.4, 0.9)
    _beach_things(s, shore + u * 12)
    birds(s, level * 0.5)


def _beach_things(s: Sheet, y: float) -> None:
    u = s.u
    x = s.w * s.between(0.25, 0.7)
    hue = s.palette.accents[0]
    if y < s.h - u * 8:
        s.shadow(ellipse(x + u * 8, s.h - u * 4, u * 20, u * 3), 0, 0, u * 2, 0.35)
    s.fill(line(x, s.h - u * 3, x + u * 4, s.h - u * 34, u * 0.8), s.palette(0.9, 0.03, 80))
    cx, cy = x + u * 4, s.h - u * 33
    for index in range(7):
        a, b = pi + index * pi / 7, pi + (index + 1) * pi / 7
        panel = polygon(
            (cx, cy - u * 5),
            (cx + u * 24 * cos(a), cy + u * 14 * sin(a) + u * 4),
            (cx + u * 24 * cos(b), cy + u * 14 * sin(b) + u * 4),
        )
        s.fill(panel, s.palette(0.62, 0.17, hue) if index % 2 else s.palette(0.97, 0.015, 85))
    for _ in range(5):
        px, py = s.between(0.05, 0.95) * s.w, s.h - u * s.between(2, 8)
        s.fill(arc(px, py, u * 1.6, u * 1.4, pi, 2 * pi, u * 0.9), s.palette(0.9, 0.06, 40))
    s.fill(
        path(*local(x, s.h, u, "22,-2 40,-5 44,-2 26,1")),
        s.palette.accent(2, 0.75, 0.1),
    )


def _beach_above(s: Sheet) -> None:
    u = s.u
    s.fade(s.whole, s.palette(0.92, 0.055, 82), s.palette(0.85, 0.07, 75), 0.6)
    for _ in range(500):
        s.fill(
            ellipse(s.between(0, s.w), s.between(0, s.h), u * s.between(0.1, 0.3)),
            s.palette(s.between(0.55, 0.98), 0.05, 70),
            0.7,
        )
    start = s.w * s.between(0.35, 0.5)
    tones = [
        (s.palette(0.82, 0.05, 195), 0.7),
        (s.palette(0.98, 0.01, 200), 0.95),
        (s.palette(0.75, 0.10, 200), 0.95),
        (s.palette(0.97, 0.01, 200), 0.85),
        (s.palette(0.6, 0.12, 220), 0.95),
        (s.palette(0.48, 0.12, 235), 1.0),
    ]
    reach = 0.0
    for tone, alpha in tones:
        wave = [
            (start + reach + u * s.between(-5, 5), t * s.h) for t in np.linspace(-0.08, 1.08, 8)
        ]
        edge = np.concatenate(
            [path(*wave, closed=False), polygon((s.w + 20, s.h + 60), (s.w + 20, -60))]
        )
        s.fill(edge, tone, alpha)
        reach += u * s.between(3, 11)
    for _ in range(60):
        px, py = s.between(start + reach, s.w), s.between(0, s.h)
        s.fill(arc(px, py, u * 2.4, u * 1.4, 0.3, 2.6, u * 0.35), s.palette(0.9, 0.04, 205), 0.5)
    for index in range(2):
        _towel(s, s.w * 0.17, s.h * (0.3 + index * 0.36), index)
    px, py = s.w * 0.3, s.h * 0.16
    s.shadow(ellipse(px, py, u * 15), u * 3, u * 4, u * 2, 0.35)
    for index in range(8):
        a, b = 2 * pi * index / 8, 2 * pi * (index + 1) / 8
        t = np.linspace(a, b, 6)
        wedge = np.concatenate([[complex(px, py)], complex(px, py) + u * 15 * np.exp(1j * t)])
        s.fill(wedge, s.palette.accent(0, 0.62, 0.17) if index % 2 else s.palette(0.98, 0.015, 85))
    s.fill(ellipse(px, py, u * 0.9), s.palette(0.9, 0.03, 80))
    for _ in range(7):
        s.fill(
            ellipse(
                s.between(0.02, 0.4) * s.w,
                s.between(0.6, 1) * s.h,
                u * 0.9,
                u * 1.5,
                s.between(0, 3),
            ),
            s.palette(0.75, 0.07, 68),
            0.7,
        )


def _towel(s: Sheet, x: float, y: float, index: int) -> None:
    u, tone = s.u, s.palette.accent(index + 1, 0.7, 0.13)
    cloth = rect(x - u * 9, y - u * 12, u * 18, u * 30, u) * np.exp(1j * 0.12)
    cloth = cloth + complex(x, y) * (1 - np.exp(1j * 0.12))
    s.shadow(cloth, u * 0.6, u, u, 0.3)
    s.fill(cloth, tone)
    with s.inside(cloth):
        for row in range(9):
            s.fill(
                rect(x - u * 14, y - u * 12 + row * u * 5, u * 30, u * 1.6),
                lighter(tone, 0.65),
            )
    s.fill(ellipse(x + u, y - u * 8, u * 3.4, u * 3.4), s.palette(0.85, 0.08, 80))
    s.fill(arc(x + u, y - u * 8, u * 5, u * 5, 0, 2 * pi, u * 1.6), s.palette(0.9, 0.06, 85))
