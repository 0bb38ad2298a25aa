"""The notes of the demo community, through the services that members use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from dukou.demo.content.reading import Drawing, Story, Words
from dukou.site.members.models import Member
from dukou.site.notes import services as notes
from dukou.site.notes.models import Media, Note, Provenance
from dukou.site.notes.services.media import new_stem

SHAPES = {"tall": (720, 960), "square": (800, 800), "wide": (960, 720)}


def make_stories(stories: Sequence[Story], cast: dict[str, Member], *, now: datetime) -> list[Note]:
    """Publish all notes, oldest first, each at its time; pictures wait to be drawn."""
    return [make_story(story, cast, now=now) for story in stories]


def make_story(story: Story, cast: dict[str, Member], *, now: datetime) -> Note:
    """Publish one note with its versions."""
    author = cast[story.by]
    at = now - timedelta(days=story.days_ago)
    own = [_text(words) for words in story.versions if words.by == "author"]
    note = notes.publish_note(
        by=author,
        text=notes.NoteText(story.lang, story.title, story.body),
        others=own,
        media=[_waiting(author, drawing, story) for drawing in story.pictures],
        design=story.card.design if story.card else "",
        place=story.place,
        topics=story.topics,
        at=at,
    )
    for words in story.versions:
        if words.by != "author":
            notes.store_version(
                note,
                lang=words.lang,
                title=words.title,
                body=words.body,
                provenance=Provenance.COMMUNITY,
            )
    return note


def _text(words: Words) -> notes.NoteText:
    return notes.NoteText(words.lang, words.title, words.body)


def _waiting(author: Member, drawing: Drawing, story: Story) -> Media:
    """A row for the picture; what to draw stands where the file will be."""
    width, height = SHAPES[drawing.shape]
    others = {words.lang: drawing.alt_other for words in [story.other] if drawing.alt_other}
    return Media.objects.create(
        owner=author,
        stem=f"{new_stem(author)}.{drawing.scene}.{drawing.mood}.{drawing.shape}",
        width=width,
        height=height,
        alt=drawing.alt,
        alt_others=others,
    )
