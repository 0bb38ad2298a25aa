"""Profile: name, words about oneself, where one lives."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dukou.site.members import services
from dukou.site.members.forms import ProfileForm, profile_stamp
from dukou.site.members.settings.page import settings_page
from dukou.site.requests import MemberRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def profile(request: MemberRequest) -> HttpResponse:
    """GET: the form. POST: keep what it says."""
    if request.method != "POST":
        return _page(request, ProfileForm.of(request.member))
    form = ProfileForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    services.save_profile(request.member, **form.cleaned_data)
    messages.success(request, _("Your profile is kept."))
    return redirect("settings")


def _page(request: MemberRequest, form: ProfileForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "stamp": profile_stamp(request.member)}
    return settings_page(request, "settings", context, status=status)
