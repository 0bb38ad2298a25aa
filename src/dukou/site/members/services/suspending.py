"""Closing an account and opening it again, for moderators."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from dukou.site.members.models import Member, Suspension


@transaction.atomic
def suspend(
    member: Member, *, by: Member, reason: str, until: datetime | None = None
) -> Suspension:
    """Close the account, with the reason that the member reads; twice changes nothing."""
    suspension, _ = Suspension.objects.get_or_create(
        member=member, lifted_at=None, defaults={"by": by, "reason": reason, "until": until}
    )
    Member.objects.filter(pk=member.pk).update(suspended=True)
    member.suspended = True
    return suspension


@transaction.atomic
def lift_suspension(member: Member) -> None:
    """Open the account again."""
    Suspension.objects.filter(member=member, lifted_at=None).update(lifted_at=timezone.now())
    Member.objects.filter(pk=member.pk).update(suspended=False)
    member.suspended = False


@transaction.atomic
def lift_ended_suspensions() -> int:
    """Open the accounts whose suspension was for a time that has passed; gives how many."""
    ended = Suspension.objects.filter(lifted_at=None, until__lte=timezone.now())
    members = [suspension.member for suspension in ended.select_related("member")]
    for member in members:
        lift_suspension(member)
    return len(members)
