"""A reader model: what a simulated member looks at and likes.

It knows nothing of the ranker and shares no code with it: tastes are drawn here, notes have a
charm that no ranker can read, and a reader goes down the page with the patience of the cascade
model (Craswell et al. 2008, doi:10.1145/1341531.1341545).
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

PATIENCE = 0.93
LIKES_AT_REST = -3.1


@dataclass(frozen=True)
class Taste:
    """What one member cares for.

    `topics`: pull of each topic, 0 for none. `home`: pull of authors of their own language.
    `warmth`: how easily they like things.
    """

    topics: Mapping[str, float]
    home: float
    warmth: float


@dataclass(frozen=True)
class Look:
    """A note as a reader sees it."""

    topics: Sequence[str]
    is_home: bool
    charm: float


@dataclass(frozen=True)
class Reaction:
    """What a reader did with the note in one slot."""

    slot: int
    opened: bool
    liked: bool
    saved: bool


def taste_of(rng: random.Random, interests: Iterable[str], *, all_topics: Sequence[str]) -> Taste:
    """A taste around stated interests, with a passion or two that nobody stated."""
    topics = {topic: rng.uniform(1.0, 2.2) for topic in interests}
    for topic in rng.sample(list(all_topics), k=min(2, len(all_topics))):
        topics.setdefault(topic, rng.uniform(0.4, 1.4))
    return Taste(topics, home=max(0.0, rng.gauss(0.5, 0.6)), warmth=rng.gauss(0.0, 0.5))


def charm_of(note_id: int) -> float:
    """How charming a note is, the same for everyone, normal around 0."""
    return random.Random(note_id).gauss(0.0, 0.7)


def appeal(taste: Taste, look: Look) -> float:
    """The chance that a reader of this taste likes the note once they look at it."""
    pull = sum(taste.topics.get(topic, 0.0) for topic in look.topics)
    pull /= math.sqrt(max(1, len(look.topics)))
    wish = LIKES_AT_REST + 1.3 * pull + look.charm + taste.warmth
    wish += taste.home if look.is_home else 0.0
    return 1 / (1 + math.exp(-wish))


def read_page(
    taste: Taste, page: Sequence[Look], rng: random.Random, *, columns: int = 2
) -> tuple[int, list[Reaction]]:
    """How many slots the reader saw, and what they did with those that they opened or liked."""
    reactions = []
    seen = 0
    for slot, look in enumerate(page):
        if slot % columns == 0 and rng.random() > PATIENCE ** (1 if slot else 0):
            break
        seen = slot + 1
        chance = appeal(taste, look)
        if rng.random() < chance * 1.6:
            liked = rng.random() < chance
            reactions.append(Reaction(slot, True, liked, liked and rng.random() < 0.2))
    return seen, reactions
