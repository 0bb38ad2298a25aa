"""New members, and what they may do for the place."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from dukou.site.members.models import Member, ReaderKey, Role
from dukou.site.members.services.languages import set_reading_languages


@transaction.atomic
def create_member(
    *,
    name: str,
    email: str,
    password: str | None,
    shown: str = "",
    home_language: str = "zh-Hans",
    reads: Sequence[str] = (),
    region: str = "",
    wave: str = "",
) -> Member:
    """A new member with a reader key and reading languages; the same for sign-up, demo, CLI."""
    member = Member.objects.create_user(
        name, email, password, shown=shown, home_language=home_language, region=region, wave=wave
    )
    member.refresh_from_db(fields=["joined_at"])
    set_up_member(member, reads=reads or [home_language])
    return member


@transaction.atomic
def set_up_member(member: Member, *, reads: Sequence[str]) -> None:
    """What every member has beside their row, for those made by a sign-up form too."""
    ReaderKey.objects.get_or_create(member=member)
    set_reading_languages(member, reads)


def give_role(member: Member, role: Role) -> None:
    """What the member may do for the place from now on; operators may use every table of it."""
    member.role = role
    member.is_superuser = role == Role.OPERATOR
    member.save(update_fields=["role", "is_superuser"])
