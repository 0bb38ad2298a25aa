"""Scene `nails`: a hand with painted nails, bottles of polish around it."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import lighter, mix
from ...light import daylight, sparkle
from ...outline import (
    curve,
    ellipse,
    local,
    path,
    turned,
)
from ...people import cloth
from ...potted import blossom
from ...sheet import Sheet
from ...surfaces import linen, plain, terrazzo
from .things import bottle_above


def nails(s: Sheet) -> None:
    """A hand with painted nails, bottles of polish around it."""
    u = s.u
    s.pick([plain, terrazzo, linen])(s)
    skin = s.pick(
        [
            s.palette(0.90, 0.05, 60),
            s.palette(0.84, 0.07, 58),
            s.palette(0.72, 0.08, 55),
            s.palette(0.52, 0.07, 50),
        ]
    )
    turn = -pi / 2 + s.between(-0.25, 0.25)
    size = u * s.between(15, 17)
    x, y = s.w * 0.46, s.h * 0.66
    way = np.exp(1j * turn)
    shade = mix(skin, s.palette(0.4, 0.1, 30), 0.25)

    def at(along: float, across: float) -> tuple[float, float]:
        place = complex(x, y) + way * (along + 1j * across) * size
        return place.real, place.imag

    sleeve = s.palette.accent(1, 0.75, 0.09)
    palm = path(
        at(-3.6, -0.8),
        at(-1.6, -0.8),
        at(-0.4, -1.15),
        at(0.8, -1.2),
        at(0.9, 1.15),
        at(-0.4, 1.05),
        at(-1.6, 0.75),
        at(-3.6, 0.8),
    )
    fingers = [(-0.92, 2.2, -0.12), (-0.3, 2.75, -0.03), (0.32, 2.6, 0.05), (0.9, 2.05, 0.13)]
    outlines = [palm] + [
        curve(
            at(0.4, across),
            at(1.4, across * 1.05 + lean * 2),
            at(reach, across * 1.1 + lean * 5),
            width=[size * 0.62, size * 0.56, size * 0.46],
        )
        for across, reach, lean in fingers
    ]
    thumb = curve(
        at(-1.0, -0.8), at(-0.1, -1.7), at(0.9, -2.0), width=[size * 0.75, size * 0.62, size * 0.48]
    )
    s.shadow([*outlines, thumb], u, u * 2, u * 1.6, 0.35)
    s.fade(thumb, skin, shade, turn + 2)
    for outline in outlines:
        s.fade(outline, skin, mix(skin, shade, 0.6), turn + pi)
    for across, reach, lean in fingers:
        s.fill(
            curve(
                at(1.25, across * 1.05 + lean * 2 - 0.16),
                at(1.28, across * 1.05 + lean * 2 + 0.16),
                width=u * 0.35,
            ),
            shade,
            0.7,
        )
        px, py = at(reach + 0.02, across * 1.1 + lean * 5)
        _nail(s, px, py, size * 0.3, float(np.angle(way * np.exp(1j * lean * 2))))
    px, py = at(0.92, -2.0)
    _nail(s, px, py, size * 0.32, turn - 0.35)
    ring = at(1.02, 0.36)
    s.fill(curve(at(1.0, 0.04), at(1.0, 0.68), width=u * 1.2), s.palette.light(0.84, 0.1, 85))
    sparkle(s, *ring, u * 3, s.palette.light(0.99, 0.02, 95))
    cuff = path(at(-4.4, -1.2), at(-1.9, -1.05), at(-1.9, 1.0), at(-4.4, 1.2))
    s.shadow(cuff, 0, 0, u, 0.3)
    cloth(s, cuff, sleeve, s.pick(["plain", "stripes"]))
    for index in range(5):
        bottle_above(
            s,
            s.w * (0.84 if index % 2 else 0.9) - (index == 4) * s.w * 0.74,
            s.h * (0.12 + 0.17 * index) - (index == 4) * s.h * 0.66,
            u * 16,
            s.between(-0.6, 0.6) - pi / 2,
        )
    for _ in range(4):
        blossom(
            s,
            s.between(0.03, 0.2) * s.w,
            s.between(0.1, 0.95) * s.h,
            u * s.between(3, 6),
            s.palette.accents[0],
        )
    daylight(s)


def _nail(s: Sheet, x: float, y: float, r: float, turn: float) -> None:
    tone = s.palette.accent(0, 0.62, 0.16)
    kind = s.pick(["plain", "tip", "dots", "flower", "glitter"])
    nail = turned(
        path(*local(x, y, r, "-.9,-.62 .3,-.68 1.25,-.3 1.4,0 1.25,.3 .3,.68 -.9,.62")),
        turn,
        x,
        y,
    )
    s.fade(nail, lighter(tone, 0.2), tone, turn)
    if kind == "tip":
        with s.inside(nail, spill=r):
            s.fill(
                turned(ellipse(x + r * 1.3, y, r * 0.8, r), turn, x, y), s.palette(0.98, 0.01, 80)
            )
    elif kind == "dots":
        for dx, dy in ((-0.3, -0.25), (0.2, 0.2), (0.7, -0.1)):
            s.fill(
                turned(ellipse(x + dx * r, y + dy * r, r * 0.15), turn, x, y),
                s.palette(0.98, 0.02, 85),
            )
    elif kind == "flower":
        blossom(s, x + r * 0.2, y, r * 0.5, 95.0, 5)
    elif kind == "glitter":
        for _ in range(12):
            s.fill(
                turned(
                    ellipse(x + s.between(-0.6, 1.1) * r, y + s.between(-0.4, 0.4) * r, r * 0.07),
                    turn,
                    x,
                    y,
                ),
                s.palette.light(0.95, 0.08, 88),
            )
    s.fill(
        turned(
            curve((x - r * 0.6, y - r * 0.35), (x + r * 0.6, y - r * 0.4), width=r * 0.16),
            turn,
            x,
            y,
        ),
        (255, 255, 255),
        0.6,
    )
