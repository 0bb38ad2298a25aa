"""Where snapshots lie, whose they are, and the sizes that they speak of."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from dukou.engine.learning import Learning
from dukou.engine.snapshot import Snapshot

PAGE = 20
COLUMNS = 2
MOST_NUMBERS = 25_000_000


def snapshots_folder() -> Path:
    """Where snapshots lie."""
    return Path(settings.CONFIGURATION.home, "engine")


def place_name() -> str:
    """Names the place in its snapshots, so that one of another place is refused."""
    return str(settings.CONFIGURATION.place_name)


def settings_for(events: int, *, notes: int, shown: bool) -> Learning:
    """How factors are learnt from so many events, with what was shown or without.

    Every page reads the factors of all live notes, and every process holds them: the more notes
    there are, the fewer factors each may have.
    """
    return Learning.sized(events, shown=shown, most_factors=MOST_NUMBERS // max(notes, 1))


def learning_of(snapshot: Snapshot) -> Learning:
    """The settings that it was learnt with; before they were noted, they followed from the events.

    Raises: TypeError, KeyError: settings that are not known here, or none.
    """
    facts = snapshot.facts
    if "learning" in facts:
        return Learning(**facts["learning"])
    return Learning.sized(int(facts["events"]), shown=float(facts.get("mean", 0.0)) > 0.0)
