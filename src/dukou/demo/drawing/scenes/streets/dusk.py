"""The sky over a street, its rain, and who walks under it."""

from __future__ import annotations

from ...colour import Rgb, darker
from ...faces import look
from ...light import rain
from ...outline import (
    curve,
    line,
    local,
    path,
)
from ...people import standing
from ...sheet import Sheet
from ...sky import clouds, disc, sky, stars


def dusk(s: Sheet, bottom: float) -> list[Rgb]:
    """The sky over a street down to `bottom`; returns its colours."""
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
        clouds(s, colours, bottom)
    return colours


def wet(s: Sheet) -> None:
    """Rain, where the mood is rain."""
    if s.palette.name == "rain":
        rain(s)


def umbrella_walker(s: Sheet, x: float, y: float, size: float) -> None:
    """Someone who walks away under an umbrella."""
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
            darker(canopy, 0.3),
        )
