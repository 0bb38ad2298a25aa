"""Scene `fireworks`: fireworks over a town and its river."""

from __future__ import annotations

from math import cos, pi, sin

from ...colour import darker, mix
from ...outline import curve, ellipse, line, path, rect
from ...sheet import Sheet
from ...sky import mirror, sky, stars
from ...town import skyline


def fireworks(s: Sheet) -> None:
    """Fireworks over a town and its river."""
    u = s.u
    colours = sky(
        s, None, [(0.12, 0.06, 280), (0.24, 0.08, 275), (0.42, 0.10, s.pick([310.0, 250.0, 20.0]))]
    )
    stars(s, s.h * 0.6, 60)
    shore = s.h * s.between(0.72, 0.78)
    for index in range(s.pick([4, 5, 6])):
        x, y = s.w * (0.14 + 0.72 * ((index * 0.618 + 0.2) % 1)), s.h * s.between(0.1, 0.44)
        _burst(
            s, x, y, u * s.between(16, 30), s.pick([25.0, 75.0, 150.0, 215.0, 320.0, 350.0]), shore
        )
    skyline(s, shore, u * 6, u * 20, mix(colours[1], (10, 10, 30), 0.5), 0.35, (5, 11))
    s.fade(
        rect(0, shore, s.w, s.h - shore),
        mix(colours[1], colours[2], 0.3),
        darker(colours[0], 0.3),
    )
    mirror(s, shore, 0.6, (30, 30, 70))
    crowd = mix(colours[0], (5, 5, 20), 0.55)
    for index in range(13):
        x = s.w * (index + s.between(-0.3, 0.3)) / 12
        size = u * s.between(9, 13)
        s.fill(
            path(
                (x - size * 0.9, s.h + 20),
                (x - size * 0.7, s.h - size * 0.6),
                (x, s.h - size),
                (x + size * 0.7, s.h - size * 0.6),
                (x + size * 0.9, s.h + 20),
            ),
            crowd,
        )
        s.fill(ellipse(x, s.h - size * 1.3, size * 0.42, size * 0.46), crowd)
        if s.chance(0.3):
            s.fill(
                line(
                    x + size * 0.5, s.h - size * 0.5, x + size * 0.7, s.h - size * 1.9, size * 0.22
                ),
                crowd,
            )
            s.fill(
                rect(x + size * 0.5, s.h - size * 2.4, size * 0.4, size * 0.7, u * 0.4),
                s.palette.light(0.8, 0.06, 240),
            )


def _burst(s: Sheet, x: float, y: float, r: float, hue: float, ground: float) -> None:
    u = s.u
    tone, pale = s.palette.light(0.75, 0.17, hue), s.palette.light(0.95, 0.06, hue)
    s.fill(
        curve((x + u * 2, ground), (x + u, (y + ground) / 2), (x, y), width=[u * 0.15, u * 0.5]),
        pale,
        0.35,
    )
    s.glow(x, y, r * 1.8, tone, 0.5)
    count = int(s.rng.integers(18, 30))
    for ring, reach in ((0, 1.0), (1, 0.62)):
        for index in range(count if ring == 0 else count // 2):
            a = 2 * pi * index / (count if ring == 0 else count // 2) + s.between(-0.05, 0.05)
            length = r * reach * s.between(0.85, 1.05)
            ex, ey = x + length * cos(a), y + length * sin(a) + length * 0.12
            s.fill(
                curve(
                    (x + length * 0.25 * cos(a), y + length * 0.25 * sin(a)),
                    (x + length * 0.7 * cos(a), y + length * 0.68 * sin(a)),
                    (ex, ey),
                    width=[u * 0.12, u * 0.5],
                ),
                tone if ring == 0 else pale,
                0.9,
            )
            s.fill(ellipse(ex, ey, u * 0.5), pale)
    for _ in range(20):
        a, reach = s.between(0, 2 * pi), r * s.between(0.3, 1.25)
        s.fill(ellipse(x + reach * cos(a), y + reach * sin(a), u * 0.25), pale)
