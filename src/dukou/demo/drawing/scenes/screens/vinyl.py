"""Scene `vinyl`: a record on its player, sleeves around it."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import darker, lighter, mix
from ...light import daylight, lamp_pool
from ...outline import (
    arc,
    curve,
    ellipse,
    rect,
    turned,
    turning,
)
from ...sheet import Sheet
from ...surfaces import tabletop


def vinyl(s: Sheet) -> None:
    """A record on its player, sleeves around it."""
    u = s.u
    tabletop(s)
    x, y, r = s.w * s.between(0.44, 0.52), s.h * s.between(0.5, 0.56), u * s.between(28, 31)
    for index in range(3):
        _sleeve(
            s,
            s.w * (0.14 + 0.36 * index),
            s.h * s.pick([0.08, 0.93]),
            u * 40,
            s.between(-0.35, 0.35),
        )
    case = s.pick(
        [s.palette(0.55, 0.09, 52), s.palette(0.9, 0.03, 80), s.palette.accent(0, 0.6, 0.11)]
    )
    box = rect(x - u * 38, y - u * 36, u * 80, u * 72, u * 3)
    s.shadow(box, u, u * 2.6, u * 2.4, 0.5)
    s.fade(box, lighter(case, 0.2), darker(case, 0.12), 1)
    s.fill(ellipse(x - u * 4, y, r * 1.07), darker(case, 0.35))
    _record(s, x - u * 4, y, r)
    px, py = x + u * 34, y - u * 28
    s.fade(ellipse(px, py, u * 5), s.palette(0.9, 0.01, 250), s.palette(0.6, 0.01, 250), 1)
    arm = curve(
        (px, py), (px - u * 1, y + u * 2), (x + u * 13, y + u * 17), width=[u * 1.6, u * 1.3]
    )
    s.shadow(arm, u * 0.6, u, u * 0.8, 0.4)
    s.fill(arm, s.palette(0.92, 0.01, 250))
    s.fill(
        turned(rect(x + u * 10, y + u * 15, u * 5, u * 6, u * 0.6), 0.5, x + u * 12, y + u * 18),
        s.palette(0.2, 0.01, 260),
    )
    for index in range(3):
        s.fade(
            ellipse(x + u * 36, y + u * (10 + index * 9), u * 2.6),
            s.palette.light(0.86, 0.06, 82),
            s.palette.light(0.6, 0.07, 75),
            1,
        )
    daylight(s)
    lamp_pool(s, s.w * 0.2, 0, 0.15)


def _record(s: Sheet, x: float, y: float, r: float) -> None:
    black = s.palette.light(0.19, 0.01, 280)
    s.fill(ellipse(x, y, r), black)
    for ring in np.linspace(0.42, 0.96, 15):
        s.fill(
            arc(x, y, r * ring, r * ring, 0, 2 * pi, s.u * 0.16),
            s.palette.light(0.34, 0.01, 280),
            0.7,
        )
    for start in (0.5, 0.5 + pi):
        angle = np.linspace(start, start + 0.5, 8)
        wedge = np.concatenate([[complex(x, y)], complex(x, y) + r * 0.97 * np.exp(1j * angle)])
        s.fill(wedge, (255, 255, 255), 0.13)
    tone = s.palette.accent(1, 0.68, 0.16)
    s.fill(ellipse(x, y, r * 0.36), tone)
    s.fill(ellipse(x, y, r * 0.25), lighter(tone, 0.5))
    s.letter(
        s.pick(["夏", "风", "河", "夜", "海", "梦"]),
        x,
        y - r * 0.11,
        r * 0.14,
        s.palette(0.25, 0.05, 40),
    )
    s.fill(ellipse(x, y, r * 0.03), (250, 250, 245))


def _sleeve(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    place = turning(turn, x, y)
    box = place(rect(x - w / 2, y - w / 2, w, w, s.u * 0.4))
    s.shadow(box, s.u, s.u * 1.6, s.u * 1.4, 0.4)
    tone = s.palette.accent(int(s.rng.integers(3)), s.between(0.5, 0.85), 0.12)
    s.fade(box, tone, mix(tone, s.palette.accent(1, 0.5, 0.13), 0.6), turn + 1)
    with s.inside(box, spill=s.u):
        kind = s.pick(["sun", "stripes", "circles", "waves"])
        if kind == "sun":
            s.fill(ellipse(x, y, w * 0.24), s.palette.light(0.85, 0.14, 75))
            for row in range(4):
                s.fill(place(rect(x - w / 2, y + w * (0.02 + 0.07 * row), w, w * 0.03)), tone)
        elif kind == "stripes":
            for index in range(6):
                s.fill(
                    place(rect(x - w / 2 + index * w / 6, y - w / 2, w / 12, w)),
                    s.palette.accent(index, 0.7, 0.15),
                )
        elif kind == "circles":
            for index in range(5, 0, -1):
                s.fill(
                    ellipse(x, y, w * 0.09 * index),
                    s.palette.accent(index, 0.5 + 0.08 * index, 0.14),
                )
        else:
            for row in range(5):
                s.fill(
                    place(
                        curve(
                            (x - w / 2, y - w * 0.3 + row * w * 0.15),
                            (x - w * 0.2, y - w * 0.4 + row * w * 0.15),
                            (x + w * 0.2, y - w * 0.2 + row * w * 0.15),
                            (x + w / 2, y - w * 0.3 + row * w * 0.15),
                            width=w * 0.04,
                        )
                    ),
                    s.palette.accent(row, 0.8, 0.12),
                )
