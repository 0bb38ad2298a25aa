"""Scene `dorm`: a dormitory: loft beds with curtains, desks below, lights on a string."""

from __future__ import annotations

import numpy as np

from ...bookshelf import book_row, book_upright
from ...colour import darker, lighter
from ...light import glow_bulb, string_lights
from ...outline import ellipse, line, local, path, rect
from ...people import bust
from ...potted import potted
from ...room import desk_lamp
from ...sheet import Sheet
from ...surfaces import floor, wall
from ...window import window
from .evening import evening, laptop_front


def dorm(s: Sheet) -> None:
    """A dormitory: loft beds with curtains, desks below, lights on a string."""
    u = s.u
    base = s.h * 0.86
    wall(s, s.palette.key_tone(0.9, 0.035), "plaster")
    floor(s, base, s.palette(0.7, 0.05, 70))
    gap = s.w * 0.3
    window(s, s.w / 2 - gap * 0.36, s.h * 0.1, gap * 0.72, s.h * 0.36, curtains=False)
    for side in (-1, 1):
        _loft(s, side, base)
    x = s.w / 2
    _chair(s, x - u * 3, base + u * 6, u * 26)
    if s.chance(0.6):
        s.fade(
            rect(x - u * 13, s.h * 0.56, u * 26, u * 30, u * 2),
            s.palette(0.93, 0.02, 85),
            s.palette(0.85, 0.03, 80),
        )
        for row in range(5):
            s.fill(
                rect(x - u * 10, s.h * 0.56 + u * (4 + row * 4.6), u * s.between(10, 19), u * 1.2),
                s.palette(0.5, 0.05, 260),
                0.4,
            )
        _chair(s, x - u * 3, base + u * 6, u * 26)
    string_lights(s, s.h * 0.05, u * 5, 12)
    for _ in range(3):
        px = s.between(0.3, 0.7) * s.w
        slipper = s.palette.accent(int(s.rng.integers(3)), 0.7, 0.12)
        for shift in (0, 4):
            s.fill(ellipse(px + shift * u, s.h * 0.955, u * 1.7, u * 3), slipper)
    if s.chance(0.5):
        potted(s, s.w * 0.5 + u * 14, base + u * 4, u * 22)
    evening(s)


def _loft(s: Sheet, side: int, base: float) -> None:
    u = s.u
    w = s.w * 0.35
    x = 0.0 if side < 0 else s.w - w
    frame = s.pick(
        [s.palette(0.62, 0.06, 62), s.palette(0.5, 0.05, 240), s.palette(0.86, 0.02, 80)]
    )
    bed = s.h * 0.44
    curtain = s.palette.accent(0 if side < 0 else 1, s.between(0.6, 0.8), 0.1)
    s.fill(rect(x, s.h * 0.16, w, bed - s.h * 0.16), darker(curtain, 0.45))
    warm = s.palette.light(0.87, 0.11, 75)
    s.glow(x + w / 2, s.h * 0.28, w * 0.7, warm, 0.5)
    pillow = x + w * (0.24 if side < 0 else 0.76)
    s.fill(ellipse(pillow, bed - u * 5, u * 7, u * 3.4), s.palette(0.97, 0.015, 85))
    s.fill(
        path(*local(x, bed, w, ".3,0 .36,-8 .7,-9 .95,-5 1,0", tall=u)),
        s.palette.accent(2, 0.75, 0.08),
    )
    if s.chance(0.6):
        middle = x + w * s.between(0.46, 0.54)
        bust(s, middle, bed - u * 3, min(u * 19, w * 0.62), face=s.pick(["front", "down"]))
        s.fill(
            path(*local(middle, bed, u, "-11,0 -8,-6 0,-7.4 8,-6 11,0")),
            s.palette.accent(2, 0.75, 0.08),
        )
    for half in (0.0, 1.0):
        edge = x if half == 0 else x + w
        reach = w * s.between(0.26, 0.4) * (1 if half == 0 else -1)
        drape = path(
            (edge, s.h * 0.14),
            (edge + reach, s.h * 0.14),
            (edge + reach * 0.8, s.h * 0.3),
            (edge + reach * 0.95, bed + u),
            (edge, bed + u),
        )
        s.fade(drape, lighter(curtain, 0.2), curtain, 0.0)
        with s.inside(drape, spill=u * 3):
            for fold in np.linspace(0.15, 0.9, 4):
                s.fill(
                    line(
                        edge + reach * fold, s.h * 0.13, edge + reach * fold, bed + u * 2, u * 0.8
                    ),
                    darker(curtain, 0.25),
                    0.5,
                )
            kind = s.pick(["stars", "dots"])
            for _ in range(9):
                px, py = edge + reach * s.rng.random(), s.between(s.h * 0.16, bed)
                s.fill(
                    ellipse(px, py, u * (0.7 if kind == "dots" else 0.5)),
                    lighter(curtain, 0.7),
                )
    s.fill(line(x, s.h * 0.14, x + w, s.h * 0.14, u * 0.9), darker(frame, 0.2))
    s.fade(
        rect(x, bed, w, u * 5, u * 0.6),
        lighter(frame, 0.15),
        darker(frame, 0.15),
    )
    for post in (x + u * 1.2, x + w - u * 1.2):
        s.fill(line(post, s.h * 0.14, post, base + u * 3, u * 1.8), darker(frame, 0.1))
    ladder = x + w * (0.9 if side < 0 else 0.1)
    for rung in range(6):
        py = bed + u * 5 + rung * (base - bed - u * 4) / 6
        s.fill(line(ladder - u * 4, py, ladder + u * 4, py, u * 1.1), frame)
    s.fill(rect(x, bed + u * 5, w, base - bed - u * 5), s.palette.key_tone(0.78, 0.05), 0.5)
    table = s.h * 0.7
    book_row(s, x + w * 0.08, table - u * 16, w * 0.6, u * 11)
    s.fill(rect(x + w * 0.04, table - u * 16, w * 0.72, u * 1.2), darker(frame, 0.25))
    if s.chance(0.6):
        laptop_front(s, x + w * (0.46 if side < 0 else 0.54), table, w * 0.42)
    else:
        book_upright(s, x + w * 0.3, table, u * 3, u * 12)
        desk_lamp(s, x + w * 0.6, table, u * 15)
    s.fade(
        rect(x, table, w, u * 3.4, u * 0.4),
        lighter(frame, 0.2),
        darker(frame, 0.12),
    )
    s.fill(
        rect(x + w * (0.04 if side < 0 else 0.6), table + u * 3.4, w * 0.36, base - table),
        darker(frame, 0.14),
    )
    glow_bulb(s, x + w * 0.5, bed + u * 6.6, u * 0.9)


def _chair(s: Sheet, x: float, y: float, size: float) -> None:
    tone = s.palette.accent(1, 0.6, 0.11)
    for dx in (-0.26, 0.26):
        s.fill(
            line(x + dx * size, y - size * 0.42, x + dx * size * 1.2, y, s.u * 1.1),
            s.palette(0.35, 0.04, 55),
        )
    s.fade(
        rect(x - size * 0.32, y - size, size * 0.64, size * 0.42, s.u * 2),
        lighter(tone, 0.15),
        tone,
    )
    s.fade(
        rect(x - size * 0.36, y - size * 0.5, size * 0.72, size * 0.12, s.u),
        lighter(tone, 0.1),
        darker(tone, 0.15),
    )
