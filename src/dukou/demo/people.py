"""The members of the demo community."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from dukou.demo.content.reading import Person
from dukou.site.arrivals.models import Wave
from dukou.site.members import services as members
from dukou.site.members.models import Member
from dukou.site.notes.models import Topic
from dukou.site.reading.models import Interest

LAST_MONTH = "en-2026-10"
MAIL_DOMAIN = "demo.invalid"


def make_people(people: Sequence[Person], *, now: datetime) -> dict[str, Member]:
    """All members by name, with languages, interests, and the wave they came in."""
    topics = {topic.slug: topic for topic in Topic.objects.filter(is_interest=True)}
    Wave.objects.get_or_create(
        key=LAST_MONTH,
        defaults={
            "home_language": "en",
            "started_at": now - timedelta(days=30),
            "ended_at": now - timedelta(days=22),
        },
    )
    cast = {person.name: _make(person, now) for person in people}
    Interest.objects.bulk_create(
        Interest(member=cast[person.name], topic=topics[slug])
        for person in people
        for slug in dict.fromkeys(person.interests)
    )
    return cast


def _make(person: Person, now: datetime) -> Member:
    newcomer = person.arrival == "newcomer"
    member = members.create_member(
        name=person.name,
        email=f"{person.name}@{MAIL_DOMAIN}",
        password=None,
        shown=person.shown,
        home_language=person.home,
        reads=person.reads,
        region=person.region,
        wave=LAST_MONTH if newcomer else "",
    )
    member.joined_at = now - timedelta(days=person.joined_days_ago)
    member.welcomed_at = member.joined_at
    member.active_days = int(person.joined_days_ago * (0.4 if newcomer else 0.7))
    member.last_active_on = timezone.localdate(now)
    member.bio, member.bio_lang = person.bio, person.home
    if person.bio_other:
        member.bio_other, member.bio_other_lang = person.bio_other.text, person.bio_other.lang
    member.save()
    return member


def make_operator(name: str) -> Member:
    """The member who runs the demo."""
    member = members.create_member(
        name=name,
        email=f"{name}@{MAIL_DOMAIN}",
        password=None,
        shown="渡口管理员",
        reads=["zh-Hans", "en"],
        region="CN",
    )
    member.welcomed_at = timezone.now()
    member.save(update_fields=["welcomed_at"])
    return member
