"""What helps while one types: the recognised language, topics and people."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from dukou.site.members.queries import reading_languages
from dukou.site.notes.composing import suggestions as suggesting
from dukou.site.notes.composing.fields import Fields
from dukou.site.notes.composing.page import other_choice, other_name, own_language
from dukou.site.requests import MemberRequest, member_required
from dukou.site.text import one_line


@require_POST
@member_required
def detect(request: MemberRequest) -> HttpResponse:
    """The language pill of the version that is being written, `own` or `other`."""
    fields = Fields.from_form(request.POST)
    reads = reading_languages(request.member)
    match request.GET.get("of", "own"):
        case "own":
            own = own_language(fields, reads)
            context = {"language": own, "other_name": other_name(own, reads)}
        case "other":
            context = {"language": other_choice(fields, reads)}
        case _:
            raise Http404
    return render(request, "notes/composer/_recognised.html", context)


@require_safe
@member_required
def suggest(request: MemberRequest) -> HttpResponse:
    """Topics and people that begin with what was typed."""
    found = suggesting.suggestions(
        one_line(request.GET.get("q", ""), limit=60),
        member=request.member,
        reads=reading_languages(request.member),
    )
    return render(request, "notes/composer/_suggestions.html", {"suggestions": found})
