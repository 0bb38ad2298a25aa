"""What others search for: kept in a way that names nobody, shown only when several ask for it."""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count

from dukou.language import tags
from dukou.language.scripts import folded
from dukou.site.days import day_of_place
from dukou.site.members.models import Member, ReaderKey
from dukou.site.reading.models import SearchedWord

#: A query that fewer members of a cohort asked for is nobody's business.
FEWEST_MEMBERS = 5
KEPT = timedelta(days=30)
MOST_SHOWN = 8
_LONGEST = 40
# Addresses, names of members, numbers of telephones and accounts.
_PERSONAL = re.compile(r"@|://|\d{5,}|\d[\d -]{6,}\d")


@dataclass(frozen=True)
class CohortOfSeekers:
    """Members of one home language and arrival: large enough groups to hide in."""

    language: str
    arrival: str

    @property
    def key(self) -> str:
        """As it is kept."""
        return f"{self.language} {self.arrival}"


def cohort_of_seeker(member: Member) -> CohortOfSeekers:
    """The cohort that the member's searches count in."""
    return CohortOfSeekers(tags.base(member.home_language), member.arrival)


def remember_search(query: str, *, by: Member) -> None:
    """Count a search that found something; the same member counts once for the same words.

    Kept is a seal instead of the member. It can be made again only with their reader key, is
    different for every query, and means nothing once the key is destroyed, as when they leave.
    """
    words = " ".join(folded(query).lower().split())
    if not words or len(words) > _LONGEST or _PERSONAL.search(words):
        return
    key, _ = ReaderKey.objects.get_or_create(member=by)
    seal = hmac.digest(key.key.bytes, words.encode(), "sha256")[:8]
    SearchedWord.objects.bulk_create(
        [SearchedWord(words=words, cohort=cohort_of_seeker(by).key, seal=seal)],
        update_conflicts=True,
        unique_fields=["words", "cohort", "seal"],
        update_fields=["day"],
    )


def searched_by(cohort: CohortOfSeekers, *, start: str = "", most: int = MOST_SHOWN) -> list[str]:
    """What at least five members of the cohort searched for in 30 days, most first.

    `start` is how it begins, in either script.
    """
    begin = " ".join(folded(start).lower().split())
    rows = (
        SearchedWord.objects.filter(cohort=cohort.key, day__gt=day_of_place() - KEPT)
        .filter(words__startswith=begin)
        .values("words")
        .annotate(members=Count("seal", distinct=True))
        .filter(members__gte=FEWEST_MEMBERS)
        .order_by("-members", "words")
    )
    return [row["words"] for row in rows[:most]]


def forget_old_searches() -> None:
    """Delete what was searched for more than 30 days ago."""
    SearchedWord.objects.filter(day__lte=day_of_place() - KEPT).delete()
