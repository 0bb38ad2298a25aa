"""Scene `knitting`: wool: balls in a basket, a piece on the needles, a cat that may help."""

from __future__ import annotations

from math import pi

import numpy as np

from ...cats import cat_curled
from ...colour import Rgb, darker, lighter, mix
from ...light import daylight
from ...outline import (
    arc,
    ellipse,
    line,
    path,
    rect,
    stroke,
    turned,
    turning,
)
from ...sheet import Sheet
from ...surfaces import linen, tabletop
from ...tableware import cup_above


def knitting(s: Sheet) -> None:
    """Wool: balls in a basket, a piece on the needles, a cat that may help."""
    u = s.u
    s.pick([linen, tabletop, linen])(s)
    x, y = s.w * 0.52, s.h * 0.58
    tone = s.palette.accent(0, s.between(0.6, 0.78), 0.12)
    _knitted(s, x, y, u * 50, u * 40, tone, s.between(-0.12, 0.12))
    hues = [*s.palette.accents, s.palette.key, 60.0]
    for index in range(6):
        px = s.w * (0.12 + 0.155 * index) + s.between(-3, 3) * u
        py = s.h * s.between(0.1, 0.2) if index != 2 else s.h * 0.12
        _wool(
            s,
            px,
            py,
            u * s.between(9, 12.5),
            s.palette(s.between(0.5, 0.85), 0.11, hues[index % 5]),
        )
    ball = (s.w * 0.16, s.h * 0.84)
    strand = path(
        (x - u * 24, y + u * 6),
        (x - u * 34, y + u * 22),
        (ball[0] + u * 14, ball[1] + u * 8),
        ball,
        closed=False,
    )
    s.fill(stroke(strand, u * 0.9), darker(tone, 0.1))
    _wool(s, *ball, u * 13, tone)
    if s.chance(0.45):
        cat_curled(s, s.w * 0.78, s.h * 0.9, u * 44)
    else:
        cup_above(s, s.w * 0.87, s.h * 0.86, u * 11, s.palette(0.45, 0.09, 50))
        for _ in range(4):
            px, py = s.between(0.5, 0.75) * s.w, s.between(0.9, 0.97) * s.h
            s.fill(ellipse(px, py, u * 2.2), s.palette.accent(int(s.rng.integers(3)), 0.6, 0.12))
            for hole in (-0.7, 0.7):
                s.fill(ellipse(px + hole * u, py, u * 0.4), s.palette(0.25, 0.03, 50))
    daylight(s)


def _wool(s: Sheet, x: float, y: float, r: float, tone: Rgb) -> None:
    ball = ellipse(x, y, r)
    s.shadow(ball, r * 0.12, r * 0.22, r * 0.18, 0.4)
    s.fade(ball, lighter(tone, 0.2), darker(tone, 0.2), 1)
    with s.inside(ball, spill=r * 0.3):
        for turn in (0.4, 1.5, 2.6):
            for offset in np.linspace(-0.8, 0.8, 8):
                arc_ = turned(
                    arc(
                        x,
                        y + offset * r * 0.5,
                        r * 1.05,
                        r * 0.9,
                        pi + 0.3,
                        2 * pi - 0.3,
                        r * 0.035,
                    ),
                    turn + s.between(-0.1, 0.1),
                    x,
                    y,
                )
                s.fill(arc_, mix(tone, (0, 0, 0) if s.chance(0.5) else (255, 255, 255), 0.28), 0.8)


def _knitted(s: Sheet, x: float, y: float, w: float, h: float, tone: Rgb, turn: float) -> None:
    place = turning(turn, x, y)
    body = place(rect(x - w / 2, y - h * 0.42, w, h * 0.92, s.u))
    s.shadow(body, s.u, s.u * 2, s.u * 1.8, 0.4)
    s.fill(body, darker(tone, 0.22))
    columns, rows = 18, 15
    second = s.palette.accent(1, 0.85, 0.07)
    pattern = s.pick(["bands", "hearts", "plain", "dots"])
    for row in range(rows):
        for column in range(columns):
            px = x - w / 2 + w * (column + 0.5) / columns
            py = y - h * 0.42 + h * 0.92 * (row + 0.5) / rows
            special = {
                "bands": row % 5 == 2,
                "plain": False,
                "dots": row % 4 == 1 and column % 4 == 1,
                "hearts": (row % 6, column % 6)
                in {
                    (1, 1),
                    (1, 3),
                    (2, 0),
                    (2, 1),
                    (2, 2),
                    (2, 3),
                    (2, 4),
                    (3, 1),
                    (3, 2),
                    (3, 3),
                    (4, 2),
                },
            }[pattern]
            shade = second if special else lighter(tone, 0.06 * ((row + column) % 2))
            a = w / columns
            for side in (-1, 1):
                s.fill(
                    place(
                        turned(
                            ellipse(px + side * a * 0.22, py, a * 0.2, a * 0.42),
                            side * -0.5,
                            px + side * a * 0.22,
                            py,
                        )
                    ),
                    shade,
                )
    for index, lean in enumerate((-0.09, 0.12)):
        needle = place(
            turned(
                line(x - w * 0.66, y - h * 0.45, x + w * 0.66, y - h * 0.45, s.u * 1.5),
                lean,
                x,
                y - h * 0.45,
            )
        )
        s.shadow(needle, s.u * 0.5, s.u, s.u * 0.8, 0.4)
        s.fill(needle, s.palette(0.8, 0.08, 75))
        end = complex(x + (w * 0.66 if index else -w * 0.66), y - h * 0.45)
        knob = place(turned(np.array([end]), lean, x, y - h * 0.45))[0]
        s.fill(ellipse(knob.real, knob.imag, s.u * 1.8), s.palette.accent(2, 0.55, 0.13))
    for column in range(columns):
        px = x - w / 2 + w * (column + 0.5) / columns
        s.fill(
            place(arc(px, y - h * 0.45, w / columns * 0.42, s.u * 2, 0, 2 * pi, s.u * 0.9)), tone
        )
