"""Saying that a comment is in another language than it claims."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dukou.language.tags import base
from dukou.site.members.languages import language_choices, language_name
from dukou.site.members.limits import CORRECTING_LANGUAGE, spend
from dukou.site.notes.services import CorrectionRefused
from dukou.site.requests import MemberRequest, member_required
from dukou.site.talk import services
from dukou.site.talk.models import Comment
from dukou.site.talk.threads import comment_for


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def comment_language(request: MemberRequest, comment_id: int) -> HttpResponse:
    """GET: the question what the comment is written in. POST: what the member says."""
    comment = comment_for(request.member, comment_id)
    place = f"{comment.note.get_absolute_url()}#comment-{comment.pk}"
    if request.method != "POST":
        context = {
            "id": comment.pk,
            "source": comment.versions.get(is_source=True),
            "language": language_name(comment.lang),
            "choices": [one for one in language_choices([comment.lang]) if not one.chosen],
            "url": place,
        }
        return render(request, "talk/language.html", context)
    spend(CORRECTING_LANGUAGE, f"member:{request.member.pk}")
    _hear(request, comment)
    return redirect(place)


def _hear(request: MemberRequest, comment: Comment) -> None:
    said = request.POST.get("lang", "")
    try:
        counts = services.correct_comment_language(comment, to=said, by=request.member)
    except CorrectionRefused as refused:
        messages.error(request, _refusal(refused.code))
        return
    thanks = _("Thank you. This comment is in %(language)s from now on.")
    noted = _("Thank you. If another reader says the same, it will be changed.")
    line = (thanks if counts else noted) % {"language": language_name(base(said))}
    messages.success(request, line)


def _refusal(code: str) -> str:
    words = {
        "unknown": _("Choose one of the languages."),
        "same": _("The comment is in that language already."),
    }
    return words[code]
