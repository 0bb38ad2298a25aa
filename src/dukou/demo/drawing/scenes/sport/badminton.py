"""A stroke over the net."""

from __future__ import annotations

from math import pi

from ...colour import lighter
from ...light import slant
from ...outline import arc, ellipse, line, polygon, rect
from ...sheet import Sheet
from ...surfaces import wall
from .figure import JUMP, figure


def badminton(s: Sheet) -> None:
    """A player in the hall, the shuttlecock in the air."""
    u = s.u
    wall(s, s.palette.accent(0, 0.7, 0.09), "panels")
    s.fill(rect(0, s.h * 0.08, s.w, u * 12), s.palette(0.95, 0.02, 215))
    court = s.palette(0.52, 0.1, 160)
    s.fade(rect(0, s.h * 0.62, s.w, s.h), lighter(court, 0.15), court)
    for points in (
        ((0.06, 0.68), (0.94, 0.68)),
        ((0.06, 0.68), (-0.06, 1.0)),
        ((0.94, 0.68), (1.06, 1.0)),
        ((0.5, 0.68), (0.5, 1.0)),
    ):
        s.fill(
            line(
                points[0][0] * s.w,
                points[0][1] * s.h,
                points[1][0] * s.w,
                points[1][1] * s.h,
                u * 1.1,
            ),
            (255, 255, 255),
            0.9,
        )
    for px in (0.02, 0.98):
        s.fill(line(s.w * px, s.h * 0.38, s.w * px, s.h * 0.72, u * 1.2), s.palette(0.3, 0.03, 250))
    for index in range(int(s.w / (u * 3)) + 1):
        s.fill(
            line(index * u * 3, s.h * 0.4, index * u * 3, s.h * 0.54, u * 0.16),
            (255, 255, 255),
            0.6,
        )
    for row in range(6):
        s.fill(
            line(0, s.h * (0.42 + 0.024 * row), s.w, s.h * (0.42 + 0.024 * row), u * 0.16),
            (255, 255, 255),
            0.6,
        )
    s.fill(rect(0, s.h * 0.39, s.w, u * 2), (255, 255, 255))
    size = min(u * 64, s.h * 0.58)
    x, y = s.w * 0.52, s.h * 0.92 - size * 0.44
    s.shadow(ellipse(x, s.h * 0.93, size * 0.24, size * 0.03), 0, 0, u, 0.4)
    joints = figure(
        s,
        x,
        y,
        size,
        {**JUMP, "foot_l": (-0.16, 0.4), "foot_r": (0.14, 0.43), "knee_r": (0.12, 0.2)},
    )
    hx, hy = joints["hand_r"]
    s.fill(line(hx, hy, hx + u * 6, hy - u * 12, u * 0.8), s.palette(0.25, 0.02, 60))
    s.fill(
        arc(hx + u * 9, hy - u * 18, u * 5, u * 6.6, 0, 2 * pi, u * 0.8),
        s.palette.accent(1, 0.55, 0.17),
    )
    for index in range(5):
        s.fill(
            line(
                hx + u * (5.5 + index * 1.7),
                hy - u * 23,
                hx + u * (5.5 + index * 1.7),
                hy - u * 13,
                u * 0.14,
            ),
            (255, 255, 255),
        )
        s.fill(
            line(
                hx + u * 5,
                hy - u * (22 - index * 2),
                hx + u * 13,
                hy - u * (22 - index * 2),
                u * 0.14,
            ),
            (255, 255, 255),
        )
    cx, cy = s.w * 0.22, s.h * 0.24
    for index in range(5):
        s.fill(
            polygon(
                (cx, cy),
                (cx - u * 9 + index * u * 1.4, cy - u * 7 - index * u * 0.6),
                (cx - u * 7.6 + index * u * 1.4, cy - u * 8 - index * u * 0.6),
            ),
            s.palette(0.98, 0.01, 85),
        )
    s.fill(ellipse(cx + u * 0.8, cy + u * 0.8, u * 1.9), s.palette(0.9, 0.05, 80))
    slant(s, 0.2)
