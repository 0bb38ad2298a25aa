"""Reads about members: who exists for whom."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from dukou.site.members.models import Block, Follow, IdempotencyKey, Member, Mute


def visible_members(viewer: Member | None) -> QuerySet[Member]:
    """Members who exist for the viewer: not suspended, not left, no block in either direction."""
    members = Member.objects.filter(is_active=True, suspended=False)
    if viewer is None:
        return members
    return members.filter(not_blocked(viewer, "pk")) | Member.objects.filter(pk=viewer.pk)


def not_blocked(viewer: Member, author: str) -> Q:
    """Condition: no block between the viewer and the member in the column `author`."""
    outward = Block.objects.filter(blocker=viewer, blocked=OuterRef(author))
    inward = Block.objects.filter(blocked=viewer, blocker=OuterRef(author))
    return ~Exists(outward) & ~Exists(inward)


def not_muted(viewer: Member, author: str) -> Q:
    """Condition for feeds, comments and notifications: the viewer has not muted the author."""
    return Q(~Exists(Mute.objects.filter(muter=viewer, muted=OuterRef(author))))


def follows(viewer: Member, author: str) -> Exists:
    """Condition: the viewer follows the member in the column `author`."""
    return Exists(Follow.objects.filter(follower=viewer, followed=OuterRef(author)))


def member_for(viewer: Member | None, name: str) -> Member:
    """The member of that name, as far as they exist for the viewer; else Http404."""
    found = visible_members(viewer).filter(name=name.lower()).first()
    if found is None:
        raise Http404
    return found


def blocked_or_muted(member: Member, name: str) -> Member:
    """A member whom this member blocks or mutes, whoever that is by now; else Http404."""
    kept_away = Q(blocked_by__blocker=member) | Q(muted_by__muter=member)
    found = Member.objects.filter(kept_away, name=name.lower()).first()
    if found is None:
        raise Http404
    return found


def blocks_of(member: Member) -> QuerySet[Block]:
    """Whom the member blocks, latest first."""
    return member.blocks.select_related("blocked").order_by("-at")


def mutes_of(member: Member) -> QuerySet[Mute]:
    """Whom the member mutes, latest first."""
    return member.mutes.select_related("muted").order_by("-at")


def are_blocked(one: Member, other: Member) -> bool:
    """Whether either has blocked the other."""
    return Block.objects.filter(
        Q(blocker=one, blocked=other) | Q(blocker=other, blocked=one)
    ).exists()


def reading_languages(member: Member) -> list[str]:
    """The languages that the member reads, best first; never empty."""
    known = member.languages_read
    found = [row.lang for row in member.reading_languages.all()] if known is None else list(known)
    return found or [member.home_language]


def made_before(member: Member, action: str, key: str) -> int | None:
    """The id of what a write with this idempotency key made, if it was done before."""
    row = IdempotencyKey.objects.filter(member=member, action=action, key=key).first()
    return row.made if row else None
