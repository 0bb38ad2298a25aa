"""What the composer offers while a #topic or an @name is being typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from dukou.site.members.models import Member
from dukou.site.members.queries import follows, visible_members
from dukou.site.notes.models import Topic, TopicName
from dukou.site.notes.topics import normalized

MOST = 8


@dataclass(frozen=True)
class Suggestion:
    """A word to put into the text, and what is shown beside it."""

    word: str
    shown: str
    line: str
    lang: str = ""


def suggestions(typed: str, *, member: Member, reads: Sequence[str]) -> list[Suggestion]:
    """At most eight ways to complete what was typed, which begins with # or @."""
    sign, rest = typed[:1], typed[1:]
    if sign in {"#", "＃"}:
        return _topics(rest, reads)
    return _people(rest, member) if sign == "@" else []


def _topics(start: str, reads: Sequence[str]) -> list[Suggestion]:
    """Topics by any of their names; before the first letter, the subjects of the place."""
    key = normalized(start)
    names = TopicName.objects.filter(normalized__startswith=key) if key else None
    topics = Topic.objects.filter(names__in=names) if names is not None else Topic.objects.all()
    best = (
        topics.distinct()
        .annotate(count=Count("notes", filter=Q(notes__audience="everyone"), distinct=True))
        .order_by("-is_interest", "-count", "position")
        .prefetch_related("names")[:MOST]
    )
    return [_topic(topic, key, reads) for topic in best]


def _topic(topic: Topic, key: str, reads: Sequence[str]) -> Suggestion:
    """Under the name that was begun, else under the one that the member reads."""
    names = list(topic.names.all())
    begun = [name for name in names if key and name.normalized.startswith(key)]
    order = {lang: place for place, lang in enumerate(reads)}
    best = min(begun or names, key=lambda name: (order.get(name.lang, len(order)), name.pk))
    others = " · ".join(name.name for name in names if name.lang != best.lang)
    return Suggestion(f"#{best.name}", best.name, others[:40], best.lang)


def _people(start: str, member: Member) -> list[Suggestion]:
    """Members by name or shown name, those first whom the member follows."""
    people = visible_members(member).exclude(pk=member.pk)
    if start:
        people = people.filter(Q(name__istartswith=start) | Q(shown__icontains=start))
    best = people.annotate(followed=follows(member, "pk")).order_by(
        "-followed", "-followers_count", "name"
    )
    return [Suggestion(f"@{who.name}", who.display_name, f"@{who.name}") for who in best[:MOST]]
