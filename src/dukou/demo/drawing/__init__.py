"""Pictures for the demo community, drawn by code: `draw` for notes, `avatar` for people.

Errors: DrawingError ← UnknownScene, UnknownMood, UnknownShape, UnknownMotif.
"""

from .pictures import (
    SHAPES,
    DrawingError,
    UnknownMood,
    UnknownScene,
    UnknownShape,
    draw,
    draw_many,
)
from .scenes import SCENES

__all__ = [
    "SCENES",
    "SHAPES",
    "DrawingError",
    "UnknownMood",
    "UnknownScene",
    "UnknownShape",
    "draw",
    "draw_many",
]
