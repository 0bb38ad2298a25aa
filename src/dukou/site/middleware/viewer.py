"""Who reads: `request.member`, their interface language and time zone."""

import zoneinfo
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation

from dukou.site.days import day_of_place
from dukou.site.members import services as members
from dukou.site.middleware.signed_in import member_of

Answer = Callable[[HttpRequest], HttpResponse]


class CurrentMember:
    """Sets `request.member` to the signed-in member, or None.

    A suspended member reaches the page that says why, the rules, their data and signing out,
    in their language.
    """

    OPEN_TO_SUSPENDED = (
        *("/suspended", "/rules", "/account/logout", "/settings/data"),
        *("/language", "/theme"),
    )

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        member = member_of(request)
        request.member = member  # type: ignore[attr-defined]
        if member is None:
            return self._in_zone(request, "")
        if member.suspended and not request.path_info.startswith(self.OPEN_TO_SUSPENDED):
            return redirect("suspended")
        if member.interface_language:
            translation.activate(member.interface_language)
            request.LANGUAGE_CODE = member.interface_language
        today = day_of_place()
        if member.last_active_on != today:
            members.note_active_day(member, today)
        return self._in_zone(request, member.time_zone)

    def _in_zone(self, request: HttpRequest, chosen: str) -> HttpResponse:
        """The answer with times in the zone that was chosen, else that of the device."""
        zone = _zone(chosen) or _zone(request.COOKIES.get("dukou_zone", ""))
        if zone is None:
            return self.get_response(request)
        with timezone.override(zone):
            return self.get_response(request)


def _zone(name: str) -> zoneinfo.ZoneInfo | None:
    """The zone of this name; None, which is the place's own, if there is none here."""
    try:
        return zoneinfo.ZoneInfo(name) if name else None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None
