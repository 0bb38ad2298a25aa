"""A throw at the basket."""

from __future__ import annotations

from math import pi

from ...colour import lighter, mix
from ...light import slant
from ...outline import arc, ellipse, line, polygon, rect
from ...sheet import Sheet
from ...town import skyline
from .court import court_sky
from .figure import JUMP, LIFT, figure


def basketball(s: Sheet) -> None:
    """Two players under the basket, the town behind a fence."""
    u = s.u
    colours = court_sky(s)
    skyline(
        s,
        s.h * 0.62,
        s.h * 0.1,
        s.h * 0.3,
        mix(colours[-1], s.palette(0.5, 0.06, 255), 0.4),
        0.4 if s.palette.mood.dark else 0.0,
    )
    _fence(s, s.h * 0.4, s.h * 0.66)
    court = s.palette.accent(0, 0.58, 0.11)
    s.fade(rect(0, s.h * 0.64, s.w, s.h), lighter(court, 0.15), court)
    s.fill(
        polygon(
            (s.w * 0.1, s.h * 0.68), (s.w * 0.5, s.h * 0.68), (s.w * 0.56, s.h), (-s.w * 0.1, s.h)
        ),
        s.palette.accent(1, 0.55, 0.12),
    )
    s.fill(arc(s.w * 0.3, s.h * 0.7, s.w * 0.55, s.h * 0.22, 0, pi, u * 1.1), (255, 255, 255), 0.9)
    hoop = (s.w * 0.3, s.h * 0.26)
    s.fill(
        line(hoop[0] - u * 12, s.h * 0.72, hoop[0] - u * 10, hoop[1] - u * 4, u * 2),
        s.palette(0.35, 0.03, 250),
    )
    s.shadow(rect(hoop[0] - u * 15, hoop[1] - u * 18, u * 30, u * 20, u), u, u, u, 0.25)
    s.fill(rect(hoop[0] - u * 15, hoop[1] - u * 18, u * 30, u * 20, u), s.palette(0.97, 0.01, 230))
    red = s.palette.light(0.58, 0.2, 28)
    for x1, y1, x2, y2 in ((-6, -10, 6, -10), (-6, -10, -6, 0), (6, -10, 6, 0)):
        s.fill(
            line(hoop[0] + x1 * u, hoop[1] + y1 * u, hoop[0] + x2 * u, hoop[1] + y2 * u, u * 0.8),
            red,
        )
    for index in range(7):
        px = hoop[0] + (index - 3) * u * 2.2
        s.fill(
            line(px, hoop[1] + u * 2, hoop[0] + (index - 3) * u * 1.2, hoop[1] + u * 12, u * 0.3),
            (255, 255, 255),
            0.9,
        )
    for row in range(3):
        s.fill(
            line(
                hoop[0] - u * (6 - row),
                hoop[1] + u * (4 + row * 3),
                hoop[0] + u * (6 - row),
                hoop[1] + u * (4 + row * 3),
                u * 0.3,
            ),
            (255, 255, 255),
            0.9,
        )
    s.fill(arc(hoop[0], hoop[1] + u * 2, u * 7.4, u * 1.6, 0, 2 * pi, u), red)
    size = min(u * 60, s.h * 0.56)
    x, y = s.w * 0.62, s.h * 0.62
    s.shadow(ellipse(x, s.h * 0.9, size * 0.22, size * 0.03), 0, 0, u, 0.4)
    joints = figure(s, x, y, size, JUMP, turn=-0.4)
    bx, by = joints["hand_r"][0] - u * 1, joints["hand_r"][1] - u * 5
    _basket_ball(s, bx, by, u * 6)
    size *= 0.92
    figure(
        s,
        s.w * 0.87,
        s.h * 0.92 - size * 0.43,
        size,
        {**LIFT, "hand_l": (-0.16, -0.5), "hand_r": (0.24, -0.3)},
    )
    slant(s, 0.2) if not s.palette.mood.dark else s.glow(
        s.w * 0.8, 0, s.h * 0.9, s.palette.light(0.93, 0.05, 90), 0.45
    )


def _basket_ball(s: Sheet, x: float, y: float, r: float) -> None:
    s.fade(ellipse(x, y, r), s.palette.light(0.74, 0.16, 55), s.palette.light(0.55, 0.16, 42), 1)
    dark = s.palette.light(0.25, 0.05, 40)
    s.fill(line(x - r, y, x + r, y, r * 0.1), dark)
    s.fill(line(x, y - r, x, y + r, r * 0.1), dark)
    for side in (-1, 1):
        s.fill(
            arc(
                x + side * r * 1.1,
                y,
                r * 0.75,
                r * 0.9,
                (pi / 2 if side > 0 else -pi / 2) + 0.4,
                (pi * 1.5 if side > 0 else pi / 2) - 0.4,
                r * 0.09,
            ),
            dark,
        )


def _fence(s: Sheet, top: float, bottom: float) -> None:
    u, tone = s.u, s.palette(0.4, 0.05, 160)
    for index in range(int(s.w / (u * 16)) + 1):
        s.fill(line(index * u * 16, top, index * u * 16, bottom, u), tone)
    s.fill(line(0, top, s.w, top, u), tone)
    step = u * 3
    for index in range(-int((bottom - top) / step), int(s.w / step) + 1):
        x = index * step
        s.fill(line(x, bottom, x + (bottom - top), top, u * 0.16), tone, 0.6)
        s.fill(line(x, top, x + (bottom - top), bottom, u * 0.16), tone, 0.6)
