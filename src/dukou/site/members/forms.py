"""The sign-up form."""

from typing import Any

from allauth.account.forms import SignupForm


class SignUpForm(SignupForm):  # type: ignore[misc]
    """Name, e-mail, password."""

    def save(self, request: Any) -> Any:
        """The new member."""
        return super().save(request)
