"""Looking words up in a note or a comment, and one's own list of words."""

from __future__ import annotations

import csv

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from dukou.site.bridge.reader import viewer_of
from dukou.site.bridge.translatable import translatable
from dukou.site.bridge.words import queries, services
from dukou.site.bridge.words.card import WordCard, word_card
from dukou.site.bridge.words.reading import word_at, words_page, words_url
from dukou.site.ids import id_in
from dukou.site.members.limits import Limit, spend
from dukou.site.requests import MemberRequest, SiteRequest, member_required

KEEPING = Limit("words", 300, 3600)
_LONGEST_PLACE = 6


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: SiteRequest, kind: str, text_id: int) -> HttpResponse:
    """GET: the text as words, with `at` the word at that place. POST: keep that word."""
    if request.method == "POST":
        return _keep(request, kind, text_id)
    at, show = request.GET.get("at"), request.GET.get("show", "")
    if at is not None and request.htmx:
        return render(request, "bridge/_word.html", {"card": _card(request, kind, text_id, at)})
    page = words_page(
        translatable(kind).versions(request.member, text_id),
        viewer_of(request).habits.own,
        kind=kind,
        text_id=text_id,
        # A whole page without scripts is of more use with every meaning on it.
        is_whole=show == "all" or not (show or request.htmx or at),
    )
    card = _card(request, kind, text_id, at) if at is not None else None
    context = {"words": page, "card": card, "address": _address(kind, text_id)}
    return render(request, "bridge/_words.html" if request.htmx else "bridge/words.html", context)


@member_required
def _keep(request: MemberRequest, kind: str, text_id: int) -> HttpResponse:
    """The card anew, with the word kept or given up; a plain form comes back to the page."""
    at = request.POST.get("at", "")
    versions = translatable(kind).versions(request.member, text_id)
    found, lang, to = word_at(versions, viewer_of(request).habits.own, _place(at))
    spend(KEEPING, f"member:{request.member.pk}")
    error = ""
    if request.POST.get("drop"):
        services.drop_word(id_in(request.POST["drop"]) or 0, by=request.member)
    else:
        try:
            services.save_word(found, lang=lang, kind=kind, text_id=text_id, by=request.member)
        except services.TooManyWords:
            error = _("Your list is full. Take some words off it first.")
    if not request.htmx:
        if error:
            messages.error(request, error)
        return redirect(f"{words_url(kind, text_id)}?at={found.start}")
    card = word_card(
        found, lang=lang, to=to, kind=kind, text_id=text_id, viewer=request.member, error=error
    )
    return render(request, "bridge/_word.html", {"card": card})


@require_safe
@member_required
def my_words(request: MemberRequest) -> HttpResponse:
    """The member's own list, newest first."""
    found = queries.saved_words(request.member, max_id=id_in(request.GET.get("max_id", "")))
    page, more = found[: queries.PAGE_SIZE], found[queries.PAGE_SIZE :]
    next_url = f"/words?max_id={page[-1].pk}" if more else ""
    rows = [(word, f"/{word.kind}s/{word.text_id}/words") for word in page]
    return render(request, "bridge/my_words.html", {"rows": rows, "next_url": next_url})


@require_safe
@member_required
def words_file(request: MemberRequest) -> HttpResponse:
    """The whole list as a table, for flash cards."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="words.csv"'
    answer.write("\ufeff")  # without it Excel takes Chinese for Latin letters
    table = csv.writer(answer)
    table.writerow(["word", "reading", "meaning", "language", "date"])
    for word in queries.all_saved_words(request.member):
        table.writerow(
            [
                *map(_plain_cell, (word.word, word.reading, word.meaning)),
                word.language,
                timezone.localdate(word.at).isoformat(),
            ]
        )
    return answer


@require_http_methods(["POST", "DELETE"])
@member_required
def my_word(request: MemberRequest, word_id: int) -> HttpResponse:
    """DELETE: take the word off the list."""
    if request.method != "DELETE":
        raise Http404
    services.drop_word(word_id, by=request.member)
    return HttpResponse() if request.htmx else redirect("my-words")


def _card(request: SiteRequest, kind: str, text_id: int, at: str) -> WordCard:
    versions = translatable(kind).versions(request.member, text_id)
    found, lang, to = word_at(versions, viewer_of(request).habits.own, _place(at))
    if request.member is not None:
        services.count_unknown(found, lang=lang, kind=kind, text_id=text_id, by=request.member)
    return word_card(found, lang=lang, to=to, kind=kind, text_id=text_id, viewer=request.member)


def _place(given: str) -> int:
    if given.isascii() and given.isdigit() and len(given) <= _LONGEST_PLACE:
        return int(given)
    raise Http404


def _address(kind: str, text_id: int) -> str:
    return translatable(kind).address(text_id, "yours")


def _plain_cell(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
