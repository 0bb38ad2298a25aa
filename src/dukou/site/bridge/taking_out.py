"""What else goes when moderators take a translation out: what the memory would bring back."""

from __future__ import annotations

from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from dukou.language.engines.base import Quality
from dukou.language.engines.chain import Attempt
from dukou.language.scripts import to_script
from dukou.site.bridge import memory
from dukou.site.bridge.choosing import target_of
from dukou.site.bridge.models import BY_MODERATORS, BY_PEOPLE, Outcome, Wish
from dukou.site.bridge.precedents import services as precedents
from dukou.site.bridge.precedents.label import NEAR
from dukou.site.bridge.precedents.models import Precedent
from dukou.site.bridge.translatable import Source, kinds, translatable
from dukou.site.notes import services as notes
from dukou.site.notes.models import Provenance, TextVersion

V = TypeVar("V", bound=TextVersion)


@transaction.atomic
def take_out(kind: str, text_id: int, version: TextVersion) -> None:
    """Take a version out, with what was made of it elsewhere, so that nothing brings it back.

    Whoever reads the text without it is told that moderators took it out, and may ask for another.
    """
    notes.take_out_version(version)
    target = target_of(version.lang)
    if version.provenance == Provenance.MACHINE:
        _refuse(kind, text_id, version)
    else:
        _lend_no_more(kind, text_id, version)
    said = [version.body, getattr(version, "title", "")]
    # Authors write in either script; what is kept of it is in one.
    memory.forget_wordings({*said, *(to_script(part, target) for part in said)}, target)
    Wish.objects.update_or_create(
        kind=kind, text_id=text_id, target=target, defaults={"outcome": Outcome.TAKEN_OUT}
    )


@transaction.atomic
def put_back(kind: str, text_id: int, version: TextVersion, *, among: QuerySet[V]) -> None:
    """Undo that, beside the versions that stand.

    Raises notes' VersionStands where another stands in its place.
    """
    notes.put_back_version(version, among=among)
    target = target_of(version.lang)
    source = translatable(kind).sources([text_id]).get(text_id)
    if source is not None:
        _lend_again(source, version, target)
    Wish.objects.filter(kind=kind, text_id=text_id, target=target).update(outcome=Outcome.DONE)


def _lend_again(source: Source, version: TextVersion, target: str) -> None:
    said = [getattr(version, "title", ""), version.body][-len(source.parts) :]
    if version.provenance == Provenance.MACHINE:
        memory.forget_refusal(source, target, version.engine)
        if version.engine == BY_PEOPLE and not version.stale:
            memory.remember_wording(source, target, said)
    elif not version.stale:
        precedents.keep_translation(source, version.lang, said, provenance=version.provenance)
        if version.provenance == Provenance.COMMUNITY:
            memory.remember_wording(source, target, said)


def _refuse(kind: str, text_id: int, version: TextVersion) -> None:
    """The engine is not asked for this text again; nor is it given the same words, or the same near
    match, where it was people's wording that it had got."""
    source = translatable(kind).sources([text_id]).get(text_id)
    if source is not None:
        maker = memory.maker_named(version.engine, version.quality or Quality.GOOD)
        attempt = Attempt(maker, BY_MODERATORS, is_final=True)
        memory.remember_refusals(source, target_of(version.lang), [attempt])


def _lend_no_more(kind: str, text_id: int, version: TextVersion) -> None:
    """People's wording goes from the texts that got it as the same words or as a near match."""
    target = target_of(version.lang)
    own = Precedent.objects.filter(kind=kind, text_id=text_id, target=target)
    near = [memory.maker_label(NEAR, str(pk)) for pk in own.values_list("pk", flat=True)]
    said = to_script(version.body or getattr(version, "title", ""), target)
    for texts in kinds():
        texts.drop_copies([BY_PEOPLE], said=said)
        texts.drop_copies(near)
    precedents.forget(kind, [text_id], lang=version.lang)
