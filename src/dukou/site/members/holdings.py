"""What this app holds of a member."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F

from dukou.site.members.models import Member
from dukou.site.members.registry import Holding, Rows, register

ACCOUNT_FIELDS = (
    "name", "shown", "email", "role", "home_language", "region", "joined_at", "wave",
    "active_days", "last_active_on", "bio", "bio_lang", "bio_other", "bio_other_lang",
    "interface_language", "theme", "time_zone", "dial", "reply_policy", "welcomed_at",
    "translated_on_tap", "never_translated", "shows_both", "shows_pinyin",
)  # fmt: skip


def register_holdings() -> None:
    """Called once, when Django starts."""
    register(
        Holding("account", rows=_account, files=_avatar),
        Holding("languages", rows=lambda member: member.reading_languages.values("lang")),
        Holding(
            "home_language_changes",
            rows=lambda member: member.home_language_changes.values(
                "lang", "asked_at", "applied_at"
            ),
        ),
        Holding("follows", rows=_follows, forget=_end_follows),
        Holding("blocks", rows=lambda member: member.blocks.values("blocked__name", "at")),
        Holding("mutes", rows=lambda member: member.mutes.values("muted__name", "at")),
        Holding(
            "suspensions",
            rows=lambda member: member.suspensions.values("reason", "at", "until", "lifted_at"),
        ),
        Holding(
            "cohort_objections",
            rows=lambda member: member.cohort_objections.values(
                "words", "asked_at", "answer", "answered_at"
            ),
        ),
        Holding(
            "invitations",
            rows=lambda member: member.invitations.values("code", "made_at", "used_by__name"),
        ),
    )


def _account(member: Member) -> Rows:
    rows: Rows = Member.objects.filter(pk=member.pk).values(*ACCOUNT_FIELDS)
    return rows


def _avatar(member: Member) -> Iterable[str]:
    return [member.avatar] if member.avatar else []


def _follows(member: Member) -> Rows:
    yield from member.follows.values("followed__name", "at")
    yield from member.followed_by.values("follower__name", "at")


def _end_follows(member: Member) -> None:
    """The counts of those whom the member follows, and of those who follow them."""
    followed, followers = member.follows.values("followed"), member.followed_by.values("follower")
    Member.objects.filter(pk__in=followed).update(followers_count=F("followers_count") - 1)
    Member.objects.filter(pk__in=followers).update(following_count=F("following_count") - 1)
