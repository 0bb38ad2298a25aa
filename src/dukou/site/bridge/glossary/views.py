"""The glossary's pages: reading, proposing, voting, taking out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from dukou.language.glossary import Entry
from dukou.language.tags import base
from dukou.language.writing import census
from dukou.site.bridge.glossary import explaining, known, pages, services, taking_out
from dukou.site.bridge.glossary.forms import ExplanationForm, WordingForm
from dukou.site.bridge.glossary.models import GlossaryVersion, Side
from dukou.site.bridge.glossary.shown import address_of, shown_entry
from dukou.site.bridge.words.queries import unknown_expressions
from dukou.site.members.limits import Limit, spend
from dukou.site.notes.new_words import NewHere, words_of_many
from dukou.site.requests import (
    MemberRequest,
    SiteRequest,
    member_required,
    moderator_required,
)

PROPOSING = Limit("glossary", 20, 24 * 3600)
VOTING = Limit("glossary-vote", 200, 3600)
#: So many members must have looked an expression up in vain before it is suggested.
MANY_READERS = 3
MOST_WONDERED = 20
#: So many new words are looked through for those that the glossary lacks.
MOST_NEW = 200


@require_safe
def glossary(request: SiteRequest) -> HttpResponse:
    """Expressions of both sides, to search and to read; what waits for votes stands first."""
    words, side = request.GET.get("q", "")[:60], request.GET.get("side", "")
    page = pages.list_page(
        viewer=request.member,
        words=words,
        side=side if side in Side.values else "",
        after=request.GET.get("after", "")[:100],
    )
    sides = [("", _("Both sides")), ("zh", _("Said in Chinese")), ("en", _("Said in English"))]
    context = {"page": page, "words": words, "side": side, "sides": sides}
    if request.member is not None and not words and "after" not in request.GET:
        context["wondered"] = wondered = [
            one for one in unknown_expressions(MANY_READERS) if side in ("", one.language)
        ][:MOST_WONDERED]
        if side in ("", Side.ZH):
            asked = {one.term for one in wondered}
            context["new_here"] = [one for one in _new_here() if one.word not in asked]
    return render(request, "bridge/glossary.html", context)


def _new_here() -> list[NewHere]:
    """What notes use and neither a dictionary nor the glossary explains."""
    new = [one for one in words_of_many(MOST_NEW) if known.entry(Side.ZH, one.word) is None]
    return new[:MOST_WONDERED]


@require_safe
def entry(request: SiteRequest, language: str, term: str) -> HttpResponse:
    """One expression, explained in the reader's language."""
    page = pages.entry_page(language, term, viewer=request.member)
    if page is None:
        raise Http404
    return render(request, "bridge/glossary_entry.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def propose(request: MemberRequest) -> HttpResponse:
    """A new expression, or another wording of one: `?language=zh&term=…`."""
    if request.method != "POST":
        return _form(request, _prefilled(request))
    form = WordingForm(request.POST)
    if not form.is_valid():
        return _form(request, form, status=422)
    spend(PROPOSING, f"member:{request.member.pk}")
    try:
        version = services.propose(form.wording(), by=request.member, why=form.cleaned_data["why"])
    except services.GlossaryError as error:
        form.add_error(None, pages.error_line(error.code))
        return _form(request, form, status=422)
    messages.success(request, _("Proposed. Two people of each side must agree now."))
    return redirect(address_of(version.language, version.term))


def _prefilled(request: MemberRequest) -> WordingForm:
    language = request.GET.get("language", "")
    term = request.GET.get("term", "")[: services.TERM_LIMIT]
    found = known.entry(language, term) if term else None
    if found is not None:
        return WordingForm.of(found.entry)
    likely = Side.ZH if "han" in census(term) or not term else Side.EN
    return WordingForm(initial={"language": language or likely, "term": term})


def _form(request: MemberRequest, form: WordingForm, *, status: int = 200) -> HttpResponse:
    return render(request, "bridge/glossary_form.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def explain(request: MemberRequest) -> HttpResponse:
    """An entry explained in a further language: `?language=zh&term=…`."""
    said = request.POST if request.method == "POST" else request.GET
    language, term = said.get("language", ""), said.get("term", "")[: services.TERM_LIMIT]
    found = known.entry(language, term)
    if found is None:
        raise Http404
    if request.method != "POST":
        form = ExplanationForm(initial=_told(found.entry.term, language, request))
        return _explanation_form(request, form, found.entry)
    form = ExplanationForm(request.POST)
    if not form.is_valid():
        return _explanation_form(request, form, found.entry, status=422)
    spend(PROPOSING, f"member:{request.member.pk}")
    try:
        explaining.explain(language, term, by=request.member, **form.cleaned_data)
    except services.GlossaryError as error:
        form.add_error(None, pages.error_line(error.code))
        return _explanation_form(request, form, found.entry, status=422)
    messages.success(request, _("Proposed. Two people at home in each language must agree now."))
    return redirect(address_of(language, found.entry.term))


def _told(term: str, language: str, request: MemberRequest) -> dict[str, str]:
    """What stands there in the language asked for, or in the member's own."""
    lang = request.GET.get("in", "") or base(request.member.home_language)
    told = known.explanations_of(language, term).get(lang)
    return {"lang": lang} if told is None else asdict(told)


def _explanation_form(
    request: MemberRequest, form: ExplanationForm, entry: Entry, *, status: int = 200
) -> HttpResponse:
    context = {"form": form, "entry": shown_entry(entry), "language": entry.language}
    return render(request, "bridge/glossary_explain.html", context, status=status)


@require_http_methods(["POST", "DELETE"])
@member_required
def vote(request: MemberRequest, version_id: int) -> HttpResponse:
    """POST: agree (`agrees=yes`) or not with a wording. DELETE: take the vote back."""
    version = get_object_or_404(GlossaryVersion, pk=version_id)
    spend(VOTING, f"member:{request.member.pk}")
    try:
        if request.method == "DELETE":
            services.take_vote_back(version, by=request.member)
        else:
            agrees = request.POST.get("agrees") == "yes"
            services.vote(version, by=request.member, agrees=agrees)
    except services.GlossaryError as error:
        messages.info(request, pages.error_line(error.code))
    return redirect(address_of(version.language, version.term))


@require_http_methods(["POST"])
@moderator_required
def take_out(request: MemberRequest, version_id: int) -> HttpResponse:
    """A moderator takes a wording out, with a reason that its writer reads."""
    version = get_object_or_404(GlossaryVersion, pk=version_id)
    take_it_out = partial(taking_out.take_out, version)
    if _is_decided(request, take_it_out, _("Taken out.")):
        return redirect("glossary")
    return redirect(address_of(version.language, version.term))


@require_http_methods(["POST"])
@moderator_required
def take_out_shipped(request: MemberRequest) -> HttpResponse:
    """A moderator takes an entry out that came with Dukou: `language`, `term`, `reason`."""
    language, term = request.POST.get("language", ""), request.POST.get("term", "")
    _is_decided(request, partial(taking_out.take_out_shipped, language, term), _("Taken out."))
    return redirect(address_of(language, term))


@require_http_methods(["POST"])
@moderator_required
def put_back(request: MemberRequest, version_id: int) -> HttpResponse:
    """A moderator puts back what was taken out, with a reason that everyone reads too."""
    version = get_object_or_404(GlossaryVersion, pk=version_id)
    _is_decided(request, partial(taking_out.put_back, version), _("Put back."))
    return redirect(address_of(version.language, version.term))


def _is_decided(request: MemberRequest, decide: Callable[..., GlossaryVersion], done: str) -> bool:
    """Decide with the moderator's reason, and tell them how it went."""
    try:
        decide(by=request.member, reason=request.POST.get("reason", ""))
    except services.GlossaryError as error:
        if error.code == "unknown":
            raise Http404 from None
        messages.error(request, pages.error_line(error.code))
        return False
    messages.success(request, done)
    return True
