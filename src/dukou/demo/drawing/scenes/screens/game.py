"""Scene `game`: a pixel world on the screen, a controller, or a board game."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin

import numpy as np

from ...colour import mix
from ...light import slant, string_lights
from ...outline import (
    arc,
    ellipse,
    line,
    local,
    path,
    rect,
    star,
    turned,
    turning,
)
from ...people import bust, look
from ...potted import potted
from ...sheet import Sheet
from ...sky import ranges, sky
from ...surfaces import floor, wall


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
