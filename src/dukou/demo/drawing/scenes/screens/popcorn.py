"""Popcorn and tickets."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import darker, mix
from ...light import slant
from ...outline import (
    ellipse,
    polygon,
    rect,
    star,
    turned,
)
from ...sheet import Sheet


def popcorn(s: Sheet) -> None:
    """A striped bucket, overfull."""
    u = s.u
    s.fade(s.whole, s.palette.accent(0, 0.62, 0.13), s.palette.key_tone(0.5, 0.1))
    middle = complex(s.w / 2, s.h * 0.4)
    for index in range(16):
        a, b = 2 * pi * index / 16, 2 * pi * (index + 0.5) / 16
        s.fill(
            np.array([middle, middle + s.h * np.exp(1j * a), middle + s.h * np.exp(1j * b)]),
            (255, 255, 255),
            0.1,
        )
    x, y, w, h = s.w * 0.5, s.h * 0.88, u * 46, u * 50
    for _ in range(70):
        px, py = x + s.rng.normal(0, w * 0.26), y - h - abs(s.rng.normal(0, u * 8)) + u * 4
        _corn(s, px, py, u * s.between(3, 4.4))
    for index in range(9):
        left, right = index / 9, (index + 1) / 9
        tone = (
            s.palette.light(0.58, 0.2, 27) if index % 2 == 0 else s.palette.light(0.97, 0.015, 85)
        )
        s.fill(
            polygon(
                (x - w * 0.5 + w * left, y - h),
                (x - w * 0.5 + w * right, y - h),
                (x - w * 0.38 + w * 0.76 * right, y),
                (x - w * 0.38 + w * 0.76 * left, y),
            ),
            tone,
        )
    body = polygon((x - w / 2, y - h), (x + w / 2, y - h), (x + w * 0.38, y), (x - w * 0.38, y))
    s.spray(body, (60, 10, 20), 0.0, 0.4, 0.5)
    s.fill(ellipse(x, y - h * 0.45, u * 11), s.palette.light(0.97, 0.02, 88))
    s.letter(
        s.pick(["影", "爆米花", "开场"]), x, y - h * 0.45, u * 6.4, s.palette.light(0.5, 0.19, 27)
    )
    for _ in range(26):
        _corn(s, x + s.rng.normal(0, w * 0.24), y - h - u * s.between(-2, 4), u * s.between(3, 4.4))
    for index in range(2):
        tx, ty = s.w * (0.2 + 0.6 * index), s.h * (0.2 + 0.05 * index)
        _ticket(s, tx, ty, u * 26, s.between(-0.4, 0.4))
    for _ in range(8):
        _corn(s, s.between(0, s.w), s.between(0.05, 0.97) * s.h, u * 3)
    slant(s, 0.18)


def _corn(s: Sheet, x: float, y: float, r: float) -> None:
    tone = s.palette.light(s.between(0.92, 0.98), 0.06, 90)
    for dx, dy, size in ((-0.4, 0.1, 0.6), (0.4, 0.05, 0.6), (0, -0.35, 0.62), (0.05, 0.35, 0.5)):
        s.fill(
            ellipse(x + dx * r + r * 0.06, y + dy * r + r * 0.1, size * r),
            mix(tone, (180, 120, 40), 0.35),
        )
    for dx, dy, size in (
        (-0.4, 0.1, 0.56),
        (0.4, 0.05, 0.56),
        (0, -0.35, 0.58),
        (0.05, 0.35, 0.46),
    ):
        s.fill(ellipse(x + dx * r, y + dy * r, size * r), tone)
    s.fill(ellipse(x, y, r * 0.2), s.palette.light(0.8, 0.13, 75))


def _ticket(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    tone = s.palette.accent(1, 0.85, 0.09)
    h = w * 0.48
    body = turned(rect(x - w / 2, y - h / 2, w, h, s.u), turn, x, y)
    s.shadow(body, s.u * 0.6, s.u, s.u, 0.35)
    s.fill(body, tone)
    for row in range(5):
        s.fill(
            turned(ellipse(x + w * 0.22, y - h * 0.4 + row * h * 0.2, s.u * 0.35), turn, x, y),
            darker(tone, 0.4),
        )
    for row in range(3):
        s.fill(
            turned(
                rect(x - w * 0.4, y - h * 0.26 + row * h * 0.2, w * (0.5 - 0.1 * row), h * 0.08),
                turn,
                x,
                y,
            ),
            darker(tone, 0.5),
        )
    s.fill(turned(star(x + w * 0.36, y, h * 0.16), turn, x, y), s.palette.light(0.58, 0.2, 27))
