"""Scene `bike`: a bicycle by a wall, or someone riding along the water."""

from __future__ import annotations

from ...colour import darker, lighter, mix
from ...faces import head, look
from ...light import leaf_shadow
from ...outline import (
    blob,
    curve,
    ellipse,
    line,
    local,
    path,
    polygon,
    rect,
)
from ...plants import tree
from ...potted import potted
from ...sheet import Sheet
from ...sky import hill, ranges
from ...surfaces import wall
from .bicycle import bicycle
from .dusk import dusk


def bike(s: Sheet) -> None:
    """A bicycle by a wall, or someone riding along the water."""
    u = s.u
    if s.chance(0.5):
        base = s.h * 0.76
        wall(s, s.palette.accent(0, s.between(0.72, 0.86), 0.08), "plaster")
        for _ in range(9):
            px, py = s.between(0, s.w), s.between(0, base * 0.8)
            for _ in range(5):
                s.fill(
                    rect(
                        px + s.between(-8, 8) * u, py + s.between(-4, 4) * u, u * 5, u * 2, u * 0.3
                    ),
                    s.palette(0.6, 0.07, 45),
                    0.35,
                )
        _shutters(s, s.w * 0.24, s.h * 0.14, u * 26, u * 36)
        if s.w > s.h:
            _shutters(s, s.w * 0.66, s.h * 0.14, u * 26, u * 36)
        _vine(s)
        s.fade(rect(0, base, s.w, s.h - base), s.palette(0.78, 0.03, 75), s.palette(0.62, 0.03, 70))
        for row in range(4):
            for column in range(12):
                s.fill(
                    rect(
                        (column + (row % 2) * 0.5) * s.w / 11 - u * 4,
                        base + (0.1 + row * 0.25) * (s.h - base),
                        s.w / 11 - u,
                        (s.h - base) * 0.2,
                        u,
                    ),
                    s.palette(0.7 + 0.03 * ((row + column) % 3), 0.03, 70),
                    0.6,
                )
        bicycle(s, s.w * 0.54, s.h * 0.91, min(s.w * 0.82, u * 84))
        potted(s, s.w * 0.08, s.h * 0.9, u * 34)
        leaf_shadow(s, 0.2) if not s.palette.mood.dark else s.glow(
            s.w * 0.5, 0, s.h * 0.9, s.palette.light(0.86, 0.11, 72), 0.5
        )
    else:
        level = s.h * 0.5
        colours = dusk(s, level)
        ranges(
            s,
            s.h * 0.26,
            level,
            mix(colours[-1], s.palette(0.6, 0.07, 230), 0.5),
            s.palette(0.5, 0.08, 180),
            3,
        )
        s.fade(
            rect(0, level, s.w, s.h * 0.2),
            mix(colours[-1], s.palette(0.7, 0.07, 215), 0.6),
            s.palette(0.5, 0.09, 220),
        )
        for _ in range(40):
            y = s.h * s.between(0.51, 0.68)
            px, run = s.between(0, s.w), u * s.between(3, 12)
            s.fill(
                curve(
                    (px, y), (px + run / 2, y - u * 0.2), (px + run, y), width=[0.2, u * 0.4, 0.2]
                ),
                lighter(colours[-1], 0.5),
                0.5,
            )
        hill(s, s.h * 0.72, u * 6, s.palette(0.55, 0.11, 135))
        s.fade(
            polygon((0, s.h * 0.78), (s.w, s.h * 0.76), (s.w, s.h), (0, s.h)),
            s.palette(0.72, 0.03, 70),
            s.palette(0.6, 0.03, 70),
        )
        for index in range(9):
            s.fill(
                rect(s.w * index / 8 - u * 4, s.h * 0.885, u * 7, u * 0.9),
                s.palette(0.95, 0.02, 85),
                0.8,
            )
        for px in (0.08, 0.92):
            tree(
                s, s.w * px, s.h * 0.79, u * s.between(50, 64), s.pick([140.0, 130.0, 60.0, 350.0])
            )
        x, y, size = s.w * 0.5, s.h * 0.88, u * 58
        _rider(s, x, y, size)


def _rider(s: Sheet, x: float, y: float, size: float) -> None:
    who = look(s)
    hip, shoulder = (x - size * 0.14, y - size * 0.56), (x + size * 0.02, y - size * 0.86)
    bar, pedal = (x + size * 0.2, y - size * 0.57), (x - size * 0.04, y - size * 0.2)
    s.fill(
        curve(
            hip,
            (x + size * 0.1, y - size * 0.46),
            (pedal[0] - size * 0.02, pedal[1] - size * 0.06),
            width=[size * 0.1, size * 0.085, size * 0.06],
        ),
        darker(who.bottom, 0.15),
    )
    bicycle(s, x, y, size)
    s.fill(
        curve(
            hip,
            (x + size * 0.13, y - size * 0.42),
            (pedal[0] + size * 0.03, pedal[1] + size * 0.06),
            width=[size * 0.1, size * 0.085, size * 0.06],
        ),
        who.bottom,
    )
    s.fill(
        ellipse(pedal[0] + size * 0.06, pedal[1] + size * 0.08, size * 0.055, size * 0.025),
        s.palette(0.96, 0.01, 80),
    )
    s.fill(
        curve(
            hip,
            (x - size * 0.08, y - size * 0.72),
            shoulder,
            width=[size * 0.14, size * 0.15, size * 0.13],
        ),
        who.top,
    )
    s.fill(
        curve(shoulder, (x + size * 0.11, y - size * 0.68), bar, width=[size * 0.06, size * 0.045]),
        darker(who.top, 0.12),
    )
    s.fill(ellipse(*bar, size * 0.03), who.skin)
    head(s, shoulder[0] + size * 0.05, shoulder[1] - size * 0.14, size * 0.1, who, turn=0.5)
    s.fill(
        path(*local(shoulder[0], shoulder[1], size, "-.02,0 -.22,.03 -.3,-.03 -.2,-.05")),
        s.palette.accent(2, 0.65, 0.17),
    )


def _shutters(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    lit = s.palette.mood.dark
    pane = s.palette.light(0.87, 0.12, 78) if lit else s.palette(0.7, 0.06, 225)
    s.fill(rect(x - s.u, y - s.u, w + s.u * 2, h + s.u * 2), s.palette(0.95, 0.015, 80))
    s.fade(rect(x, y, w, h), pane, lighter(pane, 0.3))
    s.fill(line(x + w / 2, y, x + w / 2, y + h, s.u), s.palette(0.95, 0.015, 80))
    s.fill(line(x, y + h * 0.4, x + w, y + h * 0.4, s.u), s.palette(0.95, 0.015, 80))
    tone = s.palette.accent(1, 0.5, 0.11)
    for side in (-1, 1):
        left = x - w * 0.44 if side < 0 else x + w + s.u
        s.shadow(rect(left, y, w * 0.4, h), s.u, s.u, s.u, 0.3)
        s.fill(rect(left, y, w * 0.4, h), tone)
        for row in range(10):
            s.fill(
                rect(left + w * 0.04, y + h * (0.04 + row * 0.095), w * 0.32, h * 0.04),
                darker(tone, 0.22),
            )
    for index in range(5):
        potted(s, x + w * (0.1 + 0.2 * index), y + h + s.u * 5, s.u * s.between(12, 16), "flower")
    s.fill(rect(x - s.u * 2, y + h + s.u * 1, w + s.u * 4, s.u * 5), darker(tone, 0.2))


def _vine(s: Sheet) -> None:
    corner = s.pick([0.0, s.w])
    hue = s.pick([140.0, 150.0, 350.0])
    for _ in range(150):
        px = abs(corner - abs(s.rng.normal(0, s.w * 0.22)))
        py = abs(s.rng.normal(0, s.h * 0.16))
        s.fill(
            blob(px, py, s.u * s.between(1, 2.6), s.rng, rough=0.25, knots=6),
            s.palette(s.between(0.4, 0.68), 0.12, hue + s.between(-14, 14)),
        )
