"""What a visitor sees when something broke: Django's `handler400` and `handler500`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from django.core.exceptions import BadRequest, DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views import defaults

from dukou.site.disk import is_disk_full

#: Fields in which people write: what was in them is given back, never a password.
_WRITTEN = (
    *("title", "body", "other_title", "other_body", "words", "words_other", "bio", "bio_other"),
    *("reason", "answer", "why", "toml", "new", "name", "shown", "place"),
)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page of a request that was not as expected; for a name not ours one line.

    A page would ask for the very name that was refused, and fail. So it does where the form itself
    cannot be read: then one that asks the request for nothing takes its place.
    """
    if isinstance(exception, DisallowedHost):
        return HttpResponse("No place has this name here.\n", "text/plain", status=400)
    try:
        return defaults.bad_request(request, exception)
    except BadRequest:
        return HttpResponse(render_to_string("unreadable.html"), status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page of an error of ours; without room on the disk it says so and gives the text back.

    Neither page asks the database for anything.
    """
    if is_disk_full(sys.exc_info()[1]):
        return HttpResponse(render_to_string("507.html", {"texts": [*_texts(request)]}), status=507)
    return HttpResponse(render_to_string("500.html"), status=500)


def _texts(request: HttpRequest) -> Iterator[str]:
    if request.method != "POST":
        return
    for name in _WRITTEN:
        yield from filter(str.strip, request.POST.getlist(name))
