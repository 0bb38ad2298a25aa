"""Scene `classroom`: a blackboard with today's lesson, desks, heads, the sun on the floor."""

from __future__ import annotations

from ...colour import Rgb, darker, lighter
from ...outline import curve, ellipse, line, local, rect
from ...people import bust
from ...sheet import Sheet
from ...surfaces import floor, wall
from .evening import evening


def classroom(s: Sheet) -> None:
    """A blackboard with today's lesson, desks, heads, the sun on the floor."""
    u = s.u
    wall(s, s.palette.key_tone(0.9, 0.04), "plaster")
    board = rect(s.w * 0.08, s.h * 0.1, s.w * 0.84, s.h * 0.36, u)
    s.shadow(board, u * 0.5, u, u, 0.35)
    s.fill(
        rect(
            s.w * 0.08 - u * 1.6, s.h * 0.1 - u * 1.6, s.w * 0.84 + u * 3.2, s.h * 0.36 + u * 3.2, u
        ),
        s.palette(0.6, 0.08, 60),
    )
    green = s.palette.light(0.38, 0.05, 165) if s.palette.name != "mono" else s.palette(0.25, 0, 0)
    s.fade(board, lighter(green, 0.06), darker(green, 0.12))
    chalk = s.palette.light(0.95, 0.01, 100)
    words = s.pick(
        [
            ("你好", "Hello"),
            ("春天", "spring"),
            ("朋友", "friend"),
            ("谢谢", "thanks"),
            ("渡口", "a landing"),
            ("慢慢来", "take it slow"),
        ]
    )
    s.letter(words[0], s.w * 0.34, s.h * 0.2, u * 9, chalk, alpha=0.92)
    s.letter(words[1], s.w * 0.34, s.h * 0.34, u * 7, s.palette.light(0.9, 0.09, 90), alpha=0.9)
    x, y = s.w * 0.72, s.h * 0.27
    for points in (((-12, 10), (12, 10)), ((-12, 10), (-2, -9)), ((-2, -9), (12, 10))):
        s.fill(
            line(
                x + points[0][0] * u,
                y + points[0][1] * u,
                x + points[1][0] * u,
                y + points[1][1] * u,
                u * 0.5,
            ),
            chalk,
            0.9,
        )
    s.fill(
        curve(*local(x, y, u, "-9,9 -7,6 -9,5"), width=u * 0.4),
        s.palette.light(0.8, 0.13, 20),
    )
    for _ in range(24):
        s.fill(
            ellipse(s.between(0.1, 0.9) * s.w, s.between(0.12, 0.44) * s.h, u * s.between(2, 6), u),
            (255, 255, 255),
            0.025,
        )
    s.fill(rect(s.w * 0.1, s.h * 0.47, s.w * 0.8, u * 2), s.palette(0.5, 0.07, 55))
    floor(s, s.h * 0.62, s.palette(0.72, 0.06, 68))
    if s.chance(0.6):
        bust(s, s.w * s.pick([0.2, 0.82]), s.h * 0.64, u * 42)
        tone = s.palette(0.58, 0.08, 55)
        s.fade(rect(s.w * 0.1, s.h * 0.62, s.w * 0.2, u * 14), tone, darker(tone, 0.2))
    for row in range(2):
        y = s.h * (0.78 + 0.19 * row)
        count = 4 - row
        for index in range(count):
            px = s.w * (index + 0.5) / count
            size = u * (24 + row * 9)
            bust(s, px, y + size * 0.12, size, face="back")
            _school_desk(s, px, y, size)
    evening(s)


def _school_desk(s: Sheet, x: float, y: float, size: float) -> None:
    tone: Rgb = s.palette(0.7, 0.08, 65)
    s.fill(
        rect(x - size * 0.52, y - size * 0.02, size * 1.04, size * 0.12, s.u * 0.6),
        lighter(tone, 0.15),
    )
    s.fill(rect(x - size * 0.5, y + size * 0.08, size, size * 0.2), darker(tone, 0.2))
    for index in range(2):
        s.fill(
            rect(
                x - size * 0.4 + index * size * 0.5,
                y - size * 0.07,
                size * 0.26,
                size * 0.05,
                s.u * 0.3,
            ),
            s.palette.accent(index, 0.65, 0.13),
        )
