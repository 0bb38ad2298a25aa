"""What landscapes share: the sky's things, someone who walks, birds far off."""

from __future__ import annotations

from ...colour import Rgb, darker, lighter
from ...faces import look
from ...outline import curve, local, rect
from ...people import standing
from ...sheet import Sheet
from ...sky import clouds, disc, sky, stars, streaks


def heaven(s: Sheet, bottom: float, *, count: int = 3) -> list[Rgb]:
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
        streaks(s, bottom * 0.2, bottom * 0.8, lighter(colours[-1], 0.4), 8)
    clouds(s, colours, bottom, count)
    return colours


def hiker(s: Sheet, x: float, y: float, size: float) -> None:
    """Someone with a rucksack who looks into the distance."""
    who = look(s)
    standing(s, x, y, size, who, face="back", pose=s.pick(["still", "arms", "walk"]))
    pack = s.palette.accent(1, 0.55, 0.16)
    s.fill(rect(x - size * 0.085, y - size * 0.76, size * 0.17, size * 0.26, size * 0.05), pack)
    s.fill(
        rect(x - size * 0.06, y - size * 0.62, size * 0.12, size * 0.09, size * 0.02),
        darker(pack, 0.2),
    )
    s.fill(
        rect(x - size * 0.1, y - size * 0.82, size * 0.2, size * 0.06, size * 0.03),
        lighter(pack, 0.4),
    )


def birds(s: Sheet, y: float) -> None:
    """A few birds far off around height y."""
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
