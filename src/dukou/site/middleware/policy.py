"""The Content Security Policy: nothing inline, nothing from elsewhere."""

import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Unfold's tables need Alpine, which evaluates expressions; only operators reach them.
OPERATOR_POLICY = POLICY.replace(
    "script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'",
)
NO_DEVICES = "camera=(), microphone=(), geolocation=()"


class ContentPolicy:
    """Sends the policy with a nonce of its own for each answer (`request.csp_nonce`)."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        nonce = secrets.token_urlsafe(16)
        request.csp_nonce = nonce  # type: ignore[attr-defined]
        response = self.get_response(request)
        policy = OPERATOR_POLICY if request.path_info.startswith("/admin/") else POLICY
        response.headers.setdefault("Content-Security-Policy", policy.format(nonce=nonce))
        response.headers.setdefault("Permissions-Policy", NO_DEVICES)
        return response
