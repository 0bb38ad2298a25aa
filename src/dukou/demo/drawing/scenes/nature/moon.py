"""Scene `moon`: a great moon over roofs, water or a branch."""

from __future__ import annotations

from math import sin

from ...colour import lighter, mix
from ...outline import blob, curve, ellipse, leaf, local, path
from ...plants import grass
from ...sheet import Sheet
from ...sky import cloud, hill, sky, stars
from ...town import old_roof, paper_lantern


def moon(s: Sheet) -> None:
    """A great moon over roofs, water or a branch."""
    u = s.u
    deep = [(0.16, 0.07, 275), (0.30, 0.09, 262), (0.50, 0.09, s.pick([300.0, 220.0, 60.0]))]
    colours = sky(s, None, deep)
    stars(s, s.h * 0.8, 150)
    x, y, r = s.w * s.between(0.35, 0.65), s.h * s.between(0.3, 0.42), u * s.between(20, 28)
    tone = s.palette.light(0.94, 0.07, s.pick([88.0, 75.0, 100.0]))
    s.glow(x, y, r * 3.4, tone, 0.6)
    s.fade(ellipse(x, y, r), lighter(tone, 0.5), tone, 1)
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
            lighter(colours[2], 0.35),
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
    body = path(*local(x, y, size, "-.45,-.05 -.5,-.35 -.2,-.58 .12,-.5 .3,-.1 .2,0 -.35,0"))
    s.fade(body, fur, shade, 1.2)
    s.fade(ellipse(x + size * 0.14, y - size * 0.64, size * 0.22, size * 0.19), fur, shade, 1.2)
    s.fill(ellipse(x - size * 0.5, y - size * 0.14, size * 0.1), fur)
    s.fill(ellipse(x + size * 0.2, y - size * 0.67, size * 0.03), s.palette.light(0.3, 0.12, 20))
    s.fill(
        ellipse(x + size * 0.25, y - size * 0.57, size * 0.045, size * 0.03),
        s.palette.light(0.75, 0.1, 15),
        0.6,
    )
