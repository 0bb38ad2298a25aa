"""Scene `outfit`: clothes laid out on the bed, hanging on a rail, or worn before a mirror."""

from __future__ import annotations

from ...sheet import Sheet
from .laid_out import laid_out
from .mirror import before_mirror
from .rail import clothes_rail


def outfit(s: Sheet) -> None:
    """Clothes laid out on the bed, hanging on a rail, or worn before a mirror."""
    s.pick([laid_out, clothes_rail, before_mirror])(s)
