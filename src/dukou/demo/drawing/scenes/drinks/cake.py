"""Scene `cake`: a whole cake on its stand, slices on plates, or a row of small cakes."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...colour import darker, lighter, mix
from ...light import slant, string_lights
from ...outline import (
    arc,
    ellipse,
    line,
    local,
    path,
)
from ...potted import blossom
from ...sheet import Sheet
from ...tableware import strawberry
from .counter import arc_line, backdrop, cake_slice, lay_counter, mug


def cake(s: Sheet) -> None:
    """A whole cake on its stand, slices on plates, or a row of small cakes."""
    u = s.u
    backdrop(s)
    base = s.h * s.between(0.8, 0.84)
    lay_counter(s, base - u * 4)
    if s.chance(0.55):
        _whole_cake(s, s.w * 0.5, base + u * 4, u * s.between(56, 64))
        for side in (-1, 1):
            if s.chance(0.7):
                mug(s, s.w * 0.5 + side * u * 42, base + u * 7, u * 15)
    else:
        count = 2 if s.w <= s.h else 3
        for index in range(count):
            x = s.w * (index + 0.5) / count
            cake_slice(s, x, base + u * 5 + u * 3 * (index % 2), u * s.between(36, 42))
    for _ in range(3):
        strawberry(s, s.between(0.06, 0.94) * s.w, s.h * 0.96, u * 4, s.between(-2, 2))
    if s.chance(0.5):
        string_lights(s, u * 4, u * 5, 9)
    slant(s, 0.22) if not s.palette.mood.dark else s.glow(
        s.w / 2, s.h * 0.4, s.w * 0.6, s.palette.light(0.88, 0.11, 72), 0.4
    )


def _whole_cake(s: Sheet, x: float, y: float, size: float) -> None:
    stand = s.palette(0.95, 0.015, 85)
    s.shadow(ellipse(x, y, size * 0.35, size * 0.05), 0, 0, size * 0.04, 0.4)
    s.fade(
        path(*local(x, y, size, "-.06,-.26 .06,-.26 .07,-.08 .24,0 -.24,0 -.07,-.08")),
        stand,
        darker(stand, 0.2),
        0.0,
    )
    top = y - size * 0.27
    s.fade(ellipse(x, top, size * 0.66, size * 0.09), stand, darker(stand, 0.15))
    cream = s.pick(
        [
            s.palette(0.97, 0.02, 85),
            s.palette(0.88, 0.07, 10),
            s.palette(0.87, 0.06, 145),
            s.palette(0.45, 0.08, 45),
            s.palette(0.86, 0.06, 300),
        ]
    )
    tiers = [(0.52, 0.36)] if s.chance(0.5) else [(0.54, 0.28), (0.36, 0.26)]
    for half, height in tiers:
        h, w = size * height, size * half
        side = np.concatenate(
            [
                arc_line(x, top, w, w * 0.13, pi, 0),
                arc_line(x, top - h, w, w * 0.13, 0, pi)[0:1],
                [complex(x - w, top - h)],
            ]
        )
        s.fade(side, lighter(cream, 0.25), mix(cream, s.palette(0.3, 0.08, 20), 0.18), 0.0)
        with s.inside(side, spill=size * 0.1):
            if cream[0] > 150:
                band = s.palette.accent(0, 0.75, 0.1)
                for stripe in range(int(s.rng.integers(1, 3))):
                    s.fill(
                        arc(x, top - h * (0.3 + 0.25 * stripe), w, w * 0.13, 0, pi, size * 0.03),
                        band,
                        0.8,
                    )
            s.spray(side, mix(cream, (60, 20, 20), 0.5), 0.0, 0.35, 0.4)
        lid = ellipse(x, top - h, w, w * 0.13)
        s.fade(lid, lighter(cream, 0.5), lighter(cream, 0.15))
        drip = lighter(cream, 0.55) if cream[0] < 150 else s.palette.accent(1, 0.6, 0.13)
        if s.chance(0.6):
            for index in range(13):
                a = pi * (index + 0.5) / 13
                px, py = x + w * 0.97 * cos(a), top - h + w * 0.125 * sin(a)
                s.fill(
                    line(
                        px, py - size * 0.015, px, py + size * s.between(0.03, 0.13), size * 0.055
                    ),
                    drip,
                )
            s.fill(ellipse(x, top - h, w * 0.98, w * 0.125), drip)
        for index in range(11):
            a = pi * (index + 0.5) / 11
            s.fill(
                ellipse(x + w * cos(a), top + w * 0.13 * sin(a) - size * 0.012, size * 0.036),
                lighter(cream, 0.6),
            )
        top -= h
    w = size * tiers[-1][0]
    for index in range(7):
        px = x + (index - 3) / 3 * w * 0.8
        s.fill(
            ellipse(px, top - size * 0.01, size * 0.055, size * 0.045),
            lighter(cream, 0.7),
        )
        strawberry(s, px, top - size * 0.06, size * 0.05, pi + s.between(-0.2, 0.2)) if s.chance(
            0.7
        ) else blossom(s, px, top - size * 0.04, size * 0.05, s.palette.accents[0])
    if s.chance(0.5):
        for index in range(5):
            px = x + (index - 2) * w * 0.3
            s.fill(
                line(px, top - size * 0.08, px, top - size * 0.26, size * 0.022),
                s.palette.accent(index, 0.7, 0.14),
            )
            s.glow(px, top - size * 0.3, size * 0.16, s.palette.light(0.9, 0.12, 75), 0.6)
            s.fill(
                path(*local(px, top, size, "0,-.34 .016,-.29 0,-.265 -.016,-.29")),
                s.palette.light(0.92, 0.13, 85),
            )
