"""The promise to a first note, in a sentence for its author."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dukou.engine.clock import millis
from dukou.site.notes.models import Note
from dukou.site.reading.allocation.promised import promises_of
from dukou.site.reading.allocation.serving import hand_over_now
from dukou.site.reading.models import DebutPromise


def promise_to(note: Note) -> DebutPromise | None:
    """The promise to this note, with what this process has given it a moment ago."""
    if DebutPromise.objects.filter(note=note).exists():
        hand_over_now()
        return DebutPromise.objects.get(note=note)
    return None


def promise_line(note: Note, *, now: datetime | None = None) -> str:
    """What was promised to the note and how it stands; empty where nothing was."""
    promise = promise_to(note)
    return promise_words(promise, now=now or timezone.now()) if promise else ""


def promise_words(promise: DebutPromise, *, now: datetime) -> str:
    """A promise in a sentence: open, kept, or missed; and while it is fresh, that it may grow."""
    facts = {
        "views": promise.impressions,
        "hours": round((promise.deadline - promise.issued_at).total_seconds() / 3600),
        "given": min(int(promise.given), promise.impressions),
    }
    if promise.is_kept:
        words = ngettext(
            "The %(views)s first view that was promised has been given.",
            "The %(views)s first views that were promised have been given.",
            promise.impressions,
        )
    elif now < promise.deadline:
        words = ngettext(
            "Promised %(views)s first view within %(hours)s hours, %(given)s so far.",
            "Promised %(views)s first views within %(hours)s hours, %(given)s so far.",
            promise.impressions,
        )
    else:
        words = ngettext(
            "%(views)s first view was promised within %(hours)s hours, %(given)s was given. We"
            " have not kept this promise, and the balance page counts it.",
            "%(views)s first views were promised within %(hours)s hours, %(given)s were given. We"
            " have not kept this promise, and the balance page counts it.",
            promise.impressions,
        )
    told = words % facts
    if any(fresh.may_grow(millis(now)) for fresh in promises_of([promise])):
        may_grow = _("It may grow after this hour if few come; it never shrinks.")
        return f"{told} {may_grow}"
    return told
