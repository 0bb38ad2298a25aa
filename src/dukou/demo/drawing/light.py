"""Light and weather over a finished drawing: sun through a window, leaf shadows, steam, rain."""

from __future__ import annotations

import itertools
from math import cos, pi, sin

import numpy as np

from .colour import Rgb
from .outline import Outline, ellipse, leaf, line, polygon, smooth
from .sheet import Sheet


def daylight(s: Sheet) -> None:
    """The light that suits the mood: a lamp at night, a window, leaves or clouds by day."""
    if s.palette.mood.dark:
        lamp_pool(s, s.w * s.between(0.25, 0.75), s.h * s.between(0.15, 0.45))
        return
    choice = s.rng.random()
    if choice < 0.42:
        window_light(s)
    elif choice < 0.75:
        leaf_shadow(s)
    else:
        slant(s)


def lamp_pool(s: Sheet, x: float, y: float, strength: float = 0.42) -> None:
    """Warm lamplight from (x, y), dusk around it."""
    reach = max(s.w, s.h)
    s.glow(x, y, reach * 0.95, s.palette.light(0.83, 0.12, 68), strength)
    s.glow(x, y, reach * 0.4, s.palette.light(0.9, 0.09, 80), strength * 0.5)


def window_light(s: Sheet, strength: float = 0.32) -> None:
    """Slanted panes of sunlight across the sheet."""
    turn = s.between(-0.5, -0.2) * s.pick([1, -1])
    pane = s.u * s.between(19, 26)
    origin = complex(s.w * s.between(0.25, 0.6), s.h * s.between(0.3, 0.6))
    panes: list[Outline] = []
    for column in (-1, 0, 1):
        for row in (-2, -1, 0, 1):
            corners = np.array([0, pane, pane + 1j * pane * 1.35, 1j * pane * 1.35])
            place = complex(column * pane * 1.12, row * pane * 1.47)
            lean = corners + place
            slanted = lean + lean.imag * 0.35
            panes.append(slanted * np.exp(1j * turn) + origin)
    s.fill(s.whole, s.palette(0.2, 0.05, 265), 0.18)
    s.light(panes, s.palette.light(0.95, 0.07, 82), blur=s.u * 0.8, strength=strength)


def slant(s: Sheet, strength: float = 0.29) -> None:
    """One broad beam of light from a corner."""
    wide = s.w * s.between(0.35, 0.6)
    start = s.w * s.between(-0.2, 0.3)
    run = s.w * s.between(0.4, 0.8) * s.pick([1, -1])
    if run < 0:
        start = s.w - start - wide
    beam = polygon(
        (start, -20), (start + wide, -20), (start + wide + run, s.h + 20), (start + run, s.h + 20)
    )
    s.fill(s.whole, s.palette(0.2, 0.05, 265), 0.10)
    s.light([beam], s.palette.light(0.95, 0.06, 85), blur=s.u * 1.6, strength=strength)


def leaf_shadow(s: Sheet, alpha: float = 0.24) -> None:
    """Shadows of branches that reach in from a corner."""
    corner = s.pick([0j, complex(s.w, 0), complex(s.w, s.h * 0.2), complex(0, s.h * 0.15)])
    inward = np.angle(complex(s.w * 0.55, s.h * 0.55) - corner)
    palm = s.chance(0.4)
    shapes: list[Outline] = []
    for _ in range(3 if palm else 5):
        turn = float(inward + s.between(-0.6, 0.6))
        length = s.u * s.between(55, 90)
        start = corner + complex(s.u * s.between(-14, 14), s.u * s.between(-14, 14))
        shapes.extend(_branch(s, start, turn, length, palm))
    s.shadow(shapes, blur=s.u * 0.9, alpha=alpha, colour=s.palette(0.25, 0.06, 250))


def _branch(s: Sheet, start: complex, turn: float, length: float, palm: bool) -> list[Outline]:
    bend = s.between(-0.3, 0.3)
    t = np.linspace(0, 1, 14)
    spine = start + length * (t + 1j * bend * t**2) * np.exp(1j * turn)
    shapes = [smooth(spine, closed=False)]
    for index in range(2, 14):
        here, along = spine[index], turn + 2 * bend * t[index]
        size = length * (0.34 * (1.15 - t[index]) if palm else 0.13)
        for side in (-1, 1):
            angle = along + side * (0.75 if palm else 0.9) + s.between(-0.15, 0.15)
            wide = size * (0.16 if palm else 0.5)
            shapes.append(leaf(here.real, here.imag, size, wide, angle))
    return shapes[1:]


def steam(s: Sheet, x: float, y: float, size: float, strength: float = 0.5, wisps: int = 3) -> None:
    """Steam that rises from (x, y)."""
    white = s.palette.light(0.97, 0.01, 80)
    for _ in range(wisps):
        offset, phase = s.between(-0.35, 0.35) * size, s.between(0, 2 * pi)
        for step in np.linspace(0, 1, 9):
            wave = size * 0.14 * sin(phase + step * 5.5)
            radius = size * (0.10 + 0.16 * step)
            level = strength * 0.32 * sin(pi * (0.12 + 0.88 * step))
            s.glow(x + offset + wave, y - size * step, radius, white, level)


def bokeh(s: Sheet, count: int, top: float, bottom: float, hues: tuple[float, ...]) -> None:
    """Round lights out of focus between two heights."""
    for _ in range(count):
        x, y = s.between(0, s.w), s.between(top, bottom)
        radius = s.u * s.between(1.4, 5.5)
        colour = s.palette.light(s.between(0.72, 0.9), s.between(0.08, 0.15), s.pick(hues))
        s.fill(ellipse(x, y, radius), colour, s.between(0.12, 0.4))
        s.fill(ellipse(x, y, radius * 0.82), colour, 0.12)


def rain(s: Sheet, count: int = 170, lean: float = 0.14) -> None:
    """Streaks of rain."""
    colour = s.palette.light(0.92, 0.02, 230)
    for _ in range(count):
        x, y, length = s.between(-50, s.w), s.between(-50, s.h), s.u * s.between(2, 7)
        s.fill(line(x, y, x + length * lean, y + length, s.u * 0.22), colour, s.between(0.15, 0.4))


def snowfall(s: Sheet, count: int = 150) -> None:
    """Flakes near and far."""
    for _ in range(count):
        radius = s.u * float(s.rng.choice([0.25, 0.4, 0.6, 1.1], p=[0.4, 0.35, 0.2, 0.05]))
        s.fill(
            ellipse(s.between(0, s.w), s.between(0, s.h), radius),
            s.palette.light(0.98, 0.005, 230), s.between(0.5, 0.95),
        )  # fmt: skip


def string_lights(
    s: Sheet, y: float, sag: float, bulbs: int = 9, left: float = 0.0, right: float | None = None
) -> None:
    """A string of warm bulbs from side to side."""
    right = s.w if right is None else right
    t = np.linspace(0, 1, 24)
    wire = left + (right - left) * t + 1j * (y + sag * 4 * t * (1 - t))
    for start, end in itertools.pairwise(wire):
        s.fill(
            line(start.real, start.imag, end.real, end.imag, s.u * 0.28), s.palette(0.2, 0.02, 60)
        )
    for index in range(bulbs):
        place = (index + 0.5) / bulbs
        x = left + (right - left) * place
        drop = y + sag * 4 * place * (1 - place) + s.u * 1.5
        glow_bulb(s, x, drop, s.u * 1.0)


def glow_bulb(s: Sheet, x: float, y: float, radius: float, hue: float = 78) -> None:
    """A small lit bulb with its halo."""
    s.glow(x, y, radius * 6, s.palette.light(0.85, 0.12, hue), 0.5)
    s.fill(ellipse(x, y, radius, radius * 1.2), s.palette.light(0.95, 0.08, hue + 10))


def sparkle(s: Sheet, x: float, y: float, size: float, colour: Rgb) -> None:
    """A four-pointed glint."""
    tips = [size, size * 0.16] * 4
    angle = np.arange(8) * pi / 4
    s.fill(
        np.array([r * complex(cos(a), sin(a)) for r, a in zip(tips, angle, strict=True)])
        + complex(x, y),
        colour,
    )
