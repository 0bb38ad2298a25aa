"""Each clause as the balance page tells it: what is promised, shown, and what it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from dukou.engine import Contract, EngineConfig, ShareClause
from dukou.site.reading import clause_words
from dukou.site.reading.balance.drawing import Bar, Chart, bar, chart
from dukou.site.reading.balance.facts import Fact
from dukou.site.reading.balance.hours import (
    TOLERANCE,
    Audit,
    HourRow,
    Share,
    audits,
    can_be_made_up,
    is_kept,
)
from dukou.site.reading.clause_words import Words, percent
from dukou.site.reading.models import ClauseHour


@dataclass(frozen=True)
class Promise:
    """A clause with its standing.

    `state` is kept, behind (the window's rest can make it up), broken, quiet (no reader yet) or
    waiting.
    """

    id: str
    reason: Words
    bounds: str
    each: str
    state: str
    said: str
    unmet: str
    bar: Bar
    chart: Chart | None
    hours: list[HourRow]
    facts: list[Fact]


def promises(written: Contract, binding: Contract, *, now: datetime, days: int) -> list[Promise]:
    """Every share clause, in the order in which they are kept when not all can be."""
    clauses = sorted(written.shares, key=lambda clause: (clause.tier, clause.id))
    found = audits(clauses, now=now)
    in_force = set(binding.ids)
    return [
        _promise(clause, found[clause.id]) if clause.id in in_force else _waiting(clause, days=days)
        for clause in clauses
    ]


def _promise(clause: ShareClause, audit: Audit) -> Promise:
    share = audit.window
    unmet = _unmet(clause, audit.newest)
    state = _state(clause, audit, is_possible=not unmet)
    return Promise(
        id=clause.id,
        reason=clause_words.reason_of(clause),
        bounds=clause_words.bounds(clause),
        each=_("It holds for each of them alone, too.") if clause.band else "",
        state=state,
        said={
            "kept": _("Kept so far"),
            "behind": _("Not there yet, being made up"),
            "broken": _("Not kept so far"),
            "quiet": _("No page yet"),
        }[state],
        unmet=unmet,
        bar=bar(clause.floor, clause.ceiling, share.shown if share else None),
        chart=chart(audit.hours) if any(row.share for row in audit.hours) else None,
        hours=[row for row in audit.hours if row.share is not None],
        facts=_facts(clause, audit),
    )


def _state(clause: ShareClause, audit: Audit, *, is_possible: bool) -> str:
    if audit.window is None:
        return "quiet"
    share = audit.window.shown
    if is_kept(share, clause.floor, clause.ceiling):
        return "kept"
    in_time = can_be_made_up(share, clause.floor, clause.ceiling, left=audit.left)
    return "behind" if is_possible and in_time else "broken"


def _waiting(clause: ShareClause, *, days: int) -> Promise:
    facts = {"after": clause.after_days, "days": days}
    return Promise(
        id=clause.id,
        reason=clause_words.reason_of(clause),
        bounds=clause_words.bounds(clause),
        each="",
        state="waiting",
        said=_("Not yet in force"),
        unmet=_("It begins when the place is %(after)s days old; today it is %(days)s.") % facts,
        bar=bar(clause.floor, clause.ceiling, None),
        chart=None,
        hours=[],
        facts=[],
    )


def _unmet(clause: ShareClause, newest: ClauseHour | None) -> str:
    """What cannot be kept with the notes at hand, why, and what is done instead."""
    if newest is None:
        return ""
    if newest.reachable_floor < clause.floor - TOLERANCE:
        facts = {
            "floor": percent(clause.floor),
            "possible": percent(newest.reachable_floor),
            "notes": clause_words.notes_by(clause.providers),
        }
        return (
            _(
                "Promised are at least %(floor)s, possible are %(possible)s: there are too few"
                " %(notes)s for so many pages. Until there are more, we keep to what is possible."
            )
            % facts
        )
    if newest.reachable_ceiling > clause.ceiling + TOLERANCE:
        facts = {
            "ceiling": percent(clause.ceiling),
            "possible": percent(newest.reachable_ceiling),
            "notes": clause_words.notes_by(clause.providers),
        }
        return (
            _(
                "Promised are at most %(ceiling)s, possible are %(possible)s: there is too little"
                " besides %(notes)s. Until there is more, we keep to what is possible."
            )
            % facts
        )
    return ""


def _facts(clause: ShareClause, audit: Audit) -> list[Fact]:
    share, newest = audit.window, audit.newest
    if share is None or newest is None:
        return []
    pages = ngettext("%(count)s page", "%(count)s pages", share.pages) % {"count": share.pages}
    facts = [
        Fact(
            clause_words.so_far(clause),
            percent(share.shown),
            _("without the contract it would be %(share)s") % {"share": percent(share.without)},
        ),
        push(newest.price_floor - newest.price_ceiling, resting=_resting(clause, share)),
    ]
    if clause.band:
        outside = {"outside": newest.readers_outside, "readers": newest.readers}
        line = {"share": percent(share.pages_outside / max(share.pages, 1)), "pages": pages}
        facts.append(
            Fact(
                _("Readers outside their band"),
                _("%(outside)s of %(readers)s") % outside,
                _("after %(share)s of %(pages)s their own last pages lay outside") % line,
            )
        )
    else:
        facts.append(Fact(_("Counted"), pages, _("served to %(readers)s") % _readers(clause)))
    return facts


def _readers(clause: ShareClause) -> dict[str, str]:
    return {"readers": clause_words.who(clause.readers)}


def _resting(clause: ShareClause, share: Share) -> Fact:
    """What a price of nearly nothing means for a clause."""
    name, none = _("Push needed now"), pgettext("push", "None")
    if not is_kept(share.shown, clause.floor, clause.ceiling):
        line = _("it grows with every page that misses the promise")
        return Fact(name, pgettext("push", "Just begins"), line)
    if is_kept(share.without, clause.floor, clause.ceiling):
        return Fact(name, none, _("the share comes about by itself"))
    if clause.band:
        line = _("none for all alike; each reader's own pages are kept in bounds one by one")
        return Fact(name, none, line)
    return Fact(name, none, _("what was pushed before is enough for now"))


def push(price: float, *, resting: Fact) -> Fact:
    """The price in plain words: how hard the contract has to push just now."""
    size = abs(price)
    if size < 0.05:
        return resting
    if size < 0.5:
        word = pgettext("push", "Light")
    elif size < 1.5:
        word = pgettext("push", "Firm")
    elif size < EngineConfig().price_cap * 0.95:
        word = pgettext("push", "Strong")
    else:
        word = pgettext("push", "As strong as may be")
    facts = {"price": f"{price:+.2f}".replace("-", "−")}
    line = _("each of these notes counts %(price)s; 1 is a middling match made a good one") % facts
    return Fact(_("Push needed now"), word, line)
