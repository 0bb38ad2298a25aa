"""Out of doors: mountains, water, woods, snow, gardens."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ..colour import Rgb, mix
from ..light import glow_bulb, leaf_shadow, snowfall, string_lights
from ..outline import Outline, arc, blob, curve, ellipse, leaf, line, local, path, polygon, rect
from ..people import look, standing
from ..plants import blossom, grass, pine, potted, tree
from ..room import shelf, window
from ..sheet import Sheet
from ..sky import cloud, disc, hill, mirror, mist, ranges, ridge, sky, stars, streaks, water
from ..surfaces import floor, wall
from ..town import old_roof, paper_lantern, skyline


def _heaven(s: Sheet, bottom: float, *, clouds: int = 3) -> list[Rgb]:
    """Sky with what the mood puts into it: sun, moon and stars, clouds."""
    colours = sky(s, bottom)
    x, y = s.w * s.between(0.18, 0.82), bottom * s.between(0.18, 0.5)
    if s.palette.mood.dark:
        stars(s, bottom, 150)
        disc(s, x, y, s.u * s.between(3, 6), s.palette.light(0.95, 0.05, 92), 0.5)
    elif s.palette.name in ("gold", "warm", "candy"):
        disc(
            s,
            x,
            bottom * s.between(0.35, 0.7),
            s.u * s.between(5, 9),
            s.palette.light(0.93, 0.11, 82),
            0.7,
        )
        streaks(s, bottom * 0.2, bottom * 0.8, mix(colours[-1], (255, 255, 255), 0.4), 8)
    for _ in range(clouds):
        light = mix(colours[1], (255, 255, 255), 0.12 if s.palette.mood.dark else 0.75)
        cloud(
            s,
            s.between(0, s.w),
            bottom * s.between(0.12, 0.55),
            s.u * s.between(20, 46),
            light,
            mix(light, colours[0], 0.45),
            0.95,
        )
    return colours


def _hiker(s: Sheet, x: float, y: float, size: float) -> None:
    who = look(s)
    standing(s, x, y, size, who, face="back", pose=s.pick(["still", "arms", "walk"]))
    pack = s.palette.accent(1, 0.55, 0.16)
    s.fill(rect(x - size * 0.085, y - size * 0.76, size * 0.17, size * 0.26, size * 0.05), pack)
    s.fill(
        rect(x - size * 0.06, y - size * 0.62, size * 0.12, size * 0.09, size * 0.02),
        mix(pack, (0, 0, 0), 0.2),
    )
    s.fill(
        rect(x - size * 0.1, y - size * 0.82, size * 0.2, size * 0.06, size * 0.03),
        mix(pack, (255, 255, 255), 0.4),
    )


def mountain(s: Sheet) -> None:
    """Ranges in the mist, a ridge in front, someone who looks."""
    u = s.u
    colours = _heaven(s, s.h * 0.7)
    far = mix(colours[-1], s.palette(0.62, 0.08, 240), 0.45)
    near = s.palette(0.32, 0.08, s.pick([150.0, 190.0, 240.0]))
    if s.chance(0.5):
        peak = ridge(s, s.h * 0.66, s.h * 0.4, 0.5, 5, s.between(0.3, 0.7))
        tone = mix(far, near, 0.5)
        s.fade(peak, tone, mix(far, near, 0.2))
        with s.inside(peak):
            _snowcap(s, peak)
            s.spray(peak, near, 0.2, 0.5, 0.6)
    ranges(s, s.h * 0.42, s.h * 0.86, far, near, s.pick([3, 4]))
    mist(s, s.h * 0.66, u * 12, mix(far, (255, 255, 255), 0.5), 0.4)
    hill(s, s.h * 0.98, s.h * 0.16, near)
    for _ in range(22):
        x = s.between(0, s.w)
        if abs(x - s.w * 0.62) > u * 14:
            pine(
                s,
                x,
                s.h * s.between(0.9, 1.02),
                u * s.between(10, 22),
                mix(near, s.palette(0.4, 0.08, 160), 0.4),
            )
    if s.chance(0.75):
        _hiker(s, s.w * 0.62, s.h * 0.92, u * s.between(20, 26))
    _birds(s, s.h * 0.3)


def _snowcap(s: Sheet, peak: Outline) -> None:
    """Snow from the summit down to a ragged line."""
    top = float(peak.imag.min())
    line_y = top + s.h * s.between(0.09, 0.14)
    teeth = [(x, line_y + s.u * s.between(-5, 5)) for x in np.arange(-10.0, s.w + 20, s.u * 3.4)]
    s.fill(polygon(*teeth, (s.w + 20, top - 20), (-20, top - 20)), s.palette(0.985, 0.008, 230))
    for x, y in teeth[:: s.pick([2, 3])]:
        shade = polygon(*local(x, y, s.u, "0,0 2.4,0 3.4,-9"))
        s.fill(shade, s.palette(0.8, 0.04, 245), 0.6)


def _birds(s: Sheet, y: float) -> None:
    for _ in range(int(s.rng.integers(3, 7))):
        x, py, size = s.w * s.between(0.2, 0.9), y + s.between(-8, 8) * s.u, s.u * s.between(1, 1.8)
        for side in (-1, 1):
            s.fill(
                curve(
                    *local(x, py, size, "0,0 .6,-.5 1.3,-.1", mirror=side),
                    width=[s.u * 0.3, s.u * 0.12],
                ),
                s.palette(0.2, 0.03, 260),
                0.85,
            )


def forest(s: Sheet) -> None:
    """Trunks in layers of light, a path between them."""
    u = s.u
    hue = s.pick(
        [140.0, 150.0, 125.0, 60.0 if s.palette.name in ("warm", "gold", "candy") else 145.0]
    )
    glow = s.palette(0.93, 0.08, hue - 40) if not s.palette.mood.dark else s.palette(0.4, 0.08, 220)
    s.fade(s.whole, glow, s.palette(0.6, 0.09, hue))
    s.glow(s.w * 0.5, s.h * 0.35, u * 75, s.palette.light(0.96, 0.08, 95), 0.55)
    for layer in range(4):
        share = layer / 3
        tone = mix(s.palette(0.72, 0.07, hue), s.palette(0.2, 0.05, hue + 40), share)
        for _ in range(9 - layer * 2):
            x = s.between(-0.05, 1.05) * s.w
            if layer > 1 and abs(x - s.w / 2) < s.w * 0.2:
                continue
            wide = u * (1.5 + 4.5 * share) * s.between(0.8, 1.3)
            s.fill(
                curve(
                    (x, s.h * (0.72 + 0.2 * share)),
                    (x + s.between(-2, 2) * u, s.h * 0.4),
                    (x + s.between(-3, 3) * u, -20),
                    width=[wide * 1.3, wide, wide * 0.8],
                ),
                tone,
            )
            if layer > 1:
                for _ in range(5):
                    py = s.between(0.1, 0.8) * s.h
                    s.fill(
                        line(x - wide * 0.2, py, x - wide * 0.1, py + u * s.between(3, 8), u * 0.5),
                        mix(tone, (0, 0, 0), 0.3),
                        0.6,
                    )
        for _ in range(26):
            x, y = s.between(-0.05, 1.05) * s.w, s.between(-0.05, 0.34 - 0.03 * layer) * s.h
            s.fill(
                blob(x, y, u * s.between(4, 10), s.rng, rough=0.2),
                mix(tone, s.palette(0.6, 0.12, hue), 0.55),
                0.5,
            )
        ground = s.h * (0.7 + 0.09 * layer)
        hill(
            s,
            ground + u * 4,
            u * 5,
            mix(s.palette(0.66, 0.1, hue), s.palette(0.3, 0.07, hue + 20), share),
        )
    track = path(
        (s.w * 0.47, s.h * 0.74),
        (s.w * 0.53, s.h * 0.74),
        (s.w * 0.58, s.h * 0.84),
        (s.w * 0.7, s.h + 20),
        (s.w * 0.3, s.h + 20),
        (s.w * 0.45, s.h * 0.85),
    )
    s.fade(track, s.palette(0.85, 0.06, 80), s.palette(0.6, 0.07, 65))
    beams = [
        polygon(
            (s.w * (0.3 + 0.16 * i), -20),
            (s.w * (0.37 + 0.16 * i), -20),
            (s.w * (0.2 + 0.2 * i), s.h),
            (s.w * (0.06 + 0.2 * i), s.h),
        )
        for i in range(3)
    ]
    s.light(beams, s.palette.light(0.95, 0.08, 95), blur=u * 3, strength=0.22)
    for _ in range(30):
        x, y = s.between(0, s.w), s.h * s.between(0.8, 1.02)
        if abs(x - s.w / 2) > u * 14:
            for turn in np.linspace(-2.6, -0.5, 6):
                s.fill(
                    leaf(x, y, u * s.between(6, 11), u * 2, float(turn), 0.2),
                    s.palette(s.between(0.3, 0.55), 0.1, hue + 8),
                )
    if s.chance(0.5):
        _hiker(s, s.w * 0.52, s.h * 0.84, u * 17)
    for _ in range(22):
        s.glow(
            s.between(0, s.w),
            s.between(0.2, 0.9) * s.h,
            u * 1.6,
            s.palette.light(0.95, 0.1, 100),
            0.8,
        )


def lake(s: Sheet) -> None:
    """Still water that doubles the mountains, a boat or a jetty."""
    u = s.u
    shore = s.h * s.between(0.5, 0.6)
    colours = _heaven(s, shore)
    far = mix(colours[-1], s.palette(0.6, 0.08, 235), 0.5)
    near = s.palette(0.36, 0.08, s.pick([150.0, 175.0, 230.0]))
    for index in range(3):
        shape = ridge(s, shore - u * (8 - index * 3), s.h * (0.26 - index * 0.05), 0.5, 6)
        s.fade(shape, mix(far, near, index * 0.4), mix(far, near, index * 0.25))
    for index in range(18):
        x = s.w * (index + s.between(-0.4, 0.4)) / 17
        if s.chance(0.7):
            pine(s, x, shore + u, u * s.between(7, 16), mix(near, s.palette(0.35, 0.08, 155), 0.5))
    s.fade(
        rect(0, shore, s.w, s.h - shore),
        mix(colours[-1], s.palette(0.7, 0.07, 220), 0.4),
        s.palette(0.35, 0.09, 230),
    )
    mirror(s, shore, 0.62, s.palette(0.5, 0.08, 225))
    for _ in range(46):
        y = shore + (s.rng.random() ** 1.5) * (s.h - shore)
        x, run = s.between(-0.1, 1) * s.w, u * s.between(4, 20)
        s.fill(
            curve((x, y), (x + run / 2, y - u * 0.2), (x + run, y), width=[0.3, u * 0.4, 0.3]),
            mix(colours[-1], (255, 255, 255), 0.5),
            0.4,
        )
    if s.chance(0.5):
        boat(s, s.w * s.between(0.3, 0.7), s.h * s.between(0.76, 0.84), u * s.between(18, 26))
    else:
        wood = s.palette(0.5, 0.07, 58)
        s.fade(
            polygon(
                (s.w * 0.44, s.h * 0.74),
                (s.w * 0.54, s.h * 0.74),
                (s.w * 0.68, s.h + 10),
                (s.w * 0.32, s.h + 10),
            ),
            wood,
            mix(wood, (0, 0, 0), 0.2),
        )
        for index in range(9):
            t = (index / 9) ** 1.6
            y = s.h * (0.74 + 0.27 * t)
            s.fill(
                line(s.w * (0.44 - 0.12 * t), y, s.w * (0.54 + 0.14 * t), y, u * 0.45),
                mix(wood, (0, 0, 0), 0.4),
                0.7,
            )
        who = look(s)
        standing(s, s.w * 0.5, s.h * 0.87, u * 24, who, face="back")
    grass(s, s.h + u * 4, u * 16, 40, light=0.36)


def boat(s: Sheet, x: float, y: float, size: float) -> None:
    """A covered boat and its oarsman, afloat around (x, y)."""
    hull = s.palette.accent(1, 0.5, 0.12)
    s.shadow(
        ellipse(x, y + size * 0.12, size * 0.55, size * 0.07), 0, size * 0.05, size * 0.04, 0.4
    )
    s.fill(
        path(
            *local(x, y, size, "-.55,-.06 0,-.01 .55,-.06 .36,.15 -.36,.15"),
        ),
        hull,
    )
    s.fill(
        curve(
            *local(x, y, size, "-.53,-.05 0,0 .53,-.05"),
            width=size * 0.03,
        ),
        mix(hull, (255, 255, 255), 0.5),
    )
    roof = s.palette(0.55, 0.07, 62)
    s.fade(
        path(
            *local(x, y, size, "-.2,-.02 -.18,-.2 0,-.26 .18,-.2 .2,-.02"),
        ),
        mix(roof, (255, 255, 255), 0.2),
        mix(roof, (0, 0, 0), 0.25),
    )
    standing(s, x + size * 0.36, y + size * 0.02, size * 0.5, look(s, "cap"))
    s.fill(
        line(x + size * 0.3, y - size * 0.3, x + size * 0.6, y + size * 0.2, size * 0.018),
        s.palette(0.3, 0.04, 50),
    )


def sea(s: Sheet) -> None:
    """Beach and sea from above the sand, or waves with a sail."""
    if s.chance(0.45):
        _beach_above(s)
        return
    u = s.u
    level = s.h * s.between(0.42, 0.52)
    colours = _heaven(s, level)
    top = mix(colours[-1], s.palette(0.65, 0.1, 215), 0.65)
    water(
        s,
        level,
        top,
        s.palette(0.42, 0.11, 235),
        s.palette.light(0.97, 0.05, 88)
        if s.palette.name in ("gold", "warm", "night", "candy")
        else None,
    )
    s.fill(rect(0, level - u * 0.2, s.w, u * 0.5), mix(top, (255, 255, 255), 0.5), 0.6)
    sail_x, sail_y = s.w * s.between(0.2, 0.8), level + u * 3
    for side, reach in ((-1, 5.0), (1, 7.0)):
        s.fill(
            path(
                (sail_x + side * u * 0.5, sail_y - u * 15),
                (sail_x + side * u * reach * 0.7, sail_y - u * 6),
                (sail_x + side * u * reach, sail_y - u * 2),
                (sail_x + side * u * 0.5, sail_y - u * 2),
            ),
            s.palette.light(0.97, 0.02, 85) if side > 0 else s.palette.accent(0, 0.65, 0.15),
        )
    s.fill(
        path(
            *local(sail_x, sail_y, u, "-7,-1 8,-1 5,2 -5,2"),
        ),
        s.palette(0.4, 0.08, 40),
    )
    shore = s.h * s.between(0.74, 0.82)
    for index in range(3):
        foam = [
            (-20, shore + index * u * 4),
            (s.w * 0.25, shore + u * (3 + index * 4)),
            (s.w * 0.5, shore - u * (1 - index * 4)),
            (s.w * 0.75, shore + u * (4 + index * 4)),
            (s.w + 20, shore + index * u * 3),
        ]
        edge = np.concatenate(
            [path(*foam, closed=False), polygon((s.w + 20, s.h + 20), (-20, s.h + 20))]
        )
        tone = (s.palette(0.96, 0.015, 200), s.palette(0.8, 0.05, 190), s.palette(0.88, 0.06, 80))[
            index
        ]
        s.fill(edge, tone, 0.95 if index != 1 else 0.6)
    s.spray(rect(0, shore + u * 10, s.w, s.h), s.palette(0.6, 0.08, 65), pi / 2, 0.4, 0.9)
    _beach_things(s, shore + u * 12)
    _birds(s, level * 0.5)


def _beach_things(s: Sheet, y: float) -> None:
    u = s.u
    x = s.w * s.between(0.25, 0.7)
    hue = s.palette.accents[0]
    if y < s.h - u * 8:
        s.shadow(ellipse(x + u * 8, s.h - u * 4, u * 20, u * 3), 0, 0, u * 2, 0.35)
    s.fill(line(x, s.h - u * 3, x + u * 4, s.h - u * 34, u * 0.8), s.palette(0.9, 0.03, 80))
    cx, cy = x + u * 4, s.h - u * 33
    for index in range(7):
        a, b = pi + index * pi / 7, pi + (index + 1) * pi / 7
        panel = polygon(
            (cx, cy - u * 5),
            (cx + u * 24 * cos(a), cy + u * 14 * sin(a) + u * 4),
            (cx + u * 24 * cos(b), cy + u * 14 * sin(b) + u * 4),
        )
        s.fill(panel, s.palette(0.62, 0.17, hue) if index % 2 else s.palette(0.97, 0.015, 85))
    for _ in range(5):
        px, py = s.between(0.05, 0.95) * s.w, s.h - u * s.between(2, 8)
        s.fill(arc(px, py, u * 1.6, u * 1.4, pi, 2 * pi, u * 0.9), s.palette(0.9, 0.06, 40))
    s.fill(
        path(
            *local(x, s.h, u, "22,-2 40,-5 44,-2 26,1"),
        ),
        s.palette.accent(2, 0.75, 0.1),
    )


def _beach_above(s: Sheet) -> None:
    u = s.u
    s.fade(s.whole, s.palette(0.92, 0.055, 82), s.palette(0.85, 0.07, 75), 0.6)
    for _ in range(500):
        s.fill(
            ellipse(s.between(0, s.w), s.between(0, s.h), u * s.between(0.1, 0.3)),
            s.palette(s.between(0.55, 0.98), 0.05, 70),
            0.7,
        )
    start = s.w * s.between(0.35, 0.5)
    tones = [
        (s.palette(0.82, 0.05, 195), 0.7),
        (s.palette(0.98, 0.01, 200), 0.95),
        (s.palette(0.75, 0.10, 200), 0.95),
        (s.palette(0.97, 0.01, 200), 0.85),
        (s.palette(0.6, 0.12, 220), 0.95),
        (s.palette(0.48, 0.12, 235), 1.0),
    ]
    reach = 0.0
    for tone, alpha in tones:
        wave = [
            (start + reach + u * s.between(-5, 5), t * s.h) for t in np.linspace(-0.08, 1.08, 8)
        ]
        edge = np.concatenate(
            [path(*wave, closed=False), polygon((s.w + 20, s.h + 60), (s.w + 20, -60))]
        )
        s.fill(edge, tone, alpha)
        reach += u * s.between(3, 11)
    for _ in range(60):
        px, py = s.between(start + reach, s.w), s.between(0, s.h)
        s.fill(arc(px, py, u * 2.4, u * 1.4, 0.3, 2.6, u * 0.35), s.palette(0.9, 0.04, 205), 0.5)
    for index in range(2):
        _towel(s, s.w * 0.17, s.h * (0.3 + index * 0.36), index)
    px, py = s.w * 0.3, s.h * 0.16
    s.shadow(ellipse(px, py, u * 15), u * 3, u * 4, u * 2, 0.35)
    for index in range(8):
        a, b = 2 * pi * index / 8, 2 * pi * (index + 1) / 8
        t = np.linspace(a, b, 6)
        wedge = np.concatenate([[complex(px, py)], complex(px, py) + u * 15 * np.exp(1j * t)])
        s.fill(wedge, s.palette.accent(0, 0.62, 0.17) if index % 2 else s.palette(0.98, 0.015, 85))
    s.fill(ellipse(px, py, u * 0.9), s.palette(0.9, 0.03, 80))
    for _ in range(7):
        s.fill(
            ellipse(
                s.between(0.02, 0.4) * s.w,
                s.between(0.6, 1) * s.h,
                u * 0.9,
                u * 1.5,
                s.between(0, 3),
            ),
            s.palette(0.75, 0.07, 68),
            0.7,
        )


def _towel(s: Sheet, x: float, y: float, index: int) -> None:
    u, tone = s.u, s.palette.accent(index + 1, 0.7, 0.13)
    cloth = rect(x - u * 9, y - u * 12, u * 18, u * 30, u) * np.exp(1j * 0.12)
    cloth = cloth + complex(x, y) * (1 - np.exp(1j * 0.12))
    s.shadow(cloth, u * 0.6, u, u, 0.3)
    s.fill(cloth, tone)
    with s.inside(cloth):
        for row in range(9):
            s.fill(
                rect(x - u * 14, y - u * 12 + row * u * 5, u * 30, u * 1.6),
                mix(tone, (255, 255, 255), 0.65),
            )
    s.fill(ellipse(x + u, y - u * 8, u * 3.4, u * 3.4), s.palette(0.85, 0.08, 80))
    s.fill(arc(x + u, y - u * 8, u * 5, u * 5, 0, 2 * pi, u * 1.6), s.palette(0.9, 0.06, 85))


def sunset(s: Sheet) -> None:
    """The sun going down behind hills, a town or the sea."""
    u = s.u
    skies = [
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
    streaks(s, s.h * 0.25, level, mix(colours[3], (255, 255, 255), 0.3), 12)
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
            mix(dark, (0, 0, 0), 0.1),
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
    _birds(s, s.h * 0.3)


def snow(s: Sheet) -> None:
    """A village or a wood under snow."""
    u = s.u
    colours = sky(s)
    if s.palette.mood.dark:
        stars(s, s.h * 0.5, 80)
    tone = s.palette(0.4, 0.07, 200)
    far = mix(colours[-1], (255, 255, 255), 0.35)
    s.fade(ridge(s, s.h * 0.55, s.h * 0.26, 0.5, 6), mix(far, s.palette(0.7, 0.04, 240), 0.5), far)
    white = s.palette(0.985, 0.008, 240)
    for layer in range(3):
        y = s.h * (0.62 + 0.15 * layer)
        hill(s, y, s.h * 0.08, mix(white, s.palette(0.8, 0.05, 245), 0.4 - 0.15 * layer))
        for _ in range(8 - layer * 2):
            pine(
                s,
                s.w * s.between(0, 1),
                y + u * s.between(-1, 4),
                u * (12 + layer * 9) * s.between(0.8, 1.2),
                mix(tone, far, 0.5 - 0.2 * layer),
                snow=True,
            )
        if layer == 1:
            for index in range(3):
                _cottage(
                    s,
                    s.w * (0.25 + 0.25 * index) + s.between(-4, 4) * u,
                    y + u * 3,
                    u * s.between(15, 20),
                )
    hill(s, s.h * 0.99, s.h * 0.08, white)
    if s.chance(0.6):
        _snowman(s, s.w * s.pick([0.2, 0.78]), s.h * 0.95, u * s.between(26, 32))
    snowfall(s, 190)


def _cottage(s: Sheet, x: float, y: float, size: float) -> None:
    walls = s.palette.accent(int(s.rng.integers(3)), 0.5, 0.1)
    warm = s.palette.light(0.87, 0.13, 75)
    s.fade(
        rect(x - size * 0.4, y - size * 0.5, size * 0.8, size * 0.5),
        walls,
        mix(walls, (0, 0, 0), 0.2),
    )
    s.fill(
        rect(x + size * 0.18, y - size * 1.0, size * 0.12, size * 0.35), mix(walls, (0, 0, 0), 0.3)
    )
    s.fill(
        path(
            *local(x, y, size, "-.56,-.46 0,-.98 .56,-.46 0,-.56"),
        ),
        s.palette(0.985, 0.008, 240),
    )
    s.glow(x, y - size * 0.2, size * 0.9, warm, 0.5)
    for side in (-1, 1):
        s.fill(
            rect(x + side * size * 0.2 - size * 0.09, y - size * 0.36, size * 0.18, size * 0.18),
            warm,
        )
        s.fill(
            line(
                x + side * size * 0.2,
                y - size * 0.36,
                x + side * size * 0.2,
                y - size * 0.18,
                size * 0.02,
            ),
            mix(walls, (0, 0, 0), 0.4),
        )
    for step in range(5):
        s.fill(
            ellipse(
                x + size * (0.24 + 0.05 * step),
                y - size * (1.1 + 0.14 * step),
                size * (0.06 + 0.025 * step),
            ),
            (255, 255, 255),
            0.5,
        )


def _snowman(s: Sheet, x: float, y: float, size: float) -> None:
    white, shade = s.palette(0.99, 0.006, 240), s.palette(0.82, 0.04, 250)
    s.shadow(ellipse(x, y, size * 0.4, size * 0.06), size * 0.1, 0, size * 0.05, 0.3)
    s.fade(ellipse(x, y - size * 0.3, size * 0.34, size * 0.32), white, shade, 0.6)
    s.fade(ellipse(x, y - size * 0.75, size * 0.23, size * 0.22), white, shade, 0.6)
    scarf = s.palette.light(0.58, 0.2, 27)
    s.fill(
        curve(
            *local(x, y, size, "-.2,-.6 0,-.54 .2,-.6"),
            width=size * 0.08,
        ),
        scarf,
    )
    s.fill(
        curve(
            (x + size * 0.12, y - size * 0.56),
            (x + size * 0.18, y - size * 0.32),
            width=size * 0.09,
        ),
        scarf,
    )
    for side in (-1, 1):
        s.fill(
            ellipse(x + side * size * 0.08, y - size * 0.8, size * 0.026), s.palette(0.1, 0.01, 60)
        )
        s.fill(
            curve(
                (x + side * size * 0.3, y - size * 0.42),
                (x + side * size * 0.5, y - size * 0.6),
                width=size * 0.025,
            ),
            s.palette(0.35, 0.05, 50),
        )
    s.fill(
        polygon(*local(x, y, size, "0,-.77 .17,-.72 0,-.71")),
        s.palette.light(0.7, 0.17, 55),
    )
    hat = s.palette.accent(1, 0.4, 0.1)
    s.fill(rect(x - size * 0.15, y - size * 1.16, size * 0.3, size * 0.24, size * 0.03), hat)
    s.fill(rect(x - size * 0.24, y - size * 0.96, size * 0.48, size * 0.05, size * 0.02), hat)


def tent(s: Sheet) -> None:
    """A lit tent under trees and stars."""
    u = s.u
    colours = _heaven(s, s.h * 0.75, clouds=2)
    far = mix(colours[-1], s.palette(0.5, 0.08, 230), 0.5)
    near = s.palette(0.25, 0.06, 170)
    ranges(s, s.h * 0.45, s.h * 0.78, far, near, 3)
    hill(s, s.h * 0.84, s.h * 0.08, mix(near, s.palette(0.5, 0.1, 140), 0.4))
    for index in range(12):
        x = s.w * (index + s.between(-0.3, 0.3)) / 11
        pine(
            s,
            x,
            s.h * s.between(0.76, 0.82),
            u * s.between(20, 42),
            mix(near, far, s.between(0, 0.3)),
        )
    s.fade(
        rect(0, s.h * 0.8, s.w, s.h * 0.2),
        mix(near, s.palette(0.5, 0.1, 135), 0.55),
        mix(near, s.palette(0.4, 0.09, 140), 0.4),
    )
    x, y, size = s.w * s.between(0.42, 0.58), s.h * 0.92, u * s.between(40, 48)
    tone = s.palette.accent(0, 0.62, 0.15)
    warm = s.palette.light(0.88, 0.13, 75)
    s.shadow(ellipse(x, y, size * 0.7, size * 0.08), 0, 0, u * 3, 0.5)
    s.fill(
        path(
            *local(x, y, size, "-.68,0 -.4,-.45 0,-.62 .4,-.45 .68,0"),
        ),
        tone,
    )
    s.glow(x, y - size * 0.2, size * 1.3, warm, 0.6)
    s.fade(
        polygon(*local(x, y, size, "0,-.54 .3,0 -.3,0")),
        warm,
        s.palette.light(0.7, 0.15, 55),
    )
    for side in (-1, 1):
        s.fill(
            path(
                *local(x, y, size, "0,-.56 .1,-.3 .34,0 .16,0 .03,-.2", mirror=side),
            ),
            mix(tone, (255, 255, 255), 0.25),
        )
    s.fill(
        curve(
            *local(x, y, size, "-.68,0 -.4,-.45 0,-.62 .4,-.45 .68,0"),
            width=u * 0.6,
        ),
        mix(tone, (0, 0, 0), 0.25),
    )
    string_lights(s, s.h * 0.5, u * 6, 9, s.w * 0.1, s.w * 0.9)
    fx, fy = x + s.pick([-1, 1]) * size * 0.85, s.h * 0.95
    s.glow(fx, fy - u * 3, u * 32, s.palette.light(0.78, 0.16, 55), 0.6)
    for turn in (-0.5, 0.0, 0.5):
        s.fill(
            line(
                fx - u * 4 * cos(turn),
                fy + u * 2 * sin(turn),
                fx + u * 4 * cos(turn),
                fy - u * 2 * sin(turn),
                u * 1.3,
            ),
            s.palette(0.3, 0.05, 45),
        )
    for reach, tone_ in (
        (8.0, s.palette.light(0.65, 0.2, 38)),
        (5.5, s.palette.light(0.8, 0.16, 65)),
        (3.0, s.palette.light(0.95, 0.1, 95)),
    ):
        s.fill(
            path(
                (fx, fy - u * reach * 1.3),
                (fx + u * reach * 0.36, fy - u * reach * 0.4),
                (fx + u * reach * 0.2, fy),
                (fx - u * reach * 0.2, fy),
                (fx - u * reach * 0.36, fy - u * reach * 0.5),
            ),
            tone_,
        )
    for _ in range(18):
        glow_bulb(s, fx + s.rng.normal(0, u * 5), fy - u * s.between(6, 30), u * 0.22, 55)
    grass(s, s.h + u * 3, u * 9, 120, light=0.34)


def moon(s: Sheet) -> None:
    """A great moon over roofs, water or a branch."""
    u = s.u
    deep = [(0.16, 0.07, 275), (0.30, 0.09, 262), (0.50, 0.09, s.pick([300.0, 220.0, 60.0]))]
    colours = sky(s, None, deep)
    stars(s, s.h * 0.8, 150)
    x, y, r = s.w * s.between(0.35, 0.65), s.h * s.between(0.3, 0.42), u * s.between(20, 28)
    tone = s.palette.light(0.94, 0.07, s.pick([88.0, 75.0, 100.0]))
    s.glow(x, y, r * 3.4, tone, 0.6)
    s.fade(ellipse(x, y, r), mix(tone, (255, 255, 255), 0.5), tone, 1)
    for dx, dy, size in (
        (-0.3, -0.2, 0.25),
        (0.25, 0.1, 0.3),
        (-0.1, 0.45, 0.18),
        (0.35, -0.4, 0.14),
        (-0.5, 0.2, 0.12),
    ):
        s.fill(
            blob(x + dx * r, y + dy * r, size * r, s.rng),
            mix(tone, s.palette.light(0.7, 0.06, 80), 0.5),
            0.45,
        )
    for _ in range(4):
        cloud(
            s,
            s.between(0, s.w),
            y + r * s.between(0.3, 1.4),
            u * s.between(30, 56),
            mix(colours[2], (255, 255, 255), 0.35),
            mix(colours[1], colours[2], 0.5),
            0.85,
        )
    kind = s.pick(["rabbit", "branch", "roofs"])
    dark = s.palette.light(0.17, 0.05, 275)
    if kind == "rabbit":
        hill(s, s.h * 0.9, s.h * 0.12, dark)
        _rabbit(s, x + u * 4, s.h * 0.82, u * 22)
        grass(s, s.h + u * 4, u * 16, 120, 200, 0.2)
    elif kind == "branch":
        s.fill(
            curve(
                (-20, s.h * 0.86),
                (s.w * 0.4, s.h * 0.74),
                (s.w * 0.8, s.h * 0.8),
                (s.w * 1.05, s.h * 0.7),
                width=[u * 3.4, u * 0.8],
            ),
            dark,
        )
        for _ in range(46):
            t = s.rng.random()
            s.fill(
                blob(
                    t * s.w,
                    s.h * (0.86 - 0.1 * sin(t * 3)) + s.rng.normal(0, u * 5),
                    u * s.between(0.6, 1.3),
                    s.rng,
                ),
                s.palette.light(0.84, 0.13, 82),
            )
    else:
        for px, py, wide in ((0.2, 0.92, 60.0), (0.78, 0.9, 66.0), (0.5, 1.0, 84.0)):
            old_roof(s, s.w * px, s.h * py, u * wide, u * 15, s.palette.light(0.22, 0.04, 265))
        for index in range(4):
            paper_lantern(s, s.w * (0.14 + 0.24 * index), s.h * 0.93, u * 3)


def _rabbit(s: Sheet, x: float, y: float, size: float) -> None:
    fur = s.palette.light(0.95, 0.012, 280)
    shade = s.palette.light(0.72, 0.05, 275)
    for dx, turn in ((0.05, -1.75), (0.2, -1.35)):
        ear = leaf(x + dx * size, y - size * 0.75, size * 0.55, size * 0.17, turn)
        s.fade(ear, shade, fur)
        s.fill(
            leaf(x + dx * size, y - size * 0.77, size * 0.42, size * 0.08, turn),
            s.palette.light(0.8, 0.08, 15),
        )
    body = path(
        *local(x, y, size, "-.45,-.05 -.5,-.35 -.2,-.58 .12,-.5 .3,-.1 .2,0 -.35,0"),
    )
    s.fade(body, fur, shade, 1.2)
    s.fade(ellipse(x + size * 0.14, y - size * 0.64, size * 0.22, size * 0.19), fur, shade, 1.2)
    s.fill(ellipse(x - size * 0.5, y - size * 0.14, size * 0.1), fur)
    s.fill(ellipse(x + size * 0.2, y - size * 0.67, size * 0.03), s.palette.light(0.3, 0.12, 20))
    s.fill(
        ellipse(x + size * 0.25, y - size * 0.57, size * 0.045, size * 0.03),
        s.palette.light(0.75, 0.1, 15),
        0.6,
    )


def fireworks(s: Sheet) -> None:
    """Fireworks over a town and its river."""
    u = s.u
    colours = sky(
        s, None, [(0.12, 0.06, 280), (0.24, 0.08, 275), (0.42, 0.10, s.pick([310.0, 250.0, 20.0]))]
    )
    stars(s, s.h * 0.6, 60)
    shore = s.h * s.between(0.72, 0.78)
    for index in range(s.pick([4, 5, 6])):
        x, y = s.w * (0.14 + 0.72 * ((index * 0.618 + 0.2) % 1)), s.h * s.between(0.1, 0.44)
        _burst(
            s, x, y, u * s.between(16, 30), s.pick([25.0, 75.0, 150.0, 215.0, 320.0, 350.0]), shore
        )
    skyline(s, shore, u * 6, u * 20, mix(colours[1], (10, 10, 30), 0.5), 0.35, (5, 11))
    s.fade(
        rect(0, shore, s.w, s.h - shore),
        mix(colours[1], colours[2], 0.3),
        mix(colours[0], (0, 0, 0), 0.3),
    )
    mirror(s, shore, 0.6, (30, 30, 70))
    crowd = mix(colours[0], (5, 5, 20), 0.55)
    for index in range(13):
        x = s.w * (index + s.between(-0.3, 0.3)) / 12
        size = u * s.between(9, 13)
        s.fill(
            path(
                (x - size * 0.9, s.h + 20),
                (x - size * 0.7, s.h - size * 0.6),
                (x, s.h - size),
                (x + size * 0.7, s.h - size * 0.6),
                (x + size * 0.9, s.h + 20),
            ),
            crowd,
        )
        s.fill(ellipse(x, s.h - size * 1.3, size * 0.42, size * 0.46), crowd)
        if s.chance(0.3):
            s.fill(
                line(
                    x + size * 0.5, s.h - size * 0.5, x + size * 0.7, s.h - size * 1.9, size * 0.22
                ),
                crowd,
            )
            s.fill(
                rect(x + size * 0.5, s.h - size * 2.4, size * 0.4, size * 0.7, u * 0.4),
                s.palette.light(0.8, 0.06, 240),
            )


def _burst(s: Sheet, x: float, y: float, r: float, hue: float, ground: float) -> None:
    u = s.u
    tone, pale = s.palette.light(0.75, 0.17, hue), s.palette.light(0.95, 0.06, hue)
    s.fill(
        curve((x + u * 2, ground), (x + u, (y + ground) / 2), (x, y), width=[u * 0.15, u * 0.5]),
        pale,
        0.35,
    )
    s.glow(x, y, r * 1.8, tone, 0.5)
    count = int(s.rng.integers(18, 30))
    for ring, reach in ((0, 1.0), (1, 0.62)):
        for index in range(count if ring == 0 else count // 2):
            a = 2 * pi * index / (count if ring == 0 else count // 2) + s.between(-0.05, 0.05)
            length = r * reach * s.between(0.85, 1.05)
            ex, ey = x + length * cos(a), y + length * sin(a) + length * 0.12
            s.fill(
                curve(
                    (x + length * 0.25 * cos(a), y + length * 0.25 * sin(a)),
                    (x + length * 0.7 * cos(a), y + length * 0.68 * sin(a)),
                    (ex, ey),
                    width=[u * 0.12, u * 0.5],
                ),
                tone if ring == 0 else pale,
                0.9,
            )
            s.fill(ellipse(ex, ey, u * 0.5), pale)
    for _ in range(20):
        a, reach = s.between(0, 2 * pi), r * s.between(0.3, 1.25)
        s.fill(ellipse(x + reach * cos(a), y + reach * sin(a), u * 0.25), pale)


def plant(s: Sheet) -> None:
    """House plants on shelves, by a window or on the floor."""
    u = s.u
    wall(s, s.palette.key_tone(s.between(0.84, 0.95), 0.05))
    if s.chance(0.5):
        base = s.h * 0.8
        floor(s, base, s.palette(0.66, 0.07, 62))
        if s.chance(0.6):
            window(s, s.w * 0.3, s.h * 0.08, s.w * 0.4, s.h * 0.4)
        sizes = [0.86, 0.6, 0.7, 0.46, 0.4]
        for index, size in enumerate(sizes):
            x = s.w * (0.14 + 0.18 * index) + s.between(-2, 2) * u
            potted(s, x, s.h * (0.86 + 0.05 * (index % 2)), u * size * 84)
        for index in range(3):
            potted(
                s,
                s.w * (0.2 + 0.3 * index) + s.between(-4, 4) * u,
                s.h * 0.975,
                u * s.between(20, 30),
            )
    else:
        rows = 3 if s.h >= s.w else 2
        for row in range(rows):
            y = (
                s.h * (0.34 + 0.62 * row / max(1, rows - 0.6))
                if rows == 3
                else s.h * (0.46 + 0.44 * row)
            )
            count = int(s.w / (u * 22))
            for index in range(count):
                x = s.w * (index + 0.5) / count + s.between(-3, 3) * u
                potted(s, x, y, u * s.between(20, 31))
            shelf(s, s.w * 0.03, y, s.w * 0.94)
    leaf_shadow(s, 0.18) if not s.palette.mood.dark else s.glow(
        s.w * 0.5, 0, s.h, s.palette.light(0.85, 0.1, 70), 0.4
    )


def garden(s: Sheet) -> None:
    """A flower bed with a fence, a watering can, a path, butterflies."""
    u = s.u
    colours = _heaven(s, s.h * 0.55)
    hill(s, s.h * 0.56, s.h * 0.12, mix(colours[-1], s.palette(0.6, 0.1, 150), 0.6))
    for index in range(4):
        tree(
            s,
            s.w * (index + s.between(-0.2, 0.4)) / 3,
            s.h * 0.56,
            u * s.between(30, 50),
            s.pick([135.0, 150.0, 350.0, 90.0]),
        )
    white = s.palette(0.96, 0.012, 85)
    for index in range(int(s.w / (u * 6)) + 1):
        x = index * u * 6
        s.fade(
            polygon(
                (x, s.h * 0.64),
                (x, s.h * 0.49),
                (x + u * 1.8, s.h * 0.465),
                (x + u * 3.6, s.h * 0.49),
                (x + u * 3.6, s.h * 0.64),
            ),
            white,
            mix(white, s.palette(0.5, 0.05, 260), 0.25),
        )
    for y in (0.525, 0.595):
        s.fill(rect(0, s.h * y, s.w, u * 1.6), mix(white, s.palette(0.5, 0.05, 260), 0.12))
    s.fade(
        rect(0, s.h * 0.63, s.w, s.h * 0.37), s.palette(0.58, 0.11, 135), s.palette(0.42, 0.1, 145)
    )
    hues = [*s.palette.accents, 350.0, 85.0]
    for row in range(5):
        y = s.h * (0.66 + row * 0.085)
        hue = s.pick(hues)
        for _ in range(int(26 - row * 3)):
            x, size = s.between(0, s.w), u * (2 + row * 0.95) * s.between(0.8, 1.25)
            stem = size * s.between(1.6, 3.0)
            s.fill(
                curve(
                    (x, y + stem), (x + s.between(-1, 1) * u, y + stem * 0.5), (x, y), width=u * 0.5
                ),
                s.palette(0.45, 0.1, 140),
            )
            s.fill(
                leaf(x, y + stem * 0.7, size * 1.5, size * 0.6, s.pick([-0.6, -2.5])),
                s.palette(s.between(0.45, 0.6), 0.12, 135),
            )
            blossom(s, x, y, size, hue + s.between(-12, 12), s.pick([5, 6, 8]))
    x, y = s.w * s.pick([0.2, 0.8]), s.h * 0.93
    can = s.palette.accent(1, 0.62, 0.1)
    s.shadow(ellipse(x, y, u * 12, u * 2), 0, 0, u, 0.4)
    s.fill(arc(x + u * 8, y - u * 9, u * 7, u * 8, -1.5, 1.5, u * 1.6), mix(can, (0, 0, 0), 0.15))
    s.fill(
        curve(
            *local(x, y, u, "-7,-5 -13,-9 -17,-16"),
            width=[u * 3, u * 1.8],
        ),
        can,
    )
    s.fill(
        polygon(*local(x, y, u, "-20,-15 -14,-18 -17,-14")),
        mix(can, (0, 0, 0), 0.1),
    )
    s.fade(
        polygon(*local(x, y, u, "-8,-15 8,-15 9,0 -9,0")),
        mix(can, (255, 255, 255), 0.25),
        mix(can, (0, 0, 0), 0.15),
        0.0,
    )
    for _ in range(4):
        bx, by, size = s.between(0.1, 0.9) * s.w, s.h * s.between(0.3, 0.7), u * s.between(2, 3.4)
        tone = s.palette.accent(int(s.rng.integers(3)), 0.75, 0.14)
        for side in (-1, 1):
            s.fill(leaf(bx, by, size * 1.5, size, -pi / 2 + side * 0.8), tone)
            s.fill(
                leaf(bx, by, size, size * 0.7, -pi / 2 + side * 1.9),
                mix(tone, (255, 255, 255), 0.3),
            )
    if not s.palette.mood.dark:
        leaf_shadow(s, 0.16)


SCENES = {
    "mountain": mountain, "forest": forest, "lake": lake, "sea": sea, "sunset": sunset, "snow": snow,
    "tent": tent, "moon": moon, "fireworks": fireworks, "plant": plant, "garden": garden,
}  # fmt: skip
