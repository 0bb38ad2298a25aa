"""Scene `film`: the cinema, popcorn and tickets, or a camera."""

from __future__ import annotations

from ...sheet import Sheet
from .camera import camera
from .cinema import cinema
from .popcorn import popcorn


def film(s: Sheet) -> None:
    """The cinema, popcorn and tickets, or a camera with its reel."""
    s.pick([cinema, popcorn, camera])(s)
