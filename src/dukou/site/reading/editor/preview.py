"""What a changed contract would do: the last day's pages, served again under the old and new."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import takewhile

import numpy as np
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dukou.engine import Contract, PastPage, Replay, Replayed, ShareClause
from dukou.site.reading import clause_words
from dukou.site.reading.allocation.contracts import binding
from dukou.site.reading.allocation.reachable import reachable_bounds
from dukou.site.reading.allocation.serving import process_state
from dukou.site.reading.balance.hours import TOLERANCE
from dukou.site.reading.clause_words import percent
from dukou.site.reading.editor.yesterday import Yesterday, first_notes, yesterday

SECONDS = 6.0
FEW_PAGES, FEW_READERS = 60, 5


@dataclass(frozen=True)
class PreviewRow:
    """A clause before and after, in words; empty where nobody of its readers came."""

    promise: str
    change: str
    before: str
    after: str
    outside_before: str
    outside_after: str
    is_kept: bool
    unmet: str


@dataclass(frozen=True)
class Preview:
    """What the change would have made of the last day."""

    rows: list[PreviewRow]
    based_on: str
    relevance: str
    warning: str


def preview_of(after: Contract, *, before: Contract, now: datetime | None = None) -> Preview:
    """The change from `before` to `after`, by a sample of the last day and six seconds at most.

    Both serve the same pages in turn, twice: a first round for the prices to settle, a second
    that is measured.
    """
    moment = now or timezone.now()
    state = process_state()
    live = state.index.refresh()
    past = yesterday(live, now=moment)
    with state.till.lock:
        prices = state.till.prices.under(state.till.version.contract)
    old, new = binding(before), binding(after)
    clauses = _measured(old, new)
    debuts = [contract.debut for contract in (old, new) if contract.debut is not None]
    firsts = first_notes(debuts, now=moment)
    replays = [
        Replay(
            contract,
            live.notes,
            measure=list(clauses.values()),
            prices=prices,
            firsts=firsts,
            pages_an_hour=past.pages_an_hour,
            sample=past.part,
        )
        for contract in (old, new)
    ]
    count = _served(replays, past.pages)
    was, will = (replay.result() for replay in replays)
    reachable = dict(zip(new.ids, _reachable(new, moment), strict=True))
    return Preview(
        rows=[
            _row(clause, at, was, will, new=new, old=old, reachable=reachable)
            for at, clause in enumerate(_measured(before, after, only=clauses).values())
        ],
        based_on=_based_on(past, count),
        relevance=_relevance(was, will),
        warning=_warning(past, count, after, new),
    )


def _measured(
    old: Contract, new: Contract, only: dict[str, ShareClause] | None = None
) -> dict[str, ShareClause]:
    """Clauses of both by id, as the new one has them where it has them."""
    found = {clause.id: clause for clause in (*old.shares, *new.shares)}
    return {name: found[name] for name in sorted(found) if only is None or name in only}


def _served(replays: list[Replay], pages: list[PastPage]) -> int:
    """Serve the pages twice within the time there is; how many were measured."""
    began = time.monotonic()
    settled = _round(replays, pages, until=began + SECONDS / 2)
    for replay in replays:
        replay.begin()
    return _round(replays, pages[:settled], until=began + SECONDS)


def _round(replays: list[Replay], pages: list[PastPage], *, until: float) -> int:
    count = 0
    for page in takewhile(lambda _page: time.monotonic() < until, pages):
        for replay in replays:
            replay.serve(page)
        count += 1
    return count


def _reachable(contract: Contract, now: datetime) -> list[tuple[float, float]]:
    found = reachable_bounds(contract, now=now, index=process_state().index)
    return list(zip(found.floor.tolist(), found.ceiling.tolist(), strict=True))


def _row(
    clause: ShareClause,
    at: int,
    was: Replayed,
    will: Replayed,
    *,
    new: Contract,
    old: Contract,
    reachable: dict[str, tuple[float, float]],
) -> PreviewRow:
    is_kept = not np.isnan(will.share[at]) and (
        clause.floor - TOLERANCE <= will.share[at] <= clause.ceiling + TOLERANCE
    )
    return PreviewRow(
        promise=clause_words.bounds(clause),
        change=_change(clause, old, new),
        before=_share(was, at),
        after=_share(will, at),
        outside_before=_outside(clause, was, at),
        outside_after=_outside(clause, will, at),
        is_kept=is_kept or clause.id not in new.ids,
        unmet=_unmet(clause, reachable.get(clause.id)),
    )


def _change(clause: ShareClause, old: Contract, new: Contract) -> str:
    """What becomes of the clause; empty where it stays as it is."""
    if clause.id not in new.ids:
        return _("taken out")
    if clause.id not in old.ids:
        return _("added")
    was = next(c for c in old.shares if c.id == clause.id)
    now = next(c for c in new.shares if c.id == clause.id)
    return "" if replace(was, reason={}) == replace(now, reason={}) else _("changed")


def _share(found: Replayed, at: int) -> str:
    return "" if np.isnan(found.share[at]) else percent(float(found.share[at]))


def _outside(clause: ShareClause, found: Replayed, at: int) -> str:
    if not clause.band or not found.readers[at]:
        return ""
    facts = {"outside": found.outside[at], "readers": found.readers[at]}
    return _("%(outside)s of %(readers)s") % facts


def _unmet(clause: ShareClause, reachable: tuple[float, float] | None) -> str:
    """That notes or readers are too few for the bound, with what can be attained."""
    if reachable is None:
        return ""
    floor, ceiling = reachable
    if floor < clause.floor - TOLERANCE:
        words = _("At most %(possible)s can be attained with the notes that there are.")
        return words % {"possible": percent(floor)}
    if ceiling > clause.ceiling + TOLERANCE:
        words = _("No less than %(possible)s can be attained with the notes that there are.")
        return words % {"possible": percent(ceiling)}
    return ""


def _based_on(past: Yesterday, count: int) -> str:
    words = ngettext(
        "%(count)s of the %(all)s page that members read in the last 24 hours, served again.",
        "%(count)s of the %(all)s pages that members read in the last 24 hours, served again.",
        past.all_pages,
    )
    return words % {"count": count, "all": past.all_pages}


def _relevance(was: Replayed, will: Replayed) -> str:
    """What the change costs in relevance, or brings."""
    if was.relevance <= 0:
        return ""
    kept = will.relevance / was.relevance
    return _("%(kept)s of the relevance that pages have now") % {"kept": percent(kept)}


def _warning(past: Yesterday, count: int, after: Contract, new: Contract) -> str:
    """What the figures cannot bear."""
    if not count:
        return _("Nobody has opened Explore in the last 24 hours, so there is nothing to go by.")
    if count < FEW_PAGES or past.all_readers < FEW_READERS:
        return _(
            "These are few pages of few readers: take the figures as a hint, not as a forecast."
        )
    waiting = len(after.shares) - len(new.shares)
    if waiting:
        return ngettext(
            "%(count)s promise waits until the place is older and is left out.",
            "%(count)s promises wait until the place is older and are left out.",
            waiting,
        ) % {"count": waiting}
    return ""
