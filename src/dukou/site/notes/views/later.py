"""A note after it was published: what it said before, how it is taken away."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect

from dukou.site.notes import queries, services
from dukou.site.notes.history import history_of
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
