"""What several meals share: broth, a dip, a tangerine."""

from __future__ import annotations

from math import cos, pi, sin

from ...colour import Rgb, darker, mix
from ...outline import (
    Outline,
    arc,
    ellipse,
    leaf,
    star,
)
from ...sheet import Sheet
from ...tableware import (
    dish,
    scallions,
)  # fmt: skip


def pour_broth(s: Sheet, x: float, y: float, r: float, tone: Rgb, outline: Outline) -> None:
    """Hot broth with bubbles and rings of fat, filling the outline."""
    s.fade(outline, darker(tone, 0.18), mix(tone, (255, 220, 160), 0.12), pi / 3)
    for _ in range(46):
        angle, reach = s.between(0, 2 * pi), r * s.between(0, 0.95)
        size = s.u * s.between(0.5, 2.2)
        px, py = x + reach * cos(angle), y + reach * sin(angle)
        s.fill(ellipse(px, py, size), mix(tone, s.palette(0.85, 0.14, 70), 0.45), 0.4)
        s.fill(
            arc(px, py, size * 0.75, size * 0.75, pi, pi * 1.6, s.u * 0.18),
            s.palette(1, 0, 0),
            0.55,
        )


def dip(s: Sheet, x: float, y: float, r: float) -> None:
    """A small dish of dip with spring onion and sesame."""
    inner = dish(s, x, y, r * 0.72, depth=0.84)
    s.fade(ellipse(x, y, inner * 0.96), s.palette(0.36, 0.09, 45), s.palette(0.5, 0.11, 55), 1)
    scallions(s, x - inner * 0.2, y, inner * 0.55, 26)
    for _ in range(16):
        s.fill(
            ellipse(
                x + s.between(-0.6, 0.6) * inner,
                y + s.between(-0.6, 0.6) * inner,
                s.u * 0.4,
                s.u * 0.25,
                s.between(0, 3),
            ),
            s.palette(0.92, 0.05, 85),
        )


def tangerine(s: Sheet, x: float, y: float, r: float) -> None:
    """A tangerine with its leaf."""
    body = ellipse(x, y, r, r * 0.95)
    s.shadow(body, r * 0.15, r * 0.3, r * 0.2, 0.4)
    s.fade(body, s.palette(0.82, 0.16, 68), s.palette(0.62, 0.18, 48), pi / 3)
    s.fill(star(x, y, r * 0.16, tips=5), s.palette(0.5, 0.1, 130))
    s.fill(leaf(x, y, r * 0.9, r * 0.4, -0.6), s.palette(0.5, 0.12, 140))
