"""Scene `bubbletea`: cups of milk tea with pearls, seen from the side."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import darker, lighter, mix
from ...light import slant
from ...outline import (
    arc,
    curve,
    ellipse,
    leaf,
    line,
    polygon,
    rect,
    turned,
)
from ...sheet import Sheet
from .counter import arc_line, backdrop, lay_counter

_TEAS = [
    [(0.60, 0.09, 60), (0.80, 0.07, 70), (0.93, 0.03, 80)], [(0.72, 0.13, 140), (0.86, 0.09, 130), (0.96, 0.03, 100)],
    [(0.62, 0.18, 15), (0.82, 0.11, 20), (0.95, 0.03, 60)], [(0.55, 0.10, 300), (0.78, 0.08, 305), (0.94, 0.03, 320)],
    [(0.80, 0.16, 75), (0.88, 0.12, 85), (0.96, 0.04, 90)], [(0.35, 0.08, 45), (0.62, 0.09, 60), (0.92, 0.04, 80)],
]  # fmt: skip


def bubbletea(s: Sheet) -> None:
    """Cups of milk tea with pearls, seen from the side."""
    u = s.u
    backdrop(s)
    base = s.h * s.between(0.8, 0.86)
    lay_counter(s, base - u * 6)
    count = s.pick([1, 2, 2, 3]) if s.w <= s.h else s.pick([2, 3, 3])
    size = u * (66 if count == 1 else 56 if count == 2 else 46)
    for index in range(count):
        x = s.w * (index + 1) / (count + 1) + (s.w / 2 - s.w * (index + 1) / (count + 1)) * 0.16
        _tea_cup(s, x, base + u * 2 * (index % 2), size * s.between(0.94, 1.05))
    for _ in range(7):
        px, py = s.between(0.04, 0.96) * s.w, s.between(base + u * 4, s.h - u * 2)
        s.fade(ellipse(px, py, u * 1.7), s.palette(0.35, 0.05, 45), s.palette(0.14, 0.03, 40), 1)
        s.fill(ellipse(px - u * 0.5, py - u * 0.6, u * 0.4), (255, 255, 255), 0.8)
    if s.chance(0.5):
        for _ in range(4):
            s.fill(
                leaf(s.between(0, s.w), s.between(base, s.h), u * 7, u * 3, s.between(0, 6)),
                s.palette(0.5, 0.12, 140),
            )
    slant(s, 0.12) if not s.palette.mood.dark else None


def _tea_cup(s: Sheet, x: float, y: float, size: float) -> None:
    top, foot, h = size * 0.29, size * 0.22, size * 0.82
    layers = [
        s.palette.light(*tone)
        if not s.palette.mood.dark
        else mix(s.palette.light(*tone), (60, 40, 90), 0.2)
        for tone in s.pick(_TEAS)
    ]
    straw = s.palette.accent(0, 0.6, 0.17)
    s.fill(
        line(x + size * 0.03, y - h * 0.5, x + size * 0.15, y - h - size * 0.32, size * 0.075),
        straw,
    )
    s.fill(
        line(x + size * 0.015, y - h * 0.5, x + size * 0.135, y - h - size * 0.32, size * 0.018),
        lighter(straw, 0.6),
    )
    body = polygon((x - top, y - h), (x + top, y - h), (x + foot, y), (x - foot, y))
    s.shadow(ellipse(x + size * 0.05, y, foot * 1.3, size * 0.05), 0, 0, size * 0.04, 0.5)
    with s.inside(body, spill=size * 0.1):
        s.ramp(
            body,
            [
                (0.0, layers[2]),
                (s.between(0.2, 0.35), layers[2]),
                (s.between(0.5, 0.6), layers[1]),
                (1.0, layers[0]),
            ],
        )
        for _ in range(10):
            px = x + s.between(-1, 1) * top
            s.fill(
                curve(
                    (px, y - h),
                    (px + s.between(-0.1, 0.1) * size, y - h * 0.75),
                    (px + s.between(-0.1, 0.1) * size, y - h * s.between(0.4, 0.6)),
                    width=[size * 0.08, size * 0.05, 1],
                ),
                lighter(layers[2], 0.4),
                0.45,
            )
        for _ in range(8):
            ice = turned(
                rect(
                    x + s.between(-0.9, 0.5) * top,
                    y - h * s.between(0.72, 0.98),
                    size * 0.12,
                    size * 0.12,
                    size * 0.02,
                ),
                s.between(0, 1.5),
                x,
                y - h * 0.85,
            )
            s.fill(ice, (255, 255, 255), 0.28)
        for row in range(4):
            for index in range(7):
                px = (
                    x
                    + (index - 3 + (row % 2) * 0.5) * size * 0.068
                    + s.between(-1, 1) * size * 0.008
                )
                py = y - size * 0.04 - row * size * 0.055
                s.fade(
                    ellipse(px, py, size * 0.034),
                    mix(layers[0], (40, 25, 20), 0.65),
                    (28, 16, 14),
                    1,
                )
                s.fill(
                    ellipse(px - size * 0.01, py - size * 0.012, size * 0.008), (255, 255, 255), 0.8
                )
        s.fill(
            polygon(
                (x - top * 0.86, y - h),
                (x - top * 0.6, y - h),
                (x - foot * 0.62, y),
                (x - foot * 0.84, y),
            ),
            (255, 255, 255),
            0.28,
        )
        s.spray(body, darker(layers[0], 0.5), 0.0, 0.4, 0.4)
    label = s.pick(["round", "band", "face", "none"])
    if label == "round":
        s.fill(ellipse(x, y - h * 0.48, size * 0.12), s.palette.light(0.97, 0.02, 88))
        s.letter(
            s.pick(["茶", "甜", "奶", "福", "喜", "渡"]),
            x,
            y - h * 0.48,
            size * 0.13,
            s.palette.light(0.55, 0.19, 27),
        )
    elif label == "band":
        s.fill(
            polygon(
                (x - foot * 1.13, y - h * 0.55),
                (x + foot * 1.13, y - h * 0.55),
                (x + foot * 1.06, y - h * 0.36),
                (x - foot * 1.06, y - h * 0.36),
            ),
            straw,
        )
        s.letter(
            s.pick(["好喝", "三分糖", "去冰", "加珍珠"]),
            x,
            y - h * 0.455,
            size * 0.09,
            (255, 255, 255),
            serif=False,
        )
    elif label == "face":
        for side in (-1, 1):
            s.fill(ellipse(x + side * size * 0.06, y - h * 0.5, size * 0.014), (50, 30, 30))
            s.fill(
                ellipse(x + side * size * 0.1, y - h * 0.465, size * 0.02, size * 0.012),
                (240, 140, 140),
                0.7,
            )
        s.fill(
            arc(x, y - h * 0.49, size * 0.025, size * 0.02, 0.1, pi - 0.1, size * 0.01),
            (50, 30, 30),
        )
    lid = s.palette.light(0.98, 0.01, 80)
    if s.chance(0.45):
        dome = np.concatenate([arc_line(x, y - h, top * 1.02, top * 0.9, pi, 2 * pi)])
        s.fill(dome, (255, 255, 255), 0.3)
        for _ in range(6):
            s.fill(
                ellipse(
                    x + s.between(-0.6, 0.6) * top, y - h - s.between(0.05, 0.5) * top, size * 0.07
                ),
                layers[2],
            )
    else:
        s.fade(
            rect(x - top * 1.03, y - h - size * 0.025, top * 2.06, size * 0.05, size * 0.02),
            lid,
            mix(lid, straw, 0.3),
        )
    s.fill(
        rect(x - top * 1.06, y - h - size * 0.008, top * 2.12, size * 0.03, size * 0.015),
        darker(lid, 0.06),
    )
