"""Scene `snow`: a village or a wood under snow."""

from __future__ import annotations

from ...colour import darker, lighter, mix
from ...light import snowfall
from ...outline import curve, ellipse, line, local, path, polygon, rect
from ...plants import pine
from ...sheet import Sheet
from ...sky import hill, ridge, sky, stars


def snow(s: Sheet) -> None:
    """A village or a wood under snow."""
    u = s.u
    colours = sky(s)
    if s.palette.mood.dark:
        stars(s, s.h * 0.5, 80)
    tone = s.palette(0.4, 0.07, 200)
    far = lighter(colours[-1], 0.35)
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
        darker(walls, 0.2),
    )
    s.fill(rect(x + size * 0.18, y - size * 1.0, size * 0.12, size * 0.35), darker(walls, 0.3))
    s.fill(
        path(*local(x, y, size, "-.56,-.46 0,-.98 .56,-.46 0,-.56")),
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
            darker(walls, 0.4),
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
