"""Scene `tent`: a lit tent under trees and stars."""

from __future__ import annotations

from math import cos, sin

from ...colour import darker, lighter, mix
from ...light import glow_bulb, string_lights
from ...outline import curve, ellipse, line, local, path, polygon, rect
from ...plants import grass, pine
from ...sheet import Sheet
from ...sky import hill, ranges
from .outdoors import heaven


def tent(s: Sheet) -> None:
    """A lit tent under trees and stars."""
    u = s.u
    colours = heaven(s, s.h * 0.75, count=2)
    far = mix(colours[-1], s.palette(0.5, 0.08, 230), 0.5)
    near = s.palette(0.25, 0.06, 170)
    ranges(s, s.h * 0.45, s.h * 0.78, far, near, 3)
    hill(s, s.h * 0.84, s.h * 0.08, mix(near, s.palette(0.5, 0.1, 140), 0.4))
    for index in range(12):
        x = s.w * (index + s.between(-0.3, 0.3)) / 11
        pine(
            s,
            x,
            s.h * s.between(0.76, 0.82),
            u * s.between(20, 42),
            mix(near, far, s.between(0, 0.3)),
        )
    s.fade(
        rect(0, s.h * 0.8, s.w, s.h * 0.2),
        mix(near, s.palette(0.5, 0.1, 135), 0.55),
        mix(near, s.palette(0.4, 0.09, 140), 0.4),
    )
    x, y, size = s.w * s.between(0.42, 0.58), s.h * 0.92, u * s.between(40, 48)
    tone = s.palette.accent(0, 0.62, 0.15)
    warm = s.palette.light(0.88, 0.13, 75)
    s.shadow(ellipse(x, y, size * 0.7, size * 0.08), 0, 0, u * 3, 0.5)
    s.fill(
        path(*local(x, y, size, "-.68,0 -.4,-.45 0,-.62 .4,-.45 .68,0")),
        tone,
    )
    s.glow(x, y - size * 0.2, size * 1.3, warm, 0.6)
    s.fade(
        polygon(*local(x, y, size, "0,-.54 .3,0 -.3,0")),
        warm,
        s.palette.light(0.7, 0.15, 55),
    )
    for side in (-1, 1):
        s.fill(
            path(*local(x, y, size, "0,-.56 .1,-.3 .34,0 .16,0 .03,-.2", mirror=side)),
            lighter(tone, 0.25),
        )
    s.fill(
        curve(
            *local(x, y, size, "-.68,0 -.4,-.45 0,-.62 .4,-.45 .68,0"),
            width=u * 0.6,
        ),
        darker(tone, 0.25),
    )
    string_lights(s, s.h * 0.5, u * 6, 9, s.w * 0.1, s.w * 0.9)
    fx, fy = x + s.pick([-1, 1]) * size * 0.85, s.h * 0.95
    s.glow(fx, fy - u * 3, u * 32, s.palette.light(0.78, 0.16, 55), 0.6)
    for turn in (-0.5, 0.0, 0.5):
        s.fill(
            line(
                fx - u * 4 * cos(turn),
                fy + u * 2 * sin(turn),
                fx + u * 4 * cos(turn),
                fy - u * 2 * sin(turn),
                u * 1.3,
            ),
            s.palette(0.3, 0.05, 45),
        )
    for reach, tone_ in (
        (8.0, s.palette.light(0.65, 0.2, 38)),
        (5.5, s.palette.light(0.8, 0.16, 65)),
        (3.0, s.palette.light(0.95, 0.1, 95)),
    ):
        s.fill(
            path(
                (fx, fy - u * reach * 1.3),
                (fx + u * reach * 0.36, fy - u * reach * 0.4),
                (fx + u * reach * 0.2, fy),
                (fx - u * reach * 0.2, fy),
                (fx - u * reach * 0.36, fy - u * reach * 0.5),
            ),
            tone_,
        )
    for _ in range(18):
        glow_bulb(s, fx + s.rng.normal(0, u * 5), fy - u * s.between(6, 30), u * 0.22, 55)
    grass(s, s.h + u * 3, u * 9, 120, light=0.34)
