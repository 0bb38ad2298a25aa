"""Cups, cakes and the kitchen."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ..colour import Rgb, mix
from ..light import bokeh, daylight, slant, steam, string_lights, window_light
from ..outline import (
    Outline,
    arc,
    blob,
    curve,
    ellipse,
    leaf,
    line,
    local,
    path,
    polygon,
    rect,
    stroke,
    turned,
)
from ..people import bust, look
from ..plants import blossom, potted
from ..room import book_flat, book_open, shelf, window
from ..sheet import Sheet
from ..surfaces import tabletop, tiles, wall, wood
from ..tableware import cup_above, dish, fried_egg, greens, napkin, spoon, strawberry


def _counter(s: Sheet, y: float, tone: Rgb | None = None) -> None:
    """A counter in front, its edge at height y."""
    tone = tone or s.pick(
        [s.palette(0.72, 0.07, 62), s.palette(0.9, 0.02, 80), s.palette(0.45, 0.06, 50)]
    )
    s.fade(rect(0, y, s.w, s.h - y), mix(tone, (255, 255, 255), 0.15), mix(tone, (0, 0, 0), 0.1))
    s.fill(rect(0, y, s.w, s.u * 1.2), mix(tone, (255, 255, 255), 0.45), 0.8)


def _backdrop(s: Sheet) -> None:
    """What lies behind a cup: a blurred street of lights, coloured fields, or a shop."""
    kind = s.pick(["bokeh", "fields", "shop", "sun"])
    if kind == "bokeh" or s.palette.mood.dark:
        s.fade(s.whole, s.palette.key_tone(0.45, 0.08), s.palette.accent(0, 0.6, 0.08))
        bokeh(s, 60, 0, s.h * 0.75, (75, 50, 20, 330, 210))
        s.blur(s.u * 0.7)
    elif kind == "fields":
        s.fill_all(s.palette.accent(0, 0.82, 0.09))
        s.fill(ellipse(s.w * 0.5, s.h * 0.45, min(s.w, s.h) * 0.42), s.palette.key_tone(0.93, 0.06))
        for _ in range(14):
            s.fill(
                blob(s.between(0, s.w), s.between(0, s.h * 0.8), s.u * s.between(1, 3), s.rng),
                s.palette.accent(1, 0.75, 0.11),
                0.8,
            )
    elif kind == "shop":
        wall(s, s.palette.key_tone(0.88, 0.06))
        for y in (0.2, 0.42):
            for index in range(7):
                px = s.w * (index + 0.5) / 7
                tone = s.palette.accent(index, s.between(0.55, 0.85), 0.08)
                s.fill(
                    rect(px - s.u * 3, s.h * y - s.u * s.between(9, 13), s.u * 6, s.u * 13, s.u),
                    tone,
                )
            shelf(s, 0, s.h * y + s.u * 1.5, s.w)
        s.blur(s.u * 0.8)
    else:
        s.fade(s.whole, s.palette.accent(1, 0.86, 0.07), s.palette.key_tone(0.95, 0.05))
        middle = complex(s.w / 2, s.h * 0.5)
        for index in range(18):
            a, b = 2 * pi * index / 18, 2 * pi * (index + 0.5) / 18
            ray = np.array([middle, middle + s.h * np.exp(1j * a), middle + s.h * np.exp(1j * b)])
            s.fill(ray, s.palette.key_tone(0.99, 0.03), 0.5)


def bubbletea(s: Sheet) -> None:
    """Cups of milk tea with pearls, seen from the side."""
    u = s.u
    _backdrop(s)
    base = s.h * s.between(0.8, 0.86)
    _counter(s, base - u * 6)
    count = s.pick([1, 2, 2, 3]) if s.w <= s.h else s.pick([2, 3, 3])
    size = u * (66 if count == 1 else 56 if count == 2 else 46)
    for index in range(count):
        x = s.w * (index + 1) / (count + 1) + (s.w / 2 - s.w * (index + 1) / (count + 1)) * 0.16
        _tea_cup(s, x, base + u * 2 * (index % 2), size * s.between(0.94, 1.05))
    for _ in range(7):
        px, py = s.between(0.04, 0.96) * s.w, s.between(base + u * 4, s.h - u * 2)
        s.fade(ellipse(px, py, u * 1.7), s.palette(0.35, 0.05, 45), s.palette(0.14, 0.03, 40), 1)
        s.fill(ellipse(px - u * 0.5, py - u * 0.6, u * 0.4), (255, 255, 255), 0.8)
    if s.chance(0.5):
        for _ in range(4):
            s.fill(
                leaf(s.between(0, s.w), s.between(base, s.h), u * 7, u * 3, s.between(0, 6)),
                s.palette(0.5, 0.12, 140),
            )
    slant(s, 0.12) if not s.palette.mood.dark else None


_TEAS = [
    [(0.60, 0.09, 60), (0.80, 0.07, 70), (0.93, 0.03, 80)], [(0.72, 0.13, 140), (0.86, 0.09, 130), (0.96, 0.03, 100)],
    [(0.62, 0.18, 15), (0.82, 0.11, 20), (0.95, 0.03, 60)], [(0.55, 0.10, 300), (0.78, 0.08, 305), (0.94, 0.03, 320)],
    [(0.80, 0.16, 75), (0.88, 0.12, 85), (0.96, 0.04, 90)], [(0.35, 0.08, 45), (0.62, 0.09, 60), (0.92, 0.04, 80)],
]  # fmt: skip


def _tea_cup(s: Sheet, x: float, y: float, size: float) -> None:
    top, foot, h = size * 0.29, size * 0.22, size * 0.82
    layers = [
        s.palette.light(*tone)
        if not s.palette.mood.dark
        else mix(s.palette.light(*tone), (60, 40, 90), 0.2)
        for tone in s.pick(_TEAS)
    ]
    straw = s.palette.accent(0, 0.6, 0.17)
    s.fill(
        line(x + size * 0.03, y - h * 0.5, x + size * 0.15, y - h - size * 0.32, size * 0.075),
        straw,
    )
    s.fill(
        line(x + size * 0.015, y - h * 0.5, x + size * 0.135, y - h - size * 0.32, size * 0.018),
        mix(straw, (255, 255, 255), 0.6),
    )
    body = polygon((x - top, y - h), (x + top, y - h), (x + foot, y), (x - foot, y))
    s.shadow(ellipse(x + size * 0.05, y, foot * 1.3, size * 0.05), 0, 0, size * 0.04, 0.5)
    with s.inside(body, spill=size * 0.1):
        s.ramp(
            body,
            [
                (0.0, layers[2]),
                (s.between(0.2, 0.35), layers[2]),
                (s.between(0.5, 0.6), layers[1]),
                (1.0, layers[0]),
            ],
        )
        for _ in range(10):
            px = x + s.between(-1, 1) * top
            s.fill(
                curve(
                    (px, y - h),
                    (px + s.between(-0.1, 0.1) * size, y - h * 0.75),
                    (px + s.between(-0.1, 0.1) * size, y - h * s.between(0.4, 0.6)),
                    width=[size * 0.08, size * 0.05, 1],
                ),
                mix(layers[2], (255, 255, 255), 0.4),
                0.45,
            )
        for _ in range(8):
            ice = turned(
                rect(
                    x + s.between(-0.9, 0.5) * top,
                    y - h * s.between(0.72, 0.98),
                    size * 0.12,
                    size * 0.12,
                    size * 0.02,
                ),
                s.between(0, 1.5),
                x,
                y - h * 0.85,
            )
            s.fill(ice, (255, 255, 255), 0.28)
        for row in range(4):
            for index in range(7):
                px = (
                    x
                    + (index - 3 + (row % 2) * 0.5) * size * 0.068
                    + s.between(-1, 1) * size * 0.008
                )
                py = y - size * 0.04 - row * size * 0.055
                s.fade(
                    ellipse(px, py, size * 0.034),
                    mix(layers[0], (40, 25, 20), 0.65),
                    (28, 16, 14),
                    1,
                )
                s.fill(
                    ellipse(px - size * 0.01, py - size * 0.012, size * 0.008), (255, 255, 255), 0.8
                )
        s.fill(
            polygon(
                (x - top * 0.86, y - h),
                (x - top * 0.6, y - h),
                (x - foot * 0.62, y),
                (x - foot * 0.84, y),
            ),
            (255, 255, 255),
            0.28,
        )
        s.spray(body, mix(layers[0], (0, 0, 0), 0.5), 0.0, 0.4, 0.4)
    label = s.pick(["round", "band", "face", "none"])
    if label == "round":
        s.fill(ellipse(x, y - h * 0.48, size * 0.12), s.palette.light(0.97, 0.02, 88))
        s.letter(
            s.pick(["茶", "甜", "奶", "福", "喜", "渡"]),
            x,
            y - h * 0.48,
            size * 0.13,
            s.palette.light(0.55, 0.19, 27),
        )
    elif label == "band":
        s.fill(
            polygon(
                (x - foot * 1.13, y - h * 0.55),
                (x + foot * 1.13, y - h * 0.55),
                (x + foot * 1.06, y - h * 0.36),
                (x - foot * 1.06, y - h * 0.36),
            ),
            straw,
        )
        s.letter(
            s.pick(["好喝", "三分糖", "去冰", "加珍珠"]),
            x,
            y - h * 0.455,
            size * 0.09,
            (255, 255, 255),
            serif=False,
        )
    elif label == "face":
        for side in (-1, 1):
            s.fill(ellipse(x + side * size * 0.06, y - h * 0.5, size * 0.014), (50, 30, 30))
            s.fill(
                ellipse(x + side * size * 0.1, y - h * 0.465, size * 0.02, size * 0.012),
                (240, 140, 140),
                0.7,
            )
        s.fill(
            arc(x, y - h * 0.49, size * 0.025, size * 0.02, 0.1, pi - 0.1, size * 0.01),
            (50, 30, 30),
        )
    lid = s.palette.light(0.98, 0.01, 80)
    if s.chance(0.45):
        dome = np.concatenate([arc_line(x, y - h, top * 1.02, top * 0.9, pi, 2 * pi)])
        s.fill(dome, (255, 255, 255), 0.3)
        for _ in range(6):
            s.fill(
                ellipse(
                    x + s.between(-0.6, 0.6) * top, y - h - s.between(0.05, 0.5) * top, size * 0.07
                ),
                layers[2],
            )
    else:
        s.fade(
            rect(x - top * 1.03, y - h - size * 0.025, top * 2.06, size * 0.05, size * 0.02),
            lid,
            mix(lid, straw, 0.3),
        )
    s.fill(
        rect(x - top * 1.06, y - h - size * 0.008, top * 2.12, size * 0.03, size * 0.015),
        mix(lid, (0, 0, 0), 0.06),
    )


def arc_line(x: float, y: float, rx: float, ry: float, start: float, end: float) -> Outline:
    """The closed half of an ellipse between two angles."""
    angle = np.linspace(start, end, 24)
    return np.asarray(x + rx * np.cos(angle) + 1j * (y + ry * np.sin(angle)))


def coffee(s: Sheet) -> None:
    """Coffee from above, or by the window of a café."""
    if s.chance(0.6):
        _coffee_above(s)
    else:
        _cafe(s)


def _coffee_above(s: Sheet) -> None:
    u = s.u
    tabletop(s)
    x, y = s.w * s.between(0.4, 0.56), s.h * s.between(0.46, 0.58)
    if s.chance(0.65):
        book_open(
            s, s.w * s.between(0.7, 0.9), s.h * s.between(0.12, 0.24), u * 74, s.between(-0.4, 0.3)
        )
    else:
        book_flat(s, s.w * 0.82, s.h * 0.2, u * 40, u * 54, s.between(-0.4, 0.4))
    if s.chance(0.6):
        inner = dish(s, s.w * 0.16, s.h * 0.24, u * 24)
        _croissant(s, s.w * 0.16, s.h * 0.24, inner * 0.85, s.between(-0.6, 0.6))
    if s.chance(0.5):
        napkin(s, s.w * 0.2, s.h * 0.9, u * 34, 0.4)
    _latte(s, x, y, u * s.between(23, 27))
    if s.chance(0.5):
        _latte(s, x + u * 46, y + u * 34, u * 18)
    spoon(s, x + u * 30, y + u * 30, u * 5, 0.6)
    for _ in range(12):
        px, py = s.between(0, s.w), s.between(0.6, 1) * s.h
        bean = ellipse(px, py, u * 1.5, u, s.between(0, 3))
        s.fade(bean, s.palette(0.4, 0.07, 45), s.palette(0.24, 0.05, 40), 1)
    daylight(s)
    steam(s, x, y, u * 36, 0.4, 3)


def _latte(s: Sheet, x: float, y: float, r: float) -> None:
    crema = s.palette(0.5, 0.1, 52)
    inner = cup_above(s, x, y, r, crema)
    foam = s.palette(0.95, 0.035, 80)
    turn = s.between(-0.7, 0.7)

    def put(outline: Outline, tone: Rgb, alpha: float = 1.0) -> None:
        s.fill(turned(outline, turn, x, y), tone, alpha)

    kind = s.pick(["rosetta", "heart", "tulip", "cat"])
    if kind == "rosetta":
        put(ellipse(x, y + inner * 0.1, inner * 0.62, inner * 0.66), foam)
        for row in range(6):
            py = y - inner * 0.42 + row * inner * 0.19
            wide = inner * (0.34 + 0.05 * row)
            put(
                curve(
                    *local(x, py, wide, "-1,-.02 0,.12 1,-.02", tall=inner),
                    width=[inner * 0.03, inner * 0.055, inner * 0.03],
                ),
                crema,
            )
        put(
            curve((x, y - inner * 0.72), (x, y + inner * 0.6), width=[inner * 0.1, inner * 0.03]),
            foam,
        )
    elif kind == "heart":
        put(_heart(x, y, inner * 0.62), foam)
        put(_heart(x, y + inner * 0.02, inner * 0.36), mix(foam, crema, 0.4))
    elif kind == "tulip":
        for row, size in ((0.3, 0.5), (-0.02, 0.42), (-0.32, 0.3)):
            put(_heart(x, y + inner * row, inner * (size + 0.06)), crema)
            put(_heart(x, y + inner * row, inner * size), foam)
    else:
        put(ellipse(x, y + inner * 0.08, inner * 0.5, inner * 0.42), foam)
        for side in (-1, 1):
            put(
                path(
                    *local(x, y, inner, ".12,-.26 .42,-.56 .48,-.04", mirror=side),
                ),
                foam,
            )
            put(ellipse(x + side * inner * 0.18, y + inner * 0.02, inner * 0.05), crema)
            put(
                curve(
                    (x + side * inner * 0.3, y + inner * 0.16),
                    (x + side * inner * 0.5, y + inner * 0.12),
                    width=inner * 0.03,
                ),
                crema,
            )
        put(
            arc(
                x - inner * 0.06, y + inner * 0.17, inner * 0.06, inner * 0.05, 0, pi, inner * 0.03
            ),
            crema,
        )
        put(
            arc(
                x + inner * 0.06, y + inner * 0.17, inner * 0.06, inner * 0.05, 0, pi, inner * 0.03
            ),
            crema,
        )


def _heart(x: float, y: float, r: float) -> Outline:
    return path(
        *local(x, y, r, "0,-.45 .5,-.75 .95,-.3 .6,.35 0,.95 -.6,.35 -.95,-.3 -.5,-.75"),
    )


def _croissant(s: Sheet, x: float, y: float, r: float, turn: float) -> None:
    crust = s.palette(0.68, 0.13, 62)
    for index in range(7):
        t = (index - 3) / 3
        px, py = x + t * r * 0.85, y + r * 0.32 * t * t
        lobe = turned(
            ellipse(
                px, py, r * 0.24 * (1.15 - 0.55 * abs(t)), r * 0.42 * (1.1 - 0.62 * abs(t)), t * 0.7
            ),
            turn,
            x,
            y,
        )
        s.shadow(lobe, s.u * 0.4, s.u * 0.8, s.u * 0.6, 0.3)
        s.fade(lobe, mix(crust, (255, 230, 170), 0.45), mix(crust, (90, 40, 10), 0.35), 1)
        s.fill(
            turned(
                curve(
                    (px - r * 0.06, py - r * 0.3 * (1.1 - 0.6 * abs(t))),
                    (px + r * 0.02, py),
                    width=[r * 0.03, r * 0.05],
                ),
                turn,
                x,
                y,
            ),
            mix(crust, (255, 240, 200), 0.6),
            0.8,
        )


def _cafe(s: Sheet) -> None:
    u = s.u
    wall(s, s.palette.key_tone(s.between(0.6, 0.82), 0.06))
    window(s, s.w * 0.14, s.h * 0.08, s.w * 0.72, s.h * 0.5, curtains=False)
    for index in range(3):
        px = s.w * (0.22 + 0.28 * index)
        s.fill(line(px, 0, px, s.h * 0.16, u * 0.35), s.palette(0.2, 0.02, 60))
        s.glow(px, s.h * 0.2, u * 26, s.palette.light(0.88, 0.11, 75), 0.4)
        s.fill(
            polygon(
                (px - u * 2, s.h * 0.15),
                (px + u * 2, s.h * 0.15),
                (px + u * 5.5, s.h * 0.2),
                (px - u * 5.5, s.h * 0.2),
            ),
            s.palette.accent(0, 0.4, 0.09),
        )
        s.fill(ellipse(px, s.h * 0.2, u * 5, u * 0.9), s.palette.light(0.97, 0.07, 90))
    if s.chance(0.7):
        bust(s, s.w * s.pick([0.27, 0.72]), s.h * 0.82, u * 50, face=s.pick(["front", "down"]))
    table = s.h * 0.78
    _counter(s, table, s.palette(0.5, 0.08, 50))
    x = s.w * 0.5
    _mug(s, x, table + u * 9, u * 20)
    _cake_slice(s, x + u * 26, table + u * 10, u * 19)
    potted(s, s.w * 0.12, table + u * 8, u * 24)
    steam(s, x, table - u * 12, u * 26, 0.45, 3)
    window_light(s, 0.25) if not s.palette.mood.dark else None


def _mug(s: Sheet, x: float, y: float, size: float) -> None:
    tone = s.palette.accent(int(s.rng.integers(3)), s.between(0.6, 0.9), 0.08)
    s.shadow(ellipse(x, y, size * 0.55, size * 0.1), 0, 0, size * 0.06, 0.4)
    s.fill(
        arc(
            x + size * 0.44, y - size * 0.48, size * 0.24, size * 0.24, -pi / 2, pi / 2, size * 0.1
        ),
        mix(tone, (0, 0, 0), 0.1),
    )
    s.fade(
        path(
            *local(x, y, size, "-.46,-.95 .46,-.95 .44,-.2 .3,0 -.3,0 -.44,-.2"),
        ),
        mix(tone, (255, 255, 255), 0.3),
        mix(tone, (0, 0, 0), 0.18),
        0.0,
    )
    s.fill(ellipse(x, y - size * 0.93, size * 0.47, size * 0.1), mix(tone, (255, 255, 255), 0.4))
    s.fill(ellipse(x, y - size * 0.91, size * 0.42, size * 0.075), s.palette(0.36, 0.08, 48))
    s.fill(_heart(x, y - size * 0.45, size * 0.12), s.palette(0.97, 0.02, 80))


def tea(s: Sheet) -> None:
    """Tea: the pot and its cups on a tray, or by an open window with mountains."""
    u = s.u
    if s.chance(0.5):
        wood(s, s.between(0.3, 0.55))
        x, y = s.w * 0.5, s.h * 0.52
        tray = rect(s.w * 0.08, s.h * 0.2, s.w * 0.84, s.h * 0.64, u * 3)
        s.shadow(tray, u, u * 2.4, u * 2, 0.5)
        bamboo = s.palette(0.62, 0.08, 68)
        s.fade(tray, mix(bamboo, (255, 255, 255), 0.15), mix(bamboo, (0, 0, 0), 0.12), 1)
        with s.inside(tray, spill=u):
            count = int(s.w / (u * 5))
            for index in range(count):
                px = s.w * (index + 0.5) / count
                s.fill(
                    line(px, s.h * 0.24, px, s.h * 0.8, u * 0.5), mix(bamboo, (0, 0, 0), 0.45), 0.7
                )
        _teapot_above(s, x - u * 14, y + u * 2, u * 19)
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
        _counter(s, table, s.palette(0.42, 0.07, 45))
        _teapot(s, s.w * 0.42, table + u * 9, u * 32)
        for index in range(3):
            _bowl_cup(s, s.w * 0.66 + index * u * 12, table + u * (8 + 3 * (index % 2)), u * 9)
        if s.chance(0.6):
            _bonsai(s, s.w * 0.12, table + u * 6, u * 26)
        steam(s, s.w * 0.6, table - u * 10, u * 36, 0.5, 3)
        slant(s, 0.25) if not s.palette.mood.dark else None


def _clay(s: Sheet) -> Rgb:
    return s.pick(
        [
            s.palette(0.48, 0.09, 38),
            s.palette(0.9, 0.03, 160),
            s.palette(0.94, 0.015, 85),
            s.palette(0.35, 0.04, 50),
        ]
    )


def _teapot_above(s: Sheet, x: float, y: float, r: float) -> None:
    clay, turn = _clay(s), s.between(-0.5, 0.5)
    spout = turned(
        curve(
            *local(x, y, r, ".7,0 1.25,-.06 1.55,0"),
            width=[r * 0.5, r * 0.28, r * 0.2],
        ),
        turn,
        x,
        y,
    )
    handle = turned(
        curve(
            *local(x, y, r, "-.85,-.1 -1.5,-.14 -1.55,.1 -.85,.1"),
            width=r * 0.16,
        ),
        turn,
        x,
        y,
    )
    s.shadow([ellipse(x, y, r), spout, handle], r * 0.1, r * 0.2, r * 0.14, 0.45)
    s.fill(handle, mix(clay, (0, 0, 0), 0.2))
    s.fill(spout, mix(clay, (0, 0, 0), 0.1))
    s.fade(ellipse(x, y, r), mix(clay, (255, 255, 255), 0.3), mix(clay, (0, 0, 0), 0.25), pi / 3)
    s.fill(arc(x, y, r * 0.55, r * 0.55, 0, 2 * pi, r * 0.05), mix(clay, (0, 0, 0), 0.35))
    s.fade(
        ellipse(x, y, r * 0.5), mix(clay, (255, 255, 255), 0.25), mix(clay, (0, 0, 0), 0.1), pi / 3
    )
    s.fade(
        ellipse(x, y, r * 0.17), mix(clay, (255, 255, 255), 0.45), mix(clay, (0, 0, 0), 0.2), pi / 3
    )
    s.fill(ellipse(x - r * 0.5, y - r * 0.5, r * 0.16, r * 0.08, -0.7), (255, 255, 255), 0.5)


def _teapot(s: Sheet, x: float, y: float, size: float) -> None:
    clay = _clay(s)
    s.shadow(ellipse(x, y, size * 0.5, size * 0.08), 0, 0, size * 0.05, 0.45)
    s.fill(
        curve(
            *local(x, y, size, ".34,-.2 .55,-.34 .68,-.56"),
            width=[size * 0.16, size * 0.09, size * 0.07],
        ),
        mix(clay, (0, 0, 0), 0.08),
    )
    s.fill(
        arc(
            x - size * 0.4,
            y - size * 0.34,
            size * 0.2,
            size * 0.19,
            pi * 0.5,
            pi * 1.5,
            size * 0.065,
        ),
        mix(clay, (0, 0, 0), 0.16),
    )
    body = path(
        *local(x, y, size, "-.28,-.58 .28,-.58 .46,-.3 .3,-.02 -.3,-.02 -.46,-.3"),
    )
    s.fade(body, mix(clay, (255, 255, 255), 0.22), mix(clay, (0, 0, 0), 0.25), 0.3)
    s.spray(body, mix(clay, (0, 0, 0), 0.6), 0.5, 0.4, 0.5)
    s.fill(
        path(
            *local(x, y, size, "-.28,-.57 0,-.7 .28,-.57 0,-.53"),
        ),
        mix(clay, (255, 255, 255), 0.12),
    )
    s.fill(ellipse(x, y - size * 0.71, size * 0.06), mix(clay, (0, 0, 0), 0.1))
    for turn in (-0.5, -1.2):
        s.fill(
            leaf(x - size * 0.1, y - size * 0.2, size * 0.22, size * 0.06, turn),
            mix(clay, (255, 255, 255), 0.5),
            0.6,
        )


def _bowl_cup(s: Sheet, x: float, y: float, size: float) -> None:
    tone = s.palette(0.95, 0.015, 150)
    s.shadow(ellipse(x, y, size * 0.4, size * 0.1), 0, 0, size * 0.06, 0.4)
    s.fade(
        path(
            *local(x, y, size, "-.5,-.6 .5,-.6 .3,-.08 0,0 -.3,-.08"),
        ),
        tone,
        mix(tone, (0, 0, 0), 0.22),
        0.3,
    )
    s.fill(ellipse(x, y - size * 0.58, size * 0.5, size * 0.13), mix(tone, (255, 255, 255), 0.5))
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
        polygon(
            *local(x, y, size, "-.36,-.18 .36,-.18 .28,0 -.28,0"),
        ),
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


def cake(s: Sheet) -> None:
    """A whole cake on its stand, slices on plates, or a row of small cakes."""
    u = s.u
    _backdrop(s)
    base = s.h * s.between(0.8, 0.84)
    _counter(s, base - u * 4)
    if s.chance(0.55):
        _whole_cake(s, s.w * 0.5, base + u * 4, u * s.between(56, 64))
        for side in (-1, 1):
            if s.chance(0.7):
                _mug(s, s.w * 0.5 + side * u * 42, base + u * 7, u * 15)
    else:
        count = 2 if s.w <= s.h else 3
        for index in range(count):
            x = s.w * (index + 0.5) / count
            _cake_slice(s, x, base + u * 5 + u * 3 * (index % 2), u * s.between(36, 42))
    for _ in range(3):
        strawberry(s, s.between(0.06, 0.94) * s.w, s.h * 0.96, u * 4, s.between(-2, 2))
    if s.chance(0.5):
        string_lights(s, u * 4, u * 5, 9)
    slant(s, 0.22) if not s.palette.mood.dark else s.glow(
        s.w / 2, s.h * 0.4, s.w * 0.6, s.palette.light(0.88, 0.11, 72), 0.4
    )


def _whole_cake(s: Sheet, x: float, y: float, size: float) -> None:
    stand = s.palette(0.95, 0.015, 85)
    s.shadow(ellipse(x, y, size * 0.35, size * 0.05), 0, 0, size * 0.04, 0.4)
    s.fade(
        path(
            *local(x, y, size, "-.06,-.26 .06,-.26 .07,-.08 .24,0 -.24,0 -.07,-.08"),
        ),
        stand,
        mix(stand, (0, 0, 0), 0.2),
        0.0,
    )
    top = y - size * 0.27
    s.fade(ellipse(x, top, size * 0.66, size * 0.09), stand, mix(stand, (0, 0, 0), 0.15))
    cream = s.pick(
        [
            s.palette(0.97, 0.02, 85),
            s.palette(0.88, 0.07, 10),
            s.palette(0.87, 0.06, 145),
            s.palette(0.45, 0.08, 45),
            s.palette(0.86, 0.06, 300),
        ]
    )
    tiers = [(0.52, 0.36)] if s.chance(0.5) else [(0.54, 0.28), (0.36, 0.26)]
    for half, height in tiers:
        h, w = size * height, size * half
        side = np.concatenate(
            [
                arc_line(x, top, w, w * 0.13, pi, 0),
                arc_line(x, top - h, w, w * 0.13, 0, pi)[0:1],
                [complex(x - w, top - h)],
            ]
        )
        s.fade(
            side, mix(cream, (255, 255, 255), 0.25), mix(cream, s.palette(0.3, 0.08, 20), 0.18), 0.0
        )
        with s.inside(side, spill=size * 0.1):
            if cream[0] > 150:
                band = s.palette.accent(0, 0.75, 0.1)
                for stripe in range(int(s.rng.integers(1, 3))):
                    s.fill(
                        arc(x, top - h * (0.3 + 0.25 * stripe), w, w * 0.13, 0, pi, size * 0.03),
                        band,
                        0.8,
                    )
            s.spray(side, mix(cream, (60, 20, 20), 0.5), 0.0, 0.35, 0.4)
        lid = ellipse(x, top - h, w, w * 0.13)
        s.fade(lid, mix(cream, (255, 255, 255), 0.5), mix(cream, (255, 255, 255), 0.15))
        drip = (
            mix(cream, (255, 255, 255), 0.55) if cream[0] < 150 else s.palette.accent(1, 0.6, 0.13)
        )
        if s.chance(0.6):
            for index in range(13):
                a = pi * (index + 0.5) / 13
                px, py = x + w * 0.97 * cos(a), top - h + w * 0.125 * sin(a)
                s.fill(
                    line(
                        px, py - size * 0.015, px, py + size * s.between(0.03, 0.13), size * 0.055
                    ),
                    drip,
                )
            s.fill(ellipse(x, top - h, w * 0.98, w * 0.125), drip)
        for index in range(11):
            a = pi * (index + 0.5) / 11
            s.fill(
                ellipse(x + w * cos(a), top + w * 0.13 * sin(a) - size * 0.012, size * 0.036),
                mix(cream, (255, 255, 255), 0.6),
            )
        top -= h
    w = size * tiers[-1][0]
    for index in range(7):
        px = x + (index - 3) / 3 * w * 0.8
        s.fill(
            ellipse(px, top - size * 0.01, size * 0.055, size * 0.045),
            mix(cream, (255, 255, 255), 0.7),
        )
        strawberry(s, px, top - size * 0.06, size * 0.05, pi + s.between(-0.2, 0.2)) if s.chance(
            0.7
        ) else blossom(s, px, top - size * 0.04, size * 0.05, s.palette.accents[0])
    if s.chance(0.5):
        for index in range(5):
            px = x + (index - 2) * w * 0.3
            s.fill(
                line(px, top - size * 0.08, px, top - size * 0.26, size * 0.022),
                s.palette.accent(index, 0.7, 0.14),
            )
            s.glow(px, top - size * 0.3, size * 0.16, s.palette.light(0.9, 0.12, 75), 0.6)
            s.fill(
                path(
                    *local(px, top, size, "0,-.34 .016,-.29 0,-.265 -.016,-.29"),
                ),
                s.palette.light(0.92, 0.13, 85),
            )


def _cake_slice(s: Sheet, x: float, y: float, size: float) -> None:
    plate = s.palette(0.96, 0.012, 85)
    s.shadow(ellipse(x, y, size * 0.62, size * 0.1), 0, size * 0.02, size * 0.06, 0.4)
    s.fade(
        ellipse(x, y - size * 0.02, size * 0.62, size * 0.11), plate, mix(plate, (0, 0, 0), 0.14)
    )
    s.fill(ellipse(x, y - size * 0.03, size * 0.46, size * 0.07), mix(plate, (0, 0, 0), 0.08))
    sponge = s.pick(
        [
            s.palette(0.88, 0.09, 85),
            s.palette(0.4, 0.07, 45),
            s.palette(0.72, 0.12, 135),
            s.palette(0.6, 0.17, 25),
        ]
    )
    cream = s.palette(0.97, 0.02, 85)
    left, right, foot, height = x - size * 0.4, x + size * 0.38, y - size * 0.06, size * 0.5
    front = polygon(
        (left, foot - height * 0.86),
        (right, foot - height),
        (right, foot),
        (left, foot + size * 0.02),
    )
    with s.inside(front, spill=size * 0.1):
        s.fade(front, sponge, mix(sponge, (0, 0, 0), 0.12))
        for row in range(3):
            py = foot - height * (0.22 + row * 0.27)
            s.fill(line(left, py + size * 0.02, right, py - size * 0.02, size * 0.055), cream)
            for index in range(4):
                s.fill(
                    ellipse(left + size * (0.12 + 0.19 * index), py, size * 0.035),
                    s.palette(0.62, 0.2, 25),
                )
        for _ in range(40):
            s.fill(
                ellipse(s.between(left, right), s.between(foot - height, foot), size * 0.008),
                mix(sponge, (0, 0, 0), 0.3),
                0.6,
            )
    s.fill(
        polygon(
            (left - size * 0.01, foot - height * 0.86),
            (right, foot - height),
            (right + size * 0.04, foot - height * 1.16),
            (left + size * 0.34, foot - height * 1.22),
        ),
        mix(cream, sponge, 0.1),
    )
    s.fill(line(left, foot - height * 0.86, right, foot - height, size * 0.06), cream)
    strawberry(s, x + size * 0.14, foot - height * 1.24, size * 0.13, pi * 0.06)
    s.fill(
        ellipse(x - size * 0.06, foot - height * 1.06, size * 0.08, size * 0.055), (255, 255, 255)
    )


def kitchen(s: Sheet) -> None:
    """A kitchen at work: the stove, pans on the wall, a board with things to cut."""
    u = s.u
    if s.chance(0.4):
        _chopping(s)
        return
    tiles(s)
    s.fill(s.whole, s.palette.key_tone(0.85, 0.05), 0.25)
    window(s, s.w * 0.32, s.h * 0.08, s.w * 0.36, s.h * 0.24)
    for side in (-1, 1):
        left = 0 if side < 0 else s.w * 0.76
        tone = s.palette.accent(1, 0.6, 0.08)
        s.shadow(rect(left, -10, s.w * 0.24, s.h * 0.28), 0, u, u, 0.35)
        s.fill(rect(left, -10, s.w * 0.24, s.h * 0.28, u), tone)
        s.fill(
            rect(left + u * 2, u * 2, s.w * 0.24 - u * 4, s.h * 0.24, u),
            mix(tone, (255, 255, 255), 0.15),
        )
        s.fill(
            ellipse(left + (s.w * 0.21 if side < 0 else s.w * 0.03), s.h * 0.24, u),
            s.palette(0.8, 0.1, 85),
        )
    rail = s.h * 0.4
    s.fill(line(s.w * 0.05, rail, s.w * 0.95, rail, u * 0.8), s.palette(0.35, 0.02, 60))
    for index in range(6):
        _hanging(s, s.w * (0.1 + 0.16 * index), rail, u * s.between(10, 14), index)
    counter = s.h * 0.68
    who = s.chance(0.45)
    if who:
        bust(s, s.w * s.pick([0.16, 0.85]), counter + u * 4, u * 52, look(s, "bun"), face="down")
    _counter(s, counter, s.palette(0.9, 0.02, 80))
    cab = s.palette.accent(1, 0.55, 0.09)
    s.fill(rect(0, counter + u * 7, s.w, s.h), cab)
    for index in range(4):
        s.fill(
            rect(s.w * index / 4 + u, counter + u * 9, s.w / 4 - u * 2, s.h, u),
            mix(cab, (255, 255, 255), 0.15),
        )
        s.fill(
            rect(s.w * (index + 0.5) / 4 - u * 3, counter + u * 12, u * 6, u, u * 0.5),
            s.palette(0.8, 0.1, 85),
        )
    x = s.w * s.between(0.42, 0.58)
    s.fill(rect(x - u * 22, counter - u * 1, u * 44, u * 3, u), s.palette(0.25, 0.01, 260))
    for index in range(9):
        px = x + (index - 4) * u * 2.6
        s.fill(
            path(
                (px - u * 1.2, counter - u * 0.5),
                (px, counter - u * s.between(4, 6)),
                (px + u * 1.2, counter - u * 0.5),
            ),
            s.palette.light(0.68, 0.15, s.pick([250.0, 60.0, 245.0])),
            0.9,
        )
    _wok(s, x, counter - u * 4, u * 38)
    for index in range(3):
        px = s.w * (0.05 + 0.07 * index) if not who else s.w * (0.06 + 0.05 * index)
        jar = s.palette.accent(index, 0.75, 0.1)
        s.fade(
            rect(px - u * 3, counter - u * s.between(8, 12), u * 6, u * 13, u),
            mix(jar, (255, 255, 255), 0.3),
            jar,
            0.0,
        )
    potted(s, s.w * 0.93, counter + u * 3, u * 24)
    steam(s, x, counter - u * 14, u * 60, 0.55, 5)
    slant(s, 0.2) if not s.palette.mood.dark else s.glow(
        s.w / 2, s.h * 0.1, s.h * 0.8, s.palette.light(0.88, 0.1, 75), 0.45
    )


def _hanging(s: Sheet, x: float, y: float, size: float, index: int) -> None:
    steel, dark = s.palette(0.75, 0.02, 250), s.palette(0.25, 0.02, 250)
    s.fill(line(x, y, x, y + size * 0.5, s.u * 0.7), s.palette(0.5, 0.07, 55))
    if index % 3 == 0:
        s.fade(ellipse(x, y + size, size * 0.5), dark, mix(dark, (255, 255, 255), 0.25), 1)
        s.fill(ellipse(x, y + size, size * 0.36), mix(dark, (0, 0, 0), 0.3))
    elif index % 3 == 1:
        s.fill(line(x, y + size * 0.5, x, y + size * 1.1, s.u * 0.8), steel)
        s.fade(
            ellipse(x, y + size * 1.3, size * 0.24, size * 0.32),
            steel,
            mix(steel, (0, 0, 0), 0.3),
            1,
        )
    else:
        for turn in (-0.5, -0.2, 0.1, 0.4):
            s.fill(
                curve(
                    (x, y + size * 0.3),
                    (x + turn * size * 0.5, y + size * 0.8),
                    (x + turn * size * 0.3, y + size * 1.3),
                    width=[size * 0.1, size * 0.16, size * 0.03],
                ),
                s.palette(0.5, 0.19, 28),
            )


def _wok(s: Sheet, x: float, y: float, size: float) -> None:
    iron = s.palette(0.24, 0.01, 260)
    s.fill(
        line(x + size * 0.4, y - size * 0.24, x + size * 0.92, y - size * 0.42, size * 0.07),
        s.palette(0.5, 0.08, 50),
    )
    for _ in range(34):
        a, reach = s.between(pi, 2 * pi), s.between(0.1, 1.0)
        px, py = x + size * 0.42 * reach * cos(a), y - size * 0.26 + size * 0.36 * reach * sin(a)
        kind = s.pick(["green", "red", "egg", "meat"])
        tone = {
            "green": s.palette(0.58, 0.15, 138),
            "red": s.palette(0.55, 0.2, 28),
            "egg": s.palette(0.85, 0.14, 88),
            "meat": s.palette(0.55, 0.1, 45),
        }[kind]
        s.fill(blob(px, py, size * s.between(0.03, 0.06), s.rng, rough=0.3, knots=6), tone)
    bowl = path(
        *local(x, y, size, "-.5,-.28 0,-.2 .5,-.28 .34,-.04 0,.05 -.34,-.04"),
    )
    s.fade(bowl, mix(iron, (255, 255, 255), 0.22), iron, 0.2)
    s.glow(x, y + size * 0.05, size * 0.5, s.palette.light(0.75, 0.17, 50), 0.4)


def _chopping(s: Sheet) -> None:
    u = s.u
    tabletop(s)
    x, y = s.w * 0.5, s.h * 0.52
    board = turned(rect(x - u * 40, y - u * 28, u * 80, u * 56, u * 5), s.between(-0.2, 0.2), x, y)
    oak = s.palette(0.76, 0.08, 68)
    s.shadow(board, u, u * 2.4, u * 2, 0.45)
    s.fade(board, mix(oak, (255, 255, 255), 0.15), mix(oak, (0, 0, 0), 0.1), 1)
    with s.inside(board):
        for index in range(12):
            py = y - u * 30 + index * u * 5.5
            s.fill(
                curve(
                    (x - u * 46, py),
                    (x, py + s.between(-1.5, 1.5) * u),
                    (x + u * 46, py),
                    width=u * 0.35,
                ),
                mix(oak, (0, 0, 0), 0.25),
                0.5,
            )
    for index in range(9):
        px, py = x - u * 30 + index * u * 3.6, y + s.between(-1, 1) * u + u * 8
        s.shadow(ellipse(px, py, u * 4.4), u * 0.3, u * 0.7, u * 0.5, 0.35)
        s.fill(ellipse(px, py, u * 4.4, u * 4.8), s.palette(0.62, 0.2, 30))
        s.fill(ellipse(px, py, u * 3.6, u * 4), s.palette(0.72, 0.16, 32))
    for index in range(3):
        greens(s, x + u * (14 + index * 9), y - u * 12, u * 11, 6)
    for _ in range(26):
        s.fill(
            ellipse(
                x + s.rng.normal(-18, 6) * u,
                y - u * 12 + s.rng.normal(0, 4) * u,
                u * 1.2,
                u * 0.9,
                s.between(0, 3),
            ),
            s.palette(s.between(0.6, 0.75), 0.14, 135),
        )
    blade = turned(
        path(
            *local(x, y, u, "2,16 38,14 38,24 4,25"),
        ),
        -0.25,
        x + u * 20,
        y + u * 18,
    )
    s.shadow(blade, u * 0.6, u * 1.4, u, 0.45)
    s.fade(blade, s.palette(0.92, 0.01, 240), s.palette(0.68, 0.015, 240), 0.8)
    s.fill(
        turned(rect(x + u * 38, y + u * 14.5, u * 22, u * 6, u * 2), -0.25, x + u * 20, y + u * 18),
        s.palette(0.35, 0.06, 40),
    )
    fried_egg(s, s.w * 0.16, s.h * 0.14, u * 13)
    for index in range(3):
        s.fade(
            ellipse(
                s.w * 0.86 + (index - 1) * u * 8, s.h * 0.12 + (index % 2) * u * 7, u * 5.6, u * 5.2
            ),
            s.palette(0.9, 0.04, 80),
            s.palette(0.75, 0.08, 60),
            1,
        )
    dish(s, s.w * 0.86, s.h * 0.9, u * 14)
    s.fill(
        stroke([complex(s.w * 0.1, s.h * 0.88), complex(s.w * 0.26, s.h * 0.9)], [u * 6, u * 3]),
        s.palette(0.72, 0.17, 55),
    )
    s.fill(leaf(s.w * 0.09, s.h * 0.88, u * 12, u * 4, pi + 0.3), s.palette(0.55, 0.13, 138))
    daylight(s)


SCENES = {"bubbletea": bubbletea, "coffee": coffee, "tea": tea, "cake": cake, "kitchen": kitchen}
