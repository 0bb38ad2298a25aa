"""PUT and DELETE for plain forms, which know GET and POST only."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


class FormMethod:
    """A form's hidden field `_method` names the method it means.

    It acts when the view is called, after the CSRF check, which reads the token of a POST.
    """

    MEANT = ("DELETE", "PUT")

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        """Rename the method where the form asks for it."""
        if request.method == "POST" and request.POST.get("_method") in self.MEANT:
            request.method = request.POST["_method"]
