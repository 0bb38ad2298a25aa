"""Scene `coffee`: coffee from above, or by the window of a café."""

from __future__ import annotations

from math import pi

from ...bookshelf import book_flat, book_open
from ...colour import Rgb, mix
from ...light import daylight, steam, window_light
from ...outline import (
    Outline,
    arc,
    curve,
    ellipse,
    line,
    local,
    path,
    polygon,
    turned,
)
from ...people import bust
from ...potted import potted
from ...sheet import Sheet
from ...surfaces import tabletop, wall
from ...tableware import cup_above, dish, napkin, spoon
from ...window import window
from .counter import cake_slice, heart, lay_counter, mug


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
        put(heart(x, y, inner * 0.62), foam)
        put(heart(x, y + inner * 0.02, inner * 0.36), mix(foam, crema, 0.4))
    elif kind == "tulip":
        for height, size in ((0.3, 0.5), (-0.02, 0.42), (-0.32, 0.3)):
            put(heart(x, y + inner * height, inner * (size + 0.06)), crema)
            put(heart(x, y + inner * height, inner * size), foam)
    else:
        put(ellipse(x, y + inner * 0.08, inner * 0.5, inner * 0.42), foam)
        for side in (-1, 1):
            put(
                path(*local(x, y, inner, ".12,-.26 .42,-.56 .48,-.04", mirror=side)),
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
    lay_counter(s, table, s.palette(0.5, 0.08, 50))
    x = s.w * 0.5
    mug(s, x, table + u * 9, u * 20)
    cake_slice(s, x + u * 26, table + u * 10, u * 19)
    potted(s, s.w * 0.12, table + u * 8, u * 24)
    steam(s, x, table - u * 12, u * 26, 0.45, 3)
    window_light(s, 0.25) if not s.palette.mood.dark else None
