"""What people wear and put on: make-up, clothes, shoes, hanfu, nails."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ..colour import Rgb, mix
from ..light import daylight, leaf_shadow, slant, sparkle
from ..outline import (
    Outline,
    arc,
    curve,
    ellipse,
    leaf,
    line,
    local,
    path,
    polygon,
    rect,
    turned,
    turning,
)
from ..people import cloth, head, look
from ..plants import blossom, potted, tree
from ..sheet import Sheet
from ..sky import sky
from ..surfaces import floor, linen, plain, tabletop, terrazzo, wall
from ..town import old_roof, paper_lantern


def _powder(s: Sheet, x: float, y: float, r: float) -> None:
    """An open compact from above: pans in a mirrored case."""
    case = s.pick(
        [s.palette(0.3, 0.03, 30), s.palette.accent(0, 0.8, 0.08), s.palette.light(0.82, 0.07, 80)]
    )
    s.shadow(ellipse(x, y, r), r * 0.1, r * 0.18, r * 0.14, 0.4)
    s.fade(ellipse(x, y, r), mix(case, (255, 255, 255), 0.3), mix(case, (0, 0, 0), 0.15), 1)
    hue = s.pick([15.0, 30.0, 350.0, 55.0])
    s.fill(ellipse(x, y, r * 0.84), mix(case, (0, 0, 0), 0.3))
    s.fade(ellipse(x, y, r * 0.8), s.palette(0.85, 0.09, hue), s.palette(0.74, 0.12, hue), 1)
    for index in range(7):
        a = 2 * pi * index / 7
        s.fill(leaf(x, y, r * 0.6, r * 0.3, a), s.palette(0.7, 0.12, hue), 0.4)
    s.spray(ellipse(x, y, r * 0.8), (255, 255, 255), 3.9, 0.3, 0.5)


def _palette_case(s: Sheet, x: float, y: float, w: float, turn: float) -> None:
    """Eye-shadow in rows."""
    h = w * 0.6
    case = s.pick(
        [
            s.palette(0.25, 0.02, 30),
            s.palette.accent(0, 0.82, 0.07),
            s.palette.light(0.85, 0.05, 60),
        ]
    )
    place = turning(turn, x, y)
    body = place(rect(x - w / 2, y - h / 2, w, h, s.u * 2))
    s.shadow(body, s.u, s.u * 1.8, s.u * 1.4, 0.4)
    s.fade(body, mix(case, (255, 255, 255), 0.2), case, turn + 1)
    base = s.pick([20.0, 350.0, 40.0, 300.0])
    for row in range(3):
        for column in range(5):
            px, py = x - w * 0.4 + column * w * 0.2, y - h * 0.32 + row * h * 0.32
            tone = s.palette(
                0.88 - 0.1 * row - 0.06 * column, s.between(0.05, 0.12), base + column * 9 - row * 6
            )
            pan = place(ellipse(px, py, w * 0.078, w * 0.078))
            s.fill(place(ellipse(px, py, w * 0.088)), mix(case, (0, 0, 0), 0.4))
            s.fade(pan, mix(tone, (255, 255, 255), 0.2), tone, 1)
            if s.chance(0.4):
                for _ in range(7):
                    s.fill(
                        place(
                            ellipse(
                                px + s.between(-0.05, 0.05) * w,
                                py + s.between(-0.05, 0.05) * w,
                                s.u * 0.25,
                            )
                        ),
                        (255, 255, 255),
                        0.8,
                    )


def _brush(s: Sheet, x: float, y: float, length: float, turn: float) -> None:
    """A make-up brush, its hair at (x, y)."""
    way = np.exp(1j * turn)
    at = lambda t: complex(x, y) + way * length * t  # noqa: E731
    hair = path(
        (-0.02, 0), (0.06, -0.075), (0.24, -0.05), (0.24, 0.05), (0.06, 0.075)
    ) * length * way + complex(x, y)
    handle = curve(
        *[(at(t).real, at(t).imag) for t in (0.34, 0.6, 1.0)],
        width=[length * 0.075, length * 0.085, length * 0.035],
    )
    ferrule = line(at(0.22).real, at(0.22).imag, at(0.38).real, at(0.38).imag, length * 0.085)
    s.shadow([hair, handle], s.u * 0.6, s.u, s.u * 0.8, 0.4)
    s.fade(hair, s.palette(0.78, 0.1, 20), s.palette(0.42, 0.06, 40), turn)
    s.fill(handle, s.palette.accent(1, 0.55, 0.1))
    s.fill(ferrule, s.palette.light(0.82, 0.08, 80))


def _lipstick_flat(
    s: Sheet, x: float, y: float, size: float, turn: float, hue: float | None = None
) -> None:
    """A lipstick lying down, its tip along `turn`."""
    way = np.exp(1j * turn)
    tone = s.palette(
        s.between(0.45, 0.62), 0.19, s.pick([20.0, 28.0, 10.0, 35.0, 0.0]) if hue is None else hue
    )
    gold = s.palette.light(0.8, 0.09, 82)
    case = s.pick(
        [s.palette(0.2, 0.02, 30), s.palette.accent(0, 0.6, 0.1), s.palette(0.95, 0.01, 80)]
    )

    def box(start: float, end: float, half: float) -> Outline:
        return np.asarray(
            (
                np.array(
                    [
                        complex(start, -half),
                        complex(end, -half),
                        complex(end, half),
                        complex(start, half),
                    ]
                )
                * size
            )
            * way
            + complex(x, y)
        )

    s.shadow([box(-0.5, 0.5, 0.13)], s.u * 0.8, s.u * 1.4, s.u, 0.4)
    s.fade(
        box(-0.5, -0.02, 0.14),
        mix(case, (255, 255, 255), 0.25),
        mix(case, (0, 0, 0), 0.2),
        turn + pi / 2,
    )
    s.fade(
        box(-0.02, 0.14, 0.115),
        mix(gold, (255, 255, 255), 0.5),
        mix(gold, (60, 30, 0), 0.3),
        turn + pi / 2,
    )
    tip = np.asarray(
        np.array(
            [
                complex(0.14, -0.09),
                complex(0.34, -0.09),
                complex(0.46, -0.02),
                complex(0.45, 0.05),
                complex(0.4, 0.09),
                complex(0.14, 0.09),
            ]
        )
        * size
        * way
        + complex(x, y)
    )
    s.fade(tip, mix(tone, (255, 255, 255), 0.25), mix(tone, (0, 0, 0), 0.15), turn + pi / 2)


def _bottle_above(
    s: Sheet, x: float, y: float, size: float, turn: float, tone: Rgb | None = None
) -> None:
    """A small bottle lying on its side: foundation, polish, scent."""
    tone = tone or s.palette.accent(int(s.rng.integers(3)), s.between(0.6, 0.85), 0.11)
    glass = turned(
        rect(x - size * 0.3, y - size * 0.26, size * 0.6, size * 0.52, size * 0.1), turn, x, y
    )
    cap = turned(
        rect(x + size * 0.28, y - size * 0.13, size * 0.46, size * 0.26, size * 0.04), turn, x, y
    )
    s.shadow([glass, cap], s.u * 0.7, s.u * 1.3, s.u, 0.4)
    s.fade(glass, mix(tone, (255, 255, 255), 0.3), tone, turn + pi / 2)
    s.fill(
        turned(
            rect(x - size * 0.24, y - size * 0.2, size * 0.5, size * 0.08, size * 0.03), turn, x, y
        ),
        (255, 255, 255),
        0.5,
    )
    s.fade(cap, s.palette(0.35, 0.03, 30), s.palette(0.2, 0.02, 30), turn + pi / 2)


def makeup(s: Sheet) -> None:
    """Make-up laid out, or a face at the mirror."""
    u = s.u
    if s.chance(0.6):
        s.pick([plain, terrazzo, linen, tabletop])(s)
        _palette_case(s, s.w * 0.5, s.h * 0.42, u * s.between(56, 64), s.between(-0.25, 0.25))
        _powder(s, s.w * 0.2, s.h * 0.76, u * 14)
        _powder(s, s.w * 0.82, s.h * 0.15, u * 12)
        for index in range(4):
            _brush(
                s,
                s.w * (0.44 + 0.12 * index),
                s.h * (0.66 + 0.03 * (index % 2)),
                u * s.between(36, 44),
                1.2 + index * 0.12,
            )
        _lipstick_flat(s, s.w * 0.18, s.h * 0.14, u * 32, s.between(0.2, 0.7))
        _bottle_above(s, s.w * 0.9, s.h * 0.5, u * 17, s.between(1, 2))
        for _ in range(3):
            blossom(
                s,
                s.between(0.04, 0.96) * s.w,
                s.pick([0.04, 0.95]) * s.h,
                u * s.between(4, 7),
                s.palette.accents[0],
            )
        smear = curve(
            (s.w * 0.06, s.h * 0.5),
            (s.w * 0.14, s.h * 0.47),
            (s.w * 0.1, s.h * 0.56),
            (s.w * 0.2, s.h * 0.54),
            width=[u * 3, u * 5, u * 4, u * 2],
        )
        s.fill(smear, s.palette(0.68, 0.15, 18), 0.9)
        daylight(s)
    else:
        wall(s, s.palette.key_tone(0.86, 0.06))
        x, y, r = s.w * 0.5, s.h * 0.44, u * 36
        s.shadow(ellipse(x, y, r * 1.08), u, u * 2, u * 2, 0.35)
        s.fill(ellipse(x, y, r * 1.08), s.palette.light(0.82, 0.08, 82))
        mirror = ellipse(x, y, r)
        with s.inside(mirror):
            s.fade(mirror, s.palette.accent(1, 0.9, 0.05), s.palette.accent(1, 0.78, 0.07))
            who = look(s, s.pick(["long", "bun", "bob"]))
            s.fill(rect(x - u * 6, y + u * 14, u * 12, u * 14), mix(who.skin, (150, 90, 70), 0.25))
            cloth(
                s,
                path(
                    *local(x, y, u, "-8,24 8,24 36,44 -36,44"),
                ),
                who.top,
                who.pattern,
            )
            head(s, x, y + u * 2, u * 20, who)
            s.fill(arc(x, y + u * 12.4, u * 3, u * 1.9, 0, pi, u * 1.5), s.palette(0.55, 0.2, 20))
            s.fill(
                polygon(
                    *local(x, y, r, "-1,0 -.4,-1 -.1,-1 -.9,.5"),
                ),
                (255, 255, 255),
                0.16,
            )
        for index in range(12):
            a = 2 * pi * index / 12
            s.glow(
                x + r * 1.04 * cos(a),
                y + r * 1.04 * sin(a),
                u * 6,
                s.palette.light(0.95, 0.06, 88),
                0.6,
            )
            s.fill(
                ellipse(x + r * 1.04 * cos(a), y + r * 1.04 * sin(a), u * 1.7),
                s.palette.light(0.98, 0.04, 95),
            )
        base = s.h * 0.84
        s.fade(rect(0, base, s.w, s.h), s.palette(0.93, 0.02, 80), s.palette(0.82, 0.04, 70))
        for index in range(7):
            px = s.w * (0.1 + 0.13 * index)
            tall = u * s.between(9, 17)
            tone = s.palette.accent(index, s.between(0.55, 0.85), 0.11)
            s.fade(
                rect(px - u * 3.4, base + u * 6 - tall, u * 6.8, tall, u * 1.4),
                mix(tone, (255, 255, 255), 0.35),
                tone,
                0.0,
            )
            s.fill(
                rect(px - u * 2, base + u * 6 - tall - u * 4, u * 4, u * 4.4, u * 0.6),
                s.palette.light(0.8, 0.08, 82),
            )
        slant(s, 0.2)


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
            _lipstick_flat(
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
        mix(case, (255, 255, 255), 0.3),
        mix(case, (0, 0, 0), 0.25),
        0.0,
    )
    s.fade(
        rect(x - w * 0.42, y - size * 0.64, w * 0.84, size * 0.2),
        mix(gold, (255, 255, 255), 0.5),
        mix(gold, (70, 40, 0), 0.35),
        0.0,
    )
    bullet = path(
        *local(x, y, w, "-.34,-.63 -.34,-.84 -.1,-.93 .26,-1 .34,-.9 .34,-.63", tall=size),
    )
    s.fade(bullet, mix(tone, (255, 255, 255), 0.25), mix(tone, (0, 0, 0), 0.22), 0.0)
    s.fill(
        path(
            *local(x, y, w, "-.1,-.9 .26,-.99 .3,-.9 0,-.8", tall=size),
        ),
        mix(tone, (255, 255, 255), 0.3),
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
        path(
            *local(x, y, r, "-1,0 -.45,-.45 0,-.28 .45,-.45 1,0 0,-.05"),
        ),
        path(
            *local(x, y, r, "-.95,.08 0,.1 .95,.08 .4,.55 -.4,.55"),
        ),
    ):
        s.fill(turned(shape, turn, x, y), tone, 0.75)


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
        jeans = polygon(
            *local(x, py, u, "-14,0 14,0 17,20 18,52 4,52 0,16 -4,52 -18,52 -17,20"),
        )
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
        path(
            *local(x, y, size, "-.5,-.12 -.2,-.17 .25,-.2 .5,-.06 .5,.08 .25,.2 -.2,.16 -.5,.12"),
        ),
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
            _sneaker(s, px + shift * u, base + u * (6 + shift * 0.4), u * 15)
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
            path(
                *local(x, y, size, ".03,-.1 .09,-.1 .1,0 .02,0", mirror=side),
            ),
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


def sneakers(s: Sheet) -> None:
    """A pair of sneakers, large, on a block of colour or at the court's edge."""
    u = s.u
    s.fill_all(s.palette.accent(0, 0.78, 0.1))
    kind = s.pick(["sun", "stripes", "court"])
    if kind == "sun":
        s.fill(ellipse(s.w / 2, s.h * 0.45, u * 42), s.palette.key_tone(0.92, 0.07))
    elif kind == "stripes":
        for index in range(12):
            s.fill(
                polygon(
                    (s.w * index / 6 - s.w * 0.6, s.h),
                    (s.w * index / 6 - s.w * 0.5, s.h),
                    (s.w * index / 6 + s.w * 0.1, 0),
                    (s.w * index / 6, 0),
                ),
                s.palette.accent(1, 0.72, 0.1),
                0.7,
            )
    else:
        s.fade(s.whole, s.palette(0.55, 0.12, 215), s.palette(0.5, 0.12, 150), 1)
        s.fill(
            arc(s.w * 0.5, s.h * 0.9, u * 60, u * 60, pi, 2 * pi, u * 1.6), (255, 255, 255), 0.85
        )
        s.fill(line(0, s.h * 0.7, s.w, s.h * 0.66, u * 1.6), (255, 255, 255), 0.85)
    s.spray(s.whole, s.palette.key_tone(0.4, 0.08), pi / 2, 0.35, 0.7)
    size = min(s.w * 0.86, u * 88)
    block = rect(s.w * 0.06, s.h * 0.8, s.w * 0.88, s.h * 0.3, u * 2)
    s.fade(block, s.palette.key_tone(0.96, 0.03), s.palette.key_tone(0.84, 0.05))
    _sneaker(s, s.w * 0.47, s.h * 0.66, size * 0.86, tone_index=1)
    _sneaker(s, s.w * 0.53, s.h * 0.83, size, tone_index=1)
    for _ in range(5):
        sparkle(
            s,
            s.between(0.05, 0.95) * s.w,
            s.between(0.05, 0.4) * s.h,
            u * s.between(1.5, 4),
            s.palette(0.99, 0.02, 90),
        )
    daylight(s)


def _sneaker(s: Sheet, x: float, y: float, size: float, tone_index: int | None = None) -> None:
    """A sneaker from the side, sole on height y, toe to the right."""
    tone = s.palette.accent(
        int(s.rng.integers(3)) if tone_index is None else tone_index, 0.62, 0.14
    )
    second = s.palette.accent(2 if tone_index is None else 0, 0.6, 0.14)
    white = s.palette(0.97, 0.012, 85)

    def at(dx: float, dy: float) -> tuple[float, float]:
        return x + dx * size, y + dy * size

    s.shadow(
        ellipse(*at(0, 0), size * 0.5, size * 0.04), size * 0.02, size * 0.01, size * 0.03, 0.45
    )
    upper = path(
        at(-0.46, -0.09),
        at(-0.47, -0.3),
        at(-0.42, -0.42),
        at(-0.3, -0.36),
        at(-0.18, -0.42),
        at(-0.08, -0.44),
        at(0.06, -0.3),
        at(0.26, -0.22),
        at(0.44, -0.17),
        at(0.49, -0.09),
    )
    s.fade(upper, mix(white, tone, 0.15), mix(white, tone, 0.45), 0.4)
    with s.inside(upper, spill=size * 0.1):
        s.fill(
            path(at(0.26, -0.26), at(0.55, -0.2), at(0.55, 0.0), at(0.22, 0.0), at(0.18, -0.12)),
            tone,
        )
        s.fill(path(at(-0.5, -0.45), at(-0.36, -0.4), at(-0.28, -0.1), at(-0.5, 0.0)), tone)
        s.fill(path(at(-0.24, -0.1), at(-0.1, -0.22), at(0.12, -0.26), at(0.02, -0.1)), second)
        s.fill(path(at(-0.3, -0.16), at(-0.05, -0.2), at(0.2, -0.13), at(-0.02, -0.13)), white)
        s.spray(upper, mix(tone, (20, 10, 40), 0.6), pi / 2, 0.45, 0.5)
    s.fill(
        path(at(-0.4, -0.41), at(-0.3, -0.36), at(-0.18, -0.41), at(-0.28, -0.3)),
        mix(tone, (0, 0, 0), 0.45),
    )
    s.fill(
        path(at(-0.19, -0.43), at(-0.08, -0.49), at(-0.02, -0.42), at(-0.1, -0.36)),
        mix(tone, (255, 255, 255), 0.2),
    )
    for index in range(5):
        start, end = (
            at(-0.13 + 0.05 * index, -0.38 + 0.036 * index),
            at(-0.06 + 0.05 * index, -0.43 + 0.045 * index),
        )
        s.fill(line(*start, *end, size * 0.022), white)
    s.fill(
        curve(
            at(-0.1, -0.42),
            at(-0.18, -0.52),
            at(-0.04, -0.52),
            at(-0.08, -0.42),
            width=size * 0.016,
        ),
        white,
    )
    sole = path(
        at(-0.49, -0.1),
        at(0.5, -0.1),
        at(0.52, -0.03),
        at(0.44, 0.0),
        at(-0.44, 0.0),
        at(-0.5, -0.03),
    )
    s.fade(sole, white, mix(white, (0, 0, 0), 0.16))
    s.fill(curve(at(-0.48, -0.055), at(0.0, -0.06), at(0.5, -0.055), width=size * 0.014), second)
    for index in range(16):
        px = -0.44 + index * 0.058
        s.fill(line(*at(px, -0.02), *at(px + 0.02, 0.0), size * 0.008), mix(white, (0, 0, 0), 0.35))


def hanfu(s: Sheet) -> None:
    """Someone in hanfu: in a garden, under eaves, with a fan or an umbrella."""
    u = s.u
    colours = sky(s)
    if s.chance(0.5):
        s.fill(
            ellipse(s.w * 0.5, s.h * 0.42, u * 38),
            mix(colours[-1], s.palette.accent(0, 0.9, 0.06), 0.5),
        )
        for side in (0.04, 0.96):
            tree(
                s,
                s.w * side,
                s.h * 0.98,
                s.h * s.between(0.7, 0.86),
                s.pick([350.0, 10.0, 60.0, 140.0]),
                0.66,
            )
        s.fade(rect(0, s.h * 0.88, s.w, s.h), s.palette(0.7, 0.08, 130), s.palette(0.56, 0.09, 135))
    else:
        wall_tone = s.palette(0.5, 0.15, 30) if s.chance(0.5) else s.palette(0.92, 0.02, 85)
        s.fade(rect(0, s.h * 0.18, s.w, s.h), wall_tone, mix(wall_tone, (0, 0, 0), 0.14))
        hole = ellipse(s.w * 0.5, s.h * 0.5, u * 36)
        with s.inside(hole):
            sky(s)
            for side in (0.2, 0.5, 0.8):
                tree(s, s.w * side, s.h * 0.86, u * 60, s.pick([350.0, 140.0, 60.0]), 0.6)
        s.fill(
            arc(s.w * 0.5, s.h * 0.5, u * 36, u * 36, 0, 2 * pi, u * 2), s.palette(0.3, 0.03, 60)
        )
        old_roof(s, s.w * 0.5, s.h * 0.17, s.w * 1.3, u * 14)
        for px in (0.1, 0.9):
            paper_lantern(s, s.w * px, s.h * 0.2, u * 4, lit=s.palette.mood.dark)
        s.fade(rect(0, s.h * 0.88, s.w, s.h), s.palette(0.66, 0.02, 80), s.palette(0.54, 0.02, 80))
    size = min(s.h * 0.78, u * 88)
    _robe(s, s.w * s.between(0.46, 0.54), s.h * 0.95, size)
    hue = s.pick([350.0, 10.0, 45.0])
    for _ in range(34):
        s.fill(
            leaf(
                s.between(0, s.w),
                s.between(0, s.h),
                u * s.between(1.2, 2.4),
                u * 1.2,
                s.between(0, 6),
            ),
            s.palette(0.85, 0.09, hue),
            0.9,
        )


def _robe(s: Sheet, x: float, y: float, size: float) -> None:
    who = look(s, "long")
    robe = s.palette.accent(int(s.rng.integers(3)), s.between(0.62, 0.82), 0.1)
    skirt = s.palette.accent(int(s.rng.integers(3)) + 1, s.between(0.55, 0.8), 0.11)
    trim, hair = mix(robe, (255, 255, 255), 0.6), s.palette(0.15, 0.02, 40)
    shoulder, waist = y - size * 0.72, y - size * 0.56
    umbrella = s.chance(0.45)
    if umbrella:
        ux, uy, ur = x + size * 0.12, y - size * 0.98, size * 0.34
        paper = s.palette.accent(2, 0.7, 0.13)
        s.fill(
            line(ux, uy - ur * 0.3, x + size * 0.16, shoulder + size * 0.2, size * 0.014),
            s.palette(0.4, 0.06, 50),
        )
        canopy = path(
            *local(ux, uy, ur, "-1,.3 -.6,-.14 0,-.36 .6,-.14 1,.3 0,.2"),
        )
        s.fade(canopy, mix(paper, (255, 255, 255), 0.3), paper)
        for rib in np.linspace(-0.9, 0.9, 9):
            s.fill(
                line(ux, uy - ur * 0.34, ux + rib * ur, uy + ur * 0.24, size * 0.004),
                mix(paper, (60, 20, 0), 0.5),
            )
        for _ in range(4):
            blossom(
                s,
                ux + s.between(-0.6, 0.6) * ur,
                uy + s.between(-0.05, 0.12) * ur,
                size * 0.025,
                350.0,
            )
    s.shadow(ellipse(x, y, size * 0.3, size * 0.03), 0, 0, size * 0.03, 0.4)
    s.fill(
        path(
            (x - size * 0.1, shoulder - size * 0.1),
            (x + size * 0.1, shoulder - size * 0.1),
            (x + size * 0.12, y - size * 0.36),
            (x, y - size * 0.32),
            (x - size * 0.12, y - size * 0.36),
        ),
        hair,
    )
    lower = path(
        (x - size * 0.09, waist),
        (x + size * 0.09, waist),
        (x + size * 0.2, y - size * 0.25),
        (x + size * 0.3, y),
        (x, y + size * 0.012),
        (x - size * 0.3, y),
        (x - size * 0.2, y - size * 0.25),
    )
    cloth(s, lower, skirt, "plain")
    with s.inside(lower, spill=size * 0.05):
        for fold in np.linspace(-1, 1, 13):
            s.fill(
                curve(
                    (x + fold * size * 0.08, waist),
                    (x + fold * size * 0.2, y - size * 0.25),
                    (x + fold * size * 0.31, y),
                    width=[1, size * 0.012],
                ),
                mix(skirt, (0, 0, 0) if abs(fold) > 0.4 else (255, 255, 255), 0.3),
                0.5,
            )
        for index in range(9):
            blossom(
                s,
                x + (index - 4) * size * 0.066,
                y - size * s.between(0.03, 0.1),
                size * 0.024,
                s.pick([350.0, 85.0, 20.0]),
                5,
            )
    for side in (-1, 1):
        sleeve = path(
            *local(x, shoulder, size, ".08,0 .2,.1 .27,.28 .2,.42 .07,.3 .05,.16", mirror=side),
        )
        s.shadow(sleeve, 0, size * 0.008, size * 0.01, 0.25)
        cloth(s, sleeve, mix(robe, (0, 0, 0), 0.04), "plain")
        s.fill(
            curve(
                *local(x, shoulder, size, ".2,.42 .12,.38 .07,.3", mirror=side),
                width=size * 0.018,
            ),
            trim,
        )
    s.fill(
        line(x, shoulder - size * 0.06, x, shoulder + size * 0.02, size * 0.04),
        mix(who.skin, (150, 90, 70), 0.2),
    )
    body = path(
        (x - size * 0.05, shoulder - size * 0.02),
        (x + size * 0.05, shoulder - size * 0.02),
        (x + size * 0.11, shoulder + size * 0.03),
        (x + size * 0.09, waist + size * 0.02),
        (x - size * 0.09, waist + size * 0.02),
        (x - size * 0.11, shoulder + size * 0.03),
    )
    cloth(s, body, robe, "plain")
    s.fill(
        curve(
            (x - size * 0.045, shoulder - size * 0.02),
            (x + size * 0.02, shoulder + size * 0.08),
            (x + size * 0.05, waist),
            width=size * 0.022,
        ),
        trim,
    )
    s.fill(
        curve(
            (x + size * 0.045, shoulder - size * 0.02),
            (x - size * 0.01, shoulder + size * 0.06),
            width=size * 0.022,
        ),
        trim,
    )
    sash = s.palette.accent(0, 0.5, 0.15)
    s.fill(
        rect(x - size * 0.095, waist - size * 0.012, size * 0.19, size * 0.05, size * 0.01), sash
    )
    for dx in (-0.012, 0.012):
        s.fill(
            curve(
                (x + dx * size, waist + size * 0.03),
                (x + dx * size * 2.4, waist + size * 0.3),
                width=[size * 0.016, size * 0.02],
            ),
            sash,
        )
    hands = (x, shoulder + size * 0.27)
    s.fill(ellipse(*hands, size * 0.035, size * 0.026), who.skin)
    if not umbrella:
        fan = ellipse(hands[0] + size * 0.05, hands[1] - size * 0.1, size * 0.075, size * 0.085)
        s.fill(
            line(
                hands[0] + size * 0.01,
                hands[1] + size * 0.02,
                hands[0] + size * 0.04,
                hands[1] - size * 0.06,
                size * 0.012,
            ),
            s.palette(0.4, 0.07, 45),
        )
        s.fill(fan, s.palette(0.97, 0.02, 90), 0.94)
        blossom(s, hands[0] + size * 0.05, hands[1] - size * 0.1, size * 0.035, 350.0)
    who = type(who)(who.skin, hair, "bun", who.top, who.bottom, "plain")
    hy = shoulder - size * 0.11
    for side in (-1, 1):
        s.fill(ellipse(x + side * size * 0.05, hy - size * 0.09, size * 0.036, size * 0.042), hair)
    head(s, x, hy, size * 0.08, who)
    s.fill(ellipse(x, hy - size * 0.028, size * 0.006, size * 0.009), s.palette(0.55, 0.2, 25))
    for side in (-1, 1):
        gold = s.palette.light(0.82, 0.12, 85)
        blossom(s, x + side * size * 0.07, hy - size * 0.065, size * 0.022, 350.0, 5)
        s.fill(
            line(
                x + side * size * 0.085,
                hy - size * 0.055,
                x + side * size * 0.095,
                hy + size * 0.02,
                size * 0.005,
            ),
            gold,
        )
        s.fill(ellipse(x + side * size * 0.096, hy + size * 0.026, size * 0.008), gold)


def nails(s: Sheet) -> None:
    """A hand with painted nails, bottles of polish around it."""
    u = s.u
    s.pick([plain, terrazzo, linen])(s)
    skin = s.pick(
        [
            s.palette(0.90, 0.05, 60),
            s.palette(0.84, 0.07, 58),
            s.palette(0.72, 0.08, 55),
            s.palette(0.52, 0.07, 50),
        ]
    )
    turn = -pi / 2 + s.between(-0.25, 0.25)
    size = u * s.between(15, 17)
    x, y = s.w * 0.46, s.h * 0.66
    way = np.exp(1j * turn)
    shade = mix(skin, s.palette(0.4, 0.1, 30), 0.25)

    def at(along: float, across: float) -> tuple[float, float]:
        place = complex(x, y) + way * (along + 1j * across) * size
        return place.real, place.imag

    sleeve = s.palette.accent(1, 0.75, 0.09)
    palm = path(
        at(-3.6, -0.8),
        at(-1.6, -0.8),
        at(-0.4, -1.15),
        at(0.8, -1.2),
        at(0.9, 1.15),
        at(-0.4, 1.05),
        at(-1.6, 0.75),
        at(-3.6, 0.8),
    )
    fingers = [(-0.92, 2.2, -0.12), (-0.3, 2.75, -0.03), (0.32, 2.6, 0.05), (0.9, 2.05, 0.13)]
    outlines = [palm] + [
        curve(
            at(0.4, across),
            at(1.4, across * 1.05 + lean * 2),
            at(reach, across * 1.1 + lean * 5),
            width=[size * 0.62, size * 0.56, size * 0.46],
        )
        for across, reach, lean in fingers
    ]
    thumb = curve(
        at(-1.0, -0.8), at(-0.1, -1.7), at(0.9, -2.0), width=[size * 0.75, size * 0.62, size * 0.48]
    )
    s.shadow([*outlines, thumb], u, u * 2, u * 1.6, 0.35)
    s.fade(thumb, skin, shade, turn + 2)
    for outline in outlines:
        s.fade(outline, skin, mix(skin, shade, 0.6), turn + pi)
    for across, reach, lean in fingers:
        s.fill(
            curve(
                at(1.25, across * 1.05 + lean * 2 - 0.16),
                at(1.28, across * 1.05 + lean * 2 + 0.16),
                width=u * 0.35,
            ),
            shade,
            0.7,
        )
        px, py = at(reach + 0.02, across * 1.1 + lean * 5)
        _nail(s, px, py, size * 0.3, float(np.angle(way * np.exp(1j * lean * 2))))
    px, py = at(0.92, -2.0)
    _nail(s, px, py, size * 0.32, turn - 0.35)
    ring = at(1.02, 0.36)
    s.fill(curve(at(1.0, 0.04), at(1.0, 0.68), width=u * 1.2), s.palette.light(0.84, 0.1, 85))
    sparkle(s, *ring, u * 3, s.palette.light(0.99, 0.02, 95))
    cuff = path(at(-4.4, -1.2), at(-1.9, -1.05), at(-1.9, 1.0), at(-4.4, 1.2))
    s.shadow(cuff, 0, 0, u, 0.3)
    cloth(s, cuff, sleeve, s.pick(["plain", "stripes"]))
    for index in range(5):
        _bottle_above(
            s,
            s.w * (0.84 if index % 2 else 0.9) - (index == 4) * s.w * 0.74,
            s.h * (0.12 + 0.17 * index) - (index == 4) * s.h * 0.66,
            u * 16,
            s.between(-0.6, 0.6) - pi / 2,
        )
    for _ in range(4):
        blossom(
            s,
            s.between(0.03, 0.2) * s.w,
            s.between(0.1, 0.95) * s.h,
            u * s.between(3, 6),
            s.palette.accents[0],
        )
    daylight(s)


def _nail(s: Sheet, x: float, y: float, r: float, turn: float) -> None:
    tone = s.palette.accent(0, 0.62, 0.16)
    kind = s.pick(["plain", "tip", "dots", "flower", "glitter"])
    nail = turned(
        path(
            *local(x, y, r, "-.9,-.62 .3,-.68 1.25,-.3 1.4,0 1.25,.3 .3,.68 -.9,.62"),
        ),
        turn,
        x,
        y,
    )
    s.fade(nail, mix(tone, (255, 255, 255), 0.2), tone, turn)
    if kind == "tip":
        with s.inside(nail, spill=r):
            s.fill(
                turned(ellipse(x + r * 1.3, y, r * 0.8, r), turn, x, y), s.palette(0.98, 0.01, 80)
            )
    elif kind == "dots":
        for dx, dy in ((-0.3, -0.25), (0.2, 0.2), (0.7, -0.1)):
            s.fill(
                turned(ellipse(x + dx * r, y + dy * r, r * 0.15), turn, x, y),
                s.palette(0.98, 0.02, 85),
            )
    elif kind == "flower":
        blossom(s, x + r * 0.2, y, r * 0.5, 95.0, 5)
    elif kind == "glitter":
        for _ in range(12):
            s.fill(
                turned(
                    ellipse(x + s.between(-0.6, 1.1) * r, y + s.between(-0.4, 0.4) * r, r * 0.07),
                    turn,
                    x,
                    y,
                ),
                s.palette.light(0.95, 0.08, 88),
            )
    s.fill(
        turned(
            curve((x - r * 0.6, y - r * 0.35), (x + r * 0.6, y - r * 0.4), width=r * 0.16),
            turn,
            x,
            y,
        ),
        (255, 255, 255),
        0.6,
    )


SCENES = {
    "makeup": makeup, "lipstick": lipstick, "outfit": outfit, "sneakers": sneakers, "hanfu": hanfu,
    "nails": nails,
}  # fmt: skip
