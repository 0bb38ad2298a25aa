"""Scene `hanfu`: someone in hanfu: in a garden, under eaves, with a fan or an umbrella."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import darker, lighter, mix
from ...faces import head, look
from ...outline import (
    arc,
    curve,
    ellipse,
    leaf,
    line,
    local,
    path,
    rect,
)
from ...people import cloth
from ...plants import tree
from ...potted import blossom
from ...sheet import Sheet
from ...sky import sky
from ...town import old_roof, paper_lantern


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
        s.fade(rect(0, s.h * 0.18, s.w, s.h), wall_tone, darker(wall_tone, 0.14))
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
    trim, hair = lighter(robe, 0.6), s.palette(0.15, 0.02, 40)
    shoulder, waist = y - size * 0.72, y - size * 0.56
    umbrella = s.chance(0.45)
    if umbrella:
        ux, uy, ur = x + size * 0.12, y - size * 0.98, size * 0.34
        paper = s.palette.accent(2, 0.7, 0.13)
        s.fill(
            line(ux, uy - ur * 0.3, x + size * 0.16, shoulder + size * 0.2, size * 0.014),
            s.palette(0.4, 0.06, 50),
        )
        canopy = path(*local(ux, uy, ur, "-1,.3 -.6,-.14 0,-.36 .6,-.14 1,.3 0,.2"))
        s.fade(canopy, lighter(paper, 0.3), paper)
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
            *local(x, shoulder, size, ".08,0 .2,.1 .27,.28 .2,.42 .07,.3 .05,.16", mirror=side)
        )
        s.shadow(sleeve, 0, size * 0.008, size * 0.01, 0.25)
        cloth(s, sleeve, darker(robe, 0.04), "plain")
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
