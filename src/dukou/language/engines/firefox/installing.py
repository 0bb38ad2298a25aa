"""Put models in place, say which there are, take them away.

A model lies in `<folder>/<pair>/` as plain files and a `model.json` that says where they came from
and their digests. It appears there whole or not at all.
"""

import gzip
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from dukou.language.engines.base import Pair
from dukou.language.engines.firefox.catalogue import (
    HUB,
    ORIGINS,
    FetchError,
    Model,
    ModelsError,
    PinnedFile,
    UnknownPair,
    WrongFile,
    models_for,
    pair_name,
)
from dukou.language.engines.firefox.fetching import Progress, digest_of, fetch

FACTS = "model.json"
_DOWNLOADS = ".downloads"


@dataclass(frozen=True, slots=True)
class Installed:
    """A model that is in place."""

    pair: Pair
    kind: str
    version: str
    bytes: int
    source: str


def legs_of(pair: Pair, known: Iterable[Model]) -> tuple[Pair, ...]:
    """The pairs to install so that this pair is served, or raise `UnknownPair`."""
    known = tuple(known)
    pairs = {model.pair for model in known}
    if pair in pairs:
        return (pair,)
    legs = ((pair[0], HUB), (HUB, pair[1]))
    if HUB in pair or not set(legs) <= pairs:
        raise UnknownPair(pair, pairs)
    return legs


def install(
    pair: Pair,
    folder: Path,
    *,
    known: Iterable[Model],
    origin: str = "",
    kind: str = "",
    progress: Progress = lambda _: None,
) -> Installed:
    """Have the model of one direction under `folder`.

    Args:
        origin: empty for Mozilla's own servers, the address of a mirror, or a folder.
        kind: only this kind of model; else the best that the origin has.
    Raises: ModelsError: with a sentence that says what is missing or wrong.
    """
    candidates = models_for(pair, known, kind)
    is_folder = bool(origin) and "://" not in origin
    if is_folder:
        model, found = _in_folder(Path(origin).expanduser(), candidates)
        return _put(model, found, folder, source=origin)
    downloads = folder / _DOWNLOADS
    model = candidates[0]
    urls = (origin.rstrip("/"),) if origin else ORIGINS
    found = [_fetched(file, urls, downloads, progress) for file in model.files]
    done = _put(model, found, folder, source=urls[0])
    for path in found:
        path.unlink(missing_ok=True)
    return done


def installed(folder: Path) -> list[Installed]:
    """The models that are in place; what is unfinished or unreadable is left out."""
    return sorted(_installed(folder), key=lambda model: model.pair)


def remove(pair: Pair, folder: Path) -> bool:
    """Take a model away; False if there was none."""
    place = folder / pair_name(pair)
    if not (place / FACTS).exists():
        return False
    # Without its facts it is out of use at once, whatever happens while the rest goes.
    (place / FACTS).unlink()
    shutil.rmtree(place)
    return True


def role_of(name: str) -> str:
    """What a file is for the engine, by its usual name: `model`, `shortlist`, `source` ..."""
    first = name.partition(".")[0]
    roles = {"lex": "shortlist", "srcvocab": "source", "trgvocab": "target"}
    return roles.get(first, first)


def _fetched(file: PinnedFile, urls: Sequence[str], folder: Path, progress: Progress) -> Path:
    """From the first origin that has it; the last one's refusal is the answer."""
    for number, url in enumerate(urls, 1):
        try:
            return fetch(file, f"{url}/{file.path}", folder, progress=progress)
        except ModelsError:
            if number == len(urls):
                raise
    raise FetchError(f"there is no origin for {file.path}")


def _in_folder(folder: Path, models: Sequence[Model]) -> tuple[Model, list[Path]]:
    """The best model whose files are all there, by name and digest, however deep."""
    if not folder.is_dir():
        raise FetchError(f"there is no folder {folder}")
    problem: ModelsError | None = None
    for model in models:
        try:
            return model, [_found(file, folder) for file in model.files]
        except ModelsError as error:
            problem = problem if isinstance(problem, WrongFile) else error
    raise problem or FetchError(f"{folder} holds no model")


def _found(file: PinnedFile, folder: Path) -> Path:
    there = [path for path in sorted(folder.rglob(file.name)) if path.is_file()]
    if not there:
        raise FetchError(f"{folder} holds no {file.name}")
    for path in there:
        if path.stat().st_size == file.bytes and digest_of(path) == file.sha256:
            return path
    raise WrongFile(f"{there[0]} has another SHA-256 than {file.sha256}; it is not used")


def _put(model: Model, found: Sequence[Path], folder: Path, *, source: str) -> Installed:
    folder.mkdir(parents=True, exist_ok=True)
    new = Path(mkdtemp(dir=folder, prefix=".new-"))
    try:
        written: dict[str, dict[str, object]] = {}
        for file, path in zip(model.files, found, strict=True):
            target = new / role_of(file.name)
            _unpack(path, target, packed=file.name.endswith(".gz"))
            facts = {"name": file.name, "bytes": target.stat().st_size, "sha256": digest_of(target)}
            written[target.name] = facts
        facts = {"pair": pair_name(model.pair), "kind": model.kind, "source": source}
        (new / FACTS).write_text(json.dumps({**facts, "files": written}, indent=1), "utf-8")
        new.chmod(0o755)
        place = folder / pair_name(model.pair)
        if not remove(model.pair, folder):
            shutil.rmtree(place, ignore_errors=True)
        os.replace(new, place)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return next(one for one in installed(folder) if one.pair == model.pair)


def _unpack(path: Path, target: Path, *, packed: bool) -> None:
    with gzip.open(path) if packed else path.open("rb") as read, target.open("wb") as out:
        shutil.copyfileobj(read, out)


def _installed(folder: Path) -> Iterator[Installed]:
    for place in folder.glob(f"*/{FACTS}"):
        try:
            facts = json.loads(place.read_text("utf-8"))
            source, _, target = facts["pair"].partition("-")
            model = facts["files"]["model"]["sha256"]
            size = sum(file["bytes"] for file in facts["files"].values())
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue
        version = f"{facts.get('kind', '')} {model[:8]}"
        kind, origin = facts.get("kind", ""), facts.get("source", "")
        yield Installed((source, target), kind, version, size, origin)
