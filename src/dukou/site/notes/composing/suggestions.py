"""What the composer offers while a #topic or an @name is being typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Case, Count, Q, When

from dukou.site.members.models import Member
from dukou.site.members.queries import follows, visible_members
from dukou.site.notes.models import TopicName
from dukou.site.notes.topics import normalized

MOST = 8


@dataclass(frozen=True)
class Suggestion:
    """A word to put into the text, and what it is called."""

    word: str
    shown: str
    lang: str = ""


def suggestions(typed: str, *, member: Member, reads: Sequence[str]) -> list[Suggestion]:
    """At most eight ways to complete what was typed, which begins with # or @."""
    sign, rest = typed[:1], typed[1:]
    if sign in {"#", "＃"}:
        return _topics(rest, reads)
    return _people(rest, member) if sign == "@" else []


def _topics(start: str, reads: Sequence[str]) -> list[Suggestion]:
    """Topics by any of their names, best those that the member reads; before the first letter,
    the subjects of the place."""
    key = normalized(start)
    names = TopicName.objects.annotate(
        mine=Case(*(When(lang=lang, then=place) for place, lang in enumerate(reads)), default=99),
        count=Count("topic__notes", filter=Q(topic__notes__audience="everyone")),
    ).select_related("topic")
    found = names.filter(normalized__startswith=key, **({} if key else {"mine__lt": 99}))
    best: dict[int, TopicName] = {}
    for name in found.order_by("mine", "-topic__is_interest", "-count", "pk")[: MOST * 8]:
        best.setdefault(name.topic_id, name)
    return [Suggestion(f"#{name.name}", name.name, name.lang) for name in best.values()][:MOST]


def _people(start: str, member: Member) -> list[Suggestion]:
    """Members by name or shown name, those first whom the member follows."""
    people = visible_members(member).exclude(pk=member.pk)
    if start:
        people = people.filter(Q(name__istartswith=start) | Q(shown__icontains=start))
    best = people.annotate(followed=follows(member, "pk")).order_by(
        "-followed", "-followers_count", "name"
    )
    return [Suggestion(f"@{who.name}", who.display_name) for who in best[:MOST]]
