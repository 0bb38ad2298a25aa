"""A teapot from the side, and the clay that pots are made of."""

from __future__ import annotations

from math import pi

from ...colour import Rgb, darker, lighter
from ...outline import (
    arc,
    curve,
    ellipse,
    leaf,
    local,
    path,
)
from ...sheet import Sheet


def clay_tone(s: Sheet) -> Rgb:
    """A glaze or clay for a pot."""
    return s.pick(
        [
            s.palette(0.48, 0.09, 38),
            s.palette(0.9, 0.03, 160),
            s.palette(0.94, 0.015, 85),
            s.palette(0.35, 0.04, 50),
        ]
    )


def teapot(s: Sheet, x: float, y: float, size: float) -> None:
    """A teapot standing at (x, y)."""
    clay = clay_tone(s)
    s.shadow(ellipse(x, y, size * 0.5, size * 0.08), 0, 0, size * 0.05, 0.45)
    s.fill(
        curve(
            *local(x, y, size, ".34,-.2 .55,-.34 .68,-.56"),
            width=[size * 0.16, size * 0.09, size * 0.07],
        ),
        darker(clay, 0.08),
    )
    s.fill(
        arc(
            x - size * 0.4,
            y - size * 0.34,
            size * 0.2,
            size * 0.19,
            pi * 0.5,
            pi * 1.5,
            size * 0.065,
        ),
        darker(clay, 0.16),
    )
    body = path(*local(x, y, size, "-.28,-.58 .28,-.58 .46,-.3 .3,-.02 -.3,-.02 -.46,-.3"))
    s.fade(body, lighter(clay, 0.22), darker(clay, 0.25), 0.3)
    s.spray(body, darker(clay, 0.6), 0.5, 0.4, 0.5)
    s.fill(
        path(*local(x, y, size, "-.28,-.57 0,-.7 .28,-.57 0,-.53")),
        lighter(clay, 0.12),
    )
    s.fill(ellipse(x, y - size * 0.71, size * 0.06), darker(clay, 0.1))
    for turn in (-0.5, -1.2):
        s.fill(
            leaf(x - size * 0.1, y - size * 0.2, size * 0.22, size * 0.06, turn),
            lighter(clay, 0.5),
            0.6,
        )
