"""Windows, and what lies beyond them."""

from __future__ import annotations

from collections.abc import Callable
from math import pi

import numpy as np

from .colour import Rgb, darker, lighter, mix
from .outline import curve, line, local, path, polygon, rect
from .plants import tree
from .sheet import Sheet
from .sky import cloud, disc, hill, ranges, sky, stars
from .town import skyline


def window(
    s: Sheet,
    x: float,
    y: float,
    w: float,
    h: float,
    view: Callable[[Sheet], None] | None = None,
    frame: Rgb | None = None,
    curtains: bool = True,
) -> None:
    """A window whose upper left corner is (x, y), with a view, panes, sill and perhaps curtains."""
    frame = frame or s.pick(
        [s.palette(0.95, 0.015, 80), s.palette(0.45, 0.07, 50), s.palette(0.72, 0.07, 65)]
    )
    outer = rect(x - s.u * 1.6, y - s.u * 1.6, w + s.u * 3.2, h + s.u * 3.2, s.u * 0.6)
    s.shadow(outer, s.u * 0.4, s.u, s.u, 0.3)
    s.fill(outer, frame)
    glass = rect(x, y, w, h)
    with s.inside(glass):
        (view or s.pick([view_city, view_trees, view_hills]))(s)
        s.fill(
            polygon(*local(x, y, w, ".1,0 .3,0 -.1,1 -.3,1", tall=h)),
            s.palette.light(1, 0, 0),
            0.13,
        )
    for part in (0.5,) if w < h * 1.3 else (0.34, 0.67):
        s.fill(rect(x + w * part - s.u * 0.7, y, s.u * 1.4, h), frame)
    s.fill(rect(x, y + h * 0.42, w, s.u * 1.1), frame)
    s.fill(rect(x, y, w, s.u), darker(frame, 0.4), 0.5)
    sill = rect(x - s.u * 3.4, y + h + s.u * 1.2, w + s.u * 6.8, s.u * 2.8, s.u * 0.6)
    s.shadow(sill, 0, s.u * 1.2, s.u * 1.2, 0.35)
    s.fade(sill, lighter(frame, 0.3), darker(frame, 0.15))
    if curtains:
        _curtains(s, x, y, w, h)


def _curtains(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    tone = s.palette.accent(int(s.rng.integers(3)), s.between(0.78, 0.92), 0.05)
    s.fill(
        line(x - s.u * 7, y - s.u * 4, x + w + s.u * 7, y - s.u * 4, s.u * 0.9),
        s.palette(0.35, 0.04, 55),
    )
    for side in (-1, 1):
        edge = x - s.u * 5 if side < 0 else x + w + s.u * 5
        reach = side * -w * s.between(0.16, 0.26)
        bottom = y + h + s.u * s.between(3, 9)
        shape = path(
            (edge, y - s.u * 4),
            (edge + reach * 1.5, y - s.u * 4),
            (edge + reach * 1.1, y + h * 0.5),
            (edge + reach * 1.35, bottom),
            (edge, bottom),
        )
        s.fade(shape, lighter(tone, 0.2), tone, 0.0 if side < 0 else pi)
        with s.inside(shape):
            for fold in np.linspace(0.1, 1.3, 6):
                px = edge + reach * fold
                s.fill(
                    curve(
                        (px, y - s.u * 4),
                        (px - reach * 0.08, y + h * 0.5),
                        (px, bottom),
                        width=[s.u * 0.3, s.u * 1.1],
                    ),
                    mix(tone, s.palette(0.3, 0.05, 280), 0.3),
                    0.5,
                )


def view_city(s: Sheet) -> None:
    """Towers under the mood's sky."""
    colours = sky(s)
    dark = s.palette.mood.dark
    if dark:
        stars(s, s.h * 0.6, 60)
        disc(
            s,
            s.w * s.between(0.2, 0.8),
            s.h * s.between(0.1, 0.25),
            s.u * 3,
            s.palette.light(0.95, 0.05, 90),
            0.4,
        )
    else:
        cloud(
            s,
            s.w * s.between(0.2, 0.8),
            s.h * s.between(0.1, 0.3),
            s.u * 34,
            (255, 255, 255),
            lighter(colours[0], 0.6),
        )
    far = mix(colours[-1], s.palette(0.5, 0.05, 250), 0.35)
    base = s.h * s.between(0.5, 0.75)
    skyline(s, s.h, s.h - base, s.h - base + s.h * 0.22, far, 0.45 if dark else 0.0, (5, 10))
    skyline(
        s,
        s.h,
        s.h * 0.9 - base,
        s.h * 0.9 - base + s.h * 0.2,
        mix(far, s.palette(0.2, 0.05, 260), 0.45),
        0.5 if dark else 0.0,
        (6, 13),
    )


def view_trees(s: Sheet) -> None:
    """A garden."""
    colours = sky(s)
    if s.palette.mood.dark:
        stars(s, s.h * 0.5, 60)
    else:
        cloud(
            s,
            s.w * s.between(0.2, 0.8),
            s.h * 0.2,
            s.u * 36,
            lighter(colours[1], 0.7),
            lighter(colours[0], 0.4),
        )
    hue = (
        s.pick([135.0, 145.0, 60.0, 10.0]) if s.palette.name in ("warm", "gold", "candy") else 140.0
    )
    for step in range(6):
        tree(
            s,
            s.w * (step + s.between(-0.3, 0.3)) / 5,
            s.h * s.between(0.85, 1.05),
            s.h * s.between(0.5, 0.8),
            hue,
            0.5,
        )


def view_hills(s: Sheet) -> None:
    """Hills in the distance."""
    colours = sky(s)
    disc(
        s,
        s.w * s.between(0.3, 0.7),
        s.h * s.between(0.15, 0.35),
        s.u * 4,
        s.palette.light(0.95, 0.08, 85),
        0.5,
    )
    ranges(
        s,
        s.h * 0.3,
        s.h * 0.75,
        mix(colours[-1], s.palette(0.6, 0.07, 230), 0.4),
        s.palette(0.4, 0.08, 190),
        3,
    )
    hill(s, s.h * 0.9, s.h * 0.2, s.palette(0.52, 0.1, 140))
