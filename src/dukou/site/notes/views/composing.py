"""Writing: a draft is begun, goes on, is given up or becomes a note."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.db import OperationalError, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from dukou.site.disk import is_disk_full
from dukou.site.ids import id_in
from dukou.site.members.limits import LimitReached, spend
from dukou.site.notes import queries, services
from dukou.site.notes.composing.drafts import posting_limit, rows_of_drafts
from dukou.site.notes.composing.fields import Fields
from dukou.site.notes.composing.page import composer_of
from dukou.site.notes.decoding import PictureRefused
from dukou.site.notes.models import Draft, Note
from dukou.site.notes.refusals import (
    Refusal,
    disk_refusal,
    limit_refusal,
    note_refusal,
    picture_refusal,
)
from dukou.site.notes.texts import PublishError
from dukou.site.notes.views.pictures import receive
from dukou.site.requests import MemberRequest, member_required

STEPS = {"earlier": -1, "later": 1}


@require_safe
@member_required
def compose(request: MemberRequest) -> HttpResponse:
    """To an empty draft."""
    try:
        draft = services.draft_to_write(request.member)
    except PublishError as error:
        messages.error(request, note_refusal(error.code).words)
        return redirect("drafts")
    return redirect("draft", draft.pk)


@require_safe
@member_required
def drafts(request: MemberRequest) -> HttpResponse:
    """What the member has begun, last written first."""
    return render(request, "notes/drafts.html", {"drafts": rows_of_drafts(request.member)})


@require_safe
@member_required
def edit(request: MemberRequest, name: str, note_id: int) -> HttpResponse:
    """The composer with a note of the member's own in it."""
    note = queries.own_note_for(request.member, name, note_id)
    return _page(request, services.draft_of_edit(note, by=request.member))


@require_http_methods(["GET", "HEAD", "POST", "DELETE"])
@member_required
def draft(request: MemberRequest, draft_id: int) -> HttpResponse:
    """GET: the composer. POST: save, or do what the pressed button says. DELETE: give it up."""
    try:
        found = queries.draft_for(request.member, draft_id)
    except Http404:
        note = queries.note_of_draft(request.member, draft_id)
        if note is None:
            raise
        return _published(request, note)
    if request.method == "POST":
        return _write(request, found)
    if request.method == "DELETE":
        note = found.note
        services.discard_draft(found)
        messages.info(request, _("The draft is gone."))
        return redirect(note or "drafts")
    return _page(request, found)


def _published(request: MemberRequest, note: Note) -> HttpResponse:
    """To the note: pressed twice, or back after publishing; what saves itself learns of it."""
    if request.method == "POST" and "do" not in request.POST:
        return HttpResponse(status=409, headers={"Location": note.get_absolute_url()})
    return redirect(note)


def _write(request: MemberRequest, draft: Draft) -> HttpResponse:
    """`do` names the button; a form that saves itself has pressed none."""
    deed, _, subject = request.POST.get("do", "").partition("-")
    picture_id = id_in(subject) or 0
    fields = Fields.from_form(request.POST)
    if deed in STEPS:
        fields = replace(fields, order=moved(fields.order, picture_id, by=STEPS[deed]))
    try:
        draft = services.save_draft(draft, fields, known=request.headers.get("Draft-Stamp", ""))
    except services.WrittenElsewhere:
        return HttpResponse(status=412)
    except OperationalError as error:
        if not is_disk_full(error):
            raise
        draft.fields = fields.stored()  # on the page alone
        return _page(request, draft, disk_refusal(), status=507)
    if deed == "remove":
        services.remove_picture(draft, picture_id)
    try:
        receive(request, draft)
    except PictureRefused as error:
        return _page(request, draft, Refusal(picture_refusal(error.code), "pictures"), status=422)
    if deed == "publish":
        return _publish(request, draft)
    if deed:
        return redirect("draft", draft.pk)
    return HttpResponse(status=204, headers={"Draft-Stamp": draft.stamp})


def moved(order: tuple[int, ...], item: int, *, by: int) -> tuple[int, ...]:
    """The order with one item a step earlier or later, as far as there is a place."""
    if item not in order:
        return order
    rest = [each for each in order if each != item]
    rest.insert(max(0, order.index(item) + by), item)
    return tuple(rest)


def _publish(request: MemberRequest, draft: Draft) -> HttpResponse:
    """A refused note costs nothing of the limit, and nothing of the draft."""
    member = request.member
    is_change = draft.note_id is not None
    try:
        with transaction.atomic():
            spend(posting_limit(member), f"member:{member.pk}")
            note = services.publish_draft(draft, by=member)
    except PublishError as error:
        return _page(request, draft, note_refusal(error.code), status=422)
    except OperationalError as error:
        if not is_disk_full(error):
            raise
        return _page(request, draft, disk_refusal(), status=507)
    except LimitReached as error:
        answer = _page(request, draft, limit_refusal(error.wait_seconds), status=429)
        answer["Retry-After"] = str(error.wait_seconds)
        return answer
    messages.success(request, _("Changed.") if is_change else _("Published."))
    return redirect(note)


def _page(
    request: MemberRequest, draft: Draft, refusal: Refusal | None = None, *, status: int = 200
) -> HttpResponse:
    context = {
        "composer": composer_of(draft),
        "refusal": refusal,
        "drafts_count": queries.drafts_of(request.member).exclude(pk=draft.pk).count(),
    }
    return render(request, "notes/composer.html", context, status=status)
