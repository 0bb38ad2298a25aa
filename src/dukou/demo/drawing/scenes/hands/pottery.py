"""Scene `pottery`: clay on the wheel between two hands, or a shelf of finished pots."""

from __future__ import annotations

from math import cos, pi, sin

from ...bookshelf import shelf
from ...colour import Rgb, darker, lighter, mix
from ...faces import look
from ...light import leaf_shadow, slant
from ...outline import (
    arc,
    blob,
    curve,
    ellipse,
    leaf,
    local,
    path,
    rect,
)
from ...potted import blossom
from ...sheet import Sheet
from ...surfaces import wall


def pottery(s: Sheet) -> None:
    """Clay on the wheel between two hands, or a shelf of finished pots."""
    u = s.u
    if s.chance(0.5):
        wall(s, s.palette.key_tone(0.72, 0.05), "plaster")
        for row in range(2):
            y = s.h * (0.16 + 0.17 * row)
            for index in range(6):
                _vessel(s, s.w * (index + 0.5) / 6, y, u * s.between(9, 14))
            shelf(s, 0, y, s.w)
        s.blur(u * 0.5)
        x, base = s.w * 0.5, s.h * 0.84
        clay = s.palette(s.between(0.55, 0.68), 0.08, s.pick([45.0, 60.0, 38.0]))
        s.fade(rect(0, s.h * 0.9, s.w, s.h), s.palette(0.45, 0.05, 55), s.palette(0.35, 0.05, 50))
        s.shadow(ellipse(x, base + u * 6, u * 40, u * 9), 0, u, u * 2, 0.4)
        s.fade(
            ellipse(x, base + u * 5, u * 40, u * 9),
            s.palette(0.6, 0.02, 60),
            s.palette(0.42, 0.02, 60),
        )
        s.fill(ellipse(x, base + u * 2, u * 36, u * 7.6), s.palette(0.7, 0.02, 70))
        for ring in (0.85, 0.6):
            s.fill(
                arc(x, base + u * 2, u * 36 * ring, u * 7.6 * ring, 0, 2 * pi, u * 0.4),
                s.palette(0.55, 0.02, 70),
            )
        _turning_pot(s, x, base + u * 2, u * 40, clay)
        skin = look(s).skin
        for side in (-1, 1):
            tone = s.palette.accent(1, 0.55, 0.1)
            start = (x + side * u * 58, s.h * 1.02)
            wrist = (x + side * u * 30, base - u * 14)
            s.fill(
                curve(
                    start, (x + side * u * 46, base - u * 2), wrist, width=[u * 17, u * 12, u * 9]
                ),
                skin,
            )
            s.fill(curve(start, (x + side * u * 50, base + u * 3), width=[u * 20, u * 17]), tone)
            for finger in range(4):
                s.fill(
                    curve(
                        wrist,
                        (x + side * u * (22 - finger * 0.6), base - u * (26 - finger * 5)),
                        (x + side * u * (15.5 + finger * 0.2), base - u * (27 - finger * 5.4)),
                        width=[u * 5, u * 4, u * 3.2],
                    ),
                    mix(skin, s.palette(0.45, 0.09, 35), 0.06 * finger),
                )
            for _ in range(12):
                s.fill(
                    blob(
                        wrist[0] - side * u * s.between(0, 12),
                        wrist[1] - u * s.between(-4, 12),
                        u * s.between(0.6, 1.6),
                        s.rng,
                    ),
                    clay,
                    0.7,
                )
        slant(s, 0.26)
    else:
        wall(s, s.palette.key_tone(0.9, 0.04), "plaster")
        rows = 3 if s.h >= s.w else 2
        for row in range(rows):
            y = s.h * (0.34 + 0.6 * row / (rows - 0.4))
            count = int(s.w / (u * 21))
            for index in range(count):
                px = s.w * (index + 0.5) / count
                _vessel(s, px, y, u * s.between(17, 25))
                if s.chance(0.2):
                    for _ in range(3):
                        lean = s.between(-2, -1.1)
                        tip = (px + u * 20 * cos(lean), y - u * 18 + u * 20 * sin(lean))
                        s.fill(
                            curve((px, y - u * 12), tip, width=u * 0.5), s.palette(0.45, 0.08, 130)
                        )
                        blossom(s, *tip, u * 3, s.palette.accents[0])
            shelf(s, s.w * 0.03, y, s.w * 0.94)
        leaf_shadow(s, 0.2) if not s.palette.mood.dark else s.glow(
            s.w / 2, 0, s.h, s.palette.light(0.88, 0.1, 75), 0.4
        )


def _turning_pot(s: Sheet, x: float, y: float, size: float, clay: Rgb) -> None:
    body = path(
        *local(
            x, y, size, "-.34,-.92 -.26,-.78 -.42,-.4 -.3,0 0,.05 .3,0 .42,-.4 .26,-.78 .34,-.92"
        ),
    )
    s.fade(body, lighter(clay, 0.3), darker(clay, 0.3), 0.0)
    with s.inside(body, spill=size * 0.1):
        for row in range(13):
            py = y - size * 0.9 + row * size * 0.075
            s.fill(
                curve(
                    *local(x, py, size, "-.5,0 0,.05 .5,0"),
                    width=s.u * 0.5,
                ),
                mix(clay, (0, 0, 0) if row % 2 else (255, 255, 255), 0.25),
                0.6,
            )
    s.fill(ellipse(x, y - size * 0.9, size * 0.34, size * 0.07), lighter(clay, 0.25))
    s.fill(ellipse(x, y - size * 0.89, size * 0.28, size * 0.05), darker(clay, 0.5))


def _vessel(s: Sheet, x: float, y: float, size: float) -> None:
    glaze = s.pick(
        [
            s.palette(0.9, 0.03, 85),
            s.palette(0.55, 0.08, 230),
            s.palette(0.72, 0.06, 155),
            s.palette(0.5, 0.09, 40),
            s.palette.accent(1, 0.7, 0.09),
            s.palette(0.3, 0.03, 260),
        ]
    )
    kind = s.pick(["vase", "bowl", "jar", "bottle", "cup"])
    outlines = {
        "vase": [(-0.16, -1), (-0.12, -0.8), (-0.36, -0.45), (-0.24, 0), (0.24, 0), (0.36, -0.45), (0.12, -0.8), (0.16, -1)],
        "bowl": [(-0.5, -0.5), (-0.4, -0.18), (-0.18, 0), (0.18, 0), (0.4, -0.18), (0.5, -0.5)],
        "jar": [(-0.24, -0.72), (-0.4, -0.5), (-0.36, -0.1), (-0.24, 0), (0.24, 0), (0.36, -0.1), (0.4, -0.5), (0.24, -0.72)],
        "bottle": [(-0.08, -1), (-0.09, -0.62), (-0.3, -0.36), (-0.24, 0), (0.24, 0), (0.3, -0.36), (0.09, -0.62), (0.08, -1)],
        "cup": [(-0.28, -0.56), (-0.27, -0.06), (-0.2, 0), (0.2, 0), (0.27, -0.06), (0.28, -0.56)],
    }  # fmt: skip
    body = path(*[(x + dx * size, y + dy * size) for dx, dy in outlines[kind]])
    s.shadow(ellipse(x + size * 0.05, y, size * 0.3, size * 0.05), 0, 0, size * 0.05, 0.4)
    s.fade(body, lighter(glaze, 0.3), darker(glaze, 0.25), 0.2)
    with s.inside(body, spill=size * 0.3):
        pattern = s.pick(["dip", "bands", "plain", "dots", "leaf"])
        light = mix(glaze, (255, 255, 255) if sum(glaze) < 480 else s.palette(0.45, 0.09, 240), 0.6)
        if pattern == "dip":
            s.fill(
                rect(x - size, y - size * 0.26, size * 2, size * 0.4),
                s.palette(0.62, 0.07, 55),
                0.9,
            )
        elif pattern == "bands":
            for row in (0.2, 0.3, 0.44):
                s.fill(rect(x - size, y - size * row, size * 2, size * 0.03), light)
        elif pattern == "dots":
            for _ in range(16):
                s.fill(
                    ellipse(
                        x + s.between(-0.4, 0.4) * size,
                        y - s.between(0.05, 0.6) * size,
                        size * 0.03,
                    ),
                    light,
                )
        elif pattern == "leaf":
            for turn in (-1.2, -1.9):
                s.fill(leaf(x, y - size * 0.08, size * 0.36, size * 0.11, turn), light)
        s.spray(body, mix(glaze, (10, 10, 40), 0.6), 0.2, 0.4, 0.5)
    s.fill(
        curve(
            (x - size * 0.14, y - size * 0.42), (x - size * 0.16, y - size * 0.2), width=size * 0.04
        ),
        (255, 255, 255),
        0.45,
    )
