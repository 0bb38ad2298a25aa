"""Scene `plant`: house plants on shelves, by a window or on the floor."""

from __future__ import annotations

from ...bookshelf import shelf
from ...light import leaf_shadow
from ...potted import potted
from ...sheet import Sheet
from ...surfaces import floor, wall
from ...window import window


def plant(s: Sheet) -> None:
    """House plants on shelves, by a window or on the floor."""
    u = s.u
    wall(s, s.palette.key_tone(s.between(0.84, 0.95), 0.05))
    if s.chance(0.5):
        base = s.h * 0.8
        floor(s, base, s.palette(0.66, 0.07, 62))
        if s.chance(0.6):
            window(s, s.w * 0.3, s.h * 0.08, s.w * 0.4, s.h * 0.4)
        sizes = [0.86, 0.6, 0.7, 0.46, 0.4]
        for index, size in enumerate(sizes):
            x = s.w * (0.14 + 0.18 * index) + s.between(-2, 2) * u
            potted(s, x, s.h * (0.86 + 0.05 * (index % 2)), u * size * 84)
        for index in range(3):
            potted(
                s,
                s.w * (0.2 + 0.3 * index) + s.between(-4, 4) * u,
                s.h * 0.975,
                u * s.between(20, 30),
            )
    else:
        rows = 3 if s.h >= s.w else 2
        for row in range(rows):
            y = (
                s.h * (0.34 + 0.62 * row / max(1, rows - 0.6))
                if rows == 3
                else s.h * (0.46 + 0.44 * row)
            )
            count = int(s.w / (u * 22))
            for index in range(count):
                x = s.w * (index + 0.5) / count + s.between(-3, 3) * u
                potted(s, x, y, u * s.between(20, 31))
            shelf(s, s.w * 0.03, y, s.w * 0.94)
    leaf_shadow(s, 0.18) if not s.palette.mood.dark else s.glow(
        s.w * 0.5, 0, s.h, s.palette.light(0.85, 0.1, 70), 0.4
    )
