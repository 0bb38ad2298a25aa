"""Scene `breakfast`: breakfast: soy milk and fried dough, or toast, egg and fruit."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...light import daylight
from ...outline import (
    blob,
    curve,
    ellipse,
    local,
    path,
    stroke,
    turned,
)
from ...sheet import Sheet
from ...surfaces import tabletop
from ...tableware import (
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
from .sides import tangerine


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
        tangerine(s, x - u * 40, y + u * 52, u * 9)
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
        path(*local(x, y, half, "-1,1 -1,-.3 -1.1,-.8 -.4,-1.05 .4,-1.05 1.1,-.8 1,-.3 1,1")),
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
