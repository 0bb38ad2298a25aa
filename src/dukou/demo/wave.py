"""Lets a wave of newcomers arrive in a place, through the services that real members use.

The wave fills the hours up to now: the first newcomer came so many hours ago, the last one just
arrived. Everybody reads Explore as the engine serves it, residents and newcomers alike; what they
like comes from a reader model that knows nothing of the ranker (`dukou.lab.taste`). Under some of
what newcomers like from the other bank they say something.
"""

from __future__ import annotations

import random
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from dukou.demo import crowd_reading
from dukou.demo.arriving import Arrivals
from dukou.demo.content.reading import Avatar
from dukou.demo.pictures import draw_portrait, draw_waiting
from dukou.demo.small_talk import SmallTalk
from dukou.demo.watching import Watch
from dukou.engine import Prices
from dukou.lab.waves import arrivals
from dukou.site.members.models import Member
from dukou.site.reading.allocation.debuts import raise_promises
from dukou.site.reading.allocation.pricing import merge_reports
from dukou.site.reading.allocation.serving import process_state

Report = Callable[[str], None]
NEWCOMERS = 240
HAVE_A_PORTRAIT = 0.6
MOTIFS = ("cat", "dog", "bird", "fox", "bear", "leaf", "wave", "sun", "moon", "cup", "face")
RESIDENT_READS_AN_HOUR = 0.3
NEWCOMER_READS_AN_HOUR = 0.45


@dataclass(frozen=True)
class Outcome:
    """What a wave came to."""

    newcomers: int
    notes: int
    pages: int
    likes: int
    comments: int


def run_wave(
    *,
    hours: int = 24,
    seed: int = 1,
    speed: float = 6.0,
    newcomers: int = NEWCOMERS,
    draw: bool = True,
    talks: bool = True,
    report: Report = print,
    watch: Watch | None = None,
) -> Outcome:
    """Play a wave of so many hours, `speed` of its hours a minute, along the real hourly curve.

    Members of the demo must be there. With `talks`, newcomers comment too. Gives what happened;
    `report` gets a line an hour.
    """
    rng = random.Random(seed)
    # A chance of its own: who arrives, reads and likes is the same with comments and without.
    small_talk = SmallTalk(random.Random(f"{seed} small talk")) if talks else None
    readers = crowd_reading.Readers(rng, watch=watch, small_talk=small_talk)
    if not readers.people:
        raise LookupError("There is nobody here yet: load the demo community first.")
    counts = arrivals(newcomers, hours)
    coming = Arrivals(rng, wave=f"en-{timezone.now():%Y-%m}")
    # Whole hours, as the audit counts them; the last one is the hour that is running now.
    start = timezone.now().replace(minute=0, second=0, microsecond=0)
    start -= timedelta(hours=hours - 1)
    pages = likes = 0
    for hour, arriving in enumerate(counts.tolist()):
        began = time.monotonic()
        moment = start + timedelta(hours=hour)
        raise_promises(now=moment)  # of the hour before, as the hourly job does
        for member in coming.arrive(arriving, moment, _length(moment)):
            readers.add(member)
            if draw and rng.random() < HAVE_A_PORTRAIT:
                draw_portrait(member.name, Avatar(rng.choice(MOTIFS), rng.randrange(360)))
        coming.write(moment, _length(moment))
        if draw:
            draw_waiting(most=8)
        process_state().index.refresh()
        for member, at in _reading_times(readers.people, moment, _length(moment), rng):
            liked = readers.read(member, uuid.UUID(int=rng.getrandbits(128)), at, hour)
            pages, likes = pages + 1, likes + liked
        prices = _hand_over(moment + timedelta(seconds=max(_length(moment) - 1, 0)))
        report(_line(hour, hours, arriving, coming, pages, likes, prices, moment))
        time.sleep(max(0.0, 60 / speed - (time.monotonic() - began)))
    if draw:
        draw_waiting()
    comments = small_talk.said if small_talk else 0
    return Outcome(coming.arrived, coming.written, pages, likes, comments)


def _length(hour: datetime) -> float:
    """Seconds of the hour that have passed: all but for the one that is running."""
    return min(3600.0, (timezone.now() - hour).total_seconds())


def _reading_times(
    people: list[Member], hour: datetime, seconds: float, rng: random.Random
) -> list[tuple[Member, datetime]]:
    """Who opens Explore in this hour, and when, in order."""
    times = []
    for member in people:
        chance = RESIDENT_READS_AN_HOUR if member.arrival == "resident" else NEWCOMER_READS_AN_HOUR
        if rng.random() < chance:
            times.append((member, hour + timedelta(seconds=rng.uniform(0, seconds))))
    return sorted(times, key=lambda pair: pair[1])


def _hand_over(moment: datetime) -> Prices:
    """Report what this process served, merge it, and write the audit, as the minute's job does."""
    process_state().till.hand_over()
    published = merge_reports(now=moment)
    process_state().till.look(moment)
    return published


def _line(
    hour: int,
    hours: int,
    arriving: int,
    coming: Arrivals,
    pages: int,
    likes: int,
    prices: Prices,
    moment: datetime,
) -> str:
    share = crowd_reading.residents_share(prices, moment)
    held = f"{share[0]:.0%}, without the contract {share[1]:.0%}" if share else "not yet known"
    return (
        f"hour {hour + 1:>2} of {hours}: {arriving:>3} arrive, {coming.arrived} in all, "
        f"{coming.written} notes, {pages} pages read, {likes} likes; residents on residents' "
        f"pages {held}"
    )
