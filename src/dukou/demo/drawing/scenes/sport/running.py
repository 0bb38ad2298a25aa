"""Scene `running`: runners by the water, in the park, or on a red track."""

from __future__ import annotations

from ...colour import lighter, mix
from ...light import leaf_shadow, slant
from ...outline import curve, ellipse, polygon, rect
from ...plants import tree
from ...sheet import Sheet
from ...sky import clouds, disc, hill, ranges, sky, stars, water
from ...town import skyline
from .figure import RUN, figure


def running(s: Sheet) -> None:
    """Runners by the water, in the park, or on a red track."""
    u = s.u
    colours = sky(s, s.h * 0.62)
    if s.palette.mood.dark:
        stars(s, s.h * 0.5, 80)
    disc(
        s,
        s.w * s.between(0.2, 0.8),
        s.h * s.between(0.14, 0.34),
        u * 6,
        s.palette.light(0.94, 0.1, 82),
        0.6,
    )
    clouds(s, colours, s.h * 0.45, 2)
    place = s.pick(["water", "park", "track"])
    level = s.h * 0.52
    if place == "water":
        skyline(
            s,
            level,
            s.h * 0.06,
            s.h * 0.2,
            mix(colours[-1], s.palette(0.5, 0.06, 250), 0.45),
            0.4 if s.palette.mood.dark else 0.0,
        )
        water(
            s,
            level,
            mix(colours[-1], s.palette(0.68, 0.08, 215), 0.6),
            s.palette(0.48, 0.1, 225),
            s.palette.light(0.97, 0.05, 88),
            s.h * 0.7,
        )
        s.fill(rect(0, s.h * 0.66, s.w, u * 1.6), s.palette(0.9, 0.015, 80))
        for index in range(int(s.w / (u * 8)) + 1):
            s.fill(rect(index * u * 8, s.h * 0.66, u * 1.2, s.h * 0.08), s.palette(0.9, 0.015, 80))
    elif place == "park":
        ranges(
            s,
            s.h * 0.34,
            level,
            mix(colours[-1], s.palette(0.6, 0.07, 220), 0.5),
            s.palette(0.55, 0.09, 165),
            2,
        )
        hill(s, s.h * 0.66, u * 8, s.palette(0.6, 0.11, 135))
        for index in range(5):
            tree(
                s,
                s.w * (index + s.between(-0.2, 0.2)) / 4,
                s.h * s.between(0.66, 0.72),
                u * s.between(36, 54),
                s.pick([140.0, 130.0, 60.0, 350.0]),
            )
    else:
        for row in range(4):
            tone = s.palette.accent(row, 0.75, 0.07)
            s.fill(rect(0, s.h * (0.5 + 0.045 * row), s.w, s.h * 0.05), tone)
            for index in range(int(s.w / (u * 6)) + 1):
                s.fill(
                    ellipse(
                        index * u * 6 + (row % 2) * u * 3, s.h * (0.515 + 0.045 * row), u * 1.5
                    ),
                    s.palette(s.between(0.3, 0.85), 0.1, s.pick([20.0, 60.0, 150.0, 250.0])),
                    0.8,
                )
        s.fill(rect(0, s.h * 0.68, s.w, u * 5), s.palette(0.6, 0.12, 140))
    ground = s.palette(0.55, 0.16, 32) if place == "track" else s.palette(0.74, 0.03, 75)
    top = s.h * 0.73
    s.fade(rect(0, top, s.w, s.h - top), lighter(ground, 0.12), ground)
    for index in range(3):
        y = top + (s.h - top) * (0.12 + 0.36 * index)
        s.fill(
            polygon(
                (0, y),
                (s.w, y - u),
                (s.w, y - u + u * (0.6 + 0.4 * index)),
                (0, y + u * (0.6 + 0.4 * index)),
            ),
            (255, 255, 255),
            0.8,
        )
    count = s.pick([1, 2, 2, 3])
    for index in range(count):
        size = min(u * s.between(58, 66), s.h * 0.56) * (1 if count == 1 else 0.86)
        x = s.w * (index + 0.5 + 0.1) / count - (u * 6 if count == 1 else 0)
        y = s.h * (0.9 + 0.03 * (index % 2))
        s.shadow(ellipse(x, y, size * 0.26, size * 0.025), size * 0.04, 0, size * 0.02, 0.4)
        figure(s, x, y - size * 0.42, size, RUN[index % 2], turn=0.4)
        for line_ in range(3):
            py = y - size * (0.2 + 0.16 * line_)
            s.fill(
                curve((x - size * 0.5, py), (x - size * 0.32, py), width=[0.3, u * 0.6]),
                (255, 255, 255),
                0.6,
            )
    if not s.palette.mood.dark:
        leaf_shadow(s, 0.14) if place == "park" else slant(s, 0.2)
