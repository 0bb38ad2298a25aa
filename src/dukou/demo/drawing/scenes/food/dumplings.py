"""Scene `dumplings`: dumplings: crescents on a plate, or soup dumplings in their steamer."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from ...colour import darker, lighter
from ...light import daylight, steam
from ...outline import (
    arc,
    blob,
    curve,
    ellipse,
    line,
    local,
    path,
    turned,
)
from ...sheet import Sheet
from ...surfaces import tabletop
from ...tableware import (
    chopsticks,
    cup_above,
    dish,
    scallions,
)  # fmt: skip
from .sides import dip


def dumplings(s: Sheet) -> None:
    """Dumplings: crescents on a plate, or soup dumplings in their steamer."""
    tabletop(s)
    x, y = s.w * s.between(0.42, 0.56), s.h * s.between(0.44, 0.54)
    if s.chance(0.5):
        _steamer(s, x, y, s.u * s.between(35, 40))
        if s.chance(0.6):
            _steamer(s, x + s.u * s.between(-50, 50), y + s.u * 62, s.u * 30)
    else:
        _crescents(s, x, y, s.u * s.between(37, 42))
    dip(s, x + s.u * 42, y - s.u * 40, s.u * 19)
    cup_above(s, x - s.u * 40, y - s.u * 46, s.u * 9, s.palette(0.6, 0.12, 75), saucer=False)
    chopsticks(s, x + s.u * 16, y + s.u * 26, s.u * 66, s.between(0.2, 0.7))
    daylight(s)
    steam(s, x, y, s.u * 48, 0.5, 4)


def _steamer(s: Sheet, x: float, y: float, r: float) -> None:
    bamboo = s.palette(0.78, 0.085, 78)
    s.shadow(ellipse(x, y, r), s.u * 2, s.u * 3.6, s.u * 3, 0.5)
    s.fade(ellipse(x, y, r), lighter(bamboo, 0.25), darker(bamboo, 0.28), pi / 3)
    for ring in (0.96, 0.91):
        s.fill(arc(x, y, r * ring, r * ring, 0, 2 * pi, s.u * 0.35), darker(bamboo, 0.35))
    inner = ellipse(x, y, r * 0.86)
    with s.inside(inner):
        s.fill(inner, darker(bamboo, 0.25))
        for slat in range(-7, 8):
            s.fill(
                line(x + slat * r * 0.13, y - r, x + slat * r * 0.13, y + r, r * 0.10),
                lighter(bamboo, 0.05 + 0.1 * (slat % 2)),
            )
        s.spray_round(inner, s.palette(0.25, 0.05, 50), x, y, r * 0.95, 0.6)
        count = s.pick([6, 7])
        for index in range(count):
            angle = 2 * pi * index / (count - 1)
            reach = r * 0.53 if index < count - 1 else 0
            _soup_dumpling(s, x + reach * cos(angle), y + reach * sin(angle), r * 0.235)


def _soup_dumpling(s: Sheet, x: float, y: float, r: float) -> None:
    skin = blob(x, y, r, s.rng, rough=0.03, knots=14)
    s.shadow(skin, r * 0.1, r * 0.22, r * 0.2, 0.4)
    s.fade(skin, s.palette(0.985, 0.015, 85), s.palette(0.83, 0.05, 70), pi / 3)
    for fold in range(14):
        angle = 2 * pi * fold / 14
        pleat = curve(
            (x + r * 0.1 * cos(angle), y + r * 0.1 * sin(angle)),
            (x + r * 0.45 * cos(angle + 0.35), y + r * 0.45 * sin(angle + 0.35)),
            (x + r * 0.82 * cos(angle + 0.5), y + r * 0.82 * sin(angle + 0.5)), width=[r * 0.05, r * 0.07, 0.5],
        )  # fmt: skip
        s.fill(pleat, s.palette(0.7, 0.05, 65), 0.6)
    s.fill(ellipse(x, y, r * 0.13), s.palette(0.75, 0.05, 70))
    s.fill(ellipse(x, y, r * 0.06), s.palette(0.5, 0.06, 55))


def _crescents(s: Sheet, x: float, y: float, r: float) -> None:
    inner = dish(s, x, y, r, depth=0.82)
    count = s.pick([9, 10])
    fried = s.chance(0.5)
    for index in range(count):
        ring = index < count - 2
        angle = 2 * pi * index / (count - 2)
        reach = inner * 0.62 if ring else inner * 0.15 * (1 if index % 2 else -1)
        px, py = (
            x + (reach * cos(angle) if ring else 0),
            y + (reach * sin(angle) if ring else reach),
        )
        _crescent(s, px, py, inner * 0.27, angle + pi / 2 if ring else 0, fried)
    scallions(s, x, y, inner * 0.7, 22)


def _crescent(s: Sheet, x: float, y: float, r: float, turn: float, fried: bool) -> None:
    body = turned(
        path(*local(x, y, r, "-1,.1 -.6,-.45 0,-.62 .6,-.45 1,.1 .45,.38 0,.42 -.45,.38")),
        turn,
        x,
        y,
    )
    s.shadow(body, r * 0.12, r * 0.2, r * 0.16, 0.4)
    s.fade(body, s.palette(0.985, 0.015, 88), s.palette(0.84, 0.06, 75), turn + pi / 2)
    if fried:
        s.spray(body, s.palette(0.58, 0.13, 58), turn + pi / 2, 0.85, 0.55)
    for fold in np.linspace(-0.7, 0.7, 7):
        top = turned(
            curve(
                (x + fold * r, y - r * (0.55 - 0.25 * abs(fold))),
                (x + fold * r * 0.8, y - r * 0.12),
                width=[r * 0.09, r * 0.02],
            ),
            turn,
            x,
            y,
        )
        s.fill(top, s.palette(0.74, 0.06, 65), 0.6)
