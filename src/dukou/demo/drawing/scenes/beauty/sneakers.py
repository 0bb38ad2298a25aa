"""Scene `sneakers`: a pair of sneakers, large, on a block of colour or at the court's edge."""

from __future__ import annotations

from math import pi

from ...light import daylight, sparkle
from ...outline import (
    arc,
    ellipse,
    line,
    polygon,
    rect,
)
from ...sheet import Sheet
from .things import sneaker


def sneakers(s: Sheet) -> None:
    """A pair of sneakers, large, on a block of colour or at the court's edge."""
    u = s.u
    s.fill_all(s.palette.accent(0, 0.78, 0.1))
    kind = s.pick(["sun", "stripes", "court"])
    if kind == "sun":
        s.fill(ellipse(s.w / 2, s.h * 0.45, u * 42), s.palette.key_tone(0.92, 0.07))
    elif kind == "stripes":
        for index in range(12):
            s.fill(
                polygon(
                    (s.w * index / 6 - s.w * 0.6, s.h),
                    (s.w * index / 6 - s.w * 0.5, s.h),
                    (s.w * index / 6 + s.w * 0.1, 0),
                    (s.w * index / 6, 0),
                ),
                s.palette.accent(1, 0.72, 0.1),
                0.7,
            )
    else:
        s.fade(s.whole, s.palette(0.55, 0.12, 215), s.palette(0.5, 0.12, 150), 1)
        s.fill(
            arc(s.w * 0.5, s.h * 0.9, u * 60, u * 60, pi, 2 * pi, u * 1.6), (255, 255, 255), 0.85
        )
        s.fill(line(0, s.h * 0.7, s.w, s.h * 0.66, u * 1.6), (255, 255, 255), 0.85)
    s.spray(s.whole, s.palette.key_tone(0.4, 0.08), pi / 2, 0.35, 0.7)
    size = min(s.w * 0.86, u * 88)
    block = rect(s.w * 0.06, s.h * 0.8, s.w * 0.88, s.h * 0.3, u * 2)
    s.fade(block, s.palette.key_tone(0.96, 0.03), s.palette.key_tone(0.84, 0.05))
    sneaker(s, s.w * 0.42, s.h * 0.6, size * 0.8, tone_index=1)
    sneaker(s, s.w * 0.53, s.h * 0.83, size, tone_index=1)
    for _ in range(5):
        sparkle(
            s,
            s.between(0.05, 0.95) * s.w,
            s.between(0.05, 0.4) * s.h,
            u * s.between(1.5, 4),
            s.palette(0.99, 0.02, 90),
        )
    daylight(s)
