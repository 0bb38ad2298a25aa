"""Scene `noodles`: a big bowl of noodles with what belongs on top."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...colour import mix
from ...light import daylight, steam
from ...outline import (
    arc,
    ellipse,
    line,
    local,
    path,
    rect,
    turned,
)
from ...sheet import Sheet
from ...surfaces import tabletop
from ...tableware import (
    chilli,
    chopsticks,
    dish,
    egg_half,
    greens,
    napkin,
    scallions,
    spoon,
)  # fmt: skip
from .sides import dip, pour_broth


def noodles(s: Sheet) -> None:
    """A big bowl of noodles with what belongs on top."""
    c, u = s.palette, s.u
    tabletop(s)
    x, y, r = s.w * s.between(0.44, 0.56), s.h * s.between(0.46, 0.56), u * s.between(36, 41)
    if s.chance(0.6):
        side = s.pick([-1, 1])
        dip(s, x + side * r * 0.95, y - r * 1.12, u * 15)
    if s.chance(0.5):
        napkin(s, x - r * 0.9, y + r * 1.0, u * 34, s.between(-0.5, 0.5))
    inner = dish(s, x, y, r, depth=0.83)
    hot = s.chance(0.55)
    soup = (
        c(0.46, 0.17, 34)
        if hot
        else s.pick([c(0.78, 0.09, 75), c(0.5, 0.08, 50), c(0.88, 0.05, 85)])
    )
    bowl = ellipse(x, y, inner * 0.97)
    with s.inside(bowl):
        pour_broth(s, x, y, inner, soup, bowl)
        _tangle(s, x, y + inner * 0.05, inner)
        _toppings(s, x, y, inner, hot)
    s.fill(
        arc(x, y, inner * 0.97, inner * 0.97, pi * 1.02, pi * 1.6, u * 0.7), c(0.2, 0.05, 40), 0.35
    )
    chopsticks(s, x + r * 0.45, y - r * 0.1, u * 70, s.between(-0.8, -0.3))
    if s.chance(0.5):
        spoon(s, x - r * 0.5, y + r * 0.6, u * 7, s.between(2.0, 2.6))
    daylight(s)
    steam(s, x, y - u * 4, u * 50, 0.55, 4)


def _tangle(s: Sheet, x: float, y: float, r: float) -> None:
    base = s.palette(0.86, 0.085, 82)
    for index in range(76):
        tone = mix(base, s.pick([(255, 255, 255), s.palette(0.6, 0.1, 65)]), s.between(0, 0.34))
        angle = s.between(0, 2 * pi)
        cx, cy = x + s.between(-0.36, 0.36) * r, y + s.between(-0.36, 0.36) * r
        rx, ry = r * s.between(0.22, 0.66), r * s.between(0.16, 0.56)
        turn = s.between(0, pi)
        strand = turned(
            arc(cx, cy, rx, ry, angle, angle + s.between(1.6, 3.6), s.u * 1.25), turn, cx, cy
        )
        if index % 2:
            s.fill(strand + complex(0, s.u * 0.45), s.palette(0.45, 0.1, 55), 0.35)
        s.fill(strand, tone)


def _toppings(s: Sheet, x: float, y: float, r: float, hot: bool) -> None:
    kinds = ["egg", "greens", "beef", "nori", "corn", "shrimp"]
    s.rng.shuffle(kinds)
    start = s.between(0, 2 * pi)
    for index, kind in enumerate(kinds[: s.pick([4, 5])]):
        angle = start + 2 * pi * index / 5 + s.between(-0.2, 0.2)
        px, py = x + r * 0.52 * cos(angle), y + r * 0.52 * sin(angle)
        if kind == "egg":
            egg_half(s, px, py, r * 0.27, angle)
            egg_half(
                s,
                px + r * 0.3 * cos(angle + 1.7),
                py + r * 0.3 * sin(angle + 1.7),
                r * 0.25,
                angle + 0.5,
            )
        elif kind == "greens":
            greens(s, px, py, r * 0.4, 8)
        elif kind == "beef":
            for slice_ in range(5):
                piece = (
                    turned(
                        path(*local(px, py, r, "-.26,0 0,-.15 .27,0 0,.15")),
                        angle,
                        px,
                        py,
                    )
                    + slice_ * r * 0.11 * np.exp(1j * (angle + pi / 2))
                    - r * 0.2 * np.exp(1j * (angle + pi / 2))
                )
                s.shadow(piece, s.u * 0.4, s.u * 0.7, s.u * 0.5, 0.35)
                s.fade(piece, s.palette(0.55, 0.1, 35), s.palette(0.38, 0.1, 30), angle)
                s.fill(
                    turned(line(px - r * 0.1, py, px + r * 0.12, py, r * 0.02), angle, px, py)
                    + slice_ * r * 0.11 * np.exp(1j * (angle + pi / 2))
                    - r * 0.2 * np.exp(1j * (angle + pi / 2)),
                    s.palette(0.85, 0.05, 50),
                    0.6,
                )
        elif kind == "nori":
            for sheet in (0, 1):
                nori = turned(
                    rect(px - r * 0.2, py - r * 0.3, r * 0.4, r * 0.55, 3),
                    angle + sheet * 0.3,
                    px,
                    py,
                )
                s.shadow(nori, s.u * 0.4, s.u * 0.7, s.u * 0.5, 0.35)
                s.fade(nori, s.palette(0.3, 0.05, 160), s.palette(0.2, 0.04, 170), 1)
        elif kind == "corn":
            for _ in range(34):
                s.fill(
                    ellipse(
                        px + s.rng.normal(0, r * 0.11),
                        py + s.rng.normal(0, r * 0.11),
                        s.u * 0.95,
                        s.u * 0.75,
                        s.between(0, 3),
                    ),
                    s.palette(s.between(0.78, 0.88), 0.16, 88),
                )
        else:
            for prawn in (0, 1, 2):
                qx, qy = px + prawn * r * 0.16 - r * 0.16, py + s.between(-1, 1) * r * 0.06
                s.fill(
                    arc(qx, qy, r * 0.13, r * 0.13, angle, angle + 4.2, r * 0.12),
                    s.palette(0.75, 0.14, 40),
                )
                for band in range(4):
                    a = angle + 0.5 + band
                    s.fill(
                        line(
                            qx + r * 0.08 * cos(a),
                            qy + r * 0.08 * sin(a),
                            qx + r * 0.18 * cos(a),
                            qy + r * 0.18 * sin(a),
                            s.u * 0.4,
                        ),
                        s.palette(0.95, 0.03, 60),
                        0.8,
                    )
    scallions(s, x, y, r * 0.6, 40)
    if hot:
        for _ in range(8):
            chilli(
                s,
                x + s.between(-0.6, 0.6) * r,
                y + s.between(-0.6, 0.6) * r,
                s.u * s.between(3, 5),
                s.between(0, 6),
            )
