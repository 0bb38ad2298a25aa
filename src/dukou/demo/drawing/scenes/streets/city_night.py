"""Scene `city_night`: the town at night: towers over a river, or a wet street of signs."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import lighter, mix
from ...light import rain
from ...outline import (
    arc,
    ellipse,
    line,
    local,
    polygon,
    rect,
)
from ...people import standing
from ...sheet import Sheet
from ...sky import disc, mirror, sky, stars
from ...town import (
    SIGNS,
    sign,
    skyline,
)  # fmt: skip
from .dusk import umbrella_walker


def city_night(s: Sheet) -> None:
    """The town at night: towers over a river, or a wet street of signs."""
    u = s.u
    deep = [
        (0.14, 0.06, 275),
        (0.26, 0.09, s.pick([270.0, 290.0, 250.0])),
        (0.48, 0.11, s.pick([310.0, 20.0, 230.0])),
    ]
    if s.chance(0.5):
        level = s.h * 0.66
        colours = sky(s, level, deep)
        stars(s, level * 0.7, 60)
        disc(
            s,
            s.w * s.between(0.2, 0.8),
            s.h * s.between(0.1, 0.24),
            u * s.between(3, 5),
            s.palette.light(0.95, 0.05, 92),
            0.5,
        )
        skyline(s, level, s.h * 0.16, s.h * 0.36, mix(colours[2], colours[1], 0.4), 0.4, (5, 10))
        skyline(s, level, s.h * 0.1, s.h * 0.46, mix(colours[0], colours[1], 0.5), 0.5, (7, 14))
        _landmark(s, s.w * s.between(0.35, 0.65), level, s.h * 0.52)
        s.fade(rect(0, level, s.w, s.h - level), mix(colours[1], colours[2], 0.4), colours[0])
        mirror(s, level, 0.7, (30, 30, 60))
        for _ in range(60):
            y = level + s.rng.random() * (s.h - level)
            px, run = s.between(0, s.w), u * s.between(2, 10)
            s.fill(
                line(px, y, px + run, y, u * 0.4),
                s.palette.light(0.85, 0.12, s.pick([80.0, 20.0, 320.0, 200.0])),
                0.4,
            )
        if s.chance(0.6):
            s.fill(rect(0, s.h * 0.9, s.w, u * 1.4), colours[0])
            for index in range(int(s.w / (u * 5)) + 1):
                s.fill(rect(index * u * 5, s.h * 0.9, u * 0.7, s.h * 0.1), colours[0])
            for dx in (-4, 4):
                standing(s, s.w * 0.5 + dx * u, s.h * 1.04, u * 32, face="back")
    else:
        _neon_lane(s, deep)


def _landmark(s: Sheet, x: float, y: float, h: float) -> None:
    """A tower with lit spheres."""
    u = s.u
    tone = s.palette.light(0.5, 0.12, 320)
    s.glow(x, y - h * 0.6, h * 0.5, tone, 0.5)
    s.fill(
        polygon(*local(x, y, u, "-.3,-1 .3,-1 1.6,0 -1.6,0", tall=h)),
        lighter(tone, 0.2),
    )
    for side in (-1, 1):
        s.fill(line(x, y - h * 0.34, x + side * u * 8, y, u * 0.9), tone)
    for height, radius in ((0.36, 5.0), (0.66, 3.4), (0.84, 1.6)):
        ball = ellipse(x, y - h * height, u * radius)
        s.fade(ball, s.palette.light(0.82, 0.13, 345), s.palette.light(0.5, 0.17, 320))
        for row in np.linspace(-0.6, 0.6, 4):
            s.fill(
                arc(
                    x,
                    y - h * height + row * u * radius,
                    u * radius * 0.9,
                    u * radius * 0.25,
                    0.1,
                    pi - 0.1,
                    u * 0.25,
                ),
                s.palette.light(0.92, 0.08, 60),
                0.9,
            )


def _neon_lane(s: Sheet, deep: list[tuple[float, float, float]]) -> None:
    u = s.u
    colours = sky(s, s.h * 0.7, deep)
    base = s.h * 0.68
    skyline(s, base, s.h * 0.3, s.h * 0.5, mix(colours[1], colours[2], 0.5), 0.4, (5, 9))
    for side in (-1, 1):
        for index in range(2, -1, -1):
            t = index / 2.4
            inner = s.w / 2 + side * s.w * (0.36 - 0.26 * t)
            outer = s.w / 2 + side * s.w * (0.8 - 0.42 * t)
            top, foot = -s.h * 0.05 + s.h * 0.22 * t, s.h * (0.94 - 0.24 * t)
            tone = mix(s.palette.light(0.22, 0.05, 280), colours[1], 0.3 + 0.3 * t)
            s.fade(
                polygon(
                    (inner, top + u * 8),
                    (outer, top - u * 6),
                    (outer, foot + s.h * 0.15),
                    (inner, foot),
                ),
                lighter(tone, 0.08),
                tone,
            )
            for row in range(6):
                y = top + (foot - top) * (0.14 + row * 0.1)
                for column in range(3):
                    px = inner + (outer - inner) * (0.14 + 0.28 * column)
                    w = (outer - inner) * 0.16
                    if s.chance(0.5):
                        s.fill(
                            polygon(*local(px, y, w, "0,0 1,-.6 1,3.4 0,3.4", tall=u)),
                            s.palette.light(0.85, 0.1, s.pick([75.0, 60.0, 200.0])),
                            0.9,
                        )
            shop = rect(
                min(inner, outer),
                foot - (foot - top) * 0.24,
                abs(outer - inner),
                (foot - top) * 0.26,
            )
            s.fade(shop, s.palette.light(0.86, 0.12, 70), s.palette.light(0.6, 0.14, 45))
            for row in range(3):
                w, h = u * (7 - 3.2 * t), u * (17 - 7 * t)
                sign(
                    s,
                    inner - side * w * s.between(0.3, 0.9),
                    top + (foot - top) * (0.2 + 0.19 * row),
                    w,
                    h,
                    s.pick([name for name in SIGNS if len(name) == 2]),
                    lit=True,
                )
    road = s.palette.light(0.24, 0.03, 275)
    s.fade(
        polygon((s.w * 0.4, base), (s.w * 0.6, base), (s.w * 1.15, s.h), (-s.w * 0.15, s.h)),
        mix(colours[2], road, 0.5),
        road,
    )
    mirror(s, base + u * 2, 0.5, road)
    for index in range(s.pick([3, 4])):
        x = s.w * (0.36 + 0.1 * index) + s.between(-3, 3) * u
        if s.chance(0.5):
            umbrella_walker(s, x, s.h * s.between(0.8, 0.95), u * s.between(26, 36))
        else:
            standing(
                s, x, s.h * s.between(0.78, 0.92), u * s.between(26, 34), face="back", pose="walk"
            )
    rain(s, 120) if s.palette.name in ("rain", "night", "cool") else None
