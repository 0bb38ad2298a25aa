"""Someone before the mirror."""

from __future__ import annotations

from ...colour import darker, mix
from ...faces import head, look
from ...light import slant
from ...outline import (
    curve,
    ellipse,
    line,
    local,
    path,
    polygon,
    rect,
)
from ...people import cloth
from ...potted import potted
from ...sheet import Sheet
from ...surfaces import floor, wall
from .laid_out import shoe_above


def before_mirror(s: Sheet) -> None:
    """Someone who takes a picture of themselves."""
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
    shoe_above(s, s.w * 0.14, s.h * 0.93, u * 18, 0.3)
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
            darker(who.top, 0.1),
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
