"""The forms of the account pages, in our words; sign-up asks for name, e-mail and password."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dukou.site.arrivals.queries import open_invitation
from dukou.site.arrivals.services.invitations import InvitationError
from dukou.site.members.models import Invitation, Member

HANDLE = {"autocapitalize": "none", "spellcheck": "false", "autocomplete": "username"}
PASSWORD_HINT = _("At least 8 characters, and none of the usual ones.")


class LoginForm(account.LoginForm):  # type: ignore[misc]
    """Name or e-mail, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, login=_("Name or e-mail"), password=_("Password"))
        self.fields["login"].widget.attrs |= HANDLE


class SignUpForm(account.SignupForm):  # type: ignore[misc]
    """Name, e-mail, password, and a code where the place is open by invitation only."""

    field_order = ("username", "email", "password1", "invitation")
    invitation = forms.CharField(
        max_length=24,
        label=_("Invitation code"),
        help_text=_("This place is open by invitation. A moderator can give you a code."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, username=_("Your name here"), email=_("E-mail"), password1=_("Password"))
        name = self.fields["username"]
        name.help_text = _("2 to 30 of a to z, 0 to 9 and _. It is your address here: @name.")
        name.widget.attrs |= HANDLE
        self.fields["password1"].help_text = PASSWORD_HINT
        if settings.CONFIGURATION.sign_up != "invitation":
            del self.fields["invitation"]

    def clean_username(self) -> str:
        """Names are small letters, however a phone's keyboard begins them."""
        self.cleaned_data["username"] = self.cleaned_data["username"].strip().lower()
        return str(super().clean_username())

    def clean_invitation(self) -> Invitation:
        """The invitation of this code, if someone can still join with it."""
        invitation = open_invitation(self.cleaned_data["invitation"])
        if invitation is None:
            raise forms.ValidationError(_("This code is not known, used already, or too old."))
        return invitation

    def try_save(self, request: HttpRequest) -> tuple[Member | None, HttpResponse | None]:
        """The new member; of two forms sent at once for one name or code, the second is told so."""
        try:
            with transaction.atomic():
                return super().try_save(request)  # type: ignore[no-any-return]
        except IntegrityError:
            messages.info(request, gettext("This account has just been made. Sign in with it."))
            return None, redirect("account_login")
        except InvitationError:
            messages.info(request, gettext("Somebody has just joined with this code."))
            return None, redirect("account_signup")


class ResetPasswordForm(account.ResetPasswordForm):  # type: ignore[misc]
    """The address to which the link goes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, email=_("E-mail"))


class NewPasswordForm(account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password, by the link from the letter."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word_new_password(self)


class ChangePasswordForm(account.ChangePasswordForm):  # type: ignore[misc]
    """The present password and a new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, oldpassword=_("Present password"))
        word_new_password(self)


class SetPasswordForm(account.SetPasswordForm):  # type: ignore[misc]
    """A password for an account that had none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word_new_password(self)


class AddEmailForm(account.AddEmailForm):  # type: ignore[misc]
    """Another address for the account.

    A confirmed address stays until the new one is confirmed; one that nobody confirmed gives way
    at once.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, email=_("New address"))

    def clean_email(self) -> str:
        """An address belongs to one account, confirmed or not."""
        email = str(super().clean_email())
        if Member.objects.filter(email__iexact=email).exclude(pk=self.user.pk).exists():
            raise get_adapter().validation_error("email_taken")
        return email

    def save(self, request: HttpRequest) -> EmailAddress:
        """The new address, with a letter on its way to it."""
        if EmailAddress.objects.get_verified(self.user) is not None:
            return super().save(request)
        with transaction.atomic():
            EmailAddress.objects.filter(user=self.user).delete()
            address = EmailAddress.objects.create(
                user=self.user, email=self.cleaned_data["email"], primary=True
            )
            self.user.email = address.email
            self.user.save(update_fields=["email"])
        address.send_confirmation(request)
        return address


class ReauthenticateForm(account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word(self, password=_("Password"))


def word(form: forms.Form, **labels: Any) -> None:
    """Give fields our labels; a placeholder would only say the same again."""
    for name, label in labels.items():
        field = form.fields[name]
        field.label, field.help_text = label, ""
        field.widget.attrs.pop("placeholder", None)


def word_new_password(form: forms.Form) -> None:
    """Our labels for a new password, written twice."""
    word(form, password1=_("New password"), password2=_("New password, once more"))
    form.fields["password1"].help_text = PASSWORD_HINT
