"""How django-allauth signs people up and in here."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dukou.site.arrivals.services import joining
from dukou.site.client import client_network
from dukou.site.members.models import Member
from dukou.site.members.tasks import send_mail


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-up that the operator can close, mail by a lane of its own, errors in our words."""

    error_messages: ClassVar[dict[str, str | Promise]] = {
        **DefaultAccountAdapter.error_messages,
        "username_taken": _("Somebody has this name already. Choose another."),
        "email_taken": _("There is an account with this address. Sign in, or reset the password."),
        "duplicate_email": _("This is your address already."),
        "username_password_mismatch": _("Name and password do not go together."),
        "email_password_mismatch": _("Address and password do not go together."),
        "too_many_login_attempts": _("Too many wrong passwords. Try again in five minutes."),
        "enter_current_password": _("That is not your present password."),
        "incorrect_password": _("That is not your password."),
        "unknown_email": _("No account has this address."),
        "rate_limited": _("Too many tries in a short time. Wait a minute, then go on."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Closed only where the operator says so; invitations are checked by the form."""
        return bool(settings.CONFIGURATION.sign_up != "closed")

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Member:
        """The new member, with everything that a member has beside their row."""
        member: Member = super().save_user(request, user, form, commit=commit)
        joining.settle_in(
            member,
            interface_language=getattr(request, "LANGUAGE_CODE", ""),
            invitation=form.cleaned_data.get("invitation"),
        )
        return member

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """A new member goes to the first of the three steps of the welcome."""
        return "/welcome"

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """A member who has not finished the welcome goes on with it."""
        member: Any = request.user
        return "/" if isinstance(member, Member) and member.welcomed_at else "/welcome"

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the settings, from which the member came."""
        return "/settings"

    def get_client_ip(self, request: HttpRequest) -> str:
        """Whom allauth's limits count: whom ours do. By itself it would count the proxy, and one
        visitor's wrong passwords would close sign-in for everybody."""
        return client_network(request)

    def format_email_subject(self, subject: str) -> str:
        """Subjects say which place writes."""
        return f"{settings.CONFIGURATION.place_name}: {subject}"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Hand the letter to the mail lane, in the language of the moment."""
        place = {"place_name": settings.CONFIGURATION.place_name}
        letter = self.render_mail(template_prefix, email, {**place, **context})
        send_mail.defer(subject=letter.subject, body=letter.body, to=letter.to)
