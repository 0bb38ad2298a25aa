"""Where snapshots lie, whose they are, and the sizes that they speak of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from django.conf import settings

from dukou.engine.learning import Learning

FACTORS = 32
PAGE = 20
COLUMNS = 2


def snapshots_folder() -> Path:
    """Where snapshots lie."""
    return Path(settings.CONFIGURATION.home, "engine")


def place_name() -> str:
    """Names the place in its snapshots, so that one of another place is refused."""
    return str(settings.CONFIGURATION.place_name)


def settings_for(events: int, *, shown: bool) -> Learning:
    """How factors are learnt from so many events, with what was shown or without; as many factors
    as live notes have room for."""
    return replace(Learning.sized(events, shown=shown), factors=FACTORS)
