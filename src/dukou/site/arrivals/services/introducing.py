"""The self-introduction becomes the first note."""

from __future__ import annotations

from django.db import transaction

from dukou.site.arrivals.introduction import Introduction
from dukou.site.arrivals.queries import INTRODUCTIONS
from dukou.site.arrivals.services.joining import finish_welcome
from dukou.site.members.limits import POSTING_OF_NEW_ACCOUNTS, spend
from dukou.site.members.models import Member
from dukou.site.members.queries import reading_languages
from dukou.site.notes.models import Design, Note
from dukou.site.notes.services import publish_note


def introduce(member: Member, introduction: Introduction, *, key: str) -> Note:
    """Publish the introduction in both languages, once for a key; the welcome is over then.

    Raises LimitReached.
    """
    spend(POSTING_OF_NEW_ACCOUNTS, f"member:{member.pk}")
    own, other = introduction.versions(reading_languages(member))
    with transaction.atomic():
        note = publish_note(
            by=member,
            text=own,
            others=[other],
            design=Design.LETTER,
            topics=[INTRODUCTIONS],
            reply_policy=member.reply_policy,
            key=key,
        )
        finish_welcome(member)
    return note
