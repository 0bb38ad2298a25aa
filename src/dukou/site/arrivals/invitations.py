"""The page on which moderators make invitation codes and see who came with them."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dukou.site.arrivals.queries import invitations_of
from dukou.site.arrivals.services.invitations import (
    InvitationError,
    make_invitation,
    withdraw_invitation,
)
from dukou.site.requests import MemberRequest, moderator_required


@require_http_methods(["GET", "HEAD", "POST"])
@moderator_required
def invitations(request: MemberRequest) -> HttpResponse:
    """GET: the codes so far and who used them. POST: one more."""
    if request.method == "POST":
        try:
            make_invitation(by=request.member)
        except InvitationError:
            messages.info(request, _("Many codes are open already. Give those away first."))
        return redirect("invitations")
    context = {
        "invitations": invitations_of(request.member)[:200],
        "is_needed": settings.CONFIGURATION.sign_up == "invitation",
        "is_closed": settings.CONFIGURATION.sign_up == "closed",
    }
    return render(request, "arrivals/invitations.html", context)


@require_http_methods(["DELETE"])
@moderator_required
def invitation(request: MemberRequest, invitation_id: int) -> HttpResponse:
    """Close a code of one's own that nobody has used."""
    withdraw_invitation(get_object_or_404(request.member.invitations, pk=invitation_id))
    messages.info(request, _("The code is closed."))
    return redirect("invitations")
