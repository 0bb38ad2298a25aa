"""What can be translated: notes, comments, whatever an app registers here.

An app tells the bridge how to find its texts, how to keep a translation and how to show one. It
registers when Django starts: `register(CommentTexts())` in its `AppConfig.ready`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from django.db.models import QuerySet
from django.http import Http404

from dukou.site.bridge.choosing import CreditedVersion
from dukou.site.bridge.shown import ShownVersion
from dukou.site.members.models import Member
from dukou.site.notes.models import Provenance, TextVersion

V = TypeVar("V", bound=TextVersion)


@dataclass(frozen=True)
class Source:
    """A text as its author wrote it, and what may be done with it.

    `parts` is what belongs together: a note's title and body. A text that is not public is shown
    to no engine on another machine. `fresh` holds the languages that it is available in, of the
    text as it stands now; `lesser` those of them in which a good engine would do better.
    """

    kind: str
    id: int
    author_id: int
    lang: str
    parts: tuple[str, ...]
    is_public: bool
    fresh: frozenset[str]
    lesser: frozenset[str] = frozenset()

    @property
    def digest(self) -> bytes:
        """Tells texts apart, whoever wrote them."""
        return digest_of("\0".join(self.parts))

    @property
    def characters(self) -> int:
        """What translating it costs."""
        return sum(len(part) for part in self.parts)


@dataclass(frozen=True)
class Made:
    """Who made a version: a machine with its quality, or a member."""

    provenance: str
    engine: str = ""
    quality: str = ""
    by: Member | None = None


def digest_of(text: str) -> bytes:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode()).digest()


def copies(rows: QuerySet[V], engines: Collection[str]) -> QuerySet[V]:
    """Those of the versions that a machine of one of these labels made."""
    return rows.filter(provenance=Provenance.MACHINE, engine__in=engines)


class Translatable(Protocol):
    """One kind of text: where it is, how a translation is kept, how it is shown."""

    kind: str
    template: str

    def sources(self, ids: Iterable[int]) -> dict[int, Source]:
        """Those of the texts that still exist and that others may read, by id."""

    def existing(self, ids: Iterable[int]) -> set[int]:
        """Those of the ids whose texts are there, hidden or not."""

    def is_public(self, text_id: int) -> bool:
        """Whether the text is for everybody."""

    def keep(self, source: Source, *, lang: str, parts: Sequence[str], made: Made) -> bool:
        """Keep a version; False if the text is gone or has changed since `source` was read."""

    def versions(self, viewer: Member | None, text_id: int) -> Sequence[CreditedVersion]:
        """All versions of a text that the viewer may read; raises Http404 for any other."""

    def drop_copies(self, engines: Collection[str], *, said: str | None = None) -> None:
        """Take away the machine's versions with these labels, of all texts; with `said` only those
        that say just this."""

    def address(self, text_id: int, show: str) -> str:
        """The page that holds the text, showing the version asked for where it can."""

    def context(self, text_id: int, version: ShownVersion) -> dict[str, Any]:
        """What the template needs to show the version."""


_registered: dict[str, Translatable] = {}


def register(texts: Translatable) -> None:
    """Let the bridge translate texts of this kind."""
    _registered[texts.kind] = texts


def kinds() -> list[Translatable]:
    """Everything that was registered."""
    return list(_registered.values())


def translatable(kind: str) -> Translatable:
    """The texts of this kind; a kind that nobody registered raises Http404."""
    try:
        return _registered[kind]
    except KeyError:
        raise Http404 from None
