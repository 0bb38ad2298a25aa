"""The reach of a note in sentences: at most four, each true to its numbers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dukou.engine import explain_reach
from dukou.engine.clock import millis
from dukou.engine.reach import (
    ReachAged,
    ReachCapped,
    ReachClosed,
    ReachCrowded,
    ReachInterest,
    ReachLanguage,
    ReachNobody,
    ReachOwed,
    ReachSoFar,
    ReachWell,
)
from dukou.language import tags
from dukou.site.members.languages import content_language
from dukou.site.notes.models import Audience
from dukou.site.reading.clause_words import percent
from dukou.site.reading.reach.looking import NoteReach
from dukou.site.reading.reach.owed import promise_words


def sentences(found: NoteReach, *, now: datetime) -> list[str]:
    """How far the note came, and why no farther."""
    reasons = explain_reach(found.reach, now=millis(now))
    return [_SAY[type(reason)](reason, found, now) for reason in reasons]


def _so_far(reason: ReachSoFar, found: NoteReach, now: datetime) -> str:
    if not found.is_whole(now=now):
        words = ngettext(
            "Of the newest %(all)s page of Explore it stood on %(pages)s; what was before is not"
            " known any more. Views, by how much such places are seen: about %(views)s.",
            "Of the newest %(all)s pages of Explore it stood on %(pages)s; what was before is not"
            " known any more. Views, by how much such places are seen: about %(views)s.",
            found.pages_looked_at,
        )
        facts = {"all": found.pages_looked_at, "pages": reason.pages}
        return words % {**facts, "views": round(reason.views)}
    if not reason.pages:
        return _("It has not stood on anybody's Explore page yet.")
    words = ngettext(
        "So far it has stood on %(pages)s page of Explore. Views, by how much such places are"
        " seen: about %(views)s.",
        "So far it has stood on %(pages)s pages of Explore. Views, by how much such places are"
        " seen: about %(views)s.",
        reason.pages,
    )
    return words % {"pages": reason.pages, "views": round(reason.views)}


def _closed(reason: ReachClosed, found: NoteReach, now: datetime) -> str:
    if reason.why == "copy":
        return _(
            "It is nearly the same as an earlier note, and of such notes only the first is shown."
        )
    if reason.why == "hidden":
        return _("It has been hidden, so only you can see it.")
    if found.note.audience == Audience.ME:
        return _("Only you can read it, so it stands on nobody's Explore page.")
    return _("Only your followers can read it, so it does not stand on Explore.")


def _owed(reason: ReachOwed, found: NoteReach, now: datetime) -> str:
    return promise_words(found.promise, now=now) if found.promise else ""


def _capped(reason: ReachCapped, found: NoteReach, now: datetime) -> str:
    words = _(
        "Your notes have had the %(share)s of all that is shown which one author may have; until"
        " that is counted anew they stand only where a page lacks others."
    )
    return words % {"share": percent(reason.share)}


def _crowded(reason: ReachCrowded, found: NoteReach, now: datetime) -> str:
    words = ngettext(
        "You had published %(count)s other note within a day before it; what comes after that many"
        " stands only where a page lacks others.",
        "You had published %(count)s other notes within a day before it; what comes after that many"
        " stands only where a page lacks others.",
        reason.notes,
    )
    return words % {"count": reason.notes}


def _nobody(reason: ReachNobody, found: NoteReach, now: datetime) -> str:
    return _("Nobody has opened Explore lately.")


def _language(reason: ReachLanguage, found: NoteReach, now: datetime) -> str:
    facts = {
        "direct": percent(reason.direct),
        "all": percent(reason.all),
        "language": tags.name(found.note.lang, shown_in=content_language()),
    }
    if reason.all - reason.direct < 0.005:
        words = _("Of the readers of late %(direct)s read %(language)s, the language of this note.")
    else:
        words = _(
            "Of the readers of late %(direct)s read %(language)s, the language of this note; with"
            " a translation it reaches %(all)s, but it stands lower with them."
        )
    return words % facts


def _interest(reason: ReachInterest, found: NoteReach, now: datetime) -> str:
    facts = {"competes": reason.competes, "pages": reason.pages, "rank": percent(reason.rank)}
    if reason.competes < reason.pages:
        words = ngettext(
            "Going by what readers like, it was in the running for %(competes)s of the newest"
            " %(pages)s page; for the others there was enough that is nearer to them.",
            "Going by what readers like, it was in the running for %(competes)s of the newest"
            " %(pages)s pages; for the others there was enough that is nearer to them.",
            reason.pages,
        )
    else:
        words = _(
            "Going by what readers like, it comes before %(rank)s of the notes for half of them;"
            " more than half of the notes are nearer to them."
        )
    return words % facts


def _aged(reason: ReachAged, found: NoteReach, now: datetime) -> str:
    days = round(reason.hours / 24)
    words = ngettext(
        "It is %(days)s day old, and newer notes come first.",
        "It is %(days)s days old, and newer notes come first.",
        days,
    )
    return words % {"days": days}


def _well(reason: ReachWell, found: NoteReach, now: datetime) -> str:
    words = ngettext(
        "Nothing holds it back: it was in the running for %(competes)s of the newest %(pages)s"
        " page.",
        "Nothing holds it back: it was in the running for %(competes)s of the newest %(pages)s"
        " pages.",
        reason.pages,
    )
    return words % {"competes": reason.competes, "pages": reason.pages}


_SAY: dict[type, Callable[[Any, NoteReach, datetime], str]] = {
    ReachSoFar: _so_far,
    ReachClosed: _closed,
    ReachOwed: _owed,
    ReachCapped: _capped,
    ReachCrowded: _crowded,
    ReachNobody: _nobody,
    ReachLanguage: _language,
    ReachInterest: _interest,
    ReachAged: _aged,
    ReachWell: _well,
}
