"""Small figures made of squares."""

from __future__ import annotations

from ...faces import look
from ...outline import (
    rect,
)
from ...sheet import Sheet


def sprite(s: Sheet, x: float, y: float, size: float) -> None:
    """A figure of squares, its feet at (x, y)."""
    who = look(s)
    shoe = s.palette(0.25, 0.03, 40)
    rows = [
        "..hhhh..",
        ".hhhhhh.",
        ".hssssh.",
        ".sesses.",
        ".ssssss.",
        "..ssss..",
        ".tttttt.",
        "tttttttt",
        "s.tttt.s",
        "..bbbb..",
        "..b..b..",
        ".kk..kk.",
    ]
    tones = {
        "h": who.hair,
        "s": who.skin,
        "e": (40, 30, 30),
        "t": who.top,
        "b": who.bottom,
        "k": shoe,
    }
    for row, text in enumerate(rows):
        for column, letter in enumerate(text):
            if letter in tones:
                s.fill(
                    rect(
                        x + (column - 4) * size,
                        y - (len(rows) - row) * size,
                        size + 0.6,
                        size + 0.6,
                    ),
                    tones[letter],
                )


def pixel_heart(s: Sheet, x: float, y: float, size: float) -> None:
    """A heart of squares from its upper left corner."""
    for row, text in enumerate([".##.##.", "#######", "#######", ".#####.", "..###..", "...#..."]):
        for column, letter in enumerate(text):
            if letter == "#":
                s.fill(
                    rect(x + column * size, y + row * size, size + 0.6, size + 0.6),
                    s.palette.light(0.6, 0.21, 25),
                )
    s.fill(rect(x + size, y + size, size, size), (255, 255, 255), 0.8)
