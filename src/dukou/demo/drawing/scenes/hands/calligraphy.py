"""Scene `calligraphy`: brush, ink stone, paper with great characters, a red seal."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import darker, lighter
from ...light import daylight
from ...outline import (
    arc,
    blob,
    ellipse,
    path,
    rect,
    stroke,
    turning,
)
from ...potted import blossom
from ...sheet import Sheet
from ...surfaces import linen, wood
from ...tableware import cup_above


def calligraphy(s: Sheet) -> None:
    """Brush, ink stone, paper with great characters, a red seal."""
    u = s.u
    wood(s, s.between(0.26, 0.5)) if s.chance(0.6) else linen(s)
    felt = s.palette(0.32, 0.05, s.pick([160.0, 260.0, 25.0]))
    s.fade(
        rect(s.w * 0.06, s.h * 0.06, s.w * 0.88, s.h * 0.88, u),
        lighter(felt, 0.08),
        felt,
        1,
    )
    x, y, turn = s.w * s.between(0.46, 0.54), s.h * 0.48, s.between(-0.06, 0.06)
    words = s.pick(["福", "静", "山水", "茶", "春", "听雨", "渡", "知足", "清风", "家", "慢"])
    tall = len(words) > 1 and s.h >= s.w
    w = u * 50 if tall or len(words) == 1 else u * 78
    h = u * 90 if tall else u * 56
    place = turning(turn, x, y)
    paper = place(rect(x - w / 2, y - h / 2, w, h))
    tone = s.pick(
        [s.palette(0.97, 0.015, 85), s.palette(0.58, 0.19, 28), s.palette(0.93, 0.05, 85)]
    )
    red = tone[0] > tone[1] * 1.8
    s.shadow(paper, u * 0.6, u * 1.2, u * 1.2, 0.45)
    s.fade(paper, tone, darker(tone, 0.06), 1)
    if red:
        for _ in range(70):
            s.fill(
                blob(
                    x + s.between(-0.5, 0.5) * w,
                    y + s.between(-0.5, 0.5) * h,
                    u * 0.6,
                    s.rng,
                    rough=0.4,
                    knots=5,
                ),
                s.palette.light(0.84, 0.12, 85),
                0.8,
            )
    ink = s.palette.light(0.16, 0.01, 260)
    size = (
        min(w * 0.8, h * 0.8)
        if len(words) == 1
        else (min(w * 0.8, h * 0.42) if tall else min(w * 0.42, h * 0.75))
    )
    for index, word in enumerate(words):
        offset = (index - (len(words) - 1) / 2) * size * 1.04
        px, py = (x, y + offset) if tall else (x + offset, y)
        for shift in (0.0, 0.9, -0.9):
            s.letter(word, px + shift * u * 0.7, py + shift * u * 0.4, size, ink, alpha=0.95)
    for _ in range(9):
        s.fill(
            blob(
                x + s.between(-0.45, 0.45) * w,
                y + s.between(-0.45, 0.45) * h,
                u * s.between(0.2, 0.7),
                s.rng,
                rough=0.4,
                knots=6,
            ),
            ink,
            0.8,
        )
    sx, sy = x + w * 0.38, y + h * 0.4
    s.fill(rect(sx - u * 3, sy - u * 3, u * 6, u * 6, u * 0.6), s.palette.light(0.52, 0.21, 27))
    s.letter("印", sx, sy - u * 0.3, u * 4.6, s.palette.light(0.97, 0.02, 85))
    for py in (y - h / 2 + u, y + h / 2 - u):
        s.fade(
            rect(x - w * 0.56, py - u * 1.6, w * 1.12, u * 3.2, u),
            s.palette(0.4, 0.07, 45),
            s.palette(0.28, 0.06, 42),
        )
    _writing_brush(s, s.w * 0.88, s.h * 0.2, u * 58, pi / 2 + s.between(-0.15, 0.15))
    _ink_stone(s, s.w * 0.14, s.h * 0.86, u * 14)
    if s.chance(0.6):
        cup_above(s, s.w * 0.12, s.h * 0.14, u * 9, s.palette(0.68, 0.13, 75), saucer=False)
    for _ in range(5):
        blossom(
            s, s.between(0.02, 0.2) * s.w, s.between(0.3, 0.7) * s.h, u * s.between(2, 4), 350.0, 5
        )
    daylight(s)


def _writing_brush(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    way = np.exp(1j * turn)
    a, b = complex(x, y), complex(x, y) + way * length
    shaft = stroke([a, (a + b) / 2, b], s.u * 2.2)
    tip = (
        path(
            (0, -0.034),
            (0.08, -0.042),
            (0.2, -0.014),
            (0.26, 0.0),
            (0.2, 0.014),
            (0.08, 0.042),
            (0, 0.034),
        )
        * length
    ) * way + b
    s.shadow([shaft, tip], s.u, s.u * 1.6, s.u, 0.45)
    s.fill(shaft, s.palette(0.72, 0.1, 70))
    s.fill(stroke([a + way * length * 0.86, b], s.u * 2.8), s.palette(0.3, 0.05, 45))
    s.fade(tip, s.palette(0.85, 0.04, 75), s.palette.light(0.14, 0.01, 260), turn)


def _ink_stone(s: Sheet, x: float, y: float, r: float) -> None:
    stone = s.palette(0.3, 0.01, 260)
    s.shadow(ellipse(x, y, r), s.u, s.u * 1.6, s.u * 1.4, 0.45)
    s.fade(ellipse(x, y, r), lighter(stone, 0.25), stone, 1)
    s.fade(ellipse(x, y, r * 0.82), darker(stone, 0.3), lighter(stone, 0.1), 1)
    pool = ellipse(x - r * 0.1, y - r * 0.1, r * 0.6)
    s.fill(pool, (16, 16, 20))
    s.fill(
        arc(x - r * 0.1, y - r * 0.1, r * 0.45, r * 0.45, 3.4, 4.6, r * 0.06), (255, 255, 255), 0.5
    )
