"""A controller."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin

import numpy as np

from ...colour import darker, lighter, mix
from ...outline import (
    arc,
    ellipse,
    line,
    local,
    path,
    rect,
    turned,
    turning,
)
from ...sheet import Sheet


def gamepad(s: Sheet) -> None:
    """A controller on colour, its signs around it."""
    u = s.u
    s.fade(s.whole, s.palette.accent(0, 0.55, 0.12), s.palette.accent(1, 0.5, 0.12), 1)
    for _ in range(26):
        x, y, r = s.between(0, s.w), s.between(0, s.h), u * s.between(2, 5)
        tone = s.palette(s.between(0.6, 0.85), 0.14, s.pick([20.0, 90.0, 150.0, 220.0, 330.0]))
        kind = s.pick(["ring", "cross", "tri", "square"])
        if kind == "ring":
            s.fill(arc(x, y, r, r, 0, 2 * pi, u), tone, 0.8)
        elif kind == "cross":
            for turn in (pi / 4, -pi / 4):
                s.fill(turned(line(x - r, y, x + r, y, u), turn, x, y), tone, 0.8)
        else:
            sides = 3 if kind == "tri" else 4
            ring = [
                (x + r * cos(a), y + r * sin(a)) for a in np.linspace(-pi / 2, 1.5 * pi, sides + 1)
            ]
            for start, end in pairwise(ring):
                s.fill(line(*start, *end, u), tone, 0.8)
    x, y, r, turn = s.w * 0.5, s.h * 0.52, u * 38, s.between(-0.25, 0.25)
    place = turning(turn, x, y)
    tone = s.pick(
        [s.palette(0.96, 0.01, 250), s.palette(0.28, 0.02, 260), s.palette.accent(2, 0.72, 0.12)]
    )
    body = place(
        path(
            *local(
                x,
                y,
                r,
                "-.7,-.5 0,-.42 .7,-.5 1,-.1 1.08,.55 .82,.62 .5,.22 0,.2 -.5,.22 -.82,.62 -1.08,.55 -1,-.1",
            ),
        )
    )
    s.shadow(body, u * 1.5, u * 3, u * 3, 0.5)
    s.fade(body, lighter(tone, 0.3), darker(tone, 0.18), 1.2)
    s.spray(body, mix(tone, (20, 10, 60), 0.6), 1.2, 0.4, 0.5)
    dark = darker(tone, 0.65 if sum(tone) > 400 else 0.4)
    for half in (0.0, pi / 2):
        s.fill(
            place(
                turned(
                    rect(x - r * 0.72, y - r * 0.21, r * 0.34, r * 0.12, u * 0.6),
                    half,
                    x - r * 0.55,
                    y - r * 0.15,
                )
            ),
            dark,
        )
    for index, hue in enumerate((145.0, 25.0, 230.0, 350.0)):
        a = pi / 2 * index - pi / 2
        s.fill(
            place(
                ellipse(
                    x + r * 0.56 + r * 0.15 * cos(a), y - r * 0.15 + r * 0.15 * sin(a), r * 0.075
                )
            ),
            s.palette.light(0.7, 0.16, hue),
        )
    for dx in (-0.27, 0.27):
        s.fill(place(ellipse(x + dx * r, y + r * 0.08, r * 0.16)), dark)
        s.fade(
            place(ellipse(x + dx * r, y + r * 0.06, r * 0.12)),
            lighter(dark, 0.3),
            dark,
            1,
        )
    for dx in (-0.1, 0.1):
        s.fill(place(rect(x + dx * r - r * 0.05, y - r * 0.24, r * 0.1, r * 0.04, u * 0.4)), dark)
    s.glow(x, y - r * 0.32, r * 0.3, s.palette.light(0.8, 0.12, 215), 0.5)
