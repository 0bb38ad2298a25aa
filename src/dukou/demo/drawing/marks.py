"""Our mark as pixels, and the picture that links to the place itself show.

`python -m dukou.demo.drawing.marks` draws both into the site's static files, where they are
committed. The strokes are those of static/mark.svg: two that meet over water.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from .colour import Palette, oklch
from .finish import finish
from .outline import Outline, rect, stroke
from .scenes import SCENES
from .sheet import Sheet

STATIC = Path(__file__).parents[2] / "site/static"
PAPER, INK = oklch(0.985, 0.004, 85), oklch(0.22, 0.01, 260)
VERMILION, RIVER = oklch(0.57, 0.21, 27), oklch(0.52, 0.09, 215)
PREVIEW = (1200, 630)


def touch_icon(side: int) -> Image.Image:
    """The mark on paper, filling the square: telephones round its corners themselves."""
    s = _sheet((side, side))
    s.fill_all(PAPER)
    _mark(s, side * 0.5, side * 0.5, side * 0.8)
    return s.picture()


def preview() -> Image.Image:
    """The place as a picture: a still lake, the mark and the name on paper."""
    s = _sheet(PREVIEW, "gold")
    SCENES["lake"](s)
    finish(s)
    card = rect(70, 150, 500, 330, 28)
    s.shadow(card, 0, 14, 26, 0.35)
    s.fill(card, PAPER)
    _mark(s, 190, 315, 190)
    s.letter("渡口", 420, 280, 118, INK)
    s.letter("Dukou", 420, 390, 58, RIVER)
    return s.picture()


def _sheet(size: tuple[int, int], mood: str = "warm") -> Sheet:
    rng = np.random.default_rng(11)
    return Sheet(size, Palette(mood, rng), rng)


def _mark(s: Sheet, x: float, y: float, size: float) -> None:
    """The mark around (x, y); the drawing lives in a square of 32."""

    def put(line: Outline, width: float) -> Outline:
        return stroke((line - (16 + 16.5j)) * (size / 28) + complex(x, y), width * size / 28)

    s.fill(put(_bezier(17 + 5.5j, 15.6 + 12.5j, 11.3 + 18j, 5 + 21.5j), 3.6), VERMILION)
    s.fill(put(_bezier(15.2 + 11.5j, 17.8 + 16.5j, 21.8 + 19.7j, 27.2 + 21.5j), 3.6), RIVER)
    t = np.linspace(0, 1, 60)
    s.fill(put(5 + 22 * t + 1j * (27.2 - np.sin(t * 22 / 8.25 * 2 * np.pi) * 0.72), 2.0), INK)


def _bezier(start: complex, first: complex, second: complex, end: complex) -> Outline:
    t = np.linspace(0, 1, 40)
    curve = (1 - t) ** 3 * start + 3 * (1 - t) ** 2 * t * first
    return np.asarray(curve + 3 * (1 - t) * t**2 * second + t**3 * end)


def main() -> None:
    """Draw the icons and the preview into the site's static files."""
    touch_icon(180).save(STATIC / "touch-icon.png", optimize=True)
    touch_icon(512).quantize(64).save(STATIC / "icon-512.png", optimize=True)
    preview().save(STATIC / "preview.jpg", quality=84, optimize=True)


if __name__ == "__main__":
    main()
