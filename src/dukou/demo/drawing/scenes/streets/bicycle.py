"""A bicycle."""

from __future__ import annotations

from math import cos, pi, sin

from ...colour import Rgb
from ...outline import (
    arc,
    curve,
    ellipse,
    line,
    local,
    path,
    polygon,
)
from ...sheet import Sheet


def bicycle(s: Sheet, x: float, y: float, size: float, tone: Rgb | None = None) -> None:
    """A bicycle seen from the side; its wheels stand on height y around x, `size` long."""
    tone = tone or s.palette.accent(int(s.rng.integers(3)), 0.56, 0.15)
    r = size * 0.21
    back, front = (x - size * 0.29, y - r), (x + size * 0.29, y - r)
    pedal, seat, bar = (
        (x - size * 0.04, y - r * 0.95),
        (x - size * 0.14, y - size * 0.5),
        (x + size * 0.2, y - size * 0.55),
    )
    s.shadow(ellipse(x, y, size * 0.5, size * 0.03), 0, 0, size * 0.02, 0.4)
    dark = s.palette(0.18, 0.01, 260)
    for wheel in (back, front):
        s.fill(arc(*wheel, r, r, 0, 2 * pi, size * 0.024), dark)
        s.fill(arc(*wheel, r * 0.88, r * 0.88, 0, 2 * pi, size * 0.008), s.palette(0.8, 0.01, 80))
        for index in range(12):
            a = 2 * pi * index / 12
            s.fill(
                line(
                    *wheel, wheel[0] + r * 0.88 * cos(a), wheel[1] + r * 0.88 * sin(a), size * 0.005
                ),
                s.palette(0.75, 0.01, 80),
                0.8,
            )
    for start, end in (
        (back, pedal),
        (back, (seat[0] + size * 0.02, seat[1] + size * 0.08)),
        (pedal, seat),
        (pedal, (bar[0] + size * 0.015, bar[1] + size * 0.1)),
        (
            (seat[0] + size * 0.03, seat[1] + size * 0.12),
            (bar[0] + size * 0.01, bar[1] + size * 0.07),
        ),
        (front, bar),
    ):
        s.fill(line(*start, *end, size * 0.024), tone)
    s.fill(
        path(*local(seat[0], seat[1], size, "-.07,-.02 .08,-.015 .02,.025 -.06,.02")),
        s.palette(0.4, 0.07, 50),
    )
    s.fill(
        curve(
            (bar[0] - size * 0.09, bar[1] - size * 0.02),
            bar,
            (bar[0] + size * 0.03, bar[1] - size * 0.05),
            width=size * 0.022,
        ),
        dark,
    )
    s.fill(arc(*pedal, size * 0.045, size * 0.045, 0, 2 * pi, size * 0.014), dark)
    s.fill(
        line(
            pedal[0] - size * 0.04,
            pedal[1] + size * 0.06,
            pedal[0] + size * 0.04,
            pedal[1] - size * 0.06,
            size * 0.016,
        ),
        dark,
    )
    bx, by = front[0] + size * 0.03, bar[1] + size * 0.1
    basket = polygon(*local(bx, by, size, "-.1,-.08 .12,-.08 .09,.08 -.07,.08"))
    for _ in range(6):
        px, py = bx + s.between(-0.07, 0.09) * size, by - size * s.between(0.08, 0.15)
        s.fill(
            ellipse(px, py, size * 0.035),
            s.palette(s.between(0.65, 0.85), 0.13, s.pick([350.0, 85.0, 30.0])),
        )
        s.fill(ellipse(px + size * 0.03, py + size * 0.03, size * 0.025), s.palette(0.5, 0.1, 140))
    s.fill(basket, s.palette(0.7, 0.08, 70))
    for row in (-0.04, 0.0, 0.04):
        s.fill(
            line(bx - size * 0.09, by + row * size, bx + size * 0.1, by + row * size, size * 0.008),
            s.palette(0.5, 0.07, 60),
        )
