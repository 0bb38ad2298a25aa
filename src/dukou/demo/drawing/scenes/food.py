"""Meals seen from above: the table is the sheet."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ..colour import Rgb, mix
from ..light import daylight, lamp_pool, steam
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
    rect,
    star,
    stroke,
    turned,
)
from ..sheet import Sheet
from ..surfaces import tabletop, wood
from ..tableware import (
    chilli,
    chopsticks,
    cup_above,
    dish,
    egg_half,
    fried_egg,
    greens,
    napkin,
    scallions,
    spoon,
    strawberry,
)  # fmt: skip


def hotpot(s: Sheet) -> None:
    """A two-sided hotpot, its plates around it."""
    c, u = s.palette, s.u
    s.pick([tabletop, lambda sheet: wood(sheet, 0.32), tabletop])(s)
    x, y, r = s.w * s.between(0.42, 0.58), s.h * s.between(0.44, 0.54), u * s.between(33, 38)
    start = s.between(0, 2 * pi)
    plates = [_beef_rolls, _leafy, _lotus, _tofu, _mushrooms, _balls, _dip]
    s.rng.shuffle(plates)
    for index, plate in enumerate(plates[:7]):
        angle = start + 2 * pi * index / 7
        reach = r * 1.52 * (1.14 if abs(sin(angle)) > 0.6 and s.h > s.w else 1.0)
        plate(s, x + reach * cos(angle), y + reach * sin(angle) * 1.08, u * s.between(14.5, 17))
    steel = c(0.72, 0.015, 250)
    for side in (0, pi):
        turn = start + side
        s.fill(
            arc(
                x + r * 1.02 * cos(turn),
                y + r * 1.02 * sin(turn),
                u * 5,
                u * 5,
                turn - 1.4,
                turn + 1.4,
                u * 2,
            ),
            mix(steel, (0, 0, 0), 0.3),
        )
    s.shadow(ellipse(x, y, r), u * 2, u * 4, u * 4, 0.55)
    s.fade(ellipse(x, y, r), mix(steel, (255, 255, 255), 0.5), mix(steel, (0, 0, 0), 0.4), pi / 3)
    s.fill(ellipse(x, y, r * 0.93), mix(steel, (0, 0, 0), 0.55))
    broth = r * 0.91
    red, white = c(0.47, 0.18, 32), c(0.9, 0.05, 85)
    if s.chance(0.25):
        _broth(s, x, y, broth, red, ellipse(x, y, broth))
        _red_things(s, x, y, broth, 60)
        for offset in (-0.33, 0.33):
            for quarter in (0.0, pi / 2):
                a = turned(
                    line(x - broth, y + offset * broth, x + broth, y + offset * broth, u * 1.2),
                    quarter + 0.4,
                    x,
                    y,
                )
                s.fill(a, mix(steel, (0, 0, 0), 0.1))
    else:
        turn = s.between(0, 2 * pi)
        _broth(s, x, y, broth, red, ellipse(x, y, broth))
        half = _yin(x, y, broth, turn)
        with s.inside(half):
            _broth(s, x, y, broth, white, ellipse(x, y, broth))
            _white_things(s, x, y, broth)
        side = turn + pi
        with s.inside(ellipse(x, y, broth)):
            _red_things(
                s, x + broth * 0.5 * cos(side), y + broth * 0.5 * sin(side), broth * 0.6, 34
            )
        edge = np.array(half[: len(half) // 2 + 1])
        s.fill(stroke(edge, u * 1.5), mix(steel, (255, 255, 255), 0.2))
        s.fill(stroke(edge + complex(0, u * 0.5), u * 0.5), mix(steel, (0, 0, 0), 0.35))
    chopsticks(s, x + r * 0.35, y + r * 0.3, u * 62, s.between(0.5, 1.1))
    daylight(s)
    if s.chance(0.5):
        lamp_pool(s, x, y - r, 0.22)
    steam(s, x, y, u * 55, 0.5, 4)


def _yin(x: float, y: float, r: float, turn: float) -> Outline:
    t = np.linspace(-pi / 2, pi / 2, 24)
    wave = np.linspace(-1, 1, 25)
    divider = wave * 1j + 0.26 * np.sin(wave * pi)
    side = np.cos(t[::-1]) * 1.0 + 1j * np.sin(t[::-1])
    shape = np.concatenate([divider, side[1:-1]])
    return np.asarray(shape * r * np.exp(1j * turn) + complex(x, y))


def _broth(s: Sheet, x: float, y: float, r: float, tone: Rgb, outline: Outline) -> None:
    s.fade(outline, mix(tone, (0, 0, 0), 0.18), mix(tone, (255, 220, 160), 0.12), pi / 3)
    for _ in range(46):
        angle, reach = s.between(0, 2 * pi), r * s.between(0, 0.95)
        size = s.u * s.between(0.5, 2.2)
        px, py = x + reach * cos(angle), y + reach * sin(angle)
        s.fill(ellipse(px, py, size), mix(tone, s.palette(0.85, 0.14, 70), 0.45), 0.4)
        s.fill(
            arc(px, py, size * 0.75, size * 0.75, pi, pi * 1.6, s.u * 0.18),
            s.palette(1, 0, 0),
            0.55,
        )


def _red_things(s: Sheet, x: float, y: float, r: float, count: int) -> None:
    for index in range(count):
        angle, reach = s.between(0, 2 * pi), r * s.between(0, 0.85) ** 0.7
        px, py = x + reach * cos(angle), y + reach * sin(angle)
        if index % 3 == 0:
            for _ in range(4):
                s.fill(
                    ellipse(px + s.between(-2, 2) * s.u, py + s.between(-2, 2) * s.u, s.u * 0.45),
                    s.palette(0.3, 0.06, 40),
                )
        else:
            chilli(s, px, py, s.u * s.between(3.5, 7), s.between(0, 2 * pi))


def _white_things(s: Sheet, x: float, y: float, r: float) -> None:
    for _ in range(26):
        angle, reach = s.between(0, 2 * pi), r * s.between(0.1, 0.85)
        px, py = x + reach * cos(angle), y + reach * sin(angle)
        kind = s.rng.random()
        if kind < 0.35:
            s.fill(ellipse(px, py, s.u * 0.9, s.u * 0.6, s.between(0, 3)), s.palette(0.58, 0.2, 30))
        elif kind < 0.6:
            s.fill(
                ellipse(px, py, s.u * 2.4, s.u * 1.8, s.between(0, 3)), s.palette(0.42, 0.12, 25)
            )
        elif kind < 0.8:
            s.fill(
                curve(*local(px, py, s.u, "0,0 3,1 6,-1"), width=s.u * 1.3),
                s.palette(0.68, 0.13, 135),
            )
        else:
            s.fill(ellipse(px, py, s.u * 3), s.palette(0.74, 0.05, 70))
            s.fill(ellipse(px, py, s.u * 1.2), s.palette(0.86, 0.03, 80))


def _beef_rolls(s: Sheet, x: float, y: float, r: float) -> None:
    inner = dish(s, x, y, r)
    for index in range(9):
        angle = 2 * pi * index / 8 if index < 8 else 0
        reach = inner * 0.55 if index < 8 else 0
        px, py = x + reach * cos(angle), y + reach * sin(angle)
        turn, size = angle + pi / 2 + s.between(-0.3, 0.3), inner * 0.34
        roll = turned(rect(px - size, py - size * 0.5, size * 2, size, size * 0.4), turn, px, py)
        s.shadow(roll, s.u * 0.4, s.u * 0.6, s.u * 0.5, 0.3)
        s.fade(roll, s.palette(0.66, 0.14, 22), s.palette(0.5, 0.16, 22), turn + pi / 2)
        for offset in (-0.5, 0.0, 0.45):
            vein = turned(
                curve(
                    (px + offset * size, py - size * 0.45),
                    (px + offset * size + size * 0.2, py),
                    (px + offset * size, py + size * 0.45),
                    width=size * 0.10,
                ),
                turn,
                px,
                py,
            )
            s.fill(vein, s.palette(0.93, 0.03, 40), 0.9)


def _leafy(s: Sheet, x: float, y: float, r: float) -> None:
    inner = dish(s, x, y, r)
    for _ in range(5):
        greens(
            s, x + s.between(-0.4, 0.4) * inner, y + s.between(-0.4, 0.4) * inner, inner * 0.55, 6
        )


def _lotus(s: Sheet, x: float, y: float, r: float) -> None:
    inner = dish(s, x, y, r)
    for index in range(6):
        angle = 2 * pi * index / 5
        reach = inner * 0.5 if index < 5 else 0
        px, py, size = x + reach * cos(angle), y + reach * sin(angle), inner * 0.42
        s.shadow(ellipse(px, py, size), s.u * 0.3, s.u * 0.6, s.u * 0.5, 0.25)
        s.fill(ellipse(px, py, size), s.palette(0.92, 0.035, 70))
        for hole in range(7):
            turn = 2 * pi * hole / 7
            s.fill(
                ellipse(
                    px + size * 0.55 * cos(turn),
                    py + size * 0.55 * sin(turn),
                    size * 0.17,
                    size * 0.12,
                    turn,
                ),
                s.palette(0.62, 0.05, 60),
            )


def _tofu(s: Sheet, x: float, y: float, r: float) -> None:
    inner = dish(s, x, y, r)
    for row in (-1, 0, 1):
        for column in (-1, 0, 1):
            size = inner * 0.42
            px, py = x + column * size * 1.02 - size / 2, y + row * size * 1.02 - size / 2
            cube = turned(
                rect(px, py, size * 0.92, size * 0.92, size * 0.12), s.between(-0.1, 0.1), px, py
            )
            s.shadow(cube, s.u * 0.4, s.u * 0.7, s.u * 0.4, 0.3)
            s.fade(cube, s.palette(0.99, 0.01, 90), s.palette(0.9, 0.04, 85), 1)
    scallions(s, x, y, inner * 0.5, 14)


def _mushrooms(s: Sheet, x: float, y: float, r: float) -> None:
    inner = dish(s, x, y, r)
    for index in range(8):
        angle, reach = 2 * pi * index / 7, inner * (0.58 if index < 7 else 0)
        px, py, size = x + reach * cos(angle), y + reach * sin(angle), inner * 0.32
        cap = ellipse(px, py, size, size * 0.92)
        s.shadow(cap, s.u * 0.4, s.u * 0.7, s.u * 0.5, 0.3)
        s.fade(cap, s.palette(0.6, 0.07, 60), s.palette(0.4, 0.07, 50), 1)
        for quarter in (0, pi / 2):
            s.fill(
                turned(
                    line(px - size * 0.6, py, px + size * 0.6, py, size * 0.18),
                    quarter + angle,
                    px,
                    py,
                ),
                s.palette(0.93, 0.03, 80),
            )


def _balls(s: Sheet, x: float, y: float, r: float) -> None:
    inner = dish(s, x, y, r)
    for index in range(8):
        angle, reach = 2 * pi * index / 7, inner * (0.58 if index < 7 else 0)
        px, py, size = x + reach * cos(angle), y + reach * sin(angle), inner * 0.3
        ball = ellipse(px, py, size)
        hue = s.pick([30.0, 45.0, 70.0])
        s.shadow(ball, s.u * 0.4, s.u * 0.8, s.u * 0.5, 0.3)
        s.fade(ball, s.palette(0.92, 0.04, hue), s.palette(0.76, 0.08, hue), 1)
        s.fill(ellipse(px - size * 0.3, py - size * 0.3, size * 0.2), s.palette(1, 0, 0), 0.7)


def _dip(s: Sheet, x: float, y: float, r: float) -> None:
    inner = dish(s, x, y, r * 0.72, depth=0.84)
    s.fade(ellipse(x, y, inner * 0.96), s.palette(0.36, 0.09, 45), s.palette(0.5, 0.11, 55), 1)
    scallions(s, x - inner * 0.2, y, inner * 0.55, 26)
    for _ in range(16):
        s.fill(
            ellipse(
                x + s.between(-0.6, 0.6) * inner,
                y + s.between(-0.6, 0.6) * inner,
                s.u * 0.4,
                s.u * 0.25,
                s.between(0, 3),
            ),
            s.palette(0.92, 0.05, 85),
        )


def noodles(s: Sheet) -> None:
    """A big bowl of noodles with what belongs on top."""
    c, u = s.palette, s.u
    tabletop(s)
    x, y, r = s.w * s.between(0.44, 0.56), s.h * s.between(0.46, 0.56), u * s.between(36, 41)
    if s.chance(0.6):
        side = s.pick([-1, 1])
        _dip(s, x + side * r * 0.95, y - r * 1.12, u * 15)
    if s.chance(0.5):
        napkin(s, x - r * 0.9, y + r * 1.0, u * 34, s.between(-0.5, 0.5))
    inner = dish(s, x, y, r, depth=0.83)
    hot = s.chance(0.55)
    soup = (
        c(0.46, 0.17, 34)
        if hot
        else s.pick([c(0.78, 0.09, 75), c(0.5, 0.08, 50), c(0.88, 0.05, 85)])
    )
    bowl = ellipse(x, y, inner * 0.97)
    with s.inside(bowl):
        _broth(s, x, y, inner, soup, bowl)
        _tangle(s, x, y + inner * 0.05, inner)
        _toppings(s, x, y, inner, hot)
    s.fill(
        arc(x, y, inner * 0.97, inner * 0.97, pi * 1.02, pi * 1.6, u * 0.7), c(0.2, 0.05, 40), 0.35
    )
    chopsticks(s, x + r * 0.45, y - r * 0.1, u * 70, s.between(-0.8, -0.3))
    if s.chance(0.5):
        spoon(s, x - r * 0.5, y + r * 0.6, u * 7, s.between(2.0, 2.6))
    daylight(s)
    steam(s, x, y - u * 4, u * 50, 0.55, 4)


def _tangle(s: Sheet, x: float, y: float, r: float) -> None:
    base = s.palette(0.86, 0.085, 82)
    for index in range(46):
        tone = mix(base, s.pick([(255, 255, 255), s.palette(0.6, 0.1, 65)]), s.between(0, 0.34))
        angle = s.between(0, 2 * pi)
        cx, cy = x + s.between(-0.3, 0.3) * r, y + s.between(-0.3, 0.3) * r
        rx, ry = r * s.between(0.22, 0.62), r * s.between(0.14, 0.5)
        turn = s.between(0, pi)
        strand = turned(
            arc(cx, cy, rx, ry, angle, angle + s.between(1.6, 3.6), s.u * 1.25), turn, cx, cy
        )
        if index % 2:
            s.fill(strand + complex(0, s.u * 0.45), s.palette(0.45, 0.1, 55), 0.35)
        s.fill(strand, tone)


def _toppings(s: Sheet, x: float, y: float, r: float, hot: bool) -> None:
    kinds = ["egg", "greens", "beef", "nori", "corn", "shrimp"]
    s.rng.shuffle(kinds)
    start = s.between(0, 2 * pi)
    for index, kind in enumerate(kinds[: s.pick([3, 4])]):
        angle = start + 2 * pi * index / 4 + s.between(-0.2, 0.2)
        px, py = x + r * 0.52 * cos(angle), y + r * 0.52 * sin(angle)
        if kind == "egg":
            egg_half(s, px, py, r * 0.27, angle)
            egg_half(
                s,
                px + r * 0.3 * cos(angle + 1.7),
                py + r * 0.3 * sin(angle + 1.7),
                r * 0.25,
                angle + 0.5,
            )
        elif kind == "greens":
            greens(s, px, py, r * 0.4, 8)
        elif kind == "beef":
            for slice_ in range(5):
                piece = (
                    turned(
                        path(
                            *local(px, py, r, "-.26,0 0,-.15 .27,0 0,.15"),
                        ),
                        angle,
                        px,
                        py,
                    )
                    + slice_ * r * 0.11 * np.exp(1j * (angle + pi / 2))
                    - r * 0.2 * np.exp(1j * (angle + pi / 2))
                )
                s.shadow(piece, s.u * 0.4, s.u * 0.7, s.u * 0.5, 0.35)
                s.fade(piece, s.palette(0.55, 0.1, 35), s.palette(0.38, 0.1, 30), angle)
                s.fill(
                    turned(line(px - r * 0.1, py, px + r * 0.12, py, r * 0.02), angle, px, py)
                    + slice_ * r * 0.11 * np.exp(1j * (angle + pi / 2))
                    - r * 0.2 * np.exp(1j * (angle + pi / 2)),
                    s.palette(0.85, 0.05, 50),
                    0.6,
                )
        elif kind == "nori":
            for sheet in (0, 1):
                nori = turned(
                    rect(px - r * 0.2, py - r * 0.3, r * 0.4, r * 0.55, 3),
                    angle + sheet * 0.3,
                    px,
                    py,
                )
                s.shadow(nori, s.u * 0.4, s.u * 0.7, s.u * 0.5, 0.35)
                s.fade(nori, s.palette(0.3, 0.05, 160), s.palette(0.2, 0.04, 170), 1)
        elif kind == "corn":
            for _ in range(34):
                s.fill(
                    ellipse(
                        px + s.rng.normal(0, r * 0.11),
                        py + s.rng.normal(0, r * 0.11),
                        s.u * 0.95,
                        s.u * 0.75,
                        s.between(0, 3),
                    ),
                    s.palette(s.between(0.78, 0.88), 0.16, 88),
                )
        else:
            for prawn in (0, 1, 2):
                qx, qy = px + prawn * r * 0.16 - r * 0.16, py + s.between(-1, 1) * r * 0.06
                s.fill(
                    arc(qx, qy, r * 0.13, r * 0.13, angle, angle + 4.2, r * 0.12),
                    s.palette(0.75, 0.14, 40),
                )
                for band in range(4):
                    a = angle + 0.5 + band
                    s.fill(
                        line(
                            qx + r * 0.08 * cos(a),
                            qy + r * 0.08 * sin(a),
                            qx + r * 0.18 * cos(a),
                            qy + r * 0.18 * sin(a),
                            s.u * 0.4,
                        ),
                        s.palette(0.95, 0.03, 60),
                        0.8,
                    )
    scallions(s, x, y, r * 0.6, 40)
    if hot:
        for _ in range(8):
            chilli(
                s,
                x + s.between(-0.6, 0.6) * r,
                y + s.between(-0.6, 0.6) * r,
                s.u * s.between(3, 5),
                s.between(0, 6),
            )


def dumplings(s: Sheet) -> None:
    """Dumplings: crescents on a plate, or soup dumplings in their steamer."""
    tabletop(s)
    x, y = s.w * s.between(0.42, 0.56), s.h * s.between(0.44, 0.54)
    if s.chance(0.5):
        _steamer(s, x, y, s.u * s.between(35, 40))
        if s.chance(0.6):
            _steamer(s, x + s.u * s.between(-50, 50), y + s.u * 62, s.u * 30)
    else:
        _crescents(s, x, y, s.u * s.between(37, 42))
    _dip(s, x + s.u * 42, y - s.u * 40, s.u * 19)
    cup_above(s, x - s.u * 40, y - s.u * 46, s.u * 9, s.palette(0.6, 0.12, 75), saucer=False)
    chopsticks(s, x + s.u * 16, y + s.u * 26, s.u * 66, s.between(0.2, 0.7))
    daylight(s)
    steam(s, x, y, s.u * 48, 0.5, 4)


def _steamer(s: Sheet, x: float, y: float, r: float) -> None:
    bamboo = s.palette(0.78, 0.085, 78)
    s.shadow(ellipse(x, y, r), s.u * 2, s.u * 3.6, s.u * 3, 0.5)
    s.fade(
        ellipse(x, y, r), mix(bamboo, (255, 255, 255), 0.25), mix(bamboo, (0, 0, 0), 0.28), pi / 3
    )
    for ring in (0.96, 0.91):
        s.fill(arc(x, y, r * ring, r * ring, 0, 2 * pi, s.u * 0.35), mix(bamboo, (0, 0, 0), 0.35))
    inner = ellipse(x, y, r * 0.86)
    with s.inside(inner):
        s.fill(inner, mix(bamboo, (0, 0, 0), 0.25))
        for slat in range(-7, 8):
            s.fill(
                line(x + slat * r * 0.13, y - r, x + slat * r * 0.13, y + r, r * 0.10),
                mix(bamboo, (255, 255, 255), 0.05 + 0.1 * (slat % 2)),
            )
        s.spray_round(inner, s.palette(0.25, 0.05, 50), x, y, r * 0.95, 0.6)
        count = s.pick([6, 7])
        for index in range(count):
            angle = 2 * pi * index / (count - 1)
            reach = r * 0.53 if index < count - 1 else 0
            _soup_dumpling(s, x + reach * cos(angle), y + reach * sin(angle), r * 0.235)


def _soup_dumpling(s: Sheet, x: float, y: float, r: float) -> None:
    skin = blob(x, y, r, s.rng, rough=0.03, knots=14)
    s.shadow(skin, r * 0.1, r * 0.22, r * 0.2, 0.4)
    s.fade(skin, s.palette(0.985, 0.015, 85), s.palette(0.83, 0.05, 70), pi / 3)
    for fold in range(14):
        angle = 2 * pi * fold / 14
        pleat = curve(
            (x + r * 0.1 * cos(angle), y + r * 0.1 * sin(angle)),
            (x + r * 0.45 * cos(angle + 0.35), y + r * 0.45 * sin(angle + 0.35)),
            (x + r * 0.82 * cos(angle + 0.5), y + r * 0.82 * sin(angle + 0.5)), width=[r * 0.05, r * 0.07, 0.5],
        )  # fmt: skip
        s.fill(pleat, s.palette(0.7, 0.05, 65), 0.6)
    s.fill(ellipse(x, y, r * 0.13), s.palette(0.75, 0.05, 70))
    s.fill(ellipse(x, y, r * 0.06), s.palette(0.5, 0.06, 55))


def _crescents(s: Sheet, x: float, y: float, r: float) -> None:
    inner = dish(s, x, y, r, depth=0.82)
    count = s.pick([9, 10])
    fried = s.chance(0.5)
    for index in range(count):
        ring = index < count - 2
        angle = 2 * pi * index / (count - 2)
        reach = inner * 0.62 if ring else inner * 0.15 * (1 if index % 2 else -1)
        px, py = (
            x + (reach * cos(angle) if ring else 0),
            y + (reach * sin(angle) if ring else reach),
        )
        _crescent(s, px, py, inner * 0.27, angle + pi / 2 if ring else 0, fried)
    scallions(s, x, y, inner * 0.7, 22)


def _crescent(s: Sheet, x: float, y: float, r: float, turn: float, fried: bool) -> None:
    body = turned(
        path(
            *local(x, y, r, "-1,.1 -.6,-.45 0,-.62 .6,-.45 1,.1 .45,.38 0,.42 -.45,.38"),
        ),
        turn,
        x,
        y,
    )
    s.shadow(body, r * 0.12, r * 0.2, r * 0.16, 0.4)
    s.fade(body, s.palette(0.985, 0.015, 88), s.palette(0.84, 0.06, 75), turn + pi / 2)
    if fried:
        s.spray(body, s.palette(0.58, 0.13, 58), turn + pi / 2, 0.85, 0.55)
    for fold in np.linspace(-0.7, 0.7, 7):
        top = turned(
            curve(
                (x + fold * r, y - r * (0.55 - 0.25 * abs(fold))),
                (x + fold * r * 0.8, y - r * 0.12),
                width=[r * 0.09, r * 0.02],
            ),
            turn,
            x,
            y,
        )
        s.fill(top, s.palette(0.74, 0.06, 65), 0.6)


def breakfast(s: Sheet) -> None:
    """Breakfast: soy milk and fried dough, or toast, egg and fruit."""
    tabletop(s)
    u = s.u
    x, y = s.w * 0.5, s.h * 0.5
    if s.chance(0.5):
        inner = dish(s, x - u * 18, y + u * 20, u * 25)
        s.fade(
            ellipse(x - u * 18, y + u * 20, inner * 0.97),
            s.palette(0.97, 0.03, 88),
            s.palette(0.88, 0.05, 80),
            1,
        )
        scallions(s, x - u * 18, y + u * 20, inner * 0.5, 14)
        plate = (x + u * 20, y - u * 18)
        dish(s, *plate, u * 30, depth=0.8)
        for index in range(3):
            _dough_stick(
                s,
                plate[0] + (index - 1) * u * 10,
                plate[1] + s.between(-3, 3) * u,
                u * 44,
                s.between(0.9, 1.2),
            )
        dish(s, x + u * 30, y + u * 36, u * 16)
        egg_half(s, x + u * 26, y + u * 36, u * 7, 0.3)
        egg_half(s, x + u * 35, y + u * 38, u * 7, 1.4)
        _bun(s, x - u * 34, y - u * 34, u * 13)
        _bun(s, x - u * 14, y - u * 48, u * 12)
    else:
        inner = dish(s, x + u * 2, y + u * 4, u * 38, depth=0.82)
        _toast(s, x - u * 9, y - u * 6, u * 30, s.between(-0.4, 0.1))
        fried_egg(s, x + u * 14, y + u * 14, u * 13)
        for index in range(3):
            strawberry(
                s, x + u * (18 - index * 8), y - u * (17 + index % 2 * 5), u * 4.6, s.between(-1, 1)
            )
        greens(s, x - u * 14, y + u * 22, u * 11, 7)
        drink = s.pick(
            [s.palette(0.4, 0.08, 50), s.palette(0.8, 0.15, 70), s.palette(0.95, 0.02, 85)]
        )
        cup_above(s, x + u * 36, y - u * 42, u * 12, drink)
        napkin(s, x - u * 46, y + u * 40, u * 30, 0.3)
        spoon(s, x - u * 44, y + u * 20, u * 5, 1.3)
    if s.chance(0.6):
        _tangerine(s, x - u * 40, y + u * 52, u * 9)
    daylight(s)


def _dough_stick(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    t = np.linspace(-0.5, 0.5, 12)
    for side in (-1, 1):
        spine = (t * length + 1j * side * s.u * 2.2) * np.exp(1j * turn) + complex(x, y)
        wide = (s.u * 5.4) * (1 + 0.14 * np.sin(np.arange(12) * 2.1 + side))
        stick = stroke(spine, list(wide))
        s.shadow(stick, s.u * 0.8, s.u * 1.2, s.u * 0.8, 0.35)
        s.fade(stick, s.palette(0.78, 0.13, 68), s.palette(0.58, 0.13, 55), turn + pi / 2)
        for _ in range(16):
            place = spine[int(s.rng.integers(12))]
            s.fill(
                ellipse(
                    place.real + s.between(-2, 2) * s.u,
                    place.imag + s.between(-2, 2) * s.u,
                    s.u * 0.5,
                ),
                s.palette(0.88, 0.1, 78),
                0.8,
            )


def _bun(s: Sheet, x: float, y: float, r: float) -> None:
    body = blob(x, y, r, s.rng, rough=0.03)
    s.shadow(body, r * 0.1, r * 0.2, r * 0.15, 0.4)
    s.fade(body, s.palette(0.99, 0.01, 85), s.palette(0.82, 0.05, 70), pi / 3)
    for fold in range(10):
        a = 2 * pi * fold / 10
        s.fill(
            curve(
                (x, y),
                (x + r * 0.4 * cos(a + 0.4), y + r * 0.4 * sin(a + 0.4)),
                width=[r * 0.09, 0.5],
            ),
            s.palette(0.72, 0.05, 65),
            0.6,
        )


def _toast(s: Sheet, x: float, y: float, size: float, turn: float) -> None:
    half = size / 2
    slice_ = turned(
        path(
            *local(x, y, half, "-1,1 -1,-.3 -1.1,-.8 -.4,-1.05 .4,-1.05 1.1,-.8 1,-.3 1,1"),
        ),
        turn,
        x,
        y,
    )
    s.shadow(slice_, s.u, s.u * 1.6, s.u, 0.4)
    s.fill(slice_, s.palette(0.55, 0.11, 55))
    crumb = (slice_ - complex(x, y)) * 0.88 + complex(x, y)
    s.fade(crumb, s.palette(0.9, 0.07, 80), s.palette(0.78, 0.1, 70), 1)
    spread = blob(x, y, half * 0.62, s.rng, rough=0.2)
    s.fill(
        spread,
        s.pick([s.palette(0.5, 0.18, 20), s.palette(0.85, 0.1, 90), s.palette(0.62, 0.13, 125)]),
    )
    s.fill(
        ellipse(x - half * 0.2, y - half * 0.2, half * 0.16, half * 0.08, 0.6),
        s.palette(1, 0, 0),
        0.5,
    )


def _tangerine(s: Sheet, x: float, y: float, r: float) -> None:
    body = ellipse(x, y, r, r * 0.95)
    s.shadow(body, r * 0.15, r * 0.3, r * 0.2, 0.4)
    s.fade(body, s.palette(0.82, 0.16, 68), s.palette(0.62, 0.18, 48), pi / 3)
    s.fill(star(x, y, r * 0.16, tips=5), s.palette(0.5, 0.1, 130))
    s.fill(leaf(x, y, r * 0.9, r * 0.4, -0.6), s.palette(0.5, 0.12, 140))


def bento(s: Sheet) -> None:
    """A lunch box with its compartments."""
    c, u = s.palette, s.u
    tabletop(s)
    wide, tall = (u * 76, u * 58) if s.w >= s.h else (u * 64, u * 84)
    x, y = (s.w - wide) / 2 + s.between(-3, 3) * u, (s.h - tall) / 2 + s.between(-3, 3) * u
    turn = s.between(-0.16, 0.16)
    middle = (s.w / 2, s.h / 2)
    napkin(s, middle[0] + u * 8, middle[1] + u * 4, max(wide, tall) * 1.02, turn + 0.5)
    shell = s.pick([c(0.3, 0.03, 30), c(0.5, 0.15, 27), c.accent(1, 0.55, 0.1), c(0.72, 0.08, 70)])
    box = turned(rect(x, y, wide, tall, u * 7), turn, *middle)
    s.shadow(box, u * 1.5, u * 3, u * 2.4, 0.5)
    s.fade(box, mix(shell, (255, 255, 255), 0.2), shell, 1)
    inset = turned(
        rect(x + u * 2.4, y + u * 2.4, wide - u * 4.8, tall - u * 4.8, u * 5), turn, *middle
    )
    s.fill(inset, mix(shell, (0, 0, 0), 0.45))
    gap = u * 1.4
    left, top, w, h = x + u * 3, y + u * 3, wide - u * 6, tall - u * 6
    split = s.between(0.46, 0.56)
    cells = [
        (left, top, w * split - gap, h),
        (left + w * split, top, w * (1 - split), h * 0.42),
        (left + w * split, top + h * 0.42 + gap, w * (1 - split), h * 0.58 - gap),
    ]
    if s.h > s.w:
        cells = [
            (left, top, w, h * split - gap),
            (left, top + h * split, w * 0.44, h * (1 - split)),
            (left + w * 0.44 + gap, top + h * split, w * 0.56 - gap, h * (1 - split)),
        ]
    for index, (cx, cy, cw, ch) in enumerate(cells):
        cell = turned(rect(cx, cy, cw, ch, u * 3.5), turn, *middle)
        with s.inside(cell):
            s.fill(cell, mix(shell, (0, 0, 0), 0.3))
            centre = np.exp(1j * turn) * (
                complex(cx + cw / 2, cy + ch / 2) - complex(*middle)
            ) + complex(*middle)
            (_rice, _side_dishes, _main)[index](s, centre.real, centre.imag, cw, ch)
    chopsticks(s, s.w * 0.86, s.h * 0.9, u * 78, -pi / 2 + s.between(-0.25, 0.05))
    daylight(s)


def _rice(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    s.fill(ellipse(x, y, w * 0.8, h * 0.8), s.palette(0.93, 0.012, 90))
    for _ in range(420):
        px, py = x + s.between(-0.55, 0.55) * w, y + s.between(-0.55, 0.55) * h
        s.fill(
            ellipse(px, py, s.u * 0.85, s.u * 0.42, s.between(0, pi)),
            s.palette(s.between(0.9, 1.0), 0.012, 90),
        )
    if s.chance(0.6):
        fried_egg(s, x, y, min(w, h) * 0.4)
    else:
        s.fade(ellipse(x, y, s.u * 5), s.palette(0.55, 0.19, 22), s.palette(0.42, 0.17, 20), 1)
    for _ in range(46):
        s.fill(
            ellipse(
                x + s.between(-0.45, 0.45) * w,
                y + s.between(-0.45, 0.45) * h,
                s.u * 0.5,
                s.u * 0.3,
                s.between(0, 3),
            ),
            s.palette(0.15, 0.02, 60),
        )


def _side_dishes(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    greens(s, x - w * 0.28, y - h * 0.1, s.u * 9, 8)
    greens(s, x - w * 0.2, y + h * 0.3, s.u * 8, 8)
    for index in range(4):
        px, py = x + w * (0.12 + 0.2 * (index % 2)), y + h * (-0.22 + 0.36 * (index // 2))
        tomato = ellipse(px, py, s.u * 4.3)
        s.shadow(tomato, s.u * 0.4, s.u * 0.8, s.u * 0.6, 0.4)
        s.fade(tomato, s.palette(0.66, 0.2, 30), s.palette(0.5, 0.19, 25), 1)
        s.fill(star(px, py, s.u * 1.7, tips=5, inner=0.3), s.palette(0.5, 0.12, 140))
        s.fill(
            ellipse(px - s.u * 1.5, py - s.u * 1.6, s.u * 0.8, s.u * 0.5), s.palette(1, 0, 0), 0.7
        )


def _main(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    for index in range(3):
        py = y + h * (-0.28 + index * 0.28)
        roll = rect(x - w * 0.42, py - h * 0.12, w * 0.4, h * 0.24, s.u * 2.5)
        s.shadow(roll, s.u * 0.4, s.u * 0.8, s.u * 0.6, 0.4)
        s.fade(roll, s.palette(0.9, 0.13, 90), s.palette(0.78, 0.14, 80), pi / 2)
        for layer in (0.25, 0.55):
            s.fill(
                arc(
                    x - w * 0.22,
                    py,
                    w * 0.2 * layer * 1.6,
                    h * 0.12 * layer * 1.5,
                    0,
                    2 * pi,
                    s.u * 0.4,
                ),
                s.palette(0.68, 0.13, 70),
                0.8,
            )
    salmon = path(
        *local(x, y, w, ".05,-.42 .42,-.36 .44,.3 .2,.42 .04,.3", tall=h),
    )
    s.shadow(salmon, s.u * 0.5, s.u, s.u * 0.8, 0.4)
    s.fade(salmon, s.palette(0.74, 0.15, 45), s.palette(0.6, 0.16, 38), 1)
    for index in range(5):
        py = y - h * 0.3 + index * h * 0.14
        s.fill(
            curve(
                *local(x, py, w, ".07,0 .25,.05 .41,0", tall=h),
                width=s.u * 0.55,
            ),
            s.palette(0.92, 0.05, 60),
            0.8,
        )


def barbecue(s: Sheet) -> None:
    """Skewers over glowing coals."""
    c, u = s.palette, s.u
    wood(s, 0.25 if s.chance(0.6) else None)
    turn = s.between(-0.2, 0.2)
    x, y = s.w / 2, s.h * s.between(0.46, 0.54)
    wide, tall = s.w * 0.92, s.h * s.between(0.48, 0.6)
    grill = turned(rect(x - wide / 2, y - tall / 2, wide, tall, u * 2), turn, x, y)
    s.shadow(grill, u, u * 3, u * 3, 0.6)
    s.fill(grill, c(0.22, 0.01, 250))
    bed = turned(
        rect(x - wide / 2 + u * 3, y - tall / 2 + u * 3, wide - u * 6, tall - u * 6, u), turn, x, y
    )
    with s.inside(bed):
        s.fill(bed, c.light(0.2, 0.04, 30))
        for _ in range(130):
            px, py = x + s.between(-0.5, 0.5) * wide, y + s.between(-0.5, 0.5) * tall
            heat = s.rng.random()
            tone = c.light(0.24 + 0.42 * heat, 0.03 + 0.17 * heat, 28 + 25 * heat)
            s.fill(blob(px, py, u * s.between(2, 4.5), s.rng, rough=0.35, knots=6), tone)
        for _ in range(9):
            s.glow(
                x + s.between(-0.45, 0.45) * wide,
                y + s.between(-0.4, 0.4) * tall,
                u * 20,
                c.light(0.7, 0.2, 45),
                0.4,
            )
        for bar in np.linspace(-0.5, 0.5, 15):
            s.fill(
                turned(
                    line(x - wide / 2, y + bar * tall, x + wide / 2, y + bar * tall, u * 0.5),
                    turn,
                    x,
                    y,
                ),
                c(0.4, 0.01, 250),
            )
    kinds = [_meat_skewer, _meat_skewer, _corn_skewer, _pepper_skewer, _wing_skewer]
    count = int(wide / (u * 15))
    for index in range(count):
        px = x - wide / 2 + wide * (index + 0.5) / count
        s.pick(kinds)(s, px, y, tall * s.between(0.9, 1.02), turn + s.between(-0.06, 0.06) + pi / 2)
    if s.chance(0.7):
        dish(s, s.w * 0.15, s.h * 0.93, u * 13)
        for _ in range(160):
            s.fill(
                ellipse(
                    s.w * 0.15 + s.rng.normal(0, u * 3.4),
                    s.h * 0.93 + s.rng.normal(0, u * 3.4),
                    u * 0.5,
                ),
                c(s.between(0.4, 0.6), 0.17, s.between(28, 60)),
            )
    lamp_pool(s, s.w * 0.6, 0, 0.25)
    steam(s, x, y, u * 60, 0.4, 5)
    for _ in range(26):
        s.fill(
            ellipse(s.between(0, s.w), s.between(0, s.h), u * s.between(0.2, 0.5)),
            c.light(0.85, 0.16, 60),
            0.9,
        )


def _skewer(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    start = complex(x, y) - length * 0.62 * np.exp(1j * turn)
    end = complex(x, y) + length * 0.82 * np.exp(1j * turn)
    s.fill(line(start.real, start.imag, end.real, end.imag, s.u * 0.9), s.palette(0.8, 0.07, 78))


def _pieces(
    x: float, y: float, length: float, turn: float, count: int
) -> list[tuple[float, float]]:
    places = complex(x, y) + np.linspace(-0.46, 0.42, count) * length * np.exp(1j * turn)
    return [(place.real, place.imag) for place in places]


def _meat_skewer(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    _skewer(s, x, y, length, turn)
    for px, py in _pieces(x, y, length, turn, 8):
        piece = blob(px, py, s.u * 4.1, s.rng, rough=0.16, knots=7)
        s.shadow(piece, s.u * 0.5, s.u, s.u * 0.7, 0.5)
        s.fade(piece, s.palette(0.62, 0.12, 42), s.palette(0.36, 0.1, 32), 1)
        for _ in range(9):
            spice = s.pick(
                [s.palette(0.55, 0.2, 30), s.palette(0.85, 0.08, 80), s.palette(0.25, 0.04, 50)]
            )
            s.fill(
                ellipse(
                    px + s.rng.normal(0, s.u * 1.7), py + s.rng.normal(0, s.u * 1.7), s.u * 0.35
                ),
                spice,
            )


def _corn_skewer(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    _skewer(s, x, y, length, turn)
    for px, py in _pieces(x, y, length, turn, 4):
        s.shadow(ellipse(px, py, s.u * 5), s.u * 0.5, s.u, s.u * 0.7, 0.5)
        s.fill(ellipse(px, py, s.u * 5), s.palette(0.72, 0.15, 80))
        for kernel in range(14):
            angle = 2 * pi * kernel / 14
            s.fill(
                ellipse(px + s.u * 3.9 * cos(angle), py + s.u * 3.9 * sin(angle), s.u * 1.05),
                s.palette(0.84, 0.16, 88),
            )
        s.fill(ellipse(px, py, s.u * 2.6), s.palette(0.9, 0.07, 85))


def _pepper_skewer(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    _skewer(s, x, y, length, turn)
    for index, (px, py) in enumerate(_pieces(x, y, length, turn, 7)):
        hue, light = ((138, 0.58), (28, 0.56), (75, 0.75))[index % 3]
        piece = turned(
            rect(px - s.u * 3.4, py - s.u * 3.8, s.u * 6.8, s.u * 7.6, s.u * 2),
            turn + s.between(-0.3, 0.3),
            px,
            py,
        )
        s.shadow(piece, s.u * 0.5, s.u, s.u * 0.7, 0.5)
        s.fade(piece, s.palette(light + 0.08, 0.16, hue), s.palette(light - 0.08, 0.15, hue), 1)
        s.fill(
            turned(
                line(px - s.u * 1.6, py - s.u * 2, px - s.u * 1.6, py + s.u * 1.5, s.u * 0.6),
                turn,
                px,
                py,
            ),
            s.palette(1, 0, 0),
            0.4,
        )


def _wing_skewer(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    _skewer(s, x, y, length, turn)
    for px, py in _pieces(x, y, length, turn, 4):
        wing = turned(
            path(
                *local(px, py, s.u, "-6,0 -2,-4 5,-3 6,2 0,4"),
            ),
            turn + 1.3,
            px,
            py,
        )
        s.shadow(wing, s.u * 0.5, s.u, s.u * 0.7, 0.5)
        s.fade(wing, s.palette(0.68, 0.14, 58), s.palette(0.42, 0.12, 40), 1)
        s.spray(wing, s.palette(0.25, 0.06, 35), 1.4, 0.7, 0.5)


def fruit(s: Sheet) -> None:
    """Fruit: halves and wholes on a cloth, or a bowl of them."""
    c, u = s.palette, s.u
    tabletop(s)
    x, y = s.w * 0.5, s.h * 0.52
    if s.chance(0.5):
        dish(s, x, y, u * 42, depth=0.88)
    makers = [_tangerine, _orange_half, _peach, _melon, _kiwi, _grapes, _berry_pile]
    s.rng.shuffle(makers)
    spots = [
        (0, 0),
        (-24, -18),
        (22, -20),
        (-22, 20),
        (24, 18),
        (0, -34),
        (2, 34),
        (-40, -44),
        (42, 46),
        (38, -50),
        (-44, 50),
    ]
    for index, (dx, dy) in enumerate(spots):
        px, py = x + dx * u * (s.w / s.h) ** 0.5, y + dy * u * (s.h / s.w) ** 0.5
        makers[index % 4 if index < 7 else int(s.rng.integers(7))](
            s, px + s.between(-2, 2) * u, py + s.between(-2, 2) * u, u * s.between(11, 14)
        )
    for _ in range(6):
        s.fill(
            leaf(s.between(0, s.w), s.between(0, s.h), u * 9, u * 4, s.between(0, 6)),
            c(0.5, 0.12, 140),
        )
    daylight(s)


def _orange_half(s: Sheet, x: float, y: float, r: float) -> None:
    hue = s.pick([62.0, 30.0, 95.0])
    s.shadow(ellipse(x, y, r), r * 0.12, r * 0.24, r * 0.2, 0.4)
    s.fill(ellipse(x, y, r), s.palette(0.72, 0.17, hue))
    s.fill(ellipse(x, y, r * 0.9), s.palette(0.95, 0.05, hue + 15))
    for wedge in range(9):
        a = 2 * pi * wedge / 9
        piece = path(
            (x + r * 0.1 * cos(a), y + r * 0.1 * sin(a)),
            (x + r * 0.78 * cos(a - 0.27), y + r * 0.78 * sin(a - 0.27)),
            (x + r * 0.84 * cos(a), y + r * 0.84 * sin(a)),
            (x + r * 0.78 * cos(a + 0.27), y + r * 0.78 * sin(a + 0.27)),
        )
        s.fade(piece, s.palette(0.7, 0.18, hue), s.palette(0.82, 0.15, hue + 8), a)


def _peach(s: Sheet, x: float, y: float, r: float) -> None:
    body = path(
        *local(x, y, r, "0,-.85 .75,-.75 1,0 .55,.8 0,1 -.55,.8 -1,0 -.75,-.75"),
    )
    s.shadow(body, r * 0.12, r * 0.25, r * 0.2, 0.4)
    s.fade(body, s.palette(0.92, 0.09, 70), s.palette(0.72, 0.16, 15), 0.9)
    s.spray(body, s.palette(0.55, 0.2, 15), 0.6, 0.6, 0.6)
    s.fill(
        curve(
            *local(x, y, r, "0,-.85 .18,-.1 0,.7"),
            width=[r * 0.08, r * 0.02],
        ),
        s.palette(0.55, 0.15, 15),
        0.7,
    )
    s.fill(leaf(x, y - r * 0.85, r * 0.9, r * 0.36, -0.4), s.palette(0.55, 0.13, 138))


def _melon(s: Sheet, x: float, y: float, r: float) -> None:
    turn = s.between(0, 2 * pi)
    half = np.concatenate([np.exp(1j * np.linspace(0, pi, 24))])
    place = lambda size: np.asarray(half * size * np.exp(1j * turn) + complex(x, y))  # noqa: E731
    s.shadow(place(r * 1.3), r * 0.12, r * 0.24, r * 0.2, 0.4)
    s.fill(place(r * 1.3), s.palette(0.48, 0.12, 145))
    s.fill(place(r * 1.18), s.palette(0.92, 0.06, 125))
    s.fade(place(r * 1.08), s.palette(0.7, 0.19, 22), s.palette(0.56, 0.2, 22), turn + pi / 2)
    for seed in range(9):
        a = turn + 0.3 + seed * 0.31
        reach = r * (0.55 if seed % 2 else 0.8)
        s.fill(
            ellipse(x + reach * cos(a), y + reach * sin(a), r * 0.07, r * 0.045, a),
            s.palette(0.12, 0.02, 40),
        )


def _kiwi(s: Sheet, x: float, y: float, r: float) -> None:
    r *= 0.8
    s.shadow(ellipse(x, y, r), r * 0.12, r * 0.24, r * 0.2, 0.4)
    s.fill(ellipse(x, y, r), s.palette(0.45, 0.07, 65))
    s.fade(ellipse(x, y, r * 0.9), s.palette(0.72, 0.17, 125), s.palette(0.6, 0.16, 130), 1)
    s.fill(ellipse(x, y, r * 0.3, r * 0.26), s.palette(0.95, 0.05, 110))
    for seed in range(22):
        a = 2 * pi * seed / 22
        s.fill(
            ellipse(x + r * 0.45 * cos(a), y + r * 0.45 * sin(a), r * 0.07, r * 0.035, a),
            s.palette(0.12, 0.02, 60),
        )


def _grapes(s: Sheet, x: float, y: float, r: float) -> None:
    hue, light = s.pick([(310, 0.42), (130, 0.72), (350, 0.45)])
    for _ in range(20):
        px, py = x + s.rng.normal(0, r * 0.48), y + s.rng.normal(0, r * 0.48)
        s.shadow(ellipse(px, py, r * 0.3), r * 0.05, r * 0.1, r * 0.08, 0.3)
        s.fade(
            ellipse(px, py, r * 0.3),
            s.palette(light + 0.12, 0.13, hue),
            s.palette(light - 0.1, 0.12, hue),
            1,
        )
        s.fill(ellipse(px - r * 0.1, py - r * 0.1, r * 0.07), s.palette(1, 0, 0), 0.7)


def _berry_pile(s: Sheet, x: float, y: float, r: float) -> None:
    for _ in range(6):
        strawberry(
            s,
            x + s.rng.normal(0, r * 0.5),
            y + s.rng.normal(0, r * 0.5),
            r * 0.42,
            s.between(-3, 3),
        )
    for _ in range(9):
        px, py = x + s.rng.normal(0, r * 0.7), y + s.rng.normal(0, r * 0.7)
        s.fade(ellipse(px, py, r * 0.18), s.palette(0.5, 0.1, 270), s.palette(0.3, 0.1, 275), 1)
        s.fill(star(px, py, r * 0.07), s.palette(0.2, 0.06, 275))


SCENES = {
    "hotpot": hotpot, "noodles": noodles, "dumplings": dumplings, "breakfast": breakfast,
    "bento": bento, "barbecue": barbecue, "fruit": fruit,
}  # fmt: skip
