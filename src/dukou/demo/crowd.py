"""Who follows whom and who likes what in the demo community: taste, reach, a little chance."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

from dukou.demo.content.reading import Content, Person, Story
from dukou.site.members.models import Follow, Member
from dukou.site.notes.models import Note
from dukou.site.talk.models import Like, Notification, Save

COUNT = """
UPDATE members_member m SET
  followers_count = (SELECT count(*) FROM members_follow f WHERE f.followed_id = m.id),
  following_count = (SELECT count(*) FROM members_follow f WHERE f.follower_id = m.id);
UPDATE notes_note n SET
  likes_count = (SELECT count(*) FROM talk_like l WHERE l.note_id = n.id),
  saves_count = (SELECT count(*) FROM talk_save s WHERE s.note_id = n.id),
  comments_count = (SELECT count(*) FROM talk_comment c WHERE c.note_id = n.id);
"""


def gather(
    content: Content,
    cast: dict[str, Member],
    notes: Sequence[Note],
    *,
    rng: random.Random,
    now: datetime,
) -> None:
    """Follows, likes and saves in bulk, with the counts that go with them."""
    people = {person.name: person for person in content.people}
    _follow(people, cast, rng, now)
    _like(people, cast, list(zip(content.stories, notes, strict=True)), rng, now)
    with connection.cursor() as cursor:
        cursor.execute(COUNT)
    # What happened before yesterday has been read.
    Notification.objects.filter(at__lt=now - timedelta(days=1)).update(read_at=timezone.now())


def _follow(
    people: dict[str, Person], cast: dict[str, Member], rng: random.Random, now: datetime
) -> None:
    rows = []
    for fan in people.values():
        for star in people.values():
            if fan is star:
                continue
            shared = len(set(fan.interests) & set(star.interests))
            near = _base(fan.home) == _base(star.home)
            wish = -3.2 + 1.1 * shared + 2.4 * star.reach + (0.7 if near else -0.2)
            if rng.random() < _logistic(wish):
                days = min(fan.joined_days_ago, star.joined_days_ago)
                at = now - timedelta(days=rng.uniform(0, days))
                rows.append(Follow(follower=cast[fan.name], followed=cast[star.name], at=at))
    Follow.objects.bulk_create(rows)


def _like(
    people: dict[str, Person],
    cast: dict[str, Member],
    told: list[tuple[Story, Note]],
    rng: random.Random,
    now: datetime,
) -> None:
    likes, saves = [], []
    for story, note in told:
        author = people[story.by]
        charm = rng.gauss(0, 0.8)
        age = now - note.published_at
        for reader in people.values():
            if reader is author or now - timedelta(days=reader.joined_days_ago) > note.published_at:
                continue
            shared = len(set(reader.interests) & set(story.topics))
            near = _base(reader.home) == _base(author.home)
            wish = -2.9 + charm + 1.5 * shared + 1.2 * author.reach + (0.4 if near else 0)
            if rng.random() < _logistic(wish) * min(1.0, 0.35 + age / timedelta(days=2)):
                at = note.published_at + age * rng.random() ** 2
                likes.append(Like(note=note, member=cast[reader.name], at=at))
                if rng.random() < 0.22:
                    saves.append(Save(note=note, member=cast[reader.name], at=at))
    Like.objects.bulk_create(likes)
    Save.objects.bulk_create(saves)


def _base(lang: str) -> str:
    return lang.split("-")[0]


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))
