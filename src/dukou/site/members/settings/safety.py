"""Safety: whom one keeps away, and who may answer."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from dukou.site.members import services
from dukou.site.members.queries import blocks_of, mutes_of
from dukou.site.members.settings.page import settings_page
from dukou.site.requests import MemberRequest, member_required

REPLY_POLICIES: dict[str, str | Promise] = {
    "everyone": gettext_lazy("Everyone"),
    "followers": gettext_lazy("My followers"),
    "followed": gettext_lazy("People I follow"),
    "nobody": gettext_lazy("Nobody"),
}
PEOPLE_SHOWN = 500


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def safety(request: MemberRequest) -> HttpResponse:
    """GET: blocked and muted people, and who may comment. POST: who may comment from now on."""
    if request.method == "POST":
        policy = request.POST.get("reply_policy", "")
        if policy in REPLY_POLICIES:
            services.set_reply_policy(request.member, policy)
            messages.success(request, _("Kept, for what you write from now on."))
        return redirect("safety")
    context = {
        "policies": REPLY_POLICIES.items(),
        "policy": request.member.reply_policy,
        "blocks": blocks_of(request.member)[:PEOPLE_SHOWN],
        "mutes": mutes_of(request.member)[:PEOPLE_SHOWN],
    }
    return settings_page(request, "safety", context)
