"""Writes of the bridge: wishing for a translation, and fulfilling the wish in the background."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from dukou.language.engines.chain import Translation, Untranslated, Why
from dukou.language.tags import base, can_read, same_language
from dukou.site.bridge import budget, engines, memory, tasks
from dukou.site.bridge.choosing import target_of
from dukou.site.bridge.models import NO_ENGINE_FOR, Memory, Outcome, Spending, Wish
from dukou.site.bridge.translatable import Source, Translatable, translatable
from dukou.site.members.models import Member

#: After this long a wish that ended so may be made again. Others end for good.
_AGAIN_AFTER = {
    Outcome.FAILED: timedelta(minutes=10),
    Outcome.REFUSED: timedelta(days=7),
    Outcome.NO_ENGINE: NO_ENGINE_FOR,
    Outcome.BUDGET: timedelta(hours=1),
    Outcome.NOTHING: timedelta(days=7),
    Outcome.DONE: timedelta(0),
    # Its job was lost: jobs do not take an hour.
    Outcome.WAITING: timedelta(hours=1),
}
_MEMORY_KEPT = timedelta(days=90)
_SPENDING_KEPT = timedelta(days=90)


@transaction.atomic
def ask_for_translation(kind: str, ids: Iterable[int], *, reads: Sequence[str], by: Member) -> None:
    """Wish for texts in a language that the reader reads; what is on its way is not asked twice.

    Call it for texts that a reader met and cannot read, or whose translation is stale.
    """
    now = timezone.now()
    # Always in the order of ids: two readers of one page ask for the same texts at once, and
    # would otherwise wait for each other.
    sources = sorted(translatable(kind).sources(ids).values(), key=lambda source: source.id)
    wanted = {source.id: (source, _target_for(source, reads)) for source in sources}
    wishes = Wish.objects.filter(kind=kind, text_id__in=wanted).order_by("text_id", "target")
    known = {(wish.text_id, wish.target): wish for wish in wishes.select_for_update()}
    for source, target in wanted.values():
        if _is_available(source, target) or can_read(reads, source.lang):
            continue
        wish = known.get((source.id, target))
        if wish is None:
            wish, is_new = Wish.objects.get_or_create(kind=kind, text_id=source.id, target=target)
            if not is_new:  # another reader has asked meanwhile
                continue
        elif not _may_be_made_again(wish, now):
            continue
        _make(wish, source, by, now)


def translate(kind: str, text_id: int, target: str, *, asked_by: int | None) -> None:
    """Fulfil a wish as far as it can be; how it ended stands in its row. Safe to run twice."""
    texts = translatable(kind)
    wishes = Wish.objects.filter(kind=kind, text_id=text_id, target=target)
    source = texts.sources([text_id]).get(text_id)
    if source is None:
        wishes.delete()
        return
    outcome, detail = Outcome.DONE, ""
    if not _is_available(source, target):
        outcome, detail = _fulfil(texts, source, target, asked_by)
    wishes.update(outcome=outcome, detail=detail[:200], ended_at=timezone.now())


def forget_old(now: datetime) -> None:
    """Clear away what is no longer needed: old memories, wishes and days of spending.

    The memory outlives the notes whose words it holds, so it must not outlive them by much.
    """
    Memory.objects.filter(at__lt=now - _MEMORY_KEPT).delete()
    Wish.objects.filter(at__lt=now - _MEMORY_KEPT).delete()
    Spending.objects.filter(day__lt=timezone.localdate(now) - _SPENDING_KEPT).delete()


def _target_for(source: Source, reads: Sequence[str]) -> str:
    """The first language of the reader that an engine can do, else simply their first."""
    targets = [target_of(lang) for lang in reads if not same_language(lang, source.lang)]
    served = (target for target in targets if _is_served(source, target))
    return next(served, targets[0] if targets else target_of(reads[0]))


def _is_available(source: Source, target: str) -> bool:
    return any(same_language(target, lang) for lang in source.fresh)


def _is_served(source: Source, target: str) -> bool:
    return engines.chain().serves(source.lang, target, local_only=not source.is_public)


def _may_be_made_again(wish: Wish, now: datetime) -> bool:
    since = wish.ended_at if wish.outcome != Outcome.WAITING else wish.at
    return since is None or now - since >= _AGAIN_AFTER[Outcome(wish.outcome)]


def _make(wish: Wish, source: Source, by: Member, now: datetime) -> None:
    """Where no engine does the pair, only the memory can help, and it is asked all the same."""
    wish.outcome, wish.detail, wish.at, wish.ended_at = Outcome.WAITING, "", now, None
    wish.save()
    # Jobs for the very same words wait for each other: the second finds them in the memory.
    lock = f"translate {source.digest.hex()[:32]} {wish.target}"
    tasks.translate.configure(lock=lock).defer(
        kind=wish.kind, text_id=wish.text_id, target=wish.target, asked_by=by.pk
    )


def _fulfil(
    texts: Translatable, source: Source, target: str, asked_by: int | None
) -> tuple[Outcome, str]:
    local_only = not source.is_public
    known = memory.remembered(source, target, only_good=_has_good_engine(source, target))
    if known is None:
        if not engines.chain().serves(source.lang, target, local_only=local_only):
            return Outcome.NO_ENGINE, ""
        try:
            made = _by_engine(source, target, asked_by, local_only=local_only)
        except budget.OutOfBudget:
            return Outcome.BUDGET, ""
        if isinstance(made, Untranslated):
            return _ending(made)
        memory.remember(source, made)
        known = made
    kept = texts.store(
        source,
        lang=target,
        parts=known.texts,
        engine=memory.engine_label(known),
        quality=known.quality,
    )
    return (Outcome.DONE, "") if kept else (Outcome.FAILED, "the text has changed meanwhile")


def _has_good_engine(source: Source, target: str) -> bool:
    pair = (base(source.lang), base(target))
    chosen = engines.chain().engines
    return any(engine.quality == "good" and pair in engine.pairs() for engine in chosen)


def _by_engine(
    source: Source, target: str, asked_by: int | None, *, local_only: bool
) -> Translation | Untranslated:
    """Charged before the engine is asked, given back if none answered. May raise OutOfBudget."""
    budget.charge(source.characters, member_id=asked_by)
    made = engines.chain().translate(
        source.parts,
        source=source.lang,
        target=target,
        names=engines.fixed_names(),
        local_only=local_only,
    )
    if isinstance(made, Untranslated) and made.why != Why.REFUSED:
        budget.refund(source.characters, member_id=asked_by)
    return made


def _ending(made: Untranslated) -> tuple[Outcome, str]:
    outcomes = {
        Why.NOTHING_TO_DO: Outcome.NOTHING,
        Why.NO_ENGINE: Outcome.NO_ENGINE,
        Why.REFUSED: Outcome.REFUSED,
        Why.FAILED: Outcome.FAILED,
    }
    said = "; ".join(f"{attempt.engine}: {attempt.problem}" for attempt in made.attempts)
    return outcomes[made.why], said
