"""The frame's own addresses: health, metrics, interface language, theme, pictures."""

import hmac
import ipaddress
from typing import cast
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe
from django.views.static import serve
from prometheus_client import CONTENT_TYPE_LATEST

from dukou.site.members import services as members
from dukou.site.middleware.measure import figures
from dukou.site.requests import SiteRequest

THEMES = ("", "light", "dark")
WEEK_SECONDS = 60 * 60 * 24 * 7


def healthz(request: HttpRequest) -> HttpResponse:
    """The process is alive."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request: HttpRequest) -> HttpResponse:
    """The process can serve members: the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"database": "down"}, status=503)
    return JsonResponse({"database": "ok"})


def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus figures, for this machine or whoever has the token; for others not there."""
    token = settings.CONFIGURATION.metrics_token
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if token:
        allowed = hmac.compare_digest(given.encode(), token.encode())
    else:
        allowed = _is_from_here(request)
    if not allowed:
        raise Http404
    return HttpResponse(figures(), content_type=CONTENT_TYPE_LATEST)


def _is_from_here(request: HttpRequest) -> bool:
    """Asked on this machine by its own name: a proxy says another one, or for whom it asks."""
    if "X-Forwarded-For" in request.headers:
        return False
    name = urlsplit(f"//{request.get_host()}").hostname or ""
    asked_here = name == "localhost" or _is_loopback(name)
    return asked_here and _is_loopback(str(request.META.get("REMOTE_ADDR", "")))


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Switch the interface language and remember it."""
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        raise Http404
    member = cast(SiteRequest, request).member
    if member is not None:
        members.set_interface(member, language=chosen)
    return _remembering(request, settings.LANGUAGE_COOKIE_NAME, chosen)


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Switch between light, dark and what the device says, and remember it."""
    chosen = request.POST.get("theme", "")
    if chosen not in THEMES:
        raise Http404
    member = cast(SiteRequest, request).member
    if member is not None:
        members.set_interface(member, theme=chosen)
    return _remembering(request, "dukou_theme", chosen)


def _remembering(request: HttpRequest, cookie: str, chosen: str) -> HttpResponse:
    """Back to where the form stood, the choice kept in the browser too."""
    response = _back(request)
    response.set_cookie(
        cookie,
        chosen,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


def _back(request: HttpRequest) -> HttpResponse:
    """To the page that the form stood on, never to another site."""
    target = request.POST.get("next") or request.headers.get("Referer", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    return HttpResponseRedirect(target)


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A picture. No other ever gets its name: a browser may keep it, and nothing in between."""
    answer = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    answer.headers["Cache-Control"] = f"private, max-age={WEEK_SECONDS}, immutable"
    return answer
