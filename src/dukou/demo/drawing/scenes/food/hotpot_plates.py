"""What goes into a hotpot, on its plates."""

from __future__ import annotations

from math import cos, pi, sin

from ...outline import (
    curve,
    ellipse,
    line,
    rect,
    turned,
)
from ...sheet import Sheet
from ...tableware import (
    dish,
    greens,
    scallions,
)  # fmt: skip


def beef_rolls(s: Sheet, x: float, y: float, r: float) -> None:
    """A plate of thin beef, rolled."""
    inner = dish(s, x, y, r)
    for index in range(9):
        angle = 2 * pi * index / 8 if index < 8 else 0
        reach = inner * 0.55 if index < 8 else 0
        px, py = x + reach * cos(angle), y + reach * sin(angle)
        turn, size = angle + pi / 2 + s.between(-0.3, 0.3), inner * 0.34
        roll = turned(rect(px - size, py - size * 0.5, size * 2, size, size * 0.4), turn, px, py)
        s.shadow(roll, s.u * 0.4, s.u * 0.6, s.u * 0.5, 0.3)
        s.fade(roll, s.palette(0.66, 0.14, 22), s.palette(0.5, 0.16, 22), turn + pi / 2)
        for offset in (-0.5, 0.0, 0.45):
            vein = turned(
                curve(
                    (px + offset * size, py - size * 0.45),
                    (px + offset * size + size * 0.2, py),
                    (px + offset * size, py + size * 0.45),
                    width=size * 0.10,
                ),
                turn,
                px,
                py,
            )
            s.fill(vein, s.palette(0.93, 0.03, 40), 0.9)


def leafy(s: Sheet, x: float, y: float, r: float) -> None:
    """A plate of leaves."""
    inner = dish(s, x, y, r)
    for _ in range(5):
        greens(
            s, x + s.between(-0.4, 0.4) * inner, y + s.between(-0.4, 0.4) * inner, inner * 0.55, 6
        )


def lotus(s: Sheet, x: float, y: float, r: float) -> None:
    """A plate of lotus root."""
    inner = dish(s, x, y, r)
    for index in range(6):
        angle = 2 * pi * index / 5
        reach = inner * 0.5 if index < 5 else 0
        px, py, size = x + reach * cos(angle), y + reach * sin(angle), inner * 0.42
        s.shadow(ellipse(px, py, size), s.u * 0.3, s.u * 0.6, s.u * 0.5, 0.25)
        s.fill(ellipse(px, py, size), s.palette(0.92, 0.035, 70))
        for hole in range(7):
            turn = 2 * pi * hole / 7
            s.fill(
                ellipse(
                    px + size * 0.55 * cos(turn),
                    py + size * 0.55 * sin(turn),
                    size * 0.17,
                    size * 0.12,
                    turn,
                ),
                s.palette(0.62, 0.05, 60),
            )


def tofu(s: Sheet, x: float, y: float, r: float) -> None:
    """A plate of tofu."""
    inner = dish(s, x, y, r)
    for row in (-1, 0, 1):
        for column in (-1, 0, 1):
            size = inner * 0.42
            px, py = x + column * size * 1.02 - size / 2, y + row * size * 1.02 - size / 2
            cube = turned(
                rect(px, py, size * 0.92, size * 0.92, size * 0.12), s.between(-0.1, 0.1), px, py
            )
            s.shadow(cube, s.u * 0.4, s.u * 0.7, s.u * 0.4, 0.3)
            s.fade(cube, s.palette(0.99, 0.01, 90), s.palette(0.9, 0.04, 85), 1)
    scallions(s, x, y, inner * 0.5, 14)


def mushrooms(s: Sheet, x: float, y: float, r: float) -> None:
    """A plate of mushrooms."""
    inner = dish(s, x, y, r)
    for index in range(8):
        angle, reach = 2 * pi * index / 7, inner * (0.58 if index < 7 else 0)
        px, py, size = x + reach * cos(angle), y + reach * sin(angle), inner * 0.32
        cap = ellipse(px, py, size, size * 0.92)
        s.shadow(cap, s.u * 0.4, s.u * 0.7, s.u * 0.5, 0.3)
        s.fade(cap, s.palette(0.6, 0.07, 60), s.palette(0.4, 0.07, 50), 1)
        for quarter in (0, pi / 2):
            s.fill(
                turned(
                    line(px - size * 0.6, py, px + size * 0.6, py, size * 0.18),
                    quarter + angle,
                    px,
                    py,
                ),
                s.palette(0.93, 0.03, 80),
            )


def fish_balls(s: Sheet, x: float, y: float, r: float) -> None:
    """A plate of fish balls."""
    inner = dish(s, x, y, r)
    for index in range(8):
        angle, reach = 2 * pi * index / 7, inner * (0.58 if index < 7 else 0)
        px, py, size = x + reach * cos(angle), y + reach * sin(angle), inner * 0.3
        ball = ellipse(px, py, size)
        hue = s.pick([30.0, 45.0, 70.0])
        s.shadow(ball, s.u * 0.4, s.u * 0.8, s.u * 0.5, 0.3)
        s.fade(ball, s.palette(0.92, 0.04, hue), s.palette(0.76, 0.08, hue), 1)
        s.fill(ellipse(px - size * 0.3, py - size * 0.3, size * 0.2), s.palette(1, 0, 0), 0.7)
