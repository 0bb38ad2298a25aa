"""A world made of squares."""

from __future__ import annotations

from math import sin

import numpy as np

from ...colour import lighter, mix
from ...light import slant
from ...outline import (
    rect,
    star,
)
from ...sheet import Sheet
from ...sky import sky
from .sprites import pixel_heart, sprite


def pixel_world(s: Sheet) -> None:
    """Hills, trees and treasure of squares, someone among them."""
    u = s.u
    colours = sky(s)
    size = u * 4.2
    columns, rows = int(s.w / size) + 1, int(s.h / size) + 1
    heights = np.clip(
        np.cumsum(s.rng.integers(-1, 2, columns)) + rows * 0.3, rows * 0.2, rows * 0.5
    ).astype(int)
    for _ in range(5):
        cx, cy = s.between(0, s.w), s.between(0.06, 0.34) * s.h
        for dx, dy in ((0, 0), (1, 0), (2, 0), (3, 0), (1, -1), (2, -1)):
            s.fill(
                rect(cx + dx * size, cy + dy * size, size + 1, size + 1),
                lighter(colours[1], 0.1 if s.palette.mood.dark else 0.75),
            )
    s.fill(rect(s.w * 0.74, s.h * 0.1, size * 3, size * 3), s.palette.light(0.92, 0.11, 88))
    for column in range(columns):
        far = int(rows * 0.42 + 4 * sin(column * 0.4))
        s.fill(
            rect(column * size, s.h - far * size, size + 1, far * size),
            mix(colours[-1], s.palette(0.6, 0.09, 160), 0.6),
        )
    for column, height in enumerate(heights):
        for row in range(height):
            y = s.h - (row + 1) * size
            if row == height - 1:
                tone = s.palette(0.68 + s.between(-0.03, 0.03), 0.15, 135)
            elif row > height - 4:
                tone = s.palette(0.5 + s.between(-0.03, 0.03), 0.08, 55)
            else:
                tone = s.palette(0.5 + s.between(-0.05, 0.03), 0.02, 260)
                if s.chance(0.05):
                    tone = s.palette.light(0.8, 0.13, s.pick([85.0, 200.0, 25.0]))
            s.fill(rect(column * size, y, size + 0.5, size + 0.5), tone)
            s.fill(rect(column * size, y, size, size * 0.16), (255, 255, 255), 0.12)
    for _ in range(4):
        column = int(s.rng.integers(2, columns - 3))
        y = s.h - heights[column] * size
        for row in range(4):
            s.fill(
                rect(column * size, y - (row + 1) * size, size, size + 1), s.palette(0.42, 0.07, 50)
            )
        for dx in range(-2, 3):
            for dy in range(3):
                if abs(dx) + dy < 4:
                    s.fill(
                        rect((column + dx) * size, y - (5 + dy) * size, size + 1, size + 1),
                        s.palette(
                            0.55 + s.between(-0.05, 0.05), 0.14, s.pick([140.0, 150.0, 350.0])
                        ),
                    )
    column = columns // 2
    y = s.h - heights[column] * size
    sprite(s, column * size, y, size * 0.6)
    for index in range(5):
        px = (column + 2 + index) * size
        s.fill(
            star(px, y - size * 3 - size * sin(index * 0.8) * 1.4, size * 0.5, tips=4, inner=0.5),
            s.palette.light(0.88, 0.14, 90),
        )
    for index in range(3):
        pixel_heart(s, u * (5 + index * 11), u * 5, u * 1.2)
    slant(s, 0.12)
