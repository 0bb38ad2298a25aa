"""Scene `garden`: a flower bed with a fence, a watering can, a path, butterflies."""

from __future__ import annotations

from math import pi

from ...colour import darker, lighter, mix
from ...light import leaf_shadow
from ...outline import arc, curve, ellipse, leaf, local, polygon, rect
from ...plants import tree
from ...potted import blossom
from ...sheet import Sheet
from ...sky import hill
from .outdoors import heaven


def garden(s: Sheet) -> None:
    """A flower bed with a fence, a watering can, a path, butterflies."""
    u = s.u
    colours = heaven(s, s.h * 0.55)
    hill(s, s.h * 0.56, s.h * 0.12, mix(colours[-1], s.palette(0.6, 0.1, 150), 0.6))
    for index in range(4):
        tree(
            s,
            s.w * (index + s.between(-0.2, 0.4)) / 3,
            s.h * 0.56,
            u * s.between(30, 50),
            s.pick([135.0, 150.0, 350.0, 90.0]),
        )
    white = s.palette(0.96, 0.012, 85)
    for index in range(int(s.w / (u * 6)) + 1):
        x = index * u * 6
        s.fade(
            polygon(
                (x, s.h * 0.64),
                (x, s.h * 0.49),
                (x + u * 1.8, s.h * 0.465),
                (x + u * 3.6, s.h * 0.49),
                (x + u * 3.6, s.h * 0.64),
            ),
            white,
            mix(white, s.palette(0.5, 0.05, 260), 0.25),
        )
    for y in (0.525, 0.595):
        s.fill(rect(0, s.h * y, s.w, u * 1.6), mix(white, s.palette(0.5, 0.05, 260), 0.12))
    s.fade(
        rect(0, s.h * 0.63, s.w, s.h * 0.37), s.palette(0.58, 0.11, 135), s.palette(0.42, 0.1, 145)
    )
    hues = [*s.palette.accents, 350.0, 85.0]
    for row in range(5):
        y = s.h * (0.66 + row * 0.085)
        hue = s.pick(hues)
        for _ in range(int(26 - row * 3)):
            x, size = s.between(0, s.w), u * (2 + row * 0.95) * s.between(0.8, 1.25)
            stem = size * s.between(1.6, 3.0)
            s.fill(
                curve(
                    (x, y + stem), (x + s.between(-1, 1) * u, y + stem * 0.5), (x, y), width=u * 0.5
                ),
                s.palette(0.45, 0.1, 140),
            )
            s.fill(
                leaf(x, y + stem * 0.7, size * 1.5, size * 0.6, s.pick([-0.6, -2.5])),
                s.palette(s.between(0.45, 0.6), 0.12, 135),
            )
            blossom(s, x, y, size, hue + s.between(-12, 12), s.pick([5, 6, 8]))
    x, y = s.w * s.pick([0.2, 0.8]), s.h * 0.93
    can = s.palette.accent(1, 0.62, 0.1)
    s.shadow(ellipse(x, y, u * 12, u * 2), 0, 0, u, 0.4)
    s.fill(arc(x + u * 8, y - u * 9, u * 7, u * 8, -1.5, 1.5, u * 1.6), darker(can, 0.15))
    s.fill(
        curve(
            *local(x, y, u, "-7,-5 -13,-9 -17,-16"),
            width=[u * 3, u * 1.8],
        ),
        can,
    )
    s.fill(
        polygon(*local(x, y, u, "-20,-15 -14,-18 -17,-14")),
        darker(can, 0.1),
    )
    s.fade(
        polygon(*local(x, y, u, "-8,-15 8,-15 9,0 -9,0")),
        lighter(can, 0.25),
        darker(can, 0.15),
        0.0,
    )
    for _ in range(4):
        bx, by, size = s.between(0.1, 0.9) * s.w, s.h * s.between(0.3, 0.7), u * s.between(2, 3.4)
        tone = s.palette.accent(int(s.rng.integers(3)), 0.75, 0.14)
        for side in (-1, 1):
            s.fill(leaf(bx, by, size * 1.5, size, -pi / 2 + side * 0.8), tone)
            s.fill(
                leaf(bx, by, size, size * 0.7, -pi / 2 + side * 1.9),
                lighter(tone, 0.3),
            )
    if not s.palette.mood.dark:
        leaf_shadow(s, 0.16)
