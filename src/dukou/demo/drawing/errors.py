"""What can be wrong with an order for a picture.

DrawingError
├── UnknownScene
├── UnknownMood
├── UnknownShape
└── UnknownMotif
"""

from __future__ import annotations

from collections.abc import Sequence


class DrawingError(ValueError):
    """A picture was asked for that cannot be drawn."""

    kind = "word"

    def __init__(self, word: str, known: Sequence[str]) -> None:
        self.word, self.known = word, tuple(known)
        super().__init__(f"unknown {self.kind} {word!r}, expected one of: {', '.join(known)}")


class UnknownScene(DrawingError):
    """No such scene."""

    kind = "scene"


class UnknownMood(DrawingError):
    """No such mood."""

    kind = "mood"


class UnknownShape(DrawingError):
    """No such shape."""

    kind = "shape"


class UnknownMotif(DrawingError):
    """No such motif of an avatar."""

    kind = "motif"
