"""The cookie of the CSRF token, sent once."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware


class CsrfSentOnce(CsrfViewMiddleware):
    """The framework's check, which sends the cookie only to a browser that lacks it.

    Sent with each page, as the framework does, an answer that was long on its way would bring the
    token of before one signed in back, and all that the open page sends would be refused.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """The answer, with the cookie where it is new."""
        held = request.COOKIES.get(settings.CSRF_COOKIE_NAME)
        if held and held == request.META.get("CSRF_COOKIE"):
            request.META["CSRF_COOKIE_NEEDS_UPDATE"] = False
        return super().process_response(request, response)
