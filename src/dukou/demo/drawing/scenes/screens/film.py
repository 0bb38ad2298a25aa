"""Scene `film`: the cinema, popcorn and tickets, or a camera with its reel."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import mix
from ...light import bokeh, daylight, slant
from ...outline import (
    blob,
    ellipse,
    polygon,
    rect,
    star,
    turned,
    turning,
)
from ...people import bust, look, standing
from ...sheet import Sheet
from ...sky import disc, ranges, sky, stars
from ...surfaces import tabletop


def film(s: Sheet) -> None:
    """The cinema, popcorn and tickets, or a camera with its reel."""
    s.pick([_cinema, _popcorn, _camera])(s)


def _cinema(s: Sheet) -> None:
    u = s.u
    dark = s.palette.light(0.16, 0.04, 290)
    s.fade(s.whole, dark, s.palette.light(0.1, 0.03, 280))
    screen = rect(s.w * 0.1, s.h * 0.1, s.w * 0.8, s.h * 0.44, u)
    with s.inside(screen):
        s.pick([_still_sea, _still_two, _still_moon])(s)
    s.fill(rect(s.w * 0.1, s.h * 0.1, s.w * 0.8, s.h * 0.045), (8, 8, 10))
    s.fill(rect(s.w * 0.1, s.h * 0.495, s.w * 0.8, s.h * 0.045), (8, 8, 10))
    s.letter(
        s.pick(["我们去哪里", "明天也来吗", "再等等吧", "海在那边", "你好吗"]),
        s.w / 2,
        s.h * 0.465,
        u * 3.6,
        s.palette.light(0.97, 0.02, 95),
        serif=False,
    )
    s.glow(s.w / 2, s.h * 0.36, s.w * 0.8, s.palette.light(0.8, 0.05, 240), 0.4)
    curtain = s.palette.light(0.42, 0.15, 22)
    for side in (-1, 1):
        for fold in range(4):
            px = (s.w * 0.025 * fold) if side < 0 else s.w - s.w * 0.025 * (fold + 1)
            s.fade(
                rect(px, 0, s.w * 0.026, s.h * 0.66),
                mix(curtain, (0, 0, 0), 0.15 + 0.2 * (fold % 2)),
                mix(curtain, (0, 0, 0), 0.5),
            )
    for row in range(3):
        y = s.h * (0.7 + 0.13 * row)
        size = u * (15 + row * 5)
        count = int(s.w / (size * 1.25))
        for index in range(count):
            px = s.w * (index + 0.5) / count + (row % 2) * size * 0.3
            if s.chance(0.72):
                who = look(s)
                shade = type(who)(
                    mix(who.skin, dark, 0.6),
                    mix(who.hair, dark, 0.4),
                    who.style,
                    mix(who.top, dark, 0.65),
                    who.bottom,
                    "plain",
                )
                bust(s, px, y + size * 0.75, size * 1.35, shade, face="back")
            seat = mix(curtain, dark, 0.45 - 0.12 * row)
            s.fade(
                rect(px - size * 0.5, y + size * 0.2, size, size * 1.4, size * 0.25),
                mix(seat, (255, 255, 255), 0.08),
                mix(seat, (0, 0, 0), 0.4),
            )


def _still_sea(s: Sheet) -> None:
    colours = sky(s, s.h * 0.36, [(0.5, 0.12, 290), (0.7, 0.15, 20), (0.88, 0.12, 75)])
    disc(s, s.w * 0.6, s.h * 0.33, s.u * 5, s.palette.light(0.95, 0.1, 85), 0.7)
    s.fade(
        rect(0, s.h * 0.36, s.w, s.h * 0.2),
        mix(colours[2], colours[1], 0.4),
        s.palette.light(0.35, 0.1, 285),
    )
    for dx in (-4, 5):
        standing(s, s.w * 0.4 + dx * s.u, s.h * 0.52, s.u * 26, face="back")


def _still_two(s: Sheet) -> None:
    s.fade(s.whole, s.palette.light(0.55, 0.1, 200), s.palette.light(0.4, 0.12, 160))
    bokeh(s, 30, s.h * 0.1, s.h * 0.5, (75, 30, 350, 200))
    s.blur(s.u)
    for px in (0.38, 0.62):
        bust(s, s.w * px, s.h * 0.56, s.u * 42)


def _still_moon(s: Sheet) -> None:
    sky(s, s.h * 0.56, [(0.14, 0.06, 275), (0.3, 0.09, 265), (0.5, 0.08, 240)])
    stars(s, s.h * 0.5, 70)
    disc(s, s.w * 0.62, s.h * 0.27, s.u * 9, s.palette.light(0.94, 0.06, 90), 0.6)
    ranges(
        s,
        s.h * 0.36,
        s.h * 0.5,
        s.palette.light(0.35, 0.07, 265),
        s.palette.light(0.16, 0.05, 270),
        3,
    )
    standing(s, s.w * 0.32, s.h * 0.5, s.u * 22, face="back")


def _popcorn(s: Sheet) -> None:
    u = s.u
    s.fade(s.whole, s.palette.accent(0, 0.62, 0.13), s.palette.key_tone(0.5, 0.1))
    middle = complex(s.w / 2, s.h * 0.4)
    for index in range(16):
        a, b = 2 * pi * index / 16, 2 * pi * (index + 0.5) / 16
        s.fill(
            np.array([middle, middle + s.h * np.exp(1j * a), middle + s.h * np.exp(1j * b)]),
            (255, 255, 255),
            0.1,
        )
    x, y, w, h = s.w * 0.5, s.h * 0.88, u * 46, u * 50
    for _ in range(70):
        px, py = x + s.rng.normal(0, w * 0.26), y - h - abs(s.rng.normal(0, u * 8)) + u * 4
        _corn(s, px, py, u * s.between(3, 4.4))
    for index in range(9):
        left, right = index / 9, (index + 1) / 9
        tone = (
            s.palette.light(0.58, 0.2, 27) if index % 2 == 0 else s.palette.light(0.97, 0.015, 85)
        )
        s.fill(
            polygon(
                (x - w * 0.5 + w * left, y - h),
                (x - w * 0.5 + w * right, y - h),
                (x - w * 0.38 + w * 0.76 * right, y),
                (x - w * 0.38 + w * 0.76 * left, y),
            ),
            tone,
        )
    body = polygon((x - w / 2, y - h), (x + w / 2, y - h), (x + w * 0.38, y), (x - w * 0.38, y))
    s.spray(body, (60, 10, 20), 0.0, 0.4, 0.5)
    s.fill(ellipse(x, y - h * 0.45, u * 11), s.palette.light(0.97, 0.02, 88))
    s.letter(
        s.pick(["影", "爆米花", "开场"]), x, y - h * 0.45, u * 6.4, s.palette.light(0.5, 0.19, 27)
    )
    for _ in range(26):
        _corn(s, x + s.rng.normal(0, w * 0.24), y - h - u * s.between(-2, 4), u * s.between(3, 4.4))
    for index in range(2):
        tx, ty = s.w * (0.2 + 0.6 * index), s.h * (0.2 + 0.05 * index)
        _ticket(s, tx, ty, u * 26, s.between(-0.4, 0.4))
    for _ in range(8):
        _corn(s, s.between(0, s.w), s.between(0.05, 0.97) * s.h, u * 3)
    slant(s, 0.18)


def _corn(s: Sheet, x: float, y: float, r: float) -> None:
    tone = s.palette.light(s.between(0.92, 0.98), 0.06, 90)
    for dx, dy, size in ((-0.4, 0.1, 0.6), (0.4, 0.05, 0.6), (0, -0.35, 0.62), (0.05, 0.35, 0.5)):
        s.fill(
            ellipse(x + dx * r + r * 0.06, y + dy * r + r * 0.1, size * r),
            mix(tone, (180, 120, 40), 0.35),
        )
    for dx, dy, size in (
        (-0.4, 0.1, 0.56),
        (0.4, 0.05, 0.56),
        (0, -0.35, 0.58),
        (0.05, 0.35, 0.46),
    ):
        s.fill(ellipse(x + dx * r, y + dy * r, size * r), tone)
    s.fill(ellipse(x, y, r * 0.2), s.palette.light(0.8, 0.13, 75))


def _ticket(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    tone = s.palette.accent(1, 0.85, 0.09)
    h = w * 0.48
    body = turned(rect(x - w / 2, y - h / 2, w, h, s.u), turn, x, y)
    s.shadow(body, s.u * 0.6, s.u, s.u, 0.35)
    s.fill(body, tone)
    for row in range(5):
        s.fill(
            turned(ellipse(x + w * 0.22, y - h * 0.4 + row * h * 0.2, s.u * 0.35), turn, x, y),
            mix(tone, (0, 0, 0), 0.4),
        )
    for row in range(3):
        s.fill(
            turned(
                rect(x - w * 0.4, y - h * 0.26 + row * h * 0.2, w * (0.5 - 0.1 * row), h * 0.08),
                turn,
                x,
                y,
            ),
            mix(tone, (0, 0, 0), 0.5),
        )
    s.fill(turned(star(x + w * 0.36, y, h * 0.16), turn, x, y), s.palette.light(0.58, 0.2, 27))


def _camera(s: Sheet) -> None:
    u = s.u
    tabletop(s)
    x, y, turn = s.w * 0.48, s.h * 0.48, s.between(-0.2, 0.2)
    place = turning(turn, x, y)
    leather, metal = (
        s.pick([s.palette(0.24, 0.02, 50), s.palette(0.45, 0.08, 45), s.palette(0.4, 0.06, 200)]),
        s.palette(0.85, 0.01, 250),
    )
    body = place(rect(x - u * 34, y - u * 20, u * 68, u * 42, u * 4))
    s.shadow(body, u * 1.4, u * 3, u * 3, 0.5)
    s.fade(body, mix(metal, (255, 255, 255), 0.3), mix(metal, (0, 0, 0), 0.15), 1)
    s.fade(
        place(rect(x - u * 34, y - u * 10, u * 68, u * 24)),
        mix(leather, (255, 255, 255), 0.1),
        leather,
        1,
    )
    s.fill(place(rect(x - u * 9, y - u * 27, u * 18, u * 9, u * 2)), mix(metal, (0, 0, 0), 0.1))
    s.fill(place(rect(x - u * 5, y - u * 18, u * 10, u * 5, u)), s.palette(0.2, 0.03, 230))
    for dx in (-24, 22):
        s.fade(
            place(ellipse(x + dx * u, y - u * 20, u * 5, u * 3)),
            mix(metal, (255, 255, 255), 0.4),
            mix(metal, (0, 0, 0), 0.25),
        )
    for radius, tone in (
        (17.0, mix(metal, (0, 0, 0), 0.2)),
        (15.0, s.palette(0.16, 0.01, 260)),
        (11.0, s.palette(0.28, 0.02, 260)),
        (8.5, s.palette(0.12, 0.03, 270)),
    ):
        s.fill(place(ellipse(x, y + u * 2, u * radius)), tone)
    s.fade(
        place(ellipse(x, y + u * 2, u * 7.6)),
        s.palette.light(0.5, 0.1, 290),
        s.palette.light(0.22, 0.07, 230),
        1,
    )
    s.fill(place(ellipse(x - u * 2.6, y - u * 0.8, u * 2, u * 1.3, -0.6)), (255, 255, 255), 0.75)
    s.fill(
        place(ellipse(x + u * 2.6, y + u * 4.4, u, u * 0.7)), s.palette.light(0.8, 0.12, 60), 0.7
    )
    for index in range(4):
        _photo(
            s,
            s.w * (0.14 + 0.24 * index),
            s.h * s.pick([0.1, 0.88]) + s.between(-2, 2) * u,
            u * s.between(20, 24),
            s.between(-0.4, 0.4),
        )
    cx, cy = s.w * 0.86, s.h * 0.24
    s.fade(
        rect(cx - u * 6, cy - u * 6, u * 12, u * 14, u),
        s.palette.light(0.82, 0.15, 85),
        s.palette.light(0.7, 0.16, 70),
        0.0,
    )
    s.fill(rect(cx - u * 7, cy - u * 8, u * 14, u * 3, u), s.palette(0.2, 0.02, 260))
    strip = turned(rect(cx - u * 32, cy - u * 5, u * 27, u * 10), -0.14, cx - u * 6, cy)
    s.shadow(strip, u * 0.5, u, u * 0.8, 0.35)
    s.fill(strip, s.palette.light(0.32, 0.05, 50))
    for index in range(9):
        for edge in (-4.0, 2.6):
            hole = rect(cx - u * (31 - index * 2.9), cy + edge * u, u * 1.5, u * 1.4, u * 0.3)
            s.fill(turned(hole, -0.14, cx - u * 6, cy), s.palette(0.92, 0.03, 80))
    daylight(s)


def _photo(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    """An instant print."""
    place = turning(turn, x, y)
    paper = place(rect(x - w / 2, y - w * 0.6, w, w * 1.2, s.u * 0.4))
    s.shadow(paper, s.u * 0.6, s.u, s.u, 0.35)
    s.fill(paper, s.palette(0.98, 0.008, 85))
    frame = place(rect(x - w * 0.42, y - w * 0.52, w * 0.84, w * 0.84))
    with s.inside(frame, spill=s.u):
        s.fade(frame, s.palette.accent(0, 0.8, 0.09), s.palette.accent(1, 0.7, 0.1), turn + pi / 2)
        s.fill(ellipse(x + w * 0.15, y - w * 0.25, w * 0.11), s.palette.light(0.96, 0.08, 90))
        s.fill(blob(x - w * 0.1, y + w * 0.34, w * 0.34, s.rng), s.palette.accent(2, 0.5, 0.1))
        s.fill(blob(x + w * 0.28, y + w * 0.36, w * 0.26, s.rng), s.palette.accent(2, 0.6, 0.1))
