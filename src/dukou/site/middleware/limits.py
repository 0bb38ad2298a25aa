"""A limit that is reached is answered with words, not with an error."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dukou.site.members.limits import LimitReached

Answer = Callable[[HttpRequest], HttpResponse]


class TooMany:
    """Status 429 with the seconds to wait. To htmx it goes without a page: a toast says it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The answer to a reached limit; other errors go on."""
        if not isinstance(error, LimitReached):
            return None
        if getattr(request, "htmx", False):
            answer = HttpResponse(status=429)
        else:
            answer = render(request, "429.html", status=429)
        answer["Retry-After"] = str(error.wait_seconds)
        return answer
