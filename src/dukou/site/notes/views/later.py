"""A note after it was published: what it said before, how it is taken away."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect

from dukou.language.tags import base
from dukou.site.members.languages import language_choices, language_name
from dukou.site.members.limits import CORRECTING_LANGUAGE, spend
from dukou.site.notes import queries, services
from dukou.site.notes.history import history_of
from dukou.site.notes.services import CorrectionRefused
from dukou.site.requests import MemberRequest, SiteRequest, member_required


@require_safe
def history(request: SiteRequest, name: str, note_id: int) -> HttpResponse:
    """What the note said before, for everyone who may read it."""
    note = queries.note_for(request.member, note_id)
    if note.author.name != name.lower():
        raise Http404
    context = {"note": note, "history": history_of(note)}
    return render(request, "notes/history.html", context)


@require_safe
@member_required
def ask_delete(request: MemberRequest, name: str, note_id: int) -> HttpResponse:
    """The question before a note is taken away."""
    note = queries.own_note_for(request.member, name, note_id)
    return render(request, "notes/delete.html", {"note": note})


@require_http_methods(["DELETE"])
@member_required
def note(request: MemberRequest, note_id: int) -> HttpResponse:
    """Take a note of one's own away, for good."""
    found = queries.own_note_for(request.member, request.member.name, note_id)
    services.delete_note(found, by=request.member)
    messages.success(request, _("The note is gone, with its pictures and all that was said."))
    if request.htmx:
        return HttpResponseClientRedirect(request.member.get_absolute_url())
    return redirect(request.member)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def language(request: MemberRequest, note_id: int) -> HttpResponse:
    """GET: the question what the note is written in. POST: what the member says."""
    found = queries.note_for(request.member, note_id)
    if request.method != "POST":
        choices = [one for one in language_choices([found.lang]) if not one.chosen]
        context = {"note": found, "language": language_name(found.lang), "choices": choices}
        return render(request, "notes/language.html", context)
    spend(CORRECTING_LANGUAGE, f"member:{request.member.pk}")
    said = request.POST.get("lang", "")
    try:
        counts = services.correct_language(found, to=said, by=request.member)
    except CorrectionRefused as refused:
        messages.error(request, _refusal(refused.code))
    else:
        thanks = _("Thank you. This note is in %(language)s from now on.")
        noted = _("Thank you. If another reader says the same, it will be changed.")
        line = (thanks if counts else noted) % {"language": language_name(base(said))}
        messages.success(request, line)
    if request.htmx:
        return HttpResponseClientRedirect(found.get_absolute_url())
    return redirect(found)


def _refusal(code: str) -> str:
    words = {
        "unknown": _("Choose one of the languages."),
        "same": _("The note is in that language already."),
        "taken": _("The author has written another version in that language."),
    }
    return words[code]
