"""Screens and stages: laptop, phone, games, films, concerts."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin

import numpy as np

from ..colour import mix
from ..light import bokeh, daylight, lamp_pool, slant, string_lights
from ..outline import (
    Outline,
    arc,
    blob,
    curve,
    ellipse,
    line,
    local,
    path,
    polygon,
    rect,
    star,
    stroke,
    turned,
    turning,
)
from ..people import bust, hand, look, standing
from ..pets import cat_coat, cat_curled, cat_head
from ..plants import potted
from ..room import picture_frame, window
from ..sheet import Sheet
from ..sky import disc, ranges, sky, stars
from ..surfaces import floor, tabletop, wall
from ..tableware import cup_above, spoon


def laptop(s: Sheet) -> None:
    """A laptop from above on a table, its keys, a cup, notes."""
    u = s.u
    tabletop(s)
    x, y, turn = s.w * s.between(0.46, 0.54), s.h * s.between(0.5, 0.56), s.between(-0.2, 0.2)
    w, h = u * 74, u * 50
    metal = s.pick(
        [
            s.palette(0.88, 0.01, 250),
            s.palette(0.35, 0.02, 260),
            s.palette(0.9, 0.04, 60),
            s.palette(0.8, 0.05, 220),
        ]
    )
    place = turning(turn, x, y)
    deck = place(rect(x - w / 2, y, w, h, u * 2))
    lid = place(
        polygon(
            (x - w / 2, y),
            (x + w / 2, y),
            (x + w / 2 + u * 2, y - h * 0.86),
            (x - w / 2 - u * 2, y - h * 0.86),
        )
    )
    s.shadow([deck, lid], u, u * 2, u * 2, 0.45)
    s.fade(lid, mix(metal, (0, 0, 0), 0.55), mix(metal, (0, 0, 0), 0.4), turn)
    screen = place(
        polygon(
            (x - w / 2 + u * 2, y - u * 2),
            (x + w / 2 - u * 2, y - u * 2),
            (x + w / 2, y - h * 0.83),
            (x - w / 2, y - h * 0.83),
        )
    )
    with s.inside(screen):
        _screen(s, x, y - h * 0.44, w, h * 0.84)
    s.fade(deck, mix(metal, (255, 255, 255), 0.2), metal, turn + pi / 2)
    keys = mix(metal, (0, 0, 0), 0.6 if sum(metal) > 400 else 0.3)
    for row in range(5):
        for column in range(13):
            kx, ky = x - w * 0.43 + column * w * 0.067, y + h * 0.09 + row * h * 0.1
            if row == 4 and 3 < column < 9:
                continue
            s.fill(place(rect(kx, ky, w * 0.057, h * 0.082, u * 0.5)), keys)
    s.fill(place(rect(x - w * 0.16, y + h * 0.49, w * 0.33, h * 0.08, u * 0.5)), keys)
    s.fade(
        place(rect(x - w * 0.15, y + h * 0.66, w * 0.3, h * 0.27, u)),
        mix(metal, (0, 0, 0), 0.1),
        mix(metal, (0, 0, 0), 0.04),
        1,
    )
    cup_above(
        s, s.w * s.pick([0.1, 0.9]), s.h * s.pick([0.12, 0.86]), u * 11, s.palette(0.4, 0.08, 50)
    )
    for index in range(2):
        note = turned(
            rect(s.w * (0.08 + 0.72 * index), s.h * (0.88 - 0.8 * index), u * 15, u * 15),
            s.between(-0.3, 0.3),
            s.w * 0.5,
            s.h * 0.5,
        )
        s.shadow(note, u * 0.5, u, u, 0.3)
        s.fill(note, s.palette(0.9, 0.11, s.pick([95.0, 10.0, 150.0])))
    if s.chance(0.5):
        mouse = ellipse(x + w * 0.66, y + h * 0.5, u * 5, u * 8, turn)
        s.shadow(mouse, u * 0.6, u, u, 0.4)
        s.fade(mouse, s.palette(0.98, 0.005, 250), s.palette(0.85, 0.01, 250), 1)
    if s.chance(0.4):
        cat_curled(s, s.w * 0.8, s.h * 0.9, u * 40)
    daylight(s)


def _screen(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    u = s.u
    kind = s.pick(["code", "chart", "page", "call"])
    box = rect(x - w * 0.6, y - h * 0.6, w * 1.2, h * 1.2)
    if kind == "code":
        s.fade(box, s.palette.light(0.3, 0.05, 265), s.palette.light(0.2, 0.04, 270))
        for row in range(11):
            at = x - w * 0.42 + s.pick([0, 0, 1, 2]) * u * 3.4
            for _ in range(s.pick([1, 2, 3, 4])):
                run = u * s.between(3, 10)
                s.fill(
                    rect(at, y - h * 0.4 + row * h * 0.075, run, u * 1.4, u * 0.7),
                    s.palette.light(0.78, 0.13, s.pick([30.0, 90.0, 150.0, 220.0, 300.0])),
                )
                at += run + u * 1.6
    elif kind == "chart":
        s.fill(box, s.palette.light(0.98, 0.005, 240))
        for index in range(8):
            tall = h * s.between(0.12, 0.62)
            s.fill(
                rect(
                    x - w * 0.4 + index * w * 0.065, y + h * 0.38 - tall, w * 0.045, tall, u * 0.5
                ),
                s.palette.accent(index, 0.65, 0.14),
            )
        s.fill(
            arc(x + w * 0.3, y, w * 0.09, w * 0.09, 0, 4.2, u * 4), s.palette.accent(0, 0.6, 0.15)
        )
        s.fill(
            arc(x + w * 0.3, y, w * 0.09, w * 0.09, 4.4, 6.1, u * 4), s.palette.accent(1, 0.7, 0.12)
        )
    elif kind == "page":
        s.fill(box, s.palette.light(0.97, 0.01, 85))
        for column in range(4):
            for row in range(2):
                px, py = x - w * 0.42 + column * w * 0.22, y - h * 0.34 + row * h * 0.42
                tall = h * s.between(0.24, 0.34)
                s.fade(
                    rect(px, py, w * 0.19, tall, u),
                    s.palette.accent(column + row, 0.85, 0.08),
                    s.palette.accent(column + row + 1, 0.65, 0.11),
                )
                s.fill(
                    ellipse(px + w * 0.1, py + tall * 0.5, w * 0.04),
                    s.palette.light(0.97, 0.03, 85),
                )
                s.fill(rect(px, py + tall + u * 0.8, w * 0.13, u), s.palette.light(0.4, 0.01, 260))
    else:
        for column in range(2):
            cell = rect(x - w * 0.46 + column * w * 0.47, y - h * 0.42, w * 0.44, h * 0.8, u * 1.4)
            s.fade(cell, s.palette.accent(column, 0.8, 0.08), s.palette.accent(column, 0.6, 0.1))
            with s.inside(cell, spill=u * 4):
                bust(s, x - w * 0.24 + column * w * 0.47, y + h * 0.4, h * 0.66)


def phone(s: Sheet) -> None:
    """A phone: held in a hand, or on a table beside a cup."""
    u = s.u
    if s.chance(0.5):
        s.fade(s.whole, s.palette.accent(0, 0.82, 0.08), s.palette.key_tone(0.9, 0.05))
        bokeh(s, 36, 0, s.h, (75, 350, 210, 150))
        s.blur(u * 1.2)
        x, y, turn, w = s.w * 0.5, s.h * 0.44, s.between(-0.14, 0.14), u * 40
        skin = look(s).skin
        arm = s.palette.accent(1, 0.6, 0.12)
        hand(s, x + u * 2, y + w * 1.05, u * 17, -pi / 2 - 0.1, skin, arm)
        _phone(s, x, y, w, turn)
        for index in range(4):
            s.fill(
                curve(
                    (x + w * 0.42, y + w * (0.15 + 0.17 * index)),
                    (x + w * 0.6, y + w * (0.2 + 0.17 * index)),
                    width=[u * 6, u * 6.6],
                ),
                mix(skin, s.palette(0.4, 0.1, 30), 0.05 * index),
            )
        s.fill(
            curve(
                *local(x, y, w, "-.6,.7 -.56,.4 -.4,.16"),
                width=[u * 10, u * 8, u * 6.4],
            ),
            skin,
        )
        for _ in range(6):
            _heart_bubble(
                s, s.between(0.05, 0.95) * s.w, s.between(0.05, 0.5) * s.h, u * s.between(2, 4.4)
            )
    else:
        tabletop(s)
        _phone(s, s.w * s.between(0.44, 0.56), s.h * 0.5, u * 42, s.between(-0.35, 0.35))
        cup_above(s, s.w * 0.14, s.h * 0.14, u * 13, s.palette(0.45, 0.09, 50))
        spoon(s, s.w * 0.24, s.h * 0.1, u * 4, 0.4)
        cord = path(
            (s.w * 0.9, s.h * 0.1),
            (s.w * 0.8, s.h * 0.24),
            (s.w * 0.95, s.h * 0.36),
            (s.w * 0.82, s.h * 0.5),
            (s.w * 0.94, s.h * 0.66),
            (s.w * 0.8, s.h * 0.8),
            closed=False,
        )
        s.fill(stroke(cord, u * 0.8), s.palette(0.98, 0.005, 250))
        for at in (0, -1):
            bud = ellipse(cord[at].real, cord[at].imag, u * 2.6, u * 3)
            s.shadow(bud, u * 0.4, u * 0.7, u * 0.6, 0.4)
            s.fade(bud, (255, 255, 255), s.palette(0.82, 0.01, 250), 1)
        daylight(s)


def _heart_bubble(s: Sheet, x: float, y: float, r: float) -> None:
    heart = path(
        *local(x, y, r, "0,-.4 .5,-.75 .95,-.3 0,1 -.95,-.3 -.5,-.75"),
    )
    s.fade(heart, s.palette.light(0.75, 0.16, 15), s.palette.light(0.58, 0.21, 25))


def _phone(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    u, h = s.u, w * 2.05
    place = turning(turn, x, y)
    body = place(rect(x - w / 2, y - h / 2, w, h, w * 0.15))
    s.shadow(body, u, u * 2, u * 2, 0.45)
    s.fill(body, s.palette(0.2, 0.02, 260))
    glass = place(rect(x - w * 0.46, y - h * 0.482, w * 0.92, h * 0.964, w * 0.12))
    kind = s.pick(["feed", "chat", "photo", "chat"])
    with s.inside(glass):
        s.fill(glass, s.palette.light(0.97, 0.008, 85))
        if kind == "feed":
            for column in range(2):
                top = y - h * 0.4
                for index in range(4):
                    tall = w * s.between(0.42, 0.62)
                    left = x - w * 0.42 + column * w * 0.43
                    card = place(rect(left, top, w * 0.4, tall, w * 0.03))
                    s.fade(
                        card,
                        s.palette.accent(index + column, 0.85, 0.09),
                        s.palette.accent(index + column + 1, 0.62, 0.12),
                        1,
                    )
                    s.fill(
                        place(ellipse(left + w * 0.2, top + tall * 0.5, w * 0.09)),
                        s.palette.light(0.97, 0.03, 85),
                        0.9,
                    )
                    s.fill(
                        place(rect(left, top + tall + w * 0.025, w * 0.3, w * 0.03, 2)),
                        s.palette.light(0.35, 0.01, 260),
                    )
                    top += tall + w * 0.14
            s.fill(
                place(rect(x - w * 0.2, y - h * 0.45, w * 0.4, w * 0.05, 3)),
                s.palette.light(0.57, 0.2, 27),
            )
        elif kind == "chat":
            top = y - h * 0.38
            for index in range(7):
                mine = index % 2 == 1
                wide, tall = w * s.between(0.3, 0.6), w * s.pick([0.13, 0.13, 0.22])
                left = x + w * 0.42 - wide if mine else x - w * 0.42
                s.fill(
                    place(rect(left, top, wide, tall, w * 0.06)),
                    s.palette.light(0.78, 0.12, 145) if mine else s.palette.light(0.9, 0.02, 230),
                )
                for row in range(int(tall / (w * 0.09))):
                    s.fill(
                        place(
                            rect(
                                left + w * 0.05,
                                top + w * (0.045 + 0.085 * row),
                                wide - w * 0.1,
                                w * 0.028,
                                2,
                            )
                        ),
                        s.palette.light(0.4, 0.03, 230),
                        0.6,
                    )
                top += tall + w * 0.09
        else:
            box = place(rect(x - w * 0.46, y - h * 0.3, w * 0.92, h * 0.56))
            s.fade(
                box, s.palette.light(0.8, 0.09, 230), s.palette.light(0.9, 0.08, 60), turn + pi / 2
            )
            cat_head(s, x, y + h * 0.04, w * 0.26, cat_coat(s), "happy")
            s.fill(place(ellipse(x, y + h * 0.38, w * 0.09)), s.palette.light(0.57, 0.2, 27))
            s.fill(
                place(arc(x, y + h * 0.38, w * 0.12, w * 0.12, 0, 2 * pi, w * 0.02)),
                s.palette.light(0.7, 0.02, 260),
            )
    s.fill(
        place(rect(x - w * 0.1, y - h * 0.465, w * 0.2, w * 0.05, w * 0.025)),
        s.palette(0.14, 0.02, 260),
    )


def game(s: Sheet) -> None:
    """A pixel world on the screen, a controller, or a board game."""
    s.pick([_pixel_world, _pad, _room_play])(s)


def _pixel_world(s: Sheet) -> None:
    u = s.u
    colours = sky(s)
    size = u * 4.2
    columns, rows = int(s.w / size) + 1, int(s.h / size) + 1
    heights = np.clip(
        np.cumsum(s.rng.integers(-1, 2, columns)) + rows * 0.3, rows * 0.2, rows * 0.5
    ).astype(int)
    for _ in range(5):
        cx, cy = s.between(0, s.w), s.between(0.06, 0.34) * s.h
        for dx, dy in ((0, 0), (1, 0), (2, 0), (3, 0), (1, -1), (2, -1)):
            s.fill(
                rect(cx + dx * size, cy + dy * size, size + 1, size + 1),
                mix(colours[1], (255, 255, 255), 0.1 if s.palette.mood.dark else 0.75),
            )
    s.fill(rect(s.w * 0.74, s.h * 0.1, size * 3, size * 3), s.palette.light(0.92, 0.11, 88))
    for column in range(columns):
        far = int(rows * 0.42 + 4 * sin(column * 0.4))
        s.fill(
            rect(column * size, s.h - far * size, size + 1, far * size),
            mix(colours[-1], s.palette(0.6, 0.09, 160), 0.6),
        )
    for column, height in enumerate(heights):
        for row in range(height):
            y = s.h - (row + 1) * size
            if row == height - 1:
                tone = s.palette(0.68 + s.between(-0.03, 0.03), 0.15, 135)
            elif row > height - 4:
                tone = s.palette(0.5 + s.between(-0.03, 0.03), 0.08, 55)
            else:
                tone = s.palette(0.5 + s.between(-0.05, 0.03), 0.02, 260)
                if s.chance(0.05):
                    tone = s.palette.light(0.8, 0.13, s.pick([85.0, 200.0, 25.0]))
            s.fill(rect(column * size, y, size + 0.5, size + 0.5), tone)
            s.fill(rect(column * size, y, size, size * 0.16), (255, 255, 255), 0.12)
    for _ in range(4):
        column = int(s.rng.integers(2, columns - 3))
        y = s.h - heights[column] * size
        for row in range(4):
            s.fill(
                rect(column * size, y - (row + 1) * size, size, size + 1), s.palette(0.42, 0.07, 50)
            )
        for dx in range(-2, 3):
            for dy in range(3):
                if abs(dx) + dy < 4:
                    s.fill(
                        rect((column + dx) * size, y - (5 + dy) * size, size + 1, size + 1),
                        s.palette(
                            0.55 + s.between(-0.05, 0.05), 0.14, s.pick([140.0, 150.0, 350.0])
                        ),
                    )
    column = columns // 2
    y = s.h - heights[column] * size
    _sprite(s, column * size, y, size * 0.6)
    for index in range(5):
        px = (column + 2 + index) * size
        s.fill(
            star(px, y - size * 3 - size * sin(index * 0.8) * 1.4, size * 0.5, tips=4, inner=0.5),
            s.palette.light(0.88, 0.14, 90),
        )
    for index in range(3):
        _pixel_heart(s, u * (5 + index * 11), u * 5, u * 1.2)
    slant(s, 0.12)


def _sprite(s: Sheet, x: float, y: float, size: float) -> None:
    who = look(s)
    shoe = s.palette(0.25, 0.03, 40)
    rows = [
        "..hhhh..",
        ".hhhhhh.",
        ".hssssh.",
        ".sesses.",
        ".ssssss.",
        "..ssss..",
        ".tttttt.",
        "tttttttt",
        "s.tttt.s",
        "..bbbb..",
        "..b..b..",
        ".kk..kk.",
    ]
    tones = {
        "h": who.hair,
        "s": who.skin,
        "e": (40, 30, 30),
        "t": who.top,
        "b": who.bottom,
        "k": shoe,
    }
    for row, text in enumerate(rows):
        for column, letter in enumerate(text):
            if letter in tones:
                s.fill(
                    rect(
                        x + (column - 4) * size,
                        y - (len(rows) - row) * size,
                        size + 0.6,
                        size + 0.6,
                    ),
                    tones[letter],
                )


def _pixel_heart(s: Sheet, x: float, y: float, size: float) -> None:
    for row, text in enumerate([".##.##.", "#######", "#######", ".#####.", "..###..", "...#..."]):
        for column, letter in enumerate(text):
            if letter == "#":
                s.fill(
                    rect(x + column * size, y + row * size, size + 0.6, size + 0.6),
                    s.palette.light(0.6, 0.21, 25),
                )
    s.fill(rect(x + size, y + size, size, size), (255, 255, 255), 0.8)


def _pad(s: Sheet) -> None:
    u = s.u
    s.fade(s.whole, s.palette.accent(0, 0.55, 0.12), s.palette.accent(1, 0.5, 0.12), 1)
    for _ in range(26):
        x, y, r = s.between(0, s.w), s.between(0, s.h), u * s.between(2, 5)
        tone = s.palette(s.between(0.6, 0.85), 0.14, s.pick([20.0, 90.0, 150.0, 220.0, 330.0]))
        kind = s.pick(["ring", "cross", "tri", "square"])
        if kind == "ring":
            s.fill(arc(x, y, r, r, 0, 2 * pi, u), tone, 0.8)
        elif kind == "cross":
            for turn in (pi / 4, -pi / 4):
                s.fill(turned(line(x - r, y, x + r, y, u), turn, x, y), tone, 0.8)
        else:
            sides = 3 if kind == "tri" else 4
            ring = [
                (x + r * cos(a), y + r * sin(a)) for a in np.linspace(-pi / 2, 1.5 * pi, sides + 1)
            ]
            for start, end in pairwise(ring):
                s.fill(line(*start, *end, u), tone, 0.8)
    x, y, r, turn = s.w * 0.5, s.h * 0.52, u * 38, s.between(-0.25, 0.25)
    place = turning(turn, x, y)
    tone = s.pick(
        [s.palette(0.96, 0.01, 250), s.palette(0.28, 0.02, 260), s.palette.accent(2, 0.72, 0.12)]
    )
    body = place(
        path(
            *local(
                x,
                y,
                r,
                "-.7,-.5 0,-.42 .7,-.5 1,-.1 1.08,.55 .82,.62 .5,.22 0,.2 -.5,.22 -.82,.62 -1.08,.55 -1,-.1",
            ),
        )
    )
    s.shadow(body, u * 1.5, u * 3, u * 3, 0.5)
    s.fade(body, mix(tone, (255, 255, 255), 0.3), mix(tone, (0, 0, 0), 0.18), 1.2)
    s.spray(body, mix(tone, (20, 10, 60), 0.6), 1.2, 0.4, 0.5)
    dark = mix(tone, (0, 0, 0), 0.65 if sum(tone) > 400 else 0.4)
    for half in (0.0, pi / 2):
        s.fill(
            place(
                turned(
                    rect(x - r * 0.72, y - r * 0.21, r * 0.34, r * 0.12, u * 0.6),
                    half,
                    x - r * 0.55,
                    y - r * 0.15,
                )
            ),
            dark,
        )
    for index, hue in enumerate((145.0, 25.0, 230.0, 350.0)):
        a = pi / 2 * index - pi / 2
        s.fill(
            place(
                ellipse(
                    x + r * 0.56 + r * 0.15 * cos(a), y - r * 0.15 + r * 0.15 * sin(a), r * 0.075
                )
            ),
            s.palette.light(0.7, 0.16, hue),
        )
    for dx in (-0.27, 0.27):
        s.fill(place(ellipse(x + dx * r, y + r * 0.08, r * 0.16)), dark)
        s.fade(
            place(ellipse(x + dx * r, y + r * 0.06, r * 0.12)),
            mix(dark, (255, 255, 255), 0.3),
            dark,
            1,
        )
    for dx in (-0.1, 0.1):
        s.fill(place(rect(x + dx * r - r * 0.05, y - r * 0.24, r * 0.1, r * 0.04, u * 0.4)), dark)
    s.glow(x, y - r * 0.32, r * 0.3, s.palette.light(0.8, 0.12, 215), 0.5)


def _room_play(s: Sheet) -> None:
    u = s.u
    base = s.h * 0.7
    wall(s, s.palette.key_tone(0.62 if s.palette.mood.dark else 0.82, 0.07))
    floor(s, base, s.palette(0.55, 0.06, 55))
    w, h = s.w * 0.6, s.h * 0.32
    x, y = s.w * 0.5, s.h * 0.3
    s.shadow(rect(x - w / 2 - u, y - h / 2 - u, w + u * 2, h + u * 2, u * 2), u, u * 2, u * 2, 0.4)
    s.fill(
        rect(x - w / 2 - u * 1.4, y - h / 2 - u * 1.4, w + u * 2.8, h + u * 2.8, u * 2),
        s.palette(0.15, 0.01, 260),
    )
    screen = rect(x - w / 2, y - h / 2, w, h, u)
    with s.inside(screen):
        colours = sky(s, y + h * 0.5)
        ranges(
            s,
            y - h * 0.2,
            y + h * 0.3,
            mix(colours[-1], s.palette(0.6, 0.08, 230), 0.4),
            s.palette(0.45, 0.09, 160),
            3,
        )
        s.fill(rect(0, y + h * 0.3, s.w, s.h), s.palette(0.6, 0.13, 135))
        _sprite(s, x, y + h * 0.44, u * 1.6)
        for index in range(3):
            _pixel_heart(s, x - w / 2 + u * (3 + index * 7), y - h / 2 + u * 2.4, u * 0.8)
    s.glow(x, y, w * 0.9, s.palette.light(0.8, 0.06, 210), 0.35)
    s.fade(
        rect(s.w * 0.14, base - u * 8, s.w * 0.72, u * 12, u),
        s.palette(0.6, 0.08, 58),
        s.palette(0.45, 0.08, 52),
    )
    for index in range(2):
        px = s.w * (0.33 + 0.34 * index)
        seat = s.palette.accent(index, 0.6, 0.14)
        bust(s, px, s.h * 0.95, u * 42, face="back")
        s.shadow(ellipse(px, s.h * 0.98, u * 20, u * 6), 0, 0, u * 2, 0.4)
        s.fade(
            path(
                (px - u * 20, s.h * 0.93),
                (px, s.h * 0.87),
                (px + u * 20, s.h * 0.93),
                (px + u * 22, s.h + u * 6),
                (px - u * 22, s.h + u * 6),
            ),
            mix(seat, (255, 255, 255), 0.15),
            mix(seat, (0, 0, 0), 0.15),
        )
    string_lights(s, u * 4, u * 4, 11)
    potted(s, s.w * 0.92, base + u * 5, u * 40)


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


def stage(s: Sheet) -> None:
    """A concert: lights, a band, raised hands."""
    u = s.u
    deep = s.palette.light(0.16, 0.07, s.pick([285.0, 265.0, 320.0]))
    s.fade(s.whole, deep, s.palette.light(0.3, 0.12, s.pick([320.0, 290.0, 250.0])))
    base = s.h * 0.64
    hues = [s.pick([330.0, 300.0]), s.pick([210.0, 190.0]), s.pick([60.0, 30.0])]
    for index in range(7):
        px = s.w * (index + 0.5) / 7
        aim = s.w * s.between(0.1, 0.9)
        tone = s.palette.light(0.78, 0.14, hues[index % 3])
        s.light(
            [
                polygon(
                    (px - u, 0),
                    (px + u, 0),
                    (aim + u * 12, base + u * 10),
                    (aim - u * 12, base + u * 10),
                )
            ],
            tone,
            blur=u * 1.4,
            strength=0.5,
        )
        s.fill(
            polygon(
                (px - u, 0), (px + u, 0), (aim + u * 11, base + u * 8), (aim - u * 11, base + u * 8)
            ),
            tone,
            0.14,
        )
        s.glow(px, u * 2, u * 12, tone, 0.8)
    s.fill(rect(0, 0, s.w, u * 2.4), (12, 10, 22))
    s.glow(s.w / 2, base - u * 20, u * 60, s.palette.light(0.85, 0.12, hues[0]), 0.5)
    screen = rect(s.w * 0.3, s.h * 0.14, s.w * 0.4, s.h * 0.24, u)
    with s.inside(screen):
        s.fade(
            screen, s.palette.light(0.6, 0.18, hues[0]), s.palette.light(0.5, 0.15, hues[1]), 0.4
        )
        for index in range(26):
            tall = s.h * s.between(0.02, 0.16)
            px = s.w * (0.31 + 0.38 * index / 26)
            s.fill(
                rect(px, s.h * 0.26 - tall / 2, s.w * 0.009, tall, u * 0.3), (255, 255, 255), 0.75
            )
    s.fade(
        rect(0, base, s.w, u * 9), s.palette.light(0.3, 0.06, 280), s.palette.light(0.14, 0.04, 280)
    )
    for index, px in enumerate((0.3, 0.5, 0.7)):
        who = look(s)
        standing(
            s,
            s.w * px,
            base + u * 2,
            u * s.between(31, 35),
            who,
            pose=s.pick(["wave", "still", "arms"]) if index != 1 else "wave",
        )
        if index == 1:
            s.fill(
                line(s.w * px + u * 4, base + u * 2, s.w * px + u * 3, base - u * 24, u * 0.5),
                (20, 18, 26),
            )
            s.fill(ellipse(s.w * px + u * 2.6, base - u * 25, u * 1.3), (30, 28, 36))
        else:
            _small_guitar(s, s.w * px, base - u * 14, u * 18)
    bokeh(s, 30, 0, s.h * 0.6, (hues[0], hues[1], hues[2]))
    crowd = mix(deep, (0, 0, 0), 0.45)
    for row in range(2):
        for index in range(12 - row * 2):
            x = s.w * (index + s.between(0.2, 0.8)) / (12 - row * 2)
            size, y = u * (9 + 4 * row), s.h * (0.86 + 0.14 * row)
            tone = mix(crowd, s.palette.light(0.5, 0.14, hues[index % 3]), 0.16 * (1 - row))
            s.fill(
                path(
                    (x - size, s.h + 20),
                    (x - size * 0.8, y),
                    (x, y - size * 0.4),
                    (x + size * 0.8, y),
                    (x + size, s.h + 20),
                ),
                tone,
            )
            s.fill(ellipse(x, y - size * 0.85, size * 0.45, size * 0.5), tone)
            if s.chance(0.6):
                side = s.pick([-1, 1])
                s.fill(
                    curve(
                        *local(x, y, size, ".6,0 .9,-1 .7,-2", mirror=side),
                        width=[size * 0.34, size * 0.26, size * 0.22],
                    ),
                    tone,
                )
                if s.chance(0.4):
                    s.fill(
                        line(
                            x + side * size * 0.7,
                            y - size * 1.9,
                            x + side * size * 0.9,
                            y - size * 3,
                            size * 0.16,
                        ),
                        s.palette.light(0.85, 0.15, hues[index % 3]),
                    )
                    s.glow(
                        x + side * size * 0.8,
                        y - size * 2.5,
                        size * 1.8,
                        s.palette.light(0.8, 0.16, hues[index % 3]),
                        0.6,
                    )


def _small_guitar(s: Sheet, x: float, y: float, size: float) -> None:
    tone = s.palette.light(0.62, 0.17, s.pick([30.0, 60.0, 220.0, 350.0]))
    s.fill(line(x, y, x + size * 0.6, y - size * 0.3, size * 0.06), s.palette.light(0.45, 0.07, 50))
    for dx, dy, r in ((-0.1, 0.05, 0.2), (0.08, -0.04, 0.16)):
        s.fill(ellipse(x + dx * size, y + dy * size, r * size), tone)
    s.fill(ellipse(x, y, size * 0.06), (30, 20, 20))


def vinyl(s: Sheet) -> None:
    """A record on its player, sleeves around it."""
    u = s.u
    tabletop(s)
    x, y, r = s.w * s.between(0.44, 0.52), s.h * s.between(0.5, 0.56), u * s.between(28, 31)
    for index in range(3):
        _sleeve(
            s,
            s.w * (0.14 + 0.36 * index),
            s.h * s.pick([0.08, 0.93]),
            u * 40,
            s.between(-0.35, 0.35),
        )
    case = s.pick(
        [s.palette(0.55, 0.09, 52), s.palette(0.9, 0.03, 80), s.palette.accent(0, 0.6, 0.11)]
    )
    box = rect(x - u * 38, y - u * 36, u * 80, u * 72, u * 3)
    s.shadow(box, u, u * 2.6, u * 2.4, 0.5)
    s.fade(box, mix(case, (255, 255, 255), 0.2), mix(case, (0, 0, 0), 0.12), 1)
    s.fill(ellipse(x - u * 4, y, r * 1.07), mix(case, (0, 0, 0), 0.35))
    _record(s, x - u * 4, y, r)
    px, py = x + u * 34, y - u * 28
    s.fade(ellipse(px, py, u * 5), s.palette(0.9, 0.01, 250), s.palette(0.6, 0.01, 250), 1)
    arm = curve(
        (px, py), (px - u * 1, y + u * 2), (x + u * 13, y + u * 17), width=[u * 1.6, u * 1.3]
    )
    s.shadow(arm, u * 0.6, u, u * 0.8, 0.4)
    s.fill(arm, s.palette(0.92, 0.01, 250))
    s.fill(
        turned(rect(x + u * 10, y + u * 15, u * 5, u * 6, u * 0.6), 0.5, x + u * 12, y + u * 18),
        s.palette(0.2, 0.01, 260),
    )
    for index in range(3):
        s.fade(
            ellipse(x + u * 36, y + u * (10 + index * 9), u * 2.6),
            s.palette.light(0.86, 0.06, 82),
            s.palette.light(0.6, 0.07, 75),
            1,
        )
    daylight(s)
    lamp_pool(s, s.w * 0.2, 0, 0.15)


def _record(s: Sheet, x: float, y: float, r: float) -> None:
    black = s.palette.light(0.19, 0.01, 280)
    s.fill(ellipse(x, y, r), black)
    for ring in np.linspace(0.42, 0.96, 15):
        s.fill(
            arc(x, y, r * ring, r * ring, 0, 2 * pi, s.u * 0.16),
            s.palette.light(0.34, 0.01, 280),
            0.7,
        )
    for start in (0.5, 0.5 + pi):
        angle = np.linspace(start, start + 0.5, 8)
        wedge = np.concatenate([[complex(x, y)], complex(x, y) + r * 0.97 * np.exp(1j * angle)])
        s.fill(wedge, (255, 255, 255), 0.13)
    tone = s.palette.accent(1, 0.68, 0.16)
    s.fill(ellipse(x, y, r * 0.36), tone)
    s.fill(ellipse(x, y, r * 0.25), mix(tone, (255, 255, 255), 0.5))
    s.letter(
        s.pick(["夏", "风", "河", "夜", "海", "梦"]),
        x,
        y - r * 0.11,
        r * 0.14,
        s.palette(0.25, 0.05, 40),
    )
    s.fill(ellipse(x, y, r * 0.03), (250, 250, 245))


def _sleeve(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    place = turning(turn, x, y)
    box = place(rect(x - w / 2, y - w / 2, w, w, s.u * 0.4))
    s.shadow(box, s.u, s.u * 1.6, s.u * 1.4, 0.4)
    tone = s.palette.accent(int(s.rng.integers(3)), s.between(0.5, 0.85), 0.12)
    s.fade(box, tone, mix(tone, s.palette.accent(1, 0.5, 0.13), 0.6), turn + 1)
    with s.inside(box, spill=s.u):
        kind = s.pick(["sun", "stripes", "circles", "waves"])
        if kind == "sun":
            s.fill(ellipse(x, y, w * 0.24), s.palette.light(0.85, 0.14, 75))
            for row in range(4):
                s.fill(place(rect(x - w / 2, y + w * (0.02 + 0.07 * row), w, w * 0.03)), tone)
        elif kind == "stripes":
            for index in range(6):
                s.fill(
                    place(rect(x - w / 2 + index * w / 6, y - w / 2, w / 12, w)),
                    s.palette.accent(index, 0.7, 0.15),
                )
        elif kind == "circles":
            for index in range(5, 0, -1):
                s.fill(
                    ellipse(x, y, w * 0.09 * index),
                    s.palette.accent(index, 0.5 + 0.08 * index, 0.14),
                )
        else:
            for row in range(5):
                s.fill(
                    place(
                        curve(
                            (x - w / 2, y - w * 0.3 + row * w * 0.15),
                            (x - w * 0.2, y - w * 0.4 + row * w * 0.15),
                            (x + w * 0.2, y - w * 0.2 + row * w * 0.15),
                            (x + w / 2, y - w * 0.3 + row * w * 0.15),
                            width=w * 0.04,
                        )
                    ),
                    s.palette.accent(row, 0.8, 0.12),
                )


def guitar(s: Sheet) -> None:
    """A guitar: by the wall of a room, or being played."""
    u = s.u
    if s.chance(0.5):
        base = s.h * 0.82
        wall(s, s.palette.key_tone(s.between(0.74, 0.9), 0.07))
        floor(s, base, s.palette(0.6, 0.07, 60))
        if s.w >= s.h:
            window(s, s.w * 0.08, s.h * 0.1, s.w * 0.3, s.h * 0.4)
        else:
            picture_frame(s, s.w * 0.08, s.h * 0.12, u * 22, u * 28)
        for index in range(2):
            picture_frame(
                s, s.w * (0.68 + 0.15 * index), s.h * (0.1 + 0.06 * index), u * 14, u * 14
            )
        _guitar(s, s.w * 0.52, s.h * 0.72, u * 74, -pi / 2 + s.between(-0.16, 0.16))
        potted(s, s.w * 0.88, base + u * 6, u * 46)
        s.fade(
            rect(s.w * 0.08, base - u * 20, u * 26, u * 24, u * 2),
            s.palette(0.3, 0.02, 40),
            s.palette(0.22, 0.02, 40),
        )
        s.fill(rect(s.w * 0.08 + u * 2, base - u * 15, u * 22, u * 16, u), s.palette(0.5, 0.04, 60))
        for index in range(4):
            s.fill(
                ellipse(s.w * 0.08 + u * (5 + index * 5), base - u * 17.6, u * 1.1),
                s.palette(0.85, 0.03, 85),
            )
        slant(s, 0.26) if not s.palette.mood.dark else lamp_pool(s, s.w * 0.5, 0, 0.42)
    else:
        s.fade(s.whole, s.palette.key_tone(0.5, 0.08), s.palette.accent(0, 0.62, 0.1))
        bokeh(s, 46, 0, s.h * 0.8, (75, 50, 25, 330))
        s.blur(u)
        who = look(s)
        bust(
            s, s.w * 0.5, s.h * 1.02, min(s.h * 0.86, u * 100), who, face=s.pick(["down", "front"])
        )
        _guitar(s, s.w * 0.42, s.h * 0.84, u * 78, -0.32)
        hand(s, s.w * 0.44, s.h * 0.82, u * 8.4, 0.5, who.skin, who.top)
        string_lights(s, u * 6, u * 6, 10)


def _guitar(s: Sheet, x: float, y: float, size: float, turn: float) -> None:
    """An acoustic guitar whose sound hole lies at (x, y), neck along `turn`."""
    tone = s.pick(
        [
            s.palette(0.74, 0.12, 68),
            s.palette(0.55, 0.13, 48),
            s.palette(0.36, 0.07, 45),
            s.palette.accent(1, 0.6, 0.12),
        ]
    )
    way = np.exp(1j * turn)

    def place(outline: Outline) -> Outline:
        return np.asarray(outline * size * way + complex(x, y))

    body = place(
        path(
            (0.15, -0.17),
            (0.04, -0.13),
            (-0.1, -0.2),
            (-0.26, -0.24),
            (-0.38, -0.16),
            (-0.4, 0.0),
            (-0.38, 0.16),
            (-0.26, 0.24),
            (-0.1, 0.2),
            (0.04, 0.13),
            (0.15, 0.17),
            (0.19, 0.0),
        )
    )
    neck = place(polygon((0.08, -0.028), (0.72, -0.022), (0.72, 0.022), (0.08, 0.028)))
    headstock = place(
        path(
            (0.71, -0.03),
            (0.76, -0.045),
            (0.88, -0.038),
            (0.88, 0.038),
            (0.76, 0.045),
            (0.71, 0.03),
        )
    )
    s.shadow([body, neck], s.u * 1.4, s.u * 2, s.u * 2, 0.45)
    edge = (body - complex(x, y)) * 1.02 + complex(x, y)
    s.fill(edge, mix(tone, (40, 20, 0), 0.55))
    s.fade(body, mix(tone, (255, 240, 200), 0.3), mix(tone, (60, 20, 0), 0.25), turn + 1.2)
    s.spray(body, mix(tone, (40, 10, 0), 0.7), turn + pi - 0.5, 0.45, 0.5)
    s.fill(
        place(path((-0.02, 0.05), (-0.12, 0.08), (-0.17, 0.15), (-0.06, 0.15), (0.04, 0.1))),
        s.palette(0.28, 0.04, 40),
    )
    for radius, shade in (
        (0.085, mix(tone, (255, 255, 255), 0.5)),
        (0.076, mix(tone, (60, 20, 0), 0.6)),
        (0.068, s.palette(0.14, 0.02, 40)),
    ):
        s.fill(ellipse(x, y, size * radius), shade)
    s.fade(neck, s.palette(0.4, 0.07, 45), s.palette(0.28, 0.06, 42), turn + pi / 2)
    for fret in np.linspace(0.14, 0.7, 13):
        s.fill(
            place(
                polygon(
                    (fret, -0.025), (fret + 0.004, -0.025), (fret + 0.004, 0.025), (fret, 0.025)
                )
            ),
            s.palette(0.85, 0.03, 85),
            0.9,
        )
    s.fill(headstock, mix(tone, (60, 20, 0), 0.4))
    for index in range(3):
        for side in (-1, 1):
            peg = complex(0.76 + 0.045 * index, side * 0.058) * size * way + complex(x, y)
            s.fill(ellipse(peg.real, peg.imag, size * 0.014), s.palette(0.92, 0.02, 85))
    s.fill(
        place(polygon((-0.255, -0.085), (-0.225, -0.085), (-0.225, 0.085), (-0.255, 0.085))),
        s.palette(0.28, 0.05, 40),
    )
    for index in range(6):
        across = -0.02 + 0.008 * index
        a, b = (
            complex(-0.24, across * 1.6) * size * way + complex(x, y),
            complex(0.74, across) * size * way + complex(x, y),
        )
        s.fill(line(a.real, a.imag, b.real, b.imag, s.u * 0.2), (250, 245, 230), 0.9)


SCENES = {
    "laptop": laptop, "phone": phone, "game": game, "film": film, "stage": stage, "vinyl": vinyl,
    "guitar": guitar,
}  # fmt: skip
