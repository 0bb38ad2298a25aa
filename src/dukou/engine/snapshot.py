"""What was learnt, as a directory: memory-mapped arrays, checksummed, switched in one step.

    root/
      current                 names the directory that serves
      00000012/               one snapshot; the last three are kept
        manifest.json         form, place, and shape, type and checksum of every array
        notes.npy ...

A snapshot is written beside the others, synced, and only then named in `current`; one writer at a
time, and what a writer left unfinished is cleared by the next. One that is corrupt, missing or of
another form or place is refused, and the one before it serves.
"""

import fcntl
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dukou.engine.errors import SnapshotCorrupt, SnapshotError, SnapshotForeign, SnapshotMissing

FORM = 1
KEPT = 3
_MANIFEST = "manifest.json"
_CURRENT = "current"
_BUILDING = ".building-"
_LOCK = ".writing"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Arrays by name, mapped read-only from a directory; `facts` is what the writer noted."""

    version: int
    path: Path
    arrays: Mapping[str, Any]
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Served:
    """The snapshot that serves, None if none can; and why newer ones were refused."""

    snapshot: Snapshot | None
    refused: tuple[SnapshotError, ...]


def write_snapshot(
    root: Path, arrays: Mapping[str, Any], *, place: str, facts: Mapping[str, Any] | None = None
) -> Snapshot:
    """Writes the next snapshot, switches to it, and drops those before the last three.

    Args:
        place: names the place; a snapshot of another place is refused when it is read.
        facts: anything JSON can hold, such as the configuration it was learnt with.
    """
    root.mkdir(parents=True, exist_ok=True)
    with _only_writer(root):
        version = max(_versions(root), default=0) + 1
        building = root / f"{_BUILDING}{version:08d}"
        _build(building, arrays, place, facts)
        final = root / f"{version:08d}"
        building.rename(final)
        _sync_directory(root)
        _switch(root, final.name)
        for old in sorted(_versions(root))[:-KEPT]:
            shutil.rmtree(root / f"{old:08d}")
        return read_snapshot(final, place=place)


@contextmanager
def _only_writer(root: Path) -> Iterator[None]:
    """Waits for its turn, then clears what an interrupted writer left."""
    with (root / _LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in root.glob(f"{_BUILDING}*"):
            shutil.rmtree(left)
        yield


def _build(
    folder: Path, arrays: Mapping[str, Any], place: str, facts: Mapping[str, Any] | None
) -> None:
    """Writes the arrays and their sealed manifest."""
    folder.mkdir()
    listed = {}
    for name, array in arrays.items():
        path = folder / f"{name}.npy"
        with path.open("wb") as file:
            np.save(file, np.ascontiguousarray(array), allow_pickle=False)
            file.flush()
            _sync(file.fileno())
        listed[name] = {"sha256": _checksum(path), "bytes": path.stat().st_size}
    manifest = {"form": FORM, "place": place, "arrays": listed, "facts": dict(facts or {})}
    text = json.dumps(manifest, indent=2, sort_keys=True)
    sealed = {"manifest": manifest, "sha256": hashlib.sha256(text.encode()).hexdigest()}
    _write(folder / _MANIFEST, json.dumps(sealed, indent=2, sort_keys=True))
    _sync_directory(folder)


def read_snapshot(path: Path, *, place: str) -> Snapshot:
    """The snapshot in a directory, every checksum verified.

    Raises: SnapshotMissing, SnapshotCorrupt, SnapshotForeign.
    """
    try:
        sealed = json.loads((path / _MANIFEST).read_text())
        manifest = sealed["manifest"]
        text = json.dumps(manifest, indent=2, sort_keys=True)
        intact = hashlib.sha256(text.encode()).hexdigest() == sealed["sha256"]
        form, of_place = manifest.get("form"), manifest.get("place")
    except FileNotFoundError as error:
        raise SnapshotMissing(path, "there is no manifest") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SnapshotCorrupt(path, f"the manifest cannot be read: {error}") from error
    if not intact:
        raise SnapshotCorrupt(path, "the manifest is not what its checksum says")
    if form != FORM:
        raise SnapshotForeign(path, f"form {form}, expected {FORM}")
    if of_place != place:
        raise SnapshotForeign(path, f"of {of_place!r}, this place is {place!r}")
    try:
        listed, facts = dict(manifest["arrays"]), dict(manifest["facts"])
        seals = {name: (int(fact["bytes"]), str(fact["sha256"])) for name, fact in listed.items()}
    except (KeyError, TypeError, ValueError) as error:
        raise SnapshotForeign(path, f"the manifest lists no arrays: {error}") from error
    arrays = {name: _mapped(path / f"{name}.npy", *seal) for name, seal in seals.items()}
    return Snapshot(int(path.name), path, arrays, facts)


Misfit = Callable[[Snapshot], str]
"""Why its reader could do nothing with a snapshot that is whole; empty where it can."""


def serve_snapshot(root: Path, *, place: str, misfit: Misfit = lambda _: "") -> Served:
    """The snapshot that `current` names, else the newest before it that can be served.

    Args:
        misfit: asked of each that is whole; one with an answer is refused like a foreign one.
    """
    refused: list[SnapshotError] = []
    for version in _in_order(root):
        try:
            found = read_snapshot(root / f"{version:08d}", place=place)
        except SnapshotError as error:
            refused.append(error)
            continue
        why = misfit(found)
        if not why:
            return Served(found, tuple(refused))
        refused.append(SnapshotForeign(found.path, why))
    return Served(None, tuple(refused))


class Snapshots:
    """The serving snapshot of a root, looked at again whenever `current` has changed."""

    def __init__(self, root: Path, *, place: str, misfit: Misfit = lambda _: "") -> None:
        self.root, self.place, self.misfit = root, place, misfit
        self._named: str | None = None
        self._served = Served(None, ())

    def latest(self) -> Served:
        """What serves now; where a newer one is refused, the last that served stays mapped."""
        named = _named(self.root)
        if named != self._named:
            served = serve_snapshot(self.root, place=self.place, misfit=self.misfit)
            if served.snapshot is None and self._served.snapshot is not None:
                served = Served(self._served.snapshot, served.refused)
            self._named, self._served = named, served
        return self._served


def _in_order(root: Path) -> list[int]:
    """Versions to try: the one that `current` names, then older ones, newest first."""
    versions = sorted(_versions(root), reverse=True)
    first = _number(_named(root) or "")
    if first is None:
        return versions
    return [first, *(version for version in versions if version < first)]


def _named(root: Path) -> str | None:
    """What `current` says; what cannot be read says nothing."""
    try:
        return (root / _CURRENT).read_text("utf-8", errors="replace").strip()
    except FileNotFoundError:
        return None
    except OSError:
        return ""


def _versions(root: Path) -> list[int]:
    if not root.is_dir():
        return []
    numbers = ((_number(path.name), path) for path in root.iterdir())
    return [number for number, path in numbers if number is not None and path.is_dir()]


def _number(name: str) -> int | None:
    """The version that a directory's name stands for; None for any other name."""
    return int(name) if re.fullmatch(r"[0-9]{1,12}", name) else None


def _mapped(path: Path, size: int, checksum: str) -> Any:
    if not path.is_file():
        raise SnapshotCorrupt(path.parent, f"{path.name} is missing")
    try:
        if path.stat().st_size != size or _checksum(path) != checksum:
            raise SnapshotCorrupt(path.parent, f"{path.name} is not what its checksum says")
        if _is_empty(path):
            return np.load(path, allow_pickle=False)  # an empty array cannot be mapped
        return np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError, KeyError) as error:
        raise SnapshotCorrupt(path.parent, f"{path.name} cannot be read: {error}") from error


def _is_empty(path: Path) -> bool:
    """Whether the array has no elements, from its header alone."""
    with path.open("rb") as file:
        version = np.lib.format.read_magic(file)
        read = {
            (1, 0): np.lib.format.read_array_header_1_0,
            (2, 0): np.lib.format.read_array_header_2_0,
        }
        shape, _, _ = read[version](file)
    return 0 in shape


def _checksum(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _switch(root: Path, name: str) -> None:
    beside = root / f".{_CURRENT}-{os.getpid()}"
    _write(beside, name)
    beside.replace(root / _CURRENT)
    _sync_directory(root)


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        _sync(file.fileno())


def _sync(descriptor: int) -> None:
    os.fsync(descriptor)


def _sync_directory(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
