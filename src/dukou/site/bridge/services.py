"""Writes of the bridge: wishing for a translation, and fulfilling the wish in the background."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from dukou.language.engines.base import Engine, Maker, Quality, maker_of
from dukou.language.engines.chain import Translation, Untranslated, Why
from dukou.language.tags import base, can_read, same_language
from dukou.site.bridge import budget, engines, memory, tasks
from dukou.site.bridge.choosing import target_of
from dukou.site.bridge.models import (
    BY_MODERATORS,
    NO_ENGINE_FOR,
    REFUSED,
    REFUSED_FOR,
    Memory,
    Outcome,
    Spending,
    Wish,
)
from dukou.site.bridge.precedents.finding import near_translation
from dukou.site.bridge.precedents.services import forget_gone
from dukou.site.bridge.sides.services import forget_old as forget_old_comparisons
from dukou.site.bridge.terms import fixed_names, terms_for
from dukou.site.bridge.translatable import Made, Source, Translatable, translatable
from dukou.site.bridge.words.services import forget_old_expressions
from dukou.site.members.models import Member
from dukou.site.notes.models import Provenance

#: After this long a wish that ended so may be made again. Others end for good.
_AGAIN_AFTER = {
    Outcome.FAILED: timedelta(minutes=10),
    Outcome.REFUSED: REFUSED_FOR,
    Outcome.NO_ENGINE: NO_ENGINE_FOR,
    Outcome.BUDGET: timedelta(hours=1),
    Outcome.NOTHING: timedelta(days=7),
    Outcome.DONE: timedelta(0),
    Outcome.TAKEN_OUT: timedelta(0),
    # Its job was lost: jobs do not take an hour.
    Outcome.WAITING: timedelta(hours=1),
}
_IN_VAIN = (Outcome.NOTHING, Outcome.NO_ENGINE, Outcome.REFUSED, Outcome.FAILED)
_MEMORY_KEPT = timedelta(days=90)
_SPENDING_KEPT = timedelta(days=90)


@transaction.atomic
def ask_for_translation(kind: str, ids: Iterable[int], *, reads: Sequence[str], by: Member) -> None:
    """Wish for texts in a language that the reader reads; what is on its way is not asked twice.

    Call it for texts that a reader met and cannot read, or whose translation is stale, or a near
    match or rough draft where a good engine has come since.
    """
    now = timezone.now()
    # Always in the order of ids: two readers of one page ask for the same texts at once, and
    # would otherwise wait for each other.
    sources = sorted(translatable(kind).sources(ids).values(), key=lambda source: source.id)
    wanted = {source.id: (source, _target_for(source, reads)) for source in sources}
    wishes = Wish.objects.filter(kind=kind, text_id__in=wanted).order_by("text_id", "target")
    known = {(wish.text_id, wish.target): wish for wish in wishes.select_for_update()}
    for source, target in wanted.values():
        if can_read(reads, source.lang) or not _is_wanted(source, target):
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
    _translate(kind, text_id, target, budget.Payer(asked_by))


def translate_ahead(kind: str, ids: Iterable[int], target: str, *, until: datetime) -> int:
    """Translate public texts that many will read before any of them asks; how many there are now.

    Texts that somebody wished for are left alone, however that ended. Stops at `until`, and when
    the day's characters for this are used up.
    """
    texts, done = translatable(kind), 0
    payer = budget.Payer(is_ahead=True)
    for text_id, source in texts.sources(ids).items():
        if timezone.now() >= until:
            break
        if not source.is_public or _is_available(source, target) or not _is_served(source, target):
            continue
        _, is_new = Wish.objects.get_or_create(kind=kind, text_id=text_id, target=target)
        if not is_new:
            continue
        outcome = _translate(kind, text_id, target, payer)
        if outcome == Outcome.BUDGET:  # a reader's own wish may still be within theirs
            Wish.objects.filter(kind=kind, text_id=text_id, target=target).delete()
            break
        done += outcome == Outcome.DONE
    return done


def wish_anew(kind: str, text_id: int) -> None:
    """The text has changed: forget which wishes came to nothing, so that readers may wish again."""
    wishes = Wish.objects.filter(kind=kind, text_id=text_id)
    wishes.filter(outcome__in=_IN_VAIN).delete()


def forget_old(now: datetime) -> None:
    """Clear away what is no longer needed: old memories, wishes and days of spending.

    The memory outlives the notes whose words it holds, so it must not outlive them by much. What
    moderators took out holds no words, and stays out.
    """
    by_moderators = Q(quality=REFUSED, text=BY_MODERATORS)
    Memory.objects.filter(~by_moderators, at__lt=now - _MEMORY_KEPT).delete()
    Wish.objects.filter(at__lt=now - _MEMORY_KEPT).delete()
    Spending.objects.filter(day__lt=timezone.localdate(now) - _SPENDING_KEPT).delete()
    forget_gone()
    forget_old_comparisons(now)
    forget_old_expressions(now)


def _target_for(source: Source, reads: Sequence[str]) -> str:
    """The first language of the reader that an engine can do, else simply their first."""
    targets = [target_of(lang) for lang in reads if not same_language(lang, source.lang)]
    served = (target for target in targets if _is_served(source, target))
    return next(served, targets[0] if targets else target_of(reads[0]))


def _translate(kind: str, text_id: int, target: str, payer: budget.Payer) -> Outcome | None:
    texts = translatable(kind)
    wishes = Wish.objects.filter(kind=kind, text_id=text_id, target=target)
    source = texts.sources([text_id]).get(text_id)
    if source is None:
        wishes.delete()
        return None
    outcome, detail = Outcome.DONE, ""
    if not _is_available(source, target):
        outcome, detail = _fulfil(texts, source, target, _found(source, target, payer))
    elif _is_wanted(source, target):
        outcome, detail = _fulfil(texts, source, target, _better(source, target, payer))
    wishes.update(outcome=outcome, detail=detail[:200], ended_at=timezone.now())
    return outcome


def _is_available(source: Source, target: str) -> bool:
    return any(same_language(target, lang) for lang in source.fresh)


def _is_wanted(source: Source, target: str) -> bool:
    """Whether nothing is there, or what is there may be bettered by an engine that is."""
    if not _is_available(source, target):
        return True
    has_good = engines.is_good_for(source.lang, target, local_only=not source.is_public)
    return has_good and any(same_language(target, lang) for lang in source.lesser)


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
    texts: Translatable,
    source: Source,
    target: str,
    found: Translation | tuple[Outcome, str],
) -> tuple[Outcome, str]:
    if not isinstance(found, Translation):
        return found
    engine = memory.engine_label(found)
    made = Made(Provenance.MACHINE, engine=engine, quality=found.quality)
    kept = texts.keep(source, lang=target, parts=found.texts, made=made)
    return (Outcome.DONE, "") if kept else (Outcome.FAILED, "the text has changed meanwhile")


def _found(source: Source, target: str, payer: budget.Payer) -> Translation | tuple[Outcome, str]:
    """The same words from the memory, a good engine's, a near match, a rough engine's."""
    candidates = list(
        engines.chain().candidates(source.lang, target, local_only=not source.is_public)
    )
    has_good = any(engine.quality == Quality.GOOD for engine in candidates)
    found = _exact_or_made(source, target, payer, candidates) if has_good else None
    if isinstance(found, Translation) and found.quality == Quality.GOOD:
        return found
    known = memory.remembered(source, target, only_good=True) if not has_good else None
    near = known or near_translation(source, target)
    return near or found or _exact_or_made(source, target, payer, candidates)


def _better(source: Source, target: str, payer: budget.Payer) -> Translation | tuple[Outcome, str]:
    """The very same words as people or a good engine put them, else a good engine that has not been
    asked yet; what stands is left alone where none does it well."""
    known = memory.remembered(source, target, only_good=True)
    if known is not None:
        return known
    candidates = list(
        engines.chain().candidates(source.lang, target, local_only=not source.is_public)
    )
    pair = base(source.lang), base(target)
    makers = [maker_of(engine, *pair) for engine in candidates]
    good = [maker for maker in makers if maker.quality == Quality.GOOD]
    skip = memory.refusing(source, target, good)
    if len(skip) == len(good):
        return Outcome.REFUSED, ""
    rough = [maker for maker in makers if maker not in good]
    return _asked(source, target, payer, [*skip, *rough])


def _exact_or_made(
    source: Source, target: str, payer: budget.Payer, candidates: Sequence[Engine]
) -> Translation | tuple[Outcome, str]:
    """From the memory of the very same words, or else by an engine."""
    has_good = any(engine.quality == Quality.GOOD for engine in candidates)
    known = memory.remembered(source, target, only_good=has_good)
    if known is not None:
        return known
    if not candidates:
        return Outcome.NO_ENGINE, ""
    pair = base(source.lang), base(target)
    skip = memory.refusing(source, target, [maker_of(engine, *pair) for engine in candidates])
    if skip and has_good:
        # What is left may be rough, and the memory may have it.
        known = memory.remembered(source, target, only_good=False)
        if known is not None:
            return known
    return _asked(source, target, payer, skip)


def _asked(
    source: Source, target: str, payer: budget.Payer, skip: Sequence[Maker]
) -> Translation | tuple[Outcome, str]:
    try:
        made = _by_engine(source, target, payer, skip)
    except budget.OutOfBudget:
        return Outcome.BUDGET, ""
    return _ending(made) if isinstance(made, Untranslated) else made


def _by_engine(
    source: Source, target: str, payer: budget.Payer, skip: Sequence[Maker]
) -> Translation | Untranslated:
    """Charged before an engine is asked, given back if none answered. May raise OutOfBudget.

    What engines made of the text is remembered, and which of them refused it.
    """
    payer.charge(source.characters)
    made = engines.chain().translate(
        source.parts,
        source=source.lang,
        target=target,
        names=fixed_names(),
        terms=terms_for(source.parts, source.lang, target),
        local_only=not source.is_public,
        skip=skip,
    )
    memory.remember_refusals(source, target, made.attempts)
    if isinstance(made, Translation):
        memory.remember(source, made)
    elif made.why != Why.REFUSED or len(skip) == len(made.attempts):
        payer.refund(source.characters)
    return made


def _ending(made: Untranslated) -> tuple[Outcome, str]:
    outcomes = {
        Why.NOTHING_TO_DO: Outcome.NOTHING,
        Why.NO_ENGINE: Outcome.NO_ENGINE,
        Why.REFUSED: Outcome.REFUSED,
        Why.FAILED: Outcome.FAILED,
        Why.OUT_OF_BUDGET: Outcome.BUDGET,
    }
    said = "; ".join(f"{attempt.by.engine}: {attempt.problem}" for attempt in made.attempts)
    return outcomes[made.why], said
