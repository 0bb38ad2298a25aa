"""House plants in their pots, and blossoms."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from .colour import Rgb, darker, lighter, mix
from .outline import curve, ellipse, leaf, line, local, path, polygon, rect
from .sheet import Sheet


def pot(s: Sheet, x: float, y: float, w: float, h: float, tone: Rgb | None = None) -> None:
    """A flower pot that stands at (x, y)."""
    tone = tone or s.pick(
        [
            s.palette(0.62, 0.11, 42),
            s.palette(0.93, 0.02, 80),
            s.palette.accent(1, 0.62, 0.08),
            s.palette(0.45, 0.03, 250),
        ]
    )
    body = polygon(*local(x, y, w, "-.5,-1 .5,-1 .38,0 -.38,0", tall=h))
    s.shadow(ellipse(x, y, w * 0.55, h * 0.10), w * 0.1, 0, w * 0.08, 0.4)
    s.fade(body, lighter(tone, 0.12), darker(tone, 0.22), 0.0)
    kind = s.pick(["plain", "band", "dots", "face"])
    light = lighter(tone, 0.55)
    if kind == "band":
        s.fill(rect(x - w * 0.44, y - h * 0.6, w * 0.88, h * 0.14), light, 0.7)
    elif kind == "dots":
        for index in range(4):
            s.fill(ellipse(x - w * 0.3 + index * w * 0.2, y - h * 0.5, w * 0.04), light)
    elif kind == "face":
        for side in (-1, 1):
            s.fill(ellipse(x + side * w * 0.14, y - h * 0.5, w * 0.025), s.palette(0.2, 0.02, 40))
        s.fill(
            curve(
                *local(x, y, w, "-.06,-.38 0,-.34 .06,-.38", tall=h),
                width=w * 0.02,
            ),
            s.palette(0.2, 0.02, 40),
        )
    s.fill(
        rect(x - w * 0.55, y - h * 1.12, w * 1.1, h * 0.2, h * 0.05),
        lighter(tone, 0.1),
    )
    s.fill(rect(x - w * 0.5, y - h * 0.93, w, h * 0.05), darker(tone, 0.35), 0.6)


def potted(s: Sheet, x: float, y: float, size: float, kind: str | None = None) -> None:
    """A potted plant, standing at (x, y), `size` its whole height."""
    kind = kind or s.pick(["monstera", "snake", "fern", "cactus", "rubber", "flower", "string"])
    w, h = size * 0.34, size * 0.3
    top = y - h * 1.05
    {
        "monstera": _monstera,
        "snake": _snake,
        "fern": _fern,
        "cactus": _cactus,
        "rubber": _rubber,
        "flower": _flower,
        "string": _fern,
    }[kind](s, x, top, size - h)
    pot(s, x, y, w, h)
    if kind == "string":
        for _ in range(7):
            start = x + s.between(-0.45, 0.45) * w
            drop = s.between(0.4, 1.1) * h
            for step in np.linspace(0, 1, int(drop / (size * 0.03)) + 2):
                s.fill(
                    ellipse(start + sin(step * 5) * w * 0.03, top + step * drop, size * 0.017),
                    s.palette(0.6, 0.11, 140),
                )


def _green(s: Sheet, low: float = 0.36, high: float = 0.64) -> Rgb:
    return s.palette(s.between(low, high), s.between(0.08, 0.13), s.between(128, 162))


def _monstera(s: Sheet, x: float, y: float, size: float) -> None:
    for index in range(8):
        turn = -pi / 2 + (index - 3.5) * 0.36 + s.between(-0.1, 0.1)
        reach = size * s.between(0.55, 0.95)
        px, py = x + reach * cos(turn), y + reach * sin(turn)
        s.fill(
            curve(
                (x, y),
                ((x + px) / 2 + s.between(-1, 1) * s.u, (y + py) / 2),
                (px, py),
                width=size * 0.022,
            ),
            s.palette(0.45, 0.09, 135),
        )
        radius, tone = size * s.between(0.17, 0.24), _green(s)
        heart = path(*local(px, py, radius, "0,-.4 1,-.5 .9,.5 0,1.15 -.9,.5 -1,-.5"))
        heart = (heart - complex(px, py)) * np.exp(1j * (turn - pi / 2) * 0.7) + complex(px, py)
        s.shadow(heart, radius * 0.1, radius * 0.15, radius * 0.15, 0.22)
        s.fade(heart, mix(tone, (255, 255, 220), 0.15), darker(tone, 0.15), turn)
        s.fill(
            curve((px, py - radius * 0.3), (px, py + radius), width=radius * 0.05),
            lighter(tone, 0.4),
            0.6,
        )


def _snake(s: Sheet, x: float, y: float, size: float) -> None:
    for index in range(7):
        turn = -pi / 2 + (index - 3) * 0.14 + s.between(-0.05, 0.05)
        length, tone = size * s.between(0.6, 1.0), _green(s, 0.34, 0.5)
        base = x + (index - 3) * size * 0.05
        s.fill(leaf(base, y, length, size * 0.17, turn), s.palette(0.8, 0.1, 110))
        s.fill(leaf(base, y, length * 0.97, size * 0.12, turn), tone)
        for band in np.linspace(0.15, 0.8, 6):
            px, py = base + band * length * cos(turn), y + band * length * sin(turn)
            s.fill(
                line(px - size * 0.035, py, px + size * 0.035, py - size * 0.012, size * 0.012),
                lighter(tone, 0.35),
                0.7,
            )


def _fern(s: Sheet, x: float, y: float, size: float) -> None:
    for index in range(11):
        turn = -pi / 2 + (index - 5) * 0.27
        length, droop, tone = size * s.between(0.6, 0.9), s.between(0.2, 0.5), _green(s, 0.42, 0.68)
        t = np.linspace(0, 1, 12)
        spine = complex(x, y) + length * t * np.exp(1j * turn) + 1j * droop * length * t**2
        for place in range(2, 12):
            at, along = spine[place], np.angle(spine[place] - spine[place - 1])
            span = size * 0.13 * (1.15 - t[place])
            for edge in (-1, 1):
                s.fill(leaf(at.real, at.imag, span, span * 0.36, float(along) + edge * 0.9), tone)
        s.fill(
            curve(*[(p.real, p.imag) for p in spine[::3]], width=[size * 0.016, size * 0.006]),
            darker(tone, 0.2),
            0.8,
        )


def _cactus(s: Sheet, x: float, y: float, size: float) -> None:
    tone = _green(s, 0.45, 0.6)
    parts = [rect(x - size * 0.13, y - size * 0.8, size * 0.26, size * 0.85, size * 0.13)]
    for side, height in ((-1, 0.42), (1, 0.56)):
        parts.append(
            curve(
                (x + side * size * 0.1, y - size * (height - 0.14)),
                (x + side * size * 0.28, y - size * (height - 0.12)),
                (x + side * size * 0.3, y - size * (height + 0.14)),
                width=size * 0.13,
            )
        )
    for part in parts:
        s.fade(part, lighter(tone, 0.14), darker(tone, 0.16), 0.0)
    for _ in range(60):
        px, py = x + s.between(-0.1, 0.1) * size, y - s.between(0.02, 0.76) * size
        s.fill(
            line(px, py, px + size * 0.012, py - size * 0.016, size * 0.007),
            s.palette(0.97, 0.03, 90),
            0.8,
        )
    for angle in np.linspace(0, 2 * pi, 6)[:-1]:
        s.fill(
            leaf(x, y - size * 0.8, size * 0.1, size * 0.06, float(angle)), s.palette(0.7, 0.16, 5)
        )
    s.fill(ellipse(x, y - size * 0.8, size * 0.03), s.palette(0.88, 0.14, 90))


def _rubber(s: Sheet, x: float, y: float, size: float) -> None:
    s.fill(
        curve(
            *local(x, y, size, "0,0 .03,-.5 0,-.9"),
            width=[size * 0.04, size * 0.02],
        ),
        s.palette(0.45, 0.06, 60),
    )
    for index in range(10):
        height, side = index / 10, -1 if index % 2 else 1
        turn = -pi / 2 + side * (1.05 - height * 0.55) + s.between(-0.15, 0.15)
        length, tone = size * s.between(0.28, 0.4), _green(s, 0.3, 0.52)
        px, py = x + size * 0.02, y - size * (0.12 + height * 0.75)
        shape = leaf(px, py, length, length * 0.5, turn, side * 0.12)
        s.fade(shape, mix(tone, (255, 255, 220), 0.18), darker(tone, 0.15), turn)
        s.fill(
            curve(
                (px, py),
                (px + length * 0.85 * cos(turn), py + length * 0.85 * sin(turn)),
                width=size * 0.008,
            ),
            lighter(tone, 0.45),
        )


def _flower(s: Sheet, x: float, y: float, size: float) -> None:
    hue = s.pick([5.0, 350.0, 90.0, 300.0, 40.0])
    for _ in range(9):
        turn = s.between(-pi * 0.95, -pi * 0.05)
        s.fill(leaf(x, y, size * s.between(0.3, 0.5), size * 0.14, turn), _green(s))
    for index in range(7):
        turn = -pi / 2 + (index - 3) * 0.28
        reach = size * s.between(0.5, 0.92)
        px, py = x + reach * cos(turn), y + reach * sin(turn)
        s.fill(
            curve((x, y), ((x + px) / 2, (y + py) / 2), (px, py), width=size * 0.014),
            s.palette(0.5, 0.1, 135),
        )
        blossom(s, px, py, size * s.between(0.09, 0.13), hue + s.between(-15, 15))


def blossom(s: Sheet, x: float, y: float, r: float, hue: float, petals: int = 6) -> None:
    """A flower seen from the front."""
    start, tone = s.between(0, pi), s.palette(s.between(0.68, 0.86), 0.12, hue)
    for index in range(petals):
        turn = start + 2 * pi * index / petals
        s.fill(leaf(x, y, r, r * 0.75, turn), lighter(tone, 0.12 * (index % 2)))
    s.fill(ellipse(x, y, r * 0.26), s.palette(0.8, 0.14, 82))
