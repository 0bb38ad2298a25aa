"""Scene `dog`: a dog outdoors on the grass, or waiting at home."""

from __future__ import annotations

from ...colour import darker, lighter
from ...dogs import dog_sitting
from ...light import leaf_shadow
from ...outline import curve, ellipse, local, rect
from ...plants import grass, tree
from ...potted import blossom, potted
from ...room import picture_frame
from ...sheet import Sheet
from ...sky import clouds, hill, sky, stars
from .home import light, room, rug


def dog(s: Sheet) -> None:
    """A dog outdoors on the grass, or waiting at home."""
    u = s.u
    if s.chance(0.65):
        colours = sky(s)
        dark = s.palette.mood.dark
        if dark:
            stars(s, s.h * 0.5)
        clouds(s, colours, s.h * 0.5)
        hill(s, s.h * 0.68, s.h * 0.16, s.palette(0.6, 0.09, 150))
        for index in range(5):
            tree(
                s,
                s.w * (index + s.between(-0.2, 0.5)) / 4,
                s.h * s.between(0.62, 0.68),
                u * s.between(22, 40),
                s.pick([140.0, 130.0, 70.0]),
            )
        hill(s, s.h * 0.82, s.h * 0.14, s.palette(0.62, 0.11, 132))
        grass(s, s.h + u * 2, u * 9, 150)
        x = s.w * s.between(0.4, 0.6)
        dog_sitting(s, x, s.h * 0.93, u * s.between(56, 66))
        ball = (x + s.pick([-1, 1]) * u * 30, s.h * 0.92)
        s.shadow(ellipse(ball[0], ball[1] + u * 4, u * 5, u), 0, 0, u, 0.4)
        s.fade(ellipse(*ball, u * 4.6), s.palette(0.72, 0.18, 30), s.palette(0.55, 0.18, 25), 1)
        s.fill(
            curve(
                *local(ball[0], ball[1], u, "-4.4,0 0,1.6 4.4,0"),
                width=u,
            ),
            s.palette(0.97, 0.02, 90),
        )
        for _ in range(16):
            blossom(
                s,
                s.between(0, s.w),
                s.h * s.between(0.84, 1),
                u * s.between(1.2, 2.4),
                s.pick([90.0, 350.0, 300.0]),
            )
        grass(s, s.h + u * 6, u * 12, 60, light=0.44)
        if not dark:
            leaf_shadow(s, 0.14)
    else:
        base = room(s)
        _door(s, s.w * 0.18, base, u * 34, s.h * 0.56)
        picture_frame(s, s.w * 0.62, s.h * 0.14, u * 22, u * 18)
        rug(s, s.w * 0.56, s.h * 0.88, s.w * 0.34)
        potted(s, s.w * 0.9, base + u * 5, u * 46)
        dog_sitting(s, s.w * 0.56, s.h * 0.9, u * s.between(54, 62))
        light(s)


def _door(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    tone = s.palette.accent(0, 0.55, 0.09)
    s.fill(
        rect(x - w / 2 - s.u * 1.5, y - h - s.u * 1.5, w + s.u * 3, h + s.u * 1.5),
        s.palette(0.95, 0.015, 80),
    )
    s.fade(rect(x - w / 2, y - h, w, h), lighter(tone, 0.1), darker(tone, 0.15))
    for row in (0.08, 0.52):
        s.fill(
            rect(x - w * 0.36, y - h * (1 - row), w * 0.72, h * 0.38, s.u),
            darker(tone, 0.14),
        )
    s.fill(ellipse(x + w * 0.38, y - h * 0.48, s.u * 1.2), s.palette(0.8, 0.12, 85))
