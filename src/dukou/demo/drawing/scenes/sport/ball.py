"""Scene `ball`: basketball, football or badminton."""

from __future__ import annotations

from ...sheet import Sheet
from .badminton import badminton
from .basketball import basketball
from .football import football


def ball(s: Sheet) -> None:
    """Basketball, football or badminton."""
    s.pick([basketball, football, badminton])(s)
