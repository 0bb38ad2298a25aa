"""Codes that open sign-up once."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from dukou.site.members.models import Invitation, Member

DAYS_OPEN = 14
OPEN_AT_ONCE = 50
# No vowels and no look-alikes: codes are read aloud, and make no words.
LETTERS = "bcdfghjkmnpqrstvwxz23456789"


class InvitationError(Exception):
    """The invitation cannot be made or used; `code` is `not-allowed`, `too-many` or `used`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@transaction.atomic
def make_invitation(*, by: Member) -> Invitation:
    """A new code, open for 14 days. Raises InvitationError."""
    if not by.is_moderator:
        raise InvitationError("not-allowed")
    now = timezone.now()
    if by.invitations.filter(used_by=None, expires_at__gt=now).count() >= OPEN_AT_ONCE:
        raise InvitationError("too-many")
    groups = ("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
    return Invitation.objects.create(
        code="-".join(groups), by=by, expires_at=now + timedelta(days=DAYS_OPEN)
    )


@transaction.atomic
def withdraw_invitation(invitation: Invitation) -> None:
    """Close a code that nobody has used; a used one stays, to say who invited whom."""
    Invitation.objects.filter(pk=invitation.pk, used_by=None).delete()


def redeem_invitation(invitation: Invitation, *, by: Member) -> None:
    """The new member has joined with it. Raises InvitationError where another was faster."""
    used = Invitation.objects.filter(pk=invitation.pk, used_by=None).update(used_by=by)
    if not used:
        raise InvitationError("used")
