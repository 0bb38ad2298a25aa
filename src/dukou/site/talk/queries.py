"""Reads of comments, reactions and notifications."""

from __future__ import annotations

from dukou.site.members.models import Member
from dukou.site.members.queries import not_blocked, not_muted
from dukou.site.talk.models import Notification


def unread_count(member: Member) -> int:
    """How many notifications the member has not read, to 100."""
    unread = Notification.objects.filter(member=member, read_at=None).filter(
        not_blocked(member, "actor_id"), not_muted(member, "actor_id")
    )
    return len(unread.values_list("pk")[:100])
