"""Scene `sunset`: the sun going down behind hills, a town or the sea."""

from __future__ import annotations

import numpy as np

from ...colour import darker, lighter, mix
from ...faces import look
from ...outline import polygon
from ...people import standing
from ...plants import grass, tree
from ...sheet import Sheet
from ...sky import Stops, cloud, disc, hill, ridge, sky, streaks, water
from .outdoors import birds


def sunset(s: Sheet) -> None:
    """The sun going down behind hills, a town or the sea."""
    u = s.u
    skies: list[Stops] = [
        [(0.42, 0.11, 290), (0.62, 0.16, 10), (0.78, 0.15, 55), (0.92, 0.10, 85)],
        [(0.55, 0.10, 255), (0.74, 0.10, 330), (0.84, 0.11, 45), (0.94, 0.08, 80)],
        [(0.35, 0.10, 275), (0.50, 0.15, 330), (0.68, 0.19, 35), (0.85, 0.14, 70)],
    ]
    level = s.h * s.between(0.6, 0.7)
    stops = s.pick(skies)
    if s.palette.name in ("mono", "rain"):
        stops = [(light, chroma * 0.25, hue) for light, chroma, hue in stops]
    colours = sky(s, level, stops)
    x, y = s.w * s.between(0.25, 0.75), level - u * s.between(4, 16)
    disc(s, x, y, u * s.between(7, 11), s.palette.light(0.93, 0.12, 75), 0.8)
    for _ in range(5):
        cloud(
            s,
            s.between(0, s.w),
            s.h * s.between(0.08, 0.4),
            u * s.between(26, 60),
            mix(colours[2], (255, 220, 200), 0.3),
            mix(colours[1], colours[0], 0.4),
        )
    streaks(s, s.h * 0.25, level, lighter(colours[3], 0.3), 12)
    dark = mix(colours[0], (20, 10, 40), 0.55)
    if s.chance(0.5):
        water(
            s,
            level,
            mix(colours[2], colours[1], 0.4),
            mix(colours[0], (10, 10, 40), 0.3),
            s.palette.light(0.96, 0.09, 80),
        )
        island = ridge(s, level + u * 2, s.h * s.between(0.06, 0.12), 0.5, 4)[:90]
        island = island.real + 1j * np.minimum(island.imag, level + u * 0.3)
        s.fade(np.asarray(island), dark, mix(dark, colours[1], 0.3))
        px = s.w * s.between(0.3, 0.7)
        s.fade(
            polygon(
                (px - u * 60, s.h + 10),
                (px - u * 40, s.h * 0.93),
                (px + u * 40, s.h * 0.92),
                (px + u * 64, s.h + 10),
            ),
            darker(dark, 0.1),
            dark,
        )
        for index in range(2):
            figure = look(s)
            shade = type(figure)(
                mix(figure.skin, dark, 0.5),
                mix(figure.hair, dark, 0.5),
                figure.style,
                mix(figure.top, dark, 0.45),
                mix(figure.bottom, dark, 0.5),
                "plain",
            )
            standing(
                s,
                px + (index - 0.5) * u * 11,
                s.h * 0.95,
                u * s.between(24, 28),
                shade,
                face="back",
            )
    else:
        for index in range(3):
            tone = mix(mix(colours[1], colours[2], 0.4), dark, 0.25 + 0.3 * index)
            hill(s, level + u * (6 + index * 11), s.h * (0.14 - index * 0.02), tone)
        foot = s.h * 0.96
        for _ in range(3):
            tree(s, s.w * s.pick([0.1, 0.2, 0.85, 0.95]), foot, u * s.between(40, 60), 60, 0.2)
        grass(s, s.h + u * 3, u * 16, 160, 60, 0.25)
    birds(s, s.h * 0.3)
