"""Follows, blocks and mutes: rows between two members. Counts stay right."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from dukou.site.members.models import Block, Follow, Member, Mute


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


def _count(member: Member, column: str, step: int) -> None:
    Member.objects.filter(pk=member.pk).update(**{column: F(column) + step})
