"""From a scene's name to its picture: the same words and seed give the same pixels."""

from __future__ import annotations

from zlib import crc32

import numpy as np
from PIL import Image

from .colour import MOODS, Palette
from .errors import UnknownMood, UnknownScene, UnknownShape
from .finish import finish
from .scenes import SCENES
from .sheet import Sheet

SHAPES: dict[str, tuple[int, int]] = {
    "tall": (900, 1200),
    "square": (1000, 1000),
    "wide": (1200, 900),
}


def draw(scene: str, *, mood: str, shape: str, seed: int, scale: float = 1.0) -> Image.Image:
    """The picture of a scene, in RGB; `scale` below 1 gives a smaller one.

    Raises: UnknownScene, UnknownMood, UnknownShape.
    """
    if scene not in SCENES:
        raise UnknownScene(scene, sorted(SCENES))
    if mood not in MOODS:
        raise UnknownMood(mood, sorted(MOODS))
    if shape not in SHAPES:
        raise UnknownShape(shape, sorted(SHAPES))
    rng = np.random.default_rng([crc32(f"{scene} {mood} {shape}".encode()), seed])
    sheet = Sheet(SHAPES[shape], Palette(mood, rng), rng, scale)
    SCENES[scene](sheet)
    finish(sheet)
    return sheet.picture()
