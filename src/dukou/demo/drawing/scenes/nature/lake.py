"""Scene `lake`: still water that doubles the mountains, a boat or a jetty."""

from __future__ import annotations

from ...colour import darker, lighter, mix
from ...faces import look
from ...outline import curve, ellipse, line, local, path, polygon, rect
from ...people import standing
from ...plants import grass, pine
from ...sheet import Sheet
from ...sky import mirror, ridge
from .outdoors import heaven


def lake(s: Sheet) -> None:
    """Still water that doubles the mountains, a boat or a jetty."""
    u = s.u
    shore = s.h * s.between(0.5, 0.6)
    colours = heaven(s, shore)
    far = mix(colours[-1], s.palette(0.6, 0.08, 235), 0.5)
    near = s.palette(0.36, 0.08, s.pick([150.0, 175.0, 230.0]))
    for index in range(3):
        shape = ridge(s, shore - u * (8 - index * 3), s.h * (0.26 - index * 0.05), 0.5, 6)
        s.fade(shape, mix(far, near, index * 0.4), mix(far, near, index * 0.25))
    for index in range(18):
        x = s.w * (index + s.between(-0.4, 0.4)) / 17
        if s.chance(0.7):
            pine(s, x, shore + u, u * s.between(7, 16), mix(near, s.palette(0.35, 0.08, 155), 0.5))
    s.fade(
        rect(0, shore, s.w, s.h - shore),
        mix(colours[-1], s.palette(0.7, 0.07, 220), 0.4),
        s.palette(0.35, 0.09, 230),
    )
    mirror(s, shore, 0.62, s.palette(0.5, 0.08, 225))
    for _ in range(46):
        y = shore + (s.rng.random() ** 1.5) * (s.h - shore)
        x, run = s.between(-0.1, 1) * s.w, u * s.between(4, 20)
        s.fill(
            curve((x, y), (x + run / 2, y - u * 0.2), (x + run, y), width=[0.3, u * 0.4, 0.3]),
            lighter(colours[-1], 0.5),
            0.4,
        )
    if s.chance(0.5):
        boat(s, s.w * s.between(0.3, 0.7), s.h * s.between(0.76, 0.84), u * s.between(18, 26))
    else:
        wood = s.palette(0.5, 0.07, 58)
        s.fade(
            polygon(
                (s.w * 0.44, s.h * 0.74),
                (s.w * 0.54, s.h * 0.74),
                (s.w * 0.68, s.h + 10),
                (s.w * 0.32, s.h + 10),
            ),
            wood,
            darker(wood, 0.2),
        )
        for index in range(9):
            t = (index / 9) ** 1.6
            y = s.h * (0.74 + 0.27 * t)
            s.fill(
                line(s.w * (0.44 - 0.12 * t), y, s.w * (0.54 + 0.14 * t), y, u * 0.45),
                darker(wood, 0.4),
                0.7,
            )
        who = look(s)
        standing(s, s.w * 0.5, s.h * 0.87, u * 24, who, face="back")
    grass(s, s.h + u * 4, u * 16, 40, light=0.36)


def boat(s: Sheet, x: float, y: float, size: float) -> None:
    """A covered boat and its oarsman, afloat around (x, y)."""
    hull = s.palette.accent(1, 0.5, 0.12)
    s.shadow(
        ellipse(x, y + size * 0.12, size * 0.55, size * 0.07), 0, size * 0.05, size * 0.04, 0.4
    )
    s.fill(
        path(*local(x, y, size, "-.55,-.06 0,-.01 .55,-.06 .36,.15 -.36,.15")),
        hull,
    )
    s.fill(
        curve(
            *local(x, y, size, "-.53,-.05 0,0 .53,-.05"),
            width=size * 0.03,
        ),
        lighter(hull, 0.5),
    )
    roof = s.palette(0.55, 0.07, 62)
    s.fade(
        path(*local(x, y, size, "-.2,-.02 -.18,-.2 0,-.26 .18,-.2 .2,-.02")),
        lighter(roof, 0.2),
        darker(roof, 0.25),
    )
    standing(s, x + size * 0.36, y + size * 0.02, size * 0.5, look(s, "cap"))
    s.fill(
        line(x + size * 0.3, y - size * 0.3, x + size * 0.6, y + size * 0.2, size * 0.018),
        s.palette(0.3, 0.04, 50),
    )
