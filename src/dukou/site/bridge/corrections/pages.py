"""The page of a text's corrections: the original, what stands now, and what readers suggest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from dukou.language.scripts import to_script
from dukou.language.tags import direction, needs_conversion
from dukou.site.bridge.choosing import CreditedVersion, target_of
from dukou.site.bridge.corrections.models import Correction, CorrectionState
from dukou.site.bridge.corrections.services import READERS_NEEDED, correctable, parts_of
from dukou.site.bridge.translatable import translatable
from dukou.site.members.languages import language_name
from dukou.site.members.models import Member
from dukou.site.notes.history import Change, change_of


@dataclass(frozen=True)
class Suggestion:
    """A reader's wording against what it would replace; `mine_vote` is None without a vote."""

    id: int
    by: Member
    at: datetime
    why: str
    change: Change
    agree: int
    needed: int
    is_mine: bool
    mine_vote: bool | None


@dataclass(frozen=True)
class CorrectionsPage:
    """Everything that one needs to write a better translation, or to agree with one."""

    address: str
    back_url: str
    report_url: str
    lang: str
    dir: str
    language: str
    original_lang: str
    original_dir: str
    original: list[str]
    has_title: bool
    title: str
    body: str
    waiting: list[Suggestion]


def corrections_page(
    kind: str, text_id: int, lang: str, *, viewer: Member
) -> CorrectionsPage | None:
    """The page for a reader of the language; None where no translation is open to readers.

    Raises Http404 for a text that the viewer may not read.
    """
    texts = translatable(kind)
    versions = texts.versions(viewer, text_id)
    current = correctable(versions, lang)
    if current is None:
        return None
    source = next(version for version in versions if version.is_source)
    title, body = (_in(part, lang, current) for part in parts_of(current))
    return CorrectionsPage(
        address=f"/{kind}s/{text_id}/corrections",
        back_url=texts.address(text_id, "yours"),
        report_url=f"/report?{kind}-version={current.pk}",
        lang=lang,
        dir=direction(lang),
        language=language_name(lang),
        original_lang=source.lang,
        original_dir=direction(source.lang),
        original=[part for part in parts_of(source) if part],
        has_title=kind == "note",
        title=title,
        body=body,
        waiting=[_suggestion(one, lang, viewer) for one in waiting(kind, text_id, lang)],
    )


def waiting(kind: str, text_id: int, lang: str) -> Sequence[Correction]:
    """Suggestions for a text in a language that nobody has decided yet, the oldest first."""
    found = Correction.objects.filter(
        kind=kind, text_id=text_id, target=target_of(lang), state=CorrectionState.WAITING
    )
    return list(found.select_related("by").prefetch_related("votes").order_by("pk"))


def suggested_targets(kind: str, text_id: int, reads: Sequence[str] | None) -> list[str]:
    """The language of each suggestion that waits for a reader of these languages, in one query.

    None is for the author, whose word counts in every language.
    """
    found = Correction.objects.filter(
        kind=kind, text_id=text_id, state=CorrectionState.WAITING
    ).order_by("pk")
    if reads is not None:
        found = found.filter(target__in={target_of(lang) for lang in reads})
    return list(found.values_list("target", flat=True))


def error_line(code: str) -> str:
    """What went wrong, and what to do."""
    return {
        "empty": _("Write your version first."),
        "same": _("That is what stands there already. Change something first."),
        "nothing": _("There is no translation here that readers could better."),
        "closed": _("This has been decided meanwhile."),
        "own": _("It is your own suggestion: others decide."),
        "reads": _("Only people who read this language can say so. See Settings, Languages."),
    }[code]


def _suggestion(correction: Correction, lang: str, viewer: Member) -> Suggestion:
    votes = list(correction.votes.all())
    own = [vote.agrees for vote in votes if vote.member_id == viewer.pk]
    before, after = (_pair(parts) for parts in (correction.before, correction.parts))
    return Suggestion(
        id=correction.pk,
        by=correction.by,
        at=correction.at,
        why=correction.why,
        change=change_of(correction.target, before, after),
        agree=sum(vote.agrees for vote in votes),
        needed=READERS_NEEDED,
        is_mine=correction.by_id == viewer.pk,
        mine_vote=own[0] if own else None,
    )


def _pair(parts: Sequence[str]) -> tuple[str, str]:
    title, body = ["", *parts][-2:]
    return title, body


def _in(text: str, lang: str, version: CreditedVersion) -> str:
    return to_script(text, lang) if needs_conversion(lang, version.lang) else text
