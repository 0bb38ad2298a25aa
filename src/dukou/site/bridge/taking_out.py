"""What else goes when moderators take a translation out: what the memory would bring back."""

from __future__ import annotations

from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from dukou.language.engines.base import Maker, Quality
from dukou.language.engines.chain import Attempt
from dukou.site.bridge import memory
from dukou.site.bridge.choosing import target_of
from dukou.site.bridge.models import BY_PEOPLE, Outcome, Wish
from dukou.site.bridge.precedents import services as precedents
from dukou.site.bridge.precedents.label import NEAR, precedent_of
from dukou.site.bridge.precedents.models import Precedent
from dukou.site.bridge.translatable import kinds, translatable
from dukou.site.notes import services as notes
from dukou.site.notes.models import Provenance, TextVersion

V = TypeVar("V", bound=TextVersion)

#: Why the memory says that an engine has no good translation of a text.
BY_MODERATORS = "taken out by a moderator"


@transaction.atomic
def take_out(kind: str, text_id: int, version: TextVersion) -> None:
    """Take a version out, with what was made of it elsewhere, so that nothing brings it back.

    Whoever reads the text without it is told that moderators took it out, and may ask for another.
    """
    notes.take_out_version(version)
    target = target_of(version.lang)
    if version.provenance == Provenance.MACHINE and precedent_of(version.engine) is None:
        _refuse(kind, text_id, version)
    else:
        _lend_no_more(kind, text_id, version)
    memory.forget_wordings([version.body, getattr(version, "title", "")], target)
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
    if source is not None and not version.stale and version.provenance != Provenance.MACHINE:
        said = [getattr(version, "title", ""), version.body][-len(source.parts) :]
        precedents.keep_translation(source, version.lang, said, provenance=version.provenance)
        if version.provenance == Provenance.COMMUNITY:
            memory.remember_wording(source, target, said)
    elif source is not None:
        memory.forget_refusal(source, target, version.engine)
    Wish.objects.filter(kind=kind, text_id=text_id, target=target).update(outcome=Outcome.DONE)


def _refuse(kind: str, text_id: int, version: TextVersion) -> None:
    """The engine is not asked for this text again."""
    source = translatable(kind).sources([text_id]).get(text_id)
    if source is not None:
        name, _, made = version.engine.rpartition(" (")
        maker = Maker(name, made.rstrip(")"), Quality(version.quality or Quality.GOOD))
        attempt = Attempt(maker, BY_MODERATORS, is_final=True)
        memory.remember_refusals(source, target_of(version.lang), [attempt])


def _lend_no_more(kind: str, text_id: int, version: TextVersion) -> None:
    """People's wording goes from the texts that got it as the same words or as a near match."""
    own = Precedent.objects.filter(kind=kind, text_id=text_id, target=target_of(version.lang))
    lent = set(own.values_list("pk", flat=True))
    if (found := precedent_of(version.engine)) is not None:
        lent.add(found)
    for texts in kinds():
        texts.drop_copies(memory.maker_label(*_people()), version.body)
        for pk in lent:
            texts.drop_copies(memory.maker_label(NEAR, str(pk)))
    precedents.forget(kind, [text_id], lang=version.lang)


def _people() -> tuple[str, str]:
    name, _, made = BY_PEOPLE.rpartition(" (")
    return name, made.rstrip(")")
