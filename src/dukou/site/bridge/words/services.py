"""Writes: keeping a word, giving it up, counting what nobody knows."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from dukou.language.gloss import Explained
from dukou.language.tags import base
from dukou.site.bridge.translatable import translatable
from dukou.site.bridge.words.models import WORD_LIMIT, SavedWord, UnknownExpression
from dukou.site.members.models import Member
from dukou.site.text import one_line

MOST_WORDS = 5_000
_UNKNOWN_KEPT = timedelta(days=180)
_LONGEST_UNKNOWN = 40


class TooManyWords(Exception):
    """The member's list is full."""


@transaction.atomic
def save_word(found: Explained, *, lang: str, kind: str, text_id: int, by: Member) -> SavedWord:
    """The word on the member's list; kept twice, it stays as it was kept first.

    Raises TooManyWords: the list holds `MOST_WORDS` already.
    """
    Member.objects.select_for_update().get(pk=by.pk)  # two taps at once must not pass the limit
    own = SavedWord.objects.filter(member=by)
    key = found.key[:WORD_LIMIT]
    known = own.filter(language=base(lang), key=key).first()
    if known is not None:
        return known
    if own.count() >= MOST_WORDS:
        raise TooManyWords
    glosses = "; ".join(found.meanings[0].glosses) if found.meanings else found.short
    return SavedWord.objects.create(
        member=by,
        language=base(lang),
        key=key,
        word=one_line(found.text, limit=WORD_LIMIT),
        reading=found.reading[:120],
        meaning=one_line(glosses, limit=300),
        kind=kind,
        text_id=text_id,
    )


def drop_word(word_id: int, *, by: Member) -> None:
    """Take a word off the member's own list; another's stays."""
    SavedWord.objects.filter(pk=word_id, member=by).delete()


def count_unknown(found: Explained, *, lang: str, kind: str, text_id: int, by: Member) -> None:
    """Remember that a member looked up something that nothing here explains, once a member.

    Only expressions of texts that everyone may read are kept: those of others are nobody's
    business.
    """
    if found.is_known or not found.is_word or len(found.key) > _LONGEST_UNKNOWN:
        return
    source = translatable(kind).sources([text_id]).get(text_id)
    if source is None or not source.is_public:
        return
    UnknownExpression.objects.get_or_create(language=base(lang), key=found.key, member=by)


def forget_old_expressions(now: datetime) -> None:
    """What nobody knew half a year ago and nobody has explained is let go."""
    UnknownExpression.objects.filter(at__lt=now - _UNKNOWN_KEPT).delete()
