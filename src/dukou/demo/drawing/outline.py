"""Outlines: closed shapes as arrays of complex numbers (x + yj), so that turning is multiplying."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from math import pi

import numpy as np
from numpy.typing import NDArray

Outline = NDArray[np.complex128]
Points = Sequence[complex] | Outline


def ellipse(x: float, y: float, rx: float, ry: float | None = None, turn: float = 0.0) -> Outline:
    """An ellipse around (x, y); `turn` in radians."""
    ry = rx if ry is None else ry
    steps = max(12, min(96, int(6 * max(rx, ry) ** 0.5)))
    angle = np.linspace(0, 2 * pi, steps, endpoint=False)
    ring = rx * np.cos(angle) + 1j * ry * np.sin(angle)
    return np.asarray(ring * np.exp(1j * turn) + complex(x, y))


def rect(x: float, y: float, w: float, h: float, round_: float = 0.0) -> Outline:
    """A rectangle from its top left corner, its corners rounded by `round_`."""
    radius = min(round_, abs(w) / 2, abs(h) / 2)
    if radius <= 0:
        return np.array(
            [complex(x, y), complex(x + w, y), complex(x + w, y + h), complex(x, y + h)]
        )
    quarter = np.exp(1j * np.linspace(0, pi / 2, 7)) * radius
    corners = [
        (x + radius, y + radius, -1), (x + w - radius, y + radius, -1j),
        (x + w - radius, y + h - radius, 1), (x + radius, y + h - radius, 1j),
    ]  # fmt: skip
    return np.concatenate([quarter * turn + complex(cx, cy) for cx, cy, turn in corners])


def polygon(*corners: tuple[float, float]) -> Outline:
    """Straight edges from corner to corner."""
    return np.array([complex(x, y) for x, y in corners])


def local(
    x: float, y: float, unit: float, points: str, *, tall: float | None = None, mirror: float = 1
) -> list[tuple[float, float]]:
    """Points around (x, y) written as in SVG, "dx,dy dx,dy …", in units of `unit`.

    tall: another unit for dy; mirror: -1 turns left and right about.
    """
    wide, tall = unit * mirror, unit if tall is None else tall
    return [(x + dx * wide, y + dy * tall) for dx, dy in _parsed(points)]


@lru_cache(maxsize=2048)
def _parsed(points: str) -> list[tuple[float, float]]:
    pairs = (pair.split(",") for pair in points.split())
    return [(float(dx), float(dy)) for dx, dy in pairs]


def smooth(points: Points, *, closed: bool = True, steps: int = 7) -> Outline:
    """A soft curve through the points (Catmull-Rom)."""
    knots = np.asarray(points, dtype=np.complex128)
    if closed:
        padded = np.concatenate([knots[-1:], knots, knots[:2]])
    else:
        padded = np.concatenate([knots[:1], knots, knots[-1:]])
    before, start, end, after = padded[:-3], padded[1:-2], padded[2:-1], padded[3:]
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    curve = 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * t**2
        + (3 * start - before - 3 * end + after) * t**3
    )
    flat = curve.T.ravel()
    return flat if closed else np.append(flat, knots[-1])


def path(*points: tuple[float, float], closed: bool = True) -> Outline:
    """A soft curve through (x, y) pairs."""
    return smooth([complex(x, y) for x, y in points], closed=closed)


def blob(
    x: float, y: float, radius: float, rng: np.random.Generator, *, rough: float = 0.12,
    knots: int = 9, squash: float = 1.0,
) -> Outline:  # fmt: skip
    """A lump that no compass drew: a circle whose radius wanders by `rough`."""
    angle = np.linspace(0, 2 * pi, knots, endpoint=False) + rng.uniform(0, 2 * pi)
    reach = radius * (1 + rng.uniform(-rough, rough, knots))
    ring = reach * np.cos(angle) + 1j * reach * np.sin(angle) * squash
    return smooth(ring + complex(x, y))


def stroke(points: Points, width: float | Sequence[float], *, taper: float = 1.0) -> Outline:
    """A brush line along the points; width may change along it, `taper` thins its end."""
    line = np.asarray(points, dtype=np.complex128)
    count = len(line)
    widths = np.interp(
        np.linspace(0, 1, count), np.linspace(0, 1, np.size(width)), np.atleast_1d(width)
    )
    widths = widths * np.linspace(1, taper, count) / 2
    ahead = np.gradient(line)
    length = np.abs(ahead)
    normal = 1j * ahead / np.where(length > 1e-9, length, 1)
    left, right = line + normal * widths, line - normal * widths
    cap = np.exp(1j * np.linspace(pi / 2, -pi / 2, 9)[1:-1])
    end = line[-1] + cap * widths[-1] * (normal[-1] / 1j)
    start = line[0] - cap * widths[0] * (normal[0] / 1j)
    return np.concatenate([left, end, right[::-1], start])


def line(x1: float, y1: float, x2: float, y2: float, width: float) -> Outline:
    """A straight line with round ends."""
    start, end = complex(x1, y1), complex(x2, y2)
    return stroke([start, (start + end) / 2, end], width)


def curve(
    *points: tuple[float, float], width: float | Sequence[float], taper: float = 1.0
) -> Outline:
    """A soft brush line through (x, y) pairs."""
    return stroke(path(*points, closed=False), width, taper=taper)


def leaf(
    x: float, y: float, length: float, width: float, turn: float, bend: float = 0.0
) -> Outline:
    """A pointed leaf that starts at (x, y) and grows along `turn`."""
    t = np.linspace(0, 1, 9)
    half = width / 2 * np.sin(pi * t**0.8)
    spine = t * length + 1j * bend * length * t**2
    body = np.concatenate([spine + 1j * half, (spine - 1j * half)[::-1][1:-1]])
    return np.asarray(body * np.exp(1j * turn) + complex(x, y))


def arc(
    x: float, y: float, rx: float, ry: float, start: float, end: float, width: float
) -> Outline:
    """A brush line along part of an ellipse, angles in radians."""
    angle = np.linspace(start, end, max(8, int(abs(end - start) * 8)))
    return stroke(rx * np.cos(angle) + 1j * ry * np.sin(angle) + complex(x, y), width)


def star(
    x: float, y: float, radius: float, *, tips: int = 5, inner: float = 0.5, turn: float = 0.0
) -> Outline:
    """A star, first tip up."""
    angle = np.arange(tips * 2) * pi / tips - pi / 2 + turn
    reach = np.where(np.arange(tips * 2) % 2 == 0, radius, radius * inner)
    return np.asarray(reach * np.exp(1j * angle) + complex(x, y))


def turned(outline: Outline, angle: float, x: float, y: float) -> Outline:
    """The outline turned by `angle` around (x, y)."""
    pivot = complex(x, y)
    return np.asarray((outline - pivot) * np.exp(1j * angle) + pivot)


def turning(angle: float, x: float, y: float) -> Callable[[Outline], Outline]:
    """What turns any outline by `angle` around (x, y): a thing lying askew on a table."""
    return partial(turned, angle=angle, x=x, y=y)


def spot(place: Callable[[Outline], Outline], x: float, y: float) -> tuple[float, float]:
    """Where a single point goes when `place` turns things."""
    at = place(np.array([complex(x, y)]))[0]
    return float(at.real), float(at.imag)
