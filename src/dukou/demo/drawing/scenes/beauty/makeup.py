"""Scene `makeup`: make-up laid out, or a face at the mirror."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...colour import darker, lighter, mix
from ...faces import hair_behind, head, look
from ...light import daylight, slant
from ...outline import (
    arc,
    curve,
    ellipse,
    leaf,
    line,
    local,
    path,
    polygon,
    rect,
    turning,
)
from ...people import cloth
from ...potted import blossom
from ...sheet import Sheet
from ...surfaces import linen, plain, tabletop, terrazzo, wall
from .things import bottle_above, lipstick_flat


def _powder(s: Sheet, x: float, y: float, r: float) -> None:
    """An open compact from above: pans in a mirrored case."""
    case = s.pick(
        [s.palette(0.3, 0.03, 30), s.palette.accent(0, 0.8, 0.08), s.palette.light(0.82, 0.07, 80)]
    )
    s.shadow(ellipse(x, y, r), r * 0.1, r * 0.18, r * 0.14, 0.4)
    s.fade(ellipse(x, y, r), lighter(case, 0.3), darker(case, 0.15), 1)
    hue = s.pick([15.0, 30.0, 350.0, 55.0])
    s.fill(ellipse(x, y, r * 0.84), darker(case, 0.3))
    s.fade(ellipse(x, y, r * 0.8), s.palette(0.85, 0.09, hue), s.palette(0.74, 0.12, hue), 1)
    for index in range(7):
        a = 2 * pi * index / 7
        s.fill(leaf(x, y, r * 0.6, r * 0.3, a), s.palette(0.7, 0.12, hue), 0.4)
    s.spray(ellipse(x, y, r * 0.8), (255, 255, 255), 3.9, 0.3, 0.5)


def _palette_case(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    """Eye-shadow in rows."""
    h = w * 0.6
    case = s.pick(
        [
            s.palette(0.25, 0.02, 30),
            s.palette.accent(0, 0.82, 0.07),
            s.palette.light(0.85, 0.05, 60),
        ]
    )
    place = turning(turn, x, y)
    body = place(rect(x - w / 2, y - h / 2, w, h, s.u * 2))
    s.shadow(body, s.u, s.u * 1.8, s.u * 1.4, 0.4)
    s.fade(body, lighter(case, 0.2), case, turn + 1)
    base = s.pick([20.0, 350.0, 40.0, 300.0])
    for row in range(3):
        for column in range(5):
            px, py = x - w * 0.4 + column * w * 0.2, y - h * 0.32 + row * h * 0.32
            tone = s.palette(
                0.88 - 0.1 * row - 0.06 * column, s.between(0.05, 0.12), base + column * 9 - row * 6
            )
            pan = place(ellipse(px, py, w * 0.078, w * 0.078))
            s.fill(place(ellipse(px, py, w * 0.088)), darker(case, 0.4))
            s.fade(pan, lighter(tone, 0.2), tone, 1)
            if s.chance(0.4):
                for _ in range(7):
                    s.fill(
                        place(
                            ellipse(
                                px + s.between(-0.05, 0.05) * w,
                                py + s.between(-0.05, 0.05) * w,
                                s.u * 0.25,
                            )
                        ),
                        (255, 255, 255),
                        0.8,
                    )


def _brush(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    """A make-up brush, its hair at (x, y)."""
    way = np.exp(1j * turn)

    def at(t: float) -> tuple[float, float]:
        place = complex(x, y) + way * length * t
        return place.real, place.imag

    hair = path(
        (-0.02, 0), (0.06, -0.075), (0.24, -0.05), (0.24, 0.05), (0.06, 0.075)
    ) * length * way + complex(x, y)
    handle = curve(
        *[at(t) for t in (0.34, 0.6, 1.0)],
        width=[length * 0.075, length * 0.085, length * 0.035],
    )
    ferrule = line(*at(0.22), *at(0.38), length * 0.085)
    s.shadow([hair, handle], s.u * 0.6, s.u, s.u * 0.8, 0.4)
    s.fade(hair, s.palette(0.78, 0.1, 20), s.palette(0.42, 0.06, 40), turn)
    s.fill(handle, s.palette.accent(1, 0.55, 0.1))
    s.fill(ferrule, s.palette.light(0.82, 0.08, 80))


def makeup(s: Sheet) -> None:
    """Make-up laid out, or a face at the mirror."""
    u = s.u
    if s.chance(0.6):
        s.pick([plain, terrazzo, linen, tabletop])(s)
        _palette_case(s, s.w * 0.5, s.h * 0.42, u * s.between(56, 64), s.between(-0.25, 0.25))
        _powder(s, s.w * 0.2, s.h * 0.76, u * 14)
        _powder(s, s.w * 0.82, s.h * 0.15, u * 12)
        for index in range(4):
            _brush(
                s,
                s.w * (0.44 + 0.12 * index),
                s.h * (0.66 + 0.03 * (index % 2)),
                u * s.between(36, 44),
                1.2 + index * 0.12,
            )
        lipstick_flat(s, s.w * 0.18, s.h * 0.14, u * 32, s.between(0.2, 0.7))
        bottle_above(s, s.w * 0.9, s.h * 0.5, u * 17, s.between(1, 2))
        for _ in range(3):
            blossom(
                s,
                s.between(0.04, 0.96) * s.w,
                s.pick([0.04, 0.95]) * s.h,
                u * s.between(4, 7),
                s.palette.accents[0],
            )
        smear = curve(
            (s.w * 0.06, s.h * 0.5),
            (s.w * 0.14, s.h * 0.47),
            (s.w * 0.1, s.h * 0.56),
            (s.w * 0.2, s.h * 0.54),
            width=[u * 3, u * 5, u * 4, u * 2],
        )
        s.fill(smear, s.palette(0.68, 0.15, 18), 0.9)
        daylight(s)
    else:
        wall(s, s.palette.key_tone(0.86, 0.06))
        x, y, r = s.w * 0.5, s.h * 0.44, u * 36
        s.shadow(ellipse(x, y, r * 1.08), u, u * 2, u * 2, 0.35)
        s.fill(ellipse(x, y, r * 1.08), s.palette.light(0.82, 0.08, 82))
        mirror = ellipse(x, y, r)
        with s.inside(mirror):
            s.fade(mirror, s.palette.accent(1, 0.9, 0.05), s.palette.accent(1, 0.78, 0.07))
            who = look(s, s.pick(["long", "bun", "bob"]))
            hair_behind(s, x, y + u * 2, u * 20, who)
            s.fill(rect(x - u * 6, y + u * 14, u * 12, u * 14), mix(who.skin, (150, 90, 70), 0.25))
            cloth(
                s,
                path(*local(x, y, u, "-8,24 8,24 36,44 -36,44")),
                who.top,
                who.pattern,
            )
            head(s, x, y + u * 2, u * 20, who)
            s.fill(arc(x, y + u * 12.4, u * 3, u * 1.9, 0, pi, u * 1.5), s.palette(0.55, 0.2, 20))
            s.fill(
                polygon(*local(x, y, r, "-1,0 -.4,-1 -.1,-1 -.9,.5")),
                (255, 255, 255),
                0.16,
            )
        for index in range(12):
            a = 2 * pi * index / 12
            s.glow(
                x + r * 1.04 * cos(a),
                y + r * 1.04 * sin(a),
                u * 6,
                s.palette.light(0.95, 0.06, 88),
                0.6,
            )
            s.fill(
                ellipse(x + r * 1.04 * cos(a), y + r * 1.04 * sin(a), u * 1.7),
                s.palette.light(0.98, 0.04, 95),
            )
        base = s.h * 0.84
        s.fade(rect(0, base, s.w, s.h), s.palette(0.93, 0.02, 80), s.palette(0.82, 0.04, 70))
        for index in range(7):
            px = s.w * (0.1 + 0.13 * index)
            tall = u * s.between(9, 17)
            tone = s.palette.accent(index, s.between(0.55, 0.85), 0.11)
            s.fade(
                rect(px - u * 3.4, base + u * 6 - tall, u * 6.8, tall, u * 1.4),
                lighter(tone, 0.35),
                tone,
                0.0,
            )
            s.fill(
                rect(px - u * 2, base + u * 6 - tall - u * 4, u * 4, u * 4.4, u * 0.6),
                s.palette.light(0.8, 0.08, 82),
            )
        slant(s, 0.2)
