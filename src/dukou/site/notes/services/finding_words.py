"""Finding the new words of this place, once a night, and indexing notes under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.contrib.postgres.search import SearchQuery
from django.db import transaction
from django.db.models import Max, QuerySet

from dukou.language import place_words
from dukou.language.gloss.cutting import simplified
from dukou.language.new_words import NewWord as Found
from dukou.language.new_words import new_words
from dukou.site.detecting import freshen
from dukou.site.notes import new_words as known
from dukou.site.notes.models import Audience, NewWord, NoteVersion
from dukou.site.notes.services.versions import index_version

#: So many of the newest public notes are read: some seconds of one core.
MOST_NOTES = 20_000
MOST_WORDS = 2_000
#: So many versions are indexed anew in one night, newest first.
MOST_INDEXED = 5_000
_KEPT = timedelta(days=180)
_BATCH = 100


def find_new_words(now: datetime) -> int:
    """Keep what the newest public notes use that no dictionary has; gives how many are new.

    What nobody has used for half a year goes. Safe to run twice.
    """
    freshen()
    before = frozenset(NewWord.objects.values_list("word", flat=True))
    last = NewWord.objects.aggregate(at=Max("seen_at"))["at"]
    found = {one.word: one for one in new_words(_texts(), most=MOST_WORDS)}
    accepted = place_words.place_words().short_expressions()
    new = frozenset(found) | accepted
    place_words.know(found=before | new)
    _index_again(_with_any_of(new - before))
    if last is not None:  # written while other processes did not know the words yet
        _index_again(_changed_since(last - timedelta(hours=1), before))
    _keep(found, accepted, now)
    known.forget()
    return len(new - before)


def _texts() -> Iterator[tuple[int, str]]:
    rows = NoteVersion.objects.filter(
        is_source=True,
        lang__startswith="zh",
        note__audience=Audience.EVERYONE,
        note__hidden_at=None,
        note__author__suspended=False,
        note__author__is_active=True,
    ).order_by("-note_id")
    values = rows.values_list("note__author_id", "title", "body")[:MOST_NOTES]
    for author, title, body in values.iterator(chunk_size=2_000):
        yield author, f"{title}\n{body}"


def _with_any_of(words: Iterable[str]) -> Iterator[int]:
    """Versions that have one of the words, found by its signs and then read."""
    for word in sorted(words):
        signs = SearchQuery(
            " & ".join(f"'{sign}'" for sign in word), search_type="raw", config="simple"
        )
        rows = NoteVersion.objects.filter(search=signs).order_by("-note_id")
        yield from _using({word}, rows)


def _changed_since(since: datetime, words: frozenset[str]) -> Iterator[int]:
    rows = NoteVersion.objects.filter(note__changed_at__gte=since).order_by("-note_id")
    return _using(words, rows)


def _using(words: Iterable[str], rows: QuerySet[NoteVersion]) -> Iterator[int]:
    wanted = tuple(words)
    for pk, title, body in rows.values_list("pk", "title", "body")[:MOST_INDEXED]:
        text = simplified(f"{title}\n{body}")
        if any(word in text for word in wanted):
            yield pk


def _index_again(version_ids: Iterable[int]) -> None:
    newest = list(dict.fromkeys(version_ids))[:MOST_INDEXED]
    for start in range(0, len(newest), _BATCH):
        some = NoteVersion.objects.filter(pk__in=newest[start : start + _BATCH])
        with transaction.atomic():  # an edit waits, or has happened and is what we read
            for version in some.select_for_update():
                index_version(version)


@transaction.atomic
def _keep(found: dict[str, Found], accepted: frozenset[str], now: datetime) -> None:
    rows = [
        NewWord(
            word=word,
            notes=found[word].texts if word in found else 0,
            authors=found[word].authors if word in found else 0,
            seen_at=now,
        )
        for word in sorted({*found, *accepted})
    ]
    NewWord.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["word"],
        update_fields=["notes", "authors", "seen_at"],
    )
    NewWord.objects.filter(seen_at__lt=now - _KEPT).delete()
