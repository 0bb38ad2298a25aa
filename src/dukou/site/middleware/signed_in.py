"""`request.user`: the member who came along with the session, else whom Django finds."""

from typing import Any

from django.contrib import auth
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from dukou.site.members.models import Member
from dukou.site.members.sessions import SessionStore


class SignedIn(AuthenticationMiddleware):
    """As Django's, without a query of its own for the member."""

    def process_request(self, request: HttpRequest) -> None:
        """Sets `request.user`, which is looked up when it is used."""
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: user_of(request))  # type: ignore[assignment]


def user_of(request: HttpRequest) -> Any:
    """The member who is signed in, or Django's `AnonymousUser`; the same for all of a request."""
    known = getattr(request, "_cached_user", None)
    if known is None:
        session = request.session
        known = session.member() if isinstance(session, SessionStore) else None
        known = request._cached_user = known or auth.get_user(request)  # type: ignore[attr-defined]
    return known


def member_of(request: HttpRequest) -> Member | None:
    """The member who is signed in, or None."""
    user = user_of(request)
    return user if isinstance(user, Member) else None
