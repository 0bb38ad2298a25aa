"""Scene `bill`: two bills side by side, a calculator, coins, a cup."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import darker, lighter
from ...light import daylight
from ...outline import arc, ellipse, line, polygon, rect, turning
from ...sheet import Sheet
from ...surfaces import tabletop
from ...tableware import cup_above


def _receipt(s: Sheet, x: float, y: float, w: float, h: float, turn: float, foreign: bool) -> None:
    """A till roll with lines, amounts, a total and a stamp."""
    place = turning(turn, x, y)
    left, top = x - w / 2, y - h / 2
    teeth = [(left + w * t / 14, top + h + (s.u * 1.2 if t % 2 else 0)) for t in range(14, -1, -1)]
    paper = place(polygon((left, top), (left + w, top), *teeth))
    s.shadow(paper, s.u, s.u * 1.8, s.u * 1.6, 0.4)
    tone = s.palette(0.98, 0.012, 90) if not foreign else s.palette(0.95, 0.035, 215)
    s.fade(paper, tone, darker(tone, 0.07), turn + 1)
    ink = s.palette(0.32, 0.02, 260)
    s.fill(place(rect(x - w * 0.26, top + h * 0.05, w * 0.52, h * 0.04, s.u * 0.4)), ink)
    s.fill(place(rect(x - w * 0.16, top + h * 0.11, w * 0.32, h * 0.018)), ink, 0.6)
    rows = 9
    for row in range(rows):
        py = top + h * (0.18 + 0.062 * row)
        s.fill(place(rect(left + w * 0.1, py, w * s.between(0.22, 0.46), h * 0.02)), ink, 0.75)
        wide = w * s.between(0.1, 0.2)
        s.fill(place(rect(left + w * 0.9 - wide, py, wide, h * 0.02)), ink, 0.75)
        if s.chance(0.2):
            s.fill(
                place(rect(left + w * 0.06, py - h * 0.01, w * 0.88, h * 0.04)),
                s.palette(0.9, 0.15, 100),
                0.5,
            )
    for dash in range(16):
        s.fill(
            place(rect(left + w * (0.08 + 0.053 * dash), top + h * 0.755, w * 0.03, h * 0.006)),
            ink,
            0.7,
        )
    amount = (
        s.pick(["$1,840", "$320", "$2,610", "£45"])
        if foreign
        else s.pick(["¥126", "¥48", "¥312", "¥9.9"])
    )
    cx, cy = complex(x + w * 0.2, top + h * 0.83).real, top + h * 0.83
    at = (np.exp(1j * turn) * (complex(cx, cy) - complex(x, y))) + complex(x, y)
    s.letter(
        amount,
        at.real,
        at.imag,
        w * 0.17,
        s.palette.light(0.5, 0.19, 27) if foreign else ink,
        serif=False,
    )
    s.fill(place(rect(left + w * 0.1, top + h * 0.815, w * 0.2, h * 0.03)), ink)
    for bar in range(26):
        s.fill(
            place(
                rect(
                    left + w * (0.14 + 0.028 * bar),
                    top + h * 0.91,
                    w * s.pick([0.007, 0.014]),
                    h * 0.05,
                )
            ),
            ink,
        )
    if s.chance(0.6):
        stamp = s.palette.light(0.58, 0.19, 27)
        cx, cy = x + w * s.between(-0.2, 0.2), y + h * s.between(-0.1, 0.15)
        s.fill(place(arc(cx, cy, w * 0.17, w * 0.17, 0, 2 * pi, s.u * 0.6)), stamp, 0.75)
        s.fill(place(arc(cx, cy, w * 0.13, w * 0.13, 0, 2 * pi, s.u * 0.3)), stamp, 0.75)
        s.letter(
            s.pick(["已付", "对账", "付讫"]) if not foreign else s.pick(["PAID", "DUE"]),
            cx,
            cy,
            w * 0.1,
            stamp,
            serif=False,
            alpha=0.8,
        )


def bill(s: Sheet) -> None:
    """Two bills side by side, a calculator, coins, a cup."""
    u = s.u
    tabletop(s)
    first = s.chance(0.5)
    _receipt(
        s, s.w * 0.3, s.h * s.between(0.44, 0.5), u * 42, u * 76, s.between(-0.14, 0.02), not first
    )
    _receipt(
        s, s.w * 0.7, s.h * s.between(0.5, 0.56), u * 42, u * 76, s.between(-0.02, 0.14), first
    )
    _calculator(s, s.w * s.pick([0.14, 0.86]), s.h * 0.84, u * 26, s.between(-0.25, 0.25))
    for _ in range(9):
        x, y, r = s.between(0.25, 0.75) * s.w, s.between(0.86, 0.98) * s.h, u * s.between(2.6, 3.8)
        gold = s.pick(
            [
                s.palette.light(0.82, 0.11, 85),
                s.palette.light(0.85, 0.01, 250),
                s.palette.light(0.65, 0.11, 55),
            ]
        )
        s.shadow(ellipse(x, y, r), u * 0.4, u * 0.7, u * 0.5, 0.4)
        s.fade(ellipse(x, y, r), lighter(gold, 0.4), darker(gold, 0.2), 1)
        s.fill(arc(x, y, r * 0.78, r * 0.78, 0, 2 * pi, u * 0.3), darker(gold, 0.3))
        s.fill(rect(x - r * 0.2, y - r * 0.2, r * 0.4, r * 0.4), darker(gold, 0.35))
    cup_above(s, s.w * 0.88, s.h * 0.1, u * 11, s.palette(0.4, 0.08, 50))
    pen = [line(s.w * 0.46, s.h * 0.12, s.w * 0.62, s.h * 0.3, u * 2.2)]
    s.shadow(pen, u * 0.6, u, u * 0.8, 0.4)
    s.fill(pen[0], s.palette.light(0.57, 0.2, 27))
    s.fill(line(s.w * 0.61, s.h * 0.29, s.w * 0.63, s.h * 0.312, u), s.palette(0.25, 0.02, 60))
    daylight(s)


def _calculator(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    h = w * 1.3
    place = turning(turn, x, y)
    tone = s.palette.accent(1, 0.8, 0.08)
    body = place(rect(x - w / 2, y - h / 2, w, h, w * 0.1))
    s.shadow(body, s.u * 0.8, s.u * 1.6, s.u * 1.2, 0.4)
    s.fade(body, lighter(tone, 0.25), tone, 1)
    s.fill(
        place(rect(x - w * 0.4, y - h * 0.42, w * 0.8, h * 0.2, w * 0.03)),
        s.palette.light(0.85, 0.05, 140),
    )
    at = np.exp(1j * turn) * (complex(x + w * 0.12, y - h * 0.32) - complex(x, y)) + complex(x, y)
    s.letter(
        s.pick(["1840", "126", "520", "14.6×"]),
        at.real,
        at.imag,
        h * 0.14,
        (40, 50, 40),
        serif=False,
    )
    for row in range(4):
        for column in range(4):
            key = (
                s.palette.light(0.65, 0.18, 30)
                if column == 3 and row == 3
                else (s.palette(0.97, 0.01, 85) if column < 3 else s.palette.accent(0, 0.65, 0.12))
            )
            s.fill(
                place(
                    rect(
                        x - w * 0.4 + column * w * 0.21,
                        y - h * 0.14 + row * h * 0.14,
                        w * 0.17,
                        h * 0.11,
                        w * 0.03,
                    )
                ),
                key,
            )
