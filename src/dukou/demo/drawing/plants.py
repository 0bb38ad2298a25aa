"""What grows outside: trees, firs, grass."""

from __future__ import annotations

from .colour import Rgb, darker, lighter, mix
from .outline import blob, curve, ellipse, leaf, local, polygon, rect
from .sheet import Sheet


def tree(s: Sheet, x: float, y: float, size: float, hue: float = 140.0, light: float = 0.5) -> None:
    """A round-crowned tree standing at (x, y)."""
    trunk = s.palette(0.35, 0.05, 50)
    s.shadow(ellipse(x, y, size * 0.35, size * 0.05), size * 0.1, 0, size * 0.04, 0.35)
    s.fill(
        curve(
            *local(x, y, size, "0,0 .02,-.3 0,-.6"),
            width=[size * 0.09, size * 0.05],
        ),
        trunk,
    )
    for side in (-1, 1):
        s.fill(
            curve(
                (x, y - size * 0.35),
                (x + side * size * 0.16, y - size * 0.58),
                width=[size * 0.04, size * 0.02],
            ),
            trunk,
        )
    crown = [
        (0, -0.68, 0.3),
        (-0.22, -0.55, 0.22),
        (0.22, -0.56, 0.23),
        (-0.1, -0.82, 0.2),
        (0.13, -0.84, 0.19),
    ]
    for dx, dy, radius in crown:
        mass = blob(x + dx * size, y + dy * size, radius * size, s.rng, rough=0.1, knots=11)
        tone = s.palette(light + s.between(-0.05, 0.05), 0.1, hue + s.between(-8, 8))
        s.fade(mass, mix(tone, (255, 255, 210), 0.2), darker(tone, 0.22), 1.2)
        s.spray(mass, s.palette(light - 0.22, 0.08, hue + 20), 0.9, 0.5, 0.55)
    for _ in range(26):
        dx, dy, radius = crown[int(s.rng.integers(len(crown)))]
        px, py = (
            x + (dx + s.between(-1, 1) * radius) * size,
            y + (dy + s.between(-1, 0.6) * radius) * size,
        )
        s.fill(
            leaf(px, py, size * 0.035, size * 0.02, s.between(0, 6)),
            s.palette(light + 0.16, 0.11, hue - 10),
            0.8,
        )


def pine(s: Sheet, x: float, y: float, size: float, tone: Rgb, snow: bool = False) -> None:
    """A fir standing at (x, y)."""
    s.fill(
        rect(x - size * 0.03, y - size * 0.15, size * 0.06, size * 0.15), s.palette(0.32, 0.04, 50)
    )
    for tier in range(4):
        wide, foot = size * (0.28 - tier * 0.055), y - size * (0.08 + tier * 0.2)
        edge = [
            (x - wide, foot),
            (x - wide * 0.45, foot - size * 0.03),
            (x, foot + size * 0.015),
            (x + wide * 0.45, foot - size * 0.03),
            (x + wide, foot),
            (x, foot - size * 0.34),
        ]
        s.fill(polygon(*edge), lighter(tone, 0.04 * tier))
        s.fill(
            polygon(*local(x, foot, wide, "0,.015 .45,-.03 1,0 0,-.34", tall=size)),
            darker(tone, 0.25),
            0.45,
        )
        if snow:
            s.fill(
                polygon(*local(x, foot, wide, "-.6,-.12 0,-.34 .35,-.2 0,-.15", tall=size)),
                s.palette(0.98, 0.01, 230),
                0.95,
            )


def grass(
    s: Sheet, y: float, height: float, count: int, hue: float = 135.0, light: float = 0.5
) -> None:
    """Blades of grass along the height y."""
    for _ in range(count):
        x, length, lean = s.between(-10, s.w), height * s.between(0.4, 1), s.between(-0.4, 0.4)
        tone = s.palette(light + s.between(-0.12, 0.12), 0.1, hue + s.between(-14, 14))
        s.fill(
            curve(
                (x, y),
                (x + lean * length * 0.3, y - length * 0.6),
                (x + lean * length, y - length),
                width=[s.u * 0.7, s.u * 0.08],
            ),
            tone,
        )
