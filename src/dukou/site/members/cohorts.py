"""A cohort in words, for the member who is counted in it and for moderators."""

from __future__ import annotations

from django.utils.translation import gettext as _

from dukou.site.members.languages import language_name
from dukou.site.members.models import ACTIVE_DAYS_OF_A_NEWCOMER, Member
from dukou.site.members.places import region_name


def cohort_words(member: Member) -> str:
    """Home language, region and arrival, such as "Chinese · United States · newcomer"."""
    base = language_name(member.home_language.split("-")[0])
    return " · ".join(part for part in (base, region_name(member.region), _arrival(member)) if part)


def _arrival(member: Member) -> str:
    if member.arrival == "resident":
        return _("resident")
    left = ACTIVE_DAYS_OF_A_NEWCOMER - member.active_days
    return _("newcomer for %(days)s more active days") % {"days": left}
