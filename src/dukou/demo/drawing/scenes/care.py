"""Health and money: the clinic, bills side by side, pills."""

from __future__ import annotations

from itertools import pairwise
from math import pi

import numpy as np

from ..colour import Rgb, mix
from ..light import daylight, slant, window_light
from ..outline import arc, curve, ellipse, leaf, line, local, path, polygon, rect, turned, turning
from ..people import bust, look
from ..plants import blossom, potted
from ..room import picture_frame, window
from ..sheet import Sheet
from ..surfaces import floor, linen, plain, tabletop, terrazzo, wall
from ..tableware import cup_above


def clinic(s: Sheet) -> None:
    """A doctor's room: two people at a desk, a chart, a plant, soft light."""
    u = s.u
    wall(
        s,
        s.pick(
            [s.palette(0.9, 0.04, 170), s.palette(0.92, 0.035, 215), s.palette.key_tone(0.9, 0.05)]
        ),
        "plaster",
    )
    s.fill(rect(0, s.h * 0.5, s.w, s.h), s.palette(0.8, 0.06, 175), 0.5)
    s.fill(rect(0, s.h * 0.49, s.w, u * 1.2), s.palette(0.97, 0.01, 170))
    floor(s, s.h * 0.84, s.palette(0.78, 0.03, 200), boards=False)
    window(s, s.w * s.pick([0.1, 0.52]), s.h * 0.1, s.w * 0.36, s.h * 0.28)
    _eye_chart(s, s.w * (0.62 if s.w > s.h else 0.72), s.h * 0.1, u * 18)
    picture_frame(s, s.w * 0.84, s.h * 0.14, u * 13, u * 16)
    desk = s.h * 0.7
    doctor = look(s, s.pick(["bun", "short", "bob"]))
    white = s.palette(0.98, 0.008, 220)
    coat = type(doctor)(doctor.skin, doctor.hair, doctor.style, white, doctor.bottom, "plain")
    px, size = s.w * 0.32, u * 52
    bust(s, px, desk + u * 3, size, coat)
    r, hy = size * 0.24, desk + u * 3 - size + size * 0.3
    shirt = s.palette.accent(1, 0.65, 0.11)
    s.fill(
        polygon(*local(px, hy, r, "-.34,1.28 .34,1.28 0,2.3")),
        shirt,
    )
    s.fill(
        curve(
            *local(px, hy, r, "-.62,1.3 -.75,2.2 -.1,2.8"),
            width=u * 0.9,
        ),
        s.palette(0.25, 0.03, 250),
    )
    s.fill(
        curve(
            *local(px, hy, r, ".62,1.3 .75,2.1 .2,2.7"),
            width=u * 0.9,
        ),
        s.palette(0.25, 0.03, 250),
    )
    s.fill(ellipse(px - r * 0.05, hy + r * 2.85, u * 1.7), s.palette.light(0.82, 0.03, 240))
    bust(s, s.w * 0.72, desk + u * 5, u * 50, look(s))
    top = s.palette(0.93, 0.02, 80)
    s.shadow(rect(-10, desk, s.w + 20, u * 5), 0, u, u * 2, 0.3)
    s.fade(rect(-10, desk, s.w + 20, u * 5), (255, 255, 255), top)
    s.fade(rect(0, desk + u * 5, s.w, s.h), s.palette(0.75, 0.05, 185), s.palette(0.64, 0.06, 190))
    cross = s.w * 0.5
    s.fill(ellipse(cross, desk + u * 16, u * 7), s.palette(0.97, 0.01, 170))
    for half in (0.0, pi / 2):
        s.fill(
            turned(
                rect(cross - u * 4, desk + u * 14.6, u * 8, u * 2.8, u * 0.6),
                half,
                cross,
                desk + u * 16,
            ),
            s.palette.light(0.62, 0.18, 25),
        )
    _monitor(s, s.w * 0.12, desk, u * 22)
    s.fill(
        polygon(
            (s.w * 0.46, desk + u),
            (s.w * 0.58, desk + u),
            (s.w * 0.6, desk + u * 3.6),
            (s.w * 0.44, desk + u * 3.6),
        ),
        s.palette(0.99, 0.01, 90),
    )
    for row in range(3):
        s.fill(
            rect(s.w * 0.47, desk + u * (1.5 + row * 0.7), s.w * 0.09, u * 0.25),
            s.palette(0.5, 0.04, 250),
        )
    potted(s, s.w * 0.92, desk + u * 2, u * 26)
    _bottle(s, s.w * 0.86, desk + u * 2, u * 11, s.palette(0.7, 0.11, 185))
    if s.palette.mood.dark:
        s.glow(s.w / 2, 0, s.h, s.palette.light(0.9, 0.07, 85), 0.4)
    else:
        s.pick([window_light, slant])(s, 0.22)


def _eye_chart(s: Sheet, x: float, y: float, w: float) -> None:
    s.shadow(rect(x, y, w, w * 1.5), s.u * 0.4, s.u * 0.8, s.u * 0.8, 0.3)
    s.fill(rect(x, y, w, w * 1.5, s.u * 0.6), (252, 252, 250))
    for row in range(6):
        size = w * (0.26 - 0.036 * row)
        for index in range(row // 2 + 1):
            px = x + w / 2 + (index - (row // 2) / 2) * size * 1.7
            py = y + w * (0.2 + 0.22 * row)
            turn = s.pick([0.0, pi / 2, pi, -pi / 2])
            for bar in (-0.4, 0.0, 0.4):
                s.fill(
                    turned(
                        rect(
                            px - size * 0.4, py + bar * size - size * 0.09, size * 0.8, size * 0.18
                        ),
                        turn,
                        px,
                        py,
                    ),
                    (40, 40, 46),
                )
            s.fill(
                turned(
                    rect(px - size * 0.45, py - size * 0.49, size * 0.2, size * 0.98), turn, px, py
                ),
                (40, 40, 46),
            )


def _monitor(s: Sheet, x: float, y: float, w: float) -> None:
    s.fill(rect(x - w * 0.06, y - w * 0.2, w * 0.12, w * 0.2), s.palette(0.6, 0.01, 250))
    s.fill(rect(x - w / 2, y - w * 0.8, w, w * 0.62, s.u), s.palette(0.25, 0.02, 250))
    s.fill(
        rect(x - w * 0.46, y - w * 0.76, w * 0.92, w * 0.54, s.u * 0.5),
        s.palette.light(0.93, 0.03, 200),
    )
    beat = [
        (x - w * 0.4, y - w * 0.48),
        (x - w * 0.16, y - w * 0.48),
        (x - w * 0.1, y - w * 0.62),
        (x, y - w * 0.34),
        (x + w * 0.06, y - w * 0.48),
        (x + w * 0.4, y - w * 0.48),
    ]
    for (ax, ay), (bx, by) in pairwise(beat):
        s.fill(line(ax, ay, bx, by, s.u * 0.5), s.palette.light(0.58, 0.17, 160))


def _bottle(s: Sheet, x: float, y: float, size: float, tone: Rgb) -> None:
    s.fade(
        rect(x - size * 0.3, y - size * 0.8, size * 0.6, size * 0.8, size * 0.14),
        mix(tone, (255, 255, 255), 0.35),
        tone,
        0.0,
    )
    s.fill(rect(x - size * 0.14, y - size, size * 0.28, size * 0.22, size * 0.04), (250, 250, 250))
    s.fill(rect(x - size * 0.3, y - size * 0.56, size * 0.6, size * 0.32), (250, 250, 250))


def _receipt(s: Sheet, x: float, y: float, w: float, h: float, turn: float, foreign: bool) -> None:
    """A till roll with lines, amounts, a total and a stamp."""
    place = turning(turn, x, y)
    left, top = x - w / 2, y - h / 2
    teeth = [(left + w * t / 14, top + h + (s.u * 1.2 if t % 2 else 0)) for t in range(14, -1, -1)]
    paper = place(polygon((left, top), (left + w, top), *teeth))
    s.shadow(paper, s.u, s.u * 1.8, s.u * 1.6, 0.4)
    tone = s.palette(0.98, 0.012, 90) if not foreign else s.palette(0.95, 0.035, 215)
    s.fade(paper, tone, mix(tone, (0, 0, 0), 0.07), turn + 1)
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
        s.fade(ellipse(x, y, r), mix(gold, (255, 255, 255), 0.4), mix(gold, (0, 0, 0), 0.2), 1)
        s.fill(arc(x, y, r * 0.78, r * 0.78, 0, 2 * pi, u * 0.3), mix(gold, (0, 0, 0), 0.3))
        s.fill(rect(x - r * 0.2, y - r * 0.2, r * 0.4, r * 0.4), mix(gold, (0, 0, 0), 0.35))
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
    s.fade(body, mix(tone, (255, 255, 255), 0.25), tone, 1)
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
            mix(tone, (255, 255, 255), 0.3),
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
                path(
                    *local(x, y, r, "0,-.62 1.1,-.6 1.5,0 1.1,.6 0,.62"),
                ),
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
        s.fade(
            ellipse(x, y, r), mix(first, (255, 255, 255), 0.6), mix(first, (255, 255, 255), 0.25), 1
        )
        s.fill(
            turned(line(x - r * 0.7, y, x + r * 0.7, y, r * 0.12), turn, x, y),
            mix(first, (0, 0, 0), 0.25),
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
                s.fade(bubble, mix(tone, (255, 255, 255), 0.6), tone, 1)
            else:
                s.fill(bubble, s.palette.light(0.62, 0.01, 240))
            s.fill(place(ellipse(px - w * 0.02, py - w * 0.025, w * 0.018)), (255, 255, 255), 0.8)


SCENES = {"clinic": clinic, "bill": bill, "pills": pills}
