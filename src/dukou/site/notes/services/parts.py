"""What a note is made of, written alike for a new note and for a changed one."""

from __future__ import annotations

from collections.abc import Sequence

from dukou.site.members.queries import visible_members
from dukou.site.notes.models import (
    PICTURES_LIMIT,
    Media,
    MediaState,
    Mention,
    Note,
    Provenance,
)
from dukou.site.notes.services.versions import store_version
from dukou.site.notes.texts import NoteText, PublishError
from dukou.site.notes.topics import MENTIONS_LIMIT, mentions_in, tags_in, topics_named
from dukou.site.text import can_be_seen


def check_parts(text: NoteText, media: Sequence[Media], design: str) -> None:
    """Raise PublishError where there is nothing to show, or too much."""
    if not can_be_seen(text.title + text.body):
        raise PublishError("empty")
    if len(media) > PICTURES_LIMIT or (not media and not design):
        raise PublishError("pictures")
    if any(picture.state == MediaState.REFUSED for picture in media):
        raise PublishError("refused-picture")


def take_media(note: Note, media: Sequence[Media]) -> None:
    """The pictures are the note's now, in this order."""
    for position, picture in enumerate(media):
        picture.note, picture.draft, picture.position = note, None, position
        picture.save(update_fields=["note", "draft", "position", "alt"])


def write_versions(note: Note, text: NoteText, others: Sequence[NoteText]) -> None:
    """The author's own texts; a further one in the language of the original is left out."""
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


def connect(note: Note, texts: Sequence[NoteText], topics: Sequence[str]) -> None:
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
