"""The page and the sheet that tell an author how far their note reached."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dukou.site.bridge.choosing import best_version
from dukou.site.bridge.queries import note_versions
from dukou.site.bridge.reader import viewer_of
from dukou.site.reading.reach.looking import reach_of
from dukou.site.reading.reach.numbers import numbers
from dukou.site.reading.reach.sentences import sentences
from dukou.site.requests import MemberRequest, member_required


@require_safe
@member_required
def reach(request: MemberRequest, note_id: int) -> HttpResponse:
    """How far the member's own note reached, why no farther, and what it is still owed."""
    now = timezone.now()
    found = reach_of(request.member, note_id, now=now)
    text = best_version(note_versions(found.note), viewer_of(request).reads)
    context = {
        "found": found,
        "title": text.title or text.body.split("\n", 1)[0][:60],
        "title_lang": text.lang,
        "sentences": sentences(found, now=now),
        "rows": numbers(found, now=now),
    }
    return render(request, "reading/reach.html", context)
