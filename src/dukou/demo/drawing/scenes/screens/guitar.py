"""Scene `guitar`: a guitar: by the wall of a room, or being played."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import lighter, mix
from ...faces import look
from ...light import bokeh, lamp_pool, slant, string_lights
from ...outline import (
    Outline,
    ellipse,
    line,
    path,
    polygon,
    rect,
)
from ...people import bust, hand
from ...potted import potted
from ...room import picture_frame
from ...sheet import Sheet
from ...surfaces import floor, wall
from ...window import window


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
        (0.085, lighter(tone, 0.5)),
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
