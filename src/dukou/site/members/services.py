"""Writes about members. Each is one use case, in a transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from dukou.site.members.models import (
    Block,
    Follow,
    IdempotencyKey,
    Member,
    Mute,
    ReaderKey,
    ReadingLanguage,
    Role,
    Suspension,
)


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


@transaction.atomic
def set_reading_languages(member: Member, langs: Sequence[str]) -> None:
    """Replace the languages that the member reads, best first."""
    ReadingLanguage.objects.filter(member=member).delete()
    ReadingLanguage.objects.bulk_create(
        ReadingLanguage(member=member, lang=lang, position=place)
        for place, lang in enumerate(dict.fromkeys(langs))
    )


def set_interface(member: Member, *, language: str | None = None, theme: str | None = None) -> None:
    """Remember how the member wants the pages to be."""
    if language is not None:
        member.interface_language = language
    if theme is not None:
        member.theme = theme
    member.save(update_fields=["interface_language", "theme"])


@transaction.atomic
def follow(member: Member, *, by: Member) -> bool:
    """`by` follows the member; gives False if they did before. Counts stay right."""
    _, created = Follow.objects.get_or_create(follower=by, followed=member)
    if created:
        _count(member, "followers_count", 1)
        _count(by, "following_count", 1)
    return created


@transaction.atomic
def unfollow(member: Member, *, by: Member) -> bool:
    """`by` follows the member no more; gives False if they did not."""
    deleted, _ = Follow.objects.filter(follower=by, followed=member).delete()
    if deleted:
        _count(member, "followers_count", -1)
        _count(by, "following_count", -1)
    return bool(deleted)


def _count(member: Member, column: str, step: int) -> None:
    Member.objects.filter(pk=member.pk).update(**{column: F(column) + step})


@transaction.atomic
def block(member: Member, *, by: Member) -> None:
    """Neither sees the other from now on; follows between them end."""
    Block.objects.get_or_create(blocker=by, blocked=member)
    unfollow(member, by=by)
    unfollow(by, by=member)


def unblock(member: Member, *, by: Member) -> None:
    """`by` lifts their block of the member."""
    Block.objects.filter(blocker=by, blocked=member).delete()


def mute(member: Member, *, by: Member) -> None:
    """`by` does not want to meet the member in feeds, comments and notifications."""
    Mute.objects.get_or_create(muter=by, muted=member)


def unmute(member: Member, *, by: Member) -> None:
    """`by` lifts their mute of the member."""
    Mute.objects.filter(muter=by, muted=member).delete()


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
def once(member: Member, action: str, key: str, make: Callable[[], int]) -> tuple[int, bool]:
    """Do a write once for an idempotency key: gives the id it made, and whether it was new.

    Without a key the write is simply done. A second request waits for the first to commit.
    """
    if not key:
        return make(), True
    try:
        with transaction.atomic():
            row = IdempotencyKey.objects.create(member=member, action=action, key=key[:64])
    except IntegrityError:
        row = IdempotencyKey.objects.get(member=member, action=action, key=key[:64])
        return row.made or 0, False
    row.made = make()
    row.save(update_fields=["made"])
    return row.made, True
