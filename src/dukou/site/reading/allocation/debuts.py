"""Promising readers to a first note: when it is published as many as can be kept whoever else may
come, and more once the hour was quiet."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
from django.db import connection, transaction
from django.utils import timezone

from dukou.engine import DebutClause, Debuts, LiveNotes, match_note, match_share
from dukou.engine.clock import millis
from dukou.site.members.models import Member
from dukou.site.notes.models import Audience, Note
from dukou.site.notes.services import first_published
from dukou.site.reading.allocation.cohorts import cohort_of
from dukou.site.reading.allocation.contracts import in_force, newest_version
from dukou.site.reading.allocation.described import texts_of
from dukou.site.reading.allocation.lately import readers_lately
from dukou.site.reading.allocation.live import Live
from dukou.site.reading.allocation.pricing import newest_prices
from dukou.site.reading.allocation.promised import open_promises
from dukou.site.reading.allocation.serving import process_state
from dukou.site.reading.models import DebutPromise

PROMISE_LOCK = 0x44756B6F76  # a number of our own among the database's advisory locks


@transaction.atomic
def promise_readers(note: Note, *, now: datetime | None = None) -> DebutPromise | None:
    """The promise to a note that was just published, where the contract makes one.

    It is sized here, from the pages that are expected, the part of them that the note matches
    and how many others have come; None where none is due or none could be kept. A note that has
    one keeps it, and whoever deletes a note and publishes again has used one up.
    """
    moment = now or timezone.now()
    state = process_state()
    with state.till.lock:
        state.till.look(moment)
        version, prices = state.till.version, state.till.prices
        clause = version.contract.debut
        if clause is None or not _is_due(note, clause, moment):
            return None
        pages = prices.pages_expected(moment, hours=clause.hours)
    if pages <= 0.0:
        return None
    match = _match(note, state.index.live, moment)
    _one_at_a_time()
    debuts = Debuts()
    debuts.adopt(open_promises(moment))
    promise = debuts.issue(note.pk, clause, pages_expected=pages, now=moment, match=match)
    if promise.impressions < 1:
        return None
    row = DebutPromise.objects.create(
        note=note,
        author_id=note.author_id,
        contract_id=version.version_id,
        issued_at=moment,
        deadline=moment + timedelta(hours=clause.hours),
        impressions=promise.impressions,
        expected=promise.expected,
    )
    state.till.look_again()
    return row


@transaction.atomic
def raise_promises(*, now: datetime | None = None) -> int:
    """Share out what the hour before this one left to be promised; gives how many promises grew.

    Safe to run twice: a promise is never made smaller, whatever runs beside.
    """
    moment = now or timezone.now()
    version = in_force(newest_version())
    clause, prices = version.contract.debut, newest_prices(version)
    if clause is None or prices is None:
        return 0
    _one_at_a_time()
    debuts = Debuts()
    debuts.adopt(open_promises(moment))
    pages = prices.pages_expected(moment, hours=clause.hours)
    return sum(
        DebutPromise.objects.filter(
            note_id=promise.note_id, impressions__lt=promise.impressions
        ).update(impressions=promise.impressions)
        for promise in debuts.share_out(clause, pages_expected=pages, now=moment)
    )


def announce_note(note: Note) -> None:
    """Called when a note is published or changed, within that transaction.

    Its author may open Explore with the next click: this process then looks at once.
    """
    promise_readers(note)
    process_state().index.look_again()


def _one_at_a_time() -> None:
    """Wait until nobody else is about to promise, to the end of this transaction: two that knew
    nothing of each other would take the same part of the hour's allotment."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PROMISE_LOCK])


def _is_due(note: Note, clause: DebutClause, now: datetime) -> bool:
    """Whether the note is one of the first of somebody whom the clause speaks of."""
    if note.audience != Audience.EVERYONE or note.hidden_at or note.near_copy_of_id:
        return False
    if note.ordinal > clause.notes or now - note.published_at > timedelta(hours=clause.hours):
        return False
    if not clause.providers.has_cohort(cohort_of(note.origin)):
        return False
    promises = DebutPromise.objects.filter(author_id=note.author_id)
    notes = list(promises.values_list("note_id", flat=True))
    return len(notes) < clause.notes and note.pk not in notes


def _match(note: Note, live: Live, now: datetime) -> float | None:
    """Part of the pages of late that the note would have matched."""
    readers, pages = readers_lately(live, now=now)
    return match_share(match_note(readers, live.notes, alone(note, live), now=now), pages)


def alone(note: Note, live: Live) -> LiveNotes:
    """An index of the place that holds this note only."""
    place = live.place
    with live.notes.lock:  # a topic or language that is new to this process gets its place here
        keys = list(note.topics.values_list("pk", flat=True))
        topics = [live.topic_index(pk) for pk in keys]
        left = [live.topic_index(pk) for pk in note.left_topics.values_list("pk", flat=True)]
        cohort = place.cohort_index(cohort_of(note.origin))
        language = place.language_index(note.lang)
    found = LiveNotes(
        place, factors=live.notes.width, capacity=1, compiled=live.notes.kernel is not None
    )
    author = Member.objects.only("followers_count").get(pk=note.author_id)
    found.add(
        [note.pk],
        authors=[note.author_id],
        cohorts=[cohort],
        languages=[language],
        published=[millis(first_published(note))],
        topics=[topics],
        left=[left],
        followers=[author.followers_count],
        factors=_factors(note, keys, live),
    )
    return found


def _factors(note: Note, topics: list[int], live: Live) -> np.ndarray:
    """What was learnt of the note, else what its content says."""
    factors = live.shelf.of_notes([note.pk])
    if factors.any():
        return factors
    authors = np.array([note.author_id], dtype=np.int64)
    return live.shelf.of_new_notes([topics], [note.lang], authors, texts_of([note.pk]))
