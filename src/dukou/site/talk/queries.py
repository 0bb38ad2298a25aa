"""Reads of comments, reactions and notifications."""

from __future__ import annotations

from collections.abc import Sequence

from dukou.site.members.models import Member
from dukou.site.members.queries import not_blocked, not_muted
from dukou.site.talk.models import Like, Notification, Save


def unread_count(member: Member) -> int:
    """How many notifications the member has not read, to 100."""
    unread = Notification.objects.filter(member=member, read_at=None).filter(
        not_blocked(member, "actor_id"), not_muted(member, "actor_id")
    )
    return len(unread.values_list("pk")[:100])


def liked_ids(member: Member | None, note_ids: Sequence[int]) -> set[int]:
    """Which of these notes the member likes."""
    if member is None:
        return set()
    likes = Like.objects.filter(member=member, note_id__in=note_ids)
    return set(likes.values_list("note_id", flat=True))


def saved_ids(member: Member | None, note_ids: Sequence[int]) -> set[int]:
    """Which of these notes the member keeps."""
    if member is None:
        return set()
    saves = Save.objects.filter(member=member, note_id__in=note_ids)
    return set(saves.values_list("note_id", flat=True))
