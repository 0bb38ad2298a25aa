"""Pictures for the demo community, drawn by code: `draw` for notes, `avatar` for people."""

from .avatars import MOTIFS, avatar
from .errors import DrawingError, UnknownMood, UnknownMotif, UnknownScene, UnknownShape
from .pictures import SHAPES, draw
from .scenes import SCENES

__all__ = [
    "MOTIFS",
    "SCENES",
    "SHAPES",
    "DrawingError",
    "UnknownMood",
    "UnknownMotif",
    "UnknownScene",
    "UnknownShape",
    "avatar",
    "draw",
]
