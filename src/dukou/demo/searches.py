"""What people of the demo community searched for, so that each side sees what the other asks."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterable

from dukou.demo.content.reading import HERE
from dukou.language import tags
from dukou.site.members.models import Member
from dukou.site.reading.search.asked import remember_search

_CHANCE = 0.7


def search_around(cast: Iterable[Member], *, rng: random.Random) -> None:
    """Each member of a cohort asked for most of what its people ask for."""
    cohorts = tomllib.loads((HERE / "searches.toml").read_text("utf-8"))["cohorts"]
    words = {(cohort["language"], cohort["arrival"]): cohort["words"] for cohort in cohorts}
    for member in cast:
        for query in words.get((tags.base(member.home_language), member.arrival), ()):
            if rng.random() < _CHANCE:
                remember_search(query, by=member)
