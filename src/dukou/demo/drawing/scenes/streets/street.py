"""Scene `street`: a small street with shops, wires, lamps and people."""

from __future__ import annotations

from ...cats import cat_sitting
from ...colour import lighter, mix
from ...faces import look
from ...outline import (
    polygon,
    rect,
)
from ...people import standing
from ...sheet import Sheet
from ...sky import mirror
from ...town import (
    skyline,
    street_lamp,
    tiled_shop,
    wires,
)  # fmt: skip
from .bicycle import bicycle
from .dusk import dusk, umbrella_walker, wet


def street(s: Sheet) -> None:
    """A small street with shops, wires, lamps and people."""
    u = s.u
    base = s.h * s.between(0.7, 0.76)
    colours = dusk(s, base)
    lit = s.palette.mood.dark or s.palette.name in ("rain", "gold")
    skyline(
        s,
        base,
        s.h * 0.3,
        s.h * 0.52,
        mix(colours[-1], s.palette(0.5, 0.05, 260), 0.4),
        0.3 if lit else 0.0,
    )
    wires(s, s.h * 0.24)
    x = -u * s.between(0, 12)
    while x < s.w:
        w = u * s.between(36, 46)
        tiled_shop(s, x, base, w, s.h * s.between(0.4, 0.48), lit)
        x += w + u * 0.8
    road = s.palette(0.48, 0.02, 260)
    s.fade(rect(0, base, s.w, s.h - base), lighter(road, 0.22), road)
    s.fill(rect(0, base, s.w, u * 3.2), s.palette(0.74, 0.02, 80))
    s.fill(rect(0, base + u * 3.2, s.w, u * 0.7), s.palette(0.5, 0.02, 80))
    if lit:
        mirror(s, base + u * 4, 0.34, road)
    for index in range(6):
        left = s.w * (0.08 + index * 0.17)
        s.fill(
            polygon(
                (left, s.h * 0.9),
                (left + u * 7, s.h * 0.9),
                (left + u * 6, s.h),
                (left - u * 4, s.h),
            ),
            s.palette(0.95, 0.01, 80),
            0.75,
        )
    street_lamp(s, s.w * s.pick([0.12, 0.9]), base + u * 3, s.h * 0.42, lit)
    for index in range(s.pick([2, 3])):
        who, px = look(s), s.w * (0.24 + 0.26 * index) + s.between(-4, 4) * u
        umbrella_walker(
            s, px, base + u * s.between(4, 8), u * s.between(23, 28)
        ) if s.palette.name == "rain" else standing(
            s,
            px,
            base + u * s.between(3, 7),
            u * s.between(23, 28),
            who,
            pose="walk",
            face=s.pick(["front", "back"]),
        )
    if s.chance(0.6):
        bicycle(s, s.w * s.between(0.6, 0.8), base + u * 6, u * 22)
    if s.chance(0.5):
        cat_sitting(s, s.w * s.between(0.1, 0.3), s.h * 0.94, u * 15)
    wet(s)
