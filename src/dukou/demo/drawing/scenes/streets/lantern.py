"""Scene `lantern`: lanterns: rows over a lane, or rising into the night."""

from __future__ import annotations

from ...colour import darker, mix
from ...outline import (
    curve,
    ellipse,
    local,
    path,
    polygon,
    rect,
)
from ...people import standing
from ...sheet import Sheet
from ...sky import ranges, sky, stars
from ...town import (
    old_roof,
    paper_lantern,
)  # fmt: skip


def lantern(s: Sheet) -> None:
    """Lanterns: rows over a lane, or rising into the night."""
    u = s.u
    deep = [(0.16, 0.06, 280), (0.28, 0.09, 290), (0.45, 0.12, s.pick([20.0, 330.0, 45.0]))]
    colours = sky(s, None, deep)
    stars(s, s.h * 0.6, 80)
    if s.chance(0.5):
        for _ in range(46):
            depth = s.rng.random() ** 1.5
            size = u * (1.2 + 7 * depth)
            _sky_lantern(s, s.between(0, s.w), s.h * s.between(0.04, 0.82), size)
        ranges(
            s,
            s.h * 0.74,
            s.h * 0.92,
            mix(colours[2], colours[1], 0.4),
            darker(colours[0], 0.3),
            3,
        )
        for dx in (-7, 5):
            standing(s, s.w * 0.5 + dx * u, s.h * 0.99, u * 28, face="back", pose="arms")
        _sky_lantern(s, s.w * 0.5, s.h * 0.66, u * 10)
    else:
        for px, py, wide in ((0.15, 0.66, 60.0), (0.86, 0.68, 62.0)):
            house = s.palette.light(0.3, 0.06, 30)
            s.fade(
                rect(s.w * px - u * wide * 0.36, s.h * py, u * wide * 0.72, s.h * 0.4),
                house,
                darker(house, 0.3),
            )
            for column in range(3):
                s.fill(
                    rect(
                        s.w * px - u * wide * 0.26 + column * u * wide * 0.19,
                        s.h * (py + 0.06),
                        u * wide * 0.13,
                        s.h * 0.16,
                    ),
                    s.palette.light(0.82, 0.13, 70),
                    0.9,
                )
            old_roof(s, s.w * px, s.h * py, u * wide, u * 14, s.palette.light(0.22, 0.03, 270))
        s.fade(
            polygon(
                (s.w * 0.36, s.h * 0.8),
                (s.w * 0.64, s.h * 0.8),
                (s.w * 0.95, s.h),
                (s.w * 0.05, s.h),
            ),
            s.palette.light(0.5, 0.08, 45),
            s.palette.light(0.3, 0.06, 30),
        )
        for index in range(4):
            standing(
                s,
                s.w * (0.36 + 0.09 * index),
                s.h * s.between(0.86, 0.97),
                u * s.between(22, 28),
                face=s.pick(["back", "front"]),
            )
        for row in range(4):
            y, size = s.h * (0.05 + row * 0.135), u * (7.2 - row * 1.2)
            sag, count = u * 9, int(s.w / (size * 3.4))
            hue = s.pick([28.0, 28.0, 75.0, 350.0])
            s.fill(
                curve((0, y), (s.w / 2, y + sag), (s.w, y), width=u * 0.3),
                s.palette.light(0.2, 0.03, 40),
            )
            for index in range(count):
                t = (index + 0.5) / count
                paper_lantern(s, s.w * t, y + sag * 4 * t * (1 - t), size, hue + s.between(-5, 5))


def _sky_lantern(s: Sheet, x: float, y: float, size: float) -> None:
    warm = s.palette.light(0.82, 0.15, 62)
    s.glow(x, y, size * 3, warm, 0.45)
    body = path(*local(x, y, size, "-.36,-.6 0,-.78 .36,-.6 .5,.1 .3,.6 -.3,.6 -.5,.1"))
    s.fade(body, s.palette.light(0.66, 0.18, 40), s.palette.light(0.95, 0.09, 85))
    s.fill(ellipse(x, y + size * 0.6, size * 0.3, size * 0.07), s.palette.light(0.98, 0.06, 95))
