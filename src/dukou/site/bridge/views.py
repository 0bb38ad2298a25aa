"""Another version of a text, and the wish for one."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from dukou.site.bridge import queries, services
from dukou.site.bridge.precedents.pages import near_page
from dukou.site.bridge.reader import viewer_of
from dukou.site.bridge.shown import YOURS, shown_version
from dukou.site.bridge.sides.queries import differences_of
from dukou.site.bridge.translatable import translatable
from dukou.site.members.limits import Limit, spend
from dukou.site.requests import MemberRequest, SiteRequest, member_required

ASKING = Limit("translate", 300, 3600)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def version(request: SiteRequest, kind: str, text_id: int) -> HttpResponse:
    """GET: the text as `show` says. POST: have it translated for its reader."""
    texts = translatable(kind)
    texts.versions(request.member, text_id)  # whoever may not read it learns nothing more
    if request.method == "POST":
        return _ask(request, kind, text_id)
    return _answer(request, kind, text_id, request.GET.get("show", ""))


@never_cache
@require_safe
def near(request: SiteRequest, kind: str, text_id: int) -> HttpResponse:
    """The text that people translated, where this one got its translation as a near match."""
    lang = request.GET.get("lang", "")[:10]
    page = near_page(kind, text_id, lang, viewer=request.member)
    if page is None:
        raise Http404
    return render(request, "bridge/near.html", {"page": page})


@member_required
def _ask(request: MemberRequest, kind: str, text_id: int) -> HttpResponse:
    spend(ASKING, f"member:{request.member.pk}")
    reads = viewer_of(request).habits.own
    services.ask_for_translation(kind, [text_id], reads=reads, by=request.member)
    return _answer(request, kind, text_id, YOURS)


def _answer(request: SiteRequest, kind: str, text_id: int, show: str) -> HttpResponse:
    """The partial for htmx; a plain link or form leads to the page that holds the text."""
    texts = translatable(kind)
    viewer = viewer_of(request)
    shown = shown_version(
        texts.versions(request.member, text_id),
        viewer.reads,
        habits=viewer.habits,
        url=f"/{kind}s/{text_id}/version",
        show=show,
        outcome=queries.outcomes_of(kind, [text_id], viewer.habits.own).get(text_id, ""),
        may_ask=request.member is not None,
        looks=_count(request.GET.get("looks", "")),
        compare=partial(differences_of, kind, text_id),
        is_public=texts.is_public(text_id),
    )
    if not request.htmx:
        return HttpResponseRedirect(texts.address(text_id, show))
    return render(request, texts.template, texts.context(text_id, shown))


def _count(given: str) -> int:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 4 else 0
