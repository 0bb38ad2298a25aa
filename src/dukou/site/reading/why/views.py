"""The page and the sheet that say why a note was shown."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from dukou.site.bridge.choosing import best_version
from dukou.site.bridge.queries import note_versions
from dukou.site.bridge.reader import viewer_of
from dukou.site.members.models import Follow
from dukou.site.reading.dial import STEPS, dial_of
from dukou.site.reading.why.looking import slot_for
from dukou.site.reading.why.numbers import numbers
from dukou.site.reading.why.sentences import sentences
from dukou.site.requests import SiteRequest


@require_safe
def why(request: SiteRequest, page_id: int, slot: int) -> HttpResponse:
    """Why this note: a few sentences, the numbers behind them, and what changes it."""
    logged = slot_for(request.member, page_id, slot)
    viewer = viewer_of(request)
    text = best_version(note_versions(logged.note), viewer.reads)
    author = logged.note.author
    member = request.member
    dial = dial_of(member)
    context = {
        "logged": logged,
        "title": text.title or text.body.split("\n", 1)[0][:60],
        "title_lang": text.lang,
        "sentences": sentences(logged, viewer),
        "numbers": numbers(logged),
        "is_mine": member is not None and member.pk == author.pk,
        "followed": member is not None
        and Follow.objects.filter(follower=member, followed=author).exists(),
        "nearer": dial.step - 1 if dial and dial.step > 0 else None,
        "farther": dial.step + 1 if dial and dial.step < len(STEPS) - 1 else None,
    }
    return render(request, "reading/why.html", context)
