"""Cats, dogs and other company, in the places where they like to be."""

from __future__ import annotations

from math import pi

import numpy as np

from ..colour import mix
from ..light import leaf_shadow, slant, string_lights, window_light
from ..outline import Outline, arc, blob, curve, ellipse, leaf, line, local, path, polygon, rect
from ..pets import (
    bird_side,
    cat_back,
    cat_coat,
    cat_curled,
    cat_head,
    cat_sitting,
    dog_sitting,
    hamster_front,
)
from ..plants import blossom, grass, potted, tree
from ..room import book_row, picture_frame, window
from ..sheet import Sheet
from ..sky import cloud, hill, sky, stars
from ..surfaces import floor, linen, wall


def _room(s: Sheet) -> float:
    """Wall and floor; returns the height where they meet."""
    base = s.h * s.between(0.68, 0.76)
    wall(s, s.palette.key_tone(s.between(0.8, 0.93), 0.055))
    floor(s, base, s.palette(0.62, 0.07, 62))
    s.fill(rect(0, base - s.u * 2.4, s.w, s.u * 2.4), s.palette(0.95, 0.015, 80), 0.85)
    return base


def _rug(s: Sheet, x: float, y: float, w: float) -> None:
    tone = s.palette.accent(int(s.rng.integers(3)), 0.7, 0.1)
    s.shadow(ellipse(x, y, w, w * 0.2), 0, s.u, s.u, 0.3)
    s.fill(ellipse(x, y, w, w * 0.2), tone)
    for ring, shade in ((0.85, 0.35), (0.68, 0.0), (0.5, 0.45)):
        s.fill(ellipse(x, y, w * ring, w * ring * 0.2), mix(tone, (255, 255, 255), shade))


def _sofa(s: Sheet, x: float, y: float, w: float) -> float:
    """A sofa standing at (x, y); returns the height of its seat."""
    h, tone = w * 0.52, s.palette.accent(int(s.rng.integers(3)), s.between(0.45, 0.68), 0.1)
    dark = mix(tone, (0, 0, 0), 0.22)
    s.shadow(ellipse(x, y, w * 0.55, s.u * 3), 0, 0, s.u * 2, 0.45)
    for side in (-1, 1):
        s.fill(
            line(x + side * w * 0.42, y - s.u * 4, x + side * w * 0.44, y, s.u * 1.6),
            s.palette(0.4, 0.07, 55),
        )
    s.fade(
        rect(x - w * 0.44, y - h, w * 0.88, h * 0.75, s.u * 6),
        mix(tone, (255, 255, 255), 0.12),
        dark,
    )
    s.fill(line(x, y - h * 0.95, x, y - h * 0.45, s.u * 0.4), dark, 0.7)
    s.fade(
        rect(x - w * 0.44, y - h * 0.48, w * 0.88, h * 0.34, s.u * 4),
        mix(tone, (255, 255, 255), 0.2),
        tone,
    )
    for side in (-1, 1):
        s.fade(
            rect(x + side * w * 0.46 - w * 0.075, y - h * 0.66, w * 0.15, h * 0.6, s.u * 5),
            mix(tone, (255, 255, 255), 0.15),
            dark,
        )
    for index in range(2):
        px, size = x + (-0.26 + index * 0.5) * w, w * 0.17
        cushion = rect(px - size / 2, y - h * 0.74, size, size, s.u * 3)
        pillow = s.palette.accent(index + 1, 0.78, 0.09)
        s.shadow(cushion, 0, s.u, s.u, 0.3)
        s.fade(cushion, mix(pillow, (255, 255, 255), 0.2), pillow)
        for row in range(4):
            s.fill(
                rect(
                    px - size * 0.4,
                    y - h * 0.74 + size * (0.2 + row * 0.2),
                    size * 0.8,
                    size * 0.05,
                ),
                mix(pillow, (255, 255, 255), 0.6),
                0.7,
            )
    return y - h * 0.42


def cat(s: Sheet) -> None:
    """A cat at home: on the rug, on the sofa, asleep among leaves, or very near."""
    s.pick([_cat_rug, _cat_sofa, _cat_close, _cat_blanket])(s)


def _cat_rug(s: Sheet) -> None:
    base = _room(s)
    u = s.u
    picture_frame(s, s.w * 0.1, s.h * 0.1, u * 22, u * 28)
    if s.w > s.h:
        picture_frame(s, s.w * 0.32, s.h * 0.14, u * 16, u * 16)
    potted(s, s.w * 0.86, base + u * 4, u * s.between(44, 62))
    _rug(s, s.w * 0.46, s.h * 0.88, s.w * 0.36)
    cat_sitting(s, s.w * s.between(0.4, 0.5), s.h * 0.9, u * s.between(54, 62))
    s.fill(ellipse(s.w * 0.2, s.h * 0.92, u * 4.5), s.palette.accent(1, 0.6, 0.15))
    for turn in range(5):
        s.fill(
            curve(
                (s.w * 0.2 - u * 4, s.h * 0.92 + (turn - 2) * u * 1.6),
                (s.w * 0.2, s.h * 0.92 + (turn - 2.6) * u * 1.6),
                (s.w * 0.2 + u * 4, s.h * 0.92 + (turn - 2) * u * 1.6),
                width=u * 0.35,
            ),
            s.palette(1, 0, 0),
            0.5,
        )
    _light(s)


def _cat_sofa(s: Sheet) -> None:
    base = _room(s)
    u = s.u
    window(s, s.w * 0.3, s.h * 0.07, s.w * 0.4, s.h * 0.28)
    seat = _sofa(s, s.w * 0.5, s.h * 0.93, min(s.w * 0.92, u * 106))
    potted(s, s.w * 0.93, base + u * 10, u * 46)
    if s.chance(0.5):
        cat_curled(s, s.w * 0.5, seat - u * 6, u * 46)
        cat_sitting(s, s.w * 0.78, seat + u * 3, u * 30, look="open")
    else:
        cat_sitting(s, s.w * 0.46, seat + u * 4, u * 46)
    _light(s)


def _cat_close(s: Sheet) -> None:
    tone = s.palette.key_tone(s.between(0.72, 0.88), 0.09)
    wall(s, tone, s.pick(["dots", "stripes", "plaster"]))
    coat, u = cat_coat(s), s.u
    x, r = s.w * s.between(0.44, 0.56), u * s.between(34, 40)
    y = s.h - r * 0.95
    body = path(
        (x - r * 1.5, s.h + 20),
        (x - r * 1.2, y + r * 0.4),
        (x, y),
        (x + r * 1.2, y + r * 0.4),
        (x + r * 1.5, s.h + 20),
    )
    s.fade(body, coat.fur, mix(coat.fur, (0, 0, 0), 0.25))
    collar = s.palette.accent(0, 0.55, 0.17)
    s.fill(
        curve(
            *local(x, y, r, "-.85,.55 0,.88 .85,.55"),
            width=u * 4,
        ),
        collar,
    )
    cat_head(s, x, y - r * 0.15, r, coat, s.pick(["open", "up", "happy"]))
    s.fill(ellipse(x, y + r * 0.96, u * 3.2), s.palette.light(0.84, 0.13, 85))
    s.fill(ellipse(x - u, y + r * 0.96 - u, u * 0.9), (255, 255, 255), 0.7)
    topper = s.pick(["fish", "butterfly", "orange"])
    top = y - r * 1.28
    if topper == "orange":
        s.fade(
            ellipse(x, top, u * 9, u * 8),
            s.palette(0.82, 0.16, 68),
            s.palette(0.64, 0.18, 48),
            pi / 3,
        )
        s.fill(leaf(x, top - u * 7, u * 8, u * 4, -0.5), s.palette(0.5, 0.12, 140))
    elif topper == "butterfly":
        for side in (-1, 1):
            s.fill(
                leaf(x + r * 0.5, top, u * 8, u * 7, -pi / 2 + side * 0.8),
                s.palette.accent(1, 0.7, 0.14),
            )
            s.fill(
                leaf(x + r * 0.5, top, u * 5, u * 4, -pi / 2 + side * 1.6),
                s.palette.accent(2, 0.7, 0.12),
            )
    else:
        for index in range(9):
            s.fill(
                blob(s.w * (index + 0.5) / 9, u * (6 + (index % 3) * 9), u * 2.4, s.rng),
                mix(tone, (255, 255, 255), 0.5),
                0.6,
            )
    slant(s, 0.25)


def _cat_blanket(s: Sheet) -> None:
    linen(s)
    u = s.u
    tone = s.palette.accent(1, 0.62, 0.1)
    x, y = s.w * 0.5, s.h * 0.52
    cushion = blob(x, y, min(s.w, s.h) * 0.42, s.rng, rough=0.04, knots=14, squash=0.92)
    s.shadow(cushion, u * 1.5, u * 3, u * 3, 0.4)
    s.fade(cushion, mix(tone, (255, 255, 255), 0.15), mix(tone, (0, 0, 0), 0.12), 1)
    inner = (cushion - complex(x, y)) * 0.8 + complex(x, y)
    s.fade(inner, mix(tone, (0, 0, 0), 0.12), mix(tone, (255, 255, 255), 0.25), 1)
    for index in range(40):
        a = 2 * pi * index / 40
        px, py = x + np.cos(a) * u * 37, y + np.sin(a) * u * 34
        s.fill(
            line(px, py, px + np.cos(a) * u * 2.4, py + np.sin(a) * u * 2.4, u * 0.5),
            mix(tone, (255, 255, 255), 0.55),
        )
    cat_curled(s, x + u * 2, y + u * 2, u * s.between(58, 66))
    for _ in range(4):
        px, py = s.between(0.05, 0.95) * s.w, s.pick([0.06, 0.94]) * s.h
        blossom(s, px, py, u * s.between(4, 7), s.palette.accents[0])
    _light(s)


def cat_window(s: Sheet) -> None:
    """A cat on the window sill, the world outside."""
    u = s.u
    wall(s, s.palette.key_tone(s.between(0.72, 0.88), 0.06))
    w, h = s.w * s.between(0.62, 0.7), s.h * s.between(0.56, 0.62)
    x, y = (s.w - w) / 2, s.h * 0.09
    window(s, x, y, w, h)
    sill = y + h + u * 1.5
    side = s.pick([-1, 1])
    board = rect(-10, sill + u * 1.2, s.w + 20, u * 5)
    s.shadow(board, 0, u * 2, u * 2, 0.35)
    s.fade(board, s.palette(0.9, 0.03, 75), s.palette(0.72, 0.05, 65))
    if s.palette.name == "rain":
        for _ in range(70):
            px, py = x + s.between(0, w), y + s.between(0, h)
            s.fill(ellipse(px, py, u * s.between(0.2, 0.7)), (255, 255, 255), 0.4)
            if s.chance(0.25):
                s.fill(
                    line(px, py, px + u * 0.2, py + u * s.between(3, 9), u * 0.25),
                    (255, 255, 255),
                    0.3,
                )
    place = s.w / 2 + side * w * 0.12
    s.pick([cat_back, cat_back, cat_sitting])(s, place, sill + u * 2.6, u * s.between(46, 54))
    potted(s, s.w / 2 - side * w * 0.36, sill + u * 2, u * s.between(26, 36))
    if s.chance(0.6):
        potted(s, s.w / 2 + side * w * 0.5, sill + u * 2, u * s.between(20, 30))
    if s.chance(0.5):
        string_lights(s, u * 4, u * 3, 11)
    low = sill + u * 6
    shelf_h = s.h - low
    if shelf_h > u * 12:
        book_row(s, s.w * 0.06, s.h - u * 1, s.w * 0.88, min(shelf_h - u * 2, u * 16))
    _light(s)


def _light(s: Sheet) -> None:
    if s.palette.mood.dark:
        s.glow(
            s.w * s.between(0.2, 0.8),
            s.h * 0.2,
            max(s.w, s.h) * 0.9,
            s.palette.light(0.84, 0.11, 70),
            0.4,
        )
    elif s.chance(0.55):
        window_light(s, 0.36)
    else:
        leaf_shadow(s, 0.16)


def dog(s: Sheet) -> None:
    """A dog outdoors on the grass, or waiting at home."""
    u = s.u
    if s.chance(0.65):
        colours = sky(s)
        dark = s.palette.mood.dark
        if dark:
            stars(s, s.h * 0.5)
        for _ in range(3):
            cloud(
                s,
                s.between(0, s.w),
                s.h * s.between(0.08, 0.3),
                u * s.between(24, 44),
                mix(colours[1], (255, 255, 255), 0.1 if dark else 0.75),
                mix(colours[0], (255, 255, 255), 0.04 if dark else 0.4),
            )
        hill(s, s.h * 0.68, s.h * 0.16, s.palette(0.6, 0.09, 150))
        for index in range(5):
            tree(
                s,
                s.w * (index + s.between(-0.2, 0.5)) / 4,
                s.h * s.between(0.62, 0.68),
                u * s.between(22, 40),
                s.pick([140.0, 130.0, 70.0]),
            )
        hill(s, s.h * 0.82, s.h * 0.14, s.palette(0.62, 0.11, 132))
        grass(s, s.h + u * 2, u * 9, 150)
        x = s.w * s.between(0.4, 0.6)
        dog_sitting(s, x, s.h * 0.93, u * s.between(56, 66))
        ball = (x + s.pick([-1, 1]) * u * 30, s.h * 0.92)
        s.shadow(ellipse(ball[0], ball[1] + u * 4, u * 5, u), 0, 0, u, 0.4)
        s.fade(ellipse(*ball, u * 4.6), s.palette(0.72, 0.18, 30), s.palette(0.55, 0.18, 25), 1)
        s.fill(
            curve(
                *local(ball[0], ball[1], u, "-4.4,0 0,1.6 4.4,0"),
                width=u,
            ),
            s.palette(0.97, 0.02, 90),
        )
        for _ in range(16):
            blossom(
                s,
                s.between(0, s.w),
                s.h * s.between(0.84, 1),
                u * s.between(1.2, 2.4),
                s.pick([90.0, 350.0, 300.0]),
            )
        grass(s, s.h + u * 6, u * 12, 60, light=0.44)
        if not dark:
            leaf_shadow(s, 0.14)
    else:
        base = _room(s)
        _door(s, s.w * 0.18, base, u * 34, s.h * 0.56)
        picture_frame(s, s.w * 0.62, s.h * 0.14, u * 22, u * 18)
        _rug(s, s.w * 0.56, s.h * 0.88, s.w * 0.34)
        potted(s, s.w * 0.9, base + u * 5, u * 46)
        dog_sitting(s, s.w * 0.56, s.h * 0.9, u * s.between(54, 62))
        _light(s)


def _door(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    tone = s.palette.accent(0, 0.55, 0.09)
    s.fill(
        rect(x - w / 2 - s.u * 1.5, y - h - s.u * 1.5, w + s.u * 3, h + s.u * 1.5),
        s.palette(0.95, 0.015, 80),
    )
    s.fade(
        rect(x - w / 2, y - h, w, h), mix(tone, (255, 255, 255), 0.1), mix(tone, (0, 0, 0), 0.15)
    )
    for row in (0.08, 0.52):
        s.fill(
            rect(x - w * 0.36, y - h * (1 - row), w * 0.72, h * 0.38, s.u),
            mix(tone, (0, 0, 0), 0.14),
        )
    s.fill(ellipse(x + w * 0.38, y - h * 0.48, s.u * 1.2), s.palette(0.8, 0.12, 85))


def hamster(s: Sheet) -> None:
    """A hamster close up, with its house, its wheel and its seeds."""
    u = s.u
    wall(s, s.palette.key_tone(s.between(0.8, 0.92), 0.07), s.pick(["dots", "stripes", "plaster"]))
    base = s.h * 0.66
    s.fade(rect(0, base, s.w, s.h - base), s.palette(0.86, 0.06, 78), s.palette(0.74, 0.08, 70))
    for _ in range(260):
        px, py = s.between(0, s.w), base + s.between(0, 1) * (s.h - base)
        s.fill(
            line(px, py, px + s.between(-2, 2) * u, py + s.between(-1, 1) * u, u * 0.45),
            s.palette(s.between(0.7, 0.95), 0.07, 75),
            0.8,
        )
    wheel = (s.w * 0.8, base - u * 12)
    for ring in (20.0, 17.0):
        s.fill(_ring(*wheel, u * ring, u * 1.3), s.palette.accent(1, 0.7, 0.12))
    for index in range(10):
        a = 2 * pi * index / 10
        s.fill(
            line(
                wheel[0],
                wheel[1],
                wheel[0] + u * 19 * np.cos(a),
                wheel[1] + u * 19 * np.sin(a),
                u * 0.5,
            ),
            s.palette.accent(1, 0.6, 0.12),
        )
    hx = s.w * 0.2
    s.fade(
        rect(hx - u * 16, base - u * 20, u * 32, u * 26, u * 2),
        s.palette(0.75, 0.08, 65),
        s.palette(0.62, 0.09, 58),
    )
    s.fill(
        polygon(*local(hx, base, u, "-21,-18 0,-36 21,-18")),
        s.palette.accent(0, 0.6, 0.14),
    )
    s.fill(
        path(
            *local(hx, base, u, "-7,6 -7,-6 0,-12 7,-6 7,6"),
        ),
        s.palette(0.28, 0.04, 50),
    )
    hamster_front(s, s.w * 0.5, s.h * 0.72, u * s.between(24, 29))
    for _ in range(12):
        px, py = s.between(0.05, 0.95) * s.w, s.h * s.between(0.88, 0.98)
        seed = leaf(px, py, u * 3.4, u * 1.8, s.between(0, 6))
        s.fill(seed, s.palette(0.35, 0.03, 60))
    for index in range(3):
        px = s.w * (0.74 + index * 0.08)
        s.fade(
            path((px - u * 2, s.h * 0.9), (px + u * 2, s.h * 0.9), (px + u * 0.6, s.h * 0.98)),
            s.palette(0.75, 0.17, 55),
            s.palette(0.62, 0.18, 45),
        )
        s.fill(
            leaf(px, s.h * 0.9, u * 5, u * 1.6, -pi / 2 + s.between(-0.5, 0.5)),
            s.palette(0.55, 0.13, 140),
        )
    _light(s)


def _ring(x: float, y: float, r: float, width: float) -> Outline:
    return arc(x, y, r, r, 0, 2 * pi, width)


def bird(s: Sheet) -> None:
    """Small birds on a branch in blossom."""
    u = s.u
    colours = sky(s)
    if s.palette.mood.dark:
        stars(s, s.h * 0.7)
        s.glow(s.w * 0.7, s.h * 0.25, u * 60, s.palette.light(0.94, 0.05, 90), 0.6)
        s.fill(ellipse(s.w * 0.7, s.h * 0.25, u * 14), s.palette.light(0.95, 0.05, 92))
    else:
        s.fill(
            ellipse(s.w * s.between(0.3, 0.7), s.h * s.between(0.3, 0.45), u * s.between(24, 34)),
            mix(colours[-1], s.palette.accent(0, 0.8, 0.1), 0.5),
            0.8,
        )
    for _ in range(30):
        px, py = s.between(0, s.w), s.between(0, s.h)
        s.fill(
            blob(px, py, u * s.between(4, 10), s.rng),
            s.palette(s.between(0.6, 0.8), 0.08, s.pick([140.0, 120.0, 350.0])),
            0.22,
        )
    s.blur(u * 1.6)
    hue = s.pick([350.0, 10.0, 30.0, 130.0, 90.0])
    bark = s.palette(0.32, 0.04, 45)
    lines = [
        (
            (-20, s.h * 0.72),
            (s.w * 0.4, s.h * 0.64),
            (s.w * 0.75, s.h * 0.68),
            (s.w + 20, s.h * 0.52),
        ),
        ((s.w * 0.3, s.h * 0.66), (s.w * 0.5, s.h * 0.45), (s.w * 0.8, s.h * 0.3)),
        ((-10, s.h * 0.3), (s.w * 0.2, s.h * 0.2), (s.w * 0.42, s.h * 0.08)),
    ]
    for index, points in enumerate(lines):
        s.fill(curve(*points, width=[u * (3.4 - index), u * (1.4 - index * 0.3)]), bark)
        t = np.linspace(0.05, 0.98, 16)
        xs, ys = (
            np.interp(t, np.linspace(0, 1, len(points)), [p[0] for p in points]),
            np.interp(t, np.linspace(0, 1, len(points)), [p[1] for p in points]),
        )
        for px, py in zip(xs, ys, strict=True):
            ox, oy = px + s.rng.normal(0, u * 4), py + s.rng.normal(0, u * 4)
            if s.chance(0.62):
                blossom(s, ox, oy, u * s.between(2.4, 5), hue, 5)
            else:
                s.fill(
                    leaf(ox, oy, u * s.between(5, 9), u * 3, s.between(0, 6)),
                    s.palette(s.between(0.5, 0.68), 0.11, 140),
                )
    r = u * s.between(12, 15)
    bird_side(s, s.w * 0.36, s.h * 0.645, r)
    bird_side(s, s.w * 0.64, s.h * 0.665, r * 0.9)
    if s.chance(0.5):
        bird_side(s, s.w * 0.7, s.h * 0.345, r * 0.6)
    for _ in range(26):
        s.fill(
            leaf(s.between(0, s.w), s.between(0, s.h), u * 1.8, u * 1.2, s.between(0, 6)),
            s.palette(0.85, 0.09, hue),
            0.85,
        )


SCENES = {"cat": cat, "cat_window": cat_window, "dog": dog, "hamster": hamster, "bird": bird}
