"""Reads: a member's own words, what is on their list, and what many could not find."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Count, QuerySet

from dukou.site.bridge.glossary import known
from dukou.site.bridge.words.models import SavedWord, UnknownExpression
from dukou.site.members.models import Member

PAGE_SIZE = 100


class Unknown(NamedTuple):
    """An expression that nothing here explains, and how many members looked it up."""

    term: str
    language: str
    readers: int


def unknown_expressions(min_readers: int) -> list[Unknown]:
    """Expressions that so many members looked up in vain, most wanted first.

    What the glossary has learnt meanwhile is left out.
    """
    rows = (
        UnknownExpression.objects.filter(member__is_active=True, member__suspended=False)
        .values("key", "language")
        .annotate(readers=Count("member"))
        .filter(readers__gte=min_readers)
        .order_by("-readers", "key")
    )
    return [
        Unknown(row["key"], row["language"], row["readers"])
        for row in rows
        if known.entry(row["language"], row["key"]) is None
    ]


def saved_words(member: Member, *, max_id: int | None = None) -> list[SavedWord]:
    """A page of the member's words, newest first, and one more if there are more."""
    own = SavedWord.objects.filter(member=member).order_by("-pk")
    if max_id is not None:
        own = own.filter(pk__lt=max_id)
    return list(own[: PAGE_SIZE + 1])


def all_saved_words(member: Member) -> QuerySet[SavedWord]:
    """All of the member's words, oldest first."""
    return SavedWord.objects.filter(member=member).order_by("pk")


def saved_word(member: Member | None, language: str, key: str) -> SavedWord | None:
    """The word on the member's list, if it is there."""
    if member is None:
        return None
    return SavedWord.objects.filter(member=member, language=language, key=key).first()
