"""Simulated members read Explore as the engine serves it, and like what pleases them."""

from __future__ import annotations

import random
import uuid
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection
from django.utils import timezone

from dukou.demo.people import MAIL_DOMAIN
from dukou.demo.small_talk import SmallTalk
from dukou.demo.watching import Seen, Watch
from dukou.engine import Prices
from dukou.lab.taste import Look, Taste, charm_of, read_page, taste_of
from dukou.site.bridge.reader import viewer_for
from dukou.site.members.models import Member
from dukou.site.notes.events import Slot
from dukou.site.notes.models import Note, Topic
from dukou.site.notes.queries import feed_for
from dukou.site.reading.allocation.serving import Served, process_state, serve_page
from dukou.site.reading.models import Interest
from dukou.site.talk import services as talk

FOLLOWS_AFTER_A_LIKE = 0.12
RESIDENTS_CLAUSE = "residents-home"


class Readers:
    """All of the demo's people, each with a taste of their own. Whoever signed up to look around
    reads and likes for themselves."""

    def __init__(
        self, rng: random.Random, *, watch: Watch | None = None, small_talk: SmallTalk | None = None
    ) -> None:
        self.rng = rng
        self.watch = watch
        self.small_talk = small_talk
        self.topics = list(Topic.objects.filter(is_interest=True).values_list("slug", flat=True))
        self.tastes: dict[int, Taste] = {}
        self.people: list[Member] = []
        self._authors: dict[int, tuple[int, bool]] = {}
        self._looks: dict[int, tuple[tuple[str, ...], str]] = {}
        known = Member.objects.filter(
            is_active=True,
            suspended=False,
            interests__isnull=False,
            email__endswith=f"@{MAIL_DOMAIN}",
        )
        for member in known.distinct().order_by("pk"):
            self.add(member)

    def add(self, member: Member) -> None:
        """One more reader; their taste lies around their stated interests."""
        stated = Interest.objects.filter(member=member).values_list("topic__slug", flat=True)
        self.tastes[member.pk] = taste_of(self.rng, stated, all_topics=self.topics)
        self.people.append(member)

    def read(self, member: Member, session: uuid.UUID, at: datetime, hour: int) -> int:
        """The member opens Explore once, in that hour of the wave; gives how many they liked."""
        served = serve_page(viewer_for(member), session=session, now=at)
        looks = self._see(member, served.note_ids)
        if self.watch is not None:
            self.watch.see(self._seen(member, served, looks, at, hour))
        seen, reactions = read_page(self.tastes[member.pk], looks, self.rng)
        _mark_seen(served.page_id, seen)
        liked = [reaction for reaction in reactions if reaction.liked]
        notes = feed_for(member).select_related("author")
        found = notes.in_bulk([served.note_ids[reaction.slot] for reaction in liked])
        for reaction in liked:
            note = found.get(served.note_ids[reaction.slot])
            if note is not None:
                slot = Slot(served.page_id, reaction.slot)
                talk.like_note(note, by=member, slot=slot)
                if self.rng.random() < FOLLOWS_AFTER_A_LIKE:
                    talk.follow_member(note.author, by=member, note_id=note.pk, slot=slot)
                if reaction.saved:
                    talk.save_note(note, by=member, slot=slot)
                if self.small_talk is not None:
                    topics, _ = self._looks[note.pk]
                    self.small_talk.after_a_like(note, topics, by=member, slot=slot, at=at)
        return len(liked)

    def _seen(
        self, member: Member, served: Served, looks: list[Look], at: datetime, hour: int
    ) -> Seen:
        notes = process_state().index.live.notes
        median = max(notes.median_followers(), 1.0)
        rows = notes.rows(served.note_ids)
        return Seen(
            hour=hour,
            day=timezone.localdate(at, ZoneInfo(settings.CONFIGURATION.time_zone)),
            reader=member.pk,
            is_resident=member.arrival == "resident",
            taste=self.tastes[member.pk],
            exposure=[slot.exposure for slot in served.page.slots],
            looks=looks,
            plain=self._see(member, served.page.plain.note_ids),
            by_resident=[self._authors[note_id][1] for note_id in served.note_ids],
            by_small=(notes.column("followers")[rows] < median).tolist(),
        )

    def _see(self, member: Member, note_ids: Sequence[int]) -> list[Look]:
        missing = [note_id for note_id in note_ids if note_id not in self._looks]
        for note in Note.objects.filter(pk__in=missing).prefetch_related("topics"):
            slugs = tuple(topic.slug for topic in note.topics.all() if topic.is_interest)
            self._looks[note.pk] = slugs, note.lang.split("-")[0]
            self._authors[note.pk] = note.author_id, note.origin.endswith("resident")
        home = member.home_language.split("-")[0]
        looks = []
        for note_id in note_ids:
            topics, lang = self._looks.get(note_id, ((), "und"))
            looks.append(Look(topics, lang == home, charm_of(note_id)))
        return looks


def _mark_seen(page_id: int, seen: int) -> None:
    """What the beacon would have told."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO reading_impression (page_id, slot)"
            " SELECT %s, slot FROM generate_series(0, %s) AS slot ON CONFLICT DO NOTHING",
            [page_id, seen - 1],
        )


def residents_share(prices: Prices, hour_start: datetime) -> tuple[float, float] | None:
    """Share of residents' notes on residents' pages in that hour, with the contract and as it
    would have been without; None where nothing was served or the clause is gone."""
    if RESIDENTS_CLAUSE not in prices.contract.ids:
        return None
    at = prices.contract.ids.index(RESIDENTS_CLAUSE)
    hour = prices.accounts.served.hours.get(int(hour_start.timestamp() * 1000))
    if hour is None or hour.base[at] <= 0:
        return None
    return float(hour.delivered[at] / hour.base[at]), float(hour.plain[at] / hour.base[at])
