"""Newer snapshots, looked for every twenty seconds; one that does not fit is refused."""

from __future__ import annotations

import time

import numpy as np
import structlog

from dukou.engine.content import Content
from dukou.engine.errors import SnapshotError
from dukou.engine.snapshot import Snapshot, Snapshots
from dukou.language.vectors import DIMENSIONS
from dukou.site.reading.allocation.shelf import Shelf
from dukou.site.reading.allocation.snapshots import (
    PAGE,
    learning_of,
    place_name,
    snapshots_folder,
)

log = structlog.get_logger()
LOOK_SECONDS = 20.0
NEEDED = ("member_ids", "members", "note_ids", "notes")


class Shelves:
    """Where this process looks; a broken snapshot is passed over for the one before."""

    def __init__(self) -> None:
        self._snapshots = Snapshots(snapshots_folder(), place=place_name(), misfit=misfit)
        self._next_look = 0.0
        self._refused: tuple[SnapshotError, ...] = ()

    def newer(self, *, than: Shelf) -> Shelf | None:
        """What the snapshot that serves knows, if it is another; one that cannot be used is
        refused with a word, and what served before goes on."""
        if time.monotonic() < self._next_look:
            return None
        self._next_look = time.monotonic() + LOOK_SECONDS
        served = self._snapshots.latest()
        if served.refused != self._refused:
            self._refused = served.refused
            for error in served.refused:
                log.warning("snapshot.refused", reason=str(error))
        found = served.snapshot
        if found is None or found is than.snapshot:
            return None
        return Shelf(found)


def misfit(snapshot: Snapshot) -> str:
    """Why nothing can be made of a snapshot that is whole; empty where something can."""
    try:
        return (
            _of_numbers(snapshot)
            or _of_factors(snapshot)
            or _of_content(snapshot)
            or _of_the_rest(snapshot)
        )
    except (TypeError, KeyError, ValueError, AttributeError, IndexError) as error:
        return f"it is not of the form that is known here: {type(error).__name__}: {error}"


def _of_numbers(snapshot: Snapshot) -> str:
    broken = (name for name, found in snapshot.arrays.items() if not np.isfinite(found).all())
    return next((f"{name} has numbers that are not finite" for name in broken), "")


def _of_factors(snapshot: Snapshot) -> str:
    arrays = snapshot.arrays
    missing = [name for name in NEEDED if name not in arrays]
    if missing:
        return f"without {missing[0]}"
    if arrays["notes"].ndim != 2:
        return "its factors are no table"
    width = arrays["notes"].shape[1]
    for ids, rows in (("member_ids", "members"), ("note_ids", "notes")):
        if arrays[rows].shape != (len(arrays[ids]), width):
            return f"{rows} are {arrays[rows].shape}, expected {(len(arrays[ids]), width)}"
    learning_of(snapshot)
    return ""


def _of_content(snapshot: Snapshot) -> str:
    width = snapshot.arrays["notes"].shape[1]
    content = Content.of_arrays(snapshot.arrays)
    for said in (content.topics, content.languages, content.authors) if content else ():
        if said.shape[1:] != (width,):
            return f"content is of {said.shape[1:]} factors, expected {width}"
    if content and len(content.texts) and content.texts.shape != (DIMENSIONS, width):
        return f"its texts are {content.texts.shape}, expected {(DIMENSIONS, width)}"
    return ""


def _of_the_rest(snapshot: Snapshot) -> str:
    """Of bridging scores, chances of slots and lines of calibration, where it has them."""
    arrays, facts = snapshot.arrays, snapshot.facts
    found: dict[str, tuple[int, ...]] = {}
    if "bridging_ids" in arrays:
        found["bridging"] = (len(arrays["bridging_ids"]),)
    if "slot_chances" in arrays:
        found["slot_chances"] = (PAGE,)
    if "calibration_slope" in arrays:
        lines = len(facts["calibration_groups"]), len(facts["calibration_languages"])
        found |= {"calibration_slope": lines, "calibration_offset": lines}
    for name, shape in found.items():
        if arrays[name].shape != shape:
            return f"{name} is {arrays[name].shape}, expected {shape}"
    return ""
