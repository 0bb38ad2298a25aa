"""Scene `bento`: a lunch box with its compartments."""

from __future__ import annotations

from math import pi

import numpy as np

from ...colour import darker, lighter
from ...light import daylight
from ...outline import (
    arc,
    curve,
    ellipse,
    local,
    path,
    rect,
    star,
    turned,
)
from ...sheet import Sheet
from ...surfaces import tabletop
from ...tableware import (
    chopsticks,
    fried_egg,
    greens,
    napkin,
)  # fmt: skip


def bento(s: Sheet) -> None:
    """A lunch box with its compartments."""
    c, u = s.palette, s.u
    tabletop(s)
    wide, tall = (u * 76, u * 58) if s.w >= s.h else (u * 64, u * 84)
    x, y = (s.w - wide) / 2 + s.between(-3, 3) * u, (s.h - tall) / 2 + s.between(-3, 3) * u
    turn = s.between(-0.16, 0.16)
    middle = (s.w / 2, s.h / 2)
    napkin(s, middle[0] + u * 8, middle[1] + u * 4, max(wide, tall) * 1.02, turn + 0.5)
    shell = s.pick([c(0.3, 0.03, 30), c(0.5, 0.15, 27), c.accent(1, 0.55, 0.1), c(0.72, 0.08, 70)])
    box = turned(rect(x, y, wide, tall, u * 7), turn, *middle)
    s.shadow(box, u * 1.5, u * 3, u * 2.4, 0.5)
    s.fade(box, lighter(shell, 0.2), shell, 1)
    inset = turned(
        rect(x + u * 2.4, y + u * 2.4, wide - u * 4.8, tall - u * 4.8, u * 5), turn, *middle
    )
    s.fill(inset, darker(shell, 0.45))
    gap = u * 1.4
    left, top, w, h = x + u * 3, y + u * 3, wide - u * 6, tall - u * 6
    split = s.between(0.46, 0.56)
    cells = [
        (left, top, w * split - gap, h),
        (left + w * split, top, w * (1 - split), h * 0.42),
        (left + w * split, top + h * 0.42 + gap, w * (1 - split), h * 0.58 - gap),
    ]
    if s.h > s.w:
        cells = [
            (left, top, w, h * split - gap),
            (left, top + h * split, w * 0.44, h * (1 - split)),
            (left + w * 0.44 + gap, top + h * split, w * 0.56 - gap, h * (1 - split)),
        ]
    for index, (cx, cy, cw, ch) in enumerate(cells):
        cell = turned(rect(cx, cy, cw, ch, u * 3.5), turn, *middle)
        with s.inside(cell):
            s.fill(cell, darker(shell, 0.3))
            centre = np.exp(1j * turn) * (
                complex(cx + cw / 2, cy + ch / 2) - complex(*middle)
            ) + complex(*middle)
            (_rice, _side_dishes, _main)[index](s, centre.real, centre.imag, cw, ch)
    chopsticks(s, s.w * 0.86, s.h * 0.9, u * 78, -pi / 2 + s.between(-0.25, 0.05))
    daylight(s)


def _rice(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    s.fill(ellipse(x, y, w * 0.8, h * 0.8), s.palette(0.93, 0.012, 90))
    for _ in range(420):
        px, py = x + s.between(-0.55, 0.55) * w, y + s.between(-0.55, 0.55) * h
        s.fill(
            ellipse(px, py, s.u * 0.85, s.u * 0.42, s.between(0, pi)),
            s.palette(s.between(0.9, 1.0), 0.012, 90),
        )
    if s.chance(0.6):
        fried_egg(s, x, y, min(w, h) * 0.4)
    else:
        s.fade(ellipse(x, y, s.u * 5), s.palette(0.55, 0.19, 22), s.palette(0.42, 0.17, 20), 1)
    for _ in range(46):
        s.fill(
            ellipse(
                x + s.between(-0.45, 0.45) * w,
                y + s.between(-0.45, 0.45) * h,
                s.u * 0.5,
                s.u * 0.3,
                s.between(0, 3),
            ),
            s.palette(0.15, 0.02, 60),
        )


def _side_dishes(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    greens(s, x - w * 0.28, y - h * 0.1, s.u * 9, 8)
    greens(s, x - w * 0.2, y + h * 0.3, s.u * 8, 8)
    for index in range(4):
        px, py = x + w * (0.12 + 0.2 * (index % 2)), y + h * (-0.22 + 0.36 * (index // 2))
        tomato = ellipse(px, py, s.u * 4.3)
        s.shadow(tomato, s.u * 0.4, s.u * 0.8, s.u * 0.6, 0.4)
        s.fade(tomato, s.palette(0.66, 0.2, 30), s.palette(0.5, 0.19, 25), 1)
        s.fill(star(px, py, s.u * 1.7, tips=5, inner=0.3), s.palette(0.5, 0.12, 140))
        s.fill(
            ellipse(px - s.u * 1.5, py - s.u * 1.6, s.u * 0.8, s.u * 0.5), s.palette(1, 0, 0), 0.7
        )


def _main(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    for index in range(3):
        py = y + h * (-0.28 + index * 0.28)
        roll = rect(x - w * 0.42, py - h * 0.12, w * 0.4, h * 0.24, s.u * 2.5)
        s.shadow(roll, s.u * 0.4, s.u * 0.8, s.u * 0.6, 0.4)
        s.fade(roll, s.palette(0.9, 0.13, 90), s.palette(0.78, 0.14, 80), pi / 2)
        for layer in (0.25, 0.55):
            s.fill(
                arc(
                    x - w * 0.22,
                    py,
                    w * 0.2 * layer * 1.6,
                    h * 0.12 * layer * 1.5,
                    0,
                    2 * pi,
                    s.u * 0.4,
                ),
                s.palette(0.68, 0.13, 70),
                0.8,
            )
    salmon = path(*local(x, y, w, ".05,-.42 .42,-.36 .44,.3 .2,.42 .04,.3", tall=h))
    s.shadow(salmon, s.u * 0.5, s.u, s.u * 0.8, 0.4)
    s.fade(salmon, s.palette(0.74, 0.15, 45), s.palette(0.6, 0.16, 38), 1)
    for index in range(5):
        py = y - h * 0.3 + index * h * 0.14
        s.fill(
            curve(
                *local(x, py, w, ".07,0 .25,.05 .41,0", tall=h),
                width=s.u * 0.55,
            ),
            s.palette(0.92, 0.05, 60),
            0.8,
        )
