"""Scene `outfit`: clothes laid out on the bed, hanging on a rail, or worn before a mirror."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import mix
from ...light import daylight, leaf_shadow, slant
from ...outline import (
    arc,
    curve,
    ellipse,
    line,
    local,
    path,
    polygon,
    rect,
    turned,
)
from ...people import cloth, head, look
from ...potted import potted
from ...sheet import Sheet
from ...surfaces import floor, linen, plain, wall
from .things import sneaker


def outfit(s: Sheet) -> None:
    """Clothes laid out on the bed, hanging on a rail, or worn before a mirror."""
    s.pick([_laid_out, _rail, _worn])(s)


def _laid_out(s: Sheet) -> None:
    u = s.u
    s.pick([linen, linen, plain])(s)
    x, y = s.w * 0.46, s.h * 0.34
    top, low = (
        s.palette.accent(0, s.between(0.6, 0.88), 0.1),
        s.palette(0.42, 0.07, 255) if s.chance(0.5) else s.palette.accent(1, 0.6, 0.08),
    )
    shirt = path(
        *local(
            x,
            y,
            u,
            "-10,-26 -4,-23 4,-23 10,-26 26,-16 32,6 24,9 18,-6 18,24 -18,24 -18,-6 -24,9 -32,6 -26,-16",
        ),
    )
    s.shadow(shirt, u, u * 1.6, u * 1.4, 0.35)
    cloth(s, shirt, top, s.pick(["plain", "stripes", "dots"]))
    s.fill(
        curve(*local(x, y, u, "-9,-25 0,-19 9,-25"), width=u * 2.2),
        mix(top, (255, 255, 255), 0.5),
    )
    py = y + u * 27
    if s.chance(0.5):
        skirt = polygon(*local(x, py, u, "-13,0 13,0 26,40 -26,40"))
        s.shadow(skirt, u, u * 1.6, u * 1.4, 0.35)
        cloth(s, skirt, low, s.pick(["plain", "dots"]))
        for fold in np.linspace(-0.8, 0.8, 6):
            s.fill(
                curve(
                    (x + fold * u * 12, py + u),
                    (x + fold * u * 25, py + u * 39),
                    width=[u * 0.3, u * 1.2],
                ),
                mix(low, (0, 0, 0), 0.3),
                0.5,
            )
        s.fill(rect(x - u * 13, py - u, u * 26, u * 4), mix(low, (0, 0, 0), 0.2))
    else:
        jeans = polygon(*local(x, py, u, "-14,0 14,0 17,20 18,52 4,52 0,16 -4,52 -18,52 -17,20"))
        s.shadow(jeans, u, u * 1.6, u * 1.4, 0.35)
        cloth(s, jeans, low, "plain")
        s.fill(rect(x - u * 14, py - u * 1.4, u * 28, u * 4), mix(low, (0, 0, 0), 0.25))
        s.fill(line(x, py + u * 2, x, py + u * 12, u * 0.4), mix(low, (255, 220, 150), 0.5))
    bag = s.palette.accent(2, 0.55, 0.12)
    bx, by = s.w * 0.84, s.h * 0.62
    s.fill(arc(bx, by - u * 8, u * 8, u * 11, pi, 2 * pi, u * 1.4), mix(bag, (0, 0, 0), 0.25))
    body = rect(bx - u * 11, by - u * 8, u * 22, u * 18, u * 4)
    s.shadow(body, u, u * 1.6, u * 1.4, 0.35)
    s.fade(body, mix(bag, (255, 255, 255), 0.15), bag, 1)
    s.fill(ellipse(bx, by - u, u * 1.8), s.palette.light(0.84, 0.1, 85))
    for shift in (0, 1):
        _shoe_above(
            s,
            s.w * 0.14 + shift * u * 11,
            s.h * 0.82 + shift * u * 2,
            u * 24,
            -pi / 2 + s.between(-0.15, 0.15),
        )
    _hat(s, s.w * 0.85, s.h * 0.18, u * 15)
    daylight(s)


def _hat(s: Sheet, x: float, y: float, r: float) -> None:
    straw = s.palette(0.86, 0.07, 82)
    s.shadow(ellipse(x, y, r), r * 0.1, r * 0.18, r * 0.14, 0.35)
    s.fade(ellipse(x, y, r), straw, mix(straw, (0, 0, 0), 0.12), 1)
    for ring in (0.94, 0.82, 0.7):
        s.fill(
            arc(x, y, r * ring, r * ring, 0, 2 * pi, s.u * 0.3), mix(straw, (0, 0, 0), 0.25), 0.6
        )
    s.fill(ellipse(x, y, r * 0.6), s.palette.accent(0, 0.5, 0.13))
    s.fade(ellipse(x, y, r * 0.54), mix(straw, (255, 255, 255), 0.25), straw, 1)


def _shoe_above(s: Sheet, x: float, y: float, size: float, turn: float) -> None:
    tone = s.palette.accent(1, 0.8, 0.1)
    sole = turned(
        path(*local(x, y, size, "-.5,-.12 -.2,-.17 .25,-.2 .5,-.06 .5,.08 .25,.2 -.2,.16 -.5,.12")),
        turn,
        x,
        y,
    )
    s.shadow(sole, s.u * 0.8, s.u * 1.4, s.u, 0.35)
    s.fill(sole, s.palette(0.97, 0.01, 80))
    s.fade((sole - complex(x, y)) * 0.9 + complex(x, y), tone, mix(tone, (0, 0, 0), 0.12), turn)
    s.fill(
        turned(ellipse(x - size * 0.22, y, size * 0.2, size * 0.1), turn, x, y),
        mix(tone, (0, 0, 0), 0.5),
    )
    for index in range(4):
        px = x + size * (0.02 + 0.07 * index)
        s.fill(
            turned(line(px, y - size * 0.1, px, y + size * 0.1, s.u * 0.8), turn, x, y),
            (255, 255, 255),
        )


def _rail(s: Sheet) -> None:
    u = s.u
    base = s.h * 0.84
    wall(s, s.palette.key_tone(0.9, 0.05))
    floor(s, base, s.palette(0.7, 0.06, 66))
    rail = s.h * 0.2
    iron = s.palette(0.25, 0.02, 60)
    for px in (0.1, 0.9):
        s.fill(line(s.w * px, rail, s.w * px, base + u * 4, u * 1.1), iron)
    s.fill(line(s.w * 0.06, rail, s.w * 0.94, rail, u * 1.1), iron)
    x = s.w * 0.15
    while x < s.w * 0.86:
        _hung(s, x, rail, u * s.between(36, 50))
        x += u * s.between(8, 11.5)
    for index in range(3):
        px = s.w * (0.28 + 0.22 * index)
        for shift in (0, 5):
            sneaker(s, px + shift * u, base + u * (6 + shift * 0.4), u * 15)
    potted(s, s.w * 0.93, base + u * 6, u * 40)
    _hat(s, s.w * 0.18, s.h * 0.1, u * 8)
    leaf_shadow(s, 0.18) if not s.palette.mood.dark else s.glow(
        s.w / 2, 0, s.h, s.palette.light(0.88, 0.1, 75), 0.4
    )


def _hung(s: Sheet, x: float, y: float, length: float) -> None:
    u = s.u
    tone = s.palette(
        s.between(0.4, 0.92),
        s.between(0.03, 0.12),
        s.pick([*s.palette.accents, s.palette.key, 70.0]),
    )
    s.fill(
        curve(
            *local(x, y, u, "0,-1.4 1.3,-2.2 1.2,0 0,2.4"),
            width=u * 0.5,
        ),
        s.palette(0.4, 0.03, 60),
    )
    w = u * s.between(9, 12)
    garment = path(
        (x - u * 1.5, y + u * 2.4),
        (x + u * 1.5, y + u * 2.4),
        (x + w * 0.75, y + u * 6),
        (x + w * s.between(0.7, 1.0), y + length),
        (x, y + length + u),
        (x - w * s.between(0.7, 1.0), y + length),
        (x - w * 0.75, y + u * 6),
    )
    s.shadow(garment, u * 0.8, u * 0.8, u, 0.3)
    cloth(s, garment, tone, s.pick(["plain", "plain", "stripes", "dots"]))
    s.fill(
        curve((x + w * 0.1, y + u * 8), (x + w * 0.2, y + length * 0.9), width=[u * 0.3, u * 0.9]),
        mix(tone, (0, 0, 0), 0.3),
        0.5,
    )


def _worn(s: Sheet) -> None:
    u = s.u
    base = s.h * 0.82
    wall(s, s.palette.key_tone(0.86, 0.06))
    floor(s, base, s.palette(0.68, 0.06, 64))
    frame = rect(s.w * 0.24, s.h * 0.08, s.w * 0.52, s.h * 0.8, u * 26)
    s.shadow(frame, u, u * 2, u * 2, 0.35)
    s.fill(frame, s.palette.light(0.82, 0.08, 80))
    glass = rect(
        s.w * 0.24 + u * 2, s.h * 0.08 + u * 2, s.w * 0.52 - u * 4, s.h * 0.8 - u * 4, u * 25
    )
    with s.inside(glass):
        s.fade(glass, s.palette.key_tone(0.93, 0.04), s.palette.key_tone(0.8, 0.06))
        s.fade(
            rect(0, base - u * 2, s.w, s.h), s.palette(0.66, 0.06, 64), s.palette(0.56, 0.06, 60)
        )
        _model(s, s.w / 2, base + u * 4, min(s.h * 0.68, u * 78))
        s.fill(
            polygon(
                (s.w * 0.24, s.h * 0.5), (s.w * 0.42, 0), (s.w * 0.52, 0), (s.w * 0.24, s.h * 0.75)
            ),
            (255, 255, 255),
            0.14,
        )
    potted(s, s.w * 0.9, base + u * 8, u * 46)
    _shoe_above(s, s.w * 0.14, s.h * 0.93, u * 18, 0.3)
    slant(s, 0.22)


def _model(s: Sheet, x: float, y: float, size: float) -> None:
    who = look(s, s.pick(["long", "bob", "bun", "ponytail"]))
    shoulder, waist, hip = y - size * 0.74, y - size * 0.5, y - size * 0.44
    for side in (-1, 1):
        s.fill(
            curve(
                (x + side * size * 0.05, hip),
                (x + side * size * 0.055, y - size * 0.02),
                width=[size * 0.08, size * 0.05],
            ),
            who.skin,
        )
        s.fill(
            path(*local(x, y, size, ".03,-.1 .09,-.1 .1,0 .02,0", mirror=side)),
            s.palette(0.28, 0.04, 40),
        )
    skirt = path(
        (x - size * 0.085, waist),
        (x + size * 0.085, waist),
        (x + size * 0.21, y - size * 0.16),
        (x + size * 0.1, y - size * 0.14),
        (x, y - size * 0.155),
        (x - size * 0.1, y - size * 0.14),
        (x - size * 0.21, y - size * 0.16),
    )
    cloth(s, skirt, s.palette.accent(1, 0.62, 0.11), s.pick(["plain", "dots", "stripes"]))
    for fold in (-0.5, 0.0, 0.5):
        s.fill(
            curve(
                (x + fold * size * 0.12, waist + size * 0.02),
                (x + fold * size * 0.3, y - size * 0.17),
                width=[1, size * 0.012],
            ),
            s.palette.accent(1, 0.45, 0.1),
            0.6,
        )
    s.fill(
        line(x, shoulder - size * 0.06, x, shoulder + size * 0.02, size * 0.045),
        mix(who.skin, (150, 90, 70), 0.25),
    )
    body = path(
        (x - size * 0.05, shoulder - size * 0.015),
        (x + size * 0.05, shoulder - size * 0.015),
        (x + size * 0.115, shoulder + size * 0.03),
        (x + size * 0.09, waist + size * 0.02),
        (x - size * 0.09, waist + size * 0.02),
        (x - size * 0.115, shoulder + size * 0.03),
    )
    for side in (-1, 1):
        bent = side < 0
        elbow = (x + side * size * 0.17, shoulder + size * 0.13)
        end = (
            (x + side * size * 0.09, waist - size * 0.0)
            if bent
            else (x + side * size * 0.13, shoulder - size * 0.02)
        )
        s.fill(
            curve(
                (x + side * size * 0.1, shoulder + size * 0.03),
                elbow,
                end,
                width=[size * 0.055, size * 0.045, size * 0.035],
            ),
            mix(who.top, (0, 0, 0), 0.1),
        )
        s.fill(ellipse(*end, size * 0.024), who.skin)
        if not bent:
            s.fill(
                rect(
                    end[0] - size * 0.025,
                    end[1] - size * 0.06,
                    size * 0.05,
                    size * 0.085,
                    size * 0.01,
                ),
                s.palette(0.2, 0.02, 260),
            )
    cloth(s, body, who.top, who.pattern)
    head(s, x, shoulder - size * 0.115, size * 0.085, who)
