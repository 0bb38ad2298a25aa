"""How django-allauth signs people up here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from dukou.site.members.models import Member


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-up that the operator can close; the welcome follows it."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Closed only where the operator says so; invitations are checked by the form."""
        return bool(settings.CONFIGURATION.sign_up != "closed")

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """A new member goes to the first of the three steps of the welcome."""
        return "/welcome"

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """A member who has not finished the welcome goes on with it."""
        member: Any = request.user
        return "/" if isinstance(member, Member) and member.welcomed_at else "/welcome"
