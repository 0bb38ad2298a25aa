"""Publishing a note."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from dukou.site.ids import id_at
from dukou.site.members import services as members
from dukou.site.members.models import Member
from dukou.site.notes import hooks
from dukou.site.notes.models import Audience, Kind, Media, Note, ReplyPolicy
from dukou.site.notes.services.copies import fold_new
from dukou.site.notes.services.parts import (
    check_parts,
    connect,
    take_media,
    write_versions,
)
from dukou.site.notes.services.placing import ask_for_vector
from dukou.site.notes.texts import NoteText
from dukou.site.text import one_line


@transaction.atomic
def publish_note(
    *,
    by: Member,
    text: NoteText,
    others: Sequence[NoteText] = (),
    media: Sequence[Media] = (),
    design: str = "",
    audience: str = Audience.EVERYONE,
    reply_policy: str = ReplyPolicy.EVERYONE,
    place: str = "",
    sensitive: bool = False,
    topics: Sequence[str] = (),
    at: datetime | None = None,
    key: str = "",
) -> Note:
    """Publish a note with the author's own versions; the same idempotency key publishes once.

    `topics` are names beside the #tags in the text. A design makes it a text card. `at` is for
    notes that were published before they came here: imports and the demo; never a later moment,
    and nobody is told of them. Raises PublishError when there is nothing to show.
    """

    text = text.cleaned()
    check_parts(text, media, design)

    def make() -> int:
        note = _new_note(by, text.lang, design, _not_later(at))
        note.audience, note.reply_policy = audience, reply_policy
        note.place, note.sensitive = one_line(place, limit=80), sensitive
        note.text_print = text.same_print if design else None
        note.save()
        take_media(note, media)
        write_versions(note, text, others)
        connect(note, [text, *others], topics)
        fold_new(note)
        if at is None:
            hooks.announce(note)
            ask_for_vector(note)
        return note.pk

    note_id, _ = members.once(by, "publish", key, make)
    return Note.objects.select_related("author").get(pk=note_id)


def _not_later(at: datetime | None) -> datetime | None:
    """Notes dated in the future would lead Latest for ever."""
    return min(at, timezone.now()) if at else None


def _new_note(by: Member, lang: str, design: str, at: datetime | None) -> Note:
    Member.objects.filter(pk=by.pk).update(notes_count=F("notes_count") + 1)
    by.refresh_from_db(fields=["notes_count"])
    # An id is in the order of time: one made for an earlier moment is told apart by chance bits.
    dated: dict[str, object] = (
        {"pk": id_at(at) | secrets.randbelow(1 << 16), "published_at": at} if at else {}
    )
    return Note.objects.create(
        author=by,
        kind=Kind.CARD if design else Kind.PICTURES,
        design=design,
        lang=lang,
        origin=by.cohort,
        ordinal=by.notes_count,
        **dated,
    )
