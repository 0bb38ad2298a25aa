"""What is the same for everybody: packs and pictures."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve

Answer = Callable[[HttpRequest], HttpResponse]
SAFE = ("GET", "HEAD")


class ForAll:
    """Answers before anybody asks who is reading, and in which language.

    Their answers vary by no cookie and set none, so that a browser that has them keeps them when
    its cookies change. What is not there goes on, and is told as on every page.
    """

    FOR_ALL = ("/packs/", "/media/")

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE or not request.path_info.startswith(self.FOR_ALL):
            return self.get_response(request)
        try:
            found = request.resolver_match = resolve(request.path_info)
            return found.func(request, *found.args, **found.kwargs)  # type: ignore[no-any-return]
        except Http404:
            return self.get_response(request)
