"""Which version of a text a reader gets: one function, one order.

1. The original, where the reader reads its language (other Chinese script: converted).
2. Otherwise, in the order of the reader's languages: the author's own version, the
   community's, a good machine's, a near match of what people translated, a rough draft.
3. Otherwise the original as it is, marked as not readable, so that the page says so and offers to
   read it word for word: a gloss (`bridge/words`), never called a translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from dukou.language.engines.base import Quality
from dukou.language.scripts import to_script
from dukou.language.tags import SIMPLIFIED, base, can_read, direction, needs_conversion
from dukou.site.members.models import Member
from dukou.site.notes.models import Provenance


class Version(Protocol):
    """What notes' and comments' versions have in common."""

    @property
    def lang(self) -> str:
        """Language of the text."""

    @property
    def body(self) -> str:
        """The text."""

    @property
    def provenance(self) -> str:
        """Who wrote it."""

    @property
    def is_source(self) -> bool:
        """Whether it is the original."""

    @property
    def engine(self) -> str:
        """The machine, where one wrote it."""

    @property
    def quality(self) -> str:
        """`good`, `near` or `rough`, for a machine's."""

    @property
    def stale(self) -> bool:
        """Whether the original has changed since."""


class CreditedVersion(Version, Protocol):
    """A version that knows which reader wrote it, and can be named."""

    @property
    def pk(self) -> int:
        """Its id."""

    @property
    def by(self) -> Member | None:
        """The reader, where one is known."""

    @property
    def by_id(self) -> int | None:
        """Their id."""


@dataclass(frozen=True)
class Chosen:
    """A text as one reader gets it."""

    lang: str
    title: str
    body: str
    provenance: str
    engine: str
    quality: str
    is_original: bool
    is_readable: bool
    is_converted: bool
    stale: bool
    original_lang: str
    is_bilingual: bool
    """The author has written it in more than one language."""

    @property
    def dir(self) -> str:
        """Direction of writing, for the page."""
        return direction(self.lang)


def best_version(versions: Iterable[Version], reads: Sequence[str]) -> Chosen:
    """The version for a reader of these languages, best first."""
    known = list(versions)
    source = next(version for version in known if version.is_source)
    if can_read(reads, source.lang):
        return chosen(source, source, known, reads)
    for lang in reads:
        fitting = [version for version in known if can_read([lang], version.lang)]
        if fitting:
            return chosen(min(fitting, key=_rank), source, known, reads)
    return chosen(source, source, known, reads, is_readable=False)


def is_lesser(quality: str) -> bool:
    """Whether a machine's version of this quality yields to one by a good engine."""
    return quality in (Quality.NEAR, Quality.ROUGH)


def lesser_among(versions: Iterable[Version]) -> frozenset[str]:
    """The languages (as translations are made) of which the best version that is up to date is a
    near match or a rough draft."""
    best: dict[str, bool] = {}
    for version in versions:
        if not version.stale:
            target = target_of(version.lang)
            best[target] = best.get(target, True) and is_lesser(version.quality)
    return frozenset(target for target, lesser in best.items() if lesser)


def target_of(lang: str) -> str:
    """The language to translate into for its readers: both scripts of Chinese are one."""
    return SIMPLIFIED if base(lang) == "zh" else base(lang)


def chosen(
    version: Version,
    source: Version,
    known: Sequence[Version],
    reads: Sequence[str],
    *,
    is_readable: bool = True,
) -> Chosen:
    """The version as the reader gets it: in their script of Chinese."""
    lang = next((lang for lang in reads if can_read([lang], version.lang)), version.lang)
    convert = needs_conversion(lang, version.lang)
    title, body = getattr(version, "title", ""), version.body
    return Chosen(
        lang=lang if convert else version.lang,
        title=to_script(title, lang) if convert else title,
        body=to_script(body, lang) if convert else body,
        provenance=version.provenance,
        engine=version.engine,
        quality=version.quality,
        is_original=version.is_source,
        is_readable=is_readable,
        is_converted=convert,
        stale=version.stale,
        original_lang=source.lang,
        is_bilingual=sum(one.provenance == Provenance.AUTHOR for one in known) > 1,
    )


def _rank(version: Version) -> tuple[bool, int, int]:
    """Fresh before stale, author before community before machine, good before near and rough."""
    order = [Provenance.AUTHOR, Provenance.COMMUNITY, Provenance.MACHINE]
    return (
        version.stale,
        order.index(Provenance(version.provenance)),
        {Quality.NEAR.value: 1, Quality.ROUGH.value: 2}.get(version.quality, 0),
    )
