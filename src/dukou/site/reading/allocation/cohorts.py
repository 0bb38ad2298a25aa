"""Cohorts of the site as the engine's."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings

from dukou.engine import Cohort
from dukou.site.members.models import Member


@lru_cache(maxsize=4096)
def cohort_of(origin: str) -> Cohort:
    """The cohort that `Member.cohort` and `Note.origin` write: language, region, arrival."""
    language, region, arrival = origin.split(" ", 2)
    return Cohort(
        language,
        "" if region == "-" else region,
        None if arrival == "resident" else arrival,
    )


def reader_cohort(member: Member | None) -> Cohort:
    """The member's cohort; a stranger reads as a resident of the place's own language."""
    if member is None:
        return Cohort(settings.CONFIGURATION.place_language)
    return cohort_of(member.cohort)
