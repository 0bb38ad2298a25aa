"""The place's translation memory: a text that one engine has done is never sent to it again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dukou.language.engines.base import Maker, Output, Quality
from dukou.language.engines.chain import Chain, Translation
from dukou.language.engines.memory import TranslationMemory
from dukou.language.tags import base
from dukou.site.bridge.engines import GLOSSARY_VERSION
from dukou.site.bridge.models import Memory
from dukou.site.bridge.translatable import Source, digest_of


def remembered(source: Source, target: str, *, only_good: bool) -> Translation | None:
    """What an engine made of the very same text before; `only_good` leaves rough drafts out."""

    def lookup(texts: Sequence[str], lang: str, wanted: str) -> list[Output | None]:
        found = _rows(texts, lang, wanted, only_good=only_good)
        return [found.get(digest_of(text)) for text in texts]

    memory = TranslationMemory(lookup, served=[(base(source.lang), base(target))])
    found = Chain([memory]).translate(source.parts, source=source.lang, target=target)
    return found if isinstance(found, Translation) else None


def remember(source: Source, made: Translation) -> None:
    """Keep each part of a translation under the engine that made it."""
    Memory.objects.bulk_create(
        [
            Memory(
                digest=digest_of(text),
                source=source.lang,
                target=made.target,
                engine=engine_label(made),
                glossary_version=GLOSSARY_VERSION,
                text=translated,
                quality=made.quality,
            )
            for text, translated in zip(source.parts, made.texts, strict=True)
            if text.strip()
        ],
        ignore_conflicts=True,
    )


def forget_texts(texts: Iterable[str]) -> None:
    """Forget every translation of these texts, because whoever wrote them leaves."""
    Memory.objects.filter(digest__in=[digest_of(text) for text in texts]).delete()


def engine_label(made: Translation) -> str:
    """Name and version of an engine in one field."""
    return f"{made.engine} ({made.version})"[:60]


def _rows(
    texts: Sequence[str], source: str, target: str, *, only_good: bool
) -> dict[bytes, Output]:
    """By digest; a good translation before a rough one, a newer before an older."""
    rows = Memory.objects.filter(
        digest__in=[digest_of(text) for text in texts],
        source=source,
        target=target,
        glossary_version=GLOSSARY_VERSION,
    )
    if only_good:
        rows = rows.filter(quality=Quality.GOOD)
    ordered = sorted(rows, key=lambda row: (row.quality == Quality.GOOD, row.pk))
    return {bytes(row.digest): _output(row) for row in ordered}


def _output(row: Memory) -> Output:
    name, _, version = row.engine.partition(" (")
    return Output(row.text, by=Maker(name, version.rstrip(")"), Quality(row.quality)))
