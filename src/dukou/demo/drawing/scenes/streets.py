"""In town: streets, stations, roofs, markets, lanterns."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ..colour import Rgb, mix
from ..light import glow_bulb, leaf_shadow, rain, slant, steam, string_lights
from ..outline import (
    Outline,
    arc,
    blob,
    curve,
    ellipse,
    leaf,
    line,
    local,
    path,
    polygon,
    rect,
    turned,
)
from ..people import bust, cloth, head, look, standing
from ..pets import cat_back, cat_sitting
from ..plants import potted, tree
from ..sheet import Sheet
from ..sky import cloud, disc, hill, mirror, ranges, sky, stars
from ..surfaces import wall
from ..town import (
    SIGNS,
    awning,
    old_roof,
    paper_lantern,
    sign,
    skyline,
    street_lamp,
    tiled_shop,
    wires,
)  # fmt: skip
from .nature import boat


def _dusk(s: Sheet, bottom: float) -> list[Rgb]:
    colours = sky(s, bottom)
    if s.palette.mood.dark:
        stars(s, bottom, 70)
        disc(
            s,
            s.w * s.between(0.2, 0.8),
            bottom * 0.22,
            s.u * 3.4,
            s.palette.light(0.95, 0.05, 92),
            0.4,
        )
    else:
        light = mix(colours[1], (255, 255, 255), 0.7)
        for _ in range(3):
            cloud(
                s,
                s.between(0, s.w),
                bottom * s.between(0.1, 0.45),
                s.u * s.between(20, 40),
                light,
                mix(light, colours[0], 0.4),
            )
    return colours


def _wet(s: Sheet) -> None:
    if s.palette.name == "rain":
        rain(s)


def street(s: Sheet) -> None:
    """A small street with shops, wires, lamps and people."""
    u = s.u
    base = s.h * s.between(0.7, 0.76)
    colours = _dusk(s, base)
    lit = s.palette.mood.dark or s.palette.name in ("rain", "gold")
    skyline(
        s,
        base,
        s.h * 0.3,
        s.h * 0.52,
        mix(colours[-1], s.palette(0.5, 0.05, 260), 0.4),
        0.3 if lit else 0.0,
    )
    wires(s, s.h * 0.24)
    x = -u * s.between(0, 12)
    while x < s.w:
        w = u * s.between(36, 46)
        tiled_shop(s, x, base, w, s.h * s.between(0.4, 0.48), lit)
        x += w + u * 0.8
    road = s.palette(0.48, 0.02, 260)
    s.fade(rect(0, base, s.w, s.h - base), mix(road, (255, 255, 255), 0.22), road)
    s.fill(rect(0, base, s.w, u * 3.2), s.palette(0.74, 0.02, 80))
    s.fill(rect(0, base + u * 3.2, s.w, u * 0.7), s.palette(0.5, 0.02, 80))
    if lit:
        mirror(s, base + u * 4, 0.34, road)
    for index in range(6):
        left = s.w * (0.08 + index * 0.17)
        s.fill(
            polygon(
                (left, s.h * 0.9),
                (left + u * 7, s.h * 0.9),
                (left + u * 6, s.h),
                (left - u * 4, s.h),
            ),
            s.palette(0.95, 0.01, 80),
            0.75,
        )
    street_lamp(s, s.w * s.pick([0.12, 0.9]), base + u * 3, s.h * 0.42, lit)
    for index in range(s.pick([2, 3])):
        who, px = look(s), s.w * (0.24 + 0.26 * index) + s.between(-4, 4) * u
        _umbrella_walker(
            s, px, base + u * s.between(4, 8), u * s.between(23, 28)
        ) if s.palette.name == "rain" else standing(
            s,
            px,
            base + u * s.between(3, 7),
            u * s.between(23, 28),
            who,
            pose="walk",
            face=s.pick(["front", "back"]),
        )
    if s.chance(0.6):
        bicycle(s, s.w * s.between(0.6, 0.8), base + u * 6, u * 22)
    if s.chance(0.5):
        cat_sitting(s, s.w * s.between(0.1, 0.3), s.h * 0.94, u * 15)
    _wet(s)


def _umbrella_walker(s: Sheet, x: float, y: float, size: float) -> None:
    standing(s, x, y, size, look(s), pose="walk", face="back")
    canopy = s.palette.accent(int(s.rng.integers(3)), 0.62, 0.17)
    top = y - size * 1.12
    s.fill(
        line(x + size * 0.12, y - size * 0.5, x + size * 0.04, top, size * 0.025),
        s.palette(0.2, 0.02, 60),
    )
    s.fill(
        path(
            *local(
                x, top, size, "-.46,.26 -.26,.04 .03,-.04 .34,.04 .54,.26 .28,.2 .03,.24 -.22,.2"
            ),
        ),
        canopy,
    )
    for dx in (-0.22, 0.28):
        s.fill(
            curve(
                (x + size * 0.03, top - size * 0.03),
                (x + size * dx * 0.7, top + size * 0.06),
                (x + size * dx, top + size * 0.2),
                width=size * 0.018,
            ),
            mix(canopy, (0, 0, 0), 0.3),
        )


def bicycle(s: Sheet, x: float, y: float, size: float, tone: Rgb | None = None) -> None:
    """A bicycle seen from the side; its wheels stand on height y around x, `size` long."""
    tone = tone or s.palette.accent(int(s.rng.integers(3)), 0.56, 0.15)
    r = size * 0.21
    back, front = (x - size * 0.29, y - r), (x + size * 0.29, y - r)
    pedal, seat, bar = (
        (x - size * 0.04, y - r * 0.95),
        (x - size * 0.14, y - size * 0.5),
        (x + size * 0.2, y - size * 0.55),
    )
    s.shadow(ellipse(x, y, size * 0.5, size * 0.03), 0, 0, size * 0.02, 0.4)
    dark = s.palette(0.18, 0.01, 260)
    for wheel in (back, front):
        s.fill(arc(*wheel, r, r, 0, 2 * pi, size * 0.024), dark)
        s.fill(arc(*wheel, r * 0.88, r * 0.88, 0, 2 * pi, size * 0.008), s.palette(0.8, 0.01, 80))
        for index in range(12):
            a = 2 * pi * index / 12
            s.fill(
                line(
                    *wheel, wheel[0] + r * 0.88 * cos(a), wheel[1] + r * 0.88 * sin(a), size * 0.005
                ),
                s.palette(0.75, 0.01, 80),
                0.8,
            )
    for start, end in (
        (back, pedal),
        (back, (seat[0] + size * 0.02, seat[1] + size * 0.08)),
        (pedal, seat),
        (pedal, (bar[0] + size * 0.015, bar[1] + size * 0.1)),
        (
            (seat[0] + size * 0.03, seat[1] + size * 0.12),
            (bar[0] + size * 0.01, bar[1] + size * 0.07),
        ),
        (front, bar),
    ):
        s.fill(line(*start, *end, size * 0.024), tone)
    s.fill(
        path(
            *local(seat[0], seat[1], size, "-.07,-.02 .08,-.015 .02,.025 -.06,.02"),
        ),
        s.palette(0.4, 0.07, 50),
    )
    s.fill(
        curve(
            (bar[0] - size * 0.09, bar[1] - size * 0.02),
            bar,
            (bar[0] + size * 0.03, bar[1] - size * 0.05),
            width=size * 0.022,
        ),
        dark,
    )
    s.fill(arc(*pedal, size * 0.045, size * 0.045, 0, 2 * pi, size * 0.014), dark)
    s.fill(
        line(
            pedal[0] - size * 0.04,
            pedal[1] + size * 0.06,
            pedal[0] + size * 0.04,
            pedal[1] - size * 0.06,
            size * 0.016,
        ),
        dark,
    )
    bx, by = front[0] + size * 0.03, bar[1] + size * 0.1
    basket = polygon(
        *local(bx, by, size, "-.1,-.08 .12,-.08 .09,.08 -.07,.08"),
    )
    for _ in range(6):
        px, py = bx + s.between(-0.07, 0.09) * size, by - size * s.between(0.08, 0.15)
        s.fill(
            ellipse(px, py, size * 0.035),
            s.palette(s.between(0.65, 0.85), 0.13, s.pick([350.0, 85.0, 30.0])),
        )
        s.fill(ellipse(px + size * 0.03, py + size * 0.03, size * 0.025), s.palette(0.5, 0.1, 140))
    s.fill(basket, s.palette(0.7, 0.08, 70))
    for row in (-0.04, 0.0, 0.04):
        s.fill(
            line(bx - size * 0.09, by + row * size, bx + size * 0.1, by + row * size, size * 0.008),
            s.palette(0.5, 0.07, 60),
        )


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
        colours = _dusk(s, level)
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
                mix(colours[-1], (255, 255, 255), 0.5),
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
        mix(who.bottom, (0, 0, 0), 0.15),
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
        mix(who.top, (0, 0, 0), 0.12),
    )
    s.fill(ellipse(*bar, size * 0.03), who.skin)
    head(s, shoulder[0] + size * 0.05, shoulder[1] - size * 0.14, size * 0.1, who, turn=0.5)
    s.fill(
        path(
            *local(shoulder[0], shoulder[1], size, "-.02,0 -.22,.03 -.3,-.03 -.2,-.05"),
        ),
        s.palette.accent(2, 0.65, 0.17),
    )


def _shutters(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    lit = s.palette.mood.dark
    pane = s.palette.light(0.87, 0.12, 78) if lit else s.palette(0.7, 0.06, 225)
    s.fill(rect(x - s.u, y - s.u, w + s.u * 2, h + s.u * 2), s.palette(0.95, 0.015, 80))
    s.fade(rect(x, y, w, h), pane, mix(pane, (255, 255, 255), 0.3))
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
                mix(tone, (0, 0, 0), 0.22),
            )
    for index in range(5):
        potted(s, x + w * (0.1 + 0.2 * index), y + h + s.u * 5, s.u * s.between(12, 16), "flower")
    s.fill(rect(x - s.u * 2, y + h + s.u * 1, w + s.u * 4, s.u * 5), mix(tone, (0, 0, 0), 0.2))


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


def subway(s: Sheet) -> None:
    """Inside an underground train, or on its platform."""
    s.pick([_carriage, _platform])(s)


def _carriage(s: Sheet) -> None:
    u = s.u
    body = s.palette(0.9, 0.015, 210)
    s.fade(s.whole, body, mix(body, (0, 0, 0), 0.1))
    top, low = s.h * 0.2, s.h * 0.52
    night = s.palette.light(0.25, 0.05, 265)
    count = 2 if s.w <= s.h else 3
    gap = s.w / count
    for index in range(count):
        pane = rect(gap * index + u * 4, top, gap - u * 8, low - top, u * 3)
        s.fill(
            rect(gap * index + u * 2.6, top - u * 1.4, gap - u * 5.2, low - top + u * 2.8, u * 4),
            s.palette(0.7, 0.01, 250),
        )
        with s.inside(pane):
            colours = (
                sky(s, low)
                if not s.palette.mood.dark
                else [night, night, mix(night, (80, 60, 120), 0.5)]
            )
            if s.palette.mood.dark:
                s.fade(pane, night, mix(night, (60, 60, 110), 0.6))
            skyline(
                s,
                low + u * 2,
                u * 6,
                u * 22,
                mix(colours[-1], s.palette(0.4, 0.06, 260), 0.5),
                0.4 if s.palette.mood.dark else 0.0,
            )
            s.fill(
                polygon(
                    (gap * index, low),
                    (gap * index + u * 10, low),
                    (gap * index + u * 34, top),
                    (gap * index + u * 24, top),
                ),
                (255, 255, 255),
                0.12,
            )
    _adverts(s, top)
    seat = s.palette.accent(1, 0.55, 0.12)
    s.fade(rect(0, s.h * 0.58, s.w, s.h * 0.12, u * 2), mix(seat, (255, 255, 255), 0.15), seat)
    people = count + 1
    for index in range(people):
        px = s.w * (index + 0.5) / people
        if s.chance(0.82):
            _seated(s, px, s.h * 0.8, u * s.between(42, 46))
    s.fade(rect(0, s.h * 0.9, s.w, s.h * 0.1), s.palette(0.5, 0.02, 260), s.palette(0.4, 0.02, 260))
    steel = s.palette(0.82, 0.01, 250)
    s.fill(rect(0, s.h * 0.1, s.w, u * 1.1), steel)
    for index in range(int(s.w / (u * 17)) + 1):
        px = u * (9 + index * 17)
        s.fill(line(px, s.h * 0.1, px, s.h * 0.15, u * 1.1), s.palette(0.35, 0.02, 260))
        s.fill(
            arc(px, s.h * 0.15 + u * 3.4, u * 3, u * 3.4, 0, 2 * pi, u * 0.9),
            s.palette.accent(0, 0.7, 0.15),
        )
    for px in (s.w * 0.5 / people, s.w * (1 - 0.5 / people)):
        x = px + (gap * 0.3 if px < s.w / 2 else -gap * 0.3)
        s.fill(line(x, 0, x, s.h, u * 1.2), steel)
        s.fill(line(x + u * 0.3, 0, x + u * 0.3, s.h, u * 0.3), (255, 255, 255), 0.7)
    slant(s, 0.2)


def _adverts(s: Sheet, top: float) -> None:
    u = s.u
    s.fill(rect(0, u * 1, s.w, top * 0.38), s.palette(0.97, 0.01, 210))
    x = u * 3
    while x < s.w:
        w = u * s.between(14, 26)
        s.fill(
            rect(x, u * 2, w, top * 0.34 - u * 2, u * 0.6),
            s.palette.accent(int(s.rng.integers(3)), s.between(0.6, 0.85), 0.12),
        )
        s.fill(ellipse(x + w * 0.25, top * 0.2, u * 1.8), s.palette(0.97, 0.03, 85), 0.9)
        for row in range(2):
            s.fill(
                rect(x + w * 0.45, top * 0.13 + row * u * 1.8, w * 0.4, u * 0.8),
                s.palette(0.97, 0.02, 85),
                0.9,
            )
        x += w + u * 2


def _seated(s: Sheet, x: float, y: float, size: float) -> None:
    """Someone on the bench, knees towards us, busy with a phone, a book or sleep."""
    who = look(s)
    shoulder, lap = y - size * 0.62, y - size * 0.16
    for side in (-1, 1):
        s.fill(
            curve(
                (x + side * size * 0.09, lap),
                (x + side * size * 0.11, lap + size * 0.1),
                (x + side * size * 0.1, y + size * 0.3),
                width=[size * 0.16, size * 0.15, size * 0.1],
            ),
            mix(who.bottom, (0, 0, 0), 0.08),
        )
        s.fill(
            ellipse(x + side * size * 0.11, y + size * 0.32, size * 0.075, size * 0.045),
            s.palette(0.94, 0.01, 80),
        )
    torso = path(
        (x - size * 0.08, shoulder),
        (x + size * 0.08, shoulder),
        (x + size * 0.2, shoulder + size * 0.08),
        (x + size * 0.18, lap + size * 0.06),
        (x - size * 0.18, lap + size * 0.06),
        (x - size * 0.2, shoulder + size * 0.08),
    )
    s.fill(
        line(x, shoulder - size * 0.08, x, shoulder + size * 0.04, size * 0.09),
        mix(who.skin, s.palette(0.4, 0.1, 30), 0.25),
    )
    cloth(s, torso, who.top, who.pattern)
    for side in (-1, 1):
        s.fill(
            curve(
                (x + side * size * 0.19, shoulder + size * 0.1),
                (x + side * size * 0.22, lap - size * 0.06),
                (x + side * size * 0.04, lap - size * 0.08),
                width=[size * 0.09, size * 0.075, size * 0.06],
            ),
            mix(who.top, (0, 0, 0), 0.14),
        )
        s.fill(ellipse(x + side * size * 0.04, lap - size * 0.08, size * 0.04), who.skin)
    thing = s.pick(["phone", "book", "bag", "phone"])
    if thing == "phone":
        s.fill(
            rect(x - size * 0.045, lap - size * 0.2, size * 0.09, size * 0.15, size * 0.015),
            s.palette(0.2, 0.01, 260),
        )
        s.glow(x, lap - size * 0.16, size * 0.25, s.palette.light(0.9, 0.04, 230), 0.35)
    elif thing == "book":
        s.fill(
            polygon(
                *local(x, lap, size, "-.13,-.2 0,-.16 .13,-.2 .13,-.05 0,-.01 -.13,-.05"),
            ),
            s.palette.accent(0, 0.6, 0.14),
        )
    else:
        s.fill(
            rect(x - size * 0.14, lap - size * 0.16, size * 0.28, size * 0.22, size * 0.04),
            s.palette.accent(2, 0.6, 0.1),
        )
    head(
        s,
        x,
        shoulder - size * 0.18,
        size * 0.155,
        who,
        face="down" if thing != "bag" else s.pick(["front", "down"]),
    )


def _platform(s: Sheet) -> None:
    u = s.u
    tile = s.palette(0.92, 0.02, 200)
    s.fill_all(mix(tile, (0, 0, 0), 0.12))
    for row in range(14):
        for column in range(22):
            s.fill(
                rect(
                    column * u * 7 - (row % 2) * u * 3.5, row * u * 3.6, u * 6.6, u * 3.2, u * 0.4
                ),
                mix(tile, (255, 255, 255), s.between(0, 0.25)),
            )
    s.fill(rect(0, s.h * 0.13, s.w, u * 8), s.palette.accent(0, 0.5, 0.14))
    name = s.pick(["渡口", "小南门", "春熙路", "江滩", "静安寺", "中山门"])
    s.letter(name, s.w / 2, s.h * 0.13 + u * 4, u * 5, s.palette(0.97, 0.02, 85), serif=False)
    y = s.h * 0.72
    train = s.palette(0.92, 0.01, 230)
    s.fade(
        rect(-u * 10, s.h * 0.3, s.w + u * 20, y - s.h * 0.3 + u * 4, u * 5),
        train,
        mix(train, (0, 0, 0), 0.14),
    )
    s.fill(rect(0, s.h * 0.62, s.w, u * 3), s.palette.accent(0, 0.55, 0.16))
    warm = s.palette.light(0.93, 0.06, 90)
    step, index = u * 34, 0
    x = -u * s.between(0, 20)
    while x < s.w:
        if index % 2:
            for half in (0, 1):
                s.fill(
                    rect(x + half * u * 9.5, s.h * 0.35, u * 9, y - s.h * 0.35, u),
                    mix(train, (0, 0, 0), 0.08),
                )
                s.fade(
                    rect(x + half * u * 9.5 + u * 1.6, s.h * 0.38, u * 5.8, s.h * 0.18, u),
                    warm,
                    mix(warm, (0, 0, 0), 0.1),
                )
            x += u * 24
        else:
            pane = rect(x, s.h * 0.38, step - u * 6, s.h * 0.16, u * 2)
            with s.inside(pane):
                s.fade(pane, warm, mix(warm, (0, 0, 0), 0.12))
                for seat in range(2):
                    bust(
                        s,
                        x + step * (0.22 + 0.38 * seat),
                        s.h * 0.55,
                        u * 17,
                        face=s.pick(["front", "down"]),
                    )
            x += step
        index += 1
    s.fade(rect(0, y, s.w, s.h - y), s.palette(0.75, 0.02, 80), s.palette(0.6, 0.02, 80))
    s.fill(rect(0, y + u * 4, s.w, u * 3), s.palette.light(0.84, 0.14, 90))
    for dot in range(int(s.w / (u * 2)) + 1):
        s.fill(ellipse(dot * u * 2, y + u * 5.5, u * 0.55), s.palette.light(0.74, 0.13, 80))
    for index in range(s.pick([2, 3, 4])):
        px = s.w * (0.15 + 0.24 * index) + s.between(-3, 3) * u
        standing(
            s,
            px,
            s.h * s.between(0.92, 0.97),
            u * s.between(34, 40),
            face=s.pick(["back", "back", "front"]),
        )


def train(s: Sheet) -> None:
    """From the window seat, or the train crossing a bridge."""
    s.pick([_window_seat, _bridge])(s)


def _window_seat(s: Sheet) -> None:
    u = s.u
    body = s.palette.key_tone(0.72, 0.04)
    s.fade(s.whole, mix(body, (255, 255, 255), 0.2), mix(body, (0, 0, 0), 0.1))
    x, y, w, h = s.w * 0.1, s.h * 0.09, s.w * 0.8, s.h * 0.56
    s.fill(rect(x - u * 3, y - u * 3, w + u * 6, h + u * 6, u * 8), mix(body, (0, 0, 0), 0.28))
    glass = rect(x, y, w, h, u * 6)
    with s.inside(glass):
        colours = _dusk(s, y + h)
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
        polygon(
            *local(x, y, size, "-.5,-.85 .5,-.85 .38,0 -.38,0"),
        ),
        mix(tone, (255, 255, 255), 0.1),
        mix(tone, (0, 0, 0), 0.2),
        0.0,
    )
    s.fill(
        polygon(
            *local(x, y, size, "-.47,-.6 .47,-.6 .42,-.25 -.42,-.25"),
        ),
        s.palette.light(0.95, 0.05, 90),
    )
    s.letter("面", x, y - size * 0.42, size * 0.3, tone)
    s.fill(ellipse(x, y - size * 0.86, size * 0.52, size * 0.1), s.palette.light(0.97, 0.02, 90))
    s.fill(
        path(
            *local(x, y, size, "-.1,-.9 .5,-.88 .46,-1.1 .1,-1.06"),
        ),
        s.palette.light(0.9, 0.03, 85),
    )
    s.fill(
        line(x - size * 0.3, y - size * 0.9, x + size * 0.2, y - size * 1.2, size * 0.05),
        s.palette(0.75, 0.08, 75),
    )
    steam(s, x, y - size * 0.9, size * 1.2, 0.4, 2)


def _bridge(s: Sheet) -> None:
    u = s.u
    colours = _dusk(s, s.h * 0.8)
    far = mix(colours[-1], s.palette(0.6, 0.08, 235), 0.5)
    ranges(s, s.h * 0.3, s.h * 0.74, far, s.palette(0.36, 0.08, 165), 4)
    hill(s, s.h * 0.86, u * 8, s.palette(0.5, 0.11, 140))
    y = s.h * 0.66
    stone = s.palette(0.78, 0.03, 75)
    s.fade(rect(-10, y + u * 4, s.w + 20, u * 5), mix(stone, (255, 255, 255), 0.2), stone)
    step = u * 25
    for index in range(int(s.w / step) + 2):
        x = index * step - u * 6
        foot = s.h * 0.94
        s.fade(
            polygon(
                (x - u * 2.6, y + u * 9),
                (x + u * 2.6, y + u * 9),
                (x + u * 3.4, foot),
                (x - u * 3.4, foot),
            ),
            stone,
            mix(stone, (0, 0, 0), 0.25),
            0.0,
        )
        arch = [
            (x + u * 2.6, y + u * 9),
            (x + u * 2.6, y + u * 20),
            (x + step / 2, y + u * 12),
            (x + step - u * 2.6, y + u * 20),
            (x + step - u * 2.6, y + u * 9),
        ]
        s.fill(
            polygon(
                *arch[:2],
                *[
                    (x + step / 2 + (step / 2 - u * 2.6) * cos(a), y + u * 20 - u * 9 * sin(a))
                    for a in np.linspace(pi, 0, 12)
                ],
                *arch[3:],
            ),
            mix(stone, (0, 0, 0), 0.08),
        )
    tone = s.palette.accent(0, 0.55, 0.16) if s.chance(0.5) else s.palette(0.95, 0.01, 230)
    start = s.w * s.between(0.1, 0.3)
    cars = int((s.w - start) / (u * 27)) + 2
    for index in range(cars):
        x = start + index * u * 27
        if index == 0:
            s.fade(
                path(
                    *local(x, y, u, "-10,3.6 -6,-3 4,-8 26,-8 26,4 0,4"),
                ),
                mix(tone, (255, 255, 255), 0.3),
                tone,
            )
        else:
            s.fade(rect(x, y - u * 8, u * 26, u * 12, u), mix(tone, (255, 255, 255), 0.3), tone)
        s.fill(
            rect(x + (u * 2 if index else 0), y + u * 0.6, u * 25, u * 1.4),
            s.palette(0.95, 0.02, 85) if sum(tone) < 500 else s.palette.accent(0, 0.55, 0.16),
        )
        for pane in range(4):
            px = x + u * (3 + pane * 5.7)
            s.fill(
                rect(px, y - u * 5.6, u * 4, u * 4, u * 0.7),
                s.palette.light(0.9, 0.09, 85)
                if s.palette.mood.dark
                else s.palette(0.35, 0.05, 240),
            )
    for _ in range(14):
        tree(
            s,
            s.between(0, s.w),
            s.h * s.between(0.92, 1.04),
            u * s.between(16, 30),
            s.pick([140.0, 120.0, 60.0]),
        )


def old_town(s: Sheet) -> None:
    """White walls and dark roofs along a canal, or a lane of steps and lanterns."""
    u = s.u
    if s.chance(0.55):
        level = s.h * s.between(0.66, 0.72)
        colours = _dusk(s, level)
        ranges(
            s,
            s.h * 0.26,
            s.h * 0.5,
            mix(colours[-1], s.palette(0.6, 0.05, 230), 0.4),
            s.palette(0.55, 0.06, 190),
            2,
        )
        for row, (y, scale) in enumerate(((level - u * 10, 0.8), (level, 1.0))):
            x = -u * s.between(0, 14)
            while x < s.w:
                w = u * s.between(22, 34) * scale
                _white_house(s, x, y, w, u * s.between(24, 40) * scale * (1.25 - 0.25 * row))
                x += w * s.between(0.92, 1.12)
        s.fade(
            rect(0, level, s.w, s.h - level),
            mix(colours[-1], s.palette(0.6, 0.06, 190), 0.5),
            s.palette(0.32, 0.06, 200),
        )
        mirror(s, level, 0.55, s.palette(0.45, 0.06, 195))
        if s.chance(0.6):
            _arch_bridge(s, s.w * s.between(0.3, 0.7), level + u * 3, u * 56)
        boat(s, s.w * s.between(0.3, 0.7), s.h * 0.88, u * 28)
        for side in (0.02, 0.98):
            _willow(s, s.w * side, s.h * 0.1, u * 40)
    else:
        colours = _dusk(s, s.h * 0.6)
        ranges(
            s,
            s.h * 0.2,
            s.h * 0.5,
            mix(colours[-1], s.palette(0.6, 0.05, 230), 0.4),
            s.palette(0.5, 0.07, 190),
            2,
        )
        _pagoda(s, s.w * 0.5, s.h * 0.52, u * 36)
        stone = s.palette(0.66, 0.025, 75)
        s.fade(
            polygon(
                (s.w * 0.42, s.h * 0.5),
                (s.w * 0.58, s.h * 0.5),
                (s.w * 1.1, s.h),
                (-s.w * 0.1, s.h),
            ),
            mix(stone, (255, 255, 255), 0.15),
            stone,
        )
        for index in range(13):
            t = (index / 13) ** 1.7
            y = s.h * (0.51 + 0.49 * t)
            half = s.w * (0.08 + 0.5 * t)
            s.fill(
                rect(s.w / 2 - half, y, half * 2, u * (0.5 + 1.6 * t)),
                mix(stone, (0, 0, 0), 0.25),
                0.8,
            )
        for side in (-1, 1):
            for index in range(3, -1, -1):
                t = index / 3
                inner = s.w / 2 + side * s.w * (0.42 - 0.32 * t)
                outer = s.w / 2 + side * s.w * (0.75 - 0.4 * t)
                top, foot = s.h * (0.12 + 0.22 * t), s.h * (0.96 - 0.42 * t)
                front = s.palette(0.42, 0.08, 40) if index % 2 else s.palette(0.9, 0.02, 80)
                s.fade(
                    polygon(
                        (inner, top + u * 6),
                        (outer, top - u * 4),
                        (outer, foot + s.h * 0.2),
                        (inner, foot),
                    ),
                    front,
                    mix(front, (0, 0, 0), 0.25),
                )
                for pane in range(2):
                    px = inner + (outer - inner) * (0.2 + 0.4 * pane)
                    lattice = rect(
                        min(px, px + (outer - inner) * 0.25),
                        (top + foot) / 2,
                        abs(outer - inner) * 0.25,
                        (foot - top) * 0.3,
                        u * 0.5,
                    )
                    s.fill(lattice, s.palette.light(0.86, 0.12, 75))
                    s.fill(
                        line(
                            px + (outer - inner) * 0.125,
                            (top + foot) / 2,
                            px + (outer - inner) * 0.125,
                            (top + foot) / 2 + (foot - top) * 0.3,
                            u * 0.5,
                        ),
                        s.palette(0.3, 0.06, 40),
                    )
                old_roof(
                    s,
                    (inner + outer) / 2 + side * u * 2,
                    top + u * 5,
                    abs(outer - inner) * 1.5,
                    u * (13 - 6 * t),
                )
                size = u * (4.2 - 2.6 * t)
                for row in range(2):
                    paper_lantern(
                        s, inner - side * size * 1.2, top + u * 6 + row * size * 3.6, size
                    )
        standing(s, s.w * 0.52, s.h * 0.84, u * 26, face="back", pose="walk")
        if s.chance(0.6):
            cat_back(s, s.w * 0.3, s.h * 0.93, u * 15)
    _wet(s)


def _white_house(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    plaster = s.palette(0.94, 0.015, 85)
    s.fade(rect(x, y - h, w, h), plaster, mix(plaster, s.palette(0.5, 0.04, 250), 0.25))
    s.spray(rect(x, y - h, w, h), s.palette(0.5, 0.03, 230), pi / 2, 0.5, 0.5)
    tile = s.palette(0.25, 0.02, 245)
    if s.chance(0.45):
        for step, reach in ((0.0, 0.22), (0.2, 0.5), (0.4, 0.78)):
            s.fill(
                rect(
                    x + w * (0.5 - reach * 0.5) - s.u * 0.6,
                    y - h * (1.34 - step * 0.42),
                    w * reach + s.u * 1.2,
                    h * 0.2,
                ),
                plaster,
            )
            s.fill(
                path(
                    (x + w * (0.5 - reach * 0.5) - s.u * 2, y - h * (1.33 - step * 0.42)),
                    (x + w * 0.5, y - h * (1.37 - step * 0.42)),
                    (x + w * (0.5 + reach * 0.5) + s.u * 2, y - h * (1.33 - step * 0.42)),
                    (x + w * 0.5, y - h * (1.32 - step * 0.42)),
                ),
                tile,
            )
    old_roof(s, x + w / 2, y - h * 0.98, w * 1.16, s.u * 7, tile)
    lit = s.palette.mood.dark or s.chance(0.35)
    for row in range(max(1, int(h / (s.u * 18)))):
        for column in range(2):
            wx, wy = x + w * (0.18 + 0.4 * column), y - h * 0.82 + row * s.u * 15
            pane = rect(wx, wy, w * 0.22, s.u * 7)
            s.fill(pane, s.palette.light(0.85, 0.13, 75) if lit else s.palette(0.35, 0.05, 45))
            s.fill(
                line(wx + w * 0.11, wy, wx + w * 0.11, wy + s.u * 7, s.u * 0.4),
                s.palette(0.25, 0.05, 40),
            )
    if s.chance(0.5):
        paper_lantern(s, x + w * 0.5, y - h * 0.9, s.u * 2.4)


def _arch_bridge(s: Sheet, x: float, y: float, size: float) -> None:
    stone = s.palette(0.72, 0.02, 85)
    t = np.linspace(-1, 1, 30)
    top = x + t * size / 2 + 1j * (y - size * 0.3 * np.cos(t * pi / 2) ** 1.2)
    angle = np.linspace(0, pi, 24)
    hole = x + size * 0.24 * np.cos(angle) + 1j * (y - size * 0.2 * np.sin(angle))
    shape = np.concatenate([top, hole])
    s.fade(shape, mix(stone, (255, 255, 255), 0.2), mix(stone, (0, 0, 0), 0.2))
    s.fill(np.concatenate([top - 1j * s.u * 2.4, (top)[::-1]]), mix(stone, (255, 255, 255), 0.3))
    for post in range(2, 28, 3):
        s.fill(
            rect(top[post].real - s.u * 0.5, top[post].imag - s.u * 4, s.u, s.u * 4),
            mix(stone, (0, 0, 0), 0.1),
        )


def _willow(s: Sheet, x: float, y: float, size: float) -> None:
    for _ in range(16):
        start = x + s.between(-0.6, 0.6) * size
        length, sway = size * s.between(0.8, 1.7), s.between(-0.15, 0.15) * size
        tone = s.palette(s.between(0.5, 0.68), 0.11, s.between(120, 140))
        s.fill(
            curve(
                (start, y - size),
                (start + sway * 0.4, y),
                (start + sway, y - size + length),
                width=[s.u * 0.4, s.u * 0.2],
            ),
            tone,
        )
        for step in np.linspace(0.2, 1, 9):
            px, py = start + sway * step**2, y - size + length * step
            for side in (-1, 1):
                s.fill(leaf(px, py, s.u * 3, s.u * 0.9, pi / 2 + side * 0.6), tone)


def _pagoda(s: Sheet, x: float, y: float, size: float) -> None:
    for tier in range(4):
        w, foot = size * (1 - tier * 0.19), y - tier * size * 0.3
        s.fade(
            rect(x - w * 0.3, foot - size * 0.24, w * 0.6, size * 0.26),
            s.palette(0.48, 0.13, 30),
            s.palette(0.36, 0.1, 30),
            0.0,
        )
        for column in (-0.18, 0.0, 0.18):
            s.fill(
                rect(x + w * column - size * 0.03, foot - size * 0.16, size * 0.06, size * 0.12),
                s.palette.light(0.85, 0.12, 78),
            )
        old_roof(s, x, foot - size * 0.2, w * 1.05, size * 0.15)
    s.fill(
        line(x, y - size * 1.5, x, y - size * 1.22, size * 0.025), s.palette.light(0.78, 0.12, 82)
    )


def city_night(s: Sheet) -> None:
    """The town at night: towers over a river, or a wet street of signs."""
    u = s.u
    deep = [
        (0.14, 0.06, 275),
        (0.26, 0.09, s.pick([270.0, 290.0, 250.0])),
        (0.48, 0.11, s.pick([310.0, 20.0, 230.0])),
    ]
    if s.chance(0.5):
        level = s.h * 0.66
        colours = sky(s, level, deep)
        stars(s, level * 0.7, 60)
        disc(
            s,
            s.w * s.between(0.2, 0.8),
            s.h * s.between(0.1, 0.24),
            u * s.between(3, 5),
            s.palette.light(0.95, 0.05, 92),
            0.5,
        )
        skyline(s, level, s.h * 0.16, s.h * 0.36, mix(colours[2], colours[1], 0.4), 0.4, (5, 10))
        skyline(s, level, s.h * 0.1, s.h * 0.46, mix(colours[0], colours[1], 0.5), 0.5, (7, 14))
        _landmark(s, s.w * s.between(0.35, 0.65), level, s.h * 0.52)
        s.fade(rect(0, level, s.w, s.h - level), mix(colours[1], colours[2], 0.4), colours[0])
        mirror(s, level, 0.7, (30, 30, 60))
        for _ in range(60):
            y = level + s.rng.random() * (s.h - level)
            px, run = s.between(0, s.w), u * s.between(2, 10)
            s.fill(
                line(px, y, px + run, y, u * 0.4),
                s.palette.light(0.85, 0.12, s.pick([80.0, 20.0, 320.0, 200.0])),
                0.4,
            )
        if s.chance(0.6):
            s.fill(rect(0, s.h * 0.9, s.w, u * 1.4), colours[0])
            for index in range(int(s.w / (u * 5)) + 1):
                s.fill(rect(index * u * 5, s.h * 0.9, u * 0.7, s.h * 0.1), colours[0])
            for dx in (-4, 4):
                standing(s, s.w * 0.5 + dx * u, s.h * 1.04, u * 32, face="back")
    else:
        _neon_lane(s, deep)


def _landmark(s: Sheet, x: float, y: float, h: float) -> None:
    """A tower with lit spheres."""
    u = s.u
    tone = s.palette.light(0.5, 0.12, 320)
    s.glow(x, y - h * 0.6, h * 0.5, tone, 0.5)
    s.fill(
        polygon(*local(x, y, u, "-.3,-1 .3,-1 1.6,0 -1.6,0", tall=h)),
        mix(tone, (255, 255, 255), 0.2),
    )
    for side in (-1, 1):
        s.fill(line(x, y - h * 0.34, x + side * u * 8, y, u * 0.9), tone)
    for height, radius in ((0.36, 5.0), (0.66, 3.4), (0.84, 1.6)):
        ball = ellipse(x, y - h * height, u * radius)
        s.fade(ball, s.palette.light(0.82, 0.13, 345), s.palette.light(0.5, 0.17, 320))
        for row in np.linspace(-0.6, 0.6, 4):
            s.fill(
                arc(
                    x,
                    y - h * height + row * u * radius,
                    u * radius * 0.9,
                    u * radius * 0.25,
                    0.1,
                    pi - 0.1,
                    u * 0.25,
                ),
                s.palette.light(0.92, 0.08, 60),
                0.9,
            )


def _neon_lane(s: Sheet, deep: list[tuple[float, float, float]]) -> None:
    u = s.u
    colours = sky(s, s.h * 0.7, deep)
    base = s.h * 0.68
    skyline(s, base, s.h * 0.3, s.h * 0.5, mix(colours[1], colours[2], 0.5), 0.4, (5, 9))
    for side in (-1, 1):
        for index in range(2, -1, -1):
            t = index / 2.4
            inner = s.w / 2 + side * s.w * (0.36 - 0.26 * t)
            outer = s.w / 2 + side * s.w * (0.8 - 0.42 * t)
            top, foot = -s.h * 0.05 + s.h * 0.22 * t, s.h * (0.94 - 0.24 * t)
            tone = mix(s.palette.light(0.22, 0.05, 280), colours[1], 0.3 + 0.3 * t)
            s.fade(
                polygon(
                    (inner, top + u * 8),
                    (outer, top - u * 6),
                    (outer, foot + s.h * 0.15),
                    (inner, foot),
                ),
                mix(tone, (255, 255, 255), 0.08),
                tone,
            )
            for row in range(6):
                y = top + (foot - top) * (0.14 + row * 0.1)
                for column in range(3):
                    px = inner + (outer - inner) * (0.14 + 0.28 * column)
                    w = (outer - inner) * 0.16
                    if s.chance(0.5):
                        s.fill(
                            polygon(
                                *local(px, y, w, "0,0 1,-.6 1,3.4 0,3.4", tall=u),
                            ),
                            s.palette.light(0.85, 0.1, s.pick([75.0, 60.0, 200.0])),
                            0.9,
                        )
            shop = rect(
                min(inner, outer),
                foot - (foot - top) * 0.24,
                abs(outer - inner),
                (foot - top) * 0.26,
            )
            s.fade(shop, s.palette.light(0.86, 0.12, 70), s.palette.light(0.6, 0.14, 45))
            for row in range(3):
                w, h = u * (7 - 3.2 * t), u * (17 - 7 * t)
                sign(
                    s,
                    inner - side * w * s.between(0.3, 0.9),
                    top + (foot - top) * (0.2 + 0.19 * row),
                    w,
                    h,
                    s.pick([name for name in SIGNS if len(name) == 2]),
                    lit=True,
                )
    road = s.palette.light(0.24, 0.03, 275)
    s.fade(
        polygon((s.w * 0.4, base), (s.w * 0.6, base), (s.w * 1.15, s.h), (-s.w * 0.15, s.h)),
        mix(colours[2], road, 0.5),
        road,
    )
    mirror(s, base + u * 2, 0.5, road)
    for index in range(s.pick([3, 4])):
        x = s.w * (0.36 + 0.1 * index) + s.between(-3, 3) * u
        if s.chance(0.5):
            _umbrella_walker(s, x, s.h * s.between(0.8, 0.95), u * s.between(26, 36))
        else:
            standing(
                s, x, s.h * s.between(0.78, 0.92), u * s.between(26, 34), face="back", pose="walk"
            )
    rain(s, 120) if s.palette.name in ("rain", "night", "cool") else None


def rooftop(s: Sheet) -> None:
    """On the roof: water tanks, washing, string lights, friends looking at the town."""
    u = s.u
    base = s.h * 0.7
    colours = _dusk(s, base)
    lit = s.palette.mood.dark or s.palette.name == "gold"
    skyline(
        s,
        base + u * 2,
        s.h * 0.14,
        s.h * 0.3,
        mix(colours[-1], s.palette(0.5, 0.06, 260), 0.35),
        0.45 if lit else 0.0,
        (5, 11),
    )
    skyline(
        s,
        base + u * 2,
        s.h * 0.08,
        s.h * 0.2,
        mix(colours[-1], s.palette(0.4, 0.06, 260), 0.6),
        0.5 if lit else 0.0,
        (8, 14),
    )
    brick = s.palette(0.6, 0.08, 40)
    s.fade(
        rect(0, base, s.w, s.h - base),
        mix(brick, (255, 255, 255), 0.15),
        mix(brick, (0, 0, 0), 0.15),
    )
    s.fill(rect(0, base - u * 4, s.w, u * 7), mix(brick, (255, 255, 255), 0.35))
    for row in range(5):
        for column in range(14):
            s.fill(
                rect(
                    (column + (row % 2) * 0.5) * s.w / 13 - u * 4,
                    base + u * (5 + row * 6),
                    s.w / 13 - u * 1.2,
                    u * 4.6,
                    u * 0.5,
                ),
                mix(brick, (0, 0, 0), s.between(0.0, 0.16)),
                0.5,
            )
    if s.chance(0.5):
        _washing(s, s.h * s.between(0.3, 0.38))
    else:
        string_lights(s, s.h * 0.3, u * 7, 11)
        for px in (s.w * 0.02, s.w * 0.98):
            s.fill(line(px, s.h * 0.28, px, base, u), s.palette(0.25, 0.03, 50))
    tank = s.w * s.pick([0.14, 0.84])
    s.fade(
        rect(tank - u * 9, base - u * 26, u * 18, u * 22, u * 2),
        s.palette(0.75, 0.03, 220),
        s.palette(0.5, 0.04, 230),
        0.0,
    )
    s.fill(
        path(*local(tank, base, u, "-10,-25 0,-32 10,-25")),
        s.palette(0.45, 0.04, 230),
    )
    for side in (-1, 1):
        s.fill(
            line(tank + side * u * 7, base - u * 5, tank + side * u * 8, base + u * 2, u),
            s.palette(0.25, 0.02, 240),
        )
    for index in range(s.pick([2, 3])):
        standing(
            s,
            s.w * (0.42 + 0.13 * index),
            s.h * 0.92,
            u * s.between(36, 40),
            face="back",
            pose=s.pick(["still", "arms", "wave"]),
        )
    for index in range(3):
        potted(s, s.w * (0.06 + 0.42 * index), s.h * 0.97, u * s.between(20, 28))
    if s.chance(0.5):
        cat_back(s, s.w * 0.74, base - u * 3.4, u * 15)


def _washing(s: Sheet, y: float) -> None:
    u = s.u
    s.fill(
        curve((0, y), (s.w * 0.5, y + u * 4), (s.w, y - u * 2), width=u * 0.35),
        s.palette(0.3, 0.02, 60),
    )
    x, index = u * 5, 0
    while x < s.w - u * 12:
        t = x / s.w
        top = y + u * 4 * 4 * t * (1 - t) * 0.8
        tone = s.palette.accent(int(s.rng.integers(3)), s.between(0.6, 0.9), 0.11)
        w = u * s.between(10, 16)
        if index % 3 == 0:
            shape: Outline = polygon(
                (x, top), (x + w, top), (x + w + u, top + u * 20), (x - u * 0.6, top + u * 19)
            )
        elif index % 3 == 1:
            shape = polygon(
                *local(
                    x, top, w, ".2,0 .8,0 1.15,5 .95,8 .8,6 .8,16 .2,16 .2,6 .05,8 -.15,5", tall=u
                ),
            )
        else:
            shape = polygon(
                *local(x, top, w, ".2,0 .8,0 .9,18 .56,18 .5,6 .44,18 .1,18", tall=u),
            )
        s.fade(shape, mix(tone, (255, 255, 255), 0.25), mix(tone, (0, 0, 0), 0.08))
        s.spray(shape, mix(tone, s.palette(0.2, 0.05, 280), 0.6), 0.2, 0.4, 0.5)
        x += w + u * s.between(3, 7)
        index += 1


def lantern(s: Sheet) -> None:
    """Lanterns: rows over a lane, or rising into the night."""
    u = s.u
    deep = [(0.16, 0.06, 280), (0.28, 0.09, 290), (0.45, 0.12, s.pick([20.0, 330.0, 45.0]))]
    colours = sky(s, None, deep)
    stars(s, s.h * 0.6, 80)
    if s.chance(0.5):
        for _ in range(46):
            depth = s.rng.random() ** 1.5
            size = u * (1.2 + 7 * depth)
            _sky_lantern(s, s.between(0, s.w), s.h * s.between(0.04, 0.82), size)
        ranges(
            s,
            s.h * 0.74,
            s.h * 0.92,
            mix(colours[2], colours[1], 0.4),
            mix(colours[0], (0, 0, 0), 0.3),
            3,
        )
        for dx in (-7, 5):
            standing(s, s.w * 0.5 + dx * u, s.h * 0.99, u * 28, face="back", pose="arms")
        _sky_lantern(s, s.w * 0.5, s.h * 0.66, u * 10)
    else:
        for px, py, wide in ((0.15, 0.66, 60.0), (0.86, 0.68, 62.0)):
            house = s.palette.light(0.3, 0.06, 30)
            s.fade(
                rect(s.w * px - u * wide * 0.36, s.h * py, u * wide * 0.72, s.h * 0.4),
                house,
                mix(house, (0, 0, 0), 0.3),
            )
            for column in range(3):
                s.fill(
                    rect(
                        s.w * px - u * wide * 0.26 + column * u * wide * 0.19,
                        s.h * (py + 0.06),
                        u * wide * 0.13,
                        s.h * 0.16,
                    ),
                    s.palette.light(0.82, 0.13, 70),
                    0.9,
                )
            old_roof(s, s.w * px, s.h * py, u * wide, u * 14, s.palette.light(0.22, 0.03, 270))
        s.fade(
            polygon(
                (s.w * 0.36, s.h * 0.8),
                (s.w * 0.64, s.h * 0.8),
                (s.w * 0.95, s.h),
                (s.w * 0.05, s.h),
            ),
            s.palette.light(0.5, 0.08, 45),
            s.palette.light(0.3, 0.06, 30),
        )
        for index in range(4):
            standing(
                s,
                s.w * (0.36 + 0.09 * index),
                s.h * s.between(0.86, 0.97),
                u * s.between(22, 28),
                face=s.pick(["back", "front"]),
            )
        for row in range(4):
            y, size = s.h * (0.05 + row * 0.135), u * (7.2 - row * 1.2)
            sag, count = u * 9, int(s.w / (size * 3.4))
            hue = s.pick([28.0, 28.0, 75.0, 350.0])
            s.fill(
                curve((0, y), (s.w / 2, y + sag), (s.w, y), width=u * 0.3),
                s.palette.light(0.2, 0.03, 40),
            )
            for index in range(count):
                t = (index + 0.5) / count
                paper_lantern(s, s.w * t, y + sag * 4 * t * (1 - t), size, hue + s.between(-5, 5))


def _sky_lantern(s: Sheet, x: float, y: float, size: float) -> None:
    warm = s.palette.light(0.82, 0.15, 62)
    s.glow(x, y, size * 3, warm, 0.45)
    body = path(
        *local(x, y, size, "-.36,-.6 0,-.78 .36,-.6 .5,.1 .3,.6 -.3,.6 -.5,.1"),
    )
    s.fade(body, s.palette.light(0.66, 0.18, 40), s.palette.light(0.95, 0.09, 85))
    s.fill(ellipse(x, y + size * 0.6, size * 0.3, size * 0.07), s.palette.light(0.98, 0.06, 95))


def market(s: Sheet) -> None:
    """A market stall: awnings, crates, prices, the seller."""
    u = s.u
    lit = s.palette.mood.dark
    if lit:
        colours = _dusk(s, s.h * 0.6)
        skyline(s, s.h * 0.6, s.h * 0.2, s.h * 0.4, mix(colours[-1], (10, 10, 40), 0.4), 0.4)
    else:
        wall(s, s.palette.key_tone(0.85, 0.05))
        for index in range(5):
            s.fill(
                rect(s.w * index * 0.22, s.h * 0.2, s.w * 0.18, s.h * 0.4, u),
                s.palette.accent(index, 0.7, 0.05),
                0.5,
            )
    s.blur(u * 0.9)
    counter = s.h * 0.56
    who = look(s, s.pick(["bun", "cap", "short", "bob"]))
    bust(s, s.w * s.between(0.4, 0.6), counter + u * 6, u * 44, who)
    if s.chance(0.6):
        bust(s, s.w * s.pick([0.16, 0.84]), counter + u * 6, u * 38)
    wood = s.palette(0.6, 0.08, 60)
    rows = 3
    for row in range(rows):
        y = counter + (s.h - counter) * row / rows
        h = (s.h - counter) / rows
        count = max(3, int(s.w / (u * (30 + row * 3))))
        w = s.w / count
        for column in range(count):
            _crate(s, w * column + u * 0.5, y, w - u, h, wood)
    for column in range(3):
        px = s.w * (0.18 + 0.32 * column) + s.between(-3, 3) * u
        py = counter + (s.h - counter) * s.pick([0.0, 0.333]) - u * 1
        tag = turned(
            rect(px - u * 5, py - u * 5, u * 10, u * 7, u * 0.6), s.between(-0.15, 0.15), px, py
        )
        s.fill(line(px, py, px, py + u * 5, u * 0.5), s.palette(0.8, 0.06, 75))
        s.fill(tag, s.palette(0.97, 0.03, 88))
        s.letter(
            s.pick(["3元", "5元", "8元", "甜", "鲜", "两斤", "10元"]),
            px,
            py - u * 1.6,
            u * 3.6,
            s.palette.light(0.5, 0.18, 27),
            serif=False,
        )
    awning(s, -u * 2, 0, s.w + u * 4, s.h * 0.12)
    for index in range(3):
        px = s.w * (0.2 + 0.3 * index)
        s.fill(line(px, s.h * 0.1, px, s.h * 0.22, u * 0.3), s.palette(0.2, 0.02, 60))
        glow_bulb(s, px, s.h * 0.235, u * 1.7)
    slant(s, 0.22) if not lit else s.glow(
        s.w * 0.5, s.h * 0.3, s.w * 0.7, s.palette.light(0.86, 0.12, 72), 0.4
    )


def _crate(s: Sheet, x: float, y: float, w: float, h: float, wood: Rgb) -> None:
    u = s.u
    s.fill(rect(x, y + h * 0.1, w, h * 0.9), mix(wood, (0, 0, 0), 0.55))
    kind = s.pick(["round", "leaf", "long", "round", "round", "berry", "corn"])
    hue, light, chroma = s.pick(
        [
            (30, 0.58, 0.2),
            (62, 0.76, 0.17),
            (90, 0.84, 0.16),
            (140, 0.6, 0.15),
            (310, 0.42, 0.1),
            (15, 0.72, 0.13),
            (50, 0.7, 0.16),
        ]
    )
    for row in range(3):
        count = int(w / (u * 5.2))
        for index in range(count + 1):
            px = x + w * (index + 0.5 * (row % 2)) / count
            py = y + h * (0.12 + row * 0.15)
            if not x + u * 2 < px < x + w - u * 2:
                continue
            tone = s.palette(light + s.between(-0.05, 0.05), chroma, hue + s.between(-5, 5))
            if kind == "leaf":
                for turn in (-2.3, -1.57, -0.8):
                    s.fill(
                        leaf(px, py + u * 3, u * 8, u * 4, turn + s.between(-0.2, 0.2)),
                        s.palette(s.between(0.45, 0.7), 0.14, s.between(125, 145)),
                    )
            elif kind == "long":
                s.fill(
                    turned(ellipse(px, py, u * 1.7, u * 5.4), s.between(-0.3, 0.3), px, py), tone
                )
                s.fill(ellipse(px - u * 0.5, py - u * 1.4, u * 0.4, u * 1.8), (255, 255, 255), 0.4)
            elif kind == "berry":
                for _ in range(6):
                    s.fill(
                        ellipse(px + s.between(-2.6, 2.6) * u, py + s.between(-2, 2) * u, u * 1.3),
                        s.palette(light + s.between(-0.08, 0.08), chroma, hue),
                    )
            elif kind == "corn":
                s.fill(
                    turned(ellipse(px, py, u * 2, u * 5), 0.2, px, py), s.palette(0.84, 0.15, 90)
                )
                s.fill(
                    turned(ellipse(px - u * 1.2, py + u * 1.6, u * 1.4, u * 4.6), 0.4, px, py),
                    s.palette(0.65, 0.12, 130),
                )
            else:
                s.fade(
                    ellipse(px, py, u * 3.1),
                    mix(tone, (255, 255, 255), 0.2),
                    mix(tone, (0, 0, 0), 0.2),
                    1,
                )
                s.fill(ellipse(px - u, py - u * 1.1, u * 0.7, u * 0.5), (255, 255, 255), 0.6)
    front = rect(x, y + h * 0.52, w, h * 0.48)
    s.fade(front, mix(wood, (255, 255, 255), 0.12), mix(wood, (0, 0, 0), 0.12))
    for slat in (0.66, 0.84):
        s.fill(rect(x, y + h * slat, w, u * 0.6), mix(wood, (0, 0, 0), 0.45))
    s.fill(rect(x, y + h * 0.52, w, u * 0.7), mix(wood, (255, 255, 255), 0.4), 0.8)


SCENES = {
    "street": street, "bike": bike, "subway": subway, "train": train, "old_town": old_town,
    "city_night": city_night, "rooftop": rooftop, "lantern": lantern, "market": market,
}  # fmt: skip
