"""The page on which moderators answer members who say that their cohort is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from dukou.site.arrivals.models import Wave
from dukou.site.members import services as members
from dukou.site.members.cohorts import cohort_words
from dukou.site.members.models import CohortObjection
from dukou.site.requests import MemberRequest, moderator_required
from dukou.site.talk.models import Notice, Ruling
from dukou.site.talk.services import notify
from dukou.site.text import cleaned, one_line


@dataclass(frozen=True)
class Row:
    """An open objection with the member's cohort in words."""

    objection: CohortObjection
    cohort: str
    waves: list[str]


@require_safe
@moderator_required
def objections(request: MemberRequest) -> HttpResponse:
    """What is not answered yet, the oldest first."""
    waiting = CohortObjection.objects.filter(answered_at=None).select_related("member")
    waves = list(Wave.objects.order_by("-started_at").values_list("key", flat=True)[:50])
    rows = [
        Row(objection, cohort_words(objection.member), waves)
        for objection in waiting.order_by("asked_at")[:100]
    ]
    return render(request, "arrivals/objections.html", {"rows": rows})


@require_POST
@moderator_required
def answer(request: MemberRequest, objection_id: int) -> HttpResponse:
    """Settle how the member arrived, and tell them why."""
    objection = get_object_or_404(CohortObjection, pk=objection_id, answered_at=None)
    words = cleaned(request.POST.get("answer", ""), limit=1000)
    wave = one_line(request.POST.get("wave", ""), limit=40)
    if not words:
        messages.info(request, _("Write the answer: the member reads it."))
        return redirect("objections")
    if wave and not Wave.objects.filter(key=wave).exists():
        wave = objection.member.wave
    members.answer_objection(objection, by=request.member, wave=wave, answer=words)
    notify(objection.member, Notice.DECISION, ruling=Ruling.ANSWERED, words=objection.answer)
    messages.success(request, _("Answered."))
    return redirect("objections")
