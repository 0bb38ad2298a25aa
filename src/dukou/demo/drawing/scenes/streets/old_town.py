"""Scene `old_town`: white walls and dark roofs along a canal, or a lane of steps and lanterns."""

from __future__ import annotations

from math import pi

import numpy as np

from ...cats import cat_back
from ...colour import darker, lighter, mix
from ...outline import (
    curve,
    leaf,
    line,
    path,
    polygon,
    rect,
)
from ...people import standing
from ...sheet import Sheet
from ...sky import mirror, ranges
from ...town import (
    old_roof,
    paper_lantern,
)  # fmt: skip
from ..nature.lake import boat
from .dusk import dusk, wet


def old_town(s: Sheet) -> None:
    """White walls and dark roofs along a canal, or a lane of steps and lanterns."""
    u = s.u
    if s.chance(0.55):
        level = s.h * s.between(0.66, 0.72)
        colours = dusk(s, level)
        ranges(
            s,
            s.h * 0.26,
            s.h * 0.5,
            mix(colours[-1], s.palette(0.6, 0.05, 230), 0.4),
            s.palette(0.55, 0.06, 190),
            2,
        )
        for row, (y, scale) in enumerate(((level - u * 10, 0.8), (level, 1.0))):
            x = -u * s.between(0, 14)
            while x < s.w:
                w = u * s.between(22, 34) * scale
                _white_house(s, x, y, w, u * s.between(24, 40) * scale * (1.25 - 0.25 * row))
                x += w * s.between(0.92, 1.12)
        s.fade(
            rect(0, level, s.w, s.h - level),
            mix(colours[-1], s.palette(0.6, 0.06, 190), 0.5),
            s.palette(0.32, 0.06, 200),
        )
        mirror(s, level, 0.55, s.palette(0.45, 0.06, 195))
        if s.chance(0.6):
            _arch_bridge(s, s.w * s.between(0.3, 0.7), level + u * 3, u * 56)
        boat(s, s.w * s.between(0.3, 0.7), s.h * 0.88, u * 28)
        for side in (0.02, 0.98):
            _willow(s, s.w * side, s.h * 0.1, u * 40)
    else:
        colours = dusk(s, s.h * 0.6)
        ranges(
            s,
            s.h * 0.2,
            s.h * 0.5,
            mix(colours[-1], s.palette(0.6, 0.05, 230), 0.4),
            s.palette(0.5, 0.07, 190),
            2,
        )
        _pagoda(s, s.w * 0.5, s.h * 0.52, u * 36)
        stone = s.palette(0.66, 0.025, 75)
        s.fade(
            polygon(
                (s.w * 0.42, s.h * 0.5),
                (s.w * 0.58, s.h * 0.5),
                (s.w * 1.1, s.h),
                (-s.w * 0.1, s.h),
            ),
            lighter(stone, 0.15),
            stone,
        )
        for index in range(13):
            t = (index / 13) ** 1.7
            y = s.h * (0.51 + 0.49 * t)
            half = s.w * (0.08 + 0.5 * t)
            s.fill(
                rect(s.w / 2 - half, y, half * 2, u * (0.5 + 1.6 * t)),
                darker(stone, 0.25),
                0.8,
            )
        for side in (-1, 1):
            for index in range(3, -1, -1):
                t = index / 3
                inner = s.w / 2 + side * s.w * (0.42 - 0.32 * t)
                outer = s.w / 2 + side * s.w * (0.75 - 0.4 * t)
                top, foot = s.h * (0.12 + 0.22 * t), s.h * (0.96 - 0.42 * t)
                front = s.palette(0.42, 0.08, 40) if index % 2 else s.palette(0.9, 0.02, 80)
                s.fade(
                    polygon(
                        (inner, top + u * 6),
                        (outer, top - u * 4),
                        (outer, foot + s.h * 0.2),
                        (inner, foot),
                    ),
                    front,
                    darker(front, 0.25),
                )
                for pane in range(2):
                    px = inner + (outer - inner) * (0.2 + 0.4 * pane)
                    lattice = rect(
                        min(px, px + (outer - inner) * 0.25),
                        (top + foot) / 2,
                        abs(outer - inner) * 0.25,
                        (foot - top) * 0.3,
                        u * 0.5,
                    )
                    s.fill(lattice, s.palette.light(0.86, 0.12, 75))
                    s.fill(
                        line(
                            px + (outer - inner) * 0.125,
                            (top + foot) / 2,
                            px + (outer - inner) * 0.125,
                            (top + foot) / 2 + (foot - top) * 0.3,
                            u * 0.5,
                        ),
                        s.palette(0.3, 0.06, 40),
                    )
                old_roof(
                    s,
                    (inner + outer) / 2 + side * u * 2,
                    top + u * 5,
                    abs(outer - inner) * 1.5,
                    u * (13 - 6 * t),
                )
                size = u * (4.2 - 2.6 * t)
                for row in range(2):
                    paper_lantern(
                        s, inner - side * size * 1.2, top + u * 6 + row * size * 3.6, size
                    )
        standing(s, s.w * 0.52, s.h * 0.84, u * 26, face="back", pose="walk")
        if s.chance(0.6):
            cat_back(s, s.w * 0.3, s.h * 0.93, u * 15)
    wet(s)


def _white_house(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    plaster = s.palette(0.94, 0.015, 85)
    s.fade(rect(x, y - h, w, h), plaster, mix(plaster, s.palette(0.5, 0.04, 250), 0.25))
    s.spray(rect(x, y - h, w, h), s.palette(0.5, 0.03, 230), pi / 2, 0.5, 0.5)
    tile = s.palette(0.25, 0.02, 245)
    if s.chance(0.45):
        for step, reach in ((0.0, 0.22), (0.2, 0.5), (0.4, 0.78)):
            s.fill(
                rect(
                    x + w * (0.5 - reach * 0.5) - s.u * 0.6,
                    y - h * (1.34 - step * 0.42),
                    w * reach + s.u * 1.2,
                    h * 0.2,
                ),
                plaster,
            )
            s.fill(
                path(
                    (x + w * (0.5 - reach * 0.5) - s.u * 2, y - h * (1.33 - step * 0.42)),
                    (x + w * 0.5, y - h * (1.37 - step * 0.42)),
                    (x + w * (0.5 + reach * 0.5) + s.u * 2, y - h * (1.33 - step * 0.42)),
                    (x + w * 0.5, y - h * (1.32 - step * 0.42)),
                ),
                tile,
            )
    old_roof(s, x + w / 2, y - h * 0.98, w * 1.16, s.u * 7, tile)
    lit = s.palette.mood.dark or s.chance(0.35)
    for row in range(max(1, int(h / (s.u * 18)))):
        for column in range(2):
            wx, wy = x + w * (0.18 + 0.4 * column), y - h * 0.82 + row * s.u * 15
            pane = rect(wx, wy, w * 0.22, s.u * 7)
            s.fill(pane, s.palette.light(0.85, 0.13, 75) if lit else s.palette(0.35, 0.05, 45))
            s.fill(
                line(wx + w * 0.11, wy, wx + w * 0.11, wy + s.u * 7, s.u * 0.4),
                s.palette(0.25, 0.05, 40),
            )
    if s.chance(0.5):
        paper_lantern(s, x + w * 0.5, y - h * 0.9, s.u * 2.4)


def _arch_bridge(s: Sheet, x: float, y: float, size: float) -> None:
    stone = s.palette(0.72, 0.02, 85)
    t = np.linspace(-1, 1, 30)
    top = x + t * size / 2 + 1j * (y - size * 0.3 * np.cos(t * pi / 2) ** 1.2)
    angle = np.linspace(0, pi, 24)
    hole = x + size * 0.24 * np.cos(angle) + 1j * (y - size * 0.2 * np.sin(angle))
    shape = np.concatenate([top, hole])
    s.fade(shape, lighter(stone, 0.2), darker(stone, 0.2))
    s.fill(np.concatenate([top - 1j * s.u * 2.4, (top)[::-1]]), lighter(stone, 0.3))
    for post in range(2, 28, 3):
        s.fill(
            rect(top[post].real - s.u * 0.5, top[post].imag - s.u * 4, s.u, s.u * 4),
            darker(stone, 0.1),
        )


def _willow(s: Sheet, x: float, y: float, size: float) -> None:
    for _ in range(16):
        start = x + s.between(-0.6, 0.6) * size
        length, sway = size * s.between(0.8, 1.7), s.between(-0.15, 0.15) * size
        tone = s.palette(s.between(0.5, 0.68), 0.11, s.between(120, 140))
        s.fill(
            curve(
                (start, y - size),
                (start + sway * 0.4, y),
                (start + sway, y - size + length),
                width=[s.u * 0.4, s.u * 0.2],
            ),
            tone,
        )
        for step in np.linspace(0.2, 1, 9):
            px, py = start + sway * step**2, y - size + length * step
            for side in (-1, 1):
                s.fill(leaf(px, py, s.u * 3, s.u * 0.9, pi / 2 + side * 0.6), tone)


def _pagoda(s: Sheet, x: float, y: float, size: float) -> None:
    for tier in range(4):
        w, foot = size * (1 - tier * 0.19), y - tier * size * 0.3
        s.fade(
            rect(x - w * 0.3, foot - size * 0.24, w * 0.6, size * 0.26),
            s.palette(0.48, 0.13, 30),
            s.palette(0.36, 0.1, 30),
            0.0,
        )
        for column in (-0.18, 0.0, 0.18):
            s.fill(
                rect(x + w * column - size * 0.03, foot - size * 0.16, size * 0.06, size * 0.12),
                s.palette.light(0.85, 0.12, 78),
            )
        old_roof(s, x, foot - size * 0.2, w * 1.05, size * 0.15)
    s.fill(
        line(x, y - size * 1.5, x, y - size * 1.22, size * 0.025), s.palette.light(0.78, 0.12, 82)
    )
