"""Fills an empty place with the demo community."""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from dukou.demo import crowd, people, remarks, searches, stories
from dukou.demo.content.reading import read_content
from dukou.site.arrivals.models import Wave
from dukou.site.members.models import Member, Role
from dukou.site.notes.models import Event, Note, Topic
from dukou.site.notes.services import ask_for_vectors
from dukou.site.reading.allocation.taste import learn_now
from dukou.site.reading.models import (
    ClauseHour,
    FeedPage,
    Impression,
    PriceReport,
    PublishedPrices,
    SearchedWord,
    ServedPage,
)

Report = Callable[[str], None]
OPERATOR = "keeper"
SEED = 20250114
_LOGS = (
    ServedPage,
    FeedPage,
    Impression,
    Event,
    PriceReport,
    PublishedPrices,
    ClauseHour,
    SearchedWord,
)


def load_demo(*, reset: bool = False, report: Report = print) -> bool:
    """Make the demo community; gives False, and changes nothing, where there are members.

    With `reset` whatever the place holds is deleted first. Pictures are drawn afterwards by
    `draw_waiting`, so that the place can open while they are on their way.
    """
    if reset:
        empty_place()
    elif Member.objects.exists():
        return False
    content = read_content()
    rng = random.Random(SEED)
    now = timezone.now()
    with transaction.atomic():
        report(f"{len(content.people)} people arrive")
        cast = people.make_people(content.people, now=now)
        report(f"They write {len(content.stories)} notes")
        notes = stories.make_stories(content.stories, cast, now=now)
        report("They answer, like and follow each other")
        remarks.make_remarks(content.stories, notes, cast, now=now)
        crowd.gather(content, cast, notes, rng=rng, now=now)
        searches.search_around(cast.values(), rng=rng)
        _open_doors(now)
        ask_for_vectors()  # five seconds of one core, which nobody should wait for
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # until then the database believes the place to be empty
    learn_now()
    return True


def empty_place() -> None:
    """Delete all members with everything they made, and the topics that only they used."""
    Note.objects.all().delete()
    Member.objects.all().delete()
    Topic.objects.filter(is_interest=False).delete()
    Wave.objects.all().delete()
    for log in _LOGS:
        log.objects.all().delete()


def _open_doors(now: datetime) -> None:
    """An operator, and two members to look around as; their passwords lie under the home."""
    keeper = people.make_operator(OPERATOR)
    lines = []
    for name in (keeper.name, "xiaoman", "jake_ohio"):
        password = secrets.token_urlsafe(9)
        member = Member.objects.get(name=name)
        member.set_password(password)
        member.role = Role.OPERATOR if name == keeper.name else member.role
        member.is_superuser = name == keeper.name
        member.save()
        lines.append(f"{name} {password}")
    path = settings.CONFIGURATION.home / "demo-accounts.txt"
    path.touch(mode=0o600)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def accounts() -> list[tuple[str, str]]:
    """Names and passwords of the members to look around as; empty where there is no demo."""
    path = settings.CONFIGURATION.home / "demo-accounts.txt"
    if not path.exists():
        return []
    rows = (line.split(" ", 1) for line in path.read_text("utf-8").splitlines())
    return [(name, password) for name, password in rows]
