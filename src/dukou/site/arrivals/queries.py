"""Reads of arriving: invitations, waves, and what a newcomer can choose from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.utils import timezone

from dukou.site.arrivals.models import Wave
from dukou.site.arrivals.signs import picture_of, sign_of
from dukou.site.members.models import Invitation, Member
from dukou.site.members.queries import reading_languages
from dukou.site.notes.models import Topic
from dukou.site.reading.feeds import names_of
from dukou.site.reading.models import Interest

INTRODUCTIONS = "introductions"
OFFERED = 12


def open_invitation(code: str) -> Invitation | None:
    """The invitation of this code, if someone can still join with it."""
    invitation = Invitation.objects.filter(code=code.strip().lower()).first()
    return invitation if invitation is not None and invitation.is_open else None


def invitations_of(member: Member) -> QuerySet[Invitation]:
    """The codes that a member has made, the latest first, with who used them."""
    return member.invitations.select_related("used_by").order_by("-pk")


def wave_of(home_language: str) -> str:
    """The wave that newcomers of this language are arriving in now; empty for none."""
    now = timezone.now()
    running = Wave.objects.filter(home_language=home_language, started_at__lte=now, ended_at=None)
    return running.order_by("-started_at").values_list("key", flat=True).first() or ""


@dataclass(frozen=True)
class InterestTile:
    """A subject to tap, under the name that the newcomer knows."""

    slug: str
    name: str
    lang: str
    picture: str
    sign: str
    chosen: bool


def interest_topics() -> list[Topic]:
    """The subjects that one can choose from, in their order, with their names."""
    topics = Topic.objects.filter(is_interest=True).exclude(slug=INTRODUCTIONS)
    return list(topics.order_by("position").prefetch_related("names"))


def interest_tiles(member: Member, reads: Sequence[str]) -> list[InterestTile]:
    """All subjects as tiles, those that the member has chosen marked."""
    chosen = chosen_slugs(member)
    tiles = []
    for topic in interest_topics():
        name = names_of(topic, reads)[0]
        tiles.append(
            InterestTile(
                slug=topic.slug,
                name=name.name,
                lang=name.lang,
                picture=picture_of(topic.slug),
                sign=sign_of(topic.slug),
                chosen=topic.slug in chosen,
            )
        )
    return tiles


def chosen_slugs(member: Member) -> set[str]:
    """The subjects that the member has said they care for."""
    stated = Interest.objects.filter(member=member, is_stated=True)
    return set(stated.values_list("topic__slug", flat=True))


def loved_tiles(member: Member, loved: Collection[str]) -> list[InterestTile]:
    """What can be named in an introduction: the member's interests, or the first few subjects."""
    tiles = interest_tiles(member, reading_languages(member))
    offered = [tile for tile in tiles if tile.chosen or tile.slug in loved] or tiles[:OFFERED]
    return [replace(tile, chosen=tile.slug in loved) for tile in offered]
