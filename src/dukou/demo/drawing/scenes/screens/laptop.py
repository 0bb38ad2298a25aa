"""Scene `laptop`: a laptop from above on a table, its keys, a cup, notes."""

from __future__ import annotations

from math import pi

from ...cats import cat_curled
from ...colour import darker, lighter
from ...light import daylight
from ...outline import (
    arc,
    ellipse,
    polygon,
    rect,
    turned,
    turning,
)
from ...people import bust
from ...sheet import Sheet
from ...surfaces import tabletop
from ...tableware import cup_above


def laptop(s: Sheet) -> None:
    """A laptop from above on a table, its keys, a cup, notes."""
    u = s.u
    tabletop(s)
    x, y, turn = s.w * s.between(0.46, 0.54), s.h * s.between(0.5, 0.56), s.between(-0.2, 0.2)
    w, h = u * 74, u * 50
    metal = s.pick(
        [
            s.palette(0.88, 0.01, 250),
            s.palette(0.35, 0.02, 260),
            s.palette(0.9, 0.04, 60),
            s.palette(0.8, 0.05, 220),
        ]
    )
    place = turning(turn, x, y)
    deck = place(rect(x - w / 2, y, w, h, u * 2))
    lid = place(
        polygon(
            (x - w / 2, y),
            (x + w / 2, y),
            (x + w / 2 + u * 2, y - h * 0.86),
            (x - w / 2 - u * 2, y - h * 0.86),
        )
    )
    s.shadow([deck, lid], u, u * 2, u * 2, 0.45)
    s.fade(lid, darker(metal, 0.55), darker(metal, 0.4), turn)
    screen = place(
        polygon(
            (x - w / 2 + u * 2, y - u * 2),
            (x + w / 2 - u * 2, y - u * 2),
            (x + w / 2, y - h * 0.83),
            (x - w / 2, y - h * 0.83),
        )
    )
    with s.inside(screen):
        _screen(s, x, y - h * 0.44, w, h * 0.84)
    s.fade(deck, lighter(metal, 0.2), metal, turn + pi / 2)
    keys = darker(metal, 0.6 if sum(metal) > 400 else 0.3)
    for row in range(5):
        for column in range(13):
            kx, ky = x - w * 0.43 + column * w * 0.067, y + h * 0.09 + row * h * 0.1
            if row == 4 and 3 < column < 9:
                continue
            s.fill(place(rect(kx, ky, w * 0.057, h * 0.082, u * 0.5)), keys)
    s.fill(place(rect(x - w * 0.16, y + h * 0.49, w * 0.33, h * 0.08, u * 0.5)), keys)
    s.fade(
        place(rect(x - w * 0.15, y + h * 0.66, w * 0.3, h * 0.27, u)),
        darker(metal, 0.1),
        darker(metal, 0.04),
        1,
    )
    cup_above(
        s, s.w * s.pick([0.1, 0.9]), s.h * s.pick([0.12, 0.86]), u * 11, s.palette(0.4, 0.08, 50)
    )
    for index in range(2):
        note = turned(
            rect(s.w * (0.08 + 0.72 * index), s.h * (0.88 - 0.8 * index), u * 15, u * 15),
            s.between(-0.3, 0.3),
            s.w * 0.5,
            s.h * 0.5,
        )
        s.shadow(note, u * 0.5, u, u, 0.3)
        s.fill(note, s.palette(0.9, 0.11, s.pick([95.0, 10.0, 150.0])))
    if s.chance(0.5):
        mouse = ellipse(x + w * 0.66, y + h * 0.5, u * 5, u * 8, turn)
        s.shadow(mouse, u * 0.6, u, u, 0.4)
        s.fade(mouse, s.palette(0.98, 0.005, 250), s.palette(0.85, 0.01, 250), 1)
    if s.chance(0.4):
        cat_curled(s, s.w * 0.8, s.h * 0.9, u * 40)
    daylight(s)


def _screen(s: Sheet, x: float, y: float, w: float, h: float) -> None:
    u = s.u
    kind = s.pick(["code", "chart", "page", "call"])
    box = rect(x - w * 0.6, y - h * 0.6, w * 1.2, h * 1.2)
    if kind == "code":
        s.fade(box, s.palette.light(0.3, 0.05, 265), s.palette.light(0.2, 0.04, 270))
        for row in range(11):
            at = x - w * 0.42 + s.pick([0, 0, 1, 2]) * u * 3.4
            for _ in range(s.pick([1, 2, 3, 4])):
                run = u * s.between(3, 10)
                s.fill(
                    rect(at, y - h * 0.4 + row * h * 0.075, run, u * 1.4, u * 0.7),
                    s.palette.light(0.78, 0.13, s.pick([30.0, 90.0, 150.0, 220.0, 300.0])),
                )
                at += run + u * 1.6
    elif kind == "chart":
        s.fill(box, s.palette.light(0.98, 0.005, 240))
        for index in range(8):
            tall = h * s.between(0.12, 0.62)
            s.fill(
                rect(
                    x - w * 0.4 + index * w * 0.065, y + h * 0.38 - tall, w * 0.045, tall, u * 0.5
                ),
                s.palette.accent(index, 0.65, 0.14),
            )
        s.fill(
            arc(x + w * 0.3, y, w * 0.09, w * 0.09, 0, 4.2, u * 4), s.palette.accent(0, 0.6, 0.15)
        )
        s.fill(
            arc(x + w * 0.3, y, w * 0.09, w * 0.09, 4.4, 6.1, u * 4), s.palette.accent(1, 0.7, 0.12)
        )
    elif kind == "page":
        s.fill(box, s.palette.light(0.97, 0.01, 85))
        for column in range(4):
            for row in range(2):
                px, py = x - w * 0.42 + column * w * 0.22, y - h * 0.34 + row * h * 0.42
                tall = h * s.between(0.24, 0.34)
                s.fade(
                    rect(px, py, w * 0.19, tall, u),
                    s.palette.accent(column + row, 0.85, 0.08),
                    s.palette.accent(column + row + 1, 0.65, 0.11),
                )
                s.fill(
                    ellipse(px + w * 0.1, py + tall * 0.5, w * 0.04),
                    s.palette.light(0.97, 0.03, 85),
                )
                s.fill(rect(px, py + tall + u * 0.8, w * 0.13, u), s.palette.light(0.4, 0.01, 260))
    else:
        for column in range(2):
            cell = rect(x - w * 0.46 + column * w * 0.47, y - h * 0.42, w * 0.44, h * 0.8, u * 1.4)
            s.fade(cell, s.palette.accent(column, 0.8, 0.08), s.palette.accent(column, 0.6, 0.1))
            with s.inside(cell, spill=u * 4):
                bust(s, x - w * 0.24 + column * w * 0.47, y + h * 0.4, h * 0.66)
