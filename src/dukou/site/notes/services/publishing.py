"""Publishing, editing and deleting a note."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from dukou.site.ids import id_at
from dukou.site.members import services as members
from dukou.site.members.models import Member
from dukou.site.members.queries import visible_members
from dukou.site.notes import files
from dukou.site.notes.models import (
    BODY_LIMIT,
    PICTURES_LIMIT,
    TITLE_LIMIT,
    Audience,
    Kind,
    Media,
    MediaState,
    Mention,
    Note,
    NoteEdit,
    Provenance,
    ReplyPolicy,
)
from dukou.site.notes.services.versions import mark_stale, store_version
from dukou.site.notes.topics import mentions_in, tags_in, topics_named
from dukou.site.text import cleaned, one_line

MENTIONS_LIMIT = 10


class PublishError(Exception):
    """The note cannot be published as it is; `code` says why: empty, pictures, refused-picture."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True)
class NoteText:
    """A title and a body in one language, as the author wrote them."""

    lang: str
    title: str
    body: str

    def cleaned(self) -> NoteText:
        """The text that is kept."""
        return NoteText(
            self.lang,
            one_line(self.title, limit=TITLE_LIMIT),
            cleaned(self.body, limit=BODY_LIMIT),
        )


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
    notes that were published before they came here: imports and the demo; never a later moment.
    Raises PublishError when there is nothing to show.
    """

    text = text.cleaned()
    _check(text, media, design)

    def make() -> int:
        note = _new_note(by, text.lang, design, _not_later(at))
        note.audience, note.reply_policy = audience, reply_policy
        note.place, note.sensitive = one_line(place, limit=80), sensitive
        note.save()
        _take_media(note, media)
        _write_versions(note, text, others)
        _connect(note, [text, *others], topics)
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


def _check(text: NoteText, media: Sequence[Media], design: str) -> None:
    if not text.title and not text.body:
        raise PublishError("empty")
    if len(media) > PICTURES_LIMIT or (not media and not design):
        raise PublishError("pictures")
    if any(picture.state == MediaState.REFUSED for picture in media):
        raise PublishError("refused-picture")


def _take_media(note: Note, media: Sequence[Media]) -> None:
    for position, picture in enumerate(media):
        picture.note, picture.draft, picture.position = note, None, position
        picture.save(update_fields=["note", "draft", "position"])
    first = media[0] if media else None
    if first is not None and first.fingerprint is not None:
        original = (
            Note.objects.filter(media__fingerprint=first.fingerprint, media__position=0)
            .exclude(pk=note.pk)
            .order_by("id")
            .first()
        )
        if original is not None:
            note.near_copy_of = original
            note.save(update_fields=["near_copy_of"])
            Note.objects.filter(pk=original.pk).update(changed_at=timezone.now())


def _write_versions(note: Note, text: NoteText, others: Sequence[NoteText]) -> None:
    store_version(
        note,
        lang=text.lang,
        title=text.title,
        body=text.body,
        provenance=Provenance.AUTHOR,
        is_source=True,
        by=note.author,
    )
    for other in others:
        other = other.cleaned()
        if (other.title or other.body) and other.lang != text.lang:
            store_version(
                note,
                lang=other.lang,
                title=other.title,
                body=other.body,
                provenance=Provenance.AUTHOR,
                by=note.author,
            )


def _connect(note: Note, texts: Sequence[NoteText], topics: Sequence[str]) -> None:
    """Topics by name and tag, mentions of members whom the author can see."""
    found = topics_named(topics)
    names: list[str] = []
    for text in texts:
        found += topics_named(tags_in(f"{text.title}\n{text.body}"), lang=text.lang)
        names += mentions_in(text.body)
    note.topics.set({topic.pk: topic for topic in found}.values())
    mentioned = visible_members(note.author).filter(name__in=names).exclude(pk=note.author_id)
    Mention.objects.filter(note=note).exclude(member__in=mentioned).delete()
    Mention.objects.bulk_create(
        [Mention(note=note, member=member) for member in mentioned[:MENTIONS_LIMIT]],
        ignore_conflicts=True,
    )


@transaction.atomic
def edit_note(
    note: Note,
    *,
    by: Member,
    text: NoteText,
    others: Sequence[NoteText] = (),
    audience: str,
    reply_policy: str,
    place: str = "",
    topics: Sequence[str] = (),
) -> Note:
    """Change a note; what it said before stays in its history, translations turn stale."""
    if note.author_id != by.pk:
        raise PublishError("not-yours")
    text = text.cleaned()
    if not text.title and not text.body:
        raise PublishError("empty")
    source = note.versions.select_for_update().get(is_source=True)
    said_other = (source.lang, source.title, source.body) != (text.lang, text.title, text.body)
    if said_other:
        NoteEdit.objects.create(note=note, lang=source.lang, title=source.title, body=source.body)
        note.edited_at = timezone.now()
        mark_stale(note)
    source.delete()
    note.versions.filter(provenance=Provenance.AUTHOR).delete()
    note.lang, note.audience, note.reply_policy = text.lang, audience, reply_policy
    note.place = one_line(place, limit=80)
    note.changed_at = timezone.now()
    note.save()
    _write_versions(note, text, others)
    _connect(note, [text, *others], topics)
    return note


@transaction.atomic
def delete_note(note: Note, *, by: Member) -> None:
    """Take the note away for good: every version, its pictures and the files of them."""
    if note.author_id != by.pk:
        raise PublishError("not-yours")
    stems = list(note.media.exclude(stem="").values_list("stem", flat=True))
    Member.objects.filter(pk=note.author_id).update(notes_count=F("notes_count") - 1)
    note.delete()
    transaction.on_commit(lambda: files.remove_pictures(stems))
