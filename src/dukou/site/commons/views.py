"""Reporting, the rules, and the moderators' pages."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dukou.site.bridge.reader import viewer_of
from dukou.site.commons import queries, services
from dukou.site.commons.models import Decision, Ground
from dukou.site.commons.subjects import KINDS
from dukou.site.ids import id_in
from dukou.site.members.limits import REPORTING, spend
from dukou.site.requests import (
    MemberRequest,
    SiteRequest,
    member_required,
    moderator_required,
)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def report(request: MemberRequest) -> HttpResponse:
    """Ask the moderators to look at a note, a comment or a member."""
    kind, given = _named(request)
    subject = queries.subject_for(request.member, kind, given)
    context = {"kind": kind, "id": given, "grounds": Ground.choices, "error": ""}
    if request.method != "POST":
        return render(request, "commons/report.html", context)
    ground = request.POST.get("ground", "")
    if ground not in Ground.values:
        context["error"] = _("Choose what is wrong with it.")
        context["words"] = request.POST.get("words", "")
        return render(request, "commons/report.html", context, status=422)
    spend(REPORTING, f"member:{request.member.pk}")
    services.report(subject, by=request.member, ground=ground, words=request.POST.get("words", ""))
    return render(request, "commons/reported.html", {"whom": subject.whom, "kind": kind})


def _named(request: MemberRequest) -> tuple[str, str]:
    """Which thing the address or the form names: `?note=7`."""
    for kind in KINDS:
        given = request.POST.get(kind) or request.GET.get(kind)
        if given:
            return kind, given
    raise Http404


@require_safe
def rules(request: SiteRequest) -> HttpResponse:
    """The place's rules, in the reader's language."""
    return render(request, "commons/rules.html")


@require_safe
@member_required
def suspended(request: MemberRequest) -> HttpResponse:
    """Why the account is closed, for its member."""
    if not request.member.suspended:
        return redirect("home")
    suspension = request.member.suspensions.filter(lifted_at=None).first()
    return render(request, "commons/suspended.html", {"suspension": suspension})


@require_safe
@moderator_required
def moderation(request: MemberRequest) -> HttpResponse:
    """The queue: what members reported and nobody has decided yet."""
    return render(request, "commons/moderation.html", {"cases": queries.queue(viewer_of(request))})


@require_POST
@moderator_required
def decide(request: MemberRequest, kind: str, subject_id: int) -> HttpResponse:
    """Hide, suspend, or find nothing to do, with a reason."""
    subject = queries.case_subject(kind, subject_id)
    acts = {"hide": services.hide, "suspend": services.suspend, "dismiss": services.dismiss}
    act = acts.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    try:
        act(subject, by=request.member, reason=request.POST.get("reason", ""))
    except services.DecisionError as error:
        messages.error(request, _words(error.code))
        return redirect("moderation")
    messages.success(request, _("Decided. It stands in the log, where it can be undone."))
    return redirect("moderation")


@require_safe
@moderator_required
def log(request: MemberRequest) -> HttpResponse:
    """What moderators decided, newest first."""
    rows, more = queries.log(viewer_of(request), max_id=id_in(request.GET.get("max_id", "")))
    return render(request, "commons/log.html", {"rows": rows, "next_url": more})


@require_POST
@moderator_required
def undo(request: MemberRequest, decision_id: int) -> HttpResponse:
    """Take a decision back, with a reason."""
    decision = get_object_or_404(Decision, pk=decision_id)
    try:
        services.undo(decision, by=request.member, reason=request.POST.get("reason", ""))
    except services.DecisionError as error:
        messages.error(request, _words(error.code))
    else:
        messages.success(request, _("Undone."))
    return redirect("moderation_log")


def _words(code: str) -> str:
    return {
        "reason": _("Write the reason: the member reads it."),
        "not-open": _("Somebody has decided this already."),
        "nobody": _("A machine wrote this: there is nobody to suspend."),
        "replaced": _("Something newer stands in its place now, or the original has changed."),
        "gone": _("What the decision was about is not there any more."),
        "own-rank": _("Only the operator can suspend a moderator, and nobody themselves."),
    }[code]
