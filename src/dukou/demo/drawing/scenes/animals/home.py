"""The rooms that animals live in."""

from __future__ import annotations

from ...colour import lighter
from ...light import leaf_shadow, window_light
from ...outline import ellipse, rect
from ...sheet import Sheet
from ...surfaces import floor, wall


def room(s: Sheet) -> float:
    """Wall and floor; returns the height where they meet."""
    base = s.h * s.between(0.68, 0.76)
    wall(s, s.palette.key_tone(s.between(0.8, 0.93), 0.055))
    floor(s, base, s.palette(0.62, 0.07, 62))
    s.fill(rect(0, base - s.u * 2.4, s.w, s.u * 2.4), s.palette(0.95, 0.015, 80), 0.85)
    return base


def rug(s: Sheet, x: float, y: float, w: float) -> None:
    """A round rug, its middle at (x, y)."""
    tone = s.palette.accent(int(s.rng.integers(3)), 0.7, 0.1)
    s.shadow(ellipse(x, y, w, w * 0.2), 0, s.u, s.u, 0.3)
    s.fill(ellipse(x, y, w, w * 0.2), tone)
    for ring, shade in ((0.85, 0.35), (0.68, 0.0), (0.5, 0.45)):
        s.fill(ellipse(x, y, w * ring, w * ring * 0.2), lighter(tone, shade))


def light(s: Sheet) -> None:
    """Daylight through a window or leaves, or the lamp at night."""
    if s.palette.mood.dark:
        s.glow(
            s.w * s.between(0.2, 0.8),
            s.h * 0.2,
            max(s.w, s.h) * 0.9,
            s.palette.light(0.84, 0.11, 70),
            0.4,
        )
    elif s.chance(0.55):
        window_light(s, 0.36)
    else:
        leaf_shadow(s, 0.16)
