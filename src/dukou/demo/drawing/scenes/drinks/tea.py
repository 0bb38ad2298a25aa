"""Scene `tea`: the pot and its cups on a tray, or by an open window."""

from __future__ import annotations

from math import cos, sin

from ...colour import darker, lighter, mix
from ...light import daylight, slant, steam
from ...outline import (
    curve,
    ellipse,
    leaf,
    line,
    local,
    path,
    polygon,
    rect,
)
from ...potted import blossom
from ...sheet import Sheet
from ...surfaces import wall, wood
from ...tableware import cup_above, dish
from ...window import window
from .counter import lay_counter
from .tea_tray import teapot_above
from .teapot import teapot


def tea(s: Sheet) -> None:
    """Tea: the pot and its cups on a tray, or by an open window with mountains."""
    u = s.u
    if s.chance(0.5):
        wood(s, s.between(0.3, 0.55))
        x, y = s.w * 0.5, s.h * 0.52
        tray = rect(s.w * 0.08, s.h * 0.2, s.w * 0.84, s.h * 0.64, u * 3)
        s.shadow(tray, u, u * 2.4, u * 2, 0.5)
        bamboo = s.palette(0.62, 0.08, 68)
        s.fade(tray, lighter(bamboo, 0.15), darker(bamboo, 0.12), 1)
        with s.inside(tray, spill=u):
            count = int(s.w / (u * 5))
            for index in range(count):
                px = s.w * (index + 0.5) / count
                s.fill(line(px, s.h * 0.24, px, s.h * 0.8, u * 0.5), darker(bamboo, 0.45), 0.7)
        teapot_above(s, x - u * 14, y + u * 2, u * 19)
        liquor = s.pick(
            [s.palette(0.72, 0.14, 75), s.palette(0.55, 0.15, 45), s.palette(0.82, 0.12, 105)]
        )
        for index in range(s.pick([3, 4, 5])):
            a = -0.9 + index * 0.52
            cup_above(s, x + u * 32 * cos(a), y + u * 30 * sin(a), u * 7.6, liquor, saucer=False)
        inner = dish(s, s.w * 0.2, s.h * 0.13, u * 15)
        for _ in range(120):
            px, py = (
                s.w * 0.2 + s.rng.normal(0, inner * 0.34),
                s.h * 0.13 + s.rng.normal(0, inner * 0.34),
            )
            s.fill(
                leaf(px, py, u * s.between(2, 3.4), u * 0.8, s.between(0, 6), 0.3),
                s.palette(s.between(0.25, 0.5), 0.08, s.pick([130.0, 60.0, 45.0])),
            )
        for _ in range(5):
            blossom(
                s,
                s.between(0.6, 0.95) * s.w,
                s.pick([s.between(0.03, 0.14), s.between(0.88, 0.97)]) * s.h,
                u * s.between(3, 5),
                s.pick([350.0, 90.0, 10.0]),
                5,
            )
        daylight(s)
        steam(s, x, y, u * 40, 0.45, 3)
    else:
        wall(s, s.palette.key_tone(0.75, 0.05), "panels")
        window(
            s,
            s.w * 0.12,
            s.h * 0.06,
            s.w * 0.76,
            s.h * 0.56,
            frame=s.palette(0.4, 0.07, 45),
            curtains=False,
        )
        _bamboo(s, s.w * s.pick([0.08, 0.9]))
        table = s.h * 0.76
        lay_counter(s, table, s.palette(0.42, 0.07, 45))
        teapot(s, s.w * 0.42, table + u * 9, u * 32)
        for index in range(3):
            _bowl_cup(s, s.w * 0.66 + index * u * 12, table + u * (8 + 3 * (index % 2)), u * 9)
        if s.chance(0.6):
            _bonsai(s, s.w * 0.12, table + u * 6, u * 26)
        steam(s, s.w * 0.6, table - u * 10, u * 36, 0.5, 3)
        slant(s, 0.25) if not s.palette.mood.dark else None


def _bowl_cup(s: Sheet, x: float, y: float, size: float) -> None:
    tone = s.palette(0.95, 0.015, 150)
    s.shadow(ellipse(x, y, size * 0.4, size * 0.1), 0, 0, size * 0.06, 0.4)
    s.fade(
        path(*local(x, y, size, "-.5,-.6 .5,-.6 .3,-.08 0,0 -.3,-.08")),
        tone,
        darker(tone, 0.22),
        0.3,
    )
    s.fill(ellipse(x, y - size * 0.58, size * 0.5, size * 0.13), lighter(tone, 0.5))
    s.fill(ellipse(x, y - size * 0.56, size * 0.43, size * 0.09), s.palette(0.68, 0.14, 72))


def _bamboo(s: Sheet, x: float) -> None:
    for index in range(3):
        px, tone = x + (index - 1) * s.u * 5, s.palette(s.between(0.5, 0.65), 0.11, 135)
        for joint in range(7):
            s.fill(
                rect(
                    px - s.u * 0.9,
                    s.h * joint / 7 + s.u * 0.3,
                    s.u * 1.8,
                    s.h / 7 - s.u * 0.6,
                    s.u * 0.6,
                ),
                tone,
            )
            for turn in (0.4, 2.6, 0.9):
                if s.chance(0.6):
                    s.fill(
                        leaf(
                            px,
                            s.h * joint / 7,
                            s.u * 9,
                            s.u * 1.7,
                            turn + s.between(-0.3, 0.3),
                            0.15,
                        ),
                        mix(tone, (0, 60, 20), 0.2),
                    )


def _bonsai(s: Sheet, x: float, y: float, size: float) -> None:
    s.fade(
        polygon(*local(x, y, size, "-.36,-.18 .36,-.18 .28,0 -.28,0")),
        s.palette(0.45, 0.06, 240),
        s.palette(0.32, 0.06, 240),
    )
    s.fill(
        curve(
            *local(x, y, size, "0,-.16 .12,-.4 -.1,-.58 .12,-.8"),
            width=[size * 0.1, size * 0.05],
        ),
        s.palette(0.36, 0.06, 45),
    )
    for dx, dy, r in (
        (-0.2, -0.62, 0.16),
        (0.22, -0.56, 0.15),
        (0.1, -0.86, 0.2),
        (0.3, -0.76, 0.12),
    ):
        for _ in range(7):
            s.fill(
                ellipse(
                    x + (dx + s.between(-0.6, 0.6) * r) * size,
                    y + (dy + s.between(-0.3, 0.3) * r) * size,
                    r * size * 0.5,
                    r * size * 0.3,
                ),
                s.palette(s.between(0.4, 0.58), 0.11, 140),
            )
