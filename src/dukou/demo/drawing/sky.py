"""Skies, clouds, far mountains and water: the layers that make a landscape deep."""

from __future__ import annotations

from math import pi

import numpy as np

from .colour import Rgb, darker, lighter, mix
from .outline import Outline, blob, curve, ellipse, line, local, path, polygon, rect
from .sheet import Sheet

Stops = list[tuple[float, float, float]]

_SKIES: dict[str, list[Stops]] = {
    "warm": [[(0.72, 0.09, 235), (0.88, 0.06, 80), (0.90, 0.10, 55)], [(0.80, 0.07, 225), (0.95, 0.04, 85), (0.92, 0.08, 65)]],
    "cool": [[(0.62, 0.10, 250), (0.82, 0.06, 230), (0.94, 0.03, 210)], [(0.75, 0.07, 235), (0.90, 0.04, 220), (0.97, 0.02, 90)]],
    "night": [[(0.14, 0.06, 275), (0.30, 0.09, 270), (0.50, 0.10, 300)], [(0.10, 0.05, 265), (0.26, 0.08, 255), (0.46, 0.08, 230)]],
    "fresh": [[(0.74, 0.09, 228), (0.89, 0.05, 205), (0.97, 0.03, 130)], [(0.80, 0.07, 215), (0.93, 0.04, 170), (0.98, 0.03, 110)]],
    "candy": [[(0.76, 0.09, 300), (0.86, 0.09, 350), (0.94, 0.06, 60)], [(0.80, 0.08, 260), (0.88, 0.08, 330), (0.95, 0.05, 30)]],
    "mono": [[(0.70, 0.01, 80), (0.85, 0.01, 80), (0.95, 0.01, 80)]],
    "rain": [[(0.45, 0.03, 245), (0.62, 0.03, 235), (0.76, 0.02, 220)], [(0.52, 0.03, 230), (0.68, 0.02, 220), (0.82, 0.02, 90)]],
    "gold": [[(0.55, 0.10, 290), (0.72, 0.15, 35), (0.88, 0.14, 75)], [(0.68, 0.08, 240), (0.84, 0.11, 70), (0.92, 0.13, 88)]],
}  # fmt: skip


def sky(s: Sheet, bottom: float | None = None, stops: Stops | None = None) -> list[Rgb]:
    """A sky down to height `bottom`; returns its colours from top to horizon."""
    bottom = s.h if bottom is None else bottom
    chosen = stops or s.pick(_SKIES[s.palette.name])
    colours = [s.palette.light(*stop) for stop in chosen]
    s.ramp(
        rect(0, 0, s.w, bottom),
        [(index / (len(colours) - 1), tone) for index, tone in enumerate(colours)],
    )
    return colours


def stars(s: Sheet, bottom: float, count: int = 120) -> None:
    """Stars of several sizes, the brighter ones with a glint."""
    for _ in range(count):
        x, y = s.between(0, s.w), s.between(0, bottom)
        size = s.u * float(s.rng.choice([0.12, 0.2, 0.32], p=[0.6, 0.3, 0.1]))
        s.fill(
            ellipse(x, y, size), s.palette.light(0.96, 0.03, s.pick([80, 230])), s.between(0.4, 1)
        )
        if size > s.u * 0.3 and s.chance(0.5):
            s.glow(x, y, s.u * 3, s.palette.light(0.9, 0.05, 240), 0.4)


def disc(s: Sheet, x: float, y: float, r: float, tone: Rgb, halo: float = 0.6) -> None:
    """A sun or moon with its halo."""
    s.glow(x, y, r * 6, tone, halo * 0.6)
    s.glow(x, y, r * 2.4, tone, halo)
    s.fill(ellipse(x, y, r), lighter(tone, 0.35))


def cloud(
    s: Sheet, x: float, y: float, size: float, light: Rgb, shade: Rgb, alpha: float = 1.0
) -> None:
    """A heap of cloud around (x, y), `size` wide."""
    puffs = [
        (s.between(-0.45, 0.45), s.between(-0.16, 0.02), s.between(0.12, 0.2)) for _ in range(8)
    ]
    puffs += [(-0.3, 0, 0.13), (0.3, 0, 0.14), (0, -0.1, 0.2), (0, 0.02, 0.15)]
    for dx, dy, radius in puffs:
        s.fill(
            ellipse(
                x + dx * size, y + dy * size + size * 0.045, radius * size, radius * size * 0.78
            ),
            shade,
            alpha,
        )
    for dx, dy, radius in puffs:
        s.fill(
            ellipse(
                x + dx * size - size * 0.01,
                y + dy * size - size * 0.015,
                radius * size * 0.92,
                radius * size * 0.7,
            ),
            light,
            alpha,
        )


def clouds(s: Sheet, colours: list[Rgb], bottom: float, count: int = 3) -> None:
    """A few clouds in the tones of this sky: bright by day, dim at night, heavy in the rain."""
    pale = 0.12 if s.palette.mood.dark else 0.22 if s.palette.name == "rain" else 0.75
    light = lighter(colours[1], pale)
    for _ in range(count):
        x, y = s.between(0, s.w), bottom * s.between(0.1, 0.5)
        cloud(s, x, y, s.u * s.between(20, 46), light, mix(light, colours[0], 0.45))


def streaks(s: Sheet, top: float, bottom: float, tone: Rgb, count: int = 9) -> None:
    """Long thin clouds."""
    for _ in range(count):
        x, y, run = s.between(-0.1, 1) * s.w, s.between(top, bottom), s.w * s.between(0.15, 0.5)
        s.fill(
            curve(
                (x, y),
                (x + run / 2, y + s.between(-1, 1) * s.u * 1.5),
                (x + run, y),
                width=[0.5, s.u * s.between(0.8, 2.6), 0.5],
            ),
            tone,
            s.between(0.25, 0.7),
        )


def ridge(
    s: Sheet,
    y: float,
    height: float,
    rough: float = 0.5,
    knots: int = 7,
    seed_peak: float | None = None,
) -> Outline:
    """The outline of a mountain range whose foot is the bottom of the sheet."""
    xs = np.linspace(-0.05, 1.05, 90)
    line_ = np.zeros(90)
    for octave, amount in enumerate((1.0, 0.5, 0.25, 0.12)):
        count = knots * 2**octave
        values = s.rng.uniform(-1, 1, count + 1)
        line_ += (
            amount
            * np.interp(xs, np.linspace(-0.05, 1.05, count + 1), values)
            * (1 if octave == 0 else rough)
        )
    if seed_peak is not None:
        line_ += 1.8 * np.exp(-(((xs - seed_peak) / 0.16) ** 2))
    line_ = (line_ - line_.min()) / max(1e-6, line_.max() - line_.min())
    tops = xs * s.w + 1j * (y - line_ * height)
    return np.concatenate([tops, [complex(s.w * 1.05, s.h + 20), complex(-s.w * 0.05, s.h + 20)]])


def ranges(s: Sheet, top: float, bottom: float, far: Rgb, near: Rgb, count: int = 4) -> None:
    """Mountain ranges one before the other, mist between them."""
    for index in range(count):
        share = index / max(1, count - 1)
        y = top + (bottom - top) * (index + 1) / count
        shape = ridge(s, y, (bottom - top) * s.between(0.32, 0.52), rough=0.35 + 0.25 * share)
        tone = mix(far, near, share**0.9)
        s.fade(shape, tone, mix(tone, far, 0.55 * (1 - share * 0.7)))
        if index < count - 1:
            s.ramp(
                rect(0, y - s.u * 8, s.w, s.u * 22),
                [(0, tone), (1, lighter(far, 0.35))],
                alpha=0.16,
            )


def water(
    s: Sheet, y: float, top: Rgb, deep: Rgb, glint: Rgb | None = None, bottom: float | None = None
) -> None:
    """Water from height y down, with ripples that widen towards us."""
    bottom = s.h if bottom is None else bottom
    s.fade(rect(0, y, s.w, bottom - y), top, deep)
    for _ in range(120):
        depth = s.rng.random() ** 1.6
        py = y + depth * (bottom - y)
        run = s.u * (2 + 16 * depth) * s.between(0.5, 1.4)
        px = s.between(-0.05, 1) * s.w
        tone = lighter(top, 0.35) if s.chance(0.6) else darker(deep, 0.15)
        s.fill(
            curve(
                *local(px, py, run, "0,0 .5,-.2 1,0", tall=s.u),
                width=[0.3, s.u * (0.16 + 0.7 * depth), 0.3],
            ),
            tone,
            0.3,
        )
    if glint is not None:
        place = s.w / 2
        for _ in range(90):
            depth = s.rng.random()
            py = y + depth * (bottom - y)
            spread = s.u * (3 + 18 * depth)
            px, run = (
                place + s.rng.normal(0, spread * 0.5),
                s.u * (1 + 6 * depth) * s.between(0.5, 1.2),
            )
            s.fill(
                line(px - run / 2, py, px + run / 2, py, s.u * (0.25 + 0.5 * depth)),
                glint,
                s.between(0.35, 0.9),
            )


def mirror(s: Sheet, y: float, strength: float = 0.55, tint: Rgb = (40, 70, 90)) -> None:
    """What stands above height y, upside down in still water below it."""
    row = int(y * s.scale)
    rows = s.pixels.shape[0] - row
    source = s.pixels[max(0, row - rows) : row][::-1][:rows, :, :3].astype(np.float32)
    height = source.shape[0]
    sway = (
        np.sin(np.arange(height) * 0.35 / max(s.scale, 0.05)) * np.linspace(0, 5 * s.scale, height)
    ).astype(int)
    columns = np.clip(np.arange(source.shape[1])[None, :] + sway[:, None], 0, source.shape[1] - 1)
    swayed = np.take_along_axis(source, columns[..., None], axis=1)
    below = s.pixels[row : row + height, :, :3].astype(np.float32)
    base = np.array(tint[::-1], dtype=np.float32)
    fading = np.linspace(strength, strength * 0.5, height)[:, None, None]
    s.pixels[row : row + height, :, :3] = (
        below * (1 - fading) + (swayed * 0.82 + base * 0.18) * fading
    )


def hill(s: Sheet, y: float, height: float, tone: Rgb, lean: float = 0.0) -> None:
    """A soft hill across the sheet."""
    rise = [(-0.1, 0.4), (0.2, 0.9 - lean), (0.5, 0.6), (0.8, 0.9 + lean), (1.1, 0.5)]
    tops = [(a * s.w, y - b * height * s.between(0.85, 1.15)) for a, b in rise]
    shape = np.concatenate(
        [curve_top(tops), polygon((s.w * 1.1, s.h + 10), (-s.w * 0.1, s.h + 10))]
    )
    s.fade(shape, mix(tone, (255, 255, 220), 0.12), darker(tone, 0.14))
    s.spray(shape, darker(tone, 0.4), pi / 2 + 0.4, 0.3, 0.6)


def curve_top(points: list[tuple[float, float]]) -> Outline:
    """A soft open line through the points."""
    return path(*points, closed=False)


def mist(s: Sheet, y: float, thick: float, tone: Rgb, alpha: float = 0.5) -> None:
    """A bank of mist around height y."""
    patches = [
        blob(
            s.between(0, s.w),
            y + s.between(-0.3, 0.3) * thick,
            s.w * s.between(0.15, 0.3),
            s.rng,
            squash=thick / s.w * 2.2,
        )
        for _ in range(6)
    ]
    s.shadow(patches, blur=thick * 0.3, alpha=alpha, colour=tone)
