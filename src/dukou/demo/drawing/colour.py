"""Colours in OKLCH, graded by a picture's mood so that everything in it belongs together.

A scene names natural colours ("leaf green, rather dark"); the mood bends lightness, strength and
hue the way one light would. Lamps and lit windows use `light`, which the mood leaves alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin

import numpy as np

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Mood:
    """How one light bends every colour of a picture.

    lo, hi: the lightness that natural 0 and 1 become; chroma: factor on colour strength;
    pull: share by which colours drift towards `pull_hue` at strength `pull_chroma`;
    keys: hues that a background may take; dark: whether the scene is lit by lamps;
    reds: factor on the strength of strong reds, where it differs: vermilion on grey.
    """

    lo: float
    hi: float
    chroma: float
    pull: float
    pull_hue: float
    pull_chroma: float
    keys: tuple[float, ...]
    dark: bool = False
    reds: float | None = None


MOODS: dict[str, Mood] = {
    "warm": Mood(0.20, 0.985, 1.05, 0.20, 60, 0.060, (30, 45, 62, 78, 20)),
    "cool": Mood(0.19, 0.980, 0.92, 0.26, 235, 0.055, (200, 220, 240, 255, 180)),
    "night": Mood(0.10, 0.80, 1.05, 0.30, 275, 0.080, (265, 280, 250, 300, 235), dark=True),
    "fresh": Mood(0.24, 0.992, 1.00, 0.18, 145, 0.050, (130, 150, 110, 165, 95)),
    "candy": Mood(0.34, 0.990, 1.05, 0.22, 350, 0.065, (350, 10, 320, 60, 290)),
    "mono": Mood(0.16, 0.975, 0.20, 0.55, 70, 0.022, (70, 80, 60, 250), reds=0.95),
    "rain": Mood(0.17, 0.880, 0.68, 0.36, 235, 0.040, (225, 240, 210, 255)),
    "gold": Mood(0.18, 0.975, 1.00, 0.34, 72, 0.100, (60, 72, 85, 48, 40)),
}


class Palette:
    """The colours of one picture: natural ones graded by mood, and a few accents of its own."""

    def __init__(self, mood: str, rng: np.random.Generator) -> None:
        self.name, self.mood = mood, MOODS[mood]
        self.key = float(rng.choice(self.mood.keys)) + float(rng.uniform(-6, 6))
        spread = [(30, 180, 90), (150, 40, 300), (60, 200, 120), (20, 210, 45), (120, 240, 180)]
        offsets = spread[int(rng.integers(len(spread)))]
        self.accents = [(self.key + offset) % 360 for offset in offsets]

    def __call__(self, lightness: float, chroma: float, hue: float) -> Rgb:
        """The graded colour: lightness 0 to 1, chroma 0 to about 0.25, hue in degrees."""
        mood = self.mood
        light = mood.lo + (mood.hi - mood.lo) * lightness
        pulled = mood.pull_chroma * _room(light)
        strength, pull = chroma * mood.chroma, mood.pull
        if mood.reds is not None and chroma > 0.15 and 8 <= hue <= 48:
            strength, pull = chroma * mood.reds, pull * 0.3
        a = _mix(strength * cos(radians(hue)), pulled * cos(radians(mood.pull_hue)), pull)
        b = _mix(strength * sin(radians(hue)), pulled * sin(radians(mood.pull_hue)), pull)
        return oklab(light, a, b)

    def light(self, lightness: float, chroma: float, hue: float) -> Rgb:
        """A colour that shines by itself and keeps its own hue."""
        return oklch(lightness, chroma, hue)

    def key_tone(self, lightness: float, chroma: float = 0.06) -> Rgb:
        """The picture's leading hue at this lightness."""
        return self(lightness, chroma, self.key)

    def accent(self, index: int, lightness: float = 0.66, chroma: float = 0.13) -> Rgb:
        """One of the picture's accent hues."""
        return self(lightness, chroma, self.accents[index % len(self.accents)])


@lru_cache(maxsize=65536)
def oklch(lightness: float, chroma: float, hue: float) -> Rgb:
    """sRGB of an OKLCH colour; what the screen cannot show is brought in by losing chroma."""
    return oklab(lightness, chroma * cos(radians(hue)), chroma * sin(radians(hue)))


@lru_cache(maxsize=65536)
def oklab(lightness: float, a: float, b: float) -> Rgb:
    """sRGB of an OKLab colour, chroma reduced until it fits the screen."""
    for _ in range(12):
        linear = _linear(lightness, a, b)
        if all(-0.004 <= value <= 1.004 for value in linear):
            break
        a, b = a * 0.88, b * 0.88
    red, green, blue = (round(255 * _gamma(value)) for value in linear)
    return red, green, blue


def mix(first: Rgb, second: Rgb, share: float) -> Rgb:
    """The colour `share` of the way from the first to the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def lighter(colour: Rgb, share: float) -> Rgb:
    """The colour on its way to white."""
    return mix(colour, (255, 255, 255), share)


def darker(colour: Rgb, share: float) -> Rgb:
    """The colour on its way to black."""
    return mix(colour, (0, 0, 0), share)


def _linear(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    """Linear sRGB of OKLab. Source: Ottosson 2020, https://bottosson.github.io/posts/oklab/"""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _gamma(value: float) -> float:
    value = min(1.0, max(0.0, value))
    if value <= 0.0031308:
        return 12.92 * value
    powered: float = value ** (1 / 2.4)
    return 1.055 * powered - 0.055


def _mix(first: float, second: float, share: float) -> float:
    return first + (second - first) * share


def _room(lightness: float) -> float:
    """Very light and very dark colours carry less of the pull, so that whites stay white."""
    pale: float = max(0.0, (lightness - 0.75) / 0.25) ** 1.5
    return 1.0 - 0.75 * pale
