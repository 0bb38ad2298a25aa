"""Topics that many write about these days, for whoever does not know yet what to look for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count
from django.utils import timezone

from dukou.site.bridge.reader import Viewer
from dukou.site.ids import id_at
from dukou.site.notes.models import TopicName
from dukou.site.notes.queries import feed_for
from dukou.site.notes.topics import name_for

LATELY = timedelta(days=7)
#: One who writes much about something is not yet a conversation.
FEWEST_AUTHORS = 2
MOST_SHOWN = 12


@dataclass(frozen=True)
class LivelyTopic:
    """A topic by the name that the viewer knows, and how many wrote about it lately."""

    name: TopicName
    authors: int

    @property
    def url(self) -> str:
        """Where its notes stand."""
        return f"/topics/{self.name.topic.slug}"


def lively_topics(viewer: Viewer) -> list[LivelyTopic]:
    """At most twelve topics of a week's notes that the viewer may read, by the number of their
    authors: one author counts once, however much they write."""
    lately = id_at(timezone.now() - LATELY)
    rows = (
        feed_for(viewer.member)
        .filter(pk__gte=lately, topics__isnull=False)
        .values_list("topics")
        .annotate(authors=Count("author", distinct=True))
        .filter(authors__gte=FEWEST_AUTHORS)
        .order_by("-authors", "topics")
    )
    authors: dict[int, int] = dict(rows[:MOST_SHOWN])
    names: dict[int, list[TopicName]] = defaultdict(list)
    for name in TopicName.objects.select_related("topic").filter(topic__in=authors):
        names[name.topic_id].append(name)
    return [
        LivelyTopic(name_for(names[topic], viewer.reads), count)
        for topic, count in authors.items()
        if names[topic]
    ]
