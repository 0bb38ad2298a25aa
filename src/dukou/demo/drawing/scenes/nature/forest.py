"""Scene `forest`: trunks in layers of light, a path between them."""

from __future__ import annotations

import numpy as np

from ...colour import darker, mix
from ...outline import blob, curve, leaf, line, path, polygon
from ...sheet import Sheet
from ...sky import hill
from .outdoors import hiker


def forest(s: Sheet) -> None:
    """Trunks in layers of light, a path between them."""
    u = s.u
    hue = s.pick(
        [140.0, 150.0, 125.0, 60.0 if s.palette.name in ("warm", "gold", "candy") else 145.0]
    )
    glow = s.palette(0.93, 0.08, hue - 40) if not s.palette.mood.dark else s.palette(0.4, 0.08, 220)
    s.fade(s.whole, glow, s.palette(0.6, 0.09, hue))
    s.glow(s.w * 0.5, s.h * 0.35, u * 75, s.palette.light(0.96, 0.08, 95), 0.55)
    for layer in range(4):
        share = layer / 3
        tone = mix(s.palette(0.72, 0.07, hue), s.palette(0.2, 0.05, hue + 40), share)
        for _ in range(9 - layer * 2):
            x = s.between(-0.05, 1.05) * s.w
            if layer > 1 and abs(x - s.w / 2) < s.w * 0.2:
                continue
            wide = u * (1.5 + 4.5 * share) * s.between(0.8, 1.3)
            s.fill(
                curve(
                    (x, s.h * (0.72 + 0.2 * share)),
                    (x + s.between(-2, 2) * u, s.h * 0.4),
                    (x + s.between(-3, 3) * u, -20),
                    width=[wide * 1.3, wide, wide * 0.8],
                ),
                tone,
            )
            if layer > 1:
                for _ in range(5):
                    py = s.between(0.1, 0.8) * s.h
                    s.fill(
                        line(x - wide * 0.2, py, x - wide * 0.1, py + u * s.between(3, 8), u * 0.5),
                        darker(tone, 0.3),
                        0.6,
                    )
        for _ in range(26):
            x, y = s.between(-0.05, 1.05) * s.w, s.between(-0.05, 0.34 - 0.03 * layer) * s.h
            s.fill(
                blob(x, y, u * s.between(4, 10), s.rng, rough=0.2),
                mix(tone, s.palette(0.6, 0.12, hue), 0.55),
                0.5,
            )
        ground = s.h * (0.7 + 0.09 * layer)
        hill(
            s,
            ground + u * 4,
            u * 5,
            mix(s.palette(0.66, 0.1, hue), s.palette(0.3, 0.07, hue + 20), share),
        )
    track = path(
        (s.w * 0.47, s.h * 0.74),
        (s.w * 0.53, s.h * 0.74),
        (s.w * 0.58, s.h * 0.84),
        (s.w * 0.7, s.h + 20),
        (s.w * 0.3, s.h + 20),
        (s.w * 0.45, s.h * 0.85),
    )
    s.fade(track, s.palette(0.85, 0.06, 80), s.palette(0.6, 0.07, 65))
    beams = [
        polygon(
            (s.w * (0.3 + 0.16 * i), -20),
            (s.w * (0.37 + 0.16 * i), -20),
            (s.w * (0.2 + 0.2 * i), s.h),
            (s.w * (0.06 + 0.2 * i), s.h),
        )
        for i in range(3)
    ]
    s.light(beams, s.palette.light(0.95, 0.08, 95), blur=u * 3, strength=0.22)
    for _ in range(30):
        x, y = s.between(0, s.w), s.h * s.between(0.8, 1.02)
        if abs(x - s.w / 2) > u * 14:
            for turn in np.linspace(-2.6, -0.5, 6):
                s.fill(
                    leaf(x, y, u * s.between(6, 11), u * 2, float(turn), 0.2),
                    s.palette(s.between(0.3, 0.55), 0.1, hue + 8),
                )
    if s.chance(0.5):
        hiker(s, s.w * 0.52, s.h * 0.84, u * 17)
    for _ in range(22):
        s.glow(
            s.between(0, s.w),
            s.between(0.2, 0.9) * s.h,
            u * 1.6,
            s.palette.light(0.95, 0.1, 100),
            0.8,
        )
