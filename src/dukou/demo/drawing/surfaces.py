"""What things lie on or stand before: wood, cloth, tiles, stone, walls, floors."""

from __future__ import annotations

from collections.abc import Callable
from math import pi

import numpy as np

from .colour import Rgb, darker, mix
from .outline import blob, curve, ellipse, line, local, polygon, rect
from .sheet import Sheet


def tabletop(s: Sheet) -> None:
    """A surface seen from above, filling the sheet: one of several kinds."""
    s.pick([wood, wood, gingham, stripes, linen, tiles, terrazzo, plain])(s)


def wood(s: Sheet, lightness: float | None = None) -> None:
    """Planks with grain and a knot here and there."""
    light = s.between(0.42, 0.78) if lightness is None else lightness
    hue = s.between(48, 72)
    upright = s.chance(0.5)
    length, across = (s.h, s.w) if upright else (s.w, s.h)
    plank = s.u * s.between(15, 24)
    place: Callable[[float, float], tuple[float, float]] = (
        (lambda a, b: (b, a)) if upright else (lambda a, b: (a, b))
    )
    at = -s.between(0, plank)
    s.fill_all(s.palette(light - 0.22, 0.05, hue))
    while at < across:
        tone = s.palette(light + s.between(-0.045, 0.045), 0.062, hue + s.between(-4, 4))
        corners = [
            place(0, at),
            place(length, at),
            place(length, at + plank - s.u * 0.5),
            place(0, at + plank - s.u * 0.5),
        ]
        s.fill(polygon(*corners), tone)
        for _ in range(7):
            row = at + s.between(0.06, 0.9) * plank
            start, run = s.between(-0.2, 0.8) * length, length * s.between(0.15, 0.6)
            wave = s.u * s.between(-0.8, 0.8)
            points = [
                place(start + run * t, row + wave * np.sin(t * 3)) for t in (0, 0.33, 0.66, 1)
            ]
            s.fill(
                curve(*points, width=[0.1, s.u * 0.32, 0.1]),
                s.palette(light - 0.11, 0.06, hue),
                0.5,
            )
        if s.chance(0.35):
            x, y = place(s.between(0.1, 0.9) * length, at + plank * 0.5)
            for ring in (1.5, 1.0, 0.5):
                s.fill(
                    ellipse(
                        x,
                        y,
                        s.u * ring * (1 if upright else 1.8),
                        s.u * ring * (1.8 if upright else 1),
                    ),
                    s.palette(light - 0.16 + 0.03 * ring, 0.06, hue),
                    0.6,
                )
        at += plank


def gingham(s: Sheet) -> None:
    """A checked tablecloth."""
    base = s.palette(0.95, 0.015, 85)
    check = s.palette.accent(int(s.rng.integers(3)), s.between(0.55, 0.75), 0.12)
    _checks(s, base, check, s.u * s.between(7, 11))
    _folds(s)


def _checks(s: Sheet, base: Rgb, check: Rgb, size: float) -> None:
    s.fill_all(base)
    turn = s.pick([0.0, 0.0, 0.12, -0.16, pi / 4])
    reach = (s.w + s.h) * 0.75
    middle = complex(s.w / 2, s.h / 2)
    at = -reach
    while at < reach:
        for quarter in (1, 1j):
            band = np.array(
                [
                    complex(-reach, at),
                    complex(reach, at),
                    complex(reach, at + size),
                    complex(-reach, at + size),
                ]
            )
            s.fill(band * quarter * np.exp(1j * turn) + middle, check, 0.42)
        at += size * 2


def stripes(s: Sheet) -> None:
    """A striped cloth."""
    hue = s.palette.accents[int(s.rng.integers(3))]
    s.fill_all(s.palette(0.94, 0.02, 85))
    turn = s.between(-0.5, 0.5) + s.pick([0, pi / 2])
    reach, middle, size = (s.w + s.h) * 0.75, complex(s.w / 2, s.h / 2), s.u * s.between(3, 8)
    at, index = -reach, 0
    while at < reach:
        wide = size * (1 if index % 3 else 0.3)
        band = np.array(
            [
                complex(-reach, at),
                complex(reach, at),
                complex(reach, at + wide),
                complex(-reach, at + wide),
            ]
        )
        s.fill(band * np.exp(1j * turn) + middle, s.palette(0.66, 0.11, hue), 0.75)
        at += size * 2
        index += 1
    _folds(s)


def linen(s: Sheet) -> None:
    """Plain cloth with folds."""
    tone = s.palette.key_tone(s.between(0.72, 0.93), s.between(0.02, 0.06))
    s.fade(s.whole, tone, mix(tone, s.palette.key_tone(0.6), 0.25), s.between(0, pi))
    _folds(s, 6)


def _folds(s: Sheet, count: int = 3) -> None:
    dark, light = s.palette.key_tone(0.3), s.palette(1, 0, 0)
    for _ in range(count):
        x, y, run = s.between(-0.2, 1) * s.w, s.between(-0.1, 1) * s.h, s.u * s.between(40, 100)
        lean = s.between(-0.6, 0.6) * run
        fold = curve(*local(x, y, run, "0,0 .4,.3 1,1", tall=lean), width=[1, s.u * 3.4, 1])
        s.shadow(fold, blur=s.u * 1.4, alpha=0.20, colour=dark)
        s.shadow(fold, dx=-s.u * 1.6, dy=-s.u * 2.4, blur=s.u * 1.4, alpha=0.30, colour=light)


def tiles(s: Sheet) -> None:
    """Small glazed tiles with grout."""
    hue = s.palette.accents[int(s.rng.integers(3))]
    light, size = s.between(0.6, 0.88), s.u * s.between(10, 15)
    s.fill_all(s.palette(light + 0.1, 0.015, 85))
    staggered = s.chance(0.5)
    rows = int(s.h / size) + 2
    for row in range(-1, rows):
        for column in range(-1, int(s.w / size) + 2):
            x = column * size + (size / 2 if staggered and row % 2 else 0)
            tone = s.palette(light + s.between(-0.03, 0.03), 0.055, hue + s.between(-8, 8))
            s.fill(
                rect(
                    x + s.u * 0.3, row * size + s.u * 0.3, size - s.u * 0.6, size - s.u * 0.6, s.u
                ),
                tone,
            )
            s.fill(
                rect(x + s.u, row * size + s.u, size * 0.5, s.u * 0.5, s.u),
                s.palette(0.98, 0.01, hue),
                0.3,
            )


def terrazzo(s: Sheet) -> None:
    """Polished stone with chips of colour."""
    s.fade(s.whole, s.palette.key_tone(0.95, 0.02), s.palette.key_tone(0.86, 0.03), pi / 3)
    for _ in range(120):
        tone = s.palette.accent(int(s.rng.integers(3)), s.between(0.5, 0.8), 0.07)
        s.fill(
            blob(
                s.between(0, s.w),
                s.between(0, s.h),
                s.u * s.between(0.4, 1.7),
                s.rng,
                rough=0.4,
                knots=5,
            ),
            tone,
            0.7,
        )


def plain(s: Sheet) -> None:
    """Coloured paper in two fields, cut on a slant."""
    first, second = s.palette.accent(0, 0.8, 0.07), s.palette.key_tone(0.9, 0.05)
    s.fill_all(first)
    cut = s.between(0.3, 0.7)
    s.fill(
        polygon((0, s.h * cut), (s.w, s.h * (cut - s.between(-0.3, 0.3))), (s.w, s.h), (0, s.h)),
        second,
    )
    s.spray(s.whole, s.palette.key_tone(0.45, 0.06), s.between(0, pi), 0.28, 0.9)


def wall(s: Sheet, colour: Rgb, kind: str | None = None) -> None:
    """A wall that fills the sheet: plaster, panels, stripes or small dots."""
    s.fade(s.whole, colour, mix(colour, s.palette.key_tone(0.35), 0.16), pi / 2)
    kind = kind or s.pick(["plaster", "plaster", "stripes", "dots", "panels"])
    soft = mix(colour, s.palette(1, 0.02, 85), 0.35)
    if kind == "stripes":
        step = s.u * s.between(5, 9)
        for index in range(int(s.w / step / 2) + 1):
            s.fill(rect(index * step * 2, 0, step, s.h), soft, 0.35)
    elif kind == "dots":
        step = s.u * 7
        for row in range(int(s.h / step) + 1):
            for column in range(int(s.w / step) + 1):
                s.fill(
                    ellipse(column * step + (row % 2) * step / 2, row * step, s.u * 0.6), soft, 0.6
                )
    elif kind == "panels":
        for index in range(1, int(s.w / (s.u * 14)) + 1):
            s.fill(
                line(index * s.u * 14, 0, index * s.u * 14, s.h, s.u * 0.4),
                darker(colour, 0.25),
                0.5,
            )
    s.spray(
        s.whole, mix(colour, s.palette.key_tone(0.2), 0.5), pi / 2 + s.between(-0.8, 0.8), 0.25, 0.8
    )


def floor(s: Sheet, y: float, colour: Rgb, boards: bool = True) -> None:
    """A floor from height y down to the bottom edge, boards running to the horizon."""
    s.fade(rect(0, y, s.w, s.h - y), darker(colour, 0.12), colour)
    if not boards:
        return
    vanish, edge = complex(s.w / 2, y - s.h * 0.35), darker(colour, 0.3)
    for index in range(-12, 13):
        foot = complex(s.w / 2 + index * s.w * 0.16, s.h)
        share = (s.h - y) / (s.h - vanish.imag)
        head = foot + (vanish - foot) * share
        s.fill(line(head.real, y, foot.real, foot.imag, s.u * 0.35), edge, 0.55)
