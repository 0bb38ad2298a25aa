"""Pictures of a draft, one address each."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from dukou.site.members.limits import UPLOADING, spend
from dukou.site.notes import queries, services
from dukou.site.notes.composing.page import tray_picture
from dukou.site.notes.composing.pictures import pictures_of_draft
from dukou.site.notes.decoding import MOST_BYTES, PictureRefused
from dukou.site.notes.models import Draft, Media
from dukou.site.notes.refusals import picture_refusal
from dukou.site.requests import MemberRequest, member_required
from dukou.site.uploads import lost_files


@require_POST
@member_required
def pictures(request: MemberRequest, draft_id: int) -> HttpResponse:
    """Add pictures to a draft; answers with their places in the tray."""
    draft = queries.draft_for(request.member, draft_id)
    try:
        added = receive(request, draft)
    except PictureRefused as error:
        context = {"words": picture_refusal(error.code)}
        return render(request, "notes/composer/_picture_refused.html", context, status=422)
    if not request.htmx:
        return redirect("draft", draft.pk)
    shown = [tray_picture(media, draft) for media in added]
    return render(request, "notes/composer/_pictures.html", {"pictures": shown})


def receive(request: MemberRequest, draft: Draft) -> list[Media]:
    """Take the request's pictures into the draft; raises PictureRefused at the first bad one."""
    added = []
    for upload in request.FILES.getlist("pictures"):
        spend(UPLOADING, f"member:{request.member.pk}")
        added.append(services.receive_picture(draft, upload.read(MOST_BYTES + 1)))
    if lost_files(request):
        raise PictureRefused("disk-full")
    return added


@require_http_methods(["GET", "HEAD", "DELETE"])
@member_required
def picture(request: MemberRequest, draft_id: int, media_id: int) -> HttpResponse:
    """GET: its place in the tray, while it is being prepared. DELETE: take it out."""
    draft = queries.draft_for(request.member, draft_id)
    found = next((media for media in pictures_of_draft(draft) if media.pk == media_id), None)
    if found is None:
        raise Http404
    if request.method == "DELETE":
        services.remove_picture(draft, media_id)
        return HttpResponse() if request.htmx else redirect("draft", draft.pk)
    shown = [tray_picture(found, draft)]
    return render(request, "notes/composer/_pictures.html", {"pictures": shown})
