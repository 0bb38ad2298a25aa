"""Promises to first notes on the balance page: how many were made, kept, missed, and are open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Avg, Count, F, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dukou.engine import DebutClause, Group
from dukou.site.notes.models import Audience
from dukou.site.reading import clause_words
from dukou.site.reading.balance.facts import Fact
from dukou.site.reading.models import KEPT_WITHIN, DebutPromise

REMEMBERED_DAYS = 30
# What counts as kept on the whole: one note in a hundred may miss its promise.
KEPT_PART = 0.99


@dataclass(frozen=True)
class FirstNotes:
    """The promise, and how it stands; `state` is kept, broken or quiet (none has ended yet)."""

    bounds: str
    state: str
    said: str
    facts: list[Fact]


def first_notes(clause: DebutClause | None, *, now: datetime) -> FirstNotes | None:
    """The promises of the last thirty days; None where the contract makes none and made none.

    Promises whose note its author or a moderator took away, or which turned out to be a copy,
    are not counted: nothing is owed to them.
    """
    is_kept = Q(given__gte=F("impressions") - KEPT_WITHIN)
    is_over = Q(deadline__lte=now)
    found = DebutPromise.objects.filter(
        issued_at__gte=now - timedelta(days=REMEMBERED_DAYS),
        note__audience=Audience.EVERYONE,
        note__hidden_at=None,
        note__near_copy_of=None,
        author__suspended=False,
    ).aggregate(
        made=Count("pk"),
        kept=Count("pk", filter=is_kept),
        missed=Count("pk", filter=is_over & ~is_kept),
        open=Count("pk", filter=~is_over & ~is_kept),
        mean=Avg("impressions"),
    )
    if clause is None and not found["made"]:
        return None
    ended = found["kept"] + found["missed"]
    state = "quiet"
    if ended:
        state = "kept" if found["kept"] >= KEPT_PART * ended else "broken"
    said = {"kept": _("Kept so far"), "broken": _("Not all kept"), "quiet": _("None ended yet")}
    mean = {"views": f"{found['mean'] or 0:.0f}"}
    kept = {"kept": found["kept"], "ended": ended}
    facts = [
        Fact(
            _("Promises made"),
            str(found["made"]),
            _("in the last 30 days, of %(views)s views on average") % mean,
        ),
        Fact(_("Kept"), _("%(kept)s of %(ended)s") % kept if ended else "–"),
        Fact(_("Open"), str(found["open"]), _("their time still runs")),
    ]
    return FirstNotes(_bounds(clause), state, said[state], facts if found["made"] else [])


def _bounds(clause: DebutClause | None) -> str:
    if clause is None:
        return _("The contract makes this promise no longer; what was promised is kept.")
    facts = {
        "who": _("anyone") if clause.providers == Group() else clause_words.who(clause.providers),
        "notes": clause.notes,
        "views": clause.impressions,
        "hours": clause.hours,
        "per_page": clause.per_page,
    }
    words = ngettext(
        "The first note by %(who)s is promised up to %(views)s first views within %(hours)s hours,"
        " among readers who are likely to care, at most %(per_page)s such on a page.",
        "Each of the first %(notes)s notes by %(who)s is promised up to %(views)s first views"
        " within %(hours)s hours, among readers who are likely to care, at most %(per_page)s such"
        " on a page.",
        clause.notes,
    )
    sized = _(
        "How many it is, is said when it is published: no more than can be kept. After an hour in"
        " which few came it may grow; it never shrinks."
    )
    return f"{words % facts} {sized}"
