"""A member as their profile shows them, and the people around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Sum

from dukou.language import tags
from dukou.language.scripts import to_script
from dukou.site.bridge.reader import Viewer
from dukou.site.members.languages import language_name
from dukou.site.members.models import Follow, Member, Mute, Role
from dukou.site.members.places import region_name
from dukou.site.members.queries import reading_languages, visible_members
from dukou.site.notes.queries import visible_to
from dukou.site.reading.cards import Card, cards_with_ids
from dukou.site.talk.models import Save
from dukou.site.talk.queries import visible_collections

PEOPLE_ON_A_PAGE = 40
SHELVES_SHOWN = 60
CARDS_ON_A_SHELF = 3


@dataclass(frozen=True)
class Bio:
    """What a member says of themselves, in the language that suits the reader."""

    words: str
    lang: str
    dir: str


@dataclass(frozen=True)
class Profile:
    """The head of a profile."""

    name: str
    shown: str
    url: str
    avatar_url: str
    role: str
    bio: Bio | None
    languages: list[str]
    region: str
    notes: int
    followers: int
    following: int
    cheers: int
    is_mine: bool
    followed: bool
    muted: bool


def profile_of(member: Member, viewer: Viewer) -> Profile:
    """The member as this viewer sees them; the caller has asked `member_for`."""
    reader = viewer.member
    is_mine = reader is not None and reader.pk == member.pk
    written = visible_to(reader).filter(author=member, hidden_at=None)
    counts = written.aggregate(
        notes=Count("pk"), cheers=Sum(F("likes_count") + F("saves_count"), default=0)
    )
    return Profile(
        name=member.name,
        shown=member.display_name,
        url=member.get_absolute_url(),
        avatar_url=member.avatar_url,
        role="" if member.role == Role.MEMBER else member.get_role_display(),
        bio=_bio(member, viewer.reads),
        languages=[language_name(lang) for lang in reading_languages(member)],
        region=region_name(member.region),
        notes=counts["notes"],
        followers=member.followers_count,
        following=member.following_count,
        cheers=counts["cheers"],
        is_mine=is_mine,
        followed=_stands(Follow.objects.filter(followed=member), "follower", reader, is_mine),
        muted=_stands(Mute.objects.filter(muted=member), "muter", reader, is_mine),
    )


def _bio(member: Member, reads: Sequence[str]) -> Bio | None:
    """The first text where the reader can read it, else the other; in their Chinese script."""
    texts = {member.bio_lang: member.bio, member.bio_other_lang: member.bio_other}
    offered = {lang: words for lang, words in texts.items() if words}
    if not offered:
        return None
    first = next(iter(offered))
    lang = next((lang for lang in offered if tags.can_read(reads, lang)), first)
    own = next((known for known in reads if tags.needs_conversion(known, lang)), None)
    if own is not None and not any(tags.normal(known) == tags.normal(lang) for known in reads):
        return Bio(to_script(offered[lang], own), own, tags.direction(own))
    return Bio(offered[lang], lang, tags.direction(lang))


def _stands(
    rows: QuerySet[Follow] | QuerySet[Mute], column: str, reader: Member | None, is_mine: bool
) -> bool:
    """Whether the reader has such a relation; nobody has one to themselves."""
    return reader is not None and not is_mine and rows.filter(**{column: reader}).exists()


@dataclass(frozen=True)
class Person:
    """A member in a list of people."""

    name: str
    shown: str
    url: str
    avatar_url: str
    can_follow: bool
    followed: bool


@dataclass(frozen=True)
class People:
    """A page of people and the way to the next."""

    people: list[Person]
    next_url: str = ""


def followers_of(member: Member, viewer: Viewer, *, max_id: int | None = None) -> People:
    """Who follows the member, the latest first."""
    return _people(Follow.objects.filter(followed=member), "follower", member, viewer, max_id)


def followed_by(member: Member, viewer: Viewer, *, max_id: int | None = None) -> People:
    """Whom the member follows, the latest first."""
    return _people(Follow.objects.filter(follower=member), "followed", member, viewer, max_id)


def _people(
    follows: QuerySet[Follow], column: str, member: Member, viewer: Viewer, max_id: int | None
) -> People:
    reader = viewer.member
    there = follows.filter(**{f"{column}__in": visible_members(reader)}).order_by("-pk")
    if max_id is not None:
        there = there.filter(pk__lt=max_id)
    mine = Follow.objects.filter(follower=reader, followed=OuterRef(f"{column}_id"))
    if reader is not None:
        there = there.annotate(is_mine=Exists(mine))
    rows = list(there.select_related(column)[: PEOPLE_ON_A_PAGE + 1])
    page = rows[:PEOPLE_ON_A_PAGE]
    people = [_person(getattr(row, column), reader, getattr(row, "is_mine", False)) for row in page]
    address = "followers" if column == "follower" else "following"
    more = f"/@{member.name}/{address}?max_id={page[-1].pk}" if len(rows) > len(page) else ""
    return People(people, more)


def _person(member: Member, reader: Member | None, followed: bool) -> Person:
    return Person(
        name=member.name,
        shown=member.display_name,
        url=member.get_absolute_url(),
        avatar_url=member.avatar_url,
        can_follow=reader is not None and reader.pk != member.pk,
        followed=followed,
    )


@dataclass(frozen=True)
class ShelfTile:
    """A public collection with its latest cards."""

    url: str
    name: str
    count: int
    cards: list[Card]


def public_shelves(member: Member, viewer: Viewer) -> list[ShelfTile]:
    """The collections that the member shows to everyone, with what the viewer may see in them."""
    shelves = list(
        visible_collections(viewer.member)
        .filter(owner=member, is_public=True)
        .order_by("name")[:SHELVES_SHOWN]
    )
    held: dict[int, list[int]] = defaultdict(list)
    saves = Save.objects.filter(collection__in=shelves, note__in=visible_to(viewer.member))
    for shelf_id, note_id in saves.order_by("-pk").values_list("collection_id", "note_id"):
        held[shelf_id or 0].append(note_id)
    firsts = [note_id for notes in held.values() for note_id in notes[:CARDS_ON_A_SHELF]]
    cards = {card.id: card for card in cards_with_ids(dict.fromkeys(firsts), viewer)}
    return [
        ShelfTile(
            url=f"/collections/{shelf.pk}",
            name=shelf.name,
            count=len(held[shelf.pk]),
            cards=[cards[note] for note in held[shelf.pk][:CARDS_ON_A_SHELF] if note in cards],
        )
        for shelf in shelves
    ]
