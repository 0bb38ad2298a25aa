"""A train on a viaduct."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...colour import darker, lighter, mix
from ...outline import (
    local,
    path,
    polygon,
    rect,
)
from ...plants import tree
from ...sheet import Sheet
from ...sky import hill, ranges
from .dusk import dusk


def viaduct(s: Sheet) -> None:
    """A fast train over the trees."""
    u = s.u
    colours = dusk(s, s.h * 0.8)
    far = mix(colours[-1], s.palette(0.6, 0.08, 235), 0.5)
    ranges(s, s.h * 0.3, s.h * 0.74, far, s.palette(0.36, 0.08, 165), 4)
    hill(s, s.h * 0.86, u * 8, s.palette(0.5, 0.11, 140))
    y = s.h * 0.66
    stone = s.palette(0.78, 0.03, 75)
    s.fade(rect(-10, y + u * 4, s.w + 20, u * 5), lighter(stone, 0.2), stone)
    step = u * 25
    for index in range(int(s.w / step) + 2):
        x = index * step - u * 6
        foot = s.h * 0.94
        s.fade(
            polygon(
                (x - u * 2.6, y + u * 9),
                (x + u * 2.6, y + u * 9),
                (x + u * 3.4, foot),
                (x - u * 3.4, foot),
            ),
            stone,
            darker(stone, 0.25),
            0.0,
        )
        arch = [
            (x + u * 2.6, y + u * 9),
            (x + u * 2.6, y + u * 20),
            (x + step / 2, y + u * 12),
            (x + step - u * 2.6, y + u * 20),
            (x + step - u * 2.6, y + u * 9),
        ]
        s.fill(
            polygon(
                *arch[:2],
                *[
                    (x + step / 2 + (step / 2 - u * 2.6) * cos(a), y + u * 20 - u * 9 * sin(a))
                    for a in np.linspace(pi, 0, 12)
                ],
                *arch[3:],
            ),
            darker(stone, 0.08),
        )
    tone = s.palette.accent(0, 0.55, 0.16) if s.chance(0.5) else s.palette(0.95, 0.01, 230)
    start = s.w * s.between(0.1, 0.3)
    cars = int((s.w - start) / (u * 27)) + 2
    for index in range(cars):
        x = start + index * u * 27
        if index == 0:
            s.fade(
                path(*local(x, y, u, "-10,3.6 -6,-3 4,-8 26,-8 26,4 0,4")),
                lighter(tone, 0.3),
                tone,
            )
        else:
            s.fade(rect(x, y - u * 8, u * 26, u * 12, u), lighter(tone, 0.3), tone)
        s.fill(
            rect(x + (u * 2 if index else 0), y + u * 0.6, u * 25, u * 1.4),
            s.palette(0.95, 0.02, 85) if sum(tone) < 500 else s.palette.accent(0, 0.55, 0.16),
        )
        for pane in range(4):
            px = x + u * (3 + pane * 5.7)
            s.fill(
                rect(px, y - u * 5.6, u * 4, u * 4, u * 0.7),
                s.palette.light(0.9, 0.09, 85)
                if s.palette.mood.dark
                else s.palette(0.35, 0.05, 240),
            )
    for _ in range(14):
        tree(
            s,
            s.between(0, s.w),
            s.h * s.between(0.92, 1.04),
            u * s.between(16, 30),
            s.pick([140.0, 120.0, 60.0]),
        )
