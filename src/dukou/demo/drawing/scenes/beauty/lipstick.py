"""Scene `lipstick`: lipsticks standing in a row, with swatches, or lips on paper."""

from __future__ import annotations

import numpy as np

from ...colour import darker, lighter, mix
from ...light import daylight
from ...outline import (
    curve,
    ellipse,
    line,
    local,
    path,
    rect,
    turned,
)
from ...sheet import Sheet
from ...surfaces import linen, plain
from .things import lipstick_flat


def lipstick(s: Sheet) -> None:
    """Lipsticks standing in a row, with swatches, or lips on paper."""
    u = s.u
    plain(s) if s.chance(0.5) else linen(s)
    count = s.pick([3, 4, 5]) if s.w <= s.h else s.pick([4, 5, 6])
    hues = [float(h) for h in np.linspace(5, 42, count)]
    s.rng.shuffle(hues)
    if s.chance(0.55):
        base = s.h * 0.76
        s.fill(ellipse(s.w / 2, s.h * 0.4, u * 40), s.palette.key_tone(0.96, 0.05), 0.6)
        for index, hue in enumerate(hues):
            x = s.w * (index + 1) / (count + 1)
            _lipstick_up(s, x, base + u * 3 * (index % 2), u * s.between(44, 54), hue)
        for index, hue in enumerate(hues):
            x = s.w * (index + 0.7) / (count + 0.4)
            swatch = curve(
                (x - u * 5, s.h * 0.9),
                (x, s.h * 0.88),
                (x + u * 6, s.h * 0.915),
                width=[u * 3, u * 5.4, u * 2.4],
            )
            s.fill(swatch, s.palette(0.54, 0.19, hue))
            s.fill(
                curve((x - u * 3, s.h * 0.886), (x + u * 3, s.h * 0.888), width=u * 0.6),
                (255, 255, 255),
                0.45,
            )
    else:
        for index, hue in enumerate(hues):
            t = (index + 0.5) / count
            lipstick_flat(
                s, s.w * (0.2 + 0.34 * t), s.h * t, u * 38, -0.3 + s.between(-0.1, 0.1), hue
            )
            swatch = curve(
                (s.w * 0.6, s.h * t),
                (s.w * 0.76, s.h * t - u * 2),
                (s.w * 0.94, s.h * t + u),
                width=[u * 4, u * 6.6, u * 3],
            )
            s.fill(swatch, s.palette(0.52, 0.19, hue))
            s.fill(
                curve(
                    (s.w * 0.64, s.h * t - u * 1.4), (s.w * 0.84, s.h * t - u * 2.4), width=u * 0.7
                ),
                (255, 255, 255),
                0.4,
            )
    for _ in range(3):
        _kiss(
            s,
            s.between(0.1, 0.9) * s.w,
            s.between(0.05, 0.2) * s.h,
            u * s.between(4, 7),
            s.between(-0.5, 0.5),
        )
    daylight(s)


def _lipstick_up(s: Sheet, x: float, y: float, size: float, hue: float) -> None:
    tone, gold = s.palette(0.54, 0.19, hue), s.palette.light(0.8, 0.09, 82)
    case = s.pick(
        [s.palette(0.2, 0.02, 30), s.palette.accent(0, 0.55, 0.11), s.palette(0.96, 0.01, 80)]
    )
    w = size * 0.24
    s.shadow(ellipse(x, y, w * 0.7, w * 0.16), w * 0.2, 0, w * 0.14, 0.45)
    s.fade(
        rect(x - w / 2, y - size * 0.45, w, size * 0.45, w * 0.08),
        lighter(case, 0.3),
        darker(case, 0.25),
        0.0,
    )
    s.fade(
        rect(x - w * 0.42, y - size * 0.64, w * 0.84, size * 0.2),
        lighter(gold, 0.5),
        mix(gold, (70, 40, 0), 0.35),
        0.0,
    )
    bullet = path(
        *local(x, y, w, "-.34,-.63 -.34,-.84 -.1,-.93 .26,-1 .34,-.9 .34,-.63", tall=size)
    )
    s.fade(bullet, lighter(tone, 0.25), darker(tone, 0.22), 0.0)
    s.fill(
        path(*local(x, y, w, "-.1,-.9 .26,-.99 .3,-.9 0,-.8", tall=size)),
        lighter(tone, 0.3),
        0.7,
    )
    s.fill(
        line(x - w * 0.36, y - size * 0.42, x - w * 0.36, y - size * 0.06, w * 0.07),
        (255, 255, 255),
        0.4,
    )


def _kiss(s: Sheet, x: float, y: float, r: float, turn: float) -> None:
    tone = s.palette(0.55, 0.2, 20)
    for shape in (
        path(*local(x, y, r, "-1,0 -.45,-.45 0,-.28 .45,-.45 1,0 0,-.05")),
        path(*local(x, y, r, "-.95,.08 0,.1 .95,.08 .4,.55 -.4,.55")),
    ):
        s.fill(turned(shape, turn, x, y), tone, 0.75)
