"""The view from the window seat."""

from __future__ import annotations

from ...colour import darker, lighter, mix
from ...faces import look
from ...light import slant, steam
from ...outline import (
    ellipse,
    line,
    local,
    path,
    polygon,
    rect,
    turned,
)
from ...people import bust
from ...plants import tree
from ...sheet import Sheet
from ...sky import ranges
from .dusk import dusk


def window_seat(s: Sheet) -> None:
    """Fields in the window, instant noodles on the table."""
    u = s.u
    body = s.palette.key_tone(0.72, 0.04)
    s.fade(s.whole, lighter(body, 0.2), darker(body, 0.1))
    x, y, w, h = s.w * 0.1, s.h * 0.09, s.w * 0.8, s.h * 0.56
    s.fill(rect(x - u * 3, y - u * 3, w + u * 6, h + u * 6, u * 8), darker(body, 0.28))
    glass = rect(x, y, w, h, u * 6)
    with s.inside(glass):
        colours = dusk(s, y + h)
        ranges(
            s,
            y + h * 0.2,
            y + h * 0.72,
            mix(colours[-1], s.palette(0.6, 0.07, 240), 0.5),
            s.palette(0.5, 0.09, 165),
            3,
        )
        for band in range(5):
            top = y + h * (0.66 + band * 0.08)
            hue = s.pick([135.0, 90.0, 110.0, 100.0])
            s.fade(
                polygon((0, top), (s.w, top + s.between(-2, 2) * u), (s.w, s.h), (0, s.h)),
                s.palette(0.76 - 0.05 * band, 0.12, hue),
                s.palette(0.66 - 0.05 * band, 0.12, hue),
            )
        for _ in range(14):
            px, py = s.between(0, s.w), y + h * s.between(0.66, 0.95)
            s.fill(rect(px, py, u * s.between(5, 18), u * 0.8), s.palette(0.9, 0.05, 90), 0.35)
        for index in range(3):
            tree(
                s,
                s.w * (0.2 + 0.3 * index),
                y + h * s.between(0.7, 0.8),
                u * s.between(10, 18),
                140,
            )
        s.fill(
            polygon(*local(x, y, w, "0,1 .24,0 .38,0 .14,1", tall=h)),
            (255, 255, 255),
            0.12,
        )
        if s.palette.name == "rain":
            for _ in range(90):
                px, py = s.between(x, x + w), s.between(y, y + h)
                s.fill(
                    line(px, py, px + u * s.between(3, 9), py + u * 0.9, u * 0.3),
                    (255, 255, 255),
                    0.4,
                )
    table = s.h * 0.8
    s.shadow(rect(-10, table, s.w + 20, u * 6), 0, -u, u * 2, 0.3)
    s.fade(
        polygon((0, table), (s.w, table), (s.w, s.h), (0, s.h)),
        s.palette(0.86, 0.03, 75),
        s.palette(0.74, 0.04, 70),
    )
    _noodle_cup(s, s.w * 0.24, table + u * 9, u * 17)
    s.fade(
        rect(s.w * 0.62, table - u * 10, u * 6, u * 19, u * 2),
        s.palette(0.85, 0.05, 210),
        s.palette(0.7, 0.07, 215),
    )
    s.fill(
        rect(s.w * 0.62 + u * 1.2, table - u * 13, u * 3.6, u * 3.4, u * 0.6),
        s.palette.accent(0, 0.6, 0.15),
    )
    s.fill(rect(s.w * 0.62, table - u * 4, u * 6, u * 6), s.palette.accent(1, 0.7, 0.12))
    ticket = turned(
        rect(s.w * 0.42, table + u * 5, u * 20, u * 11, u), -0.12, s.w * 0.5, table + u * 9
    )
    s.shadow(ticket, u * 0.4, u * 0.8, u * 0.6, 0.3)
    s.fill(ticket, s.palette(0.88, 0.06, 220))
    for row in range(3):
        s.fill(
            turned(
                rect(s.w * 0.42 + u * 2, table + u * (7 + row * 2.6), u * (12 - row * 2.5), u),
                -0.12,
                s.w * 0.5,
                table + u * 9,
            ),
            s.palette(0.4, 0.07, 255),
        )
    if s.chance(0.5):
        who = look(s)
        bust(s, s.w * 0.86, s.h + u * 4, u * 62, who, face="back")
    slant(s, 0.25)


def _noodle_cup(s: Sheet, x: float, y: float, size: float) -> None:
    tone = s.palette.light(0.55, 0.2, 27)
    s.shadow(ellipse(x, y, size * 0.42, size * 0.1), 0, 0, size * 0.06, 0.4)
    s.fade(
        polygon(*local(x, y, size, "-.5,-.85 .5,-.85 .38,0 -.38,0")),
        lighter(tone, 0.1),
        darker(tone, 0.2),
        0.0,
    )
    s.fill(
        polygon(*local(x, y, size, "-.47,-.6 .47,-.6 .42,-.25 -.42,-.25")),
        s.palette.light(0.95, 0.05, 90),
    )
    s.letter("面", x, y - size * 0.42, size * 0.3, tone)
    s.fill(ellipse(x, y - size * 0.86, size * 0.52, size * 0.1), s.palette.light(0.97, 0.02, 90))
    s.fill(
        path(*local(x, y, size, "-.1,-.9 .5,-.88 .46,-1.1 .1,-1.06")),
        s.palette.light(0.9, 0.03, 85),
    )
    s.fill(
        line(x - size * 0.3, y - size * 0.9, x + size * 0.2, y - size * 1.2, size * 0.05),
        s.palette(0.75, 0.08, 75),
    )
    steam(s, x, y - size * 0.9, size * 1.2, 0.4, 2)
