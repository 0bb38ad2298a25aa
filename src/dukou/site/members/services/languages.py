"""The languages that a member reads and calls home."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from dukou.site.members.models import HomeLanguageChange, Language, Member, ReadingLanguage

ARRIVING = timedelta(days=1)
READS_LIMIT = 12


@transaction.atomic
def set_reading_languages(member: Member, langs: Sequence[str]) -> None:
    """Replace the languages that the member reads, best first."""
    member.languages_read = None
    ReadingLanguage.objects.filter(member=member).delete()
    ReadingLanguage.objects.bulk_create(
        ReadingLanguage(member=member, lang=lang, position=place)
        for place, lang in enumerate(list(dict.fromkeys(langs))[:READS_LIMIT])
    )


def set_translation_habits(
    member: Member,
    *,
    on_tap: Collection[str],
    never: Collection[str],
    both: bool,
    pinyin: bool,
) -> None:
    """Which languages the member wants translated only when asked, or never; all others always.

    For those who learn: `both` is the original beside the translation, `pinyin` how Chinese sounds.
    """
    member.never_translated = [lang for lang in Language.values if lang in never]
    member.translated_on_tap = [
        lang for lang in Language.values if lang in on_tap and lang not in never
    ]
    member.shows_both, member.shows_pinyin = both, pinyin
    member.save(
        update_fields=["never_translated", "translated_on_tap", "shows_both", "shows_pinyin"]
    )


@transaction.atomic
def set_home_language(member: Member, lang: str) -> HomeLanguageChange | None:
    """Change the home language: at once for those who are arriving, else in 30 days.

    Gives the change that waits, or None where the language is the member's home by now. A later
    wish replaces one that waits; wishing for the present language takes it back.
    """
    now = timezone.now()
    Member.objects.select_for_update().get(pk=member.pk)
    member.home_language_changes.filter(applied_at=None).delete()
    if lang == member.home_language:
        return None
    if member.welcomed_at is None and now - member.joined_at < ARRIVING:
        _live_in(member, lang)
        return None
    return HomeLanguageChange.objects.create(member=member, lang=Language(lang), asked_at=now)


@transaction.atomic
def apply_due_home_languages() -> int:
    """Let every change count that was asked for 30 days ago; gives how many."""
    now = timezone.now()
    due = HomeLanguageChange.objects.select_for_update(of=("self",), skip_locked=True).filter(
        applied_at=None, asked_at__lte=now - HomeLanguageChange.WAIT
    )
    changes = list(due.select_related("member"))
    for change in changes:
        _live_in(change.member, change.lang)
        change.applied_at = now
        change.save(update_fields=["applied_at"])
    return len(changes)


def _live_in(member: Member, lang: str) -> None:
    member.home_language = lang
    member.save(update_fields=["home_language"])
