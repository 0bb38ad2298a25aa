"""Pages of corrections: see what is suggested, suggest, agree, take back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dukou.site.bridge.corrections import pages, services
from dukou.site.bridge.corrections.models import Correction, CorrectionState
from dukou.site.bridge.reader import viewer_of
from dukou.site.bridge.translatable import translatable
from dukou.site.members.limits import Limit, spend
from dukou.site.members.models import Language
from dukou.site.requests import MemberRequest, member_required

SUGGESTING = Limit("correction", 60, 3600)
AGREEING = Limit("correction-vote", 300, 3600)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def corrections(request: MemberRequest, kind: str, text_id: int) -> HttpResponse:
    """GET: the original, the translation, what is suggested. POST: suggest a better one."""
    if request.method == "POST":
        return _suggest(request, kind, text_id)
    return _page(request, kind, text_id, _lang(request, request.GET.get("lang", "")))


def _suggest(request: MemberRequest, kind: str, text_id: int) -> HttpResponse:
    lang = _lang(request, request.POST.get("lang", ""))
    title, body = request.POST.get("title", ""), request.POST.get("body", "")
    spend(SUGGESTING, f"member:{request.member.pk}")
    try:
        made = services.suggest(
            kind,
            text_id,
            lang=lang,
            parts=[title, body] if kind == "note" else [body],
            by=request.member,
            why=request.POST.get("why", ""),
        )
    except services.CorrectionError as error:
        return _page(request, kind, text_id, lang, error=error.code, written=(title, body))
    if made.state == CorrectionState.ACCEPTED:
        messages.success(request, _("Your wording stands now."))
    else:
        messages.success(request, _("Thank you. The author, or two readers, decide."))
    return redirect(translatable(kind).address(text_id, "yours"))


@require_http_methods(["POST", "DELETE"])
@member_required
def vote(request: MemberRequest, correction_id: int) -> HttpResponse:
    """POST: agree (`agrees=yes`) or not. DELETE: take one's own suggestion back."""
    correction = get_object_or_404(Correction, pk=correction_id)
    spend(AGREEING, f"member:{request.member.pk}")
    texts = translatable(correction.kind)
    texts.versions(request.member, correction.text_id)  # 404 for who may not read the text
    if request.method == "DELETE":
        services.take_back(correction, by=request.member)
        return redirect(texts.address(correction.text_id, "yours"))
    try:
        agrees = request.POST.get("agrees") == "yes"
        correction = services.vote(correction, by=request.member, agrees=agrees)
    except services.CorrectionError as error:
        messages.info(request, pages.error_line(error.code))
    else:
        if correction.state == CorrectionState.ACCEPTED:
            messages.success(request, _("The better wording stands now."))
    return redirect(texts.address(correction.text_id, "yours"))


def _page(
    request: MemberRequest,
    kind: str,
    text_id: int,
    lang: str,
    *,
    error: str = "",
    written: tuple[str, str] | None = None,
) -> HttpResponse:
    page = pages.corrections_page(kind, text_id, lang, viewer=request.member)
    if page is None:
        raise Http404
    title, body = written or (page.title, page.body)
    context = {
        "page": page,
        "title": title,
        "body": body,
        "why": request.POST.get("why", ""),
        "error": pages.error_line(error) if error else "",
    }
    return render(request, "bridge/corrections.html", context, status=422 if error else 200)


def _lang(request: MemberRequest, asked: str) -> str:
    """The language asked for if the place knows it, else the member's first."""
    return asked if asked in Language else viewer_of(request).habits.own[0]
