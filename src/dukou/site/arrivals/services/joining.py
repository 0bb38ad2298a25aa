"""What a new member needs, and the steps of the welcome."""

from __future__ import annotations

from collections.abc import Sequence

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from dukou.site.arrivals.queries import wave_of
from dukou.site.arrivals.services.invitations import redeem_invitation
from dukou.site.members import services as members
from dukou.site.members.languages import INTERFACE_TO_CONTENT
from dukou.site.members.models import Invitation, Member
from dukou.site.notes.models import Topic
from dukou.site.reading.models import Interest


@transaction.atomic
def settle_in(
    member: Member, *, interface_language: str = "", invitation: Invitation | None = None
) -> None:
    """Set up a member whom the sign-up form has made.

    Their home language is taken to be that of the pages they signed up on, until they say more.
    """
    member.refresh_from_db()
    home = INTERFACE_TO_CONTENT.get(interface_language, "")
    member.home_language = home or member.home_language
    member.interface_language = interface_language if home else ""
    member.wave = wave_of(member.home_language)
    member.save(update_fields=["home_language", "interface_language", "wave"])
    members.set_up_member(member, reads=[member.home_language])
    if invitation is not None:
        redeem_invitation(invitation, by=member)


def confirm_address(member: Member) -> None:
    """The member's address counts as confirmed: whoever made the account vouches for it.

    Else the first operator could not sign in where addresses are confirmed and mail fails.
    """
    EmailAddress.objects.update_or_create(
        user=member, email=member.email, defaults={"verified": True, "primary": True}
    )


@transaction.atomic
def declare_languages(member: Member, *, home: str, reads: Sequence[str]) -> None:
    """The languages that a newcomer names in the welcome; the home language is read as well."""
    if home != member.home_language:
        members.set_home_language(member, home)
        member.wave = wave_of(member.home_language)
        member.save(update_fields=["wave"])
    members.set_reading_languages(member, [home, *reads] if home not in reads else reads)


@transaction.atomic
def choose_interests(member: Member, topics: Sequence[Topic]) -> None:
    """Replace what the member has said that they care for; what was learnt since stays."""
    stated = Interest.objects.filter(member=member, is_stated=True)
    stated.exclude(topic__in=topics).delete()
    Interest.objects.bulk_create(
        [Interest(member=member, topic=topic) for topic in topics],
        update_conflicts=True,
        unique_fields=["member", "topic"],
        update_fields=["is_stated"],
    )


def finish_welcome(member: Member) -> None:
    """The member has arrived; doing it again changes nothing."""
    if member.welcomed_at is None:
        member.welcomed_at = timezone.now()
        member.save(update_fields=["welcomed_at"])
