"""A member says that their cohort is wrong, and is answered."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from dukou.site.members.models import CohortObjection, Member
from dukou.site.text import cleaned


@transaction.atomic
def object_to_cohort(member: Member, *, words: str) -> CohortObjection:
    """Ask the moderators to look; one that still waits takes the new words."""
    objection, _ = CohortObjection.objects.update_or_create(
        member=member,
        answered_at=None,
        defaults={"words": cleaned(words, limit=1000), "cohort": member.cohort},
    )
    return objection


@transaction.atomic
def answer_objection(
    objection: CohortObjection, *, by: Member, wave: str, answer: str
) -> CohortObjection:
    """Settle how the member arrived (a wave's key, empty for none) and say why."""
    Member.objects.filter(pk=objection.member_id).update(wave=wave)
    objection.answer = cleaned(answer, limit=1000)
    objection.answered_by, objection.answered_at = by, timezone.now()
    objection.save()
    return objection
