"""Scene `library`: tall shelves, a ladder, reading lamps, someone who reads."""

from __future__ import annotations

from math import pi

import numpy as np

from ...bookshelf import book_row
from ...colour import darker, lighter, mix
from ...outline import ellipse, line, local, path, polygon, rect
from ...people import bust
from ...sheet import Sheet
from ...window import view_trees


def library(s: Sheet) -> None:
    """Tall shelves, a ladder, reading lamps, someone who reads."""
    u = s.u
    dark = s.palette(0.36, 0.06, 50)
    s.fade(s.whole, mix(dark, (255, 220, 160), 0.2), darker(dark, 0.3))
    if s.chance(0.5):
        arch = s.w * 0.22
        _arch_window(s, s.w / 2, s.h * 0.56, arch, s.h * 0.46)
        spans = [(0.0, s.w / 2 - arch * 0.75), (s.w / 2 + arch * 0.75, s.w)]
    else:
        spans = [(0.0, s.w * 0.48), (s.w * 0.52, s.w)]
    rows = 5 if s.h >= s.w else 4
    bottom = s.h * 0.8
    for left, right in spans:
        for row in range(rows):
            y = bottom * (row + 1) / rows
            book_row(s, left + u, y, right - left - u * 2, bottom / rows * 0.92)
            s.fade(
                rect(left, y, right - left, u * 1.5),
                s.palette(0.5, 0.08, 55),
                s.palette(0.36, 0.07, 50),
            )
        for post in (left, right):
            s.fade(
                rect(post - u * 1.1, 0, u * 2.2, bottom + u * 3),
                s.palette(0.52, 0.08, 55),
                s.palette(0.38, 0.07, 50),
                0.0,
            )
    if s.chance(0.6):
        lx = s.w * s.pick([0.2, 0.78])
        for shift in (-4, 4):
            s.fill(
                line(lx + shift * u, bottom + u * 6, lx + shift * u * 0.7 + u * 7, u * 8, u * 1.1),
                s.palette(0.72, 0.09, 70),
            )
        for rung in range(9):
            t = rung / 9
            cx, cy = lx + u * 7 * t, bottom + u * 4 - (bottom - u * 8) * t
            s.fill(line(cx - u * 4, cy, cx + u * 3.6, cy, u * 0.9), s.palette(0.72, 0.09, 70))
    table = s.h * 0.8
    bust(s, s.w * s.between(0.36, 0.64), table + u * 6, u * 40, face="down")
    oak = s.palette(0.55, 0.09, 52)
    s.shadow(rect(-10, table, s.w + 20, u * 6), 0, -u, u * 2, 0.4)
    s.fade(
        rect(-10, table, s.w + 20, s.h - table + 10),
        lighter(oak, 0.15),
        darker(oak, 0.3),
    )
    for px in (0.16, 0.84):
        _bankers_lamp(s, s.w * px, table + u * 4, u * 22)
    for px in (0.3, 0.5, 0.7):
        _book_ajar(s, s.w * px, table + u * 9, u * s.between(8.5, 10))
    s.glow(s.w / 2, s.h * 0.4, s.h * 0.7, s.palette.light(0.88, 0.1, 75), 0.28)


def _arch_window(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    angle = np.linspace(pi, 2 * pi, 20)
    shape = np.concatenate(
        [
            x + w / 2 * np.cos(angle) + 1j * (y - h + w / 2 + w / 2 * np.sin(angle)),
            [complex(x + w / 2, y), complex(x - w / 2, y)],
        ]
    )
    with s.inside(shape):
        view_trees(s)
    for part in (-0.17, 0.17):
        s.fill(
            line(x + part * w, y - h + w * 0.1, x + part * w, y, s.u * 0.8),
            s.palette(0.35, 0.05, 50),
        )
    for row in range(1, 5):
        s.fill(
            line(x - w / 2, y - h * row / 5, x + w / 2, y - h * row / 5, s.u * 0.7),
            s.palette(0.35, 0.05, 50),
        )
    s.glow(x, y - h / 2, h, s.palette.light(0.95, 0.05, 95), 0.3)


def _bankers_lamp(s: Sheet, x: float, y: float, size: float) -> None:
    brass, glass = s.palette.light(0.75, 0.11, 82), s.palette.light(0.52, 0.12, 155)
    s.fill(ellipse(x, y, size * 0.24, size * 0.06), brass)
    s.fill(line(x, y, x, y - size * 0.6, size * 0.06), brass)
    s.glow(x, y - size * 0.4, size * 1.5, s.palette.light(0.9, 0.1, 85), 0.5)
    s.fade(
        path(*local(x, y, size, "-.5,-.58 -.4,-.82 .4,-.82 .5,-.58")),
        lighter(glass, 0.35),
        glass,
    )
    s.fill(
        line(x - size * 0.48, y - size * 0.58, x + size * 0.48, y - size * 0.58, size * 0.05),
        s.palette.light(0.97, 0.07, 95),
    )


def _book_ajar(s: Sheet, x: float, y: float, size: float) -> None:
    """An open book lying on the table, seen from its foot."""
    s.shadow(ellipse(x, y + size * 0.5, size * 1.05, size * 0.16), 0, 0, size * 0.15, 0.4)
    cover = s.palette.accent(int(s.rng.integers(3)), 0.5, 0.12)
    s.fill(polygon(*local(x, y, size, "-1.1,-.42 1.1,-.42 1.2,.58 -1.2,.58")), cover)
    for side in (-1, 1):
        leaf_ = path(
            *local(x, y, size, "0,-.36 .5,-.56 1.04,-.46 1.14,.48 .55,.36 0,.5", mirror=side)
        )
        s.fade(leaf_, s.palette(0.98, 0.015, 88), s.palette(0.9, 0.03, 82), 0.0 if side > 0 else pi)
        for row in range(5):
            dy = -0.3 + row * 0.14
            ends = [
                (x + side * size * 0.18, y + dy * size),
                (x + side * size * 0.95, y + (dy - 0.02) * size),
            ]
            s.fill(line(*ends[0], *ends[1], size * 0.035), s.palette(0.5, 0.03, 60), 0.6)
