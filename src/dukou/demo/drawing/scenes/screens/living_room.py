"""Two who play before a screen."""

from __future__ import annotations

from ...colour import darker, lighter, mix
from ...light import string_lights
from ...outline import (
    ellipse,
    path,
    rect,
)
from ...people import bust
from ...potted import potted
from ...sheet import Sheet
from ...sky import ranges, sky
from ...surfaces import floor, wall
from .sprites import pixel_heart, sprite


def living_room(s: Sheet) -> None:
    """A screen on the wall, two heads before it."""
    u = s.u
    base = s.h * 0.7
    wall(s, s.palette.key_tone(0.62 if s.palette.mood.dark else 0.82, 0.07))
    floor(s, base, s.palette(0.55, 0.06, 55))
    w, h = s.w * 0.6, s.h * 0.32
    x, y = s.w * 0.5, s.h * 0.3
    s.shadow(rect(x - w / 2 - u, y - h / 2 - u, w + u * 2, h + u * 2, u * 2), u, u * 2, u * 2, 0.4)
    s.fill(
        rect(x - w / 2 - u * 1.4, y - h / 2 - u * 1.4, w + u * 2.8, h + u * 2.8, u * 2),
        s.palette(0.15, 0.01, 260),
    )
    screen = rect(x - w / 2, y - h / 2, w, h, u)
    with s.inside(screen):
        colours = sky(s, y + h * 0.5)
        ranges(
            s,
            y - h * 0.2,
            y + h * 0.3,
            mix(colours[-1], s.palette(0.6, 0.08, 230), 0.4),
            s.palette(0.45, 0.09, 160),
            3,
        )
        s.fill(rect(0, y + h * 0.3, s.w, s.h), s.palette(0.6, 0.13, 135))
        sprite(s, x, y + h * 0.44, u * 1.6)
        for index in range(3):
            pixel_heart(s, x - w / 2 + u * (3 + index * 7), y - h / 2 + u * 2.4, u * 0.8)
    s.glow(x, y, w * 0.9, s.palette.light(0.8, 0.06, 210), 0.35)
    s.fade(
        rect(s.w * 0.14, base - u * 8, s.w * 0.72, u * 12, u),
        s.palette(0.6, 0.08, 58),
        s.palette(0.45, 0.08, 52),
    )
    for index in range(2):
        px = s.w * (0.33 + 0.34 * index)
        seat = s.palette.accent(index, 0.6, 0.14)
        bust(s, px, s.h * 0.95, u * 42, face="back")
        s.shadow(ellipse(px, s.h * 0.98, u * 20, u * 6), 0, 0, u * 2, 0.4)
        s.fade(
            path(
                (px - u * 20, s.h * 0.93),
                (px, s.h * 0.87),
                (px + u * 20, s.h * 0.93),
                (px + u * 22, s.h + u * 6),
                (px - u * 22, s.h + u * 6),
            ),
            lighter(seat, 0.15),
            darker(seat, 0.15),
        )
    string_lights(s, u * 4, u * 4, 11)
    potted(s, s.w * 0.92, base + u * 5, u * 40)
