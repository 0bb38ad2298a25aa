"""The counter that cups stand on, and what stands there with them."""

from __future__ import annotations

from math import pi

import numpy as np

from ...bookshelf import shelf
from ...colour import Rgb, darker, lighter, mix
from ...light import bokeh
from ...outline import (
    Outline,
    arc,
    blob,
    ellipse,
    line,
    local,
    path,
    polygon,
    rect,
)
from ...sheet import Sheet
from ...surfaces import wall
from ...tableware import strawberry


def lay_counter(s: Sheet, y: float, tone: Rgb | None = None) -> None:
    """A counter in front, its edge at height y."""
    tone = tone or s.pick(
        [s.palette(0.72, 0.07, 62), s.palette(0.9, 0.02, 80), s.palette(0.45, 0.06, 50)]
    )
    s.fade(rect(0, y, s.w, s.h - y), lighter(tone, 0.15), darker(tone, 0.1))
    s.fill(rect(0, y, s.w, s.u * 1.2), lighter(tone, 0.45), 0.8)


def backdrop(s: Sheet) -> None:
    """What lies behind a cup: a blurred street of lights, coloured fields, or a shop."""
    kind = s.pick(["bokeh", "fields", "shop", "sun"])
    if kind == "bokeh" or s.palette.mood.dark:
        s.fade(s.whole, s.palette.key_tone(0.45, 0.08), s.palette.accent(0, 0.6, 0.08))
        bokeh(s, 60, 0, s.h * 0.75, (75, 50, 20, 330, 210))
        s.blur(s.u * 0.7)
    elif kind == "fields":
        s.fill_all(s.palette.accent(0, 0.82, 0.09))
        s.fill(ellipse(s.w * 0.5, s.h * 0.45, min(s.w, s.h) * 0.42), s.palette.key_tone(0.93, 0.06))
        for _ in range(14):
            s.fill(
                blob(s.between(0, s.w), s.between(0, s.h * 0.8), s.u * s.between(1, 3), s.rng),
                s.palette.accent(1, 0.75, 0.11),
                0.8,
            )
    elif kind == "shop":
        wall(s, s.palette.key_tone(0.88, 0.06))
        for y in (0.2, 0.42):
            for index in range(7):
                px = s.w * (index + 0.5) / 7
                tone = s.palette.accent(index, s.between(0.55, 0.85), 0.08)
                s.fill(
                    rect(px - s.u * 3, s.h * y - s.u * s.between(9, 13), s.u * 6, s.u * 13, s.u),
                    tone,
                )
            shelf(s, 0, s.h * y + s.u * 1.5, s.w)
        s.blur(s.u * 0.8)
    else:
        s.fade(s.whole, s.palette.accent(1, 0.86, 0.07), s.palette.key_tone(0.95, 0.05))
        middle = complex(s.w / 2, s.h * 0.5)
        for index in range(18):
            a, b = 2 * pi * index / 18, 2 * pi * (index + 0.5) / 18
            ray = np.array([middle, middle + s.h * np.exp(1j * a), middle + s.h * np.exp(1j * b)])
            s.fill(ray, s.palette.key_tone(0.99, 0.03), 0.5)


def arc_line(x: float, y: float, rx: float, ry: float, start: float, end: float) -> Outline:
    """The closed half of an ellipse between two angles."""
    angle = np.linspace(start, end, 24)
    return np.asarray(x + rx * np.cos(angle) + 1j * (y + ry * np.sin(angle)))


def heart(x: float, y: float, r: float) -> Outline:
    """A soft heart around (x, y)."""
    return path(*local(x, y, r, "0,-.45 .5,-.75 .95,-.3 .6,.35 0,.95 -.6,.35 -.95,-.3 -.5,-.75"))


def mug(s: Sheet, x: float, y: float, size: float) -> None:
    """A mug seen from the side, standing at (x, y)."""
    tone = s.palette.accent(int(s.rng.integers(3)), s.between(0.6, 0.9), 0.08)
    s.shadow(ellipse(x, y, size * 0.55, size * 0.1), 0, 0, size * 0.06, 0.4)
    s.fill(
        arc(
            x + size * 0.44, y - size * 0.48, size * 0.24, size * 0.24, -pi / 2, pi / 2, size * 0.1
        ),
        darker(tone, 0.1),
    )
    s.fade(
        path(*local(x, y, size, "-.46,-.95 .46,-.95 .44,-.2 .3,0 -.3,0 -.44,-.2")),
        lighter(tone, 0.3),
        darker(tone, 0.18),
        0.0,
    )
    s.fill(ellipse(x, y - size * 0.93, size * 0.47, size * 0.1), lighter(tone, 0.4))
    s.fill(ellipse(x, y - size * 0.91, size * 0.42, size * 0.075), s.palette(0.36, 0.08, 48))
    s.fill(heart(x, y - size * 0.45, size * 0.12), s.palette(0.97, 0.02, 80))


def cake_slice(s: Sheet, x: float, y: float, size: float) -> None:
    """A slice of layer cake on its plate, standing at (x, y)."""
    plate = s.palette(0.96, 0.012, 85)
    s.shadow(ellipse(x, y, size * 0.62, size * 0.1), 0, size * 0.02, size * 0.06, 0.4)
    s.fade(ellipse(x, y - size * 0.02, size * 0.62, size * 0.11), plate, darker(plate, 0.14))
    s.fill(ellipse(x, y - size * 0.03, size * 0.46, size * 0.07), darker(plate, 0.08))
    sponge = s.pick(
        [
            s.palette(0.88, 0.09, 85),
            s.palette(0.4, 0.07, 45),
            s.palette(0.72, 0.12, 135),
            s.palette(0.6, 0.17, 25),
        ]
    )
    cream = s.palette(0.97, 0.02, 85)
    left, right, foot, height = x - size * 0.4, x + size * 0.38, y - size * 0.06, size * 0.5
    front = polygon(
        (left, foot - height * 0.86),
        (right, foot - height),
        (right, foot),
        (left, foot + size * 0.02),
    )
    with s.inside(front, spill=size * 0.1):
        s.fade(front, sponge, darker(sponge, 0.12))
        for row in range(3):
            py = foot - height * (0.22 + row * 0.27)
            s.fill(line(left, py + size * 0.02, right, py - size * 0.02, size * 0.055), cream)
            for index in range(4):
                s.fill(
                    ellipse(left + size * (0.12 + 0.19 * index), py, size * 0.035),
                    s.palette(0.62, 0.2, 25),
                )
        for _ in range(40):
            s.fill(
                ellipse(s.between(left, right), s.between(foot - height, foot), size * 0.008),
                darker(sponge, 0.3),
                0.6,
            )
    s.fill(
        polygon(
            (left - size * 0.01, foot - height * 0.86),
            (right, foot - height),
            (right + size * 0.04, foot - height * 1.16),
            (left + size * 0.34, foot - height * 1.22),
        ),
        mix(cream, sponge, 0.1),
    )
    s.fill(line(left, foot - height * 0.86, right, foot - height, size * 0.06), cream)
    strawberry(s, x + size * 0.14, foot - height * 1.24, size * 0.13, pi * 0.06)
    s.fill(
        ellipse(x - size * 0.06, foot - height * 1.06, size * 0.08, size * 0.055), (255, 255, 255)
    )
