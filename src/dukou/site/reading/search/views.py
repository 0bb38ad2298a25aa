"""The search page, and what its field offers."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_htmx.http import reselect, retarget

from dukou.site.bridge.reader import viewer_of
from dukou.site.ids import id_in
from dukou.site.members.limits import SEARCHING, Limit, spend
from dukou.site.reading.search.asked import remember_search
from dukou.site.reading.search.filters import Filters, filter_fields
from dukou.site.reading.search.found import search as search_for
from dukou.site.reading.search.lively import lively_topics
from dukou.site.reading.search.matching import MOST_RANKED
from dukou.site.reading.search.near import is_coming, wake
from dukou.site.reading.search.suggesting import offers
from dukou.site.reading.search.trends import trends_for
from dukou.site.reading.views import feed_page
from dukou.site.requests import SiteRequest, subject_of
from dukou.site.text import one_line

OFFERING = Limit("search-offers", 240, 60)
_TYPED_LIMIT = 40
#: A page looks so often, two seconds apart, whether notes can be found by meaning yet.
MOST_LOOKS = 20


@require_safe
def search(request: SiteRequest) -> HttpResponse:
    """Notes, people and topics for the words in `q`, narrowed by `lang`, `time` and `kind`.

    Where notes cannot be found by meaning yet, the page says so and looks again.
    """
    viewer = viewer_of(request)
    query = request.GET.get("q", "").strip()
    filters = Filters.read(request.GET.dict())
    if not query:
        wake()
        ideas = {"trends": trends_for(request.member), "lively": lively_topics(viewer)}
        return render(request, "reading/search.html", ideas)
    looks = min(id_in(request.GET.get("looks", "")) or 0, MOST_LOOKS)
    again_url = filters.address(query, looks=looks + 1) if looks < MOST_LOOKS else ""
    if request.htmx and looks and again_url and is_coming():
        wake()
        return _not_yet(request, again_url, filters.address(query))
    spend(SEARCHING, subject_of(request))
    start = min(id_in(request.GET.get("from", "")) or 0, MOST_RANKED)
    is_early = is_coming()
    results = search_for(viewer, query, start=start, filters=filters)
    if request.member is not None and not start and results.notes.cards:
        remember_search(results.query, by=request.member)
    return feed_page(
        request,
        "reading/search.html",
        results.notes,
        results=results,
        query=results.query,
        filters=filters,
        filter_fields=filter_fields(filters),
        every_language_url=replace(filters, lang="").address(results.query),
        everything_url=Filters().address(results.query),
        is_early=is_early,
        search_url=filters.address(results.query),
        again_url=again_url if is_early else "",
    )


def _not_yet(request: SiteRequest, again_url: str, search_url: str) -> HttpResponse:
    """The line that looks again, in place of itself."""
    answer = render(
        request, "reading/search/_early.html", {"again_url": again_url, "search_url": search_url}
    )
    retarget(answer, "#search-early")
    reselect(answer, "#search-early")
    return answer


@require_safe
def suggestions(request: SiteRequest) -> HttpResponse:
    """Ways to complete what was typed, for the field's list."""
    spend(OFFERING, subject_of(request))
    wake()
    typed = one_line(request.GET.get("q", ""), limit=_TYPED_LIMIT)
    context = {"offers": offers(viewer_of(request), typed)}
    return render(request, "reading/search/_offers.html", context)
