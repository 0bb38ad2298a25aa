"""Scene `fruit`: fruit: halves and wholes on a cloth, or a bowl of them."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...light import daylight
from ...outline import (
    Outline,
    curve,
    ellipse,
    leaf,
    local,
    path,
    star,
)
from ...sheet import Sheet
from ...surfaces import tabletop
from ...tableware import (
    dish,
    strawberry,
)  # fmt: skip
from .sides import tangerine


def fruit(s: Sheet) -> None:
    """Fruit: halves and wholes on a cloth, or a bowl of them."""
    c, u = s.palette, s.u
    tabletop(s)
    x, y = s.w * 0.5, s.h * 0.52
    if s.chance(0.5):
        dish(s, x, y, u * 42, depth=0.88)
    makers = [tangerine, _orange_half, _peach, _melon, _kiwi, _grapes, _berry_pile]
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
    body = path(*local(x, y, r, "0,-.85 .75,-.75 1,0 .55,.8 0,1 -.55,.8 -1,0 -.75,-.75"))
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

    def place(size: float) -> Outline:
        return np.asarray(half * size * np.exp(1j * turn) + complex(x, y))

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
