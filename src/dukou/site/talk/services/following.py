"""Following, with the news and the event that go with it."""

from __future__ import annotations

from django.db import transaction

from dukou.site.members import services as members
from dukou.site.members.models import Member
from dukou.site.notes.events import Slot, record
from dukou.site.notes.models import EventKind
from dukou.site.talk.models import Notice
from dukou.site.talk.services.notifying import notify, withdraw


@transaction.atomic
def follow_member(
    member: Member, *, by: Member, note_id: int | None = None, slot: Slot | None = None
) -> bool:
    """`by` follows the member, from a note where one is given; twice changes nothing."""
    created = members.follow(member, by=by)
    if created:
        notify(member, Notice.FOLLOW, actor=by)
        if note_id is not None:
            record(EventKind.FOLLOW, note_id, by=by, slot=slot)
    return created


@transaction.atomic
def unfollow_member(member: Member, *, by: Member) -> bool:
    """`by` follows the member no more."""
    ended = members.unfollow(member, by=by)
    if ended:
        withdraw(member, Notice.FOLLOW, actor=by)
    return ended
