"""Scene `game`: a pixel world, a controller, or two who play."""

from __future__ import annotations

from ...sheet import Sheet
from .gamepad import gamepad
from .living_room import living_room
from .pixel_world import pixel_world


def game(s: Sheet) -> None:
    """A pixel world on the screen, a controller, or a board game."""
    s.pick([pixel_world, gamepad, living_room])(s)
