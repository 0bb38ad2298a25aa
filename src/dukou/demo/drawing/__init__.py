"""Pictures for the demo community, drawn by code: `draw` for notes, `avatar` for people."""

from .avatars import avatar
from .errors import DrawingError, UnknownMood, UnknownMotif, UnknownScene, UnknownShape
from .motifs import MOTIFS
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
