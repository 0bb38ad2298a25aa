"""Following, blocking and muting: POST begins it, DELETE ends it."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dukou.site.ids import id_in
from dukou.site.members import services as members
from dukou.site.members.limits import REACTING, spend
from dukou.site.members.models import Member
from dukou.site.members.queries import blocked_or_muted, member_for
from dukou.site.notes.events import slot_of
from dukou.site.notes.queries import visible_to
from dukou.site.requests import MemberRequest, member_required
from dukou.site.talk import services


@require_http_methods(["POST", "DELETE"])
@member_required
def follow(request: MemberRequest, name: str) -> HttpResponse:
    """Follow a member, or follow them no more; answers with the button as it is now."""
    spend(REACTING, f"member:{request.member.pk}")
    member = _someone_else(request, name)
    if request.method == "POST":
        services.follow_member(
            member, by=request.member, note_id=_note_id(request), slot=slot_of(request)
        )
    else:
        services.unfollow_member(member, by=request.member)
    if not request.htmx:
        return redirect(member)
    state = {"name": member.name, "followed": request.method == "POST", "followers": None}
    if _is_on_the_profile(request, member):
        member.refresh_from_db(fields=["followers_count"])
        state["followers"] = member.followers_count
    return render(request, "members/_follow.html", state)


@require_http_methods(["POST", "DELETE"])
@member_required
def block(request: MemberRequest, name: str) -> HttpResponse:
    """Block a member, or lift the block. Their profile is gone then, so this leads to Safety."""
    spend(REACTING, f"member:{request.member.pk}")
    if request.method == "POST":
        member = _someone_else(request, name)
        members.block(member, by=request.member)
        words = _("You have blocked @%(name)s. Neither of you sees the other now.")
    else:
        member = blocked_or_muted(request.member, name)
        members.unblock(member, by=request.member)
        words = _("@%(name)s is not blocked any more.")
    messages.info(request, words % {"name": member.name})
    return redirect("safety")


@require_http_methods(["POST", "DELETE"])
@member_required
def mute(request: MemberRequest, name: str) -> HttpResponse:
    """Mute a member, or lift it; they never learn of it."""
    spend(REACTING, f"member:{request.member.pk}")
    if request.method == "POST":
        member = _someone_else(request, name)
        members.mute(member, by=request.member)
        words = _("You will not meet @%(name)s in feeds, comments and notifications.")
    else:
        member = blocked_or_muted(request.member, name)
        members.unmute(member, by=request.member)
        words = _("You may meet @%(name)s again.")
    messages.info(request, words % {"name": member.name})
    return redirect("safety" if "from_safety" in request.POST else member)


def _is_on_the_profile(request: MemberRequest, member: Member) -> bool:
    """Whether the page that asks shows how many follow the member."""
    return urlsplit(request.headers.get("HX-Current-URL", "")).path == member.get_absolute_url()


def _someone_else(request: MemberRequest, name: str) -> Member:
    """The member of that name; nobody follows, blocks or mutes themselves."""
    member = member_for(request.member, name)
    if member.pk == request.member.pk:
        raise Http404
    return member


def _note_id(request: MemberRequest) -> int | None:
    """The note under which the button stood, where it stood under one that the reader may read."""
    given = id_in(request.POST.get("note", ""))
    if given is None:
        return None
    return visible_to(request.member).filter(pk=given).values_list("pk", flat=True).first()
