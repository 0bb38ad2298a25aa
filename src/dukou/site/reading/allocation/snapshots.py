"""Where snapshots lie, whose they are, and the sizes that they speak of."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

FACTORS = 16
PAGE = 20
COLUMNS = 2


def snapshots_folder() -> Path:
    """Where snapshots lie."""
    return Path(settings.CONFIGURATION.home, "engine")


def place_name() -> str:
    """Names the place in its snapshots, so that one of another place is refused."""
    return str(settings.CONFIGURATION.place_name)
