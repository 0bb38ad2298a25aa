"""A shot at the goal."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...colour import mix
from ...light import slant
from ...outline import curve, ellipse, line, polygon, rect
from ...plants import tree
from ...sheet import Sheet
from ...sky import ranges
from .court import court_sky
from .figure import KICK, figure


def football(s: Sheet) -> None:
    """A player on the grass, the goal behind."""
    u = s.u
    colours = court_sky(s)
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
