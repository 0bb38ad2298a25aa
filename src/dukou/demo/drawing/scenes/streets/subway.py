"""Scene `subway`: inside an underground train, or on its platform."""

from __future__ import annotations

from ...sheet import Sheet
from .carriage import carriage
from .platform import platform


def subway(s: Sheet) -> None:
    """Inside an underground train, or on its platform."""
    s.pick([carriage, platform])(s)
