"""Topics and their names: any name of a topic leads to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from django.db import IntegrityError, transaction

from dukou.site.notes.models import Topic, TopicName

TAG = re.compile(r"(?<![\w&/#])[#＃](\w[\w·・'-]{0,58}\w|\w)", re.UNICODE)
MENTIONS_LIMIT = 10
MENTION = re.compile(r"(?<![\w@/.])@([a-zA-Z0-9_]{2,30})\b")


def tags_in(text: str) -> list[str]:
    """The #tags of a text, without the sign, once each, in order; bare numbers are not tags."""
    found = (tag for tag in TAG.findall(text) if not tag.isdigit())
    return list(dict.fromkeys(found))


def mentions_in(text: str) -> list[str]:
    """The @names of a text in small letters, once each, in order."""
    return list(dict.fromkeys(name.lower() for name in MENTION.findall(text)))


def normalized(name: str) -> str:
    """The form under which names of topics are compared: NFKC, no case, no spaces or marks."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[\s_·・'-]+", "", folded)[:60]


def topic_named(name: str, *, lang: str = "und") -> Topic:
    """The topic of this name, made when it is new."""
    key = normalized(name)
    known = TopicName.objects.select_related("topic").filter(normalized=key).first()
    if known is not None:
        return known.topic
    try:
        with transaction.atomic():
            topic = Topic.objects.create(slug=key)
            TopicName.objects.create(topic=topic, name=name[:60], normalized=key, lang=lang)
    except IntegrityError:  # someone made it in this moment
        return TopicName.objects.select_related("topic").get(normalized=key).topic
    return topic


def name_for(names: Iterable[TopicName], reads: Sequence[str]) -> TopicName:
    """The name of a topic in the first language that somebody reads, else its oldest."""
    order = {lang: place for place, lang in enumerate(reads)}
    return min(names, key=lambda name: (order.get(name.lang, len(order)), name.pk))


def topics_named(names: Iterable[str], *, lang: str = "und") -> list[Topic]:
    """The topics of these names, once each, in order."""
    found = (topic_named(name, lang=lang) for name in names if normalized(name))
    return list({topic.pk: topic for topic in found}.values())
