"""Desks, dormitories, libraries, notebooks."""

from __future__ import annotations

from math import pi

import numpy as np

from ..colour import Rgb, mix
from ..light import daylight, glow_bulb, leaf_shadow, slant, string_lights, window_light
from ..outline import Outline, curve, ellipse, leaf, line, local, path, polygon, rect, star, turned
from ..people import bust, look
from ..pets import cat_curled
from ..plants import potted
from ..room import (
    book_flat,
    book_open,
    book_row,
    book_upright,
    desk_lamp,
    picture_frame,
    shelf,
    view_trees,
    window,
)
from ..sheet import Sheet
from ..surfaces import floor, tabletop, wall
from ..tableware import cup_above


def _evening(s: Sheet) -> None:
    if s.palette.mood.dark:
        s.glow(s.w * 0.5, s.h * 0.35, s.h * 0.8, s.palette.light(0.86, 0.11, 72), 0.35)
    elif s.chance(0.5):
        window_light(s, 0.28)
    else:
        slant(s, 0.24)


def desk(s: Sheet) -> None:
    """A desk by the window: lamp, books, screen, plants."""
    u = s.u
    wall(s, s.palette.key_tone(s.between(0.76, 0.9), 0.06))
    left = s.chance(0.5)
    window(s, s.w * (0.08 if left else 0.46), s.h * 0.08, s.w * 0.46, s.h * 0.4)
    board_x = s.w * (0.68 if left else 0.08)
    for row in range(2):
        y = s.h * (0.2 + row * 0.2)
        book_row(s, board_x, y, s.w * 0.25, u * 15)
        shelf(s, board_x - u * 2, y, s.w * 0.25 + u * 4)
    _notes(s, s.w * (0.6 if left else 0.36), s.h * 0.47)
    top = s.h * 0.72
    wood = s.pick([s.palette(0.72, 0.07, 65), s.palette(0.5, 0.07, 50), s.palette(0.9, 0.02, 80)])
    _desk_things(s, top)
    s.shadow(rect(-10, top + u * 4, s.w + 20, u * 4), 0, u * 2, u * 2, 0.4)
    s.fade(rect(-10, top, s.w + 20, u * 6), mix(wood, (255, 255, 255), 0.2), wood)
    s.fade(rect(0, top + u * 6, s.w, s.h), mix(wood, (0, 0, 0), 0.22), mix(wood, (0, 0, 0), 0.36))
    for index in range(2):
        x = s.w * (0.06 if index == 0 else 0.62)
        drawer = rect(x, top + u * 9, s.w * 0.32, u * 13, u)
        s.fill(drawer, mix(wood, (0, 0, 0), 0.1))
        s.fill(ellipse(x + s.w * 0.16, top + u * 15.5, u * 1.3), s.palette(0.8, 0.1, 85))
    if s.chance(0.5):
        who = look(s)
        bust(s, s.w * 0.48, s.h + u * 8, u * 66, who, face="back")
    _evening(s)


def _notes(s: Sheet, x: float, y: float) -> None:
    for index in range(5):
        size = s.u * s.between(6, 8)
        px, py = x + (index % 3) * s.u * 9, y + (index // 3) * s.u * 9
        note = turned(rect(px, py, size, size), s.between(-0.15, 0.15), px, py)
        s.shadow(note, s.u * 0.3, s.u * 0.5, s.u * 0.5, 0.25)
        s.fill(note, s.palette(0.88, 0.11, s.pick([95.0, 10.0, 150.0, 220.0])))
        for row in range(3):
            s.fill(
                rect(
                    px + size * 0.2,
                    py + size * (0.3 + 0.2 * row),
                    size * s.between(0.3, 0.6),
                    size * 0.06,
                ),
                s.palette(0.4, 0.04, 60),
                0.6,
            )


def _desk_things(s: Sheet, y: float) -> None:
    u = s.u
    _laptop_front(s, s.w * 0.46, y, u * 40)
    desk_lamp(s, s.w * 0.16, y, u * s.between(38, 46))
    pile = s.w * 0.8
    height = 0.0
    for _ in range(s.pick([3, 4, 5])):
        thick, wide = u * s.between(2.6, 4.4), u * s.between(20, 27)
        tone = s.palette.accent(int(s.rng.integers(3)), s.between(0.45, 0.8), 0.1)
        shift = s.between(-2, 2) * u
        s.fade(
            rect(pile - wide / 2 + shift, y - height - thick, wide, thick, u * 0.6),
            mix(tone, (255, 255, 255), 0.1),
            mix(tone, (0, 0, 0), 0.12),
        )
        s.fill(
            rect(
                pile - wide / 2 + shift + wide * 0.06,
                y - height - thick * 0.8,
                wide * 0.9,
                thick * 0.6,
            ),
            s.palette(0.95, 0.02, 85),
            0.25,
        )
        height += thick
    if s.chance(0.5):
        potted(s, pile, y - height, u * 20)
    else:
        cat_curled(s, pile, y - height - u * 4.6, u * 24)
    s.fade(
        rect(s.w * 0.27, y - u * 9, u * 7, u * 9, u * 1.4),
        s.palette.accent(2, 0.8, 0.08),
        s.palette.accent(2, 0.65, 0.1),
        0.0,
    )
    for index in range(5):
        px = s.w * 0.27 + u * (1 + index * 1.2)
        s.fill(
            line(px, y - u * 8, px + s.between(-1.5, 1.5) * u, y - u * s.between(14, 18), u * 0.9),
            s.palette.accent(index, 0.6, 0.16),
        )


def _laptop_front(s: Sheet, x: float, y: float, w: float) -> None:
    h = w * 0.62
    metal = s.palette(0.82, 0.012, 250)
    s.fill(rect(x - w / 2, y - h - s.u, w, h, s.u * 1.6), mix(metal, (0, 0, 0), 0.1))
    screen = rect(x - w / 2 + s.u * 1.4, y - h + s.u * 0.4, w - s.u * 2.8, h - s.u * 2.8, s.u * 0.5)
    s.fade(screen, s.palette.light(0.35, 0.06, 260), s.palette.light(0.24, 0.05, 270))
    left, top = x - w / 2 + s.u * 3.4, y - h + s.u * 3
    for row in range(8):
        indent = s.pick([0, 0, 2, 4])
        at = left + indent * s.u
        for _ in range(s.pick([1, 2, 3])):
            run = s.u * s.between(2, 7)
            if at + run > x + w / 2 - s.u * 4:
                break
            s.fill(
                rect(at, top + row * (h - s.u * 7) / 8, run, s.u * 1.1, s.u * 0.5),
                s.palette.light(0.78, 0.12, s.pick([30.0, 90.0, 150.0, 220.0, 300.0])),
            )
            at += run + s.u * 1.2
    s.glow(x, y - h * 0.5, w * 0.8, s.palette.light(0.8, 0.05, 230), 0.22)
    s.fade(
        polygon(
            *local(x, y, w, "-.5,-1 .5,-1 .56,1.2 -.56,1.2", tall=s.u),
        ),
        mix(metal, (255, 255, 255), 0.3),
        mix(metal, (0, 0, 0), 0.15),
    )


def dorm(s: Sheet) -> None:
    """A dormitory: loft beds with curtains, desks below, lights on a string."""
    u = s.u
    base = s.h * 0.86
    wall(s, s.palette.key_tone(0.9, 0.035), "plaster")
    floor(s, base, s.palette(0.7, 0.05, 70))
    gap = s.w * 0.3
    window(s, s.w / 2 - gap * 0.36, s.h * 0.1, gap * 0.72, s.h * 0.36, curtains=False)
    for side in (-1, 1):
        _loft(s, side, base)
    x = s.w / 2
    _chair(s, x - u * 3, base + u * 6, u * 26)
    if s.chance(0.6):
        s.fade(
            rect(x - u * 13, s.h * 0.56, u * 26, u * 30, u * 2),
            s.palette(0.93, 0.02, 85),
            s.palette(0.85, 0.03, 80),
        )
        for row in range(5):
            s.fill(
                rect(x - u * 10, s.h * 0.56 + u * (4 + row * 4.6), u * s.between(10, 19), u * 1.2),
                s.palette(0.5, 0.05, 260),
                0.4,
            )
        _chair(s, x - u * 3, base + u * 6, u * 26)
    string_lights(s, s.h * 0.05, u * 5, 12)
    for _ in range(3):
        px = s.between(0.3, 0.7) * s.w
        slipper = s.palette.accent(int(s.rng.integers(3)), 0.7, 0.12)
        for shift in (0, 4):
            s.fill(ellipse(px + shift * u, s.h * 0.955, u * 1.7, u * 3), slipper)
    if s.chance(0.5):
        potted(s, s.w * 0.5 + u * 14, base + u * 4, u * 22)
    _evening(s)


def _loft(s: Sheet, side: int, base: float) -> None:
    u = s.u
    w = s.w * 0.35
    x = 0.0 if side < 0 else s.w - w
    frame = s.pick(
        [s.palette(0.62, 0.06, 62), s.palette(0.5, 0.05, 240), s.palette(0.86, 0.02, 80)]
    )
    bed = s.h * 0.44
    curtain = s.palette.accent(0 if side < 0 else 1, s.between(0.6, 0.8), 0.1)
    s.fill(rect(x, s.h * 0.16, w, bed - s.h * 0.16), mix(curtain, (0, 0, 0), 0.45))
    warm = s.palette.light(0.87, 0.11, 75)
    s.glow(x + w / 2, s.h * 0.28, w * 0.7, warm, 0.5)
    pillow = x + w * (0.24 if side < 0 else 0.76)
    s.fill(ellipse(pillow, bed - u * 5, u * 7, u * 3.4), s.palette(0.97, 0.015, 85))
    s.fill(
        path(
            *local(x, bed, w, ".3,0 .36,-8 .7,-9 .95,-5 1,0", tall=u),
        ),
        s.palette.accent(2, 0.75, 0.08),
    )
    for half in (0.0, 1.0):
        edge = x if half == 0 else x + w
        reach = w * s.between(0.26, 0.4) * (1 if half == 0 else -1)
        drape = path(
            (edge, s.h * 0.14),
            (edge + reach, s.h * 0.14),
            (edge + reach * 0.8, s.h * 0.3),
            (edge + reach * 0.95, bed + u),
            (edge, bed + u),
        )
        s.fade(drape, mix(curtain, (255, 255, 255), 0.2), curtain, 0.0)
        with s.inside(drape, spill=u * 3):
            for fold in np.linspace(0.15, 0.9, 4):
                s.fill(
                    line(
                        edge + reach * fold, s.h * 0.13, edge + reach * fold, bed + u * 2, u * 0.8
                    ),
                    mix(curtain, (0, 0, 0), 0.25),
                    0.5,
                )
            kind = s.pick(["stars", "dots"])
            for _ in range(9):
                px, py = edge + reach * s.rng.random(), s.between(s.h * 0.16, bed)
                s.fill(
                    ellipse(px, py, u * (0.7 if kind == "dots" else 0.5)),
                    mix(curtain, (255, 255, 255), 0.7),
                )
    s.fill(line(x, s.h * 0.14, x + w, s.h * 0.14, u * 0.9), mix(frame, (0, 0, 0), 0.2))
    s.fade(
        rect(x, bed, w, u * 5, u * 0.6),
        mix(frame, (255, 255, 255), 0.15),
        mix(frame, (0, 0, 0), 0.15),
    )
    for post in (x + u * 1.2, x + w - u * 1.2):
        s.fill(line(post, s.h * 0.14, post, base + u * 3, u * 1.8), mix(frame, (0, 0, 0), 0.1))
    ladder = x + w * (0.9 if side < 0 else 0.1)
    for rung in range(6):
        py = bed + u * 5 + rung * (base - bed - u * 4) / 6
        s.fill(line(ladder - u * 4, py, ladder + u * 4, py, u * 1.1), frame)
    s.fill(rect(x, bed + u * 5, w, base - bed - u * 5), s.palette.key_tone(0.78, 0.05), 0.5)
    table = s.h * 0.7
    book_row(s, x + w * 0.08, table - u * 16, w * 0.6, u * 11)
    s.fill(rect(x + w * 0.04, table - u * 16, w * 0.72, u * 1.2), mix(frame, (0, 0, 0), 0.25))
    if s.chance(0.6):
        _laptop_front(s, x + w * (0.46 if side < 0 else 0.54), table, w * 0.42)
    else:
        book_upright(s, x + w * 0.3, table, u * 3, u * 12)
        desk_lamp(s, x + w * 0.6, table, u * 15)
    s.fade(
        rect(x, table, w, u * 3.4, u * 0.4),
        mix(frame, (255, 255, 255), 0.2),
        mix(frame, (0, 0, 0), 0.12),
    )
    s.fill(
        rect(x + w * (0.04 if side < 0 else 0.6), table + u * 3.4, w * 0.36, base - table),
        mix(frame, (0, 0, 0), 0.14),
    )
    glow_bulb(s, x + w * 0.5, bed + u * 6.6, u * 0.9)


def _chair(s: Sheet, x: float, y: float, size: float) -> None:
    tone = s.palette.accent(1, 0.6, 0.11)
    for dx in (-0.26, 0.26):
        s.fill(
            line(x + dx * size, y - size * 0.42, x + dx * size * 1.2, y, s.u * 1.1),
            s.palette(0.35, 0.04, 55),
        )
    s.fade(
        rect(x - size * 0.32, y - size, size * 0.64, size * 0.42, s.u * 2),
        mix(tone, (255, 255, 255), 0.15),
        tone,
    )
    s.fade(
        rect(x - size * 0.36, y - size * 0.5, size * 0.72, size * 0.12, s.u),
        mix(tone, (255, 255, 255), 0.1),
        mix(tone, (0, 0, 0), 0.15),
    )


def library(s: Sheet) -> None:
    """Tall shelves, a ladder, reading lamps, someone who reads."""
    u = s.u
    dark = s.palette(0.36, 0.06, 50)
    s.fade(s.whole, mix(dark, (255, 220, 160), 0.2), mix(dark, (0, 0, 0), 0.3))
    if s.chance(0.5):
        arch = s.w * 0.22
        _arch_window(s, s.w / 2, s.h * 0.56, arch, s.h * 0.46)
        spans = [(0.0, s.w / 2 - arch * 0.75), (s.w / 2 + arch * 0.75, s.w)]
    else:
        spans = [(0.0, s.w * 0.48), (s.w * 0.52, s.w)]
    rows = 5 if s.h >= s.w else 4
    bottom = s.h * 0.8
    for left, right in spans:
        for row in range(rows):
            y = bottom * (row + 1) / rows
            book_row(s, left + u, y, right - left - u * 2, bottom / rows * 0.92)
            s.fade(
                rect(left, y, right - left, u * 1.5),
                s.palette(0.5, 0.08, 55),
                s.palette(0.36, 0.07, 50),
            )
        for post in (left, right):
            s.fade(
                rect(post - u * 1.1, 0, u * 2.2, bottom + u * 3),
                s.palette(0.52, 0.08, 55),
                s.palette(0.38, 0.07, 50),
                0.0,
            )
    if s.chance(0.6):
        lx = s.w * s.pick([0.2, 0.78])
        for shift in (-4, 4):
            s.fill(
                line(lx + shift * u, bottom + u * 6, lx + shift * u * 0.7 + u * 7, u * 8, u * 1.1),
                s.palette(0.72, 0.09, 70),
            )
        for rung in range(9):
            t = rung / 9
            cx, cy = lx + u * 7 * t, bottom + u * 4 - (bottom - u * 8) * t
            s.fill(line(cx - u * 4, cy, cx + u * 3.6, cy, u * 0.9), s.palette(0.72, 0.09, 70))
    table = s.h * 0.8
    bust(s, s.w * s.between(0.36, 0.64), table + u * 6, u * 40, face="down")
    oak = s.palette(0.55, 0.09, 52)
    s.shadow(rect(-10, table, s.w + 20, u * 6), 0, -u, u * 2, 0.4)
    s.fade(
        rect(-10, table, s.w + 20, s.h - table + 10),
        mix(oak, (255, 255, 255), 0.15),
        mix(oak, (0, 0, 0), 0.3),
    )
    for px in (0.16, 0.84):
        _bankers_lamp(s, s.w * px, table + u * 4, u * 22)
    for index in range(3):
        x = s.w * (0.32 + 0.18 * index)
        s.fade(
            path(
                *local(x, table, u, "-9,8 0,6.4 9,8 10,12 0,10.6 -10,12"),
            ),
            s.palette(0.97, 0.02, 85),
            s.palette(0.86, 0.04, 80),
        )
        s.fill(line(x, table + u * 6.6, x, table + u * 10.8, u * 0.35), s.palette(0.6, 0.04, 70))
    s.glow(s.w / 2, s.h * 0.4, s.h * 0.7, s.palette.light(0.88, 0.1, 75), 0.28)


def _arch_window(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    angle = np.linspace(pi, 2 * pi, 20)
    shape = np.concatenate(
        [
            x + w / 2 * np.cos(angle) + 1j * (y - h + w / 2 + w / 2 * np.sin(angle)),
            [complex(x + w / 2, y), complex(x - w / 2, y)],
        ]
    )
    with s.inside(shape):
        view_trees(s)
    for part in (-0.17, 0.17):
        s.fill(
            line(x + part * w, y - h + w * 0.1, x + part * w, y, s.u * 0.8),
            s.palette(0.35, 0.05, 50),
        )
    for row in range(1, 5):
        s.fill(
            line(x - w / 2, y - h * row / 5, x + w / 2, y - h * row / 5, s.u * 0.7),
            s.palette(0.35, 0.05, 50),
        )
    s.glow(x, y - h / 2, h, s.palette.light(0.95, 0.05, 95), 0.3)


def _bankers_lamp(s: Sheet, x: float, y: float, size: float) -> None:
    brass, glass = s.palette.light(0.75, 0.11, 82), s.palette.light(0.52, 0.12, 155)
    s.fill(ellipse(x, y, size * 0.24, size * 0.06), brass)
    s.fill(line(x, y, x, y - size * 0.6, size * 0.06), brass)
    s.glow(x, y - size * 0.4, size * 1.5, s.palette.light(0.9, 0.1, 85), 0.5)
    s.fade(
        path(
            *local(x, y, size, "-.5,-.58 -.4,-.82 .4,-.82 .5,-.58"),
        ),
        mix(glass, (255, 255, 255), 0.35),
        glass,
    )
    s.fill(
        line(x - size * 0.48, y - size * 0.58, x + size * 0.48, y - size * 0.58, size * 0.05),
        s.palette.light(0.97, 0.07, 95),
    )


def notebook(s: Sheet) -> None:
    """A notebook in use: handwriting, markers, stickers, tape."""
    u = s.u
    tabletop(s)
    x, y = s.w * s.between(0.44, 0.56), s.h * s.between(0.5, 0.58)
    turn = s.between(-0.22, 0.22)
    book_open(s, x, y, min(s.w * 0.95, u * 92), turn, written=True)
    for index in range(s.pick([3, 4, 5])):
        _pen(
            s,
            s.w * (0.1 + 0.13 * index),
            s.h * s.between(0.08, 0.2),
            u * s.between(26, 34),
            s.between(-0.5, 0.5) + pi / 2 * s.pick([0, 0, 1]),
        )
    for _ in range(4):
        _sticker(s, x + s.between(-40, 40) * u, y + s.between(-24, 24) * u, u * s.between(3, 5))
    for _ in range(3):
        strip = turned(
            rect(x + s.between(-36, 20) * u, y + s.between(-32, 28) * u, u * 16, u * 3.6),
            s.between(-0.3, 0.3),
            x,
            y,
        )
        s.fill(strip, s.palette.accent(int(s.rng.integers(3)), 0.8, 0.1), 0.75)
    cup_above(
        s, s.w * s.pick([0.12, 0.88]), s.h * s.pick([0.12, 0.9]), u * 11, s.palette(0.4, 0.08, 50)
    )
    if s.chance(0.5):
        for _ in range(8):
            s.fill(
                leaf(s.between(0, s.w), s.pick([0.03, 0.96]) * s.h, u * 8, u * 3, s.between(0, 6)),
                s.palette(0.5, 0.12, 140),
            )
    daylight(s)


def _pen(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    tone = s.palette.accent(int(s.rng.integers(3)), s.between(0.55, 0.75), 0.16)
    way = np.exp(1j * turn)

    def part(start: float, end: float, wide: float) -> Outline:
        a, b = complex(x, y) + way * length * start, complex(x, y) + way * length * end
        return line(a.real, a.imag, b.real, b.imag, s.u * wide)

    s.shadow(part(0, 1, 2.4), s.u * 0.6, s.u, s.u * 0.7, 0.4)
    s.fill(part(0.92, 1.0, 1.1), s.palette(0.3, 0.02, 60))
    s.fill(part(0.3, 0.9, 2.4), mix(tone, (255, 255, 255), 0.7))
    s.fill(part(0, 0.4, 2.8), tone)
    s.fill(part(0.02, 0.86, 0.5) - way * 1j * s.u * 0.5, (255, 255, 255), 0.6)


def _sticker(s: Sheet, x: float, y: float, r: float) -> None:
    tone = s.palette(s.between(0.65, 0.85), 0.15, s.pick([20.0, 90.0, 150.0, 220.0, 330.0]))
    kind = s.pick(["star", "heart", "round", "flower"])
    if kind == "star":
        s.fill(star(x, y, r * 1.25, inner=0.55), (255, 255, 255))
        s.fill(star(x, y, r, inner=0.55), tone)
    elif kind == "heart":
        heart = path(
            *local(x, y, r, "0,-.4 .5,-.75 .95,-.3 0,1 -.95,-.3 -.5,-.75"),
        )
        s.fill((heart - complex(x, y)) * 1.2 + complex(x, y), (255, 255, 255))
        s.fill(heart, tone)
    elif kind == "round":
        s.fill(ellipse(x, y, r * 1.15), (255, 255, 255))
        s.fill(ellipse(x, y, r), tone)
        for side in (-1, 1):
            s.fill(ellipse(x + side * r * 0.32, y - r * 0.1, r * 0.1), (50, 40, 40))
        s.fill(
            curve(
                *local(x, y, r, "-.25,.2 0,.42 .25,.2"),
                width=r * 0.12,
            ),
            (50, 40, 40),
        )
    else:
        for index in range(5):
            a = 2 * pi * index / 5
            s.fill(ellipse(x + r * 0.6 * np.cos(a), y + r * 0.6 * np.sin(a), r * 0.5), tone)
        s.fill(ellipse(x, y, r * 0.4), s.palette(0.9, 0.13, 90))


def books(s: Sheet) -> None:
    """Books: laid out on a table, in a pile, or an open one with a cup."""
    u = s.u
    kind = s.pick(["flat", "pile", "open"])
    if kind == "flat":
        tabletop(s)
        for index in range(6):
            x = s.w * (0.22 + 0.56 * (index % 2)) + s.between(-5, 5) * u
            y = s.h * (0.16 + 0.34 * (index // 2)) + s.between(-4, 4) * u
            book_flat(s, x, y, u * s.between(32, 38), u * s.between(44, 50), s.between(-0.35, 0.35))
        cup_above(s, s.w * 0.5, s.h * 0.5, u * 13, s.palette(0.42, 0.09, 50))
        daylight(s)
    elif kind == "open":
        tabletop(s)
        book_open(s, s.w * 0.5, s.h * 0.52, min(s.w * 0.96, u * 94), s.between(-0.25, 0.25))
        cup_above(s, s.w * 0.84, s.h * 0.13, u * 13, s.palette(0.55, 0.14, 60))
        for _ in range(9):
            s.fill(
                leaf(
                    s.between(0, s.w),
                    s.pick([s.between(0, 0.14), s.between(0.88, 1)]) * s.h,
                    u * 9,
                    u * 5,
                    s.between(0, 6),
                ),
                s.palette(0.62, 0.15, s.pick([60.0, 40.0, 80.0, 135.0])),
            )
        daylight(s)
    else:
        wall(s, s.palette.key_tone(s.between(0.75, 0.9), 0.07))
        picture_frame(s, s.w * 0.1, s.h * 0.1, u * 22, u * 26)
        base, height = s.h * 0.82, 0.0
        s.fade(rect(0, base, s.w, s.h), s.palette(0.66, 0.08, 60), s.palette(0.5, 0.08, 55))
        x = s.w * 0.5
        for _ in range(s.pick([7, 8, 9])):
            thick, wide = u * s.between(4.4, 7), u * s.between(38, 52)
            shift = s.between(-4, 4) * u
            _spine(s, x + shift, base - height, wide, thick)
            height += thick
            if base - height < s.h * 0.36:
                break
        if s.chance(0.5):
            cat_curled(s, x, base - height - u * 7, u * 36)
        else:
            potted(s, x - u * 6, base - height, u * 24)
            s.fade(
                rect(x + u * 8, base - height - u * 9, u * 9, u * 9, u * 2),
                s.palette.accent(0, 0.75, 0.1),
                s.palette.accent(0, 0.6, 0.11),
                0.0,
            )
        leaf_shadow(s, 0.18) if not s.palette.mood.dark else _evening(s)


def _spine(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    tone = s.palette(
        s.between(0.4, 0.82),
        s.between(0.06, 0.14),
        s.pick([*s.palette.accents, s.palette.key, 60.0]),
    )
    s.shadow(rect(x - w / 2, y - h, w, h), 0, s.u * 0.6, s.u * 0.6, 0.35)
    s.fade(
        rect(x - w / 2, y - h, w, h, s.u * 1.2),
        mix(tone, (255, 255, 255), 0.12),
        mix(tone, (0, 0, 0), 0.18),
    )
    mark = mix(tone, (255, 255, 255) if sum(tone) < 430 else (50, 35, 30), 0.7)
    for place in (0.05, 0.08, 0.92):
        s.fill(rect(x - w / 2 + w * place, y - h * 0.96, s.u * 0.6, h * 0.92), mark, 0.8)
    if s.chance(0.45):
        title = s.pick(["山海", "夜航船", "春秋", "边城", "小镇", "诗", "茶经", "河流", "食物志"])
        s.letter(title, x, y - h / 2, h * 0.6, mark)
    else:
        s.fill(
            rect(x - w * 0.25, y - h * 0.62, w * s.between(0.3, 0.5), h * 0.22, s.u * 0.3),
            mark,
            0.85,
        )


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
    s.fade(board, mix(green, (255, 255, 255), 0.06), mix(green, (0, 0, 0), 0.12))
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
        s.fade(rect(s.w * 0.1, s.h * 0.62, s.w * 0.2, u * 14), tone, mix(tone, (0, 0, 0), 0.2))
    for row in range(2):
        y = s.h * (0.78 + 0.19 * row)
        count = 4 - row
        for index in range(count):
            px = s.w * (index + 0.5) / count
            size = u * (24 + row * 9)
            bust(s, px, y + size * 0.12, size, face="back")
            _school_desk(s, px, y, size)
    _evening(s)


def _school_desk(s: Sheet, x: float, y: float, size: float) -> None:
    tone: Rgb = s.palette(0.7, 0.08, 65)
    s.fill(
        rect(x - size * 0.52, y - size * 0.02, size * 1.04, size * 0.12, s.u * 0.6),
        mix(tone, (255, 255, 255), 0.15),
    )
    s.fill(rect(x - size * 0.5, y + size * 0.08, size, size * 0.2), mix(tone, (0, 0, 0), 0.2))
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


SCENES = {
    "desk": desk, "dorm": dorm, "library": library, "notebook": notebook, "books": books,
    "classroom": classroom,
}  # fmt: skip
