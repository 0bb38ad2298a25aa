"""Scene `market`: a market stall: awnings, crates, prices, the seller."""

from __future__ import annotations

from ...colour import Rgb, darker, lighter, mix
from ...faces import look
from ...light import glow_bulb, slant
from ...outline import (
    ellipse,
    leaf,
    line,
    rect,
    turned,
)
from ...people import bust
from ...sheet import Sheet
from ...surfaces import wall
from ...town import (
    awning,
    skyline,
)  # fmt: skip
from .dusk import dusk


def market(s: Sheet) -> None:
    """A market stall: awnings, crates, prices, the seller."""
    u = s.u
    lit = s.palette.mood.dark
    if lit:
        colours = dusk(s, s.h * 0.6)
        skyline(s, s.h * 0.6, s.h * 0.2, s.h * 0.4, mix(colours[-1], (10, 10, 40), 0.4), 0.4)
    else:
        wall(s, s.palette.key_tone(0.85, 0.05))
        for index in range(5):
            s.fill(
                rect(s.w * index * 0.22, s.h * 0.2, s.w * 0.18, s.h * 0.4, u),
                s.palette.accent(index, 0.7, 0.05),
                0.5,
            )
    s.blur(u * 0.9)
    counter = s.h * 0.56
    who = look(s, s.pick(["bun", "cap", "short", "bob"]))
    bust(s, s.w * s.between(0.4, 0.6), counter + u * 6, u * 44, who)
    if s.chance(0.6):
        bust(s, s.w * s.pick([0.16, 0.84]), counter + u * 6, u * 38)
    wood = s.palette(0.6, 0.08, 60)
    rows = 3
    for row in range(rows):
        y = counter + (s.h - counter) * row / rows
        h = (s.h - counter) / rows
        count = max(3, int(s.w / (u * (30 + row * 3))))
        w = s.w / count
        for column in range(count):
            _crate(s, w * column + u * 0.5, y, w - u, h, wood)
    for column in range(3):
        px = s.w * (0.18 + 0.32 * column) + s.between(-3, 3) * u
        py = counter + (s.h - counter) * s.pick([0.0, 0.333]) - u * 1
        tag = turned(
            rect(px - u * 5, py - u * 5, u * 10, u * 7, u * 0.6), s.between(-0.15, 0.15), px, py
        )
        s.fill(line(px, py, px, py + u * 5, u * 0.5), s.palette(0.8, 0.06, 75))
        s.fill(tag, s.palette(0.97, 0.03, 88))
        s.letter(
            s.pick(["3元", "5元", "8元", "甜", "鲜", "两斤", "10元"]),
            px,
            py - u * 1.6,
            u * 3.6,
            s.palette.light(0.5, 0.18, 27),
            serif=False,
        )
    awning(s, -u * 2, 0, s.w + u * 4, s.h * 0.12)
    for index in range(3):
        px = s.w * (0.2 + 0.3 * index)
        s.fill(line(px, s.h * 0.1, px, s.h * 0.22, u * 0.3), s.palette(0.2, 0.02, 60))
        glow_bulb(s, px, s.h * 0.235, u * 1.7)
    slant(s, 0.22) if not lit else s.glow(
        s.w * 0.5, s.h * 0.3, s.w * 0.7, s.palette.light(0.86, 0.12, 72), 0.4
    )


def _crate(s: Sheet, x: float, y: float, w: float, h: float, wood: Rgb) -> None:
    u = s.u
    s.fill(rect(x, y + h * 0.1, w, h * 0.9), darker(wood, 0.55))
    kind = s.pick(["round", "leaf", "long", "round", "round", "berry", "corn"])
    hue, light, chroma = s.pick(
        [
            (30, 0.58, 0.2),
            (62, 0.76, 0.17),
            (90, 0.84, 0.16),
            (140, 0.6, 0.15),
            (310, 0.42, 0.1),
            (15, 0.72, 0.13),
            (50, 0.7, 0.16),
        ]
    )
    for row in range(3):
        count = int(w / (u * 5.2))
        for index in range(count + 1):
            px = x + w * (index + 0.5 * (row % 2)) / count
            py = y + h * (0.12 + row * 0.15)
            if not x + u * 2 < px < x + w - u * 2:
                continue
            tone = s.palette(light + s.between(-0.05, 0.05), chroma, hue + s.between(-5, 5))
            if kind == "leaf":
                for turn in (-2.3, -1.57, -0.8):
                    s.fill(
                        leaf(px, py + u * 3, u * 8, u * 4, turn + s.between(-0.2, 0.2)),
                        s.palette(s.between(0.45, 0.7), 0.14, s.between(125, 145)),
                    )
            elif kind == "long":
                s.fill(
                    turned(ellipse(px, py, u * 1.7, u * 5.4), s.between(-0.3, 0.3), px, py), tone
                )
                s.fill(ellipse(px - u * 0.5, py - u * 1.4, u * 0.4, u * 1.8), (255, 255, 255), 0.4)
            elif kind == "berry":
                for _ in range(6):
                    s.fill(
                        ellipse(px + s.between(-2.6, 2.6) * u, py + s.between(-2, 2) * u, u * 1.3),
                        s.palette(light + s.between(-0.08, 0.08), chroma, hue),
                    )
            elif kind == "corn":
                s.fill(
                    turned(ellipse(px, py, u * 2, u * 5), 0.2, px, py), s.palette(0.84, 0.15, 90)
                )
                s.fill(
                    turned(ellipse(px - u * 1.2, py + u * 1.6, u * 1.4, u * 4.6), 0.4, px, py),
                    s.palette(0.65, 0.12, 130),
                )
            else:
                s.fade(
                    ellipse(px, py, u * 3.1),
                    lighter(tone, 0.2),
                    darker(tone, 0.2),
                    1,
                )
                s.fill(ellipse(px - u, py - u * 1.1, u * 0.7, u * 0.5), (255, 255, 255), 0.6)
    front = rect(x, y + h * 0.52, w, h * 0.48)
    s.fade(front, lighter(wood, 0.12), darker(wood, 0.12))
    for slat in (0.66, 0.84):
        s.fill(rect(x, y + h * slat, w, u * 0.6), darker(wood, 0.45))
    s.fill(rect(x, y + h * 0.52, w, u * 0.7), lighter(wood, 0.4), 0.8)
