"""The two versions of a draft, compared for its author."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from dukou.site.bridge.sides.pages import MOST_LOOKS, sides_page
from dukou.site.notes.queries import draft_for
from dukou.site.requests import MemberRequest, member_required


@never_cache
@require_safe
@member_required
def sides(request: MemberRequest, draft_id: int) -> HttpResponse:
    """Sentences of either version that the other has not; a part of the composer, or a page."""
    given = request.GET.get("looks", "")
    looks = int(given) if given.isascii() and given.isdigit() and len(given) < 4 else 0
    page = sides_page(draft_for(request.member, draft_id), looks=looks)
    template = "bridge/_sides.html" if request.htmx else "bridge/sides.html"
    return render(request, template, {"page": page, "looks_again": page.looks <= MOST_LOOKS})
