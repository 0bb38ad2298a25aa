"""A cinema from the last row."""

from __future__ import annotations

from ...colour import darker, lighter, mix
from ...faces import look
from ...light import bokeh
from ...outline import (
    rect,
)
from ...people import bust, standing
from ...sheet import Sheet
from ...sky import disc, ranges, sky, stars


def cinema(s: Sheet) -> None:
    """The screen shows a still; heads before it."""
    u = s.u
    dark = s.palette.light(0.16, 0.04, 290)
    s.fade(s.whole, dark, s.palette.light(0.1, 0.03, 280))
    screen = rect(s.w * 0.1, s.h * 0.1, s.w * 0.8, s.h * 0.44, u)
    with s.inside(screen):
        s.pick([_still_sea, _still_two, _still_moon])(s)
    s.fill(rect(s.w * 0.1, s.h * 0.1, s.w * 0.8, s.h * 0.045), (8, 8, 10))
    s.fill(rect(s.w * 0.1, s.h * 0.495, s.w * 0.8, s.h * 0.045), (8, 8, 10))
    s.letter(
        s.pick(["我们去哪里", "明天也来吗", "再等等吧", "海在那边", "你好吗"]),
        s.w / 2,
        s.h * 0.465,
        u * 3.6,
        s.palette.light(0.97, 0.02, 95),
        serif=False,
    )
    s.glow(s.w / 2, s.h * 0.36, s.w * 0.8, s.palette.light(0.8, 0.05, 240), 0.4)
    curtain = s.palette.light(0.42, 0.15, 22)
    for side in (-1, 1):
        for fold in range(4):
            px = (s.w * 0.025 * fold) if side < 0 else s.w - s.w * 0.025 * (fold + 1)
            s.fade(
                rect(px, 0, s.w * 0.026, s.h * 0.66),
                darker(curtain, 0.15 + 0.2 * (fold % 2)),
                darker(curtain, 0.5),
            )
    for row in range(3):
        y = s.h * (0.7 + 0.13 * row)
        size = u * (15 + row * 5)
        count = int(s.w / (size * 1.25))
        for index in range(count):
            px = s.w * (index + 0.5) / count + (row % 2) * size * 0.3
            if s.chance(0.72):
                who = look(s)
                shade = type(who)(
                    mix(who.skin, dark, 0.6),
                    mix(who.hair, dark, 0.4),
                    who.style,
                    mix(who.top, dark, 0.65),
                    who.bottom,
                    "plain",
                )
                bust(s, px, y + size * 0.75, size * 1.35, shade, face="back")
            seat = mix(curtain, dark, 0.45 - 0.12 * row)
            s.fade(
                rect(px - size * 0.5, y + size * 0.2, size, size * 1.4, size * 0.25),
                lighter(seat, 0.08),
                darker(seat, 0.4),
            )


def _still_sea(s: Sheet) -> None:
    colours = sky(s, s.h * 0.36, [(0.5, 0.12, 290), (0.7, 0.15, 20), (0.88, 0.12, 75)])
    disc(s, s.w * 0.6, s.h * 0.33, s.u * 5, s.palette.light(0.95, 0.1, 85), 0.7)
    s.fade(
        rect(0, s.h * 0.36, s.w, s.h * 0.2),
        mix(colours[2], colours[1], 0.4),
        s.palette.light(0.35, 0.1, 285),
    )
    for dx in (-4, 5):
        standing(s, s.w * 0.4 + dx * s.u, s.h * 0.52, s.u * 26, face="back")


def _still_two(s: Sheet) -> None:
    s.fade(s.whole, s.palette.light(0.55, 0.1, 200), s.palette.light(0.4, 0.12, 160))
    bokeh(s, 30, s.h * 0.1, s.h * 0.5, (75, 30, 350, 200))
    s.blur(s.u)
    for px in (0.38, 0.62):
        bust(s, s.w * px, s.h * 0.56, s.u * 42)


def _still_moon(s: Sheet) -> None:
    sky(s, s.h * 0.56, [(0.14, 0.06, 275), (0.3, 0.09, 265), (0.5, 0.08, 240)])
    stars(s, s.h * 0.5, 70)
    disc(s, s.w * 0.62, s.h * 0.27, s.u * 9, s.palette.light(0.94, 0.06, 90), 0.6)
    ranges(
        s,
        s.h * 0.36,
        s.h * 0.5,
        s.palette.light(0.35, 0.07, 265),
        s.palette.light(0.16, 0.05, 270),
        3,
    )
    standing(s, s.w * 0.32, s.h * 0.5, s.u * 22, face="back")
