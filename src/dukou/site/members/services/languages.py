"""The languages that a member reads and calls home."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from dukou.site.members.models import Member, ReadingLanguage


@transaction.atomic
def set_reading_languages(member: Member, langs: Sequence[str]) -> None:
    """Replace the languages that the member reads, best first."""
    ReadingLanguage.objects.filter(member=member).delete()
    ReadingLanguage.objects.bulk_create(
        ReadingLanguage(member=member, lang=lang, position=place)
        for place, lang in enumerate(dict.fromkeys(langs))
    )
