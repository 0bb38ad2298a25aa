"""The rest of the contract: the caps, the draw, and how it came about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dukou.engine import Contract, Prices, TopicCap
from dukou.engine.clock import millis, window_end, window_start
from dukou.site.reading.clause_words import percent
from dukou.site.reading.models import ContractVersion

VERSIONS_SHOWN = 20


@dataclass(frozen=True)
class Other:
    """A rule beside the share clauses, and what is known of it now."""

    words: str
    now: str = ""


@dataclass(frozen=True)
class Version:
    """A version of the contract, with who wrote it, when and why."""

    number: int
    at: datetime
    by_name: str
    by_shown: str
    reason: str
    toml: str


def others(contract: Contract, prices: Prices | None, *, now: datetime) -> list[Other]:
    """The caps and the exploration slot in words."""
    cap = contract.author_cap
    words = ngettext(
        "No author has more than %(count)s note on a page.",
        "No author has more than %(count)s notes on a page.",
        cap.per_page,
    ) % {"count": cap.per_page}
    found = [Other(words)]
    if cap.share < 1:
        facts = {"share": percent(cap.share), "window": _in_a(cap.window)}
        words = _("No author gets more than %(share)s of all that is shown %(window)s.") % facts
        found.append(Other(words, _largest(contract, prices, now)))
    if cap.notes_a_day:
        words = ngettext(
            "Of what an author publishes within a day the first note stands beside those of"
            " others; more come after them.",
            "Of what an author publishes within a day the first %(count)s notes stand beside those"
            " of others; more come after them.",
            cap.notes_a_day,
        )
        found.append(Other(words % {"count": cap.notes_a_day}))
    if contract.topic_cap is not None:
        found += _topic_cap(contract.topic_cap)
    if contract.exploration.slots:
        found.append(
            Other(
                _(
                    "On every page one place is drawn by lot: an author among all whom the reader"
                    " may see, and one of their notes. So nobody stays unread for want of fame."
                )
            )
        )
    return found


def _topic_cap(cap: TopicCap) -> list[Other]:
    words = ngettext(
        "No topic has more than %(count)s note on a page while there is something else to show.",
        "No topic has more than %(count)s notes on a page while there is something else to show.",
        cap.per_page,
    )
    found = [Other(words % {"count": cap.per_page})]
    if cap.share < 1:
        facts = {"share": percent(cap.share), "window": _in_a(cap.window)}
        words = _(
            "A topic that has had %(share)s of all that is shown %(window)s rests while there is"
            " something else to show."
        )
        found.append(Other(words % facts))
    return found


def _in_a(window: str) -> str:
    return {"hour": _("in an hour"), "day": _("in a day"), "week": _("in a week")}[window]


def _largest(contract: Contract, prices: Prices | None, now: datetime) -> str:
    """How much the author who was shown most has had."""
    if prices is None or not prices.accounts.authors.published:
        return ""
    window, zone = contract.author_cap.window, settings.CONFIGURATION.time_zone
    start, end = window_start(now, window, zone), window_end(now, window, zone)
    accounts = prices.accounts
    whole = accounts.served.exposure(millis(start), millis(end))
    if whole <= 0 or accounts.authors.since != millis(start):
        return ""
    share = percent(max(accounts.authors.published.values()) / whole)
    return _("The author who was shown most has %(share)s so far.") % {"share": share}


def versions() -> list[Version]:
    """The contract's versions, newest first."""
    rows = ContractVersion.objects.select_related("by").order_by("-pk")[:VERSIONS_SHOWN]
    count = ContractVersion.objects.count()
    return [
        Version(
            number=count - at,
            at=row.at,
            by_name=row.by.name if row.by else "",
            by_shown=row.by.display_name if row.by else "",
            reason=row.reason if row.by else _(row.reason),  # the first one is ours
            toml=row.toml,
        )
        for at, row in enumerate(rows)
    ]
