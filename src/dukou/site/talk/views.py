"""What members do to notes and comments. Addresses are things: POST makes, DELETE takes back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import retarget

from dukou.site.bridge.reader import viewer_of
from dukou.site.detecting import detect
from dukou.site.ids import id_in
from dukou.site.members import services as members
from dukou.site.members.limits import COMMENTING, REACTING, spend
from dukou.site.notes.events import slot_of
from dukou.site.notes.models import Note
from dukou.site.notes.queries import note_for
from dukou.site.requests import MemberRequest, SiteRequest, member_required
from dukou.site.talk import queries, services
from dukou.site.talk.models import Comment
from dukou.site.talk.services.collections import CollectionError
from dukou.site.talk.services.comments import may_comment
from dukou.site.talk.threads import comment_for, comment_view, comments_seen, thread_of


@require_http_methods(["POST", "DELETE"])
@member_required
def like(request: MemberRequest, note_id: int) -> HttpResponse:
    """Like a note, or take the like back; answers with the button as it is now."""
    note = note_for(request.member, note_id)
    spend(REACTING, f"member:{request.member.pk}")
    if request.method == "POST":
        services.like_note(note, by=request.member, slot=slot_of(request))
    else:
        services.unlike_note(note, by=request.member)
    return _button(request, "notes/_like.html", note)


@require_http_methods(["GET", "HEAD", "POST", "DELETE"])
@member_required
def save(request: MemberRequest, note_id: int) -> HttpResponse:
    """GET: where to keep the note. POST: keep it there. DELETE: keep it no more."""
    note = note_for(request.member, note_id)
    if request.method in ("GET", "HEAD"):
        context = {
            "note": note,
            "shelves": queries.shelves_of(request.member, note=note),
            "saved": bool(queries.saved_ids(request.member, [note.pk])),
        }
        return render(request, "talk/save.html", context)
    spend(REACTING, f"member:{request.member.pk}")
    if request.method == "POST":
        services.save_note(
            note, by=request.member, collection=_shelf(request), slot=slot_of(request)
        )
    else:
        services.unsave_note(note, by=request.member)
    return _button(request, "talk/_saved.html", note)


def _shelf(request: MemberRequest) -> Any:
    """The collection that the form names, made if it is a new name; None for loose."""
    try:
        return services.make_collection(by=request.member, name=request.POST.get("new", ""))
    except CollectionError as error:
        if error.code == "too-many":
            messages.info(request, _("You have 200 collections. Delete one of them first."))
    chosen = id_in(request.POST.get("collection", ""))
    return request.member.collections.filter(pk=chosen).first() if chosen is not None else None


@require_http_methods(["POST", "DELETE"])
@member_required
def not_for_me(request: MemberRequest, note_id: int) -> HttpResponse:
    """No more of this note and less like it; DELETE takes the wish back."""
    note = note_for(request.member, note_id)
    spend(REACTING, f"member:{request.member.pk}")
    if request.method == "POST":
        services.not_for_me(note, by=request.member, slot=slot_of(request))
        text, undo = _("You will see less like this."), f"/notes/{note.pk}/not-for-me"
    else:
        services.take_back_not_for_me(note, by=request.member)
        text, undo = _("It may come back."), ""
    if request.htmx:
        return render(request, "talk/_toast.html", {"text": text, "undo_url": undo})
    return redirect("/")


def _button(request: MemberRequest, template: str, note: Note) -> HttpResponse:
    """The button as it is now; a plain form leads to the note, where it shows."""
    if not request.htmx:
        return HttpResponseRedirect(note.get_absolute_url())
    note.refresh_from_db(fields=["likes_count", "saves_count"])
    state = {
        "id": note.pk,
        "likes": note.likes_count,
        "liked": note.pk in queries.liked_ids(request.member, [note.pk]),
        "saves": note.saves_count,
        "saved": note.pk in queries.saved_ids(request.member, [note.pk]),
    }
    return render(request, template, {"note": state})


@require_http_methods(["GET", "HEAD", "POST"])
def comments(request: SiteRequest, note_id: int) -> HttpResponse:
    """GET: a page of comments. POST: write one; the same `key` writes once."""
    if request.method == "POST":
        return write_comment(request, note_id)
    note = note_for(request.member, note_id)
    thread = thread_of(
        note,
        viewer_of(request),
        may_reply=request.member is not None and may_comment(note, request.member),
        max_id=id_in(request.GET.get("max_id", "")),
    )
    template = "talk/_thread_page.html" if request.htmx else "talk/comments.html"
    return render(request, template, {"thread": thread, "note": note})


@member_required
def write_comment(request: MemberRequest, note_id: int) -> HttpResponse:
    """Write a comment or a reply, in the language it is found to be in."""
    note = note_for(request.member, note_id)
    spend(COMMENTING, f"member:{request.member.pk}")
    parent_id = id_in(request.POST.get("reply_to", ""))
    parent = comment_for(request.member, parent_id) if parent_id is not None else None
    body = request.POST.get("body", "")
    try:
        comment = services.write_comment(
            note,
            by=request.member,
            body=body,
            lang=detect(body).lang,
            reply_to=parent if parent and parent.note_id == note.pk else None,
            slot=slot_of(request),
            key=request.POST.get("key", ""),
        )
    except services.CommentError as error:
        return _comment_refused(request, note, error.code, body)
    if not request.htmx:
        return HttpResponseRedirect(f"{note.get_absolute_url()}#comment-{comment.pk}")
    return _written(request, comment)


def _written(request: MemberRequest, comment: Comment) -> HttpResponse:
    """The comment where it belongs, in sight, with a new key for the next one."""
    context = {
        "comment": comment_view(comment, viewer_of(request), may_reply=True),
        "note": comment.note,
        "count": comments_seen(comment.note, request.member),
        "key": members.new_key(),
    }
    answer = render(request, "talk/_written.html", context)
    place = "afterbegin"
    if comment.reply_to_id is not None:
        retarget(answer, f"#replies-{comment.reply_to_id}")
        place = "beforeend"
    answer["HX-Reswap"] = f"{place} show:#comment-{comment.pk}:bottom"
    return answer


def _comment_refused(request: MemberRequest, note: Note, code: str, body: str) -> HttpResponse:
    words = {
        "empty": _("Write a word or two first."),
        "closed": _("The author does not take comments from you here."),
    }[code]
    context = {"error": words, "note": note, "body": body}
    if request.htmx:
        return render(request, "talk/_refused.html", context, status=422)
    status = 422 if code == "empty" else 403
    return render(request, "talk/refused.html", context, status=status)


@require_http_methods(["DELETE"])
@member_required
def comment(request: MemberRequest, comment_id: int) -> HttpResponse:
    """Delete a comment of one's own, or on a note of one's own."""
    found = comment_for(request.member, comment_id)
    try:
        services.delete_comment(found, by=request.member)
    except services.CommentError:
        return render(request, "403.html", status=403)
    if request.htmx:
        context = {"count": comments_seen(found.note, request.member), "is_new": True}
        return render(request, "talk/_talk_title.html", context)
    return HttpResponseRedirect(found.note.get_absolute_url())


@require_http_methods(["POST", "DELETE"])
@member_required
def like_comment(request: MemberRequest, comment_id: int) -> HttpResponse:
    """Like a comment, or take the like back."""
    found = comment_for(request.member, comment_id)
    spend(REACTING, f"member:{request.member.pk}")
    if request.method == "POST":
        services.like_comment(found, by=request.member)
    else:
        services.unlike_comment(found, by=request.member)
    if not request.htmx:
        return HttpResponseRedirect(found.note.get_absolute_url())
    found.refresh_from_db(fields=["likes_count"])
    state = {"id": found.pk, "likes": found.likes_count, "liked": request.method == "POST"}
    return render(request, "talk/_comment_like.html", {"comment": state})


@require_safe
@member_required
def notifications(request: MemberRequest) -> HttpResponse:
    """What happened, newest first; looking at the first page marks all as read."""
    max_id = id_in(request.GET.get("max_id", ""))
    page = queries.notifications_of(request.member, viewer_of(request).reads, max_id=max_id)
    if max_id is None:
        services.mark_all_read(request.member)
    template = "talk/_notifications.html" if request.htmx else "talk/notifications.html"
    return render(request, template, {"page": page})
