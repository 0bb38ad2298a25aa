"""Scene `hotpot`: a two-sided hotpot, its plates around it."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...colour import darker, lighter
from ...light import daylight, lamp_pool, steam
from ...outline import (
    Outline,
    arc,
    curve,
    ellipse,
    line,
    local,
    stroke,
    turned,
)
from ...sheet import Sheet
from ...surfaces import tabletop, wood
from ...tableware import (
    chilli,
    chopsticks,
)  # fmt: skip
from .hotpot_plates import beef_rolls, fish_balls, leafy, lotus, mushrooms, tofu
from .sides import dip, pour_broth


def hotpot(s: Sheet) -> None:
    """A two-sided hotpot, its plates around it."""
    c, u = s.palette, s.u
    s.pick([tabletop, lambda sheet: wood(sheet, 0.32), tabletop])(s)
    x, y, r = s.w * s.between(0.42, 0.58), s.h * s.between(0.44, 0.54), u * s.between(33, 38)
    start = s.between(0, 2 * pi)
    plates = [beef_rolls, leafy, lotus, tofu, mushrooms, fish_balls, dip]
    s.rng.shuffle(plates)
    for index, plate in enumerate(plates[:7]):
        angle = start + 2 * pi * index / 7
        reach = r * 1.52 * (1.14 if abs(sin(angle)) > 0.6 and s.h > s.w else 1.0)
        plate(s, x + reach * cos(angle), y + reach * sin(angle) * 1.08, u * s.between(14.5, 17))
    steel = c(0.72, 0.015, 250)
    for side in (0, pi):
        turn = start + side
        s.fill(
            arc(
                x + r * 1.02 * cos(turn),
                y + r * 1.02 * sin(turn),
                u * 5,
                u * 5,
                turn - 1.4,
                turn + 1.4,
                u * 2,
            ),
            darker(steel, 0.3),
        )
    s.shadow(ellipse(x, y, r), u * 2, u * 4, u * 4, 0.55)
    s.fade(ellipse(x, y, r), lighter(steel, 0.5), darker(steel, 0.4), pi / 3)
    s.fill(ellipse(x, y, r * 0.93), darker(steel, 0.55))
    broth = r * 0.91
    red, white = c(0.47, 0.18, 32), c(0.9, 0.05, 85)
    if s.chance(0.25):
        pour_broth(s, x, y, broth, red, ellipse(x, y, broth))
        _red_things(s, x, y, broth, 60)
        for offset in (-0.33, 0.33):
            for quarter in (0.0, pi / 2):
                a = turned(
                    line(x - broth, y + offset * broth, x + broth, y + offset * broth, u * 1.2),
                    quarter + 0.4,
                    x,
                    y,
                )
                s.fill(a, darker(steel, 0.1))
    else:
        turn = s.between(0, 2 * pi)
        pour_broth(s, x, y, broth, red, ellipse(x, y, broth))
        half = _yin(x, y, broth, turn)
        with s.inside(half):
            pour_broth(s, x, y, broth, white, ellipse(x, y, broth))
            _white_things(s, x, y, broth)
        side = turn + pi
        with s.inside(ellipse(x, y, broth)):
            _red_things(
                s, x + broth * 0.5 * cos(side), y + broth * 0.5 * sin(side), broth * 0.6, 34
            )
        edge = np.array(half[: len(half) // 2 + 1])
        s.fill(stroke(edge, u * 1.5), lighter(steel, 0.2))
        s.fill(stroke(edge + complex(0, u * 0.5), u * 0.5), darker(steel, 0.35))
    chopsticks(s, x + r * 0.35, y + r * 0.3, u * 62, s.between(0.5, 1.1))
    daylight(s)
    if s.chance(0.5):
        lamp_pool(s, x, y - r, 0.22)
    steam(s, x, y, u * 55, 0.5, 4)


def _yin(x: float, y: float, r: float, turn: float) -> Outline:
    t = np.linspace(-pi / 2, pi / 2, 24)
    wave = np.linspace(-1, 1, 25)
    divider = wave * 1j + 0.26 * np.sin(wave * pi)
    side = np.cos(t[::-1]) * 1.0 + 1j * np.sin(t[::-1])
    shape = np.concatenate([divider, side[1:-1]])
    return np.asarray(shape * r * np.exp(1j * turn) + complex(x, y))


def _red_things(s: Sheet, x: float, y: float, r: float, count: int) -> None:
    for index in range(count):
        angle, reach = s.between(0, 2 * pi), r * s.between(0, 0.85) ** 0.7
        px, py = x + reach * cos(angle), y + reach * sin(angle)
        if index % 3 == 0:
            for _ in range(4):
                s.fill(
                    ellipse(px + s.between(-2, 2) * s.u, py + s.between(-2, 2) * s.u, s.u * 0.45),
                    s.palette(0.3, 0.06, 40),
                )
        else:
            chilli(s, px, py, s.u * s.between(3.5, 7), s.between(0, 2 * pi))


def _white_things(s: Sheet, x: float, y: float, r: float) -> None:
    for _ in range(26):
        angle, reach = s.between(0, 2 * pi), r * s.between(0.1, 0.85)
        px, py = x + reach * cos(angle), y + reach * sin(angle)
        kind = s.rng.random()
        if kind < 0.35:
            s.fill(ellipse(px, py, s.u * 0.9, s.u * 0.6, s.between(0, 3)), s.palette(0.58, 0.2, 30))
        elif kind < 0.6:
            s.fill(
                ellipse(px, py, s.u * 2.4, s.u * 1.8, s.between(0, 3)), s.palette(0.42, 0.12, 25)
            )
        elif kind < 0.8:
            s.fill(
                curve(*local(px, py, s.u, "0,0 3,1 6,-1"), width=s.u * 1.3),
                s.palette(0.68, 0.13, 135),
            )
        else:
            s.fill(ellipse(px, py, s.u * 3), s.palette(0.74, 0.05, 70))
            s.fill(ellipse(px, py, s.u * 1.2), s.palette(0.86, 0.03, 80))
