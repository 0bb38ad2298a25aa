"""Data: take everything along, or leave for good."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from dukou.site.members import services
from dukou.site.members.export import export_of
from dukou.site.members.limits import EXPORTING, LEAVING, spend
from dukou.site.members.settings.page import settings_page
from dukou.site.requests import MemberRequest, member_required


@require_http_methods(["GET", "HEAD", "DELETE"])
@member_required
def data(request: MemberRequest) -> HttpResponse:
    """GET: both ways. DELETE, with the password: the account and all it holds are gone."""
    if request.method != "DELETE":
        return settings_page(request, "settings_data", {})
    spend(LEAVING, f"member:{request.member.pk}")
    if not request.member.check_password(request.POST.get("password", "")):
        return settings_page(
            request, "settings_data", {"error": _("That is not your password.")}, status=422
        )
    services.delete_member(request.member)
    logout(request)
    messages.info(request, _("Your account is gone, with everything that you made here."))
    return redirect("home")


@require_POST
@member_required
def export(request: MemberRequest) -> HttpResponseBase:
    """Everything that the place holds of the member, as a ZIP file."""
    spend(EXPORTING, f"member:{request.member.pk}")
    name = f"{request.member.name}-{timezone.localdate():%Y-%m-%d}.zip"
    return StreamingHttpResponse(
        export_of(request.member),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
