"""Scene `ball`: basketball, football or badminton."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...colour import Rgb, mix
from ...light import slant
from ...outline import arc, curve, ellipse, line, polygon, rect
from ...plants import tree
from ...sheet import Sheet
from ...sky import clouds, ranges, sky, stars
from ...surfaces import wall
from ...town import skyline
from .figure import JUMP, KICK, LIFT, figure


def ball(s: Sheet) -> None:
    """Basketball, football or badminton."""
    s.pick([_basketball, _football, _badminton])(s)


def _court_sky(s: Sheet) -> list[Rgb]:
    colours = sky(s, s.h * 0.66)
    if s.palette.mood.dark:
        stars(s, s.h * 0.5, 60)
    else:
        clouds(s, colours, s.h * 0.4, 2)
    return colours


def _basketball(s: Sheet) -> None:
    u = s.u
    colours = _court_sky(s)
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
    s.fade(rect(0, s.h * 0.64, s.w, s.h), mix(court, (255, 255, 255), 0.15), court)
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


def _football(s: Sheet) -> None:
    u = s.u
    colours = _court_sky(s)
    ranges(
        s,
        s.h * 0.3,
        s.h * 0.56,
        mix(colours[-1], s.palette(0.6, 0.07, 230), 0.5),
        s.palette(0.5, 0.08, 160),
        2,
    )
    for index in range(7):
        tree(s, s.w * index / 6, s.h * 0.6, u * s.between(18, 28), 140)
    top = s.h * 0.58
    for band in range(8):
        t0, t1 = (band / 8) ** 1.5, ((band + 1) / 8) ** 1.5
        tone = s.palette(0.62 if band % 2 else 0.55, 0.13, 138)
        s.fill(rect(0, top + (s.h - top) * t0, s.w, (s.h - top) * (t1 - t0) + 2), tone)
    goal = (s.w * 0.14, s.h * 0.42, s.w * 0.46, s.h * 0.24)
    for index in range(13):
        px = goal[0] + goal[2] * index / 12
        s.fill(line(px, goal[1], px, goal[1] + goal[3], u * 0.25), (255, 255, 255), 0.55)
    for index in range(7):
        py = goal[1] + goal[3] * index / 6
        s.fill(line(goal[0], py, goal[0] + goal[2], py, u * 0.25), (255, 255, 255), 0.55)
    for x1, y1, x2, y2 in ((0, 0, 1, 0), (0, 0, 0, 1), (1, 0, 1, 1)):
        s.fill(
            line(
                goal[0] + x1 * goal[2],
                goal[1] + y1 * goal[3],
                goal[0] + x2 * goal[2],
                goal[1] + y2 * goal[3],
                u * 1.4,
            ),
            (255, 255, 255),
        )
    size = min(u * 62, s.h * 0.56)
    x, y = s.w * 0.54, s.h * 0.93 - size * 0.44
    s.shadow(ellipse(x, s.h * 0.94, size * 0.24, size * 0.03), 0, 0, u, 0.4)
    joints = figure(s, x, y, size, KICK, turn=0.4)
    bx, by, r = joints["foot_r"][0] + u * 12, joints["foot_r"][1] + u * 2, u * 6
    for index in range(3):
        s.fill(
            curve(
                (bx - u * (16 + 3 * index), by + (index - 1) * u * 3),
                (bx - u * 8, by + (index - 1) * u * 3),
                width=[0.3, u * 0.7],
            ),
            (255, 255, 255),
            0.7,
        )
    s.fade(ellipse(bx, by, r), (255, 255, 255), s.palette(0.8, 0.02, 250), 1)
    dark = s.palette.light(0.22, 0.01, 260)
    s.fill(
        polygon(
            *[
                (bx + r * 0.4 * cos(a), by + r * 0.4 * sin(a))
                for a in np.linspace(-pi / 2, 1.5 * pi, 6)[:-1]
            ]
        ),
        dark,
    )
    with s.inside(ellipse(bx, by, r), spill=r):
        for a in np.linspace(-pi / 2, 1.5 * pi, 6)[:-1]:
            s.fill(ellipse(bx + r * 1.05 * cos(a), by + r * 1.05 * sin(a), r * 0.32), dark)
            s.fill(
                line(
                    bx + r * 0.4 * cos(a),
                    by + r * 0.4 * sin(a),
                    bx + r * 0.8 * cos(a),
                    by + r * 0.8 * sin(a),
                    r * 0.07,
                ),
                dark,
            )
    for _ in range(30):
        px = s.between(0, s.w)
        s.fill(
            curve(
                (px, s.h),
                (px + s.between(-1, 1) * u, s.h - u * s.between(2, 5)),
                width=[u * 0.7, 0.2],
            ),
            s.palette(0.5, 0.13, 138),
        )
    slant(s, 0.2)


def _badminton(s: Sheet) -> None:
    u = s.u
    wall(s, s.palette.accent(0, 0.7, 0.09), "panels")
    s.fill(rect(0, s.h * 0.08, s.w, u * 12), s.palette(0.95, 0.02, 215))
    court = s.palette(0.52, 0.1, 160)
    s.fade(rect(0, s.h * 0.62, s.w, s.h), mix(court, (255, 255, 255), 0.15), court)
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
