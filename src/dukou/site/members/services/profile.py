"""What a member says of themselves, and how they want the pages to be."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import F, Q

from dukou.site.members.models import SHOWN_LIMIT, Member
from dukou.site.text import cleaned, one_line


@transaction.atomic
def save_profile(
    member: Member,
    *,
    shown: str,
    bio: str,
    bio_lang: str,
    bio_other: str = "",
    bio_other_lang: str = "",
    region: str = "",
    time_zone: str = "",
) -> None:
    """Keep what the member says of themselves, in one language or two."""
    member.shown = one_line(shown, limit=SHOWN_LIMIT)
    member.bio = cleaned(bio, limit=500)
    member.bio_lang = bio_lang if member.bio else ""
    member.bio_other = cleaned(bio_other, limit=500)
    member.bio_other_lang = bio_other_lang if member.bio_other else ""
    member.region, member.time_zone = region, time_zone
    member.save()


def set_shown(member: Member, shown: str) -> None:
    """The name that others read from now on."""
    member.shown = one_line(shown, limit=SHOWN_LIMIT)
    member.save(update_fields=["shown"])


def set_avatar(member: Member, path: str) -> str:
    """The member's picture from now on (a path below the media folder, empty for none).

    Gives the path of the one before, whose file the caller removes.
    """
    before = member.avatar
    member.avatar = path
    member.save(update_fields=["avatar"])
    return before


def set_reply_policy(member: Member, policy: str) -> None:
    """Who may comment on notes that the member writes from now on, unless a note says otherwise."""
    member.reply_policy = policy
    member.save(update_fields=["reply_policy"])


def set_interface(member: Member, *, language: str | None = None, theme: str | None = None) -> None:
    """Remember how the member wants the pages to be."""
    if language is not None:
        member.interface_language = language
    if theme is not None:
        member.theme = theme
    member.save(update_fields=["interface_language", "theme"])


def note_active_day(member: Member, today: date) -> None:
    """Count today as a day on which the member was here; once a day, however many processes ask."""
    before_today = Q(last_active_on=None) | Q(last_active_on__lt=today)
    counted = Member.objects.filter(before_today, pk=member.pk).update(
        active_days=F("active_days") + 1, last_active_on=today
    )
    member.last_active_on = today
    member.active_days += counted
