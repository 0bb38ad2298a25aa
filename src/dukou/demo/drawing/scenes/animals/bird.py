"""Scene `bird`: small birds on a branch in blossom."""

from __future__ import annotations

import numpy as np

from ...colour import mix
from ...outline import blob, curve, ellipse, leaf
from ...potted import blossom
from ...sheet import Sheet
from ...sky import sky, stars
from ...small_animals import bird_side


def bird(s: Sheet) -> None:
    """Small birds on a branch in blossom."""
    u = s.u
    colours = sky(s)
    if s.palette.mood.dark:
        stars(s, s.h * 0.7)
        s.glow(s.w * 0.7, s.h * 0.25, u * 60, s.palette.light(0.94, 0.05, 90), 0.6)
        s.fill(ellipse(s.w * 0.7, s.h * 0.25, u * 14), s.palette.light(0.95, 0.05, 92))
    else:
        s.fill(
            ellipse(s.w * s.between(0.3, 0.7), s.h * s.between(0.3, 0.45), u * s.between(24, 34)),
            mix(colours[-1], s.palette.accent(0, 0.8, 0.1), 0.5),
            0.8,
        )
    for _ in range(30):
        px, py = s.between(0, s.w), s.between(0, s.h)
        s.fill(
            blob(px, py, u * s.between(4, 10), s.rng),
            s.palette(s.between(0.6, 0.8), 0.08, s.pick([140.0, 120.0, 350.0])),
            0.22,
        )
    s.blur(u * 1.6)
    hue = s.pick([350.0, 10.0, 30.0, 130.0, 90.0])
    bark = s.palette(0.32, 0.04, 45)
    lines = [
        (
            (-20, s.h * 0.72),
            (s.w * 0.4, s.h * 0.64),
            (s.w * 0.75, s.h * 0.68),
            (s.w + 20, s.h * 0.52),
        ),
        ((s.w * 0.3, s.h * 0.66), (s.w * 0.5, s.h * 0.45), (s.w * 0.8, s.h * 0.3)),
        ((-10, s.h * 0.3), (s.w * 0.2, s.h * 0.2), (s.w * 0.42, s.h * 0.08)),
    ]
    for index, points in enumerate(lines):
        s.fill(curve(*points, width=[u * (3.4 - index), u * (1.4 - index * 0.3)]), bark)
        t = np.linspace(0.05, 0.98, 16)
        xs, ys = (
            np.interp(t, np.linspace(0, 1, len(points)), [p[0] for p in points]),
            np.interp(t, np.linspace(0, 1, len(points)), [p[1] for p in points]),
        )
        for px, py in zip(xs, ys, strict=True):
            ox, oy = px + s.rng.normal(0, u * 4), py + s.rng.normal(0, u * 4)
            if s.chance(0.62):
                blossom(s, ox, oy, u * s.between(2.4, 5), hue, 5)
            else:
                s.fill(
                    leaf(ox, oy, u * s.between(5, 9), u * 3, s.between(0, 6)),
                    s.palette(s.between(0.5, 0.68), 0.11, 140),
                )
    r = u * s.between(12, 15)
    bird_side(s, s.w * 0.36, s.h * 0.645, r)
    bird_side(s, s.w * 0.64, s.h * 0.665, r * 0.9)
    if s.chance(0.5):
        bird_side(s, s.w * 0.7, s.h * 0.345, r * 0.6)
    for _ in range(26):
        s.fill(
            leaf(s.between(0, s.w), s.between(0, s.h), u * 1.8, u * 1.2, s.between(0, 6)),
            s.palette(0.85, 0.09, hue),
            0.85,
        )
