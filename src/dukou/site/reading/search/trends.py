"""What the cohorts of the place search for these days, for the empty search page."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count
from django.utils.translation import gettext as _

from dukou.site.days import day_of_place
from dukou.site.members.languages import language_name
from dukou.site.members.models import Member
from dukou.site.reading.models import SearchedWord
from dukou.site.reading.search.asked import (
    FEWEST_MEMBERS,
    KEPT,
    MOST_SHOWN,
    CohortOfSeekers,
    cohort_of_seeker,
)

_MOST_COHORTS = 4


@dataclass(frozen=True)
class Trend:
    """What one cohort searches for: its name, and pairs of words and address."""

    name: str
    searches: list[tuple[str, str]]


def trends_for(member: Member | None) -> list[Trend]:
    """What at least five members of a cohort searched for, in one query: the member's own cohort
    first, then the others, so that each side sees what the other wonders about."""
    rows = (
        SearchedWord.objects.filter(day__gt=day_of_place() - KEPT)
        .values("cohort", "words")
        .annotate(members=Count("seal", distinct=True))
        .filter(members__gte=FEWEST_MEMBERS)
        .order_by("-members", "words")
    )
    by_cohort: dict[str, list[str]] = {}
    for row in rows[:200]:
        by_cohort.setdefault(row["cohort"], []).append(row["words"])
    own = cohort_of_seeker(member).key if member else ""
    order = sorted(by_cohort, key=lambda key: (key != own, -len(by_cohort[key]), key))
    return [_trend(key, by_cohort[key][:MOST_SHOWN]) for key in order[:_MOST_COHORTS]]


def _trend(key: str, words: list[str]) -> Trend:
    cohort = CohortOfSeekers(*key.split(" ", 1))
    arrival = _("newcomers") if cohort.arrival == "newcomer" else _("residents")
    name = f"{language_name(cohort.language)} · {arrival}"
    return Trend(name, [(word, f"/search?{urlencode({'q': word})}") for word in words])
