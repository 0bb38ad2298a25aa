"""Profile: name, words about oneself, where one lives."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dukou.site.members import services
from dukou.site.members.forms import ProfileForm
from dukou.site.members.settings.page import settings_page
from dukou.site.requests import MemberRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def profile(request: MemberRequest) -> HttpResponse:
    """GET: the form. POST: keep what it says."""
    if request.method != "POST":
        return settings_page(request, "settings", {"form": ProfileForm.of(request.member)})
    form = ProfileForm(request.POST)
    if not form.is_valid():
        return settings_page(request, "settings", {"form": form}, status=422)
    services.save_profile(request.member, **form.cleaned_data)
    messages.success(request, _("Your profile is kept."))
    return redirect("settings")
