"""Newcomers of the wave: they sign up, introduce themselves, and then write."""

from __future__ import annotations

import random
import zlib
from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction

from dukou.demo import newcomers
from dukou.demo.content.reading import Story
from dukou.demo.people import MAIL_DOMAIN
from dukou.demo.stories import make_story
from dukou.site.arrivals.models import Wave
from dukou.site.members import services as members
from dukou.site.members.models import Member
from dukou.site.notes.models import Topic
from dukou.site.reading.allocation.debuts import promise_readers
from dukou.site.reading.models import Interest

INTRODUCE_THEMSELVES = 0.85
TELL_MORE = 0.3
WRITE_AN_HOUR = 0.12
REGIONS = ("US", "US", "US", "US", "CA", "GB", "AU")


class Arrivals:
    """The people of a wave, made one after another through the services of sign-up."""

    def __init__(self, rng: random.Random, *, wave: str) -> None:
        self.rng = rng
        self.wave, _ = Wave.objects.get_or_create(key=wave, defaults={"home_language": "en"})
        self.topics = {topic.slug: topic for topic in Topic.objects.filter(is_interest=True)}
        self.names = newcomers.newcomers(rng)
        self.introductions = newcomers.introductions()
        self.stories = newcomers.stories()
        rng.shuffle(self.introductions)
        rng.shuffle(self.stories)
        self.here: list[Member] = []
        self.arrived = 0
        self.written = 0

    def arrive(self, count: int, hour: datetime, seconds: float) -> list[Member]:
        """So many newcomers sign up within the hour; most introduce themselves at once."""
        came = []
        for _ in range(count):
            at = hour + timedelta(seconds=self.rng.uniform(0, 0.9 * seconds))
            member = self._sign_up(at)
            came.append(member)
            if self.rng.random() < INTRODUCE_THEMSELVES:
                self._publish(
                    self._introduction(member), member, at + timedelta(seconds=0.05 * seconds)
                )
            self.arrived += 1
        self.here += came
        return came

    def _introduction(self, member: Member) -> Story:
        """A long one, told once, or a short one put together like the welcome's form."""
        if self.introductions and self.rng.random() < TELL_MORE:
            return self.introductions.pop()
        stated = Interest.objects.filter(member=member).values_list("topic__slug", flat=True)
        return newcomers.hello(self.rng, list(stated))

    def write(self, hour: datetime, seconds: float) -> None:
        """Some of those who are here write a note; each text is told once."""
        for member in self.here:
            if self.stories and self.rng.random() < WRITE_AN_HOUR:
                at = hour + timedelta(seconds=self.rng.uniform(0, seconds))
                self._publish(self.stories.pop(), member, at)

    def _publish(self, story: Story, member: Member, at: datetime) -> None:
        told = replace(story, by=member.name)
        note = make_story(told, {member.name: member}, now=at)
        promise_readers(note, now=at)  # who publishes at an earlier time tells nobody
        self.written += 1

    @transaction.atomic
    def _sign_up(self, at: datetime) -> Member:
        who = next(self.names)
        while Member.objects.filter(name=who.name).exists():
            who = next(self.names)
        member = members.create_member(
            name=who.name,
            email=f"{who.name}@{MAIL_DOMAIN}",
            password=None,
            shown=who.shown,
            home_language="en",
            reads=["en"],
            region=self.rng.choice(REGIONS),
            wave=self.wave.key,
        )
        member.joined_at = member.welcomed_at = at
        member.save(update_fields=["joined_at", "welcomed_at"])
        liked = random.Random(zlib.crc32(who.name.encode())).sample(sorted(self.topics), k=4)
        Interest.objects.bulk_create(
            Interest(member=member, topic=self.topics[slug]) for slug in liked
        )
        return member
