"""Scene `cat`: a cat at home: on the rug, on the sofa, asleep among leaves, or very near."""

from __future__ import annotations

from math import pi

import numpy as np

from ...cat_faces import cat_head
from ...cats import cat_curled, cat_sitting
from ...coats import cat_coat
from ...colour import darker, lighter
from ...light import slant
from ...outline import blob, curve, ellipse, leaf, line, local, path, rect
from ...potted import blossom, potted
from ...room import picture_frame
from ...sheet import Sheet
from ...surfaces import linen, wall
from ...window import window
from .home import light, room, rug


def _sofa(s: Sheet, x: float, y: float, w: float) -> float:
    """A sofa standing at (x, y); returns the height of its seat."""
    h, tone = w * 0.52, s.palette.accent(int(s.rng.integers(3)), s.between(0.45, 0.68), 0.1)
    dark = darker(tone, 0.22)
    s.shadow(ellipse(x, y, w * 0.55, s.u * 3), 0, 0, s.u * 2, 0.45)
    for side in (-1, 1):
        s.fill(
            line(x + side * w * 0.42, y - s.u * 4, x + side * w * 0.44, y, s.u * 1.6),
            s.palette(0.4, 0.07, 55),
        )
    s.fade(
        rect(x - w * 0.44, y - h, w * 0.88, h * 0.75, s.u * 6),
        lighter(tone, 0.12),
        dark,
    )
    s.fill(line(x, y - h * 0.95, x, y - h * 0.45, s.u * 0.4), dark, 0.7)
    s.fade(
        rect(x - w * 0.44, y - h * 0.48, w * 0.88, h * 0.34, s.u * 4),
        lighter(tone, 0.2),
        tone,
    )
    for side in (-1, 1):
        s.fade(
            rect(x + side * w * 0.46 - w * 0.075, y - h * 0.66, w * 0.15, h * 0.6, s.u * 5),
            lighter(tone, 0.15),
            dark,
        )
    for index in range(2):
        px, size = x + (-0.26 + index * 0.5) * w, w * 0.17
        cushion = rect(px - size / 2, y - h * 0.74, size, size, s.u * 3)
        pillow = s.palette.accent(index + 1, 0.78, 0.09)
        s.shadow(cushion, 0, s.u, s.u, 0.3)
        s.fade(cushion, lighter(pillow, 0.2), pillow)
        for row in range(4):
            s.fill(
                rect(
                    px - size * 0.4,
                    y - h * 0.74 + size * (0.2 + row * 0.2),
                    size * 0.8,
                    size * 0.05,
                ),
                lighter(pillow, 0.6),
                0.7,
            )
    return y - h * 0.42


def cat(s: Sheet) -> None:
    """A cat at home: on the rug, on the sofa, asleep among leaves, or very near."""
    s.pick([_cat_rug, _cat_sofa, _cat_close, _cat_blanket])(s)


def _cat_rug(s: Sheet) -> None:
    base = room(s)
    u = s.u
    picture_frame(s, s.w * 0.1, s.h * 0.1, u * 22, u * 28)
    if s.w > s.h:
        picture_frame(s, s.w * 0.32, s.h * 0.14, u * 16, u * 16)
    potted(s, s.w * 0.86, base + u * 4, u * s.between(44, 62))
    rug(s, s.w * 0.46, s.h * 0.88, s.w * 0.36)
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
    light(s)


def _cat_sofa(s: Sheet) -> None:
    base = room(s)
    u = s.u
    window(s, s.w * 0.3, s.h * 0.07, s.w * 0.4, s.h * 0.28)
    seat = _sofa(s, s.w * 0.5, s.h * 0.93, min(s.w * 0.92, u * 106))
    potted(s, s.w * 0.93, base + u * 10, u * 46)
    if s.chance(0.5):
        cat_curled(s, s.w * 0.5, seat - u * 6, u * 46)
        cat_sitting(s, s.w * 0.78, seat + u * 3, u * 30, look="open")
    else:
        cat_sitting(s, s.w * 0.46, seat + u * 4, u * 46)
    light(s)


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
    s.fade(body, coat.fur, darker(coat.fur, 0.25))
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
                lighter(tone, 0.5),
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
    s.fade(cushion, lighter(tone, 0.15), darker(tone, 0.12), 1)
    inner = (cushion - complex(x, y)) * 0.8 + complex(x, y)
    s.fade(inner, darker(tone, 0.12), lighter(tone, 0.25), 1)
    for index in range(40):
        a = 2 * pi * index / 40
        px, py = x + np.cos(a) * u * 37, y + np.sin(a) * u * 34
        s.fill(
            line(px, py, px + np.cos(a) * u * 2.4, py + np.sin(a) * u * 2.4, u * 0.5),
            lighter(tone, 0.55),
        )
    cat_curled(s, x + u * 2, y + u * 2, u * s.between(58, 66))
    for _ in range(4):
        px, py = s.between(0.05, 0.95) * s.w, s.pick([0.06, 0.94]) * s.h
        blossom(s, px, py, u * s.between(4, 7), s.palette.accents[0])
    light(s)
