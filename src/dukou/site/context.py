"""What every page's frame needs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from dukou.site.talk import queries as talk


def site(request: HttpRequest) -> dict[str, Any]:
    """Name of the place, the viewer, their unread count, the source, the nonce."""
    member = getattr(request, "member", None)
    theme = member.theme if member else ""
    return {
        "place_name": settings.CONFIGURATION.place_name,
        "source_url": settings.CONFIGURATION.source_url,
        "viewer": member,
        "theme": theme or request.COOKIES.get("dukou_theme", ""),
        "languages": settings.LANGUAGES,
        "unread": SimpleLazyObject(lambda: talk.unread_count(member) if member else 0),
        "csp_nonce": getattr(request, "csp_nonce", ""),
    }
