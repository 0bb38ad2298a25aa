"""Clothes on a rail."""

from __future__ import annotations

from ...colour import darker
from ...light import leaf_shadow
from ...outline import (
    curve,
    line,
    local,
    path,
)
from ...people import cloth
from ...potted import potted
from ...sheet import Sheet
from ...surfaces import floor, wall
from .laid_out import straw_hat
from .things import sneaker


def clothes_rail(s: Sheet) -> None:
    """Garments on their hangers, shoes below."""
    u = s.u
    base = s.h * 0.84
    wall(s, s.palette.key_tone(0.9, 0.05))
    floor(s, base, s.palette(0.7, 0.06, 66))
    rail = s.h * 0.2
    iron = s.palette(0.25, 0.02, 60)
    for px in (0.1, 0.9):
        s.fill(line(s.w * px, rail, s.w * px, base + u * 4, u * 1.1), iron)
    s.fill(line(s.w * 0.06, rail, s.w * 0.94, rail, u * 1.1), iron)
    x = s.w * 0.15
    while x < s.w * 0.86:
        _hung(s, x, rail, u * s.between(36, 50))
        x += u * s.between(8, 11.5)
    for index in range(3):
        px = s.w * (0.28 + 0.22 * index)
        for shift in (0, 5):
            sneaker(s, px + shift * u, base + u * (6 + shift * 0.4), u * 15)
    potted(s, s.w * 0.93, base + u * 6, u * 40)
    straw_hat(s, s.w * 0.18, s.h * 0.1, u * 8)
    leaf_shadow(s, 0.18) if not s.palette.mood.dark else s.glow(
        s.w / 2, 0, s.h, s.palette.light(0.88, 0.1, 75), 0.4
    )


def _hung(s: Sheet, x: float, y: float, length: float) -> None:
    u = s.u
    tone = s.palette(
        s.between(0.4, 0.92),
        s.between(0.03, 0.12),
        s.pick([*s.palette.accents, s.palette.key, 70.0]),
    )
    s.fill(
        curve(
            *local(x, y, u, "0,-1.4 1.3,-2.2 1.2,0 0,2.4"),
            width=u * 0.5,
        ),
        s.palette(0.4, 0.03, 60),
    )
    w = u * s.between(9, 12)
    garment = path(
        (x - u * 1.5, y + u * 2.4),
        (x + u * 1.5, y + u * 2.4),
        (x + w * 0.75, y + u * 6),
        (x + w * s.between(0.7, 1.0), y + length),
        (x, y + length + u),
        (x - w * s.between(0.7, 1.0), y + length),
        (x - w * 0.75, y + u * 6),
    )
    s.shadow(garment, u * 0.8, u * 0.8, u, 0.3)
    cloth(s, garment, tone, s.pick(["plain", "plain", "stripes", "dots"]))
    s.fill(
        curve((x + w * 0.1, y + u * 8), (x + w * 0.2, y + length * 0.9), width=[u * 0.3, u * 0.9]),
        darker(tone, 0.3),
        0.5,
    )
