"""Scene `rooftop`: on the roof: water tanks, washing, string lights, friends looking at the town."""

from __future__ import annotations

from ...cats import cat_back
from ...colour import darker, lighter, mix
from ...light import string_lights
from ...outline import (
    Outline,
    curve,
    line,
    local,
    path,
    polygon,
    rect,
)
from ...people import standing
from ...potted import potted
from ...sheet import Sheet
from ...town import (
    skyline,
)  # fmt: skip
from .dusk import dusk


def rooftop(s: Sheet) -> None:
    """On the roof: water tanks, washing, string lights, friends looking at the town."""
    u = s.u
    base = s.h * 0.7
    colours = dusk(s, base)
    lit = s.palette.mood.dark or s.palette.name == "gold"
    skyline(
        s,
        base + u * 2,
        s.h * 0.14,
        s.h * 0.3,
        mix(colours[-1], s.palette(0.5, 0.06, 260), 0.35),
        0.45 if lit else 0.0,
        (5, 11),
    )
    skyline(
        s,
        base + u * 2,
        s.h * 0.08,
        s.h * 0.2,
        mix(colours[-1], s.palette(0.4, 0.06, 260), 0.6),
        0.5 if lit else 0.0,
        (8, 14),
    )
    brick = s.palette(0.6, 0.08, 40)
    s.fade(
        rect(0, base, s.w, s.h - base),
        lighter(brick, 0.15),
        darker(brick, 0.15),
    )
    s.fill(rect(0, base - u * 4, s.w, u * 7), lighter(brick, 0.35))
    for row in range(5):
        for column in range(14):
            s.fill(
                rect(
                    (column + (row % 2) * 0.5) * s.w / 13 - u * 4,
                    base + u * (5 + row * 6),
                    s.w / 13 - u * 1.2,
                    u * 4.6,
                    u * 0.5,
                ),
                darker(brick, s.between(0.0, 0.16)),
                0.5,
            )
    if s.chance(0.5):
        _washing(s, s.h * s.between(0.3, 0.38))
    else:
        string_lights(s, s.h * 0.3, u * 7, 11)
        for px in (s.w * 0.02, s.w * 0.98):
            s.fill(line(px, s.h * 0.28, px, base, u), s.palette(0.25, 0.03, 50))
    tank = s.w * s.pick([0.14, 0.84])
    s.fade(
        rect(tank - u * 9, base - u * 26, u * 18, u * 22, u * 2),
        s.palette(0.75, 0.03, 220),
        s.palette(0.5, 0.04, 230),
        0.0,
    )
    s.fill(
        path(*local(tank, base, u, "-10,-25 0,-32 10,-25")),
        s.palette(0.45, 0.04, 230),
    )
    for side in (-1, 1):
        s.fill(
            line(tank + side * u * 7, base - u * 5, tank + side * u * 8, base + u * 2, u),
            s.palette(0.25, 0.02, 240),
        )
    for index in range(s.pick([2, 3])):
        standing(
            s,
            s.w * (0.42 + 0.13 * index),
            s.h * 0.92,
            u * s.between(36, 40),
            face="back",
            pose=s.pick(["still", "arms", "wave"]),
        )
    for index in range(3):
        potted(s, s.w * (0.06 + 0.42 * index), s.h * 0.97, u * s.between(20, 28))
    if s.chance(0.5):
        cat_back(s, s.w * 0.74, base - u * 3.4, u * 15)


def _washing(s: Sheet, y: float) -> None:
    u = s.u
    s.fill(
        curve((0, y), (s.w * 0.5, y + u * 4), (s.w, y - u * 2), width=u * 0.35),
        s.palette(0.3, 0.02, 60),
    )
    x, index = u * 5, 0
    while x < s.w - u * 12:
        t = x / s.w
        top = y + u * 4 * 4 * t * (1 - t) * 0.8
        tone = s.palette.accent(int(s.rng.integers(3)), s.between(0.6, 0.9), 0.11)
        w = u * s.between(10, 16)
        if index % 3 == 0:
            shape: Outline = polygon(
                (x, top), (x + w, top), (x + w + u, top + u * 20), (x - u * 0.6, top + u * 19)
            )
        elif index % 3 == 1:
            shape = polygon(
                *local(
                    x, top, w, ".2,0 .8,0 1.15,5 .95,8 .8,6 .8,16 .2,16 .2,6 .05,8 -.15,5", tall=u
                ),
            )
        else:
            shape = polygon(*local(x, top, w, ".2,0 .8,0 .9,18 .56,18 .5,6 .44,18 .1,18", tall=u))
        s.fade(shape, lighter(tone, 0.25), darker(tone, 0.08))
        s.spray(shape, mix(tone, s.palette(0.2, 0.05, 280), 0.6), 0.2, 0.4, 0.5)
        x += w + u * s.between(3, 7)
        index += 1
