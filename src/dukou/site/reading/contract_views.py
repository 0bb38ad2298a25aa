"""The reader's part of the contract: turning the dial, and telling what was seen."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django_htmx.http import trigger_client_event

from dukou.site.reading.dial import STEPS, dial_of, set_dial
from dukou.site.reading.seen import ask_for_translations, tell_seen
from dukou.site.requests import MemberRequest, SiteRequest, member_required, subject_of


@require_POST
@member_required
def dial(request: MemberRequest) -> HttpResponse:
    """Turn the dial; Explore then loads anew, and without htmx it is the next page."""
    given = request.POST.get("step", "")
    if given not in {str(step) for step in range(len(STEPS))}:
        return HttpResponse(status=422)
    set_dial(request.member, step=int(given))
    now = dial_of(request.member)
    line = now.lines[now.step] if now else ""
    if not request.htmx:
        messages.info(request, line)
        return redirect("/")
    answer = render(request, "reading/_dial_turned.html", {"line": line})
    return trigger_client_event(answer, "dial-moved", {"step": int(given)})


@csrf_exempt  # the seals are the proof: nobody else can make one
@require_POST
def seen(request: SiteRequest) -> HttpResponse:
    """Take a beacon; the reader never hears of anything wrong with it.

    What a member saw and cannot read is wished for, so that cards come translated next time.
    """
    new = tell_seen(request.POST.getlist("slot"), by=subject_of(request))
    if request.member is not None:
        ask_for_translations(new, by=request.member)
    return HttpResponse(status=204)
