"""The balance page, for everyone."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dukou.site.members.models import Role
from dukou.site.reading.allocation.contracts import in_force, newest_version, place_days
from dukou.site.reading.allocation.pricing import merge_if_stale, newest_prices
from dukou.site.reading.allocation.serving import hand_over_now
from dukou.site.reading.balance.breadth import breadth_facts
from dukou.site.reading.balance.first_notes import first_notes
from dukou.site.reading.balance.others import others, versions
from dukou.site.reading.balance.promises import promises
from dukou.site.requests import SiteRequest

FRESH_SECONDS = 5.0


@require_safe
def balance(request: SiteRequest) -> HttpResponse:
    """What is promised to whom, and whether it is kept; up to date to a few seconds."""
    now = timezone.now()
    hand_over_now()
    merge_if_stale(seconds=FRESH_SECONDS)
    version = in_force(newest_version())
    told = promises(version.written, version.contract, now=now, days=place_days())
    debuts = first_notes(version.contract.debut, now=now)
    states = [promise.state for promise in [*told, debuts] if promise]
    context = {
        "promises": told,
        "kept": states.count("kept"),
        "behind": states.count("behind"),
        "broken": states.count("broken"),
        "has_data": any(promise.chart for promise in told),
        "debuts": debuts,
        "breadth": breadth_facts(now),
        "others": others(version.contract, newest_prices(version), now=now),
        "versions": versions(),
        "now": now,
        "may_edit": request.member is not None and request.member.role == Role.OPERATOR,
    }
    return render(request, "reading/balance.html", context)
