"""The place's translation memory: a text that one engine has done is never sent to it again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import Q, QuerySet

from dukou.language.engines.base import Maker, Output, Quality
from dukou.language.engines.chain import REFUSED_BEFORE, Attempt, Chain, Translation
from dukou.language.engines.memory import TranslationMemory
from dukou.language.tags import base, normal
from dukou.site.bridge.models import BY_MODERATORS, BY_PEOPLE, REFUSED, Memory
from dukou.site.bridge.precedents.label import NEAR
from dukou.site.bridge.precedents.standing import still_lent
from dukou.site.bridge.terms import glossary_version
from dukou.site.bridge.translatable import Source, digest_of


def remembered(source: Source, target: str, *, only_good: bool) -> Translation | None:
    """What an engine or people made of the very same text before; `only_good` leaves rough drafts
    out. What the text was refused, or moderators took from it, does not come back."""
    refused = list(_refusals(source, target).values_list("engine", flat=True))

    def lookup(texts: Sequence[str], lang: str, wanted: str) -> list[Output | None]:
        found = _rows(texts, lang, wanted, only_good=only_good, without=refused)
        return [found.get(digest_of(text)) for text in texts]

    memory = TranslationMemory(lookup, served=[(base(source.lang), base(target))])
    found = Chain([memory]).translate(source.parts, source=source.lang, target=target)
    return found if isinstance(found, Translation) else None


def remember(source: Source, made: Translation) -> None:
    """Keep each part of a translation under the engine that made it."""
    texts = dict(zip(source.parts, made.texts, strict=True))
    kept = {digest_of(part): text for part, text in texts.items() if part.strip()}
    _keep(source, made.target, engine_label(made), kept, quality=made.quality)


def remember_refusals(source: Source, target: str, attempts: Iterable[Attempt]) -> None:
    """Keep which engines have no good translation of the text, so that none is asked again."""
    for attempt in attempts:
        if attempt.is_final and attempt.problem != REFUSED_BEFORE:
            reason = {_whole(source): attempt.problem[:200]}
            _keep(source, target, _label(attempt.by), reason, quality=REFUSED)


def refusing(source: Source, target: str, makers: Iterable[Maker]) -> list[Maker]:
    """Those of the engines that were asked for this very text before, and in vain."""
    by_label = {_label(maker): maker for maker in makers}
    rows = _refusals(source, target).filter(engine__in=by_label)
    return [by_label[label] for label in rows.values_list("engine", flat=True)]


def remember_wording(source: Source, target: str, parts: Sequence[str]) -> None:
    """Keep people's wording of a public text: it comes before what machines made of the same
    words, as long as that text is there for everybody."""
    if not source.is_public:
        return
    version = glossary_version(source.parts, source.lang, target)
    for text, wording in zip(source.parts, parts, strict=True):
        if text.strip() and wording.strip():
            Memory.objects.update_or_create(
                digest=digest_of(text),
                source=source.lang,
                target=normal(target),
                engine=BY_PEOPLE,
                glossary_version=version,
                defaults={"text": wording, "quality": Quality.GOOD},
            )


def forget_wordings(texts: Iterable[str], target: str) -> None:
    """Forget what says just this, whoever wrote or made it."""
    said = [text for text in texts if text.strip()]
    Memory.objects.filter(text__in=said, target=normal(target)).exclude(quality=REFUSED).delete()


def forget_lent(lent: Collection[tuple[str, str, str, str]]) -> None:
    """Forget wordings of people: text, its language, the target and what they made of it."""
    gone = {(digest_of(text), *about) for text, *about in lent}
    rows = Memory.objects.filter(engine=BY_PEOPLE, digest__in={digest for digest, *_ in gone})
    Memory.objects.filter(
        pk__in=[
            row.pk for row in rows if (bytes(row.digest), row.source, row.target, row.text) in gone
        ]
    ).delete()


def forget_refusal(source: Source, target: str, engine: str) -> None:
    """The engine of this label may be asked for the text again; `BY_PEOPLE`: their wording may
    serve it again."""
    Memory.objects.filter(
        digest=_whole(source), target=normal(target), engine=engine, quality=REFUSED
    ).delete()


def forget_texts(texts: Iterable[str]) -> None:
    """Forget every translation of these texts, because whoever wrote them leaves."""
    Memory.objects.filter(digest__in=[digest_of(text) for text in texts]).delete()


def engine_label(made: Translation) -> str:
    """Name and version of an engine in one field."""
    return maker_label(made.engine, made.version)


def maker_named(label: str, quality: str) -> Maker:
    """Whom such a label names."""
    name, _, version = label.rpartition(" (")
    return Maker(name, version.rstrip(")"), Quality(quality))


def maker_label(engine: str, version: str) -> str:
    """As `engine_label`."""
    return f"{engine} ({version})"[:60]


def _label(maker: Maker) -> str:
    return maker_label(maker.engine, maker.version)


def _refusals(source: Source, target: str) -> QuerySet[Memory]:
    return Memory.objects.filter(
        _stays_out() | Q(glossary_version=glossary_version(source.parts, source.lang, target)),
        digest=_whole(source),
        source=source.lang,
        target=normal(target),
        quality=REFUSED,
    )


def _stays_out() -> Q:
    """Wordings of people that moderators took out: no change of a term makes them others. An
    engine may do better with the new term, and is asked again."""
    by_people = Q(engine=BY_PEOPLE) | Q(engine__startswith=f"{NEAR} (")
    return Q(text=BY_MODERATORS) & by_people


def _whole(source: Source) -> bytes:
    """The digest of a refusal: of all parts together, and unlike that of any part."""
    return digest_of("\0".join((REFUSED, *source.parts)))


def _keep(
    source: Source, target: str, label: str, texts: Mapping[bytes, str], *, quality: str
) -> None:
    version = glossary_version(source.parts, source.lang, target)
    Memory.objects.bulk_create(
        [
            Memory(
                digest=digest,
                source=source.lang,
                target=normal(target),
                engine=label,
                glossary_version=version,
                text=text,
                quality=quality,
            )
            for digest, text in texts.items()
        ],
        ignore_conflicts=True,
    )


def _rows(
    texts: Sequence[str], source: str, target: str, *, only_good: bool, without: Collection[str]
) -> dict[bytes, Output]:
    """By digest; a good translation before a rough one, a newer before an older."""
    rows = Memory.objects.filter(
        digest__in=[digest_of(text) for text in texts],
        source=source,
        target=target,
        glossary_version=glossary_version(texts, source, target),
    ).exclude(Q(quality=REFUSED) | Q(engine__in=without))
    if only_good:
        rows = rows.filter(quality=Quality.GOOD)
    ordered = sorted(
        _lent_among(rows, texts, target),
        key=lambda row: (row.engine == BY_PEOPLE, row.quality == Quality.GOOD, row.pk),
    )
    return {bytes(row.digest): _output(row) for row in ordered}


def _lent_among(rows: Iterable[Memory], texts: Sequence[str], target: str) -> list[Memory]:
    """Without what people made of a text that is not there for everybody any more."""
    found = list(rows)
    if not any(row.engine == BY_PEOPLE for row in found):
        return found
    lent = {(digest_of(text), said) for text, said in still_lent(texts, normal(target))}
    return [
        row for row in found if row.engine != BY_PEOPLE or (bytes(row.digest), row.text) in lent
    ]


def _output(row: Memory) -> Output:
    return Output(row.text, by=maker_named(row.engine, row.quality))
