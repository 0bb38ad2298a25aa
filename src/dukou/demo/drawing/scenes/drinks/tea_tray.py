"""A teapot from above."""

from __future__ import annotations

from math import pi

from ...colour import darker, lighter
from ...outline import (
    arc,
    curve,
    ellipse,
    local,
    turned,
)
from ...sheet import Sheet
from .teapot import clay_tone


def teapot_above(s: Sheet, x: float, y: float, r: float) -> None:
    """A teapot from above, its spout along a chance direction."""
    clay, turn = clay_tone(s), s.between(-0.5, 0.5)
    spout = turned(
        curve(
            *local(x, y, r, ".7,0 1.25,-.06 1.55,0"),
            width=[r * 0.5, r * 0.28, r * 0.2],
        ),
        turn,
        x,
        y,
    )
    handle = turned(
        curve(
            *local(x, y, r, "-.85,-.1 -1.5,-.14 -1.55,.1 -.85,.1"),
            width=r * 0.16,
        ),
        turn,
        x,
        y,
    )
    s.shadow([ellipse(x, y, r), spout, handle], r * 0.1, r * 0.2, r * 0.14, 0.45)
    s.fill(handle, darker(clay, 0.2))
    s.fill(spout, darker(clay, 0.1))
    s.fade(ellipse(x, y, r), lighter(clay, 0.3), darker(clay, 0.25), pi / 3)
    s.fill(arc(x, y, r * 0.55, r * 0.55, 0, 2 * pi, r * 0.05), darker(clay, 0.35))
    s.fade(ellipse(x, y, r * 0.5), lighter(clay, 0.25), darker(clay, 0.1), pi / 3)
    s.fade(ellipse(x, y, r * 0.17), lighter(clay, 0.45), darker(clay, 0.2), pi / 3)
    s.fill(ellipse(x - r * 0.5, y - r * 0.5, r * 0.16, r * 0.08, -0.7), (255, 255, 255), 0.5)
