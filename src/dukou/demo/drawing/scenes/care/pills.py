"""Scene `pills`: pills, a weekly box, a glass of water, a leaflet; nothing grim about it."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import darker, lighter
from ...light import daylight
from ...outline import arc, ellipse, leaf, line, local, path, rect, turned, turning
from ...potted import blossom
from ...sheet import Sheet
from ...surfaces import linen, plain, tabletop, terrazzo


def pills(s: Sheet) -> None:
    """Pills, a weekly box, a glass of water, a leaflet; nothing grim about it."""
    u = s.u
    s.pick([plain, terrazzo, linen, tabletop])(s)
    x, y, turn = s.w * 0.5, s.h * 0.46, s.between(-0.2, 0.2)
    place = turning(turn, x, y)
    w, h = min(s.w * 0.88, u * 88), u * 26
    box = place(rect(x - w / 2, y - h / 2, w, h, u * 3))
    s.shadow(box, u, u * 2, u * 1.8, 0.4)
    s.fade(box, s.palette(0.99, 0.01, 220), s.palette(0.9, 0.02, 220), 1)
    for index, day in enumerate("一二三四五六日"):
        left = x - w / 2 + w * (index + 0.1) / 7
        tone = s.palette.accent(index, 0.8, 0.1)
        s.fade(
            place(rect(left, y - h * 0.42, w / 7 * 0.82, h * 0.84, u * 1.6)),
            lighter(tone, 0.3),
            tone,
            1,
        )
        at = np.exp(1j * turn) * (
            complex(left + w / 7 * 0.41, y - h * 0.24) - complex(x, y)
        ) + complex(x, y)
        s.letter(day, at.real, at.imag, u * 4.6, s.palette(0.3, 0.06, 255), serif=False)
        for _ in range(3):
            px, py = left + w / 7 * s.between(0.2, 0.62), y + h * s.between(0.0, 0.32)
            at = np.exp(1j * turn) * (complex(px, py) - complex(x, y)) + complex(x, y)
            _pill(s, at.real, at.imag, u * 1.9, s.between(0, pi))
    gx, gy = s.w * s.pick([0.2, 0.8]), s.h * 0.18
    s.shadow(ellipse(gx, gy, u * 12), u * 2, u * 3, u * 2, 0.3)
    s.fill(ellipse(gx, gy, u * 12), s.palette(0.95, 0.03, 215), 0.7)
    s.fade(ellipse(gx, gy, u * 10), s.palette(0.9, 0.05, 215), s.palette(0.76, 0.08, 220), 1)
    s.fill(arc(gx, gy, u * 8, u * 8, 3.3, 4.8, u * 0.9), (255, 255, 255), 0.8)
    _blister(s, s.w * 0.3, s.h * 0.8, u * 40, s.between(-0.4, 0.2))
    bx, by = s.w * 0.76, s.h * 0.8
    jar = turned(rect(bx - u * 10, by - u * 14, u * 20, u * 26, u * 2), 0.2, bx, by)
    cap = turned(rect(bx - u * 9, by - u * 21, u * 18, u * 8, u), 0.2, bx, by)
    s.shadow([jar, cap], u, u * 1.8, u * 1.4, 0.4)
    s.fade(jar, s.palette.light(0.74, 0.14, 62), s.palette.light(0.58, 0.14, 52), 0.0)
    s.fill(cap, s.palette(0.97, 0.01, 230))
    s.fill(
        turned(rect(bx - u * 10, by - u * 8, u * 20, u * 14), 0.2, bx, by),
        s.palette(0.98, 0.01, 90),
    )
    for row in range(4):
        s.fill(
            turned(rect(bx - u * 8, by - u * (5 - row * 2.6), u * (14 - row * 2), u), 0.2, bx, by),
            s.palette(0.4, 0.05, 250),
            0.7,
        )
    for _ in range(14):
        _pill(
            s,
            s.between(0.1, 0.9) * s.w,
            s.between(0.62, 0.96) * s.h,
            u * s.between(1.8, 2.4),
            s.between(0, pi),
        )
    for _ in range(3):
        blossom(
            s,
            s.between(0.04, 0.96) * s.w,
            s.pick([0.05, 0.95]) * s.h,
            u * s.between(3, 5),
            s.palette.accents[0],
        )
        s.fill(
            leaf(s.between(0, s.w), s.pick([0.03, 0.97]) * s.h, u * 8, u * 3, s.between(0, 6)),
            s.palette(0.55, 0.12, 140),
        )
    daylight(s)


def _pill(s: Sheet, x: float, y: float, r: float, turn: float) -> None:
    first = s.palette.light(s.between(0.7, 0.9), 0.13, s.pick([25.0, 60.0, 150.0, 230.0, 350.0]))
    if s.chance(0.55):
        body = turned(rect(x - r * 1.5, y - r * 0.62, r * 3, r * 1.24, r * 0.62), turn, x, y)
        s.shadow(body, r * 0.15, r * 0.3, r * 0.2, 0.4)
        s.fill(body, (250, 250, 248))
        s.fill(
            turned(
                path(*local(x, y, r, "0,-.62 1.1,-.6 1.5,0 1.1,.6 0,.62")),
                turn,
                x,
                y,
            ),
            first,
        )
        s.fill(
            turned(line(x - r * 0.9, y - r * 0.3, x + r * 0.9, y - r * 0.3, r * 0.16), turn, x, y),
            (255, 255, 255),
            0.7,
        )
    else:
        s.shadow(ellipse(x, y, r), r * 0.15, r * 0.3, r * 0.2, 0.4)
        s.fade(ellipse(x, y, r), lighter(first, 0.6), lighter(first, 0.25), 1)
        s.fill(
            turned(line(x - r * 0.7, y, x + r * 0.7, y, r * 0.12), turn, x, y),
            darker(first, 0.25),
        )


def _blister(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    h = w * 0.5
    place = turning(turn, x, y)
    foil = place(rect(x - w / 2, y - h / 2, w, h, s.u * 2))
    s.shadow(foil, s.u * 0.8, s.u * 1.6, s.u * 1.2, 0.4)
    s.fade(foil, s.palette.light(0.94, 0.01, 240), s.palette.light(0.74, 0.015, 240), turn + 0.6)
    tone = s.palette.light(0.8, 0.12, s.pick([25.0, 150.0, 60.0]))
    for row in range(2):
        for column in range(5):
            px, py = x - w * 0.38 + column * w * 0.19, y - h * 0.22 + row * h * 0.44
            bubble = place(ellipse(px, py, w * 0.07))
            s.shadow(bubble, s.u * 0.3, s.u * 0.5, s.u * 0.4, 0.35)
            if s.chance(0.75):
                s.fade(bubble, lighter(tone, 0.6), tone, 1)
            else:
                s.fill(bubble, s.palette.light(0.62, 0.01, 240))
            s.fill(place(ellipse(px - w * 0.02, py - w * 0.025, w * 0.018)), (255, 255, 255), 0.8)
