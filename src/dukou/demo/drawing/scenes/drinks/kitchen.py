"""Scene `kitchen`: a kitchen at work: the stove, pans on the wall, a board with things to cut."""

from __future__ import annotations

from math import cos, pi, sin

from ...colour import darker, lighter
from ...faces import look
from ...light import daylight, slant, steam
from ...outline import (
    blob,
    curve,
    ellipse,
    leaf,
    line,
    local,
    path,
    rect,
    stroke,
    turned,
)
from ...people import bust
from ...potted import potted
from ...sheet import Sheet
from ...surfaces import tabletop, tiles
from ...tableware import dish, fried_egg, greens
from ...window import window
from .counter import lay_counter


def kitchen(s: Sheet) -> None:
    """A kitchen at work: the stove, pans on the wall, a board with things to cut."""
    u = s.u
    if s.chance(0.4):
        _chopping(s)
        return
    tiles(s)
    s.fill(s.whole, s.palette.key_tone(0.85, 0.05), 0.25)
    window(s, s.w * 0.32, s.h * 0.08, s.w * 0.36, s.h * 0.24)
    for side in (-1, 1):
        left = 0 if side < 0 else s.w * 0.76
        tone = s.palette.accent(1, 0.6, 0.08)
        s.shadow(rect(left, -10, s.w * 0.24, s.h * 0.28), 0, u, u, 0.35)
        s.fill(rect(left, -10, s.w * 0.24, s.h * 0.28, u), tone)
        s.fill(
            rect(left + u * 2, u * 2, s.w * 0.24 - u * 4, s.h * 0.24, u),
            lighter(tone, 0.15),
        )
        s.fill(
            ellipse(left + (s.w * 0.21 if side < 0 else s.w * 0.03), s.h * 0.24, u),
            s.palette(0.8, 0.1, 85),
        )
    rail = s.h * 0.4
    s.fill(line(s.w * 0.05, rail, s.w * 0.95, rail, u * 0.8), s.palette(0.35, 0.02, 60))
    for index in range(6):
        _hanging(s, s.w * (0.1 + 0.16 * index), rail, u * s.between(10, 14), index)
    counter = s.h * 0.68
    who = s.chance(0.45)
    if who:
        bust(s, s.w * s.pick([0.16, 0.85]), counter + u * 4, u * 52, look(s, "bun"), face="down")
    lay_counter(s, counter, s.palette(0.9, 0.02, 80))
    cab = s.palette.accent(1, 0.55, 0.09)
    s.fill(rect(0, counter + u * 7, s.w, s.h), cab)
    for index in range(4):
        s.fill(
            rect(s.w * index / 4 + u, counter + u * 9, s.w / 4 - u * 2, s.h, u),
            lighter(cab, 0.15),
        )
        s.fill(
            rect(s.w * (index + 0.5) / 4 - u * 3, counter + u * 12, u * 6, u, u * 0.5),
            s.palette(0.8, 0.1, 85),
        )
    x = s.w * s.between(0.42, 0.58)
    s.fill(rect(x - u * 22, counter - u * 1, u * 44, u * 3, u), s.palette(0.25, 0.01, 260))
    for index in range(9):
        px = x + (index - 4) * u * 2.6
        s.fill(
            path(
                (px - u * 1.2, counter - u * 0.5),
                (px, counter - u * s.between(4, 6)),
                (px + u * 1.2, counter - u * 0.5),
            ),
            s.palette.light(0.68, 0.15, s.pick([250.0, 60.0, 245.0])),
            0.9,
        )
    _wok(s, x, counter - u * 4, u * 38)
    for index in range(3):
        px = s.w * (0.05 + 0.07 * index) if not who else s.w * (0.06 + 0.05 * index)
        jar = s.palette.accent(index, 0.75, 0.1)
        s.fade(
            rect(px - u * 3, counter - u * s.between(8, 12), u * 6, u * 13, u),
            lighter(jar, 0.3),
            jar,
            0.0,
        )
    potted(s, s.w * 0.93, counter + u * 3, u * 24)
    steam(s, x, counter - u * 14, u * 60, 0.55, 5)
    slant(s, 0.2) if not s.palette.mood.dark else s.glow(
        s.w / 2, s.h * 0.1, s.h * 0.8, s.palette.light(0.88, 0.1, 75), 0.45
    )


def _hanging(s: Sheet, x: float, y: float, size: float, index: int) -> None:
    steel, dark = s.palette(0.75, 0.02, 250), s.palette(0.25, 0.02, 250)
    s.fill(line(x, y, x, y + size * 0.5, s.u * 0.7), s.palette(0.5, 0.07, 55))
    if index % 3 == 0:
        s.fade(ellipse(x, y + size, size * 0.5), dark, lighter(dark, 0.25), 1)
        s.fill(ellipse(x, y + size, size * 0.36), darker(dark, 0.3))
    elif index % 3 == 1:
        s.fill(line(x, y + size * 0.5, x, y + size * 1.1, s.u * 0.8), steel)
        s.fade(
            ellipse(x, y + size * 1.3, size * 0.24, size * 0.32),
            steel,
            darker(steel, 0.3),
            1,
        )
    else:
        for turn in (-0.5, -0.2, 0.1, 0.4):
            s.fill(
                curve(
                    (x, y + size * 0.3),
                    (x + turn * size * 0.5, y + size * 0.8),
                    (x + turn * size * 0.3, y + size * 1.3),
                    width=[size * 0.1, size * 0.16, size * 0.03],
                ),
                s.palette(0.5, 0.19, 28),
            )


def _wok(s: Sheet, x: float, y: float, size: float) -> None:
    iron = s.palette(0.24, 0.01, 260)
    s.fill(
        line(x + size * 0.4, y - size * 0.24, x + size * 0.92, y - size * 0.42, size * 0.07),
        s.palette(0.5, 0.08, 50),
    )
    for _ in range(34):
        a, reach = s.between(pi, 2 * pi), s.between(0.1, 1.0)
        px, py = x + size * 0.42 * reach * cos(a), y - size * 0.26 + size * 0.36 * reach * sin(a)
        kind = s.pick(["green", "red", "egg", "meat"])
        tone = {
            "green": s.palette(0.58, 0.15, 138),
            "red": s.palette(0.55, 0.2, 28),
            "egg": s.palette(0.85, 0.14, 88),
            "meat": s.palette(0.55, 0.1, 45),
        }[kind]
        s.fill(blob(px, py, size * s.between(0.03, 0.06), s.rng, rough=0.3, knots=6), tone)
    bowl = path(*local(x, y, size, "-.5,-.28 0,-.2 .5,-.28 .34,-.04 0,.05 -.34,-.04"))
    s.fade(bowl, lighter(iron, 0.22), iron, 0.2)
    s.glow(x, y + size * 0.05, size * 0.5, s.palette.light(0.75, 0.17, 50), 0.4)


def _chopping(s: Sheet) -> None:
    u = s.u
    tabletop(s)
    x, y = s.w * 0.5, s.h * 0.52
    board = turned(rect(x - u * 40, y - u * 28, u * 80, u * 56, u * 5), s.between(-0.2, 0.2), x, y)
    oak = s.palette(0.76, 0.08, 68)
    s.shadow(board, u, u * 2.4, u * 2, 0.45)
    s.fade(board, lighter(oak, 0.15), darker(oak, 0.1), 1)
    with s.inside(board):
        for index in range(12):
            py = y - u * 30 + index * u * 5.5
            s.fill(
                curve(
                    (x - u * 46, py),
                    (x, py + s.between(-1.5, 1.5) * u),
                    (x + u * 46, py),
                    width=u * 0.35,
                ),
                darker(oak, 0.25),
                0.5,
            )
    for index in range(9):
        px, py = x - u * 30 + index * u * 3.6, y + s.between(-1, 1) * u + u * 8
        s.shadow(ellipse(px, py, u * 4.4), u * 0.3, u * 0.7, u * 0.5, 0.35)
        s.fill(ellipse(px, py, u * 4.4, u * 4.8), s.palette(0.62, 0.2, 30))
        s.fill(ellipse(px, py, u * 3.6, u * 4), s.palette(0.72, 0.16, 32))
    for index in range(3):
        greens(s, x + u * (14 + index * 9), y - u * 12, u * 11, 6)
    for _ in range(26):
        s.fill(
            ellipse(
                x + s.rng.normal(-18, 6) * u,
                y - u * 12 + s.rng.normal(0, 4) * u,
                u * 1.2,
                u * 0.9,
                s.between(0, 3),
            ),
            s.palette(s.between(0.6, 0.75), 0.14, 135),
        )
    blade = turned(
        path(*local(x, y, u, "2,16 38,14 38,24 4,25")),
        -0.25,
        x + u * 20,
        y + u * 18,
    )
    s.shadow(blade, u * 0.6, u * 1.4, u, 0.45)
    s.fade(blade, s.palette(0.92, 0.01, 240), s.palette(0.68, 0.015, 240), 0.8)
    s.fill(
        turned(rect(x + u * 38, y + u * 14.5, u * 22, u * 6, u * 2), -0.25, x + u * 20, y + u * 18),
        s.palette(0.35, 0.06, 40),
    )
    fried_egg(s, s.w * 0.16, s.h * 0.14, u * 13)
    for index in range(3):
        s.fade(
            ellipse(
                s.w * 0.86 + (index - 1) * u * 8, s.h * 0.12 + (index % 2) * u * 7, u * 5.6, u * 5.2
            ),
            s.palette(0.9, 0.04, 80),
            s.palette(0.75, 0.08, 60),
            1,
        )
    dish(s, s.w * 0.86, s.h * 0.9, u * 14)
    s.fill(
        stroke([complex(s.w * 0.1, s.h * 0.88), complex(s.w * 0.26, s.h * 0.9)], [u * 6, u * 3]),
        s.palette(0.72, 0.17, 55),
    )
    s.fill(leaf(s.w * 0.09, s.h * 0.88, u * 12, u * 4, pi + 0.3), s.palette(0.55, 0.13, 138))
    daylight(s)
