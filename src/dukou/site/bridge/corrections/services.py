"""Suggesting a better translation, agreeing with one, taking one back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db import transaction
from django.utils import timezone

from dukou.language.scripts import to_script
from dukou.language.tags import can_read, same_language
from dukou.site.bridge import memory
from dukou.site.bridge.choosing import CreditedVersion, target_of
from dukou.site.bridge.corrections.models import Correction, CorrectionState, CorrectionVote
from dukou.site.bridge.models import BY_PEOPLE
from dukou.site.bridge.precedents.services import keep_translation
from dukou.site.bridge.sides.services import compare_anew
from dukou.site.bridge.translatable import Made, Source, translatable
from dukou.site.members.models import Member
from dukou.site.members.queries import reading_languages
from dukou.site.notes.models import Note, Provenance
from dukou.site.text import can_be_seen, cleaned, one_line

#: So many readers of the language accept a wording, or send it away.
READERS_NEEDED = 2
WHY_LIMIT = 300
_LONGEST = 16_000

#: What rooms above do when a correction was suggested or accepted: `talk` tells people.
announcers: list[Callable[[Correction, Member], None]] = []


class CorrectionError(Exception):
    """It cannot be done. `code`: `empty`, `same`, `nothing`, `closed`, `own` or `reads`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@transaction.atomic
def suggest(
    kind: str, text_id: int, *, lang: str, parts: Sequence[str], by: Member, why: str = ""
) -> Correction:
    """The member's better wording; the author's own counts at once.

    A second suggestion of the same member replaces their first. Raises Http404 for a text that
    the member may not read, and CorrectionError: `nothing` where no translation into the language
    stands that others may better, `empty` where its title or its text is missing, or `same` as
    what stands there.
    """
    versions = translatable(kind).versions(by, text_id)
    source = source_of(kind, text_id)
    current = correctable(versions, lang)
    if source is None or current is None:
        raise CorrectionError("nothing")
    before = parts_of(current)[-len(source.parts) :]
    wanted = _cleaned(parts, source, lang)
    if _leaves_out(wanted, source):
        raise CorrectionError("empty")
    if wanted == before:
        raise CorrectionError("same")
    correction, _ = Correction.objects.update_or_create(
        kind=kind,
        text_id=text_id,
        target=target_of(lang),
        by=by,
        state=CorrectionState.WAITING,
        defaults={
            "source_digest": source.digest,
            "before": before,
            "parts": wanted,
            "why": one_line(why, limit=WHY_LIMIT),
            "at": timezone.now(),
        },
    )
    correction.votes.all().delete()
    if source.author_id == by.pk:
        _accept(correction, source)
    else:
        _announce(correction, by)
    return correction


@transaction.atomic
def vote(correction: Correction, *, by: Member, agrees: bool) -> Correction:
    """The author's word decides; otherwise two readers of the language do.

    Raises CorrectionError: `own` for one's own suggestion, `reads` for who does not read the
    language, `closed` once it is decided.
    """
    correction = _waiting(correction)
    if by.pk == correction.by_id:
        raise CorrectionError("own")
    translatable(correction.kind).versions(by, correction.text_id)  # 404 where they may not read
    source = source_of(correction.kind, correction.text_id)
    if source is None or source.digest != bytes(correction.source_digest):
        _end(correction, CorrectionState.OUTDATED)
        return correction
    is_author = source.author_id == by.pk
    if not is_author and not can_read(reading_languages(by), correction.target):
        raise CorrectionError("reads")
    CorrectionVote.objects.update_or_create(
        correction=correction, member=by, defaults={"agrees": agrees}
    )
    votes = list(correction.votes.values_list("agrees", flat=True))
    for_it, against = votes.count(True), votes.count(False)
    if (is_author and agrees) or (for_it >= READERS_NEEDED and for_it > against):
        _accept(correction, source)
    elif (is_author and not agrees) or (against >= READERS_NEEDED and against > for_it):
        _end(correction, CorrectionState.REFUSED)
    return correction


@transaction.atomic
def take_back(correction: Correction, *, by: Member) -> None:
    """One's own suggestion, while it waits, is gone."""
    Correction.objects.filter(pk=correction.pk, by=by, state=CorrectionState.WAITING).delete()


@transaction.atomic
def withdraw(correction: Correction) -> None:
    """A moderator takes a suggestion out. Raises CorrectionError `closed` once it is decided."""
    _end(_waiting(correction), CorrectionState.WITHDRAWN)


@transaction.atomic
def restore(correction: Correction) -> None:
    """Undo that: it waits again. Raises CorrectionError `closed` where its writer has another."""
    correction = Correction.objects.select_for_update().get(pk=correction.pk)
    other = Correction.objects.filter(
        kind=correction.kind,
        text_id=correction.text_id,
        target=correction.target,
        by=correction.by_id,
        state=CorrectionState.WAITING,
    )
    if correction.state != CorrectionState.WITHDRAWN or other.exists():
        raise CorrectionError("closed")
    correction.state, correction.decided_at = CorrectionState.WAITING, None
    correction.save(update_fields=["state", "decided_at"])


def source_of(kind: str, text_id: int) -> Source | None:
    """The original's words; None where the text is gone or hidden."""
    return translatable(kind).sources([text_id]).get(text_id)


def correctable(versions: Sequence[CreditedVersion], lang: str) -> CreditedVersion | None:
    """The translation that a reader may better: the community's, or a machine's.

    What the author wrote is the author's.
    """
    fitting = [version for version in versions if same_language(version.lang, lang)]
    if any(version.provenance == Provenance.AUTHOR for version in fitting):
        return None
    order = [Provenance.COMMUNITY, Provenance.MACHINE]
    return min(
        fitting, key=lambda one: (one.stale, order.index(Provenance(one.provenance))), default=None
    )


def parts_of(version: CreditedVersion) -> list[str]:
    """Title and body of a version; a comment's title is empty."""
    return [getattr(version, "title", ""), version.body]


def _cleaned(parts: Sequence[str], source: Source, lang: str) -> list[str]:
    """As many parts as the original has, in the script that translations are kept in."""
    parts = [to_script(part, target_of(lang)) for part in parts]
    *titles, body = [*parts, *[""] * len(source.parts)][: len(source.parts)]
    return [*(one_line(title, limit=200) for title in titles), cleaned(body, limit=_LONGEST)]


def _leaves_out(wanted: Sequence[str], source: Source) -> bool:
    """Whether there is nothing where the original has a title or a text."""
    both = zip(source.parts, wanted, strict=True)
    return any(can_be_seen(own) and not can_be_seen(said) for own, said in both)


def _waiting(correction: Correction) -> Correction:
    correction = Correction.objects.select_for_update().select_related("by").get(pk=correction.pk)
    if correction.state != CorrectionState.WAITING:
        raise CorrectionError("closed")
    return correction


def _accept(correction: Correction, source: Source) -> None:
    made = Made(Provenance.COMMUNITY, by=correction.by)
    kept = translatable(correction.kind).keep(
        source, lang=correction.target, parts=correction.parts, made=made
    )
    if not kept:
        _end(correction, CorrectionState.OUTDATED)
        return
    keep_translation(source, correction.target, correction.parts, provenance=Provenance.COMMUNITY)
    memory.forget_refusal(source, correction.target, BY_PEOPLE)
    memory.remember_wording(source, correction.target, correction.parts)
    if correction.kind == "note":
        compare_anew(Note.objects.get(pk=correction.text_id))
    _end(correction, CorrectionState.ACCEPTED)
    _announce(correction, correction.by)


def _end(correction: Correction, state: CorrectionState) -> None:
    correction.state, correction.decided_at = state, timezone.now()
    correction.save(update_fields=["state", "decided_at"])


def _announce(correction: Correction, member: Member) -> None:
    for announcer in announcers:
        announcer(correction, member)
