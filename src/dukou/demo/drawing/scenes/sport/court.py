"""The sky over a court."""

from __future__ import annotations

from ...colour import Rgb
from ...sheet import Sheet
from ...sky import clouds, sky, stars


def court_sky(s: Sheet) -> list[Rgb]:
    """The sky over a court; returns its colours."""
    colours = sky(s, s.h * 0.66)
    if s.palette.mood.dark:
        stars(s, s.h * 0.5, 60)
    else:
        clouds(s, colours, s.h * 0.4, 2)
    return colours
