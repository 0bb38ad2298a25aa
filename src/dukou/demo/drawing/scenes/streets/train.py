"""Scene `train`: from the window seat, or the train crossing a bridge."""

from __future__ import annotations

from ...sheet import Sheet
from .viaduct import viaduct
from .window_seat import window_seat


def train(s: Sheet) -> None:
    """From the window seat, or the train crossing a bridge."""
    s.pick([window_seat, viaduct])(s)
